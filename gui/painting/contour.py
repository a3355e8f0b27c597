"""Contours: where a function on a grid passes through a level (marching squares)."""

import numpy as np

from core.kernels import Array

BOTTOM, RIGHT, TOP, LEFT = range(4)


def contour(values: Array, level: float) -> Array:
    """Return the line on which `values`, of shape (ny, nx), have `level`, in pieces: shape (pieces, 2 ends, 2).

    An end is (column, row), of which the places between two grid points are parts. Beside what is not finite, the line
    breaks off.
    """
    above_level = values - level
    finite = np.isfinite(above_level)
    cells = finite[:-1, :-1] & finite[1:, :-1] & finite[:-1, 1:] & finite[1:, 1:]
    ends, crossed = _crossings(np.where(finite, above_level, 0.0), cells)
    count = crossed.sum(axis=0)
    return np.concatenate([_simple(ends, crossed, count == 2), _saddles(ends, above_level, count == 4)])


def _crossings(values: Array, cells: np.ndarray) -> tuple[Array, np.ndarray]:
    """Return where each side of each cell is crossed, shape (4, ny − 1, nx − 1, 2), and whether it is."""
    rows, columns = np.indices(cells.shape, dtype=np.float64)
    above = values > 0
    along_row, row_crossed = _between(values[:, :-1], values[:, 1:]), above[:, :-1] != above[:, 1:]
    up, column_crossed = _between(values[:-1], values[1:]), above[:-1] != above[1:]
    ends = np.empty((4, *cells.shape, 2))
    ends[BOTTOM] = np.stack([columns + along_row[:-1], rows], axis=-1)
    ends[RIGHT] = np.stack([columns + 1, rows + up[:, 1:]], axis=-1)
    ends[TOP] = np.stack([columns + along_row[1:], rows + 1], axis=-1)
    ends[LEFT] = np.stack([columns, rows + up[:, :-1]], axis=-1)
    crossed = np.stack([row_crossed[:-1], column_crossed[:, 1:], row_crossed[1:], column_crossed[:, :-1]]) & cells
    return ends, crossed


def _between(start: Array, end: Array) -> Array:
    """Return at which part of the way from `start` to `end` there is 0; 0 where there is none."""
    steps = start - end
    return np.divide(start, steps, out=np.zeros_like(steps), where=(start > 0) != (end > 0))


def _simple(ends: Array, crossed: np.ndarray, chosen: np.ndarray) -> Array:
    """Join the two sides that are crossed."""
    points, sides = ends[:, chosen], crossed[:, chosen]
    each = np.arange(sides.shape[1])
    first, last = np.argmax(sides, axis=0), LEFT - np.argmax(sides[::-1], axis=0)
    return np.stack([points[first, each], points[last, each]], axis=1)


def _saddles(ends: Array, values: Array, chosen: np.ndarray) -> Array:
    """Where all four sides are crossed, let the middle of the cell decide which corners belong together."""
    points = ends[:, chosen]
    corners = np.stack([values[:-1, :-1], values[:-1, 1:], values[1:, 1:], values[1:, :-1]])[:, chosen]
    joined = (corners.mean(axis=0) > 0) == (corners[0] > 0)  # the lower left corner, and the upper right one
    partner = np.where(joined, RIGHT, LEFT)
    each = np.arange(points.shape[1])
    lower = np.stack([points[BOTTOM], points[partner, each]], axis=1)
    upper = np.stack([points[TOP], points[np.where(joined, LEFT, RIGHT), each]], axis=1)
    return np.concatenate([lower, upper])
