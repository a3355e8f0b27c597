import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.network import initial_parameters
from core.questions.plane import Plane
from gui.painting.plane_axes import Frame
from gui.painting.plane_picture import PlanePainter
from gui.painting.plane_points import points_of
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.plane_view import NEAR, PlaneView
from gui.widgets.probe import PROBE_STEPS
from tests.gui.conftest import Show
from tests.gui.looks import is_blank, nearly, pixels
from tests.gui.pointer import leave, move_to, press, release
from tests.gui.runs import ARTICLE

PLACES = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0]])


def fill(view: PlaneView, theme: Theme = LIGHT, count: int = 3) -> None:
    painter = PlanePainter(Plane(ARTICLE), 0, theme)
    colors = painter.colors(np.array([[0.0], [1.0], [1.0]]))[:count]
    flags = np.zeros(count, bool)
    view.set_look(theme, ("x", "y"))
    view.show_picture(
        painter.picture(initial_parameters(ARTICLE)), points_of(PLACES[:count], colors, np.ones(count), flags, flags)
    )


@pytest.fixture
def view(show: Show) -> PlaneView:
    view = show(PlaneView("Output"), 330, 200)
    fill(view)
    return view


def frame_of(view: PlaneView) -> Frame:
    frame = view.frame()
    assert frame is not None
    return frame


def place_of(view: PlaneView, x: float, y: float) -> QPoint:
    return QPointF(*frame_of(view).on_screen(np.array([x, y])).tolist()).toPoint()


def test_without_a_picture_nothing_is_drawn_and_nothing_happens(show: Show, qtbot: QtBot) -> None:
    view = show(PlaneView("Output"))
    assert is_blank(pixels(view))
    assert view.frame() is None
    with qtbot.assertNotEmitted(view.probed):
        move_to(view, view.rect().center())
        qtbot.keyClick(view, Qt.Key.Key_Right)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_points_lie_where_they_belong_in_their_colours(view: PlaneView, theme: Theme) -> None:
    fill(view, theme)
    shown = pixels(view)
    for (x, y), color in zip(PLACES.tolist(), ("negative_value", "positive_value", "positive_value"), strict=True):
        place = place_of(view, x, y)
        around = shown[place.y() - 4 : place.y() + 5, place.x() - 4 : place.x() + 5]
        assert nearly(getattr(theme, color), around) > 20


def test_the_boundary_is_drawn(view: PlaneView) -> None:
    before = nearly(LIGHT.text, pixels(view))
    painter = PlanePainter(Plane(ARTICLE), 0, LIGHT)
    parameters = initial_parameters(ARTICLE)
    parameters.flat[:] = 0
    parameters.weights[0][0, 0], parameters.weights[1][0, 0] = 9, 9
    parameters.biases[1][...] = -6
    picture = painter.picture(parameters)
    assert len(picture.lines) > 20
    points = points_of(PLACES[:0], np.zeros(0, np.uint32), np.zeros(0), np.zeros(0, bool), np.zeros(0, bool))
    view.show_picture(picture, points)
    assert nearly(LIGHT.text, pixels(view)) > before + 50


def test_a_line_that_goes_to_infinity_is_drawn_as_far_as_it_is_seen(view: PlaneView) -> None:
    picture = PlanePainter(Plane(ARTICLE), 0, LIGHT).picture(initial_parameters(ARTICLE))
    ends = np.array([[[0.5, 0.0], [0.5, 1e300]], [[0.2, 0.0], [np.nan, 1.0]]])
    lines = type(picture)(picture.x, picture.y, picture.image, ends, picture.bar, picture.texts)
    before = pixels(view)
    points = points_of(PLACES[:0], np.zeros(0, np.uint32), np.zeros(0), np.zeros(0, bool), np.zeros(0, bool))
    view.show_picture(lines, points)
    place = place_of(view, 0.5, 0.6)
    assert (pixels(view) != before)[place.y(), place.x() - 1 : place.x() + 2].any()


def test_the_probe_is_under_the_mouse(view: PlaneView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.probed) as told:
        move_to(view, place_of(view, 0.25, 0.75))
    assert told.args is not None
    assert told.args[0] == pytest.approx((0.25, 0.75), abs=0.02)
    with qtbot.waitSignal(view.probed) as told:
        leave(view)
    assert told.args == [None]


