"""Confusion: which classes a network takes for which, and how far its answers are from the targets."""

from dataclasses import dataclass

import numpy as np

from core.classes import NO_CLASS, Numbers
from core.kernels import Array


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
