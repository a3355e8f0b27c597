"""Classes: what targets name where they are no numbers to be met, and which of them an answer stands for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import Data
from core.kernels import Array

NO_CLASS = -1  # where an answer is no finite number

Numbers = NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes that targets name: of one output its two values, the smaller first; of several, one each."""

    values: tuple[float, ...]
    one_output: bool

    @property
    def middle(self) -> float:
        """Of one output, the value between the two classes."""
        return sum(self.values) / 2

    def of_targets(self, targets: Array) -> Numbers:
        """Return the class each row of targets names."""
        numbers: Numbers = (targets[:, 0] > self.middle).astype(int) if self.one_output else np.argmax(targets, axis=1)
        return numbers

    def of_outputs(self, outputs: Array) -> Numbers:
        """Return the class each row of outputs stands for, or NO_CLASS: the nearer value, or the largest output."""
        numbers = self.of_targets(np.nan_to_num(outputs))
        numbers[~np.isfinite(outputs).all(axis=1)] = NO_CLASS
        return numbers


def classes_of(data: Data) -> Classes | None:
    """Return the classes that the targets name, or None where they name none."""
    named = data.classes
    if not named:
        return None
    if data.target_count > 1:
        return Classes(tuple(float(number) for number in range(1, len(named) + 1)), one_output=False)
    return Classes(tuple(value for (value,) in named), one_output=True)
