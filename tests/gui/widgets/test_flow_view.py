import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from gui.widgets.flow_view import FlowView
from tests.gui.conftest import Show
from tests.gui.pointer import double_click, leave, move_to, press, release


@pytest.fixture
def view(show: Show) -> FlowView:
    view = show(FlowView(), 600, 400)
    view.show_field(600, 400)
    return view


def point_at(qtbot: QtBot, view: FlowView, place: QPoint) -> QPointF:
    with qtbot.waitSignal(view.pointed) as told:
        move_to(view.viewport(), place)
    assert told.args is not None
    point, on_screen = told.args
    assert on_screen == view.viewport().mapToGlobal(place)
    assert isinstance(point, QPointF)
    return point


@pytest.mark.parametrize("place", [QPoint(60, 40), QPoint(300, 200), QPoint(590, 390)])
def test_the_pointer_is_told_in_lengths_of_the_field(view: FlowView, qtbot: QtBot, place: QPoint) -> None:
    point = point_at(qtbot, view, place)
    assert (point.x(), point.y()) == pytest.approx((place.x(), place.y()), abs=2)
    assert view.zoom() == pytest.approx(1, abs=0.01)


def test_zoomed_in_the_pointer_is_told_in_lengths_of_the_field(view: FlowView, qtbot: QtBot) -> None:
    view.box.scaleBy((0.5, 0.5), center=(300, 200))
    point = point_at(qtbot, view, QPoint(500, 200))
    assert (point.x(), point.y()) == pytest.approx((400, 200), abs=2)
    assert view.zoom() == pytest.approx(2, abs=0.02)


@pytest.mark.parametrize(("factor", "low", "high"), [(1e-6, 4, 10), (1e6, 0.3, 1)])
def test_the_zoom_has_limits(view: FlowView, factor: float, low: float, high: float) -> None:
    for _ in range(5):
        view.box.scaleBy((factor, factor), center=(300, 200))
    assert low < view.zoom() < high


@pytest.mark.parametrize(("pixels", "larger"), [(-60, True), (60, False)])
def test_dragged_with_the_right_button_it_zooms(view: FlowView, pixels: int, larger: bool) -> None:
    place, right = QPoint(300, 200), Qt.MouseButton.RightButton
    press(view.viewport(), place, right)
    for share in (1, 2, 3):
        move_to(view.viewport(), place + QPoint(0, pixels * share // 3), held=right)
    release(view.viewport(), place + QPoint(0, pixels), right)
    assert abs(view.zoom() - 1) > 0.01
    assert (view.zoom() > 1) is larger


def test_the_pointer_going_away_is_told(view: FlowView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.left):
        leave(view)


def test_while_it_is_dragged_nothing_is_pointed_at(view: FlowView, qtbot: QtBot) -> None:
    start, end = QPoint(300, 200), QPoint(330, 210)
    press(view.viewport(), start)
    with qtbot.assertNotEmitted(view.pointed):
        move_to(view.viewport(), end, held=Qt.MouseButton.LeftButton)
    release(view.viewport(), end)


def test_a_double_click_and_another_size_ask_for_all_of_it(view: FlowView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.fit_wanted):
        double_click(view.viewport(), QPoint(5, 5))
    with qtbot.waitSignal(view.fit_wanted):
        view.resize(500, 300)
