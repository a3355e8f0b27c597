import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from gui.painting.color_scale import STEPS, ColorScale, Hue, mix, readable_on, round_limit
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import READABLE, contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
HUES = pytest.mark.parametrize("hue", Hue)
SCALE = ColorScale(Hue.VALUE, LIGHT, 2.0, LIGHT.card)

finite = st.floats(allow_nan=False, allow_infinity=False)
some_numbers = st.lists(finite, min_size=1, max_size=6)


def steps_of(values: list[float]) -> list[int]:
    return [int(step) for step in SCALE.steps(np.array(values))]


@THEMES
@HUES
def test_zero_looks_like_nothing(theme: Theme, hue: Hue) -> None:
    assert ColorScale(hue, theme, 1.0, theme.edge).color(0.0) == QColor(theme.edge)


@THEMES
@HUES
def test_the_ends_have_the_full_hue(theme: Theme, hue: Hue) -> None:
    scale = ColorScale(hue, theme, 0.5, theme.card)
    assert scale.color(0.5) == QColor(getattr(theme, f"positive_{hue.value}"))
    assert scale.color(-0.5) == QColor(getattr(theme, f"negative_{hue.value}"))


@given(st.floats(-10, 10))
def test_a_number_and_its_opposite_are_equally_far_from_zero(value: float) -> None:
    assert SCALE.steps(np.array(-value)) == -SCALE.steps(np.array(value))


@given(st.lists(st.floats(-10, 10), min_size=2))
def test_a_larger_number_never_gets_a_lower_step(values: list[float]) -> None:
    steps = steps_of(sorted(values))
    assert steps == sorted(steps)
    assert set(steps) <= set(range(-STEPS, STEPS + 1))


def test_what_is_no_finite_number_has_a_colour_too() -> None:
    assert steps_of([math.nan, math.inf, -math.inf]) == [0, STEPS, -STEPS]


@THEMES
@HUES
@pytest.mark.parametrize("zero", ["card", "edge"])
def test_numbers_can_be_read_on_every_colour(theme: Theme, hue: Hue, zero: str) -> None:
    scale = ColorScale(hue, theme, 1.0, getattr(theme, zero))
    grounds = [scale.color_of_step(step) for step in range(-STEPS, STEPS + 1)]
    assert min(contrast(ground, readable_on(ground)) for ground in grounds) >= READABLE


@given(st.integers(0, 0xFFFFFF))
def test_black_or_white_can_be_read_on_any_colour(rgb: int) -> None:
    ground = QColor.fromRgb(rgb)
    assert contrast(ground, readable_on(ground)) >= READABLE


def test_mixing_goes_from_the_first_to_the_second() -> None:
    black, white = QColor("black"), QColor("white")
    assert mix(black, white, 0) == black
    assert mix(black, white, 1) == white
    assert mix(black, white, 0.5).lightness() == pytest.approx(127, abs=1)


@given(some_numbers)
@example([5e-324])
@example([1.7e308])
@example([1e-310, 3e-312])
def test_no_number_exceeds_the_limit(values: list[float]) -> None:
    limit = round_limit(np.array(values))
    assert max(map(abs, values)) <= limit
    assert math.isfinite(limit)


@given(st.floats(1e-300, 1e308))
def test_a_limit_is_round_and_not_far_above_the_largest_number(largest: float) -> None:
    limit = round_limit(np.array([-largest, largest / 3]))
    assert f"{limit:e}".split("e")[0] in ("1.000000", "2.000000", "5.000000")
    assert limit <= 2.5 * largest * (1 + 1e-12)


@given(some_numbers)
@example([5e-324])
@example([1.7e308])
def test_within_its_limit_each_number_has_its_share_of_colour(values: list[float]) -> None:
    limit = round_limit(np.array(values))
    steps = ColorScale(Hue.VALUE, LIGHT, limit, LIGHT.card).steps(np.array(values))
    assert np.abs(steps).max() <= STEPS
    assert (np.sign(steps) * np.sign(values) >= 0).all()


@pytest.mark.parametrize(
    ("values", "limit"), [([0.3], 0.5), ([-1.0], 1), ([1.01], 2), ([700], 1000), ([0, 0], 1), ([], 1)]
)
def test_limits_are_1_2_or_5_times_a_power_of_ten(values: list[float], limit: float) -> None:
    assert round_limit(np.array(values)) == limit


def test_a_limit_takes_no_notice_of_nan_and_infinity() -> None:
    assert round_limit(np.array([math.nan, 3.0, -math.inf])) == 5
    assert round_limit(np.array([math.nan, math.inf])) == 1
