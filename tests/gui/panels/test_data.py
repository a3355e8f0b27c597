import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.data import MAX_SAMPLES
from core.datasets import DATASETS
from gui.panels.data import DataPanel
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.count_field import CountField
from tests.gui.conftest import Show
from tests.gui.pointer import press, release
from tests.gui.runs import ARTICLE, experiment_of


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> DataPanel:
    panel = show(DataPanel(session, appearance), 320, 400)
    panel.activateWindow()
    return panel


def cell(panel: DataPanel, row: int, column: int) -> str:
    return str(panel.model.index(row, column).data())


def type_into(qtbot: QtBot, panel: DataPanel, row: int, column: int, text: str) -> None:
    """Double-click a cell, type and press Enter."""
    place = panel.table.visualRect(panel.model.index(row, column)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = panel.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.table.state() is not panel.table.State.EditingState)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(qtbot: QtBot, count: CountField, text: str) -> None:
    count.field.selectAll()
    qtbot.keyClicks(count.field, text)
    qtbot.keyClick(count.field, Qt.Key.Key_Return)


def test_it_shows_the_data_and_its_counts(panel: DataPanel) -> None:
    assert [[cell(panel, row, column) for column in range(3)] for row in range(4)] == [
        ["0", "0", "0"],
        ["0", "1", "1"],
        ["1", "0", "1"],
        ["1", "1", "0"],
    ]
    assert [field.field.text() for field in (panel.samples, panel.inputs, panel.targets)] == ["4", "2", "1"]
    assert panel.dataset.currentText() == "XOR"


def test_outputs_follow_each_step(panel: DataPanel, session: Session) -> None:
    before = cell(panel, 1, 3)
    session.run_epoch()
    assert cell(panel, 1, 3) == f"{session.outputs()[1, 0]:.4f}" != before


def test_a_number_typed_goes_into_the_experiment(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    type_into(qtbot, panel, 1, 0, "0.5")
    assert session.experiment.data.inputs[1] == (0.5, 1)
    assert cell(panel, 1, 0) == "0.5000"
    assert panel.dataset.currentText() == "own data"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("one", "“one” is not a number; write it like 0.5 or −2."),
        ("nan", "A value must be finite, so “nan” cannot be used."),
        ("inf", "A value must be finite, so “inf” cannot be used."),
    ],
)
def test_a_cell_can_be_refused_and_what_was_there_stays(
    panel: DataPanel, session: Session, qtbot: QtBot, text: str, sentence: str
) -> None:
    session.run_epoch()
    type_into(qtbot, panel, 1, 1, text)
    assert panel.notice.isVisible()
    assert panel.notice.text() == sentence
    assert cell(panel, 1, 1) == "1"
    assert session.experiment == ARTICLE
    assert session.trainer.epoch == 1
    type_into(qtbot, panel, 1, 1, "2")
    assert panel.notice.isHidden()


@pytest.mark.parametrize("name", DATASETS)
def test_a_data_set_can_be_chosen(panel: DataPanel, session: Session, qtbot: QtBot, name: str) -> None:
    session.edit(experiment_of(1, 2, 1))
    assert panel.dataset.currentText() == "own data"
    panel.dataset.setFocus()
    qtbot.keyClick(panel.dataset, Qt.Key.Key_Home)
    for _ in range(panel.dataset.findData(name)):
        qtbot.keyClick(panel.dataset, Qt.Key.Key_Down)
    assert session.experiment.data == DATASETS[name].make()
    assert panel.dataset.currentData() == name


def test_own_data_is_no_data_set_that_can_be_chosen(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.dataset, Qt.Key.Key_End)
    assert session.experiment == ARTICLE or session.experiment.data in [dataset.make() for dataset in DATASETS.values()]
    assert panel.dataset.currentText() != "own data"


