from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.activations import ACTIVATIONS
from core.experiment import ParameterIndex
from core.network import parameters_of_layer
from gui.painting.flow_spots import Spot
from gui.session import Session
from gui.widgets.flow_editor import FlowEditor
from gui.widgets.flow_menu import FlowMenu
from tests.gui.conftest import Show
from tests.gui.runs import experiment_of

DEEP = experiment_of(2, 3, 4, 1)


@pytest.fixture
def editor(session: Session, show: Show) -> FlowEditor:
    session.use(DEEP, "Edit")
    return FlowEditor(session, show(QWidget(), 500, 300))


def actions(editor: FlowEditor, session: Session, column: int, spot: Spot | None) -> dict[str, QAction]:
    """Return the lines of a menu by their texts, those of its sub-menus too."""
    owner = editor.parent()
    assert isinstance(owner, QWidget)
    menu = FlowMenu(owner, editor, session.experiment, column, spot, QPoint(40, 40))
    return {action.text(): action for action in lines(menu)}


def lines(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from lines(inner)
        elif not action.isSeparator():
            yield action


def test_an_edge_can_be_set_frozen_and_made_way_for_a_layer(editor: FlowEditor, session: Session) -> None:
    found = actions(editor, session, 1, Spot(1, 0, 1))
    assert list(found) == ["Set w₂₁⁽¹⁾…", "Freeze w₂₁⁽¹⁾", "Insert a hidden layer here"]
    found["Freeze w₂₁⁽¹⁾"].trigger()
    assert editor.is_frozen(ParameterIndex(1, 0, 1))
    again = actions(editor, session, 1, Spot(1, 0, 1))["Freeze w₂₁⁽¹⁾"]
    assert again.isChecked()
    again.trigger()
    assert session.experiment.frozen == ()
    found["Set w₂₁⁽¹⁾…"].trigger()
    assert editor.popover.isVisible()


def test_a_hidden_unit_offers_all_of_its_layer(editor: FlowEditor, session: Session) -> None:
    for text, sizes in (
        ("Add a unit", (2, 3, 5, 1)),
        ("Remove a unit", (2, 3, 3, 1)),
        ("Remove this layer", (2, 3, 1)),
        ("Insert a hidden layer before", (2, 3, 2, 4, 1)),
        ("Insert a hidden layer after", (2, 3, 4, 2, 1)),
    ):
        session.use(DEEP, "Edit")
        actions(editor, session, 4, Spot(2, 1))[text].trigger()
        assert session.experiment.sizes == sizes, text


def test_a_layer_is_frozen_and_freed_as_a_whole(editor: FlowEditor, session: Session) -> None:
    actions(editor, session, 2, None)["Freeze this layer"].trigger()
    assert set(session.experiment.frozen) == set(parameters_of_layer(session.experiment, 1))
    freed = actions(editor, session, 2, None)["Freeze this layer"]
    assert freed.isChecked()
    freed.trigger()
    assert session.experiment.frozen == ()


def test_every_activation_a_layer_can_have_is_offered(editor: FlowEditor, session: Session) -> None:
    hidden, output = (set(actions(editor, session, column, None)) for column in (2, 6))
    for activation in ACTIVATIONS.values():
        assert activation.title in output
        assert (activation.title in hidden) is not activation.mixes_units
    tick = actions(editor, session, 2, None)
    assert tick["sigmoid"].isChecked()
    tick["tanh"].trigger()
    assert session.experiment.layers[0].activation == "tanh"


def test_inputs_and_outputs_have_what_can_be_done_to_them(editor: FlowEditor, session: Session) -> None:
    assert list(actions(editor, session, 0, Spot(0, 1))) == ["Insert a hidden layer after"]
    output = actions(editor, session, 6, Spot(3, 0))
    assert "Freeze b₁⁽³⁾" in output
    assert "Insert a hidden layer before" in output
    assert not {"Add a unit", "Remove this layer", "Insert a hidden layer after"} & set(output)
