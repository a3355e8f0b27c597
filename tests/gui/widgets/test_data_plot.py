from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.painting.scatter_points import CIRCLE, Points
from gui.theme import Appearance
from gui.widgets.data_plot import DataPlot, Tool
from gui.widgets.plot_gestures import BRUSH_POINTS
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.pointer import leave, move_to, press, release, rest_on

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
PLACES = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


class Told:
    """What a plot told."""

    def __init__(self, plot: DataPlot) -> None:
        self.chosen: list[int | None] = []
        self.pointed: list[int | None] = []
        self.added: list[tuple[Any, object]] = []
        self.moved: list[tuple[list[int], Any, object]] = []
        self.removed: list[list[int]] = []
        self.menus: list[QPoint] = []
        plot.chosen.connect(self.chosen.append)
        plot.pointed.connect(self.pointed.append)
        plot.added.connect(lambda places, key: self.added.append((places, key)))
        plot.moved.connect(lambda points, places, key: self.moved.append((points, places, key)))
        plot.removed.connect(self.removed.append)
        plot.menu_wanted.connect(self.menus.append)


class Page(QWidget):
    """A plot between two fields."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.plot = DataPlot(appearance, "point {}".format)
        self.plot.spread = 0.1
        layout = QVBoxLayout(self)
        for widget in (self.before, self.plot, self.after):
            layout.addWidget(widget)


@pytest.fixture
def page(appearance: Appearance, show: Show) -> Page:
    page = show(Page(appearance), 320, 300)
    page.activateWindow()
    page.plot.show_points(Points(PLACES, np.array([-1.0, 1, 1, -1]), np.full(4, CIRCLE), 4), ("x₁", "x₂"))
    return page


@pytest.fixture
def plot(page: Page) -> DataPlot:
    return page.plot


@pytest.fixture
def told(plot: DataPlot) -> Told:
    return Told(plot)


def at(plot: DataPlot, point: int | None) -> QPoint:
    return plot.place_of(point).toPoint()


def drag(plot: DataPlot, start: QPoint, end: QPoint, steps: int = 4) -> None:
    press(plot, start)
    for step in range(1, steps + 1):
        move_to(plot, start + (end - start) * step / steps, LEFT)
    release(plot, end)


def enter_by_tab(page: Page, qtbot: QtBot) -> None:
    page.before.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(page.before, Key.Key_Tab)
    assert page.plot.hasFocus()


def test_a_click_selects_a_point_and_a_click_beside_it_lets_go(plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    qtbot.mouseClick(plot, LEFT, pos=at(plot, 2))
    assert plot.selected == {2}
    qtbot.mouseClick(plot, LEFT, pos=at(plot, None))
    assert plot.selected == set()
    assert told.chosen == [2, None]
    assert (told.added, told.moved) == ([], [])


def test_control_takes_points_in_and_out(plot: DataPlot, qtbot: QtBot) -> None:
    for point in (0, 3, 0):
        qtbot.mouseClick(plot, LEFT, Qt.KeyboardModifier.ControlModifier, at(plot, point))
    assert plot.selected == {3}


def test_the_tool_adds_a_point_where_there_is_none(plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    plot.tool = Tool.ADD
    qtbot.mouseClick(plot, LEFT, pos=at(plot, None))
    qtbot.mouseClick(plot, LEFT, pos=at(plot, 1))
    ((places, key),) = told.added
    assert places == [pytest.approx((0.5, 0.5), abs=0.01)]
    assert key is None
    assert told.chosen == [1]


def test_a_drag_moves_the_point_and_what_is_selected_with_it(plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    qtbot.mouseClick(plot, LEFT, pos=at(plot, 0))
    qtbot.mouseClick(plot, LEFT, Qt.KeyboardModifier.ControlModifier, at(plot, 3))
    x, y = plot.field.pixel
    drag(plot, at(plot, 3), at(plot, 3) + QPoint(20, -10))
    points, places, key = told.moved[-1]
    assert points == [0, 3]
    assert places.tolist() == [
        pytest.approx((20 * x, 10 * y), abs=0.01),
        pytest.approx((1 + 20 * x, 1 + 10 * y), abs=0.01),
    ]
    assert {move[2] for move in told.moved} == {key}


def test_the_field_stays_while_a_button_is_held(plot: DataPlot) -> None:
    across = plot.field.across
    press(plot, at(plot, 3))
    plot.show_points(Points(PLACES * 9, np.ones(4), np.full(4, CIRCLE), 4), ("x₁", "x₂"))
    assert plot.field.across == across
    release(plot, at(plot, 3))
    assert plot.field.across[1] > 9


def test_a_frame_selects_what_is_in_it(plot: DataPlot) -> None:
    rect = plot.field.rect
    press(plot, rect.topLeft().toPoint())
    move_to(plot, QPoint(int(rect.center().x()), int(rect.bottom())), LEFT)
    row, column = int(rect.center().y()) + 3, int(rect.center().x()) - 5
    assert pixels(plot)[row, column].tolist() != [255, 255, 255]
    release(plot, rect.center().toPoint())
    assert plot.selected == {0, 1}


def test_the_brush_scatters_points_around_its_way_in_one_edit(plot: DataPlot, told: Told) -> None:
    plot.tool = Tool.BRUSH
    drag(plot, at(plot, None), at(plot, None) + QPoint(40, 0))
    assert len(told.added) == 5
    assert {key for _, key in told.added} == {told.added[0][1]} != {None}
    places = [place for places, _ in told.added for place in places]
    assert len(set(places)) == 5 * BRUSH_POINTS
    assert np.std([place[1] for place in places]) > 0.03


def test_what_the_pointer_is_on_is_told_once_and_said(plot: DataPlot, told: Told) -> None:
    move_to(plot, at(plot, 1))
    plot.show_pointed(1)
    move_to(plot, at(plot, 1) + QPoint(1, 1))
    rest_on(plot, at(plot, 1))
    assert QToolTip.text() == "point 1"
    leave(plot)
    assert told.pointed == [1, None]
    QToolTip.hideText()


def test_delete_asks_for_what_is_selected_to_be_removed(plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    qtbot.keyClick(plot, Key.Key_Delete)
    plot.select(frozenset({3, 1}))
    qtbot.keyClick(plot, Key.Key_Delete)
    assert told.removed == [[1, 3]]


def test_the_right_button_selects_and_asks_for_a_menu(plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    qtbot.mouseClick(plot, Qt.MouseButton.RightButton, pos=at(plot, 2))
    place = plot.mapToGlobal(at(plot, 2))
    QApplication.sendEvent(plot, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at(plot, 2), place))
    assert plot.selected == {2}
    assert told.menus == [place]
    plot.select(frozenset({1, 2}))
    qtbot.mouseClick(plot, Qt.MouseButton.RightButton, pos=at(plot, 1))
    assert plot.selected == {1, 2}


def test_tab_goes_from_point_to_point_and_then_on(page: Page, plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    enter_by_tab(page, qtbot)
    for _ in range(4):
        qtbot.keyClick(plot, Key.Key_Tab)
    assert told.chosen == [0, 1, 2, 3]
    assert plot.accessibleDescription() == "point 3"
    qtbot.keyClick(plot, Key.Key_Backtab)
    assert told.chosen[-1] == 2
    for _ in range(2):
        qtbot.keyClick(plot, Key.Key_Tab)
    assert page.after.hasFocus()


def test_after_escape_tab_leaves_at_once(page: Page, plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    enter_by_tab(page, qtbot)
    qtbot.keyClick(plot, Key.Key_Tab)
    qtbot.keyClick(plot, Key.Key_Escape)
    assert told.chosen == [0, None]
    qtbot.keyClick(plot, Key.Key_Tab)
    assert page.after.hasFocus()


def test_arrows_move_the_cursor_where_enter_adds(page: Page, plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    enter_by_tab(page, qtbot)
    assert nearly("#1d4f91", pixels(plot)) > 10
    qtbot.keyClick(plot, Key.Key_Return)
    for key in (Key.Key_Right, Key.Key_Up, Key.Key_Up):
        qtbot.keyClick(plot, key)
    qtbot.keyClick(plot, Key.Key_Return)
    (first, _), (second, _) = told.added
    assert first[0][0] < second[0][0] < 0.6
    assert first[0][1] < second[0][1] < 0.7
    plot.tool = Tool.BRUSH
    qtbot.keyClick(plot, Key.Key_Return)
    assert len(told.added[-1][0]) == BRUSH_POINTS


def test_arrows_move_the_selected_point_in_one_edit(page: Page, plot: DataPlot, told: Told, qtbot: QtBot) -> None:
    enter_by_tab(page, qtbot)
    qtbot.keyClick(plot, Key.Key_Tab)
    qtbot.keyClick(plot, Key.Key_Right)
    qtbot.keyClick(plot, Key.Key_Down)
    (points, right, key), (_, down, other) = told.moved
    assert points == [0]
    assert right[0][0] > 0 == right[0][1]
    assert down[0][1] < 0
    assert key == other


def test_shift_and_arrows_select_what_is_between(page: Page, plot: DataPlot, qtbot: QtBot) -> None:
    enter_by_tab(page, qtbot)
    for _ in range(60):
        qtbot.keyClick(plot, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(plot, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert plot.selected == {1}
    qtbot.keyClick(plot, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert plot.selected == {0, 1, 2, 3}


@pytest.mark.parametrize("by_keyboard", [True, False], ids=["tab", "click"])
def test_arrows_step_for_those_who_came_by_a_click(page: Page, plot: DataPlot, qtbot: QtBot, by_keyboard: bool) -> None:
    steps: list[str] = []
    action = QAction("step", page)
    action.setShortcut(QKeySequence(Key.Key_Right))
    action.triggered.connect(lambda: steps.append("step"))
    page.addAction(action)
    if by_keyboard:
        enter_by_tab(page, qtbot)
    else:
        qtbot.mouseClick(plot, LEFT, pos=at(plot, None))
        assert plot.hasFocus()
    qtbot.keyClick(plot, Key.Key_Right)
    assert len(steps) == (0 if by_keyboard else 1)


def test_the_cursor_goes_with_the_focus(page: Page, plot: DataPlot, qtbot: QtBot) -> None:
    before = nearly("#1d4f91", pixels(plot))
    enter_by_tab(page, qtbot)
    page.after.setFocus()
    assert nearly("#1d4f91", pixels(plot)) == before
    assert plot.point_at(QPointF(0, 0)) is None
