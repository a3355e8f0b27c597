"""From where to where curves go, and how that is laid into a rectangle."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from core.illustrations import Curve
from core.kernels import Array


@dataclass(frozen=True, slots=True)
class Extent:
    """The numbers from left to right and from bottom to top."""

    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def of(cls, curves: Iterable[Curve]) -> "Extent":
        """Return what holds all of some curves."""
        xs, ys = zip(*((curve.x, curve.y) for curve in curves), strict=True)
        return cls(_least(xs), _most(xs), _least(ys), _most(ys))

    def with_zero(self) -> "Extent":
        """Return the extent with room from zero up or down, and some room where all is zero."""
        bottom, top = min(0.0, self.bottom), max(0.0, self.top)
        return replace(self, bottom=bottom, top=top if top > bottom else bottom + 1)

    def with_shape_of(self, frame: QRectF) -> "Extent":
        """Return the extent made wider or higher, so that in `frame` one is as long across as up."""
        width, height = self.right - self.left, self.top - self.bottom
        scale = min(frame.width() / width, frame.height() / height)
        wider, higher = (frame.width() / scale - width) / 2, (frame.height() / scale - height) / 2
        return Extent(self.left - wider, self.right + wider, self.bottom - higher, self.top + higher)

    def x_in(self, frame: QRectF, x: Array) -> Array:
        """Return where numbers across are in `frame`."""
        return frame.left() + (x - self.left) / (self.right - self.left) * frame.width()

    def y_in(self, frame: QRectF, y: Array) -> Array:
        """Return where numbers up are in `frame`."""
        return frame.bottom() - (y - self.bottom) / (self.top - self.bottom) * frame.height()


def _least(arrays: Iterable[Array]) -> float:
    return min(float(array.min()) for array in arrays)


def _most(arrays: Iterable[Array]) -> float:
    return max(float(array.max()) for array in arrays)
