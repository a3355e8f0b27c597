"""A logarithmic scale: where a size lies between the smallest and the largest, and what stands beside it."""

from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from core.kernels import Array

LEAST_DECADES, MOST_DECADES = 1.0, 30.0
MARGIN = 0.05  # of the range, at both ends
HIGHEST = 308.2  # beyond it there are no numbers


@dataclass(frozen=True)
class LogScale:
    """From 10 to the power of `low` up to 10 to the power of `high`."""

    low: float
    high: float

    @classmethod
    def around(cls, values: Array) -> "LogScale":
        """Return a scale on which all finite sizes but 0 have room, as far as they are not tiny beside the largest."""
        sizes = values[np.isfinite(values) & (values > 0)]
        if not sizes.size:
            return cls(-LEAST_DECADES, 0.0)
        high = float(np.log10(sizes.max()))
        low = max(float(np.log10(sizes.min())), high - MOST_DECADES)
        margin = max((high - low) * MARGIN, (LEAST_DECADES - (high - low)) / 2)
        return cls(low - margin, min(high + margin, HIGHEST))

    def shares(self, values: Array) -> Array:
        """Return how far up each size lies, from 0 to 1; 0 lies at the bottom, and what is not finite is NaN."""
        with np.errstate(all="ignore"):
            shares = (np.log10(values) - self.low) / (self.high - self.low)
        return np.where(np.isfinite(values), np.clip(shares, 0, 1), np.nan)

    def share(self, value: float) -> float:
        """Return the same of one size."""
        return float(self.shares(np.array(value)))

    def marks(self, most: int) -> list[float]:
        """Return at most `most` or so sizes to be marked: powers of ten and, where there is room, 2 and 5 of them."""
        decades = self.high - self.low
        steps = (1, 2, 5) if 3 * decades <= most else (1,)
        each = max(1, ceil(decades / max(1, most)))
        powers = range(floor(self.low / each) * each, ceil(self.high) + 1, each)
        marks = [power + log10(step) for power in powers for step in steps]
        return [10.0**mark for mark in marks if self.low <= mark <= self.high]