def test_counts_add_zeros_and_take_away(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    click(qtbot, panel.samples.more)
    assert session.experiment.data.inputs[4] == (0, 0)
    click(qtbot, panel.inputs.more)
    assert session.experiment.sizes == (3, 2, 1)
    click(qtbot, panel.targets.more)
    assert session.experiment.sizes == (3, 2, 2)
    enter(qtbot, panel.samples, "2")
    assert session.experiment.data.samples == 2
    assert panel.model.rowCount() == 2


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("samples", "0", "The data needs 1 to 100000 samples, not 0."),
        ("samples", "100001", "The data needs 1 to 100000 samples, not 100001."),
        ("inputs", "0", "There can be 1 to 64 inputs, not 0."),
        ("inputs", "65", "There can be 1 to 64 inputs, not 65."),
        ("targets", "0", "There can be 1 to 64 targets, not 0."),
        ("targets", "65", "There can be 1 to 64 targets, not 65."),
    ],
)
def test_a_count_can_be_refused_and_the_old_one_stays(
    panel: DataPanel, session: Session, qtbot: QtBot, name: str, typed: str, sentence: str
) -> None:
    count: CountField = getattr(panel, name)
    before = count.field.text()
    enter(qtbot, count, typed)
    assert panel.notice.isVisible()
    assert panel.notice.text() == sentence
    assert count.field.text() == before
    assert session.experiment == ARTICLE


def test_the_row_the_learner_goes_to_is_the_sample_that_is_looked_at(
    panel: DataPanel, session: Session, qtbot: QtBot
) -> None:
    place = panel.table.visualRect(panel.model.index(3, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.sample == 3
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert session.sample is None
    session.select_sample(2)
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [2]


def test_delete_removes_a_sample_but_not_the_last(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    for left in (3, 2, 1):
        session.select_sample(0)
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        assert session.experiment.data.samples == left
    session.select_sample(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert session.experiment.data.samples == 1
    assert panel.notice.isVisible()
    assert panel.notice.text() == "The data needs 1 to 100000 samples, not 0."


def test_it_is_said_which_row_was_removed(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    said: list[str] = []
    session.announced.connect(said.append)
    session.select_sample(2)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert said[-1] == "Row 3 was removed."


def offered(panel: DataPanel, row: int, column: int) -> list[str]:
    return [action.text() for action in panel.menu(row, column).actions()]


def test_the_menu_of_a_cell_offers_what_can_be_done_with_its_row_and_column(panel: DataPanel, session: Session) -> None:
    rows = ["Insert a row above", "Insert a row below", "Remove this row"]
    assert offered(panel, 1, 0) == [*rows, "Remove this input"]
    assert offered(panel, 1, 2) == rows, "the only target stays"
    assert offered(panel, 1, 3) == rows, "an output is no column of the data"
    session.edit(experiment_of(1, 2, 2, samples=1))
    assert offered(panel, 0, 0) == rows[:2], "the only row and the only input stay"
    assert offered(panel, 0, 2) == [*rows[:2], "Remove this target"]


def choose(panel: DataPanel, row: int, column: int, text: str) -> None:
    """Ask for the menu of a cell, and choose an entry."""

    def click_entry() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (entry,) = [action for action in menu.actions() if action.text() == text]
        place = menu.actionGeometry(entry).center()
        press(menu, place)
        release(menu, place)

    QTimer.singleShot(0, click_entry)
    panel.table.customContextMenuRequested.emit(panel.table.visualRect(panel.model.index(row, column)).center())


@pytest.mark.parametrize("text", ["Insert a row above", "Insert a row below", "Remove this row", "Remove this input"])
def test_the_menu_does_what_it_offers(panel: DataPanel, session: Session, text: str) -> None:
    data = session.experiment.data
    edited = {
        "Insert a row above": data.with_sample(1),
        "Insert a row below": data.with_sample(2),
        "Remove this row": data.without_sample(1),
        "Remove this input": data.without_column(0),
    }
    choose(panel, 1, 0, text)
    assert session.experiment.data == edited[text]


def test_a_row_too_many_is_refused(panel: DataPanel, session: Session) -> None:
    session.edit(experiment_of(1, 1, samples=MAX_SAMPLES))
    choose(panel, 0, 0, "Insert a row above")
    assert session.experiment.data.samples == MAX_SAMPLES
    assert panel.notice.text() == "The data needs 1 to 100000 samples, not 100001."
