"""Where units and edges of the gradient flow lie. Lengths are in pixels at zoom 1."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.kernels import Array

LARGEST_RADIUS = 30.0
SMALLEST_RADIUS = 3.5
ROOM_FOR_A_UNIT = 2.4  # in radii, from one unit of a layer to the next, at the least
WIDEST_PITCH = 170.0
SMALLEST_IN_ONE_COLUMN = 9.0
CAPTION_HEIGHT = 64.0  # for what stands below the last unit, two lines, and the colour bar
SIDE = 64.0
OUTPUT_SIDE = 168.0  # for target and error beside the outputs,
LEAST_WIDTH_WITH_TARGETS = 360.0  # which have no room in a field less wide
CURVE_POINTS = 17
NEAR_A_LAYER = 0.3  # of the way to the next


@dataclass(frozen=True)
class FlowLayout:
    """Units of layer l lie at `centers[l]`, shape (units, 2); edges into layer l are `curves[l - 1]`.

    A curve is CURVE_POINTS points, shape (units in, units out, CURVE_POINTS, 2), for finding it under the pointer;
    it is drawn as the cubic whose control points lie half-way between the layers.
    """

    width: float
    height: float
    radii: tuple[float, ...]
    centers: tuple[Array, ...]
    curves: tuple[Array, ...]


def lay_out(sizes: tuple[int, ...], width: float, height: float) -> FlowLayout:
    """Arrange layers of `sizes` from left to right in a field; a layer too tall for it gets several columns."""
    output_side = OUTPUT_SIDE if width >= LEAST_WIDTH_WITH_TARGETS else SIDE
    middles = np.linspace(SIDE, max(width - output_side, SIDE + 1), len(sizes))
    gap = float(middles[1] - middles[0])
    room = height - CAPTION_HEIGHT
    gaps = [min(gap, 2.7 * SIDE), *[gap] * (len(sizes) - 2), min(gap, 2.7 * output_side)]  # a layer takes 0.36 of it
    layers = [
        _layer(count, float(middle), own_gap, room) for count, middle, own_gap in zip(sizes, middles, gaps, strict=True)
    ]
    centers = tuple(center for center, _ in layers)
    curves = tuple(_curves(before, after) for before, after in pairwise(centers))
    return FlowLayout(width, height, tuple(radius for _, radius in layers), centers, curves)


def unit_at(layout: FlowLayout, x: float, y: float) -> tuple[int, int] | None:
    """Return layer and unit at a point of the field, or None."""
    for layer, (centers, radius) in enumerate(zip(layout.centers, layout.radii, strict=True)):
        distances = np.hypot(centers[:, 0] - x, centers[:, 1] - y)
        nearest = int(distances.argmin())
        if distances[nearest] <= radius:
            return layer, nearest
    return None


def edge_at(layout: FlowLayout, x: float, y: float, reach: float) -> tuple[int, int, int] | None:
    """Return layer, unit in and unit out of the edge nearest to a point, or None where none is within `reach`."""
    best = None
    for layer, curves in enumerate(layout.curves, start=1):
        starts, steps = curves[:, :, :-1], np.diff(curves, axis=2)
        to_point = np.array([x, y]) - starts
        share = np.clip((to_point * steps).sum(-1) / np.maximum((steps**2).sum(-1), 1e-12), 0, 1)
        distances = np.linalg.norm(to_point - share[..., None] * steps, axis=-1).min(axis=2)
        unit_in, unit_out = np.unravel_index(int(distances.argmin()), distances.shape)
        if distances[unit_in, unit_out] <= reach:
            reach = float(distances[unit_in, unit_out])
            best = layer, int(unit_in), int(unit_out)
    return best


def column_at(layout: FlowLayout, x: float) -> int:
    """Return the column at a place between left and right: 2 l near layer l, 2 l − 1 among the edges into it."""
    middles = np.array([float(centers[:, 0].mean()) for centers in layout.centers])
    share = float(np.interp(x, middles, np.arange(len(middles))))
    layer = round(share)
    if abs(share - layer) <= NEAR_A_LAYER:
        return 2 * layer
    return 2 * int(share) + 1


def _layer(count: int, middle: float, gap: float, room: float) -> tuple[Array, float]:
    """Return centers and radius; a layer whose units would be too small takes as many columns as make them largest."""
    radius, best = _radius(count, 1, gap, room), 1
    if radius < SMALLEST_IN_ONE_COLUMN:
        radius, best = max((_radius(count, columns, gap, room), columns) for columns in range(1, 5))
    rows = -(-count // best)
    column, row = np.divmod(np.arange(count), rows)
    in_column = np.minimum(rows, count - column * rows)
    pitch = min(room / rows, WIDEST_PITCH)
    x = middle + (column - (best - 1) / 2) * 2 * radius * 1.15
    y = room / 2 + (row - (in_column - 1) / 2) * pitch
    return np.column_stack([x, y]), radius


def _radius(count: int, columns: int, gap: float, room: float) -> float:
    rows = -(-count // columns)
    fitting = min(room / rows / ROOM_FOR_A_UNIT, gap / 3.2 / columns)
    return float(np.clip(fitting, SMALLEST_RADIUS, LARGEST_RADIUS))


def _curves(before: Array, after: Array) -> Array:
    """Return points on the cubics between all pairs of centers."""
    share = np.linspace(0, 1, CURVE_POINTS)
    start, end = before[:, None, None, :], after[None, :, None, :]
    along = 1.5 * share * (1 - share) ** 2 + 1.5 * share**2 * (1 - share) + share**3
    across = 3 * share**2 * (1 - share) + share**3
    weights = np.stack([along, across], axis=-1)
    return start + (end - start) * weights
