import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.widgets.transport import WIDTH_FOR_NAMES, Transport
from tests.gui.conftest import Show


@pytest.fixture
def transport(show: Show) -> Transport:
    actions = [QAction(text) for text in ("Back", "Run", "Step")]
    transport = show(Transport(actions, actions[1]), WIDTH_FOR_NAMES + 50, 40)
    for action in actions:
        action.setParent(transport)
    return transport


def named(transport: Transport) -> list[str]:
    """Return the buttons that show their names."""
    with_name = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return [button.text() for button in transport.buttons if button.toolButtonStyle() == with_name]


def button(transport: Transport, text: str) -> QToolButton:
    return next(each for each in transport.buttons if each.text() == text)


def test_a_click_does_the_action(transport: Transport, qtbot: QtBot) -> None:
    step = button(transport, "Step")
    with qtbot.waitSignal(step.defaultAction().triggered):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)


def test_names_are_shown_where_there_is_room_and_that_of_the_primary_button_always(transport: Transport) -> None:
    assert named(transport) == ["Back", "Run", "Step"]
    transport.resize(WIDTH_FOR_NAMES - 1, 40)
    assert named(transport) == ["Run"]


def test_only_the_primary_button_stands_out(transport: Transport) -> None:
    assert [each.text() for each in transport.buttons if each.objectName() == "primary"] == ["Run"]


def test_a_click_takes_no_keys_away(transport: Transport) -> None:
    assert {each.focusPolicy() for each in transport.buttons} == {Qt.FocusPolicy.TabFocus}
