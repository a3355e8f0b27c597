"""The network on the diagram itself: units, layers, single weights and biases; and all of it taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.painting.flow_spots import Spot
from gui.panels.calculation import CalculationPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from gui.widgets.layer_tools import LayerTools
from gui.widgets.parameter_popover import ParameterPopover
from tests.gui.flow import click_on, place_of, point_at
from tests.gui.pointer import move_to
from tests.journeys.learner import CONTROL, Key, Learner

EDGE, UNIT, HIDDEN = Spot(1, 0, 1), Spot(1, 1), Spot(1, 0)
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def tools(learner: Learner) -> LayerTools:
    found = learner.window.flow.findChild(LayerTools)
    assert isinstance(found, LayerTools)
    return found


@pytest.fixture
def card(learner: Learner) -> ParameterPopover:
    found = learner.window.flow.findChild(ParameterPopover)
    assert isinstance(found, ParameterPopover)
    return found


def value(learner: Learner, spot: Spot) -> float:
    assert spot.parameter is not None
    return learner.session.parameter(spot.parameter)


def result(learner: Learner) -> list[list[float]]:
    """Return the matrix that the operation shown has for its result."""
    quantity = learner.window.panel(CalculationPanel).result.view.quantity
    assert quantity is not None
    rows: list[list[float]] = quantity.values.tolist()
    return rows


def test_units_and_layers_come_and_go_on_the_diagram(learner: Learner, tools: LayerTools) -> None:
    canvas = learner.window.flow.view
    point_at(canvas, HIDDEN)
    assert tools.isVisible()
    for _ in range(2):
        learner.click(tools.more)
    assert learner.sizes() == (2, 4, 1)
    assert learner.last_edit == "Undo: Add a unit to hidden 1"
    learner.click(tools.less)
    assert learner.sizes() == (2, 3, 1)
    middle = (place_of(canvas, Spot(1, 1)) + place_of(canvas, Spot(2, 0))) / 2
    move_to(canvas.viewport(), middle)
    learner.click(tools.insert)
    assert learner.sizes() == (2, 3, 2, 1)
    assert len(learner.window.panel(NetworkPanel).rows) == 3
    point_at(canvas, Spot(2, 0))
    learner.click(tools.remove)
    assert learner.sizes() == (2, 3, 1)
    for sizes in ((2, 3, 2, 1), (2, 3, 1), (2, 4, 1), (2, 3, 1), (2, 2, 1)):
        learner.undo()
        assert learner.sizes() == sizes


def test_units_are_added_and_removed_by_key(learner: Learner) -> None:
    canvas = learner.window.flow.view
    canvas.setFocus()
    learner.press(Key.Key_Down)
    learner.press(Key.Key_PageDown, times=2)
    assert "a₁⁽¹⁾" in canvas.accessibleDescription()
    learner.press(Key.Key_Plus)
    assert learner.sizes() == (2, 3, 1)
    learner.press(Key.Key_Minus, times=2)
    assert learner.sizes() == (2, 1, 1)
    learner.press(Key.Key_Minus)
    assert learner.sizes() == (2, 1, 1)


@pytest.mark.parametrize("spot", [EDGE, UNIT], ids=["weight", "bias"])
def test_a_weight_or_bias_is_typed_in_and_the_batch_is_computed_again(
    learner: Learner, card: ParameterPopover, spot: Spot
) -> None:
    learner.press(Key.Key_Right, times=2)
    before = result(learner)
    click_on(learner.window.flow.view, spot)
    assert card.isVisible()
    assert card.field.hasFocus()
    learner.qtbot.keyClicks(card.field, "1.5")
    learner.press(Key.Key_Return)
    assert not card.isVisible()
    assert value(learner, spot) == 1.5
    assert learner.read()[2] == "2 of 19"
    assert result(learner) != before
    assert learner.last_edit == ("Undo: Set a bias" if spot is UNIT else "Undo: Set a weight")
    learner.undo()
    assert value(learner, spot) != 1.5
    assert result(learner) == before


def test_a_weight_is_dragged_by_its_slider_in_one_edit(learner: Learner, card: ParameterPopover) -> None:
    before, steps = value(learner, EDGE), learner.session.undo_stack.count()
    click_on(learner.window.flow.view, EDGE)
    card.slider.setFocus()
    learner.press(Key.Key_Right, times=5)
    assert value(learner, EDGE) > before
    assert float(card.field.text().replace("−", "-")) == pytest.approx(value(learner, EDGE))
    assert learner.session.undo_stack.count() == steps + 1
    learner.press(Key.Key_Escape)
    assert not card.isVisible()
    assert value(learner, EDGE) == before


def test_what_is_no_number_is_refused_on_the_card(learner: Learner, card: ParameterPopover) -> None:
    before = value(learner, EDGE)
    click_on(learner.window.flow.view, EDGE)
    learner.qtbot.keyClicks(card.field, "much")
    learner.press(Key.Key_Return)
    assert card.isVisible()
    assert value(learner, EDGE) == before
    learner.press(Key.Key_Escape)
    assert not card.isVisible()


def test_a_frozen_weight_stays_until_it_is_freed(learner: Learner, card: ParameterPopover) -> None:
    click_on(learner.window.flow.view, EDGE)
    learner.click(card.box, QPoint(8, card.box.height() // 2))
    assert card.box.isChecked()
    learner.press(Key.Key_Return)
    frozen, free = value(learner, EDGE), value(learner, UNIT)
    learner.press(Key.Key_Right, times=30, modifier=CONTROL)
    assert value(learner, EDGE) == frozen
    assert value(learner, UNIT) != free
    click_on(learner.window.flow.view, EDGE)
    learner.click(card.box, QPoint(8, card.box.height() // 2))
    learner.press(Key.Key_Return)
    learner.press(Key.Key_Right, times=3, modifier=CONTROL)
    assert value(learner, EDGE) != frozen


def test_a_layer_is_frozen_by_its_lock(learner: Learner) -> None:
    learner.click(learner.window.panel(NetworkPanel).rows[0].freeze)
    before = [value(learner, spot) for spot in (EDGE, UNIT, Spot(2, 0, 0))]
    learner.press(Key.Key_Right, times=3, modifier=CONTROL)
    after = [value(learner, spot) for spot in (EDGE, UNIT, Spot(2, 0, 0))]
    assert after[:2] == before[:2]
    assert after[2] != before[2]


def test_the_menu_of_a_unit_changes_its_layer(learner: Learner) -> None:
    click_on(learner.window.flow.view, HIDDEN, RIGHT)
    menu = learner.window.flow.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    next(action for action in menu.actions() if action.text() == "Add a unit").trigger()
    menu.close()
    assert learner.sizes() == (2, 3, 1)


def test_another_topology_begins_anew_and_keeps_the_old_curve(learner: Learner) -> None:
    window = learner.window
    learner.press(Key.Key_Right, times=40, modifier=CONTROL)
    learner.click(window.panel(NetworkPanel).add)
    assert learner.read()[0] == "0"
    assert window.statusBar().currentMessage() == "A new run begins from seed 0."
    pins = window.panel(LossPanel).pins
    assert pins.isVisible()
    assert "2-2-1" in str(pins.model().index(0, 0).data()).replace("–", "-")
    learner.undo()
    assert learner.read()[0] == "40"
    assert not pins.isVisible()


def test_everything_is_taken_back_to_the_start_and_made_again(learner: Learner, card: ParameterPopover) -> None:
    window = learner.window
    start, names = learner.session.experiment, []
    training, network = window.panel(TrainingPanel), window.panel(NetworkPanel)
    learner.type_into_cell(0, 2, "1")
    names.append(learner.last_edit)
    learner.type_into(training.learning_rate, "0.5")
    names.append(learner.last_edit)
    learner.pick(training.optimizer.kind, 2)
    names.append(learner.last_edit)
    learner.click(network.add)
    names.append(learner.last_edit)
    learner.pick(network.rows[0].activation, network.rows[0].activation.findData("relu"))
    names.append(learner.last_edit)
    click_on(window.flow.view, EDGE)
    learner.qtbot.keyClicks(card.field, "0.25")
    learner.press(Key.Key_Return)
    names.append(learner.last_edit)
    learner.click(training.new_seed)
    names.append(learner.last_edit)
    end = learner.session.experiment
    assert len(set(names)) == len(names)
    assert all(name.startswith("Undo: ") for name in names)
    for name in reversed(names):
        assert learner.last_edit == name
        learner.undo()
    assert learner.last_edit == "Undo"
    assert learner.session.experiment == start
    for name in names:
        assert learner.action("Edit", name.replace("Undo", "Redo")).isEnabled()
        learner.redo()
    assert learner.session.experiment == end


def test_undo_leaves_training_where_it_is(learner: Learner) -> None:
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, "0.5")
    learner.press(Key.Key_Right, times=12, modifier=CONTROL)
    learner.undo()
    assert learner.read()[0] == "12"
    learner.press(Key.Key_Left, times=5)
    assert learner.last_edit == "Undo"
    learner.redo()
    assert learner.last_edit == "Undo: Change the learning rate"
