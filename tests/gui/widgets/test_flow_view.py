import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.flow_view import WISHES, FlowView, Wish
from tests.gui.conftest import Show
from tests.gui.pointer import double_click, leave, move_to, press, release

KEY_PRESS, SHORTCUT_OVERRIDE = QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


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


def test_another_size_is_told(view: FlowView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.resized):
        view.resize(500, 300)


def test_clicks_are_told_where_they_are_in_the_field(view: FlowView, qtbot: QtBot) -> None:
    view.box.scaleBy((0.5, 0.5), center=(300, 200))
    for signal, button in ((view.clicked, Qt.MouseButton.LeftButton), (view.menu_wanted, Qt.MouseButton.RightButton)):
        with qtbot.waitSignal(signal) as told:
            move_to(view.viewport(), QPoint(500, 200))
            press(view.viewport(), QPoint(500, 200), button)
            release(view.viewport(), QPoint(500, 200), button)
        assert told.args is not None
        assert told.args[0].toTuple() == pytest.approx((400, 200), abs=2)


def test_a_double_click_is_one_click_and_a_double_click(view: FlowView, qtbot: QtBot) -> None:
    clicks: list[QPointF] = []
    view.clicked.connect(clicks.append)
    with qtbot.waitSignal(view.double_clicked):
        double_click(view.viewport(), QPoint(60, 40))
    assert len(clicks) == 1


@pytest.mark.parametrize(("key", "wish"), WISHES.items(), ids=str)
def test_keys_ask_for_something(view: FlowView, qtbot: QtBot, key: Qt.Key, wish: Wish) -> None:
    with qtbot.waitSignal(view.wished) as told:
        qtbot.keyClick(view, key)
    assert told.args == [wish]
    with qtbot.assertNotEmitted(view.wished):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_A], ids=str)
def test_the_keys_of_the_window_are_left_to_it(view: FlowView, qtbot: QtBot, key: Qt.Key) -> None:
    press_, override = (QKeyEvent(kind, key, NO_MODIFIER) for kind in (KEY_PRESS, SHORTCUT_OVERRIDE))
    override.ignore()
    with qtbot.assertNotEmitted(view.wished):
        for event in (override, press_):
            QApplication.sendEvent(view, event)
            assert not event.isAccepted()


def test_its_own_keys_are_no_shortcuts_while_it_has_the_keyboard(view: FlowView) -> None:
    for key in WISHES:
        override = QKeyEvent(SHORTCUT_OVERRIDE, key, NO_MODIFIER)
        override.ignore()
        QApplication.sendEvent(view, override)
        assert override.isAccepted()


def test_a_key_asks_for_the_menu_where_the_keys_are(view: FlowView, qtbot: QtBot) -> None:
    reasons = QContextMenuEvent.Reason
    with qtbot.waitSignal(view.menu_wanted) as told:
        QApplication.sendEvent(view, QContextMenuEvent(reasons.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert told.args == [None]
    with qtbot.assertNotEmitted(view.menu_wanted):
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reasons.Mouse, QPoint(5, 5), QPoint(5, 5)))


def test_points_of_the_field_and_of_the_view_belong_together(view: FlowView) -> None:
    view.zoom_to(150, 100, 200)
    assert view.zoom() == pytest.approx(3, abs=0.05)
    assert view.in_view(150, 100).toTuple() == pytest.approx((300, 200), abs=2)
    assert view.in_field(QPointF(300, 200)).toTuple() == pytest.approx((150, 100), abs=2)


def test_the_keys_coming_and_going_are_told(qtbot: QtBot, show: Show) -> None:
    owner = QWidget()
    view, field = FlowView(), QLineEdit()
    layout = QVBoxLayout(owner)
    layout.addWidget(view)
    layout.addWidget(field)
    show(owner)
    owner.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    with qtbot.waitSignal(view.focus_changed):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert field.hasFocus()
    with qtbot.waitSignal(view.focus_changed):
        qtbot.keyClick(field, Qt.Key.Key_Backtab)
    assert view.hasFocus()
