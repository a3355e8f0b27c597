"""The field of a plot over the epochs: where everything lies in it, and how axes and lines are painted."""

from dataclasses import dataclass

import numpy as np
from pyqtgraph.functions import arrayToQPath
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.kernels import Array
from gui.painting.axes import Span, epoch_ticks, fractions, logarithmic_ticks, value_ticks
from gui.painting.curve_lines import Line
from gui.text import count_text, round_text
from gui.theme import Theme, scaled

TICK_WIDTH, TICK_HEIGHT = 64.0, 24.0  # pixels from one number at an axis to the next
LEFT, TOP, RIGHT, BOTTOM = 50.0, 8.0, 10.0, 18.0
GAP, TICK = 4.0, 3.0
FAINTNESS = 70  # of 255
PEN_WIDTH = 1  # a wider one takes many times as long on a noisy curve


@dataclass(frozen=True)
class Frame:
    """Which epochs and which values a field shows; by the logarithm, `values` are logarithms."""

    field: QRectF
    epochs: Span
    values: Span
    logarithmic: bool = False

    def x(self, epoch: float) -> float:
        """Return the place of an epoch."""
        low, high = self.epochs
        return self.field.left() + (epoch - low) / (high - low) * self.field.width()

    def epoch(self, x: float) -> float:
        """Return the epoch at a place; beside the field, that at its edge."""
        low, high = self.epochs
        share = (x - self.field.left()) / self.field.width()
        return min(max(low + share * (high - low), low), high)

    def places(self, line: Line) -> tuple[Array, Array]:
        """Return x and y of a line's points; NaN where there is nothing, beyond the field what is beyond its range."""
        low, high = self.epochs
        x = self.field.left() + (line.epochs - low) * (self.field.width() / (high - low))
        up = fractions(line.values, self.values, logarithmic=self.logarithmic)
        return x, self.field.bottom() - np.clip(up, 0.0, 1.0) * self.field.height()


def field_of(width: float, height: float) -> QRectF:
    """Return the field of a plot of some size, clear of what is written at its axes."""
    left, bottom = scaled(LEFT), scaled(BOTTOM)
    return QRectF(left, TOP, max(1.0, width - left - RIGHT), max(1.0, height - TOP - bottom))


def paint_axes(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """Paint two axes with their numbers."""
    field, metrics = frame.field, QFontMetricsF(painter.font())
    painter.setPen(QPen(QColor(theme.line)))
    painter.drawLine(field.topLeft(), field.bottomLeft())
    painter.drawLine(field.bottomLeft(), field.bottomRight())
    painter.setPen(QPen(QColor(theme.quiet)))
    most = max(1, int(field.height() / scaled(TICK_HEIGHT)))
    low, high = frame.values
    for tick in (logarithmic_ticks if frame.logarithmic else value_ticks)(frame.values, most):
        text = round_text(10.0**tick) if frame.logarithmic else round_text(tick)
        y = field.bottom() - (tick - low) / (high - low) * field.height()
        painter.drawLine(QLineF(field.left() - TICK, y, field.left(), y))
        box = QRectF(0, y - metrics.height() / 2, field.left() - TICK - GAP, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    for epoch in epoch_ticks(frame.epochs, max(1, int(field.width() / scaled(TICK_WIDTH)))):
        text, x = count_text(epoch), frame.x(epoch)
        width = metrics.horizontalAdvance(text)
        start = min(x - width / 2, field.right() + RIGHT - width)
        painter.drawLine(QLineF(x, field.bottom(), x, field.bottom() + TICK))
        box = QRectF(start, field.bottom() + GAP, width + 1, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)


def paint_line(painter: QPainter, frame: Frame, line: Line) -> None:
    """Paint a line; where a value is missing, it is broken off."""
    color = QColor(line.color)
    if line.faint:
        color.setAlpha(FAINTNESS)
    pen = QPen(color, PEN_WIDTH)
    pen.setCosmetic(True)
    if line.dash:
        pen.setDashPattern(line.dash)
    painter.setPen(pen)
    x, y = frame.places(line)
    if len(x) == 1:
        painter.drawEllipse(QRectF(x[0] - 1, y[0] - 1, 2, 2))
    painter.drawPath(arrayToQPath(x, y, connect="finite"))


def paint_upright(painter: QPainter, frame: Frame, epoch: float, color: str) -> None:
    """Paint a line at an epoch."""
    painter.setPen(QPen(QColor(color)))
    painter.drawLine(QLineF(frame.x(epoch), frame.field.top(), frame.x(epoch), frame.field.bottom()))
