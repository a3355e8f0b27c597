from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.painting.plane_axes import BAR_DISTANCE, Frame, draw_axes, draw_bar, extent, frame_in, ticks
from gui.theme import DARK, LIGHT, Theme, set_text_percent
from tests.gui.looks import Pixels, count_of, is_blank, nearly, pixels_of

pytestmark = pytest.mark.usefixtures("qapp")

sizes = st.floats(1e-6, 1e6)
places = st.floats(-1e3, 1e3)
ROOM = QRectF(0, 0, 300, 200)


@given(places, places, sizes, sizes, st.floats(-2, 2), st.floats(-2, 2))
def test_a_place_on_the_screen_is_that_of_the_point(
    left: float, low: float, width: float, height: float, across: float, up: float
) -> None:
    frame = Frame(QRectF(50, 20, 100, 80), (left, left + width), (low, low + height))
    x, y = left + across * extent(frame.x), low + up * extent(frame.y)
    place = frame.on_screen(np.array([x, y]))
    assert place == pytest.approx([50 + across * 100, 100 - up * 80], abs=1e-3)
    assert frame.point_at(QPointF(*place)) == pytest.approx((x, y), rel=1e-6, abs=1e-6 * (width + height))


@given(places, sizes, st.floats(40, 2000))
def test_ticks_are_round_and_have_room(low: float, size: float, pixels: float) -> None:
    found = ticks((low, low + size), pixels)
    assert len(found) <= pixels / 38 + 1
    assert all(low - 1e-9 * size <= tick <= low + size * (1 + 1e-9) for tick in found)
    distances = [second - first for first, second in pairwise(found)]
    assert distances == pytest.approx([distances[0]] * len(distances), rel=1e-3) if distances else True
    for distance in distances:
        assert f"{distance:e}"[0] in "125" or f"{distance:.3e}"[0] in "125"


def test_a_plane_is_square_and_a_curve_uses_the_width() -> None:
    plane = frame_in(ROOM, (0, 1), (0, 1), square=True)
    curve = frame_in(ROOM, (0, 1), (0, 1), square=False)
    assert plane.field.width() == plane.field.height() == curve.field.height()
    assert curve.field.width() > plane.field.width()
    assert plane.field.center().x() == pytest.approx(curve.field.center().x(), abs=1)
    assert ROOM.contains(curve.field)


def test_where_there_is_no_room_there_is_still_a_field() -> None:
    assert frame_in(QRectF(0, 0, 10, 10), (0, 1), (0, 1), square=True).field.width() > 0


def test_larger_text_gets_more_room(qapp: QApplication) -> None:
    font = qapp.font()
    usual = frame_in(ROOM, (0, 1), (0, 1), square=False).field
    set_text_percent(150)
    large = frame_in(ROOM, (0, 1), (0, 1), square=False).field
    qapp.setFont(font)
    assert large.left() > usual.left()
    assert large.bottom() < usual.bottom()


def drawn(frame: Frame, names: tuple[str, str], theme: Theme, bar: QImage | None = None) -> Pixels:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    if bar is None:
        draw_axes(painter, frame, names, theme)
    else:
        draw_bar(painter, frame.field, bar, ["−1", "0", "1"], theme)
    painter.end()
    return pixels_of(image)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_and_names_stand_beside_the_field_and_not_in_it(theme: Theme) -> None:
    frame = frame_in(ROOM, (-1, 1), (-1, 1), square=True)
    shown, field = drawn(frame, ("width", "height"), theme), frame.field.toRect()
    left = shown[field.top() : field.bottom(), : field.left() - 1]
    below = shown[field.bottom() + 2 :]
    assert nearly(theme.quiet, left) > 20
    assert nearly(theme.quiet, below) > 20
    assert is_blank(shown[field.top() + 3 : field.bottom() - 3, field.left() + 3 : field.right() - 3])


def test_a_name_that_is_too_long_is_cut() -> None:
    frame = frame_in(ROOM, (-1, 1), (-1, 1), square=True)
    shown = drawn(frame, ("width of a very long leaf " * 9, ""), LIGHT)
    assert is_blank(shown[-12:, : frame.field.toRect().left() - 4])


def test_the_bar_stands_right_of_the_field_with_its_upper_end_on_top() -> None:
    frame = frame_in(ROOM, (-1, 1), (-1, 1), square=True)
    bar = QImage(1, 2, QImage.Format.Format_RGB32)
    bar.setPixelColor(0, 0, QColor("#ff0000"))
    bar.setPixelColor(0, 1, QColor("#0000ff"))
    shown, field = drawn(frame, ("", ""), LIGHT, bar), frame.field.toRect()
    middle = field.center().y()
    assert is_blank(shown[:, : field.right() + int(BAR_DISTANCE) - 2])
    assert count_of("#ff0000", shown[: middle - 2]) > 100
    assert count_of("#ff0000", shown[middle + 4 :]) == 0
    assert count_of("#0000ff", shown[middle + 4 :]) > 100
