import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.data import Data
from core.datasets import DATASETS
from gui.widgets.data_plot import Tool
from gui.widgets.notice import Notice
from gui.widgets.plot_tools import SPREAD, PlotTools, sign_of
from tests.gui.conftest import Show

XOR, PLANE, PARITY, RINGS = (DATASETS[name].make() for name in ("xor", "plane", "parity_3", "rings"))


class Owner(QWidget):
    """What the tools stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.tools = PlotTools(self.notice)
        QVBoxLayout(self).addWidget(self.tools)


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner(), 300, 120)


@pytest.fixture
def tools(owner: Owner) -> PlotTools:
    owner.tools.show_data(XOR, ["x₁", "x₂"], ["0", "1"], (0, 1))
    return owner.tools


def choose(qtbot: QtBot, tools: PlotTools, tool: Tool) -> None:
    qtbot.mouseClick(tools.tool.button(tool), Qt.MouseButton.LeftButton)


def test_what_a_tool_needs_is_shown_with_it(tools: PlotTools, qtbot: QtBot) -> None:
    told: list[Tool] = []
    tools.tool_chosen.connect(told.append)
    assert tools.classes.isHidden()
    choose(qtbot, tools, Tool.ADD)
    assert tools.classes.isVisible()
    assert not tools.spread.isVisible()
    choose(qtbot, tools, Tool.BRUSH)
    assert tools.classes.isVisible()
    assert tools.spread.isVisible()
    choose(qtbot, tools, Tool.SELECT)
    assert tools.classes.isHidden()
    assert told == [Tool.ADD, Tool.BRUSH, Tool.SELECT]


def test_a_class_of_two_is_chosen_by_its_value_and_shape(tools: PlotTools) -> None:
    assert [tools.classes.itemText(at) for at in range(2)] == ["■ 0", "● 1"]
    assert tools.targets == (1.0,)
    tools.classes.setCurrentIndex(0)
    assert tools.targets == (0.0,)
    tools.show_data(XOR.with_sample(0), ["x₁", "x₂"], ["0", "1"], (0, 1))
    assert tools.targets == (0.0,)


def test_a_class_of_several_is_chosen_by_its_name(tools: PlotTools) -> None:
    tools.classes.setCurrentIndex(0)
    tools.show_data(RINGS, ["x", "y"], ["inner", "middle", "outer"], (0, 1))
    assert [tools.classes.itemText(at) for at in range(3)] == ["■ inner", "● middle", "▲ outer"]
    tools.classes.setCurrentIndex(1)
    assert tools.targets == (0.0, 1.0, 0.0)
    assert sign_of(4) == sign_of(0)


def targets(tools: PlotTools) -> list[float]:
    return list(tools.targets)


def test_a_number_is_typed(owner: Owner, tools: PlotTools, qtbot: QtBot) -> None:
    tools.show_data(PLANE, ["x", "y"], [], (0, 1))
    choose(qtbot, tools, Tool.ADD)
    assert not tools.classes.isVisible()
    assert tools.target.isVisible()
    tools.target.selectAll()
    qtbot.keyClicks(tools.target, "-0.5")
    qtbot.keyClick(tools.target, Qt.Key.Key_Return)
    assert targets(tools) == [-0.5]
    tools.show_data(Data(((0.0, 1.0),), ((1.0, 2.0),)), ["x₁", "x₂"], [], (0, 1))
    assert targets(tools) == [-0.5, 0.0]
    tools.target.selectAll()
    qtbot.keyClicks(tools.target, "half")
    qtbot.keyClick(tools.target, Qt.Key.Key_Return)
    assert owner.notice.text() == "“half” is not a number; write it like 0.5 or −2."
    assert targets(tools) == [-0.5, 0.0]


def test_of_more_than_two_inputs_two_are_chosen(tools: PlotTools, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    tools.axes_chosen.connect(told.append)
    assert not tools.across.isVisible()
    tools.show_data(PARITY, ["x₁", "x₂", "x₃"], ["0", "1"], (0, 2))
    assert tools.across.isVisible()
    assert (tools.across.currentText(), tools.up.currentText()) == ("x₁", "x₃")
    tools.across.setFocus()
    qtbot.keyClick(tools.across, Qt.Key.Key_Down)
    assert told == [(1, 2)]


def test_the_spread_is_a_share_of_the_width(tools: PlotTools, qtbot: QtBot) -> None:
    told: list[float] = []
    tools.spread_chosen.connect(told.append)
    choose(qtbot, tools, Tool.BRUSH)
    qtbot.keyClick(tools.spread, Qt.Key.Key_Right)
    assert told == [(SPREAD + 1) / 100]
