import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.painting.curve_lines import Line
from gui.theme import DARK, LIGHT
from gui.widgets.curve_plot import CurvePlot
from tests.gui.conftest import Show
from tests.gui.looks import count_of, nearly, pixels
from tests.gui.pointer import leave, move_to, press, release, turn_wheel

RED = "#ff0000"
LENGTH = 100


@pytest.fixture
def plot(show: Show) -> CurvePlot:
    plot = show(CurvePlot("Loss"), 400, 300)
    plot.show_length(LENGTH)
    plot.show_lines([Line(np.arange(100.0), np.linspace(1, 0.5, 100), RED)])
    return plot


def at_epoch(plot: CurvePlot, epoch: float) -> QPoint:
    return QPoint(round(plot.frame.x(epoch)), 100)


def focus(plot: CurvePlot) -> None:
    plot.activateWindow()
    plot.setFocus(Qt.FocusReason.TabFocusReason)


def test_a_line_is_to_be_seen_in_its_colour(plot: CurvePlot) -> None:
    assert nearly(RED, pixels(plot), within=200) > 100
    plot.show_lines([])
    assert nearly(RED, pixels(plot), within=200) == 0


def test_values_set_the_range_unless_it_is_given(plot: CurvePlot, show: Show) -> None:
    low, high = plot.frame.values
    assert low <= 0.5 < 1 <= high < 1.2
    fixed = show(CurvePlot("Accuracy", (0.0, 1.0)))
    fixed.show_lines([Line(np.arange(2.0), np.array([0.4, 0.5]), RED)])
    assert fixed.frame.values == (0, 1)


def test_by_the_logarithm_it_is_one_of_logarithms(plot: CurvePlot) -> None:
    plot.show_lines([Line(np.arange(3.0), np.array([1.0, 0.1, 0.01]), RED)], logarithmic=True)
    assert plot.frame.values == (-2, 0)
    assert plot.has_logarithms
    plot.show_lines([Line(np.arange(3.0), np.zeros(3), RED)], logarithmic=True)
    assert not plot.has_logarithms


def test_a_theme_is_taken_on(plot: CurvePlot) -> None:
    for theme in (DARK, LIGHT):
        plot.set_theme(theme)
        assert count_of(theme.card, pixels(plot)) > 50_000


def test_a_sentence_is_written_over_the_field(plot: CurvePlot) -> None:
    before = nearly(LIGHT.quiet, pixels(plot))
    plot.say("There is nothing to be seen yet.")
    assert nearly(LIGHT.quiet, pixels(plot)) > before + 100


def test_the_epoch_under_the_pointer_is_told(plot: CurvePlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.pointed) as told:
        move_to(plot, at_epoch(plot, 40))
    assert told.args is not None
    assert told.args[0] == pytest.approx(40, abs=1)
    assert plot.pointer == told.args[0]
    with qtbot.waitSignal(plot.pointed) as told:
        leave(plot)
    assert told.args == [None]
    assert plot.pointer is None


def test_a_click_chooses_an_epoch_and_leaves_the_keyboard_where_it_is(plot: CurvePlot, qtbot: QtBot) -> None:
    plot.clearFocus()
    with qtbot.waitSignal(plot.chosen) as told:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at_epoch(plot, 60))
    assert told.args is not None
    assert told.args[0] == pytest.approx(60, abs=1)
    assert isinstance(told.args[0], int)
    assert not plot.hasFocus()


def test_neither_a_drag_nor_another_button_is_a_click(plot: CurvePlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.chosen):
        press(plot, at_epoch(plot, 60))
        move_to(plot, at_epoch(plot, 30), Qt.MouseButton.LeftButton)
        release(plot, at_epoch(plot, 30))
        qtbot.mouseClick(plot, Qt.MouseButton.RightButton, pos=at_epoch(plot, 60))


def test_the_wheel_enlarges_around_the_pointer_and_dragging_goes_along(plot: CurvePlot) -> None:
    seen: list[object] = []
    plot.viewed.connect(seen.append)
    turn_wheel(plot, at_epoch(plot, 40), 3 * 120)
    assert plot.zoomed is not None
    low, high = plot.zoomed
    assert low < 40 < high
    assert high - low == pytest.approx(100 / 1.25**3)
    assert plot.frame.epoch(at_epoch(plot, 40).x()) == pytest.approx(40, abs=0.5)
    press(plot, QPoint(300, 100))
    move_to(plot, QPoint(250, 100), Qt.MouseButton.LeftButton)
    release(plot, QPoint(250, 100))
    assert plot.zoomed[0] > low
    assert plot.zoomed[1] - plot.zoomed[0] == pytest.approx(high - low)
    assert seen[-1] == plot.zoomed
    turn_wheel(plot, at_epoch(plot, 40), -20 * 120)
    assert plot.zoomed is None
    assert seen[-1] is None


def test_it_can_be_enlarged_only_so_far_and_within_the_run(plot: CurvePlot) -> None:
    plot.view((-50.0, -49.0))
    assert plot.zoomed == (0, 5)
    plot.view((99.0, 400.0))
    assert plot.zoomed is None


def test_where_the_run_is_shorter_now_all_of_it_is_shown(plot: CurvePlot) -> None:
    plot.view((50.0, 70.0))
    plot.show_length(LENGTH + 50)
    assert plot.zoomed == (50, 70)
    plot.show_length(20)
    assert plot.zoomed is None


def test_keys_read_choose_and_enlarge(plot: CurvePlot, qtbot: QtBot) -> None:
    focus(plot)
    plot.show_epoch(50)
    before = nearly(LIGHT.accent, pixels(plot))
    assert before > 1000  # the frame of what has the keyboard
    read: list[float | None] = []
    plot.pointed.connect(read.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(plot, key)
    assert read[:2] == [51, 50]
    assert read[2] is not None
    assert read[2] > 51
    assert read[3:] == [50, 0]
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    with qtbot.waitSignal(plot.chosen) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert told.args == [1]
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.zoomed is not None
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert plot.zoomed is None
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.pointer is None


def test_its_keys_are_its_own_only_while_it_has_the_keyboard(qtbot: QtBot, show: Show) -> None:
    window, plot = QMainWindow(), CurvePlot("Loss")
    window.setCentralWidget(plot)
    pressed: list[bool] = []
    step = window.addAction("Step")
    step.setShortcut("Right")
    step.triggered.connect(lambda: pressed.append(True))
    show(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert len(pressed) == 1
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert len(pressed) == 1
    assert plot.pointer == 1
    QTest.keyClick(plot, Qt.Key.Key_A)
    assert plot.pointer == 1
