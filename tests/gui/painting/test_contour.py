from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.kernels import Array
from gui.painting.contour import contour

eighths = st.integers(-16, 16).map(lambda number: number / 8)
grids = arrays(np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=eighths)


def interpolated(values: Array, column: float, row: float) -> float:
    """Return the value between two neighbouring grid points."""
    left, lower = int(np.floor(column)), int(np.floor(row))
    right, upper = int(np.ceil(column)), int(np.ceil(row))
    part = (column - left) + (row - lower)
    return float((1 - part) * values[lower, left] + part * values[upper, right])


@given(grids, eighths)
def test_every_end_lies_on_a_side_of_a_cell_where_the_level_is(values: Array, level: float) -> None:
    for column, row in contour(values, level + 1 / 32).reshape(-1, 2).tolist():
        assert column == round(column) or row == round(row)
        assert interpolated(values, column, row) == pytest.approx(level + 1 / 32)


@given(grids, eighths)
def test_the_line_ends_only_at_the_border(values: Array, level: float) -> None:
    height, width = values.shape
    ends = Counter(tuple(end) for end in contour(values, level + 1 / 32).round(9).reshape(-1, 2).tolist())
    for (column, row), count in ends.items():
        at_border = column in (0, width - 1) or row in (0, height - 1)
        assert count == (1 if at_border else 2)


def test_of_a_slope_the_contour_is_straight() -> None:
    columns = np.tile(np.arange(5.0), (4, 1))
    pieces = contour(columns, 1.25)
    assert len(pieces) == 3
    assert (pieces[:, :, 0] == 1.25).all()


@pytest.mark.parametrize(("middle", "corner_alone"), [(0.6, (1, 0)), (-0.6, (0, 0))])
def test_at_a_saddle_the_middle_decides(middle: float, corner_alone: tuple[int, int]) -> None:
    values = np.array([[1.0, -1.0], [-1.0, 1.0]]) + middle
    pieces = contour(values, 0)
    assert len(pieces) == 2
    distances = [np.abs(piece - corner_alone).sum(axis=1).max() for piece in pieces]
    assert min(distances) < 0.5


def test_the_line_breaks_off_beside_what_is_no_number() -> None:
    values = np.tile(np.arange(5.0), (4, 1))
    values[1, 1] = np.nan
    assert len(contour(values, 1.25)) == 1
    assert len(contour(np.full((3, 3), np.nan), 0)) == 0


def test_what_is_the_same_everywhere_has_no_contour() -> None:
    assert contour(np.zeros((3, 3)), 0).shape == (0, 2, 2)
