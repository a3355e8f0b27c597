"""Ranges and ticks of a plot: round numbers, and ranges that change in steps, so that the picture stands still."""

from math import ceil, floor, log10

import numpy as np

from core.kernels import Array

Span = tuple[float, float]

STEPS = (1.0, 2.0, 5.0, 10.0)
NO_SPAN: Span = (0.0, 1.0)
ROUNDING = 1e-9  # of a step; what an exact number of steps may miss by
INTERVALS = 8  # into which the range of values is divided, at most twice as many, before it is rounded outward
FINEST = 0.02  # of the number of epochs: by so much, at least, their range grows at a time
LARGEST = 1e300  # what is beyond is drawn at the edge: a range has to be finite
FEW_DECADES, MOST_DECADES = 2, 8


def round_step(least: float) -> float:
    """Return the smallest of 1, 2 and 5 times a power of ten that is not below `least`."""
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - ROUNDING))


def epoch_span(length: int, fewest: int) -> Span:
    """Return a range from epoch 0 that holds `length` epochs, at least `fewest`, and seldom changes with it."""
    most = max(length, fewest)
    step = max(1.0, round_step(most * FINEST))
    return 0.0, ceil(most / step - ROUNDING) * step


def value_span(values: Array, *, logarithmic: bool) -> Span:
    """Return a range that holds the finite values, rounded outward; of logarithms, where it is a logarithmic one."""
    finite = values[np.isfinite(values) & (np.abs(values) < LARGEST)]
    if logarithmic:
        finite = np.log10(finite[finite > 0])
    if not len(finite):
        return NO_SPAN
    low, high = float(finite.min()), float(finite.max())
    least = max((high - low) / INTERVALS, abs(high) * 1e-6, 1e-12 if logarithmic else 1e-300)
    step = max(round_step(least), 0.25) if logarithmic else round_step(least)
    low, high = floor(low / step + ROUNDING) * step, ceil(high / step - ROUNDING) * step
    return (low, high) if low < high else (low - step, high + step)


def value_ticks(span: Span, most: int) -> list[float]:
    """Return at most `most` + 1 round numbers within a range."""
    low, high = span
    step = round_step((high - low) / max(1, most))
    first, last = ceil(low / step - ROUNDING), floor(high / step + ROUNDING)
    return [number * step for number in range(first, last + 1)]


def epoch_ticks(span: Span, most: int) -> list[int]:
    """Return at most `most` + 1 whole numbers within a range."""
    step = max(1, round(round_step((span[1] - span[0]) / max(1, most))))
    return list(range(ceil(span[0] / step) * step, floor(span[1]) + 1, step))


def logarithmic_ticks(span: Span, most: int) -> list[float]:
    """Return the logarithms of 1, 2 and 5 times each power of ten within a range, or of some of the powers alone."""
    low, high = span
    decades = high - low
    each = max(1, ceil(decades / min(most, MOST_DECADES)))
    steps = STEPS[:3] if decades < FEW_DECADES and 3 * decades <= most else STEPS[:1]
    powers = range(floor(low), ceil(high) + 1, each)
    return [tick for power in powers for step in steps if low <= (tick := power + log10(step)) <= high]


def fractions(values: Array, span: Span, *, logarithmic: bool) -> Array:
    """Return where values lie in a range: 0 at its start, 1 at its end, a little beyond where they are beyond it.

    NaN stays NaN. By the logarithm, what is not above 0 lies below.
    """
    low, high = span
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        places = np.log10(np.maximum(values, 0.0)) if logarithmic else values
        inside: Array = np.clip((places / (high - low) - low / (high - low)), -1.0, 2.0)
    return inside
