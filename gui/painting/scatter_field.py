"""The field of a scatter plot: from values to pixels and back."""

from dataclasses import dataclass
from math import floor, log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from core.kernels import Array
from gui.painting.axes import Span

MARGIN = 0.08  # of the values' extent, on each side
ROOMIEST = 2.5  # times what is needed; with more room than that, the field is fitted anew
FINEST = 1e-12  # of a value's size; a narrower extent would have ticks that cannot be told apart


@dataclass(frozen=True)
class Field:
    """What extents of values are shown in which rectangle; the vertical axis goes up."""

    across: Span
    up: Span
    rect: QRectF

    def to_pixels(self, places: Array) -> Array:
        """Return where values are on the screen, shape (points, 2)."""
        (left, right), (low, high), rect = self.across, self.up, self.rect
        x = rect.left() + (places[:, 0] - left) / (right - left) * rect.width()
        y = rect.bottom() - (places[:, 1] - low) / (high - low) * rect.height()
        return np.column_stack([x, y])

    def to_values(self, point: QPointF) -> tuple[float, float]:
        """Return the values at a point of the screen, as round as the pixels let them be."""
        (left, right), (low, high), rect = self.across, self.up, self.rect
        x = left + (point.x() - rect.left()) / rect.width() * (right - left)
        y = low + (rect.bottom() - point.y()) / rect.height() * (high - low)
        x_pixel, y_pixel = self.pixel
        return rounded(x, x_pixel), rounded(y, y_pixel)

    @property
    def pixel(self) -> tuple[float, float]:
        """How much one pixel is, across and up."""
        across, up = self.across[1] - self.across[0], self.up[1] - self.up[0]
        return across / self.rect.width(), up / self.rect.height()


def fitting_span(values: Array, shown: Span | None) -> Span:
    """Return the extent in which values are to be shown: the one they are shown in, as long as it suits them.

    So the picture stays where it is while single points are moved.
    """
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    if high - low <= FINEST * max(abs(low), abs(high)):
        reach = max(abs(low), abs(high), 1.0) / 2
        low, high = low - reach, high + reach
    if shown is not None and shown[0] <= low and high <= shown[1] and shown[1] - shown[0] <= ROOMIEST * (high - low):
        return shown
    margin = MARGIN * (high - low)
    return low - margin, high + margin


def rounded(value: float, grain: float) -> float:
    """Return a value with no more decimals than what is as fine as `grain` needs."""
    return round(value, 1 - floor(log10(grain))) + 0.0
