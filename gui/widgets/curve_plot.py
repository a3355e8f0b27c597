"""A plot of curves over the epochs, with a line at the epoch that is shown and one under the pointer.

It paints itself, in a fraction of the time between two pictures, because it does so while training runs.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.painting.axes import NO_SPAN, Span, epoch_span, value_span
from gui.painting.curve_frame import Frame, field_of, paint_axes, paint_line, paint_upright
from gui.painting.curve_lines import Line
from gui.theme import LIGHT, Theme, number_font, scaled, text_font

FEWEST_EPOCHS = 10  # that are in view where there are fewer
NEAREST_EPOCHS = 5  # that stay in view when it is enlarged
CLICK_REACH = 4  # pixels the pointer may move in a click
ZOOM = 1.25
NOTCH = 120.0  # of the wheel
FAR = 1_000_000
LOWEST = 60
MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -20,
    Qt.Key.Key_PageDown: 20,
    Qt.Key.Key_Home: -FAR,
    Qt.Key.Key_End: FAR,
}
"""By how many pixels a key moves the line that is read."""
ZOOMS = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}
CONFIRMS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = {*MOVES, *ZOOMS, *CONFIRMS, Qt.Key.Key_Escape, Qt.Key.Key_0}


class CurvePlot(QWidget):
    """Draws lines over the epochs; their values set the range, unless `values` is given.

    `pointed` carries the epoch under the pointer, or None; `chosen` one that was clicked, or confirmed by Return;
    `viewed` the range of epochs in view, or None for the whole run: the wheel enlarges, dragging goes along.
    """

    pointed = Signal(object)
    chosen = Signal(object)
    viewed = Signal(object)

    def __init__(self, name: str, values: Span | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr(
                "The arrow keys read values off, Return goes to that epoch, + and − enlarge, 0 shows the whole run."
            )
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(number_font(10))
        self.setMinimumHeight(scaled(LOWEST))
        self.lines: tuple[Line, ...] = ()
        self.epoch = 0.0
        self.pointer: float | None = None
        self.sentence = ""
        self.zoomed: Span | None = None
        self._length = 0
        self._logarithmic = False
        self._fixed, self._values = values, values or NO_SPAN
        self._theme = LIGHT
        self._pressed: tuple[QPointF, Frame] | None = None

    @property
    def frame(self) -> Frame:
        """What the field shows."""
        epochs = self.zoomed or epoch_span(self._length, FEWEST_EPOCHS)
        return Frame(field_of(self.width(), self.height()), epochs, self._values, self._logarithmic)

    @property
    def has_logarithms(self) -> bool:
        """Whether any value that is drawn is above 0."""
        return any((line.values > 0).any() for line in self.lines)

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.update()

    def show_length(self, length: int) -> None:
        """Say how many epochs there are; what is enlarged stays so as long as it is in them."""
        self._length = length
        if self.zoomed and self.zoomed[1] > epoch_span(length, FEWEST_EPOCHS)[1]:
            self.view(None)

    def show_lines(self, lines: Sequence[Line], *, logarithmic: bool = False) -> None:
        """Draw lines."""
        self.lines, self._logarithmic = tuple(lines), logarithmic
        values = np.concatenate([np.zeros(0), *(line.values for line in self.lines)])
        self._values = self._fixed or value_span(values, logarithmic=logarithmic)
        self.update()

    def show_epoch(self, epoch: float) -> None:
        """Mark the epoch that is shown."""
        self.epoch = epoch
        self.update()

    def say(self, sentence: str) -> None:
        """Say in the field why there is nothing to be seen; an empty sentence says nothing."""
        self.sentence = sentence
        self.update()

    def point_at(self, epoch: float | None) -> None:
        """Draw the line that is read at an epoch, or none."""
        if epoch != self.pointer:
            self.pointer = epoch
            self.update()

    def view(self, span: Span | None) -> None:
        """Bring a range of epochs into view, or the whole run."""
        if span is not None:
            low, high = epoch_span(self._length, FEWEST_EPOCHS)
            size = min(max(span[1] - span[0], NEAREST_EPOCHS), high - low)
            start = min(max(span[0], low), high - size)
            span = None if size >= high - low else (start, start + size)
        if span != self.zoomed:
            self.zoomed = span
            self.update()
            self.viewed.emit(span)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are used here from the window, for as long as the plot has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line that is read, go to its epoch, or enlarge around it."""
        key, at = event.key(), self.epoch if self.pointer is None else self.pointer
        if not _is_own(event):
            super().keyPressEvent(event)
        elif key in MOVES:
            self._read(self._moved(at, MOVES[Qt.Key(key)]))
        elif key in ZOOMS:
            self._zoom(ZOOMS[Qt.Key(key)], at)
        elif key in CONFIRMS:
            self.chosen.emit(round(at))
        elif key == Qt.Key.Key_0:
            self.view(None)
        else:
            self._read(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position(), self.frame

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read what the pointer is on, or go along."""
        if self._pressed is not None and self.zoomed is not None:
            start, frame = self._pressed
            low, high = frame.epochs
            way = (start.x() - event.position().x()) * (high - low) / frame.field.width()
            self.view((low + way, high + way))
        self._read(self.frame.epoch(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and (event.position() - pressed[0]).manhattanLength() <= CLICK_REACH:
            self.chosen.emit(round(self.frame.epoch(event.position().x())))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._read(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge around the pointer."""
        self._zoom(ZOOM ** (event.angleDelta().y() / NOTCH), self.frame.epoch(event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes, the lines, and what is marked."""
        painter, frame, theme = QPainter(self), self.frame, self._theme
        painter.fillRect(self.rect(), QColor(theme.card))
        paint_axes(painter, frame, theme)
        painter.save()
        painter.setClipRect(frame.field.adjusted(0, -1, 1, 1))
        paint_upright(painter, frame, self.epoch, theme.edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self.lines:
            paint_line(painter, frame, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.pointer is not None:
            paint_upright(painter, frame, self.pointer, theme.quiet)
        painter.restore()
        if self.sentence:
            painter.setPen(QColor(theme.quiet))
            painter.setFont(text_font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.field.adjusted(8, 0, -8, 0), flags, self.sentence)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus)))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _read(self, epoch: float | None) -> None:
        self.point_at(epoch)
        self.pointed.emit(epoch)

    def _moved(self, epoch: float, pixels: int) -> float:
        """Return an epoch so many pixels farther; it is another one, however much is enlarged."""
        frame = self.frame
        low, high = frame.epochs
        way = max(1, round(abs(pixels) * (high - low) / frame.field.width()))
        return float(min(max(round(epoch) + (way if pixels > 0 else -way), low), high))

    def _zoom(self, factor: float, around: float) -> None:
        low, high = self.frame.epochs
        self.view((around - (around - low) / factor, around + (high - around) / factor))


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in OWN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
