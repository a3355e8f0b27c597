"""What lies under the samples: colours over a plane or, of a network with one input, a curve."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from core.classes import Classes, classes_of
from core.data import Data
from core.kernels import Array, as_array
from core.network import Parameters
from core.questions.plane import Plane, ends_of
from gui.names import class_names
from gui.painting.color_scale import round_limit
from gui.painting.contour import contour
from gui.painting.plane_image import NOT_A_NUMBER, SHADES, Pixels, class_table, color_table, image_of, shades
from gui.text import round_text
from gui.theme import Theme

CURVE_MARGIN = 0.25  # of the targets' extent, above and below a curve
POINT_STEPS = 16  # of colour, from the lower end to the upper
FAINTEST = 0.25  # of a class's colour, where it only just wins

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Levels:
    """What the ends of a colour scale stand for: `middle` ± `limit`. They hold as long as the data does."""

    middle: float
    limit: float

    def texts(self) -> list[str]:
        """Return what stands at the lower end, the middle and the upper end."""
        return [round_text(value) for value in (self.middle - self.limit, self.middle, self.middle + self.limit)]


def levels_of(data: Data, classes: Classes | None, output: int) -> Levels:
    """Return the levels of an output: from one class to the other, or around zero as far as the targets reach."""
    if classes is None:
        targets = as_array(data.targets + data.test_targets, data.target_count)
        return Levels(0.0, round_limit(targets[:, output]))
    low, high = classes.values if classes.one_output else (0.0, 1.0)
    return Levels((low + high) / 2, (high - low) / 2)


@dataclass(frozen=True, eq=False, slots=True)
class PlanePicture:
    """A picture between `x` and `y`, with `lines` on it, in pieces of shape (pieces, 2 ends, 2).

    `bar` is the legend of its colours, from bottom to top, with texts evenly spread along it.
    """

    x: Ends
    y: Ends
    image: QImage | None
    lines: Array
    bar: QImage
    texts: list[str]


class PlanePainter:
    """Draws an output over a plane, or with `output` None the class that wins, for any parameters."""

    def __init__(self, plane: Plane, output: int | None, theme: Theme) -> None:
        data = plane.experiment.data
        self.plane, self.output = plane, output
        self.classes = classes_of(data)
        self.levels = levels_of(data, self.classes, output or 0)
        self.table = color_table(theme) if output is not None else class_table(theme, data.target_count)
        self._ends = (float(plane.x[0]), float(plane.x[-1])), self._vertical(data)

    def picture(self, parameters: Parameters) -> PlanePicture:
        """Return the picture as the network answers now."""
        outputs = self.plane.outputs(parameters)
        is_curve = self.plane.vertical is None
        image = None if is_curve else image_of(self._pixels(outputs))
        lines = self._curve(outputs) if is_curve else self._boundaries(outputs)
        return PlanePicture(*self._ends, image, lines, *self._legend())

    def colors(self, targets: Array) -> Pixels:
        """Return the colours of targets, shape (samples,), in so few steps that many points share one."""
        if self.output is None:
            colors: Pixels = self.table[np.argmax(targets, axis=1), NOT_A_NUMBER - 1]
            return colors
        places = shades(targets[:, self.output], self.levels.limit, self.levels.middle)
        each = 2 * SHADES / POINT_STEPS
        return np.take(self.table, np.rint(np.rint(places / each) * each).astype(int))

    def _vertical(self, data: Data) -> Ends:
        if self.plane.vertical is not None:
            return float(self.plane.y[0]), float(self.plane.y[-1])
        targets = as_array(data.targets + data.test_targets, data.target_count)
        low, high = ends_of(targets, CURVE_MARGIN)
        return float(low[self.output or 0]), float(high[self.output or 0])

    def _pixels(self, outputs: Array) -> Pixels:
        if self.output is not None:
            return np.take(self.table, shades(outputs[self.output], self.levels.limit, self.levels.middle))
        winner = np.argmax(outputs, axis=0)
        with np.errstate(all="ignore"):
            lead = np.ptp(np.partition(outputs, -2, axis=0)[-2:], axis=0)
            steps = np.clip(FAINTEST + (1 - FAINTEST) * lead, 0, 1) * (NOT_A_NUMBER - 1)
        steps[~np.isfinite(outputs).all(axis=0)] = NOT_A_NUMBER
        pixels: Pixels = self.table[winner, steps.astype(int)]
        return pixels

    def _boundaries(self, outputs: Array) -> Array:
        """Return where one class gives way to another, in the plane's own coordinates."""
        if self.classes is None:
            return np.zeros((0, 2, 2))
        if self.classes.one_output:
            return self._in_plane(contour(outputs[0], self.levels.middle))
        chosen = range(len(outputs)) if self.output is None else [self.output]
        with np.errstate(all="ignore"):
            leads = [outputs[unit] - np.delete(outputs, unit, axis=0).max(axis=0) for unit in chosen]
        return self._in_plane(np.concatenate([contour(lead, 0.0) for lead in leads]))

    def _in_plane(self, lines: Array) -> Array:
        start = np.array([self.plane.x[0], self.plane.y[0]])
        steps = np.array([self.plane.x[1] - start[0], self.plane.y[1] - start[1]])
        placed: Array = start + lines * steps
        return placed

    def _curve(self, outputs: Array) -> Array:
        points = np.column_stack([self.plane.x, outputs[self.output or 0, 0]])
        return np.stack([points[:-1], points[1:]], axis=1)

    def _legend(self) -> tuple[QImage, list[str]]:
        if self.output is not None:
            return image_of(self.table[: 2 * SHADES + 1, np.newaxis]), self.levels.texts()
        return image_of(self.table[:, NOT_A_NUMBER - 1 :][:, :1]), class_names(self.plane.experiment.data)
