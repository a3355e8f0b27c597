"""Pictures of what the network, or a unit of it, answers over a plane: one colour for each point."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters
from core.questions.plane import Plane
from gui.painting.color_scale import Hue, mix, round_limit
from gui.theme import Theme

SHADES = 127  # of colour on each side of zero: finer than ColorScale's, as a picture needs no pens
NOT_A_NUMBER = 2 * SHADES + 1  # the last of 256 entries

CLASS_COLORS = ("positive_value", "negative_value", "positive_gradient", "negative_gradient", "loss", "quiet")

Pixels = NDArray[np.uint32]


@lru_cache(maxsize=8)
def color_table(theme: Theme, hue: Hue = Hue.VALUE) -> Pixels:
    """Return 256 colours as Qt's 0xffRRGGBB: from the negative hue through the card to the positive one, then NaN's."""
    ends = (QColor(getattr(theme, f"{sign}_{hue.value}")) for sign in ("negative", "positive"))
    negative, positive = (
        [mix(QColor(theme.card), end, shade / SHADES).rgb() for shade in range(SHADES + 1)] for end in ends
    )
    return np.array([*reversed(negative), *positive[1:], QColor(theme.warning_ground).rgb()], np.uint32)


def shades(values: Array, limit: float, middle: float = 0.0) -> NDArray[np.uint8]:
    """Return for each value its place in a colour table whose ends stand for `middle` ± `limit`."""
    with np.errstate(all="ignore"):
        scaled = np.clip((values - middle) / limit * SHADES, -SHADES, SHADES)
    scaled[np.isnan(scaled)] = NOT_A_NUMBER - SHADES
    return (scaled + (SHADES + 0.5)).astype(np.uint8)


@lru_cache(maxsize=8)
def class_table(theme: Theme, classes: int) -> Pixels:
    """Return 256 colours for each of several classes: from the card to the class's own colour, then NaN's."""
    names = (CLASS_COLORS[number % len(CLASS_COLORS)] for number in range(classes))
    steps = [step / (NOT_A_NUMBER - 1) for step in range(NOT_A_NUMBER)]
    card, none = QColor(theme.card), QColor(theme.warning_ground).rgb()
    return np.array(
        [[*(mix(card, QColor(getattr(theme, name)), step).rgb() for step in steps), none] for name in names], np.uint32
    )


def image_of(pixels: Pixels) -> QImage:
    """Return pixels of shape (ny, nx) as an image in which y grows upwards, as in a plot."""
    upright = np.ascontiguousarray(pixels[::-1])
    height, width = upright.shape
    return QImage(upright.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class UnitMaps:
    """A small square picture for every unit: what it answers over the first two inputs, the others at their mean."""

    def __init__(self, experiment: Experiment, size: int = 32) -> None:
        has_two = experiment.data.input_count > 1
        self._plane = Plane(experiment, vertical=1 if has_two else None, size=size)
        self._rows = 1 if has_two else size

    def images(self, parameters: Parameters, theme: Theme) -> list[list[QImage]]:
        """Return the pictures by layer, 0 being what the network sees; each layer has its own limits."""
        return [self._layer(answers, color_table(theme)) for answers in self._plane.units(parameters)]

    def _layer(self, answers: Array, table: Pixels) -> list[QImage]:
        pixels = table[shades(answers, round_limit(answers))]
        if self._rows > 1:  # over one input, there is but one row
            pixels = np.repeat(pixels, self._rows, axis=1)
        return [image_of(unit) for unit in pixels]
