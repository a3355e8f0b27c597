import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.widgets.drop_down import DropDown
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel


@pytest.fixture
def drop_down(show: Show) -> DropDown:
    return show(DropDown("Loss", {"squared_error": "squared error", "other": "another"}))


def test_titles_are_shown_and_names_are_known(drop_down: DropDown) -> None:
    assert [drop_down.itemText(index) for index in range(drop_down.count())] == ["squared error", "another"]
    drop_down.show_name("other")
    assert (drop_down.currentText(), drop_down.currentData()) == ("another", "other")
    assert drop_down.accessibleName() == "Loss"


def test_a_choice_of_the_learner_is_told_and_what_is_only_shown_is_not(drop_down: DropDown, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(drop_down.activated):
        drop_down.show_name("other")
    with qtbot.waitSignal(drop_down.activated):
        qtbot.keyClick(drop_down, Qt.Key.Key_Up)
    assert drop_down.currentData() == "squared_error"


def test_a_turn_of_the_wheel_in_passing_changes_nothing(drop_down: DropDown) -> None:
    turn_wheel(drop_down, drop_down.rect().center(), -120)
    assert drop_down.currentData() == "squared_error"


def test_a_name_nobody_knows_shows_nothing(drop_down: DropDown) -> None:
    drop_down.show_name("mystery")
    assert drop_down.currentIndex() == -1
