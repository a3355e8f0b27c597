import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.history import History
from gui.pins import Pin
from gui.theme import LIGHT
from gui.widgets.pin_list import PinList, PinRow
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.runs import ARTICLE

ROWS = [
    PinRow("Run 1", "seed: 0 → 1", "all of it", "#ff0000", (4.0, 2.0), "0.5"),
    PinRow("Run 2", "batch size: 4 → 1", "all of that", "#0000ff", (1.0, 2.0)),
]


@pytest.fixture
def pins(show: Show) -> PinList:
    pins = show(PinList("Runs"), 320, 60)
    pins.set_rows(ROWS)
    pins.activateWindow()
    return pins


def rename(pins: PinList, qtbot: QtBot, name: str) -> None:
    (editor,) = pins.findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_run_is_told_by_its_value_its_name_and_its_differences(pins: PinList) -> None:
    first, second = (pins.runs.index(row) for row in range(2))
    assert first.data() == "0.5  Run 1  seed: 0 → 1"
    assert second.data() == "Run 2  batch size: 4 → 1"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "all of it"
    assert isinstance(first.data(Qt.ItemDataRole.DecorationRole), QPixmap)


def test_its_line_is_drawn_as_in_the_plot(pins: PinList) -> None:
    shown = pixels(pins)
    assert nearly("#ff0000", shown) > 5
    assert nearly("#0000ff", shown) > 5


def test_other_values_are_shown(pins: PinList) -> None:
    changed: list[int] = []
    pins.runs.dataChanged.connect(lambda index: changed.append(index.row()))
    pins.runs.show_values(["0.5", "0.25"])
    assert changed == [1]
    assert pins.runs.index(1).data() == "0.25  Run 2  batch size: 4 → 1"


def test_without_runs_there_is_no_list(pins: PinList) -> None:
    assert pins.isVisible()
    pins.set_rows([])
    assert not pins.isVisible()
    assert pins.runs.rowCount() == 0
    assert pins.runs.rowCount(QModelIndex()) == 0


def test_many_runs_do_not_take_the_place_of_the_plot(pins: PinList) -> None:
    two = pins.height()
    pins.set_rows([*ROWS, *ROWS, *ROWS])
    assert two < pins.height() < 2 * two
    pins.show_at_most(1)
    assert pins.height() == two / 2


def test_f2_renames_a_run(pins: PinList, qtbot: QtBot) -> None:
    renamed: list[tuple[int, str]] = []
    pins.runs.renamed.connect(lambda row, name: renamed.append((row, name)))
    pins.setFocus(Qt.FocusReason.TabFocusReason)
    pins.setCurrentIndex(pins.runs.index(1))
    qtbot.keyClick(pins, Qt.Key.Key_F2)
    assert [editor.text() for editor in pins.findChildren(QLineEdit)] == ["Run 2"]
    with qtbot.waitSignal(pins.runs.renamed):
        rename(pins, qtbot, "small batches ")
    assert renamed == [(1, "small batches")]


def test_a_double_click_renames_a_run_but_not_to_nothing(pins: PinList, qtbot: QtBot) -> None:
    place = pins.visualRect(pins.runs.index(0)).center()
    qtbot.mouseClick(pins.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(pins.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(pins.itemDelegate().closeEditor), qtbot.assertNotEmitted(pins.runs.renamed):
        rename(pins, qtbot, " ")


def test_delete_removes_the_run_that_is_selected(pins: PinList, qtbot: QtBot) -> None:
    removed: list[int] = []
    pins.removed.connect(removed.append)
    pins.setFocus(Qt.FocusReason.TabFocusReason)
    pins.setCurrentIndex(QModelIndex())
    qtbot.keyClick(pins, Qt.Key.Key_Delete)
    assert removed == []
    pins.setCurrentIndex(pins.runs.index(0))
    qtbot.keyClick(pins, Qt.Key.Key_Down)
    qtbot.keyClick(pins, Qt.Key.Key_Delete)
    assert removed == [1]


def test_what_is_selected_stays_where_a_run_is_gone(pins: PinList) -> None:
    pins.setCurrentIndex(pins.runs.index(1))
    pins.set_rows(ROWS[:1])
    assert pins.currentIndex().row() == 0


def test_a_run_is_shown_with_what_is_other_than_in_an_experiment(pins: PinList) -> None:
    kept = Pin("first", ARTICLE, History(), 0)
    pins.show_pins([kept, kept], ARTICLE.with_seed(5).with_learning_rate(0.5), LIGHT)
    first, second = pins.runs.rows
    assert first.label == "learning rate: 0.5 → 0.1, seed: 5 → 0"
    assert "learning rate: 0.5 → 0.1\nseed: 5 → 0\n" in first.tip
    assert (first.color, first.dash) != (second.color, second.dash)
