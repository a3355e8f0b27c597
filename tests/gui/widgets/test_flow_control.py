import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.experiment import Layer
from core.operations import SAMPLES, units
from gui.main_window import MainWindow
from gui.painting.flow_spots import Spot
from gui.panels.gradient_flow import GradientFlowPanel
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.flow_control import FlowControl
from gui.widgets.flow_menu import FlowMenu
from tests.gui.conftest import Show
from tests.gui.flow import RIGHT, click_at, click_on, move_in_field, point_at
from tests.gui.pointer import double_click, leave
from tests.gui.runs import ARTICLE, experiment_of

UNIT, EDGE = Spot(1, 0), Spot(1, 0, 0)
NOWHERE = QPoint(3, 3)
DOWN, UP, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show, qtbot: QtBot) -> GradientFlowPanel:
    panel = show(GradientFlowPanel(session, appearance), 900, 450)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.view.setFocus()
    return panel


@pytest.fixture
def control(panel: GradientFlowPanel) -> FlowControl:
    return panel.control


def keys(panel: GradientFlowPanel, qtbot: QtBot, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(panel.view, key)


def walk_to(panel: GradientFlowPanel, qtbot: QtBot, spot: Spot) -> None:
    """Go to a unit or edge with the keys."""
    for _ in range(100):
        if panel.control.focused == spot:
            return
        keys(panel, qtbot, DOWN)
    raise AssertionError(spot)


def menu_of(panel: GradientFlowPanel) -> FlowMenu:
    menu = next(menu for menu in panel.view.findChildren(FlowMenu) if menu.isVisible())
    assert isinstance(menu, FlowMenu)
    return menu


def test_keys_go_through_units_and_edges_and_light_them(
    panel: GradientFlowPanel, control: FlowControl, session: Session, qtbot: QtBot
) -> None:
    assert control.focused is None
    keys(panel, qtbot, DOWN, DOWN, DOWN)
    assert control.focused == EDGE
    assert session.pointed == {units(0): 0, units(1): 0}
    keys(panel, qtbot, Qt.Key.Key_PageDown)
    assert control.focused == UNIT
    assert session.pointed == {units(1): 0, SAMPLES: 1}
    keys(panel, qtbot, UP)
    assert control.focused == Spot(1, 1, 1)
    keys(panel, qtbot, Qt.Key.Key_PageUp, Qt.Key.Key_Escape)
    assert control.focused is None
    assert session.pointed == {}


def test_what_has_the_keys_is_told_to_screen_readers(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    walk_to(panel, qtbot, EDGE)
    assert panel.view.accessibleDescription().startswith("weight w₁₁⁽¹⁾ from x₁ to a₁⁽¹⁾: w 1.764")
    session.run_epoch()
    assert "∂L/∂w" in panel.view.accessibleDescription()
    keys(panel, qtbot, Qt.Key.Key_Escape)
    assert panel.view.accessibleDescription() == ""


def test_while_training_runs_screen_readers_are_left_in_peace(
    panel: GradientFlowPanel, session: Session, qtbot: QtBot
) -> None:
    walk_to(panel, qtbot, EDGE)
    at_rest = panel.view.accessibleDescription()
    session.set_running(True)
    session.seek(5)
    assert panel.view.accessibleDescription() == at_rest
    session.set_running(False)
    assert panel.view.accessibleDescription() != at_rest


def test_keys_add_and_remove_units_of_the_layer(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    keys(panel, qtbot, Qt.Key.Key_Plus)
    assert session.experiment == ARTICLE
    walk_to(panel, qtbot, UNIT)
    keys(panel, qtbot, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert session.experiment.sizes == (2, 4, 1)
    keys(panel, qtbot, Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert session.experiment.sizes == (2, 1, 1)
    assert panel.control.focused == UNIT


def test_a_unit_that_is_gone_has_no_keys(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    walk_to(panel, qtbot, Spot(1, 1))
    keys(panel, qtbot, Qt.Key.Key_Minus)
    assert session.experiment.sizes == (2, 1, 1)
    assert panel.control.focused is None


def test_enter_opens_the_card_and_gets_the_keys_back(
    panel: GradientFlowPanel, control: FlowControl, session: Session, qtbot: QtBot
) -> None:
    walk_to(panel, qtbot, EDGE)
    keys(panel, qtbot, RETURN)
    field = control.editor.popover.field
    assert field.hasFocus()
    assert control.focused == EDGE
    qtbot.keyClicks(field, "-3")
    qtbot.keyClick(field, RETURN)
    index = EDGE.parameter
    assert index is not None
    assert session.parameter(index) == -3
    assert panel.view.hasFocus()
    assert control.focused == EDGE


@pytest.mark.parametrize("spot", [UNIT, EDGE, Spot(2, 0), Spot(2, 0, 1)], ids=str)
def test_a_click_opens_the_card_there(panel: GradientFlowPanel, control: FlowControl, spot: Spot) -> None:
    click_on(panel.view, spot)
    card = control.editor.popover
    assert card.isVisible()
    assert control.focused == spot
    click_at(panel.view, NOWHERE)
    assert card.isHidden()
    assert control.focused is None


def test_a_click_on_another_edge_takes_the_card_there(panel: GradientFlowPanel, control: FlowControl) -> None:
    click_on(panel.view, EDGE)
    first = control.editor.popover.name.text()
    click_on(panel.view, Spot(1, 1, 1))
    assert control.editor.popover.isVisible()
    assert control.editor.popover.name.text() != first


def test_with_the_card_open_no_tip_covers_it(panel: GradientFlowPanel) -> None:
    point_at(panel.view, UNIT)
    assert QToolTip.isVisible()
    click_on(panel.view, EDGE)
    point_at(panel.view, UNIT)
    assert not QToolTip.isVisible()


def test_tools_are_there_while_the_pointer_is_near(panel: GradientFlowPanel, control: FlowControl) -> None:
    tools = control.editor.tools
    assert tools.isHidden()
    point_at(panel.view, UNIT)
    assert tools.more.isVisible()
    point_at(panel.view, EDGE)
    assert tools.insert.isVisible()
    leave(panel.view)
    assert tools.isHidden()


def test_tools_are_there_while_a_layer_has_the_keys_and_can_be_reached(
    panel: GradientFlowPanel, control: FlowControl, session: Session, qtbot: QtBot
) -> None:
    tools = control.editor.tools
    walk_to(panel, qtbot, UNIT)
    leave(panel.view)
    assert tools.isVisible()
    for _ in range(12):
        focus = QApplication.focusWidget()
        if focus is tools.more:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    qtbot.keyClick(tools.more, Qt.Key.Key_Space)
    assert session.experiment.sizes == (2, 3, 1)


def test_the_pointer_gone_what_has_the_keys_is_pointed_at_again(
    panel: GradientFlowPanel, session: Session, qtbot: QtBot
) -> None:
    walk_to(panel, qtbot, EDGE)
    point_at(panel.view, Spot(2, 0))
    assert session.pointed == Spot(2, 0).place(session.row)
    leave(panel.view)
    assert session.pointed == EDGE.place(session.row)


def test_a_right_click_opens_the_menu_of_the_place(panel: GradientFlowPanel, session: Session) -> None:
    click_on(panel.view, EDGE, RIGHT)
    menu = menu_of(panel)
    assert menu.actions()[0].text() == "Set w₁₁⁽¹⁾…"
    near = menu.actions()[-1]
    zoom = panel.view.zoom()
    near.trigger()
    assert panel.view.zoom() > 2 * zoom
    menu.close()
    assert session.experiment == ARTICLE


def test_a_right_click_beside_the_units_opens_the_menu_of_the_layer(panel: GradientFlowPanel) -> None:
    x = panel.view.point_of(UNIT).x()
    click_at(panel.view, QPoint(x, panel.view.height() - 60), RIGHT)
    menu = menu_of(panel)
    assert "Add a unit" in [action.text() for action in menu.actions()]
    assert not any(action.text().startswith("Set") for action in menu.actions())
    menu.close()


def test_a_key_opens_the_menu_of_what_has_the_keys(panel: GradientFlowPanel, qtbot: QtBot) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(panel.view, event)
    assert not panel.view.findChildren(FlowMenu)
    walk_to(panel, qtbot, UNIT)
    QApplication.sendEvent(panel.view, event)
    menu = menu_of(panel)
    assert menu.actions()[0].text() == "Set b₁⁽¹⁾…"
    menu.close()


def test_a_double_click_fits_only_where_nothing_is(panel: GradientFlowPanel) -> None:
    panel.view.look_at(UNIT)
    zoom = panel.view.zoom()
    double_click(panel.view.viewport(), panel.view.point_of(UNIT))
    assert panel.view.zoom() == pytest.approx(zoom)
    double_click(panel.view.viewport(), NOWHERE)
    assert panel.view.zoom() == pytest.approx(1, abs=0.01)


def test_the_pointer_says_where_something_can_be_done(panel: GradientFlowPanel, session: Session) -> None:
    point_at(panel.view, UNIT)
    assert panel.view.cursor().shape() is Qt.CursorShape.CrossCursor
    move_in_field(panel, 3, 3)
    assert panel.view.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert session.pointed == {}


def test_in_another_network_the_tools_are_those_of_its_layers(panel: GradientFlowPanel, session: Session) -> None:
    session.edit(experiment_of(2, 5, 4, 1), "Edit")
    point_at(panel.view, Spot(2, 1))
    panel.control.editor.tools.more.click()
    assert session.experiment.layers[1] == Layer(5)


@pytest.mark.parametrize(("key", "cursor"), [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0)], ids=["step", "step back"])
def test_the_keys_of_the_window_work_while_the_flow_has_them(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, cursor: int
) -> None:
    window.flow.view.setFocus()
    qtbot.keyClick(window.flow.view, DOWN)
    if cursor == 0:
        window.session.step()
    qtbot.keyClick(window.flow.view, key)
    assert window.session.trainer.cursor == cursor
    qtbot.keyClick(window.flow.view, Qt.Key.Key_Space)
    assert window.player.running
    qtbot.keyClick(window.flow.view, Qt.Key.Key_Space)
    assert window.flow.control.focused == Spot(0, 0)
