"""Data of one's own: by table, by plot, from a spreadsheet, from files, from an address."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from gui.panels.data import PLOT, TEST, DataPanel
from gui.widgets.address_dialog import AddressDialog
from gui.widgets.csv_dialog import CsvDialog
from gui.widgets.data_plot import DataPlot, Tool
from tests.gui.pointer import move_to, press, release
from tests.journeys.dialogs import accept, answering, name_file
from tests.journeys.learner import CONTROL, LEFT, Key, Learner

XOR = [["0", "0", "0"], ["0", "1", "1"], ["1", "0", "1"], ["1", "1", "0"]]
ADDRESS = (
    "https://playground.tensorflow.org/#activation=relu&batchSize=10&dataset=circle&regDataset=reg-plane"
    "&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.5&showTestData=false&discretize=false"
    "&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false"
    "&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false"
)


@pytest.fixture
def panel(learner: Learner) -> DataPanel:
    return learner.window.panel(DataPanel)


@pytest.fixture
def plot(learner: Learner, panel: DataPanel) -> DataPlot:
    learner.click(panel.view.button(PLOT))
    assert panel.plot_page.plot.isVisible()
    return panel.plot_page.plot


def at(plot: DataPlot, point: int) -> QPoint:
    return plot.place_of(point).toPoint()


def test_rows_are_put_in_and_taken_out_by_key(learner: Learner, panel: DataPanel) -> None:
    assert learner.data() == XOR
    learner.click_cell(1, 0)
    learner.press(Key.Key_Insert)
    assert learner.data() == [*XOR[:2], ["0", "0", "0"], *XOR[2:]]
    learner.click_cell(0, 0)
    learner.press(Key.Key_Delete)
    assert learner.data() == [XOR[1], ["0", "0", "0"], *XOR[2:]]
    assert learner.last_edit == "Undo: Remove samples"
    assert panel.samples.field.text() == "4"


def test_a_table_goes_to_a_spreadsheet_and_comes_back(learner: Learner) -> None:
    learner.click_cell(0, 0)
    learner.press(Key.Key_A, modifier=CONTROL)
    learner.press(Key.Key_C, modifier=CONTROL)
    copied = [line.split("\t")[:3] for line in QApplication.clipboard().text().splitlines()]
    assert [[f"{float(cell):g}" for cell in cells] for cells in copied] == XOR
    QApplication.clipboard().setText("0.5\t-1\t1\n2\t3\t0\n")
    learner.click_cell(3, 0)
    learner.press(Key.Key_V, modifier=CONTROL)
    assert learner.data() == [*XOR[:3], ["0.5000", "−1", "1"], ["2", "3", "0"]]
    assert learner.last_edit == "Undo: Paste cells"
    learner.undo()
    assert learner.data() == XOR


def test_what_is_no_table_is_refused_where_it_was_pasted(learner: Learner, panel: DataPanel) -> None:
    QApplication.clipboard().setText("a poem\tabout\tgradients")
    learner.click_cell(0, 0)
    learner.press(Key.Key_V, modifier=CONTROL)
    assert panel.notice.isVisible()
    assert learner.data() == XOR


def test_points_are_added_by_a_click_in_the_class_that_is_chosen(
    learner: Learner, panel: DataPanel, plot: DataPlot
) -> None:
    tools = panel.plot_page.tools
    learner.click(tools.tool.button(Tool.ADD))
    for row, target in enumerate(("0", "1")):
        learner.pick(tools.classes, row)
        place = plot.field.rect.center().toPoint() + QPoint(25 * row, 10)
        learner.click(plot, place)
        assert plot.points.count == 5 + row
        assert (at(plot, 4 + row) - place).manhattanLength() <= 2
        assert learner.data()[-1][2] == target
    assert learner.last_edit == "Undo: Add a point"


def test_points_are_dragged_and_deleted(learner: Learner, plot: DataPlot) -> None:
    start, end = at(plot, 0), at(plot, 0) + QPoint(40, -30)
    press(plot, start)
    for step in range(1, 6):
        move_to(plot, start + (end - start) * step / 5, LEFT)
    release(plot, end)
    assert (at(plot, 0) - end).manhattanLength() <= 2
    assert learner.data()[0] != XOR[0]
    assert learner.last_edit == "Undo: Move points"
    learner.undo()
    assert learner.data() == XOR
    learner.click(plot, at(plot, 3))
    learner.qtbot.keyClick(plot, Key.Key_Delete)
    assert learner.data() == XOR[:3]
    learner.undo()
    assert learner.data() == XOR


def test_a_brush_leaves_many_points_in_one_edit(learner: Learner, panel: DataPanel, plot: DataPlot) -> None:
    learner.click(panel.plot_page.tools.tool.button(Tool.BRUSH))
    start = plot.field.rect.topLeft().toPoint() + QPoint(30, 30)
    press(plot, start)
    for step in range(1, 8):
        move_to(plot, start + QPoint(10 * step, 6 * step), LEFT)
    release(plot, start + QPoint(70, 42))
    assert plot.points.count > 12
    assert learner.last_edit == "Undo: Brush points"
    learner.undo()
    assert plot.points.count == 4


def test_a_point_is_added_and_moved_without_a_mouse(learner: Learner, plot: DataPlot) -> None:
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    learner.press(Key.Key_Return)
    assert plot.points.count == 5
    before = learner.data()[4]
    learner.press(Key.Key_Up, times=3)
    assert learner.data()[4] != before
    learner.undo()
    assert learner.data()[4] == before


def write(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_data_is_imported_by_dialogs(learner: Learner, tmp_path: Path, qtbot: QtBot) -> None:
    path = write(tmp_path, "length,width,kind\n1,2,0\n3,4,1\n5,6,1\n")
    with answering(name_file(qtbot, path)):
        learner.choose("File", "Import data…")
    dialog = learner.dialog(CsvDialog)
    assert (dialog.preview.rowCount(), dialog.preview.columnCount()) == (3, 3)
    accept(dialog)
    assert learner.data() == [["1", "2", "0"], ["3", "4", "1"], ["5", "6", "1"]]
    header = learner.window.panel(DataPanel).table.model().headerData(0, Qt.Orientation.Horizontal)
    assert "length" in str(header)
    learner.come_back()
    learner.undo()
    assert learner.data() == XOR


def test_a_file_of_data_is_dropped_on_the_window(learner: Learner, tmp_path: Path) -> None:
    learner.drop(write(tmp_path, "1;2;3\n4;5;6\n"))
    dialog = learner.dialog(CsvDialog)
    learner.click(dialog.targets.more)
    accept(dialog)
    assert learner.data() == [["1", "2", "3"], ["4", "5", "6"]]
    assert learner.sizes() == (1, 2, 2)


def test_a_file_that_is_no_table_is_refused_in_its_dialog(learner: Learner, tmp_path: Path) -> None:
    learner.drop(write(tmp_path, "x,y\n1,two\n"))
    dialog = learner.dialog(CsvDialog)
    assert "two" in dialog.sentence.text()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    learner.click(dialog.buttons.button(dialog.buttons.StandardButton.Cancel))
    assert learner.data() == XOR


def test_samples_are_written_to_a_file_that_can_be_read_again(learner: Learner, tmp_path: Path, qtbot: QtBot) -> None:
    with answering(name_file(qtbot, tmp_path / "mine.csv")):
        learner.choose("File", "Export training samples…")
    learner.drop(tmp_path / "mine.csv")
    accept(learner.dialog(CsvDialog))
    assert learner.data() == XOR


def test_a_data_set_is_made_with_noise_a_share_for_testing_and_a_seed(learner: Learner, panel: DataPanel) -> None:
    learner.pick(panel.dataset, panel.dataset.findData("circle"))
    fields = panel.chooser.fields
    assert fields.isVisible()
    learner.type_into(fields.samples, "60")
    learner.type_into(fields.test, "25")
    learner.type_into(fields.seed, "7")
    assert [panel.samples_of.button(index).text() for index in range(2)] == ["45 train", "15 test"]
    clean = learner.data()
    learner.qtbot.keyClick(fields.noise, Key.Key_PageUp)
    assert fields.noise_value.text() == "5 %"
    assert learner.data() != clean
    assert learner.last_edit == "Undo: Change the noise"
    learner.click(panel.samples_of.button(TEST))
    assert len(learner.data()) == 15
    learner.undo()
    learner.click(panel.samples_of.button(0))
    assert learner.data() == clean
    learner.click(fields.new_seed)
    assert learner.data() != clean
    learner.type_into(fields.seed, "7")
    assert learner.data() == clean


def test_every_data_set_can_be_chosen_and_trained_on(learner: Learner, panel: DataPanel) -> None:
    for row, name in enumerate(DATASETS):
        learner.pick(panel.dataset, row)
        assert panel.dataset.currentData() == name
        assert len(learner.data()) == learner.session.experiment.data.samples
        epoch = learner.session.trainer.epoch
        learner.press(Key.Key_Right, modifier=CONTROL)
        assert learner.session.trainer.epoch == epoch + 1, name
    assert learner.last_edit == "Undo: Choose a data set"


def test_an_address_of_the_playground_becomes_an_experiment(learner: Learner) -> None:
    learner.choose("File", "Playground address…")
    dialog = learner.dialog(AddressDialog)
    learner.qtbot.keyClicks(dialog.address, ADDRESS)
    assert dialog.sentence.text().count("250") == 2
    accept(dialog)
    assert learner.sizes() == (2, 4, 2, 1)
    learner.come_back()
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert learner.read()[0] == "1"
    learner.undo()
    assert learner.data() == XOR


def test_a_wrong_address_is_refused_with_a_sentence(learner: Learner) -> None:
    learner.choose("File", "Playground address…")
    dialog = learner.dialog(AddressDialog)
    learner.qtbot.keyClicks(dialog.address, "https://example.org/")
    assert dialog.sentence.text()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.reject()
