"""The picture of a scatter plot: its axes and points, and what is drawn over them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from core.kernels import Array
from gui.painting.axes import value_ticks
from gui.painting.color_scale import ColorScale, Hue
from gui.painting.scatter_field import Field
from gui.painting.scatter_points import Points, draw_points
from gui.text import round_text
from gui.theme import Theme, number_font, scaled

LEFT, BOTTOM, BESIDE = 34, 18, 8  # pixels around the field, for the numbers at its ticks
TICK_ROOM = 42.0  # from one tick to the next
RING = 7.5  # radius of what surrounds a selected point
HALO = 5.0  # width of what sets it off
CURSOR = 6.0


def room_for_points(rect: QRectF) -> QRectF:
    """Return the part of a widget in which points are; the rest is for the axes."""
    room = rect.adjusted(scaled(LEFT), BESIDE, -BESIDE, -scaled(BOTTOM))
    return QRectF(room.topLeft(), room.size().expandedTo(QRectF(0, 0, 1, 1).size()))


def draw_scene(widget: QWidget, points: Points, field: Field, names: tuple[str, str], theme: Theme) -> QPixmap:
    """Return the axes with their names, and the points."""
    ratio = widget.devicePixelRatioF()
    layer = QPixmap(widget.size() * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(QColor(theme.card))
    painter = QPainter(layer)
    painter.setFont(number_font(10))
    _draw_axes(painter, field, names, theme)
    painter.setClipRect(field.rect.adjusted(-BESIDE, -BESIDE, BESIDE, BESIDE))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    draw_points(painter, points, field.to_pixels(points.places), ColorScale(Hue.VALUE, theme, points.limit, theme.card))
    painter.end()
    return layer


def draw_rings(painter: QPainter, pixels: Array, color: str, theme: Theme) -> None:
    """Draw a ring around each of some points, set off from those around it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(theme.card), HALO), QPen(QColor(color), 2)):
        painter.setPen(pen)
        for x, y in pixels.tolist():
            painter.drawEllipse(QPointF(x, y), RING, RING)


def draw_frame(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the rectangle in which points are selected."""
    ground = QColor(theme.accent)
    ground.setAlphaF(0.12)
    painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
    painter.setBrush(ground)
    painter.drawRect(rect)


def draw_cursor(painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Draw the cross that the arrow keys move."""
    painter.setPen(QPen(QColor(theme.focus), 2))
    for arm in (QPointF(CURSOR, 0), QPointF(0, CURSOR)):
        painter.drawLine(place - arm, place + arm)


def _draw_axes(painter: QPainter, field: Field, names: tuple[str, str], theme: Theme) -> None:
    rect = field.rect
    across = value_ticks(field.across, int(rect.width() / TICK_ROOM))
    up = value_ticks(field.up, int(rect.height() / TICK_ROOM))
    height = painter.fontMetrics().height()
    center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for value in across:
        x = rect.left() + (value - field.across[0]) / (field.across[1] - field.across[0]) * rect.width()
        painter.setPen(QColor(theme.line))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.setPen(QColor(theme.quiet))
        painter.drawText(QRectF(x - 40, rect.bottom() + 2, 80, height), center, round_text(value))
    for value in up:
        y = rect.bottom() - (value - field.up[0]) / (field.up[1] - field.up[0]) * rect.height()
        painter.setPen(QColor(theme.line))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        painter.setPen(QColor(theme.quiet))
        painter.drawText(QRectF(0, y - height / 2, rect.left() - 4, height), right, round_text(value))
    painter.setPen(QColor(theme.text))
    painter.drawText(rect.adjusted(0, 0, -2, -1), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, names[0])
    painter.drawText(rect.adjusted(3, -2, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, names[1])
