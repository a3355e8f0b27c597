"""What a pressed button does in the plot of the data: points are moved, framed or brushed."""

from math import hypot
from typing import Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from core.kernels import Array
from gui.painting.scatter_field import Field, rounded
from gui.painting.scatter_points import Points

SMALLEST_MOVE = 3.0  # pixels; less is a click
BRUSH_STEP = 8.0  # pixels from one dab of the brush to the next
BRUSH_POINTS = 3  # of one dab


class Canvas(Protocol):
    """What gestures need of the plot."""

    @property
    def points(self) -> Points:
        """The points that are shown."""
        ...

    @property
    def field(self) -> Field:
        """Where they are shown."""
        ...

    @property
    def selected(self) -> frozenset[int]:
        """The points that are selected."""
        ...

    def select(self, points: frozenset[int]) -> None:
        """Select points."""

    def move_points(self, points: list[int], places: Array, key: object) -> None:
        """Ask for points to be moved."""

    def dab(self, point: QPointF, key: object) -> None:
        """Ask for points around a place."""


class Move:
    """Moves the selected points with the pointer."""

    def __init__(self, canvas: Canvas, point: QPointF) -> None:
        self._canvas, self._from, self._moving = canvas, point, False
        self._chosen = sorted(canvas.selected)
        self._places = canvas.points.places[self._chosen]

    def to(self, point: QPointF) -> None:
        """Go to another place."""
        offset = point - self._from
        self._moving = self._moving or hypot(offset.x(), offset.y()) >= SMALLEST_MOVE
        if self._moving:
            x, y = self._canvas.field.pixel
            self._canvas.move_points(self._chosen, moved(self._places, (offset.x() * x, -offset.y() * y), (x, y)), self)

    def end(self) -> None:
        """Let go."""


class Frame:
    """Selects what is in a rectangle, along with what `kept` is selected already."""

    def __init__(self, canvas: Canvas, point: QPointF, kept: frozenset[int]) -> None:
        self._canvas, self._from, self._kept = canvas, point, kept
        self.rect = QRectF(point, point)

    def to(self, point: QPointF) -> None:
        """Draw the rectangle up to another place."""
        self.rect = QRectF(self._from, point).normalized()
        self._canvas.select(self._kept | within(self._canvas, self.rect))

    def end(self) -> None:
        """Let go: a click on nothing selects nothing."""
        if self.rect.isNull():
            self._canvas.select(self._kept)


class Brush:
    """Scatters points along the way of the pointer."""

    def __init__(self, canvas: Canvas, point: QPointF) -> None:
        self._canvas, self._last = canvas, point
        canvas.dab(point, self)

    def to(self, point: QPointF) -> None:
        """Go to another place; points come where the way is long enough."""
        way = point - self._last
        if hypot(way.x(), way.y()) >= BRUSH_STEP:
            self._last = point
            self._canvas.dab(point, self)

    def end(self) -> None:
        """Let go."""


Gesture = Move | Frame | Brush


def within(canvas: Canvas, rect: QRectF) -> frozenset[int]:
    """Return the points in a rectangle of the screen."""
    pixels = canvas.field.to_pixels(canvas.points.places)
    x, y = pixels[:, 0], pixels[:, 1]
    inside = (rect.left() <= x) & (x <= rect.right()) & (rect.top() <= y) & (y <= rect.bottom())
    return frozenset(np.flatnonzero(inside).tolist())


def moved(places: Array, offset: tuple[float, float], grain: tuple[float, float]) -> Array:
    """Return places moved by an offset; a coordinate that is moved becomes as round as `grain` lets it be."""
    result = places.copy()
    for axis in range(2):
        if offset[axis]:
            result[:, axis] = [rounded(value + offset[axis], grain[axis]) for value in places[:, axis].tolist()]
    return result
