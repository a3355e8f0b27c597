import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from core.experiment import Layer
from gui.widgets.layer_row import InputRow, LayerRow
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.pointer import rest_on

LAYERS = (Layer(4, "tanh"), Layer(3), Layer(2, "relu"), Layer(1))


@pytest.fixture
def notice(show: Show) -> Notice:
    return Notice(show(QWidget()))


@pytest.fixture
def row(show: Show, notice: Notice) -> LayerRow:
    row = show(LayerRow(1, LAYERS, notice), 300, 40)
    row.show_layer(LAYERS[1], 0, 15)
    return row


def test_it_shows_the_layer(row: LayerRow) -> None:
    assert row.name == "Hidden 2"
    assert row.units.field.text() == "3"
    assert row.activation.currentData() == "sigmoid"
    assert not row.freeze.isChecked()
    row.show_layer(Layer(5, "elu"), 15, 15)
    assert (row.units.field.text(), row.activation.currentData()) == ("5", "elu")
    assert row.freeze.isChecked()


def test_what_the_learner_wants_is_told_and_what_else_the_layer_has_stays(row: LayerRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.units_chosen) as told:
        qtbot.mouseClick(row.units.more, Qt.MouseButton.LeftButton)
    assert told.args == [1, Layer(4, "sigmoid")]
    with qtbot.waitSignal(row.activation_chosen) as told:
        qtbot.keyClick(row.activation, Qt.Key.Key_Down)
    assert told.args == [1, Layer(3, "tanh")]
    with qtbot.waitSignal(row.frozen) as told:
        qtbot.mouseClick(row.freeze, Qt.MouseButton.LeftButton)
    assert told.args == [1, True]


@pytest.mark.parametrize(("button", "signal", "args"), [("up", "moved", [1, 0]), ("down", "moved", [1, 2])])
def test_it_can_be_moved(row: LayerRow, qtbot: QtBot, button: str, signal: str, args: list[int]) -> None:
    with qtbot.waitSignal(getattr(row, signal)) as told:
        qtbot.mouseClick(getattr(row, button), Qt.MouseButton.LeftButton)
    assert told.args == args


def test_it_can_be_removed(row: LayerRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.removed) as told:
        qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert told.args == [1]


def test_the_output_stays_where_it_is_and_has_as_many_units_as_targets(show: Show, notice: Notice) -> None:
    row = show(LayerRow(3, LAYERS, notice))
    assert row.is_output
    assert row.name == "Output"
    assert not row.units.isEnabled()
    assert "target" in row.units.toolTip()
    assert not any(button.isVisible() for button in (row.up, row.down, row.remove))
    assert row.freeze.isVisible()


def test_nothing_is_cut_at_the_width_of_the_panel(row: LayerRow, show: Show, notice: Notice) -> None:
    assert row.minimumSizeHint().width() <= 272
    tenth = show(LayerRow(9, (*[Layer(64)] * 10, Layer(1)), notice))
    assert tenth.minimumSizeHint().width() <= 282


def test_its_activation_is_explained(row: LayerRow) -> None:
    rest_on(row.activation, row.activation.rect().center())
    assert row.activation.card.title.text() == ACTIVATIONS["sigmoid"].title


def test_the_inputs_are_counted_and_named(show: Show) -> None:
    row = show(InputRow(), 280, 30)
    row.show_inputs(["x", "y", "x²"])
    assert (row.count.text(), row.names.text()) == ("3", "x, y, x²")
    row.show_inputs([f"x{number}" for number in range(64)])
    assert row.names.drawn.endswith("…")
    assert row.minimumSizeHint().width() < 150
