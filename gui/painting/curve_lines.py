"""What is drawn of a curve of the history: a line through its points, smoothed on request."""

from dataclasses import dataclass

import numpy as np

from core.history import LOSS, MEAN_SQUARED_ERROR, TEST_LOSS, Curve
from core.kernels import Array
from gui.painting.axes import LARGEST
from gui.theme import Theme

SMOOTHING_SHARES = (0.0, 0.02, 0.08)
"""Off, light and strong: how much of the points in view, to both sides together, a smoothed point is the mean of."""

DASHES = ((6.0, 3.0), (1.5, 2.5), (8.0, 2.5, 1.5, 2.5), (12.0, 4.0))


@dataclass(frozen=True, eq=False)
class Line:
    """One line of a plot: where it goes, its colour, and how it is dashed. A faint one stands behind its mean."""

    epochs: Array
    values: Array
    color: str
    dash: tuple[float, ...] = ()
    faint: bool = False


def polyline(curve: Curve) -> tuple[Array, Array]:
    """Return x and y of a line through a curve: up and down between low and high where these differ."""
    if np.array_equal(curve.low, curve.high, equal_nan=True):
        return curve.epochs, curve.low
    return np.repeat(curve.epochs, 2), np.column_stack([curve.low, curve.high]).ravel()


def smoothed(curve: Curve, share: float) -> Array:
    """Return the running mean of a curve, at each of its points over `share` of all points, as many on either side.

    Of a bucket the middle between its lowest and highest value counts. Near an end, the mean is over fewer points, as
    far as there are as many on both sides, so that a line that falls is not bent. From the first value on that is not
    finite, all stays as it is.
    """
    middle = curve.low + (curve.high - curve.low) / 2
    wild = np.flatnonzero(~(np.abs(middle) < LARGEST))
    tame = middle[: wild[0]] if len(wild) else middle
    reach = min(round(share * len(tame) / 2), (len(tame) - 1) // 2)
    if reach < 1:
        return middle
    odd = np.arange(1, 2 * reach, 2)
    head = np.cumsum(tame[: 2 * reach])[::2] / odd
    tail = np.cumsum(tame[::-1][: 2 * reach])[::2] / odd
    body = np.convolve(tame, np.full(2 * reach + 1, 1 / (2 * reach + 1)), "valid")
    return np.concatenate([head, body, tail[::-1], middle[len(tame) :]])


def curve_lines(curve: Curve, share: float, color: str, dash: tuple[float, ...] = ()) -> list[Line]:
    """Return what is drawn of a curve: its line or, where it is smoothed, its mean before its faint line."""
    raw = Line(*polyline(curve), color, dash, faint=share > 0)
    return [raw, Line(curve.epochs, smoothed(curve, share), color, dash)] if share else [raw]


def quantity_color(theme: Theme, quantity: int) -> str:
    """Return the colour of a quantity of the history: one each, of a run that is trained."""
    return {LOSS: theme.forward, MEAN_SQUARED_ERROR: theme.update, TEST_LOSS: theme.loss}[quantity]


def pin_style(theme: Theme, number: int) -> tuple[str, tuple[float, ...]]:
    """Return colour and dashes of a run that is kept: no two of the first `MOST_PINS` are drawn alike."""
    return (theme.backward, theme.quiet, theme.text)[number % 3], DASHES[number % len(DASHES)]
