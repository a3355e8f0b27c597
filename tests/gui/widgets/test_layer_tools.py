import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.icon_button import IconButton
from gui.widgets.layer_tools import LayerTools
from tests.gui.conftest import Show


@pytest.fixture
def owner(show: Show) -> QWidget:
    return show(QWidget(), 400, 200)


@pytest.fixture
def tools(owner: QWidget) -> LayerTools:
    return LayerTools(owner)


def seen(tools: LayerTools) -> list[IconButton]:
    return [button for button in tools.findChildren(IconButton) if button.isVisible()]


def test_at_rest_there_are_none(tools: LayerTools) -> None:
    assert tools.isHidden()


def test_below_a_layer_stand_its_units_and_what_changes_them(tools: LayerTools, qtbot: QtBot) -> None:
    tools.show_column(4, 7, QPoint(200, 100))
    assert seen(tools) == [tools.less, tools.more, tools.remove]
    assert [label.text() for label in tools.findChildren(QLabel)] == ["7"]
    for button, signal in ((tools.less, tools.shrunk), (tools.more, tools.grown), (tools.remove, tools.removed)):
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [2]
        assert "hidden 2" in button.accessibleName() == button.toolTip()


def test_between_two_layers_stands_what_puts_one_there(tools: LayerTools, qtbot: QtBot) -> None:
    tools.show_column(3, 7, QPoint(200, 100))
    assert seen(tools) == [tools.insert]
    with qtbot.waitSignal(tools.inserted) as told:
        qtbot.keyClick(tools.insert, Qt.Key.Key_Space)
    assert told.args == [2]


@pytest.mark.parametrize("at", [QPoint(0, -20), QPoint(200, 100), QPoint(400, 220)])
def test_they_stand_below_their_point_but_within_the_owner(tools: LayerTools, owner: QWidget, at: QPoint) -> None:
    tools.show_column(2, 3, at)
    assert owner.rect().contains(tools.geometry())
    if owner.rect().adjusted(80, 0, -80, -60).contains(at):
        assert tools.geometry().top() == at.y()
        assert abs(tools.geometry().center().x() - at.x()) <= 1


def test_after_a_click_space_still_runs(tools: LayerTools) -> None:
    policies = {button.focusPolicy() for button in tools.findChildren(IconButton)}
    assert policies == {Qt.FocusPolicy.TabFocus}
