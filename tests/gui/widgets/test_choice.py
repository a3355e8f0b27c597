import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.widgets.choice import Choice
from tests.gui.conftest import Show


@pytest.fixture
def choice(show: Show) -> Choice:
    return show(Choice("Scale", ["linear", "log", "other"]))


def down(choice: Choice) -> list[int]:
    return [index for index in range(3) if choice.button(index).isChecked()]


def test_at_first_the_first_is_down(choice: Choice) -> None:
    assert choice.index == 0
    assert down(choice) == [0]


def test_a_click_puts_one_down_and_tells_which(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.mouseClick(choice.button(2), Qt.MouseButton.LeftButton)
    assert told.args == [2]
    assert down(choice) == [2]
    assert choice.index == 2


def test_what_is_only_shown_is_not_told(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.show_index(1)
    assert down(choice) == [1]


def test_a_screen_reader_hears_what_is_chosen(choice: Choice) -> None:
    assert [choice.button(index).accessibleName() for index in range(2)] == ["Scale: linear", "Scale: log"]
