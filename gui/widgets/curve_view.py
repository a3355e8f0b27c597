"""A small drawing of curves."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.illustrations import Curve
from core.kernels import Array
from gui.painting.extent import Extent
from gui.text import count_text, round_text
from gui.theme import number_font

SIZE = QSize(240, 116)
LEFT, TOP, BOTTOM = 38.0, 16.0, 14.0  # room for numbers, for the names of the curves, and for numbers
SAMPLE, GAP = 18.0, 6.0
FONT_PIXELS = 10
COUNTS = 100  # numbers from here on are written in full


class CurveView(QWidget):
    """Draws curves, the quiet ones dashed, within a frame that says from where to where they go."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(number_font(FONT_PIXELS))
        self._curves: tuple[Curve, ...] = ()
        self._is_map = False

    def show_curves(self, curves: Sequence[Curve], *, is_map: bool = False) -> None:
        """Show curves; with `is_map`, as long across as up, and as far as the quiet ones go."""
        self._curves, self._is_map = tuple(curves), is_map
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small size."""
        return SIZE

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, curves, names and numbers."""
        if not self._curves:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_map:
            frame = QRectF(self.rect())
            extent = Extent.of([curve for curve in self._curves if curve.quiet]).with_shape_of(frame)
        else:
            frame = QRectF(self.rect()).adjusted(LEFT, TOP, -1, -BOTTOM)
            extent = Extent.of(self._curves).with_zero()
            self._draw_numbers(painter, frame, extent)
            self._draw_names(painter, frame)
        painter.setClipRect(frame.adjusted(-1, -1, 1, 1))
        self._draw_axes(painter, frame, extent)
        for curve in sorted(self._curves, key=lambda curve: not curve.quiet):
            painter.setPen(self._pen(curve))
            painter.drawPolyline(_polyline(extent.x_in(frame, curve.x), extent.y_in(frame, curve.y)))

    def _draw_axes(self, painter: QPainter, frame: QRectF, extent: Extent) -> None:
        painter.setPen(QPen(self._color(QPalette.ColorRole.Mid), 1))
        across, up = (float(place[0]) for place in (extent.x_in(frame, np.zeros(1)), extent.y_in(frame, np.zeros(1))))
        painter.drawLine(QLineF(frame.left(), up, frame.right(), up))
        painter.drawLine(QLineF(across, frame.top(), across, frame.bottom()))

    def _draw_numbers(self, painter: QPainter, frame: QRectF, extent: Extent) -> None:
        painter.setPen(self._color(QPalette.ColorRole.PlaceholderText))
        beside = QRectF(0, frame.top(), LEFT - GAP, frame.height())
        below = QRectF(frame.left(), frame.bottom(), frame.width(), BOTTOM)
        left, right, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(beside, right | top, _short(extent.top))
        painter.drawText(beside, right | bottom, _short(extent.bottom))
        painter.drawText(below, left | bottom, _short(extent.left))
        painter.drawText(below, right | bottom, _short(extent.right))

    def _draw_names(self, painter: QPainter, frame: QRectF) -> None:
        """Write above the frame what each curve is called, behind a piece of its line."""
        place = frame.left()
        for curve in self._curves:
            if curve.text:
                painter.setPen(self._pen(curve))
                painter.drawLine(QLineF(place, TOP / 2, place + SAMPLE, TOP / 2))
                painter.setPen(self._color(QPalette.ColorRole.Text))
                width = painter.fontMetrics().horizontalAdvance(curve.text)
                room = QRectF(place + SAMPLE + GAP, 0, width + GAP, TOP)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, curve.text)
                place = room.right() + GAP

    def _pen(self, curve: Curve) -> QPen:
        if curve.quiet:
            return QPen(self._color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DashLine)
        return QPen(self._color(QPalette.ColorRole.Text), 1.5)

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _polyline(x: Array, y: Array) -> QPolygonF:
    return QPolygonF([QPointF(*place) for place in zip(x.tolist(), y.tolist(), strict=True)])


def _short(number: float) -> str:
    """Return a number in two digits or, where it counts something, as a count."""
    return count_text(int(number)) if number >= COUNTS and number.is_integer() else round_text(float(f"{number:.2g}"))
