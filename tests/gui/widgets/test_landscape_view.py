import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.network import initial_parameters
from core.questions.landscape import Landscape, random_plane
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.landscape_view import LandscapeView
from tests.gui.conftest import Show
from tests.gui.looks import is_blank, nearly, pixels
from tests.gui.pointer import leave, move_to
from tests.gui.runs import ARTICLE

NAMES = ("first", "second")
PATH = np.array([[-0.8, -0.8], [0.0, 0.4], [0.0, 0.0]])
NO_PATH = np.zeros((0, 2))


def landscape_of(size: int = 21) -> Landscape:
    return random_plane(ARTICLE, initial_parameters(ARTICLE), size=size)


@pytest.fixture
def view(show: Show) -> LandscapeView:
    return show(LandscapeView("Landscape"), 360, 300)


def on_screen(view: LandscapeView, x: float, y: float) -> QPoint:
    frame = view.frame()
    assert frame is not None
    place = QPointF(*frame.on_screen(np.array([x, y])).tolist())
    return place.toPoint()


def test_without_a_landscape_there_is_nothing(view: LandscapeView) -> None:
    assert view.frame() is None
    assert is_blank(pixels(view))
    move_to(view, QPoint(50, 50))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_path_and_the_point_of_now_are_drawn_on_it(view: LandscapeView, theme: Theme) -> None:
    landscape = landscape_of().complete()
    view.show_landscape(landscape, NO_PATH, NAMES, theme)
    without = nearly(theme.accent, pixels(view))
    view.show_landscape(landscape, PATH, NAMES, theme)
    with_path = nearly(theme.accent, pixels(view))
    view.show_now(np.array([0.5, -0.5]))
    with_point = nearly(theme.accent, pixels(view))
    assert without < with_path < with_point
    assert view.grab().toImage().pixelColor(on_screen(view, 0.5, -0.5)) == QColor(theme.accent)


def test_where_the_loss_is_lower_it_is_lighter(view: LandscapeView) -> None:
    landscape = landscape_of()
    landscape.losses[:] = np.linspace(1, 10, 21)
    view.show_landscape(landscape, NO_PATH, NAMES, LIGHT)
    shown = view.grab().toImage()
    blues = [shown.pixelColor(on_screen(view, x, 0.03)).blue() for x in (-0.93, 0.03, 0.94)]
    assert blues == sorted(blues, reverse=True)
    assert blues[0] > blues[-1] + 100


def test_what_is_not_computed_yet_is_ground(view: LandscapeView) -> None:
    landscape = landscape_of()
    steps = landscape.steps()
    view.show_landscape(landscape, NO_PATH, NAMES, LIGHT)
    assert view.grab().toImage().pixelColor(on_screen(view, 0, 0.5)) == QColor(LIGHT.ground)
    for _ in steps:
        pass
    view.show_landscape(landscape, NO_PATH, NAMES, LIGHT)
    assert view.grab().toImage().pixelColor(on_screen(view, 0, 0.5)) != QColor(LIGHT.ground)


def test_a_flat_or_endless_landscape_can_be_drawn(view: LandscapeView) -> None:
    for losses in (0.0, 1.0, np.inf, np.nan):
        landscape = landscape_of()
        landscape.losses[:] = losses
        view.show_landscape(landscape, PATH * 1e300, NAMES, LIGHT)
        view.show_now(np.array([np.nan, np.inf]))
        assert not is_blank(pixels(view))


def test_the_point_under_the_pointer_is_told(view: LandscapeView, qtbot: QtBot) -> None:
    view.show_landscape(landscape_of().complete(), NO_PATH, NAMES, LIGHT)
    with qtbot.waitSignal(view.pointed) as told:
        move_to(view, on_screen(view, 0.25, -0.5))
    assert told.args is not None
    assert told.args[0] == pytest.approx((0.25, -0.5), abs=0.02)
    with qtbot.waitSignal(view.pointed) as told:
        move_to(view, QPoint(1, 1))
    assert told.args == [None]
    move_to(view, on_screen(view, 0.25, -0.5))
    with qtbot.waitSignal(view.pointed) as told:
        leave(view)
    assert told.args == [None]


def test_the_arrow_keys_move_the_point_that_is_read(view: LandscapeView, qtbot: QtBot) -> None:
    view.show_landscape(landscape_of().complete(), NO_PATH, NAMES, LIGHT)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    without = pixels(view)
    view.setFocus()
    told: list[tuple[float, float] | None] = []
    view.pointed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert told[0] == pytest.approx((0, 0), abs=1e-9), "it begins in the middle"
    assert told[1] is not None
    assert told[1][0] > 0
    assert told[2] is not None
    assert told[2][1] > 0
    assert nearly(LIGHT.focus, pixels(view)) > nearly(LIGHT.focus, without) + 100, "it is framed"
    view.clearFocus()
    assert told[-1] is None
