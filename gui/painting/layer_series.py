"""A size in each layer along a run: its numbers, its colours, and where its labels stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from core.kernels import Array
from core.numerals import format_number
from gui.painting.color_scale import mix
from gui.theme import Theme


@dataclass(frozen=True)
class LayerSeries:
    """`values`, of shape (points, layers), belong to `epochs`; point `now` is the one that is looked at.

    `title` says what is measured, `symbols` of what in each layer.
    """

    title: str
    symbols: tuple[str, ...]
    epochs: Array
    values: Array
    now: int

    @property
    def layers(self) -> int:
        """How many there are."""
        return len(self.symbols)

    @property
    def sizes(self) -> Array:
        """The values of now, shape (layers,)."""
        sizes: Array = self.values[self.now]
        return sizes

    def labels(self, point: int) -> list[str]:
        """Return each layer's symbol with its value at a point."""
        values = map(format_number, self.values[point].tolist())
        return [f"{symbol} {value}" for symbol, value in zip(self.symbols, values, strict=True)]

    @property
    def text(self) -> str:
        """What is to be seen of now, in words."""
        return ", ".join(self.labels(self.now))


def layer_color(theme: Theme, layer: int, layers: int) -> QColor:
    """Return a layer's colour: on the way from that of the first to that of the last."""
    return mix(QColor(theme.first_layer), QColor(theme.last_layer), layer / max(1, layers - 1))


def evenly(count: int, most: int) -> list[int]:
    """Return which of `count` things to label where there is room for `most`: the first, the last, some between."""
    return sorted(set(np.linspace(0, count - 1, min(count, max(2, most))).round().astype(int).tolist()))


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Return places near those wanted, from `low` to `high` and no nearer to each other than `distance`.

    Where there is no room for that, they go on beyond `high`.
    """
    places, limit = [0.0] * len(wanted), high - distance * (len(wanted) - 1)
    for at in sorted(range(len(wanted)), key=wanted.__getitem__):
        places[at] = max(low, min(wanted[at], limit))
        low, limit = places[at] + distance, limit + distance
    return places
