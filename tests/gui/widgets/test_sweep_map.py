from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT
from gui.widgets.sweep_map import SweepMap, lay_out_cells
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels
from tests.gui.pointer import leave, move_to, press

ERRORS = [1e-4, 1e-3, 1e-2, 0.125, 0.25, inf]


@pytest.fixture
def sweep_map(show: Show) -> SweepMap:
    sweep_map = show(SweepMap("Runs"), 300, 200)
    sweep_map.show_errors(ERRORS, 8, 0.05, LIGHT)
    return sweep_map


def center(sweep_map: SweepMap, cell: int) -> QPoint:
    return sweep_map.cells().rect(cell).center()


@given(st.integers(1, 10_000), st.integers(40, 800), st.integers(40, 800))
def test_all_cells_have_room_and_none_lies_on_another(count: int, width: int, height: int) -> None:
    cells = lay_out_cells(count, width, height)
    last = cells.rect(count - 1)
    assert cells.columns * cells.size <= max(width, cells.size)
    if cells.size > 1:
        assert cells.rows * cells.size <= height
    for cell in (0, count // 2, count - 1):
        assert cells.at(cells.rect(cell).center()) == cell
        assert cells.at(cells.rect(cell).topLeft()) == cell
    assert cells.at(QPoint(last.center().x(), last.bottom() + 2 * cells.size)) is None
    assert cells.at(QPoint(-1, 5)) is None


def test_each_run_has_its_colour_and_those_to_come_none(sweep_map: SweepMap) -> None:
    shown = sweep_map.grab().toImage()
    colors = [shown.pixelColor(center(sweep_map, cell)) for cell in range(8)]
    reds = [color.blue() for color in colors[:5]]
    assert reds == sorted(reds, reverse=True)
    assert len(set(reds)) == 5
    assert colors[5] == QColor(LIGHT.text)
    assert colors[6] == colors[7] == QColor(LIGHT.ground)


def test_a_line_parts_those_that_have_converged_from_the_others(sweep_map: SweepMap) -> None:
    with_line = count_of(LIGHT.text, pixels(sweep_map))
    sweep_map.show_errors(ERRORS, 8, 1e-9, LIGHT)
    assert count_of(LIGHT.text, pixels(sweep_map)) < with_line


def test_where_it_cannot_be_chosen_from_it_fades(sweep_map: SweepMap) -> None:
    ground = sweep_map.palette().window().color().lightness()
    distances = []
    for enabled in (True, False):
        sweep_map.setEnabled(enabled)
        shown = sweep_map.grab().toImage().pixelColor(center(sweep_map, 4))
        distances.append(abs(shown.lightness() - ground))
    assert distances[1] < distances[0]


def test_the_run_under_the_pointer_is_told(sweep_map: SweepMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sweep_map.pointed) as told:
        move_to(sweep_map, center(sweep_map, 3))
    assert told.args == [3]
    with qtbot.waitSignal(sweep_map.pointed) as told:
        move_to(sweep_map, center(sweep_map, 7))  # still to come
    assert told.args == [None]
    move_to(sweep_map, center(sweep_map, 0))
    with qtbot.waitSignal(sweep_map.pointed) as told:
        leave(sweep_map)
    assert told.args == [None]


def test_a_click_chooses_a_run_that_is_there(sweep_map: SweepMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sweep_map.chosen) as told:
        press(sweep_map, center(sweep_map, 2))
    assert told.args == [2]
    with qtbot.assertNotEmitted(sweep_map.chosen):
        press(sweep_map, center(sweep_map, 7))


def test_keys_move_over_the_cells_and_enter_chooses(sweep_map: SweepMap, qtbot: QtBot) -> None:
    sweep_map.resize(160, 200)
    sweep_map.setFocus()
    columns = sweep_map.cells().columns
    assert 1 < columns < 6
    visited = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(sweep_map, key)
        visited.append(sweep_map.cell)
    assert visited == [0, 1, 1 + columns, 1, 5, 0]
    with qtbot.waitSignal(sweep_map.chosen) as told:
        qtbot.keyClick(sweep_map, Qt.Key.Key_Return)
    assert told.args == [0]
    sweep_map.clearFocus()
    assert sweep_map.cell is None


def test_where_there_are_fewer_runs_than_the_one_pointed_at_none_is(sweep_map: SweepMap) -> None:
    move_to(sweep_map, center(sweep_map, 4))
    sweep_map.show_errors([0.1], 8, 0.05, LIGHT)
    assert sweep_map.cell is None


def test_an_empty_map_draws_nothing_and_takes_no_keys(show: Show, qtbot: QtBot) -> None:
    empty = show(SweepMap("Runs"), 200, 100)
    empty.grab()
    move_to(empty, QPoint(20, 20))
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    assert empty.cell is None
