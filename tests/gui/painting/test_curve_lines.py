import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.history import LOSS, MEAN_SQUARED_ERROR, TEST_LOSS, Curve
from core.kernels import Array
from gui.painting.curve_lines import (
    SMOOTHING_SHARES,
    curve_lines,
    pin_style,
    polyline,
    quantity_color,
    smoothed,
)
from gui.pins import MOST_PINS
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import READABLE, contrast

values = st.lists(st.floats(0, 1e6), min_size=1, max_size=20)
shares = st.sampled_from([0.1, 0.3, 0.5, 1.0])


def curve_of(values: Array) -> Curve:
    return Curve(np.arange(float(len(values))), values, values)


@given(values, values)
def test_a_polyline_reaches_all_low_and_high_values_and_none_beyond(some: list[float], others: list[float]) -> None:
    count = min(len(some), len(others))
    low = np.minimum(some[:count], others[:count])
    high = np.maximum(some[:count], others[:count])
    x, y = polyline(Curve(np.arange(float(count)), low, high))
    assert x.shape == y.shape
    assert (np.diff(x) >= 0).all()
    for epoch in range(count):
        assert {y[x == epoch].min(), y[x == epoch].max()} == {low[epoch], high[epoch]}


def test_where_low_and_high_are_the_same_there_is_one_point_each() -> None:
    x, y = polyline(curve_of(np.array([3.0, np.nan, 1.0])))
    np.testing.assert_array_equal(x, [0, 1, 2])
    np.testing.assert_array_equal(y, [3, np.nan, 1])


@given(values, shares)
def test_a_smoothed_curve_stays_between_its_lowest_and_its_highest_value(losses: list[float], share: float) -> None:
    means = smoothed(curve_of(np.array(losses)), share)
    assert len(means) == len(losses)
    slack = 1e-9 * max(losses)
    assert (means >= min(losses) - slack).all()
    assert (means <= max(losses) + slack).all()


@given(st.floats(-5, 5), st.floats(-5, 5), st.integers(1, 40), shares)
def test_a_straight_line_is_its_own_mean(start: float, slope: float, count: int, share: float) -> None:
    line = start + slope * np.arange(float(count))
    np.testing.assert_allclose(smoothed(curve_of(line), share), line, atol=1e-9)


def test_a_point_is_the_mean_of_as_many_on_either_side() -> None:
    losses = np.array([9.0, 1.0, 2.0, 6.0, 4.0, 8.0, 5.0, 3.0])
    assert smoothed(curve_of(losses), 0.5).tolist() == pytest.approx([9, 4, 4.4, 4.2, 5, 5.2, 16 / 3, 3])


def test_a_bucket_counts_by_its_middle() -> None:
    low, high = np.array([1.0, 1.0, 1.0]), np.array([3.0, 5.0, 3.0])
    assert smoothed(Curve(np.arange(3.0), low, high), 0.0).tolist() == [2, 3, 2]


def test_what_is_not_finite_spoils_nothing_before_it() -> None:
    losses = np.array([1.0, 3.0, 2.0, 4.0, np.finfo(float).max, np.nan, 7.0])
    means = smoothed(curve_of(losses), 0.5)
    assert means[:4].tolist() == pytest.approx([1, 2, 3, 4])
    np.testing.assert_array_equal(means[4:], losses[4:])


def test_smoothed_the_curve_itself_stays_behind_faintly() -> None:
    curve = curve_of(np.arange(100.0))
    (plain,) = curve_lines(curve, SMOOTHING_SHARES[0], "#123456", (2.0, 1.0))
    assert not plain.faint
    raw, mean = curve_lines(curve, SMOOTHING_SHARES[2], "#123456", (2.0, 1.0))
    assert (raw.faint, mean.faint) == (True, False)
    assert {(line.color, line.dash) for line in (plain, raw, mean)} == {("#123456", (2.0, 1.0))}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_quantities_stand_out_from_the_ground_and_from_each_other(theme: Theme) -> None:
    colors = [quantity_color(theme, quantity) for quantity in (LOSS, MEAN_SQUARED_ERROR, TEST_LOSS)]
    assert len(set(colors)) == 3
    assert min(contrast(color, theme.card) for color in colors) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_no_two_kept_runs_are_drawn_alike_and_all_are_dashed(theme: Theme) -> None:
    styles = [pin_style(theme, number) for number in range(MOST_PINS)]
    assert len(set(styles)) == MOST_PINS
    assert all(dash for _, dash in styles)
    assert min(contrast(color, theme.card) for color, _ in styles) >= READABLE
