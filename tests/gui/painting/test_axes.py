from math import inf, log10, nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui.painting.axes import (
    NO_SPAN,
    epoch_span,
    epoch_ticks,
    fractions,
    logarithmic_ticks,
    round_step,
    value_span,
    value_ticks,
)

sizes = st.floats(1e-12, 1e12)
losses = st.lists(st.floats(0, 1e12), min_size=1, max_size=20)


@given(sizes)
def test_a_step_is_round_and_just_large_enough(least: float) -> None:
    step = round_step(least)
    assert least * (1 - 1e-6) <= step <= 2.5 * least * (1 + 1e-6)
    assert f"{step:.3e}"[:5] in {"1.000", "2.000", "5.000"}


@given(st.integers(0, 10**12))
def test_the_range_of_epochs_holds_all_of_them_and_little_more(length: int) -> None:
    low, high = epoch_span(length, 10)
    assert low == 0
    assert max(10, length) <= high <= max(10, length) * 1.05 + 1


def test_the_range_of_epochs_seldom_changes_while_a_run_grows() -> None:
    assert len({epoch_span(length, 10) for length in range(10_000, 20_000)}) <= 31


@given(losses, st.booleans())
def test_the_range_of_values_holds_all_of_them_and_not_much_more(values: list[float], logarithmic: bool) -> None:
    shown = [log10(value) for value in values if value > 0] if logarithmic else values
    low, high = value_span(np.array(values), logarithmic=logarithmic)
    assert low < high
    if shown:
        slack = 1e-6 * max(1e-12, *map(abs, shown))
        assert low - slack <= min(shown)
        assert max(shown) <= high + slack
        size = max(shown) - min(shown)
        if size > 1e-3 * max(map(abs, shown)):
            assert high - low <= size * 1.7 + (0.5 if logarithmic else 0)


@pytest.mark.parametrize("values", [[], [nan, nan], [inf], [1.7e308]])
def test_where_there_is_nothing_finite_there_is_a_range_all_the_same(values: list[float]) -> None:
    assert value_span(np.array(values), logarithmic=False) == NO_SPAN
    assert value_span(np.array([0.0]), logarithmic=True) == NO_SPAN


def test_what_is_not_finite_does_not_set_the_range() -> None:
    assert value_span(np.array([0.2, nan, 1.0, inf, np.finfo(float).max]), logarithmic=False) == (0.2, 1.0)


@given(sizes, sizes, st.integers(1, 12))
def test_ticks_of_values_are_round_and_lie_in_the_range(start: float, size: float, most: int) -> None:
    assume(start < 1e4 * size)
    ticks = value_ticks((start, start + size), most)
    assert len(ticks) <= most + 1
    assert all(start - 1e-6 * size <= tick <= start + size * (1 + 1e-6) for tick in ticks)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 12))
def test_ticks_of_epochs_are_whole(start: int, size: int, most: int) -> None:
    ticks = epoch_ticks((start, start + size), most)
    assert len(ticks) <= most + 1
    assert all(isinstance(tick, int) and start <= tick <= start + size for tick in ticks)


@given(st.floats(-30, 10), st.floats(0.25, 300), st.integers(1, 12))
def test_ticks_by_the_logarithm_stand_for_round_numbers_and_are_not_too_many(
    low: float, size: float, most: int
) -> None:
    ticks = logarithmic_ticks((low, low + size), most)
    assert len(ticks) <= max(most, 3) + 2
    assert all(low <= tick <= low + size for tick in ticks)
    assert {f"{10 ** (tick % 1):.3f}" for tick in ticks} <= {"1.000", "2.000", "5.000", "10.000"}


def test_fractions_say_where_values_lie() -> None:
    assert fractions(np.array([0.0, 1.0, 2.0]), (0, 2), logarithmic=False).tolist() == [0, 0.5, 1]
    np.testing.assert_allclose(fractions(np.array([0.01, 0.1, 1.0]), (-2, 0), logarithmic=True), [0, 0.5, 1])


def test_what_has_no_place_lies_beyond_the_edge_or_nowhere() -> None:
    low, beyond, nothing = fractions(np.array([0.0, 1.7e308, nan]), (-2.0, 0.0), logarithmic=True)
    assert low < 0 < 1 < beyond
    assert np.isnan(nothing)
    assert fractions(np.array([1.7e308]), (0.0, 1.0), logarithmic=False)[0] > 1
