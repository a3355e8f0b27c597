from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.kernels import Array
from gui.painting.log_scale import MOST_DECADES, LogScale

sizes = arrays(np.float64, st.integers(1, 20), elements=st.floats(0) | st.just(np.nan))


@given(sizes)
def test_larger_sizes_lie_higher_and_all_lie_within(values: Array) -> None:
    scale = LogScale.around(values)
    assert scale.high - scale.low > 0.5
    finite = values[np.isfinite(values)]
    shares = scale.shares(values)
    assert (np.isfinite(shares) == np.isfinite(values)).all()
    inner = shares[np.isfinite(values)]
    assert ((inner >= 0) & (inner <= 1)).all()
    assert (np.diff(inner[np.argsort(finite)]) >= 0).all()


@given(sizes, st.integers(1, 12))
def test_marks_are_round_sizes_in_their_order_on_the_scale(values: Array, most: int) -> None:
    scale = LogScale.around(values)
    marks = scale.marks(most)
    assert all(before < after for before, after in pairwise(marks))
    assert all(f"{mark:.6e}"[0] in "125" for mark in marks if mark > 1e-300)
    assert all(scale.low - 1e-9 <= np.log10(mark) <= scale.high + 1e-9 for mark in marks if mark)
    assert len(marks) <= most + 1


@pytest.mark.parametrize(
    ("values", "most", "marks"),
    [
        ([0.01, 1.0, 100.0], 5, [0.01, 0.1, 1, 10, 100]),
        ([0.03, 0.3], 6, [0.05, 0.1, 0.2]),
        ([1e-9, 1.0], 4, [1e-9, 1e-6, 1e-3, 1]),
        ([], 2, [0.1, 1.0]),
    ],
)
def test_the_marks_are_those_one_would_write(values: list[float], most: int, marks: list[float]) -> None:
    assert LogScale.around(np.array(values)).marks(most) == pytest.approx(marks)


def test_one_size_lies_in_the_middle_of_a_decade() -> None:
    scale = LogScale.around(np.array([3.0, 3.0]))
    assert scale.high - scale.low == pytest.approx(1)
    assert scale.share(3.0) == pytest.approx(0.5)


def test_nothing_and_what_is_tiny_beside_the_largest_lie_at_the_bottom() -> None:
    scale = LogScale.around(np.array([0.0, 1e-200, 1e-10, 1.0]))
    assert scale.high - scale.low < MOST_DECADES * 1.2
    assert scale.share(0.0) == scale.share(1e-200) == 0
    assert 0 < scale.share(1e-10) < scale.share(1.0) < 1
