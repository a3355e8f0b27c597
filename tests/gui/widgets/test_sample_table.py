import pytest
from PySide6.QtCore import QStringListModel, Qt
from pytestqt.qtbot import QtBot

from gui.widgets.sample_table import SampleTable
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to


@pytest.fixture
def table(show: Show) -> SampleTable:
    return show(SampleTable("Samples", QStringListModel([str(number) for number in range(50)])), 200, 200)


def test_a_click_chooses_a_row_and_leaves_the_keys_to_the_window(table: SampleTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(2, 0)).center()
    with qtbot.waitSignal(table.row_chosen) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2]
    assert not table.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_arrow_keys_choose_the_next_row(table: SampleTable, qtbot: QtBot) -> None:
    table.show_row(3)
    with qtbot.waitSignal(table.row_chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told.args == [4]


def test_a_row_that_is_shown_is_not_called_chosen(table: SampleTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.row_chosen):
        table.show_row(5)
        assert [index.row() for index in table.selectedIndexes()] == [5]
        table.show_row(5)
        table.show_row(None)
    assert table.selectedIndexes() == []
    assert not table.currentIndex().isValid()


def test_the_row_under_the_pointer_is_told_until_it_leaves(table: SampleTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.row_pointed) as told:
        move_to(table.viewport(), table.visualRect(table.model().index(1, 0)).center())
    assert told.args == [1]
    with qtbot.waitSignal(table.row_pointed) as told:
        leave(table)
    assert told.args == [None]
