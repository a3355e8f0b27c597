from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.csv_files import read_csv, write_csv
from core.data import MAX_SAMPLES
from core.datasets import DATASETS, DatasetOptions, preset_experiment
from core.operations import SAMPLES
from gui.panels.data import PLOT, TABLE, TEST, TRAINING, DataPanel
from gui.session import Session
from gui.theme import LIGHT, Appearance
from gui.widgets.address_dialog import AddressDialog
from gui.widgets.count_field import CountField
from gui.widgets.csv_dialog import CsvDialog
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
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
    session.edit(experiment_of(1, 2, 1), "edit")
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
        ("samples", "0", "The data needs 1 to 100,000 samples, not 0."),
        ("samples", "100001", "The data needs 1 to 100,000 samples, not 100,001."),
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
    assert panel.table.currentIndex().row() == 2


def test_delete_removes_a_sample_but_not_the_last(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    for left in (3, 2, 1):
        session.select_sample(0)
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        assert session.experiment.data.samples == left
    session.select_sample(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert session.experiment.data.samples == 1
    assert panel.notice.isVisible()
    assert panel.notice.text() == "The data needs 1 to 100,000 samples, not 0."


def test_it_is_said_which_row_was_removed(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    said: list[str] = []
    session.announced.connect(said.append)
    session.select_sample(2)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert said[-1] == "Row 3 was removed."


def choose(panel: DataPanel, qtbot: QtBot, row: int, column: int, text: str) -> None:
    """Ask for the menu of a cell, and choose an entry."""
    panel.table.customContextMenuRequested.emit(panel.table.visualRect(panel.model.index(row, column)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (entry,) = [action for action in menu.actions() if action.text() == text]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


@pytest.mark.parametrize("text", ["Insert a row above", "Insert a row below", "Remove", "Remove this input"])
def test_the_menu_does_what_it_offers(panel: DataPanel, session: Session, qtbot: QtBot, text: str) -> None:
    data = session.experiment.data
    edited = {
        "Insert a row above": data.with_sample(1),
        "Insert a row below": data.with_sample(2),
        "Remove": data.without_samples({1}),
        "Remove this input": data.without_column(0),
    }
    choose(panel, qtbot, 1, 0, text)
    assert session.experiment.data == edited[text]


def test_a_row_too_many_is_refused(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(1, 1, samples=MAX_SAMPLES), "edit")
    choose(panel, qtbot, 0, 0, "Insert a row above")
    assert session.experiment.data.samples == MAX_SAMPLES
    assert panel.notice.text() == "The data needs 1 to 100,000 samples, not 100,001."


def test_samples_to_test_with_are_counted_shown_and_edited(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.samples_of.isHidden()
    session.use(preset_experiment("circle"), "use")
    texts = [panel.samples_of.button(index).text() for index in (TRAINING, TEST)]
    assert texts == ["250 train", "250 test"]
    session.select_sample(3)
    click(qtbot, panel.samples_of.button(TEST))
    data = session.experiment.data
    assert panel.model.value(7, 0) == data.test_inputs[7][0]
    type_into(qtbot, panel, 1, 0, "0.5")
    assert session.experiment.data.test_inputs[1][0] == 0.5
    assert session.experiment.data.inputs == data.inputs
    assert session.sample == 3
    assert panel.numbers() == write_csv(session.experiment.data, test=True)
    choose(panel, qtbot, 0, 0, "Move to the training samples")
    assert panel.samples_of.button(TRAINING).text() == "251 train"
    session.use(ARTICLE, "use")
    assert panel.samples_of.isHidden()
    assert [cell(panel, row, 2) for row in range(4)] == ["0", "1", "1", "0"]
    assert panel.numbers() == write_csv(ARTICLE.data)


def test_table_and_plot_are_one_click_apart(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.picture() is panel.table
    click(qtbot, panel.view.button(PLOT))
    plot = panel.plot_page.plot
    assert panel.picture() is plot
    assert plot.isVisible()
    assert panel.counts.isHidden()
    assert plot.selected == {session.sample}
    plot.select(frozenset({3}))
    plot.removed.emit([3])
    assert session.experiment.data.samples == 3
    click(qtbot, panel.view.button(TABLE))
    assert panel.model.rowCount() == 3
    assert panel.counts.isVisible()


@pytest.mark.parametrize("view", [TABLE, PLOT], ids=["table", "plot"])
def test_a_row_that_is_pointed_at_elsewhere_is_lit(panel: DataPanel, session: Session, qtbot: QtBot, view: int) -> None:
    session.use(ARTICLE.with_training(shuffle=True), "use")
    session.step()
    click(qtbot, panel.view.button(view))
    for row in range(4):
        session.point_at({SAMPLES: row})
        sample = session.sample_in(row)
        assert sample is not None
        if view == PLOT:
            assert panel.plot_page.plot.lit == sample
        elif sample != session.sample:
            assert panel.model.data(panel.model.index(sample, 0), Qt.ItemDataRole.BackgroundRole) is not None
    session.point_at({})
    lit = [
        row
        for row in range(4)
        if panel.model.data(panel.model.index(row, 0), Qt.ItemDataRole.BackgroundRole) is not None
    ]
    assert panel.plot_page.plot.lit is None if view == PLOT else lit == [session.sample]


def test_outputs_are_not_computed_where_they_are_not_seen(
    panel: DataPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(qtbot, panel.view.button(PLOT))
    asked: list[str] = []
    monkeypatch.setattr(panel.model, "refresh_outputs", lambda: asked.append("outputs"))
    session.step()
    assert asked == []
    click(qtbot, panel.view.button(TABLE))
    session.step()
    assert asked == ["outputs"]


def test_cells_of_a_spreadsheet_are_pasted_in_one_step(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("x\ty\n0.5\t0.25\n−2\t3")
    panel.table.setFocus()
    session.select_sample(3)
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.experiment.data.rows()[3:] == ((0.5, 0.25, 0), (-2, 3, 0))
    assert session.undo_stack.undoText() == "Paste cells"
    QGuiApplication.clipboard().setText("1\t2\t3\t4")
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert panel.notice.text() == "The cells have 4 columns, but from here on there are 3."


def test_an_address_that_is_pasted_is_no_table(panel: DataPanel, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://playground.tensorflow.org/#dataset=xor&seed=0.5")
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = panel.findChild(AddressDialog)
    assert isinstance(dialog, AddressDialog)
    assert dialog.address.text().endswith("seed=0.5")
    assert panel.notice.isHidden()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the dialogs for saving are called, which the learner all cancels."""
    titles: list[str] = []

    def cancel(_owner: QWidget, title: str, *_: str) -> tuple[str, str]:
        titles.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancel)
    return titles


def test_every_entry_of_its_menu_opens_a_dialog(panel: DataPanel, session: Session, asked: list[str]) -> None:
    texts = [action.text() for action in panel.more.menu().actions()]
    assert texts == ["Import CSV…", "Export training samples…", "Export test samples…", "Playground address…"]
    assert [action.isEnabled() for action in panel.more.menu().actions()] == [True, True, False, True]
    session.use(preset_experiment("circle"), "use")
    for action in panel.more.menu().actions():
        action.trigger()
    shown = [type(dialog) for dialog in panel.findChildren(QDialog)]
    assert sorted(kind.__name__ for kind in shown) == ["AddressDialog", "QFileDialog"]
    assert asked == ["Export the training samples", "Export the test samples"]


def test_a_file_that_is_given_is_asked_about(panel: DataPanel, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("1,2,3\n4,5,6\n", "utf-8")
    panel.import_csv(path)
    dialog = panel.findChild(CsvDialog)
    assert isinstance(dialog, CsvDialog)
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    assert session.experiment.data == read_csv("1,2,3\n4,5,6\n")


def test_the_actions_of_the_window_open_dialogs(panel: DataPanel, session: Session, asked: list[str]) -> None:
    session.use(preset_experiment("circle"), "use")
    for act in (panel.import_csv, panel.export_csv, panel.export_test_csv, panel.paste_address):
        act()
    assert len(panel.findChildren(QDialog)) == 2
    assert len(asked) == 2


@pytest.mark.parametrize("width", [220, 300, 700])
def test_nothing_is_cut_off_however_narrow(panel: DataPanel, session: Session, width: int) -> None:
    session.use(preset_experiment("rings"), "use")
    panel.chooser.unfold.setChecked(True)
    panel.resize(width, 600)
    QApplication.processEvents()
    shown = [panel.chooser.dataset, panel.chooser.fields.seed, panel.samples_of, panel.targets, panel.table]
    for widget in shown:
        left = widget.mapTo(panel, QPoint(0, 0))
        assert panel.rect().contains(QRect(left, widget.size())), widget.accessibleName()


def test_ten_thousand_samples_are_shown_in_both_ways(panel: DataPanel, session: Session, qtbot: QtBot) -> None:
    data = DATASETS["circle"].make(DatasetOptions(samples=20_000, test_share=0.5))
    session.use(preset_experiment("circle").with_data(data), "use")
    assert panel.model.rowCount() == 10_000
    click(qtbot, panel.view.button(PLOT))
    assert panel.plot_page.plot.points.count == 20_000
    assert nearly(LIGHT.positive_value, pixels(panel.plot_page.plot)) > 100


def test_it_names_its_keys(panel: DataPanel) -> None:
    keys = panel.keys()
    assert ("Remove the selected rows or points", "Delete") in keys
