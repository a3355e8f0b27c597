"""The losses of a run, in bounded memory.

Every epoch is kept until there are `CAPACITY` of them; then neighbours are put together in buckets that keep the
smallest and the largest value, and again whenever the capacity is reached. A spike is never averaged away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from core.kernels import Array

CAPACITY = 8192
LOSS, MEAN_SQUARED_ERROR, TEST_LOSS = range(3)
QUANTITIES = 3

Measured = tuple[float, float, float]
"""A value of each quantity."""

Epochs = Sequence[Measured] | Array
"""What was measured in some epochs; as an array, of shape (epochs, quantities)."""

NOTHING_MEASURED: Measured = (0.0, 0.0, nan)


@dataclass(frozen=True, slots=True)
class Curve:
    """A piece of history to be drawn: between `low` and `high` lie all values from an epoch to the next one listed.

    All three have shape (points,).
    """

    epochs: Array
    low: Array
    high: Array


class History:
    """What was measured in the epochs 0 to `length` − 1; `width` epochs share a bucket.

    The quantities are LOSS, MEAN_SQUARED_ERROR and TEST_LOSS, NaN where there is none.
    """

    def __init__(self) -> None:
        self.length = 0
        self.width = 1
        self._low: Array = np.full((QUANTITIES, CAPACITY), np.inf)
        self._high: Array = np.full((QUANTITIES, CAPACITY), -np.inf)

    def record(self, epoch: int, measured: Epochs) -> None:
        """Note what was measured in the epochs from `epoch` on; those already known are passed over."""
        new = measured[self.length - epoch :]
        if len(new) == 0:
            return
        end = self.length + len(new)
        while end > self.width * CAPACITY:
            self._halve()
        values = np.minimum(np.asarray(new).T, np.finfo(np.float64).max)  # twice a loss that is just finite is not
        buckets = np.arange(self.length, end) // self.width
        starts = np.flatnonzero(np.diff(buckets, prepend=-1))
        rows = buckets[starts]
        self._low[:, rows] = np.minimum(self._low[:, rows], np.minimum.reduceat(values, starts, axis=1))
        self._high[:, rows] = np.maximum(self._high[:, rows], np.maximum.reduceat(values, starts, axis=1))
        self.length = end

    def truncate(self, length: int) -> int:
        """Forget the epochs from `length` on; return how many are still known.

        That may be fewer: a bucket that holds a forgotten epoch is forgotten whole.
        """
        if length < self.length:
            kept = length // self.width
            self._low[:, kept:] = np.inf
            self._high[:, kept:] = -np.inf
            self.length = kept * self.width
        return self.length

    def curve(self, quantity: int, points: int, first: int = 0, end: int | None = None) -> Curve:
        """Return one of the quantities in at most `points` points, from epoch `first` up to, and without, `end`.

        A bucket that reaches beyond either is given whole.
        """
        start = max(0, first) // self.width
        stop = -(-min(self.length, self.length if end is None else end) // self.width)
        if start >= stop:
            return Curve(np.zeros(0), np.zeros(0), np.zeros(0))
        together = -(-(stop - start) // points)
        starts = np.arange(0, stop - start, together)
        low: Array = np.minimum.reduceat(self._low[quantity, start:stop], starts)
        high: Array = np.maximum.reduceat(self._high[quantity, start:stop], starts)
        return Curve(((start + starts) * self.width).astype(np.float64), low, high)

    def at(self, quantity: int, epoch: int) -> tuple[float, float]:
        """Return the smallest and the largest value in the bucket of `epoch`: twice the same where it is exact.

        Raises IndexError where that epoch is not known.
        """
        if not 0 <= epoch < self.length:
            raise IndexError(epoch)
        bucket = epoch // self.width
        return float(self._low[quantity, bucket]), float(self._high[quantity, bucket])

    def lowest_epoch(self, since: int) -> int | None:
        """Return the first epoch of the bucket with the smallest loss from `since` on, or None where none is known."""
        first = since // self.width
        return (first + int(np.argmin(self._low[LOSS, first:]))) * self.width if since < self.length else None

    def _halve(self) -> None:
        half = CAPACITY // 2
        for values, put_together, nothing in (
            (self._low, np.minimum, np.inf),
            (self._high, np.maximum, -np.inf),
        ):
            values[:, :half] = put_together(values[:, 0::2], values[:, 1::2])
            values[:, half:] = nothing
        self.width *= 2
