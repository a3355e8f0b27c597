import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import styled
from gui.widgets.data_table import ANSWER_WIDTH, FEWEST_ROWS, NARROWEST_COLUMN, DataTable
from tests.gui.conftest import Show


@pytest.fixture
def model() -> QStandardItemModel:
    return QStandardItemModel(4, 3)


@pytest.fixture
def table(show: Show, model: QStandardItemModel) -> DataTable:
    window, table = QWidget(), DataTable(model)
    model.setParent(table)
    layout = QVBoxLayout(window)
    layout.addWidget(styled(QLineEdit(), "beside"))
    layout.addWidget(table)
    show(window, 300, 260).activateWindow()
    table.fit(answers=1)
    return table


class Told:
    """The rows a table told of."""

    def __init__(self, table: DataTable) -> None:
        self.chosen: list[int | None] = []
        self.deleted: list[int] = []
        table.row_chosen.connect(self.chosen.append)
        table.deleted.connect(self.deleted.append)


def click(qtbot: QtBot, table: DataTable, row: int, column: int) -> None:
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def selected(table: DataTable) -> list[int]:
    return [index.row() for index in table.selectionModel().selectedRows()]


def test_the_row_the_learner_goes_to_is_told_by_click_and_by_key(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    click(qtbot, table, 2, 1)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert told.chosen == [2, 1]
    assert selected(table) == [1]


def test_a_row_that_is_only_shown_is_not_told(table: DataTable) -> None:
    told = Told(table)
    table.show_row(3)
    assert selected(table) == [3]
    table.show_row(None)
    assert selected(table) == []
    assert told.chosen == []


def test_a_row_that_is_shown_can_be_clicked_and_another_one_too(table: DataTable, qtbot: QtBot) -> None:
    table.show_row(3)
    told = Told(table)
    click(qtbot, table, 0, 0)
    assert told.chosen == [0]
    assert selected(table) == [0]


def test_after_none_is_shown_each_row_can_be_chosen_again(table: DataTable, qtbot: QtBot) -> None:
    click(qtbot, table, 2, 0)
    table.show_row(None)
    told = Told(table)
    click(qtbot, table, 2, 0)
    assert told.chosen == [2]


def test_delete_asks_for_the_current_row_to_be_removed(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    click(qtbot, table, 1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    table.show_row(None)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.deleted == [1]


def test_backspace_removes_no_row(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    click(qtbot, table, 1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    assert told.deleted == []


def test_escape_lets_go_of_the_row(table: DataTable, qtbot: QtBot) -> None:
    click(qtbot, table, 1, 0)
    told = Told(table)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert told.chosen == [None]


def test_typing_edits_a_cell(table: DataTable, model: QStandardItemModel, qtbot: QtBot) -> None:
    click(qtbot, table, 1, 2)
    qtbot.keyClick(table, Qt.Key.Key_7)
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, ".5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.index(1, 2).data() == "7.5")


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right], ids=["left", "right"])
@pytest.mark.parametrize("by_keyboard", [True, False], ids=["tab", "click"])
def test_arrows_move_among_cells_for_those_who_came_by_keyboard_and_step_for_others(
    table: DataTable, qtbot: QtBot, key: Qt.Key, by_keyboard: bool
) -> None:
    steps = Steps(table, key)
    if by_keyboard:
        beside(table).setFocus()
        qtbot.keyClick(beside(table), Qt.Key.Key_Tab)
        table.selectionModel().setCurrentIndex(table.model().index(1, 1), QItemSelectionModel.SelectionFlag.NoUpdate)
    else:
        click(qtbot, table, 1, 1)
    assert table.hasFocus()
    qtbot.keyClick(table, key)
    assert (table.currentIndex().column() != 1) == by_keyboard
    assert steps.count == (0 if by_keyboard else 1)


class Steps:
    """Counts how often a key was taken for a shortcut of the window."""

    def __init__(self, table: DataTable, key: Qt.Key) -> None:
        self.count = 0
        action = QAction("step", table.window())
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(self.add)
        table.window().addAction(action)

    def add(self) -> None:
        """Count one."""
        self.count += 1


def beside(table: DataTable) -> QLineEdit:
    """Return the field from which Tab leads to the table."""
    field = table.window().findChild(QLineEdit, "beside")
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize("answers", [1, 2])
def test_few_columns_share_the_width_and_many_are_scrolled(show: Show, answers: int) -> None:
    few, many = (show(DataTable(QStandardItemModel(4, columns)), 300, 200) for columns in (4, 64))
    for table in (few, many):
        table.model().setParent(table)
        table.fit(answers)
    widths = [few.columnWidth(column) for column in range(4)]
    assert abs(sum(widths) - few.viewport().width()) < 5
    assert set(widths[-answers:]) == {ANSWER_WIDTH}
    assert min(many.columnWidth(column) for column in range(64)) >= NARROWEST_COLUMN
    assert many.horizontalScrollBar().maximum() > 0


def test_where_another_row_is_shown_the_column_stays(table: DataTable, qtbot: QtBot) -> None:
    click(qtbot, table, 1, 2)
    table.show_row(3)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, 2)


def test_some_rows_can_always_be_seen(table: DataTable) -> None:
    table.resize(table.minimumWidth(), table.minimumHeight())
    last = table.visualRect(table.model().index(FEWEST_ROWS - 1, 0))
    assert last.top() < table.viewport().height()
