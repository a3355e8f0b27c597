"""Where a small plot has room for its picture, and the numbers and names around it."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from core.kernels import Array
from gui.text import round_text
from gui.theme import Theme, number_font, scaled, text_font

Ends = tuple[float, float]

LEFT, BOTTOM, RIGHT = 46, 30, 66  # room for the text beside the field, at the usual size of text
TOP = 6.0
SMALLEST_FIELD = 20.0
BAR_DISTANCE, BAR_WIDTH = 10.0, 9.0
TICK, TICK_ROOM = 3.0, 38  # length of a tick, and pixels from one number to the next
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Frame:
    """The field of a plot on the screen, and what lies at its borders."""

    field: QRectF
    x: Ends
    y: Ends

    def on_screen(self, points: Array) -> Array:
        """Return points of shape (…, 2) as places on the screen."""
        start = np.array([self.field.left(), self.field.bottom()])
        low = np.array([self.x[0], self.y[0]])
        scale = np.array([self.field.width() / extent(self.x), -self.field.height() / extent(self.y)])
        with np.errstate(all="ignore"):
            places: Array = start + (points - low) * scale
        return places

    def point_at(self, place: QPointF) -> tuple[float, float]:
        """Return what lies at a place on the screen."""
        across = (place.x() - self.field.left()) / self.field.width()
        up = (self.field.bottom() - place.y()) / self.field.height()
        return self.x[0] + across * extent(self.x), self.y[0] + up * extent(self.y)


def extent(ends: Ends) -> float:
    """Return how far it is from one end to the other."""
    return ends[1] - ends[0]


def frame_in(room: QRectF, x: Ends, y: Ends, *, square: bool) -> Frame:
    """Return the largest field for which there is room, with its numbers around it."""
    space = room.adjusted(scaled(LEFT), TOP, -scaled(RIGHT), -scaled(BOTTOM))
    width, height = max(SMALLEST_FIELD, space.width()), max(SMALLEST_FIELD, space.height())
    if square:
        width = height = min(width, height)
    left = space.left() + max(0.0, (space.width() - width) / 2)
    return Frame(QRectF(round(left), round(space.top()), round(width), round(height)), x, y)


def ticks(ends: Ends, pixels: float, room: float = TICK_ROOM) -> list[float]:
    """Return round numbers between two ends, with room between them: 1, 2 or 5 times a power of ten apart."""
    least = extent(ends) * min(1.0, room / pixels)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(power * step for step in STEPS if power * step >= least)
    return [number * step for number in range(math.ceil(ends[0] / step), math.floor(ends[1] / step) + 1)]


def draw_axes(painter: QPainter, frame: Frame, names: tuple[str, str], theme: Theme) -> None:
    """Draw the border of the field, and numbers and names beside it."""
    field = frame.field
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(field)
    painter.setFont(number_font(10))
    _draw_columns(painter, frame, theme)
    _draw_rows(painter, frame, theme)
    painter.setFont(text_font(11))
    _draw_names(painter, field, names)


def _draw_columns(painter: QPainter, frame: Frame, theme: Theme) -> None:
    bottom, height = frame.field.bottom(), painter.fontMetrics().height()
    across = ticks(frame.x, frame.field.width(), scaled(TICK_ROOM))
    columns = frame.on_screen(np.array([[tick, frame.y[0]] for tick in across]).reshape(-1, 2))[:, 0].tolist()
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.drawLines([QLineF(column, bottom, column, bottom + TICK) for column in columns])
    painter.setPen(QColor(theme.quiet))
    half = scaled(TICK_ROOM)
    for tick, column in zip(across, columns, strict=True):
        place = QRectF(column - half, bottom + TICK, 2 * half, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, round_text(tick))


def _draw_rows(painter: QPainter, frame: Frame, theme: Theme) -> None:
    left, height, width = frame.field.left(), painter.fontMetrics().height(), scaled(LEFT)
    up = ticks(frame.y, frame.field.height(), scaled(TICK_ROOM))
    rows = frame.on_screen(np.array([[frame.x[0], tick] for tick in up]).reshape(-1, 2))[:, 1].tolist()
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.drawLines([QLineF(left - TICK, row, left, row) for row in rows])
    painter.setPen(QColor(theme.quiet))
    for tick, row in zip(up, rows, strict=True):
        place = QRectF(left - width, row - height / 2, width - TICK - 2, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, round_text(tick))


def _draw_names(painter: QPainter, field: QRectF, names: tuple[str, str]) -> None:
    metrics = painter.fontMetrics()
    height = metrics.height()
    below = QRectF(field.left(), field.bottom() + scaled(BOTTOM) - height, field.width(), height)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, _shortened(metrics, names[0], field.width()))
    painter.save()
    painter.translate(field.left() - scaled(LEFT) + height / 2, field.center().y())
    painter.rotate(-90)
    beside = QRectF(-field.height() / 2, -height / 2, field.height(), height)
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, _shortened(metrics, names[1], field.height()))
    painter.restore()


def _shortened(metrics: QFontMetrics, name: str, room: float) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))


def draw_bar(painter: QPainter, field: QRectF, bar: QImage, texts: list[str], theme: Theme) -> None:
    """Draw the legend of the colours beside the field; of several classes, a text stands beside its own block."""
    place = QRectF(field.right() + BAR_DISTANCE, field.top(), BAR_WIDTH, field.height())
    painter.drawImage(place, bar)
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.setPen(QColor(theme.quiet))
    painter.setFont(number_font(10))
    height = painter.fontMetrics().height()
    in_blocks = bar.height() == len(texts)
    for number, text in enumerate(texts):
        share = (number + 0.5) / len(texts) if in_blocks else number / (len(texts) - 1)
        top = place.bottom() - share * place.height() - height / 2
        top = min(max(top, place.top() - 2), place.bottom() + 2 - height)
        line = QRectF(place.right() + 4, top, field.right() + scaled(RIGHT) - place.right() - 4, height)
        shortened = _shortened(painter.fontMetrics(), text, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shortened)
