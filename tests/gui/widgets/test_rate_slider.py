import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.rate_slider import RateSlider
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel

Move = tuple[float, object]


@pytest.fixture
def slider(show: Show) -> RateSlider:
    slider = show(RateSlider("Learning rate"), 200, 24)
    slider.show_rate(0.1)
    return slider


@pytest.fixture
def moves(slider: RateSlider) -> list[Move]:
    found: list[Move] = []
    slider.moved.connect(lambda rate, stroke: found.append((rate, stroke)))
    return found


def test_what_is_only_shown_is_no_move(slider: RateSlider, moves: list[Move]) -> None:
    slider.show_rate(3.0)
    assert moves == []


def test_keys_go_through_round_numbers(slider: RateSlider, moves: list[Move], qtbot: QtBot) -> None:
    for _ in range(11):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert [rate for rate, _ in moves] == [0.125, 0.16, 0.2, 0.25, 0.32, 0.4, 0.5, 0.63, 0.8, 1.0, 1.25]


def test_a_page_is_a_power_of_ten_and_the_ends_are_reached(slider: RateSlider, moves: list[Move], qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(slider, key)
    assert [rate for rate, _ in moves] == [1.0, 10.0, 0.0001]


def test_a_drag_is_one_move_and_the_next_drag_another(slider: RateSlider, moves: list[Move]) -> None:
    for start in (5, -5):
        slider.setSliderDown(True)
        for step in range(3):
            slider.setSliderPosition(start + step)
        slider.setSliderDown(False)
    strokes = [stroke for _, stroke in moves]
    assert len(strokes) == 6
    assert strokes[0] is strokes[1] is strokes[2] is not strokes[3]
    assert strokes[3] is strokes[4] is strokes[5]


def test_what_is_done_by_the_keys_is_another_move_each_time_it_is_come_to(
    slider: RateSlider, moves: list[Move], qtbot: QtBot
) -> None:
    for _ in range(2):
        slider.clearFocus()
        slider.activateWindow()
        slider.setFocus()
        qtbot.waitUntil(slider.hasFocus)
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert moves[0][1] is not moves[1][1]


def test_a_turn_of_the_wheel_in_passing_changes_nothing(slider: RateSlider, moves: list[Move]) -> None:
    turn_wheel(slider, slider.rect().center(), 120)
    assert moves == []


@pytest.mark.parametrize(("rate", "position"), [(1e-9, -40), (1e9, 10), (0.1, -10), (0.11, -10), (0.12, -9)])
def test_a_rate_is_shown_as_near_as_there_is_a_step(slider: RateSlider, rate: float, position: int) -> None:
    slider.show_rate(rate)
    assert slider.value() == position


@given(st.integers(-40, 10))
def test_every_step_is_shown_where_it_was_taken(qapp: QApplication, position: int) -> None:  # noqa: ARG001
    slider = RateSlider("Learning rate")
    rates: list[float] = []
    slider.moved.connect(lambda rate, _stroke: rates.append(rate))
    slider.setValue(position)
    other = RateSlider("Learning rate")
    other.show_rate(rates[-1] if rates else 1.0)
    assert other.value() == position


def test_a_click_gives_it_no_focus_so_that_space_still_runs(slider: RateSlider) -> None:
    assert slider.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert slider.accessibleName() == "Learning rate"
