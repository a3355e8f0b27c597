"""Confusion: which classes a network takes for which, and how far its answers are from the targets."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import Data
from core.evaluation import are_classes
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


@dataclass(frozen=True, eq=False, slots=True)
class Confusion:
    """How often samples of a class are taken for one: counts[target class, answered class]; `samples` is their number.

    Samples without a finite answer are in no column.
    """

    counts: Numbers
    samples: int

    @property
    def right(self) -> int:
        """How many samples are answered rightly."""
        return int(np.trace(self.counts))

    @property
    def accuracy(self) -> float:
        """The share of samples that are answered rightly."""
        return self.right / self.samples


def classes_of(data: Data) -> Classes | None:
    """Return the classes that the targets name, or None where they name none."""
    if not are_classes(data):
        return None
    if data.target_count > 1:
        return Classes(tuple(float(number) for number in range(1, data.target_count + 1)), one_output=False)
    return Classes(tuple(sorted({row[0] for row in data.targets})), one_output=True)


def confusion(targets: Numbers, answers: Numbers, classes: int) -> Confusion:
    """Count the classes of the targets against those of the answers."""
    counts: Numbers = np.zeros((classes, classes), int)
    known = answers != NO_CLASS
    np.add.at(counts, (targets[known], answers[known]), 1)
    return Confusion(counts, len(targets))


def error_sizes(outputs: Array, targets: Array) -> Array:
    """Return how far each answer is from its target, shape (samples,): the length of output − target."""
    with np.errstate(all="ignore"):
        sizes: Array = np.sqrt(np.add.reduce(np.square(outputs - targets), axis=1))
    return sizes
