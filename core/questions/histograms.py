"""How the numbers of a layer are distributed, and how many of its activations lie where a gradient hardly passes."""

from dataclasses import dataclass

import numpy as np

from core.activation import Activation
from core.kernels import Array, execute
from core.questions.diagnosis import LARGEST_SLOPES, SATURATED_SLOPE

BINS = 24
MOST_VALUES = 20_000  # of an array; more than that would only take longer to count
BOUNDS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "sine": (-1.0, 1.0), "softmax": (0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many numbers lie in each of as many bins of the same width, `counts`, from `low` to `high`.

    `total` is how many were counted; those that are NaN or infinite lie in no bin.
    """

    counts: np.ndarray[tuple[int], np.dtype[np.int_]]
    low: float
    high: float
    total: int

    @property
    def not_finite(self) -> int:
        """How many are NaN or infinite."""
        return self.total - int(self.counts.sum())

    def edges(self) -> Array:
        """Return where the bins begin and end, shape (bins + 1,)."""
        return np.linspace(self.low, self.high, len(self.counts) + 1)


def some_of(values: Array) -> Array:
    """Return the rows of an array that are worth counting: all or, of very many, some of them, evenly spread."""
    return values[:: -(-values.size // MOST_VALUES)]


def histogram(values: Array, low: float, high: float) -> Histogram:
    """Return the histogram of an array; what lies beyond the ends counts to the first or the last bin."""
    finite = values[np.isfinite(values)]
    counts, _ = np.histogram(np.clip(finite, low, high), BINS, (low, high))
    return Histogram(counts, low, high, values.size)


def saturated_share(function: Activation, activations: Array) -> float | None:
    """Return the share of activations where the slope is so small that hardly any gradient passes.

    It is None where the function does not level off at both ends.
    """
    largest = LARGEST_SLOPES.get(function.name)
    if largest is None:
        return None
    slopes = np.empty_like(activations)
    execute(function.derivative(activations, activations, slopes))  # it reads the activations alone
    return float(np.mean(slopes < SATURATED_SLOPE * largest))


def zero_share(function: Activation, activations: Array) -> float | None:
    """Return the share of activations that are 0, for which no gradient passes; None but for ReLU."""
    return float(np.mean(activations == 0)) if function.name == "relu" else None
