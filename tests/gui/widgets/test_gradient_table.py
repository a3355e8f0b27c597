import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from core.experiment import ParameterIndex
from core.numerals import format_exactly
from core.questions.gradient_check import CheckedParameter
from gui.theme import LIGHT
from gui.widgets.gradient_table import ANALYTIC, DIFFERENCE, NAME, NUMERIC, GradientTable
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to

CHECKED = (
    CheckedParameter("W1[0,0]", 0, ParameterIndex(1, 0, 0), 1.0, 1.5, 1 / 3, kinked=False),
    CheckedParameter("b1[0]", 2, ParameterIndex(1, 0), -0.1, -0.1, 1e-9, kinked=False),
    CheckedParameter("W1[1,0]", 1, ParameterIndex(1, 0, 1), 0.0, 0.5, 1.0, kinked=True),
)


@pytest.fixture
def table(show: Show) -> GradientTable:
    table = show(GradientTable("Gradients"), 400, 240)
    table.show_parameters(CHECKED, LIGHT)
    return table


def cell(table: QTableView, row: int, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    return table.model().data(table.model().index(row, column), role)


def test_each_row_has_the_numbers_of_a_parameter(table: GradientTable) -> None:
    texts = [[cell(table, row, column) for column in (NAME, ANALYTIC, NUMERIC, DIFFERENCE)] for row in range(3)]
    assert texts == [
        ["W1[0,0]", "+1", "+1.500", "✗ 0.3333"],
        ["b1[0]", "−0.1000", "−0.1000", "1.000e−9"],
        ["W1[1,0]", "0", "+0.5000", "kink"],
    ]
    assert cell(table, 0, DIFFERENCE, Qt.ItemDataRole.ToolTipRole) == format_exactly(1 / 3)
    assert cell(table, 0, NAME, Qt.ItemDataRole.ToolTipRole) is None


def test_what_does_not_pass_stands_out(table: GradientTable) -> None:
    colors = [cell(table, row, DIFFERENCE, Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert colors == [QColor(LIGHT.warning), QColor(LIGHT.quiet), QColor(LIGHT.quiet)]


def test_each_column_says_what_it_shows(table: GradientTable) -> None:
    across = Qt.Orientation.Horizontal
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        assert len({table.model().headerData(column, across, role) for column in range(4)}) == 4
    assert table.model().headerData(0, Qt.Orientation.Vertical) is None


def test_selected_rows_are_told(table: GradientTable, qtbot: QtBot) -> None:
    told: list[object] = []
    table.selected.connect(told.append)
    place = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.show_parameters((), LIGHT)
    assert told == [[CHECKED[1]], list(CHECKED[:2]), []]


def test_the_row_under_the_pointer_is_told(table: GradientTable) -> None:
    told: list[object] = []
    table.hovered.connect(told.append)
    first = table.visualRect(table.model().index(0, 1)).center()
    last = table.visualRect(table.model().index(2, 1)).center()
    move_to(table.viewport(), first)
    move_to(table.viewport(), last)
    last.setY(last.y() + 100)
    move_to(table.viewport(), last)
    leave(table)
    assert told == [CHECKED[0], CHECKED[2], None, None]
