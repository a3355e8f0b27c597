import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from core.illustrations import Curve
from gui.painting.extent import Extent

SIDE = st.floats(10, 1000)
FRAME = QRectF(30, 10, 200, 100)


def curve(*points: tuple[float, float]) -> Curve:
    x, y = np.array(points).T
    return Curve(x, y)


def test_it_holds_all_of_some_curves() -> None:
    assert Extent.of([curve((0, 1), (5, 2)), curve((-1, 7), (3, -4))]) == Extent(-1, 5, -4, 7)


@pytest.mark.parametrize(
    ("bottom", "top", "expected"), [(2, 3, (0, 3)), (-3, -2, (-3, 0)), (-1, 1, (-1, 1)), (0, 0, (0, 1))]
)
def test_zero_is_in_it_and_there_is_always_some_height(
    bottom: float, top: float, expected: tuple[float, float]
) -> None:
    extent = Extent(0, 1, bottom, top).with_zero()
    assert (extent.bottom, extent.top) == expected


def test_it_is_laid_into_a_rectangle_with_up_being_up() -> None:
    extent = Extent(-1, 1, 0, 10)
    assert extent.x_in(FRAME, np.array([-1.0, 0.0, 1.0])).tolist() == [30, 130, 230]
    assert extent.y_in(FRAME, np.array([0.0, 5.0, 10.0])).tolist() == [110, 60, 10]


@given(SIDE, SIDE, SIDE, SIDE)
def test_on_a_map_one_is_as_long_across_as_up_and_nothing_is_left_out(
    width: float, height: float, across: float, up: float
) -> None:
    frame, extent = QRectF(0, 0, width, height), Extent(-across, across, 0, up)
    shaped = extent.with_shape_of(frame)
    unit_across, unit_up = (width / (shaped.right - shaped.left), height / (shaped.top - shaped.bottom))
    assert unit_across == pytest.approx(unit_up)
    assert shaped.left <= extent.left + 1e-9
    assert shaped.right >= extent.right - 1e-9
    assert shaped.bottom <= extent.bottom + 1e-9
    assert shaped.top >= extent.top - 1e-9