def test_beside_the_field_there_is_no_probe(view: PlaneView) -> None:
    move_to(view, place_of(view, 0.5, 0.5))
    assert view.probe is not None
    move_to(view, QPoint(2, 2))
    assert view.probe is None


def test_the_point_that_the_probe_is_on_is_told_once(view: PlaneView) -> None:
    told: list[object] = []
    view.point_probed.connect(told.append)
    place = place_of(view, 1, 0)
    for offset in (0, 2, -3):
        move_to(view, place + QPoint(offset, 0))
    assert told == [2]
    move_to(view, place + QPoint(0, -2 * int(NEAR)))
    assert told == [2, None]


def test_with_other_points_the_probe_is_on_none(view: PlaneView) -> None:
    told: list[object] = []
    view.point_probed.connect(told.append)
    move_to(view, place_of(view, 1, 0))
    fill(view)
    assert view.probe is not None
    fill(view, count=1)
    assert view.probe is None
    assert told == [2, None]


def test_a_click_chooses_the_point_and_leaves_the_keys_to_the_window(view: PlaneView, qtbot: QtBot) -> None:
    place = place_of(view, 0, 1)
    with qtbot.waitSignal(view.point_chosen) as told:
        press(view, place)
    release(view, place)
    assert told.args == [1]
    assert not view.focusPolicy() & Qt.FocusPolicy.ClickFocus
    with qtbot.assertNotEmitted(view.point_chosen):
        press(view, place_of(view, 0.5, 0.5))


def test_without_points_there_is_none_to_be_on(view: PlaneView) -> None:
    fill(view, count=0)
    move_to(view, place_of(view, 0, 0))
    assert view.probe is not None


@pytest.fixture
def focused(view: PlaneView, qtbot: QtBot) -> PlaneView:
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    return view


def test_arrow_keys_move_the_probe_from_the_middle_and_not_beyond_the_border(focused: PlaneView, qtbot: QtBot) -> None:
    frame = frame_of(focused)
    step = (frame.x[1] - frame.x[0]) / PROBE_STEPS
    qtbot.keyClick(focused, Qt.Key.Key_Up)
    assert focused.probe == pytest.approx((0.5, 0.5))
    for key, place in (
        (Qt.Key.Key_Right, (0.5 + step, 0.5)),
        (Qt.Key.Key_Up, (0.5 + step, 0.5 + step)),
        (Qt.Key.Key_Left, (0.5, 0.5 + step)),
        (Qt.Key.Key_Down, (0.5, 0.5)),
    ):
        qtbot.keyClick(focused, key)
        assert focused.probe == pytest.approx(place)
    for _ in range(PROBE_STEPS):
        qtbot.keyClick(focused, Qt.Key.Key_Left)
    assert focused.probe == pytest.approx((frame.x[0], 0.5))


def test_enter_chooses_the_point_that_the_keys_have_come_to(focused: PlaneView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(focused.point_chosen):
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    for key, times in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 15), (Qt.Key.Key_Down, 15)):
        for _ in range(times):
            qtbot.keyClick(focused, key)
    with qtbot.waitSignal(focused.point_chosen) as told:
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert told.args == [0]


def test_escape_and_another_focus_take_the_probe_away(focused: PlaneView, qtbot: QtBot) -> None:
    qtbot.keyClick(focused, Qt.Key.Key_Up)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert focused.probe is None
    qtbot.keyClick(focused, Qt.Key.Key_Up)
    focused.clearFocus()
    assert focused.probe is None


def test_the_focus_is_to_be_seen(focused: PlaneView) -> None:
    framed = nearly(LIGHT.accent, pixels(focused))
    focused.clearFocus()
    QApplication.processEvents()
    assert nearly(LIGHT.accent, pixels(focused)) < framed - 200


def test_the_selected_sample_and_the_lit_one_are_ringed(view: PlaneView) -> None:
    def ring(place: QPoint, radius: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        return pixels(view)[place.y(), place.x() + radius - 1 : place.x() + radius + 2][np.newaxis]

    place = place_of(view, 0, 1)
    assert nearly(LIGHT.text, ring(place, 8)) == 0
    view.mark((0.0, 1.0), None)
    assert nearly(LIGHT.text, ring(place, 8)) > 0
    view.mark((0.0, 1.0), (0.0, 1.0))
    assert nearly(LIGHT.accent, ring(place, 10)) > 0
    view.mark(None, None)
    assert nearly(LIGHT.text, ring(place, 8)) == nearly(LIGHT.accent, ring(place, 10)) == 0
