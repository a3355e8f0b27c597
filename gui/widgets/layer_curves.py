"""A size in each layer over the epochs, on a logarithmic scale, each curve with its name and value at its end."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip

from core.kernels import Array
from gui.painting.layer_series import LayerSeries, evenly, layer_color, spread
from gui.painting.log_scale import LogScale
from gui.text import count_text, round_text
from gui.theme import Theme, number_font
from gui.widgets.layer_view import LayerView

FONT_PIXELS = 10
GAP = 4.0
LEADER = 10.0  # from the end of a curve to its label
DOT = 2.0
FEW_POINTS = 16  # so few that each is marked: what lies between them is not known
SHORTEST_AXIS = 4.0  # epochs, so that the first of them have room
USUAL_NUMBER, USUAL_MARK = "0.001234", "0.001"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LayerCurves(LayerView):
    """Draws a curve for each layer. What is no finite number is left out; 0 lies at the bottom.

    `chosen` carries the epoch of the point that is clicked.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[LayerSeries, Array] | None = None  # last, and where its points then lay

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the point that is nearest."""
        if self._drawn is not None and event.button() is Qt.MouseButton.LeftButton:
            series, xs = self._drawn
            self.chosen.emit(int(series.epochs[_nearest(xs, event.position().x())]))

    def event(self, event: QEvent) -> bool:
        """Tell the numbers of the point that is nearest."""
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        if self._drawn is not None:
            series, xs = self._drawn
            at = _nearest(xs, event.pos().x())
            epoch = self.tr("epoch {epoch}; click to go there").format(epoch=count_text(int(series.epochs[at])))
            QToolTip.showText(event.globalPos(), "\n".join([epoch, *series.labels(at)]), self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axes, curves and labels."""
        if self._series is None or self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(FONT_PIXELS))
        painter.fillRect(self.rect(), QColor(self._theme.card))
        drawing = _Drawing(painter, self._series, self._theme, QRectF(self.rect()))
        drawing.draw()
        self._drawn = self._series, drawing.xs


def _nearest(xs: Array, x: float) -> int:
    return int(np.argmin(np.abs(xs - x)))


class _Drawing:
    """One painting: the series, and where its points lie. `xs` has shape (points,), `_ys` (points, layers)."""

    def __init__(self, painter: QPainter, series: LayerSeries, theme: Theme, room: QRectF) -> None:
        self._painter, self._series, self._theme, self._right = painter, series, theme, room.right()
        self._labels = series.labels(series.now)
        self._line = float(painter.fontMetrics().height())
        scale = LogScale.around(series.values)
        height = room.height() - 2 * self._line - 2 * GAP
        self._marks = {round_text(mark): scale.share(mark) for mark in scale.marks(int(height / self._line / 1.5))}
        left = max(map(self._width, [USUAL_MARK, *self._marks])) + 2 * GAP
        right = max(map(self._width, self._all_labels())) + LEADER + GAP
        self._field = field = QRectF(left, self._line + GAP, room.width() - left - right, height)
        self._last_epoch = max(float(series.epochs.max()), SHORTEST_AXIS)
        self.xs: Array = field.left() + series.epochs / self._last_epoch * field.width()
        self._ys: Array = field.bottom() - scale.shares(series.values) * field.height()

    def _all_labels(self) -> Iterator[str]:
        """Yield all labels, and longer ones, so that the curves keep their width while the numbers change."""
        for layer, symbol in enumerate(self._series.symbols):
            yield from (self._labels[layer], f"{symbol} {USUAL_NUMBER}")

    def draw(self) -> None:
        """Draw everything."""
        self._draw_axes()
        for layer in range(self._series.layers):
            self._draw_curve(layer)
        self._draw_labels()

    def _draw_axes(self) -> None:
        field, quiet = self._field, QColor(self._theme.quiet)
        for text, share in self._marks.items():
            y = field.bottom() - share * field.height()
            self._draw_line(field.left(), y, field.right(), y, QColor(self._theme.line))
            self._write(text, QRectF(GAP, y - self._line / 2, field.left() - 2 * GAP, self._line), RIGHT, quiet)
        now = float(self.xs[self._series.now])
        self._draw_line(now, field.top(), now, field.bottom(), quiet)
        below = QRectF(field.left(), field.bottom() + GAP / 2, field.width(), self._line)
        self._write("0", below, LEFT, quiet)
        self._write(count_text(round(self._last_epoch)), below, RIGHT, quiet)
        self._write(self._series.title, QRectF(field.left(), 0, field.width(), self._line + GAP), LEFT, quiet)

    def _draw_curve(self, layer: int) -> None:
        color, ys = self._color(layer), self._ys[:, layer]
        self._painter.setPen(QPen(color, 1))
        finite = np.flatnonzero(np.isfinite(ys))
        for piece in np.split(finite, np.flatnonzero(np.diff(finite) > 1) + 1):
            points = [QPointF(x, y) for x, y in zip(self.xs[piece].tolist(), ys[piece].tolist(), strict=True)]
            self._painter.drawPolyline(QPolygonF(points))
        self._painter.setBrush(color)
        marked = finite if len(ys) <= FEW_POINTS else finite[finite == self._series.now]
        for point in marked.tolist():
            self._painter.drawEllipse(QPointF(self.xs[point], ys[point]), DOT, DOT)

    def _draw_labels(self) -> None:
        """Write names and values at the ends of the curves, of as many layers as there is room for."""
        field, line = self._field, self._line
        low, high = line / 2, field.bottom() + GAP + line / 2
        named = evenly(self._series.layers, int((high - low) / line) + 1)
        ends = [self._end(layer) for layer in named]
        for layer, (x, y), place in zip(named, ends, spread([y for _, y in ends], line, low, high), strict=True):
            color, start = self._color(layer), field.right() + LEADER
            self._draw_line(x, y, start - 2, place, color)
            room = QRectF(start, place - line / 2, self._right - start, line)
            self._write(self._labels[layer], room, LEFT, color)

    def _end(self, layer: int) -> tuple[float, float]:
        """Return where a curve ends; where it has no point, the bottom."""
        finite = np.flatnonzero(np.isfinite(self._ys[:, layer]))
        if not finite.size:
            return self._field.right(), self._field.bottom()
        return float(self.xs[finite[-1]]), float(self._ys[finite[-1], layer])

    def _draw_line(self, x: float, y: float, to_x: float, to_y: float, color: QColor) -> None:
        self._painter.setPen(QPen(color, 1))
        self._painter.drawLine(QLineF(x, y, to_x, to_y))

    def _write(self, text: str, room: QRectF, side: Qt.AlignmentFlag, color: QColor) -> None:
        self._painter.setPen(color)
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)

    def _width(self, text: str) -> float:
        return float(self._painter.fontMetrics().horizontalAdvance(text))

    def _color(self, layer: int) -> QColor:
        return layer_color(self._theme, layer, self._series.layers)
