"""The units and edges of the gradient flow, one by one: what they are called, and in which order keys go through them.

They stand in columns from left to right: column 0 are the inputs, column 1 the edges into layer 1, column 2 its
units, and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.experiment import ParameterIndex
from core.notation import subscript, superscript
from core.operations import SAMPLES, AxisKind, units
from gui.session import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A unit of a layer, 0 being the input, or, where `before` names a unit of the layer before, the edge from it."""

    layer: int
    unit: int
    before: int | None = None

    @property
    def column(self) -> int:
        """In which column it stands."""
        return 2 * self.layer - (self.before is not None)

    @property
    def parameter(self) -> ParameterIndex | None:
        """The edge's weight, the unit's bias, or None: an input has none."""
        return ParameterIndex(self.layer, self.unit, self.before) if self.layer else None

    def place(self, row: int | None) -> Place:
        """Return what lights when the pointer is on it; of a unit, the sample's row too, where one is looked at."""
        if self.before is not None:
            return {units(self.layer - 1): self.before, units(self.layer): self.unit}
        return {units(self.layer): self.unit} if row is None else {units(self.layer): self.unit, SAMPLES: row}


def spot_of(place: Place) -> Spot | None:
    """Return the unit or edge that a place is about, or None."""
    at = sorted((axis.layer, index) for axis, index in place.items() if axis.kind is AxisKind.UNIT)
    match at:
        case [(layer, unit)]:
            return Spot(layer, unit)
        case [(before, unit_in), (layer, unit)] if layer == before + 1:
            return Spot(layer, unit, unit_in)
    return None


def unit_name(layer: int, unit: int) -> str:
    """Return x₁ for an input and a₁⁽¹⁾ for a unit."""
    return f"x{subscript(unit + 1)}" if layer == 0 else f"a{subscript(unit + 1)}⁽{superscript(layer)}⁾"


def parameter_name(index: ParameterIndex) -> str:
    """Return w₁₂⁽¹⁾ for the weight from unit 1 to unit 2, and b₂⁽¹⁾ for the bias of unit 2."""
    layer, unit = f"⁽{superscript(index.layer)}⁾", subscript(index.unit + 1)
    if index.before is None:
        return f"b{unit}{layer}"
    comma = "," if max(index.unit, index.before) >= 9 else ""  # w₁₁₁ could be two weights
    return f"w{subscript(index.before + 1)}{comma}{unit}{layer}"


def path_name(spot: Spot) -> str:
    """Return x₁ → a₂⁽¹⁾ for an edge, and the unit's name for a unit."""
    name = unit_name(spot.layer, spot.unit)
    return name if spot.before is None else f"{unit_name(spot.layer - 1, spot.before)} → {name}"


def next_spot(sizes: Sequence[int], spot: Spot | None, by: int) -> Spot:
    """Return the unit or edge `by` further on, from column to column; the first one after None, at an end the last."""
    if spot is None:
        return Spot(0, 0)
    counts = _column_counts(sizes)
    column, at = spot.column, _place_in_column(sizes, spot) + by
    if at < 0 and column > 0:
        column, at = column - 1, counts[column - 1] - 1
    elif at >= counts[column] and column + 1 < len(counts):
        column, at = column + 1, 0
    return _spot_at(sizes, column, min(max(at, 0), counts[column] - 1))


def next_column(sizes: Sequence[int], spot: Spot | None, by: int) -> Spot:
    """Return what stands `by` columns further on at about the same height."""
    if spot is None:
        return Spot(0, 0)
    counts = _column_counts(sizes)
    column = min(max(spot.column + by, 0), len(counts) - 1)
    share = _place_in_column(sizes, spot) / counts[spot.column]
    return spot if column == spot.column else _spot_at(sizes, column, int(share * counts[column]))


def exists(sizes: Sequence[int], spot: Spot) -> bool:
    """Say whether a network of layers of `sizes` has it."""
    if spot.layer >= len(sizes) or spot.unit >= sizes[spot.layer]:
        return False
    return spot.before is None or spot.before < sizes[spot.layer - 1]


def _column_counts(sizes: Sequence[int]) -> list[int]:
    counts = [sizes[0]]
    for before, after in pairwise(sizes):
        counts += [before * after, after]
    return counts


def _place_in_column(sizes: Sequence[int], spot: Spot) -> int:
    """Return the number of a unit in its layer, or of an edge: all into unit 1 first, then all into unit 2."""
    return spot.unit if spot.before is None else spot.unit * sizes[spot.layer - 1] + spot.before


def _spot_at(sizes: Sequence[int], column: int, at: int) -> Spot:
    layer = (column + 1) // 2
    if column % 2 == 0:
        return Spot(layer, at)
    unit, before = divmod(at, sizes[layer - 1])
    return Spot(layer, unit, before)
