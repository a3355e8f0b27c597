"""Colours for numbers: from the negative hue through the ground to the positive one."""

import math
import sys
from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtGui import QColor

from core.kernels import Array
from gui.theme import Theme

STEPS = 16  # of colour on each side of zero; few enough that one pen serves many lines
SMALLEST_POWER = -300  # of ten in a limit; those below cannot be divided by


class Hue(Enum):
    """What is coloured: a value (blue and orange) or a gradient (green and purple)."""

    VALUE = "value"
    GRADIENT = "gradient"


@dataclass(frozen=True)
class ColorScale:
    """Colours from −limit to +limit. `zero` is what it shows where nothing is."""

    hue: Hue
    theme: Theme
    limit: float
    zero: str

    def steps(self, values: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
        """Return for each value its step of colour, from −STEPS to STEPS; NaN counts as 0."""
        scaled = np.nan_to_num(values / self.limit, nan=0.0, posinf=1.0, neginf=-1.0)
        return np.rint(np.clip(scaled, -1, 1) * STEPS).astype(int)

    def color(self, value: float) -> QColor:
        """Return the colour of one value."""
        return self.color_of_step(int(self.steps(np.array(value))))

    def color_of_step(self, step: int) -> QColor:
        """Return the colour of a step, from −STEPS to STEPS."""
        sign = "positive" if step > 0 else "negative"
        return mix(QColor(self.zero), QColor(getattr(self.theme, f"{sign}_{self.hue.value}")), abs(step) / STEPS)


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the colour that is `share` of the way from the first to the second."""
    parts = ((color.redF(), color.greenF(), color.blueF()) for color in (first, second))
    return QColor.fromRgbF(*(start + (end - start) * share for start, end in zip(*parts, strict=True)))


def readable_on(ground: QColor) -> QColor:
    """Return black or white, whichever reads better on `ground` (by its relative luminance)."""
    luminance = 0.2126 * ground.redF() ** 2.2 + 0.7152 * ground.greenF() ** 2.2 + 0.0722 * ground.blueF() ** 2.2
    return QColor("#000000") if luminance > 0.179 else QColor("#ffffff")


def round_limit(values: Array) -> float:
    """Return 1, 2 or 5 times a power of ten that no finite size in `values` exceeds, so that scales stay calm."""
    sizes = np.abs(values[np.isfinite(values)])
    largest = float(sizes.max()) if sizes.size else 0.0
    if largest == 0:
        return 1.0
    power = 10.0 ** max(math.floor(math.log10(largest)), SMALLEST_POWER)
    limit = next((power * step for step in (1, 2, 5) if power * step >= largest), power * 10)
    return min(limit, sys.float_info.max)
