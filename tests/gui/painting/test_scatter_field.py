from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from gui.painting.scatter_field import Field, fitting_span, rounded

FIELD = Field((-1.0, 3.0), (0.0, 10.0), QRectF(20, 10, 400, 200))
numbers = st.floats(-1e6, 1e6)


def test_the_vertical_axis_goes_up() -> None:
    pixels = FIELD.to_pixels(np.array([[-1.0, 0.0], [3.0, 10.0], [1.0, 5.0]]))
    assert pixels.tolist() == [[20, 210], [420, 10], [220, 110]]


@given(st.floats(20, 420), st.floats(10, 210))
def test_a_place_is_found_again_within_a_tenth_of_a_pixel(x: float, y: float) -> None:
    values = FIELD.to_values(QPointF(x, y))
    assert np.abs(FIELD.to_pixels(np.array([values])) - (x, y)).max() <= 0.1


def test_values_are_as_round_as_the_pixels_let_them_be() -> None:
    assert FIELD.pixel == (0.01, 0.05)
    assert FIELD.to_values(QPointF(53.3333, 123.4567)) == (-0.667, 4.327)
    assert rounded(-0.00001, 0.01) == 0
    assert str(rounded(-0.00001, 0.01)) == "0.0"


@given(
    st.lists(numbers, min_size=1, max_size=9),
    st.none() | st.tuples(numbers, numbers).filter(lambda ends: ends[0] < ends[1]),
)
def test_all_values_are_in_the_extent(values: list[float], shown: tuple[float, float] | None) -> None:
    low, high = fitting_span(np.array(values), shown)
    assert -inf < low < high < inf
    assert low <= min(values) <= max(values) <= high


def test_the_extent_stays_while_it_suits_the_values() -> None:
    shown = fitting_span(np.array([0.0, 1.0]), None)
    assert shown == (-0.08, 1.08)
    assert fitting_span(np.array([0.0, 0.7]), shown) is shown
    assert fitting_span(np.array([0.0, 1.2]), shown) == pytest.approx((-0.096, 1.296))
    assert fitting_span(np.array([0.0, 0.1]), shown) == pytest.approx((-0.008, 0.108))


def test_one_value_and_no_value_have_room_around_them() -> None:
    low, high = fitting_span(np.array([4.0]), None)
    assert low < 4 - 1 < 4 + 1 < high
    assert fitting_span(np.zeros(0), None) == (-0.08, 1.08)
