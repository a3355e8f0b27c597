"""Parameters that a learner gives, number by number, to start from."""

import math
from collections.abc import Sequence
from itertools import pairwise

from core.data import Row, Rows
from core.settings import Settings
from core.text import Phrase, RefusalError, translatable


class GivenParameters(Settings, frozen=True):
    """Parameters to start from in place of drawn ones; weights[0] and biases[0] belong to layer 1.

    `weights[layer][unit before][unit]`, `biases[layer][unit]`.
    """

    weights: tuple[Rows, ...]
    biases: tuple[Row, ...]

    def require_fit(self, sizes: Sequence[int]) -> None:
        """Raise RefusalError where they are not finite numbers for layers of `sizes` units, the input first."""
        for name, arrays, shapes in (
            ("weights", self.weights, list(pairwise(sizes))),
            ("biases", tuple((row,) for row in self.biases), [(1, units) for units in sizes[1:]]),
        ):
            fitting = len(arrays) == len(shapes) and all(
                len(array) == rows and all(len(row) == columns for row in array)
                for array, (rows, columns) in zip(arrays, shapes, strict=True)
            )
            if not fitting:
                raise RefusalError(
                    translatable("core", "The given {name} do not have the shapes of this network."),
                    place=f".parameters.{name}",
                    name=Phrase(name),
                )
            if not all(math.isfinite(value) for array in arrays for row in array for value in row):
                raise RefusalError(
                    translatable("core", "Every given parameter must be a finite number."),
                    place=f".parameters.{name}",
                )
