"""The samples on a plane: their targets as colours, their errors as sizes, wrong answers by another shape."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from core.classes import Classes
from core.experiment import Experiment
from core.features import compute_features
from core.kernels import Array, as_array
from core.network import Parameters, predict
from core.questions.confusion import error_sizes
from gui.painting.plane_image import Pixels
from gui.theme import Theme

MOST_DRAWN = 1_500  # more samples than that would only hide one another
SMALLEST, LARGEST = 3.0, 6.0  # radius on the screen
MANY, SCALE_OF_MANY = 100, 0.8  # from so many on, all are smaller
SIZES = 4  # so few that one picture serves many points
RIM, OUTLINE = 1.2, 0.45  # width of the rim, opacity of what sets it off from the ground

Flags = NDArray[np.bool_]


class PlaneSamples:
    """The samples that are drawn, those of the test after those of the training; of very many, evenly spread ones.

    `numbers` says which of the training or test samples each is.
    """

    def __init__(self, experiment: Experiment) -> None:
        data = experiment.data
        self._layers = experiment.layers
        inputs = as_array(data.inputs + data.test_inputs, data.input_count)
        targets = as_array(data.targets + data.test_targets, data.target_count)
        self.step = -(-len(inputs) // MOST_DRAWN)
        drawn = np.arange(0, len(inputs), self.step)
        self.inputs, self.targets = inputs[drawn], targets[drawn]
        self.is_test: Flags = drawn >= data.samples
        self.numbers = np.where(self.is_test, drawn - data.samples, drawn)
        self._seen = compute_features(data.features, self.inputs)

    def outputs(self, parameters: Parameters) -> Array:
        """Return what the network answers, shape (samples drawn, outputs)."""
        return predict(self._layers, parameters, self._seen)

    def wrong(self, outputs: Array, classes: Classes | None) -> Flags:
        """Say which are taken for another class; without classes, none."""
        if classes is None:
            return np.zeros(len(outputs), bool)
        wrong: Flags = classes.of_outputs(outputs) != classes.of_targets(self.targets)
        return wrong

    def error_shares(self, outputs: Array, output: int | None, limit: float) -> Array:
        """Return the errors of one output, or of all, as shares of a scale's extent, 0 to 1."""
        of = slice(None) if output is None else slice(output, output + 1)
        shares = error_sizes(outputs[:, of], self.targets[:, of]) / (2 * limit)
        return np.clip(np.nan_to_num(shares, nan=1.0), 0, 1)


@dataclass(frozen=True, eq=False, slots=True)
class PlanePoints:
    """Where the samples are and how they look; `codes` stands for colour, size, shape and rim at once."""

    places: Array
    codes: NDArray[np.int64]


def points_of(places: Array, colors: Pixels, error_shares: Array, wrong: Flags, is_test: Flags) -> PlanePoints:
    """Return points at `places`, of shape (points, 2)."""
    sizes = np.rint(error_shares * (SIZES - 1)).astype(np.int64)
    codes = ((colors.astype(np.int64) * SIZES + sizes) * 2 + wrong) * 2 + is_test
    return PlanePoints(places, codes)


class PointPictures:
    """The small pictures that points are drawn with, made once for each look."""

    def __init__(self, theme: Theme, ratio: float, points: int) -> None:
        dark, light = sorted((QColor(theme.card), QColor(theme.text)), key=QColor.lightnessF)
        self._looks = {False: (light, _faint(dark)), True: (dark, _faint(light))}
        self._scale = 1.0 if points < MANY else SCALE_OF_MANY
        self._ratio = ratio
        self._made: dict[int, QPixmap] = {}

    def draw(self, painter: QPainter, places: Array, codes: NDArray[np.int64]) -> None:
        """Draw points at places on the screen, shape (points, 2); the first ones, of the training, on top."""
        half = LARGEST + 2
        corners = (places[::-1] - half).tolist()
        for (x, y), code in zip(corners, codes[::-1].tolist(), strict=True):
            painter.drawPixmap(QPointF(x, y), self._made.get(code) or self._make(code))

    def _make(self, code: int) -> QPixmap:
        rest, is_test = divmod(code, 2)
        rest, wrong = divmod(rest, 2)
        color, size = divmod(rest, SIZES)
        side = 2 * (LARGEST + 2)
        picture = QPixmap(round(side * self._ratio), round(side * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._scale * (SMALLEST + (LARGEST - SMALLEST) * size / (SIZES - 1))
        center = QPointF(side / 2, side / 2)
        rim, outline = self._looks[bool(is_test)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(outline)
        draw_point(painter, center, radius + RIM, wrong=bool(wrong))
        painter.setPen(QPen(rim, RIM * self._scale))
        painter.setBrush(QColor.fromRgb(color))
        draw_point(painter, center, radius, wrong=bool(wrong))
        painter.end()
        self._made[code] = picture
        return picture


def _faint(color: QColor) -> QColor:
    return QColor.fromRgbF(color.redF(), color.greenF(), color.blueF(), OUTLINE)


def draw_point(painter: QPainter, center: QPointF, radius: float, *, wrong: bool) -> None:
    """Draw a disc or, for a wrong answer, a diamond of about the same area."""
    if wrong:
        radius *= 1.25
        x, y = center.x(), center.y()
        painter.drawPolygon(
            QPolygonF([QPointF(x - radius, y), QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius)])
        )
    else:
        painter.drawEllipse(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius))
