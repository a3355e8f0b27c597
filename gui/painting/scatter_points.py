"""The points of a scatter plot: what they look like, and how thousands of them are drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from core.data import Data
from core.kernels import Array, as_array
from gui.painting.color_scale import ColorScale, round_limit

MANY = 100  # from so many on, points are smaller
RADIUS, RADIUS_OF_MANY = 4.5, 3.2
SPRITE = 14  # pixels of a point with its rim

SHAPE_SIGNS = ("■", "●", "▲", "◆")  # as they are written
SQUARE, CIRCLE = range(2)
_PATHS: tuple[Callable[[QPainter, float], None], ...] = (
    lambda painter, r: painter.drawRect(QRectF(-0.85 * r, -0.85 * r, 1.7 * r, 1.7 * r)),
    lambda painter, r: painter.drawEllipse(QPointF(0, 0), r, r),
    lambda painter, r: painter.drawPolygon(QPolygonF([QPointF(0, -r), QPointF(r, 0.8 * r), QPointF(-r, 0.8 * r)])),
    lambda painter, r: painter.drawPolygon(
        QPolygonF([QPointF(0, -1.15 * r), QPointF(1.15 * r, 0), QPointF(0, 1.15 * r), QPointF(-1.15 * r, 0)])
    ),
)


@dataclass(frozen=True, eq=False)
class Points:
    """The samples to learn from and, behind these, those to test with: where each is, its colour's value, its shape.

    `places` has shape (points, 2). The value of a class is from −1, of the first, to 1, of the last; that of a number
    is the number.
    """

    places: Array
    values: Array
    shapes: NDArray[np.int_]
    training: int

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.places)

    @cached_property
    def limit(self) -> float:
        """The end of the scale of their colours."""
        return round_limit(self.values)


def points_of(data: Data, columns: tuple[int, int]) -> Points:
    """Return the points of samples by two of their columns, which are counted through, inputs first."""
    rows = data.rows() + data.rows(test=True)
    table = as_array(rows, data.input_count + data.target_count)
    classes = data.classes
    if classes:
        number_of = {row: number for number, row in enumerate(classes)}
        number = np.array([number_of[row[data.input_count :]] for row in rows])
        values, shapes = np.linspace(-1, 1, len(classes))[number], number % len(SHAPE_SIGNS)
    else:
        values = table[:, data.input_count]
        shapes = np.where(values < 0, SQUARE, CIRCLE)
    return Points(table[:, list(columns)], values, shapes, data.samples)


def draw_points(painter: QPainter, points: Points, pixels: Array, scale: ColorScale) -> None:
    """Draw points at their places on the screen; those of test samples have a bold rim."""
    steps = scale.steps(points.values)
    tested = np.arange(points.count) >= points.training
    ratio = painter.device().devicePixelRatio()
    radius = RADIUS if points.count < MANY else RADIUS_OF_MANY
    sprites: dict[tuple[int, int, bool], QPixmap] = {}
    corners = pixels - SPRITE / 2
    kinds = zip(steps.tolist(), points.shapes.tolist(), tested.tolist(), strict=True)
    for (x, y), kind in zip(corners.tolist(), kinds, strict=True):
        if (sprite := sprites.get(kind)) is None:
            sprite = sprites[kind] = _sprite(kind, radius, scale, ratio)
        painter.drawPixmap(QPointF(x, y), sprite)


def _sprite(kind: tuple[int, int, bool], radius: float, scale: ColorScale, ratio: float) -> QPixmap:
    step, shape, tested = kind
    pixmap = QPixmap(round(SPRITE * ratio), round(SPRITE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SPRITE / 2, SPRITE / 2)
    painter.setPen(QPen(QColor(scale.theme.text), 1.3) if tested else QPen(QColor(scale.theme.edge), 1))
    painter.setBrush(scale.color_of_step(step))
    _PATHS[shape](painter, radius)
    painter.end()
    return pixmap
