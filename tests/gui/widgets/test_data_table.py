import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme import Appearance
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_model import DataModel
from gui.widgets.data_table import ANSWER_WIDTH, FEWEST_ROWS, NARROWEST_COLUMN, DataTable
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to, press, release
from tests.gui.runs import ARTICLE, experiment_of


class Beside(QWidget):
    """A table under a field."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.field = QLineEdit()
        notice = Notice(self)
        self.model = DataModel(session, appearance, DataEditor(session, notice, self))
        self.model.refresh()
        self.table = DataTable(self.model)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.table)


@pytest.fixture
def table(show: Show, session: Session, appearance: Appearance) -> DataTable:
    window = show(Beside(session, appearance), 300, 260)
    window.activateWindow()
    window.table.fit(answers=1)
    return window.table


class Told:
    """What a table told of."""

    def __init__(self, table: DataTable) -> None:
        self.chosen: list[int | None] = []
        self.pointed: list[int | None] = []
        self.deleted: list[list[int]] = []
        self.inserted: list[int] = []
        self.pasted: list[tuple[int, int, str]] = []
        table.row_chosen.connect(self.chosen.append)
        table.row_pointed.connect(self.pointed.append)
        table.deleted.connect(self.deleted.append)
        table.inserted.connect(self.inserted.append)
        table.pasted.connect(lambda row, column, text: self.pasted.append((row, column, text)))


def place(table: DataTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def click(qtbot: QtBot, table: DataTable, row: int, column: int) -> None:
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, row, column))


def current(table: DataTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def select(table: DataTable, *cells: tuple[int, int]) -> None:
    """Drag from a cell to another."""
    press(table.viewport(), place(table, *cells[0]))
    move_to(table.viewport(), place(table, *cells[-1]), Qt.MouseButton.LeftButton)
    release(table.viewport(), place(table, *cells[-1]))


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_row_the_learner_goes_to_is_told_by_click_and_by_key(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    click(qtbot, table, 2, 1)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert told.chosen == [2, 1]
    assert current(table) == (1, 1)


def test_a_row_that_is_only_shown_is_not_told(table: DataTable) -> None:
    told = Told(table)
    table.show_row(3)
    assert current(table)[0] == 3
    table.show_row(None)
    assert not table.currentIndex().isValid()
    assert told.chosen == []


def test_a_row_that_is_shown_can_be_clicked_and_another_one_too(table: DataTable, qtbot: QtBot) -> None:
    table.show_row(3)
    told = Told(table)
    click(qtbot, table, 0, 0)
    assert told.chosen == [0]
    assert current(table) == (0, 0)


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
    assert told.deleted == [[1]]


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


def test_typing_edits_a_cell(table: DataTable, session: Session, qtbot: QtBot) -> None:
    click(qtbot, table, 1, 2)
    qtbot.keyClick(table, Qt.Key.Key_7)
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, ".5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.experiment.data.targets[1] == (7.5,))


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
    window = table.window()
    assert isinstance(window, Beside)
    return window.field


@pytest.mark.parametrize("answers", [1, 2])
def test_few_columns_share_the_width_and_many_are_scrolled(
    show: Show, session: Session, appearance: Appearance, answers: int
) -> None:
    tables = []
    for inputs in (2, 60):
        session.use(experiment_of(inputs, answers), "use")
        tables.append(show(Beside(session, appearance), 420, 260).table)
        tables[-1].fit(answers)
    few, many = tables
    widths = [few.columnWidth(column) for column in range(2 + 2 * answers)]
    assert abs(sum(widths) - few.viewport().width()) < 5
    assert set(widths[-answers:]) == {ANSWER_WIDTH}
    assert min(many.columnWidth(column) for column in range(60)) >= NARROWEST_COLUMN
    assert many.horizontalScrollBar().maximum() > 0


def test_where_another_row_is_shown_the_column_stays(table: DataTable, qtbot: QtBot) -> None:
    click(qtbot, table, 1, 2)
    table.show_row(3)
    assert current(table) == (3, 2)


def test_some_rows_can_always_be_seen(table: DataTable) -> None:
    table.resize(table.minimumWidth(), table.minimumHeight())
    last = table.visualRect(table.model().index(FEWEST_ROWS - 1, 0))
    assert last.top() < table.viewport().height()


def test_selected_cells_are_copied_at_full_length(table: DataTable, session: Session, qtbot: QtBot) -> None:
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(1, 1, -1 / 3)), "edit")
    window = table.window()
    assert isinstance(window, Beside)
    window.model.refresh()
    select(table, (1, 1), (2, 2))
    assert table.rows() == [1, 2]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == "-0.3333333333333333\t1.0\n0.0\t1.0"


def test_without_a_selection_the_current_cell_is_copied_and_without_any_nothing(table: DataTable) -> None:
    QGuiApplication.clipboard().setText("before")
    table.copy()
    assert copied() == "before"
    table.show_row(2)
    table.copy()
    assert copied() == "1.0"


def test_the_whole_table_is_copied_with_the_answers(table: DataTable, session: Session) -> None:
    table.copy_all()
    rows = [list(map(float, row.split("\t"))) for row in copied().split("\n")]
    outputs = session.outputs()[:, 0].tolist()
    assert rows == [[*row, output] for row, output in zip(ARTICLE.data.rows(), outputs, strict=True)]


def test_what_is_pasted_goes_to_the_first_of_the_selected_cells(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    QGuiApplication.clipboard().setText("1\t2")
    table.paste()
    select(table, (2, 2), (1, 1))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.pasted == [(0, 0, "1\t2"), (1, 1, "1\t2")]


def test_several_rows_are_removed_and_one_is_inserted_by_keys(table: DataTable, qtbot: QtBot) -> None:
    told = Told(table)
    select(table, (1, 0), (3, 1))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    assert told.deleted == [[1, 2, 3]]
    assert told.inserted == [4]


def test_the_row_under_the_pointer_is_told(table: DataTable) -> None:
    told = Told(table)
    move_to(table.viewport(), place(table, 2, 1))
    move_to(table.viewport(), place(table, 2, 1) + QPoint(1, 1))
    move_to(table.viewport(), QPoint(20, table.viewport().height() - 2))
    leave(table)
    assert told.pointed == [2, None, None]
