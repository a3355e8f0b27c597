import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QInputDialog, QMenu, QMessageBox, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core import __version__
from gui.app import make_window
from gui.arrangement import places
from gui.main_window import SMALLEST_SIZE, MainWindow
from gui.panels.calculation import CalculationPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from gui.settings import Settings
from gui.theme import DARK, LIGHT, Mode
from gui.widgets.panel import PanelDock
from tests.core.plans import everything_seen
from tests.gui.conftest import add_window, free_deleted
from tests.gui.looks import count_of, pixels
from tests.gui.runs import DIVERGING, experiment_of

PATIENCE = 20_000  # milliseconds
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def place(window: MainWindow) -> tuple[int, int]:
    return window.session.trainer.epoch, window.session.trainer.cursor


def dock(window: MainWindow, name: str) -> PanelDock:
    found = window.findChild(PanelDock, name)
    assert isinstance(found, PanelDock)
    return found


def menu_entry(window: MainWindow, text: str) -> QAction:
    (found,) = [action for menu in window.findChildren(QMenu) for action in menu.actions() if action.text() == text]
    return found


def is_on(window: MainWindow, *methods: str) -> list[bool]:
    return [window.actions_[method].isEnabled() for method in methods]


def test_keys_step_and_step_back(window: MainWindow, qtbot: QtBot) -> None:
    for key, modifier, reached in [
        (Qt.Key.Key_Right, NONE, (0, 1)),
        (Qt.Key.Key_Right, SHIFT, (0, 4)),
        (Qt.Key.Key_Left, NONE, (0, 3)),
        (Qt.Key.Key_Right, CONTROL, (1, 19)),
        (Qt.Key.Key_Right, NONE, (1, 1)),
        (Qt.Key.Key_R, CONTROL, (0, 0)),
    ]:
        press(qtbot, window, key, modifier)
        assert place(window) == reached


def test_each_button_does_what_its_name_says(window: MainWindow, qtbot: QtBot) -> None:
    def click(method: str) -> None:
        (button,) = [each for each in window.transport.buttons if each.defaultAction() is window.actions_[method]]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    for method, reached in [
        ("step", (0, 1)),
        ("session.step_phase", (0, 4)),
        ("session.step_back", (0, 3)),
        ("session.run_epoch", (1, 19)),
        ("session.reset", (0, 0)),
    ]:
        click(method)
        assert place(window) == reached


def test_space_runs_and_pauses(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.player.running
    qtbot.waitUntil(lambda: window.session.trainer.epoch > 100, timeout=PATIENCE)
    press(qtbot, window, Qt.Key.Key_Space)
    assert not window.player.running


def test_while_running_the_window_says_so_and_how_to_pause(window: MainWindow) -> None:
    run = window.actions_["player.toggle"]
    assert run.text() == "Run"
    window.player.toggle()
    assert run.text() == run.iconText() == "Pause"
    assert window.panel(CalculationPanel).head.title.text() == "Running"
    window.player.toggle()
    assert run.text() == run.iconText() == "Run"
    assert window.panel(CalculationPanel).head.title.text() != "Running"


@pytest.mark.parametrize(
    "method", ["step", "session.step_back", "session.step_phase", "session.run_epoch", "session.reset", "ask_run_to"]
)
def test_every_other_way_to_move_pauses_the_run(window: MainWindow, qtbot: QtBot, method: str) -> None:
    window.player.toggle()
    qtbot.waitUntil(lambda: window.session.trainer.epoch > 0, timeout=PATIENCE)
    window.actions_[method].trigger()
    assert not window.player.running


def test_space_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.panel(NetworkPanel).add.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert not window.player.running
    assert window.session.experiment.sizes == (2, 2, 2, 1)


def test_arrows_move_the_slider_and_the_choice_that_have_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.panel(TrainingPanel).slider.setFocus()
    rate = window.session.experiment.training.learning_rate
    press(qtbot, window, Qt.Key.Key_Right)
    assert window.session.experiment.training.learning_rate > rate
    scale = window.panel(LossPanel).scale
    scale.button(0).setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    assert scale.index == 1
    assert window.session.trainer.cursor == 0
    press(qtbot, window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.trainer.cursor > 0


def test_after_a_click_on_a_button_space_still_runs(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel(NetworkPanel).add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.panel(LossPanel).scale.button(1), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.phase_strip.chips[3], Qt.MouseButton.LeftButton)
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.player.running


def test_at_the_start_nothing_can_be_undone(window: MainWindow) -> None:
    assert is_on(window, "session.reset", "session.step_back") == [False, False]
    window.step()
    assert is_on(window, "session.reset", "session.step_back") == [True, True]
    window.session.step_back()
    assert is_on(window, "session.reset", "session.step_back") == [False, False]


def test_where_a_run_has_diverged_it_can_go_back_but_not_on(window: MainWindow, qtbot: QtBot) -> None:
    forward = ("step", "session.step_phase", "session.run_epoch", "player.toggle")
    window.session.edit(DIVERGING, "Edit")
    assert is_on(window, *forward) == [True] * 4
    window.player.toggle()
    qtbot.waitUntil(lambda: not window.player.running, timeout=PATIENCE)
    assert is_on(window, *forward) == [False] * 4
    assert is_on(window, "session.reset", "session.step_back", "ask_run_to") == [True] * 3
    assert window.banner.isVisible()
    qtbot.mouseClick(window.banner.back, Qt.MouseButton.LeftButton)
    assert window.banner.isHidden()
    assert is_on(window, *forward) == [True] * 4
    window.session.seek(1000)
    qtbot.mouseClick(window.banner.reset, Qt.MouseButton.LeftButton)
    assert place(window) == (0, 0)


def ask(window: MainWindow) -> QInputDialog:
    window.actions_["ask_run_to"].trigger()
    (dialog,) = window.findChildren(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    return dialog


@pytest.mark.parametrize("epoch", [0, 5, 300])
def test_an_epoch_can_be_asked_for(window: MainWindow, qtbot: QtBot, epoch: int) -> None:
    window.session.seek(20)
    dialog = ask(window)
    field = dialog.findChild(QSpinBox)
    assert isinstance(field, QSpinBox)
    field.selectAll()
    qtbot.keyClicks(field, str(epoch))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.trainer.epoch == epoch and not window.player.running, timeout=PATIENCE)


def test_asking_can_be_left_without_going_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    window.session.seek(20)
    qtbot.keyClick(ask(window), Qt.Key.Key_Escape)
    assert place(window)[0] == 20
    assert not window.player.running


def test_going_back_to_an_epoch_gives_its_very_numbers(window: MainWindow) -> None:
    window.session.seek(5)
    seen = everything_seen(window.session.trainer)
    window.session.seek(500)
    window.run_to(5)
    assert everything_seen(window.session.trainer) == seen


def test_the_readout_follows(window: MainWindow) -> None:
    window.session.seek(1500)
    window.step()
    readout = window.transport.readout
    assert (readout.epoch.text(), readout.operation.text()) == ("1,500", "1 of 19")


def test_what_an_edit_does_to_the_run_is_said(window: MainWindow) -> None:
    window.session.seek(7)
    window.session.set_learning_rate(0.2)
    assert window.statusBar().currentMessage() == "This holds from epoch 7 on; training goes on."


def shown_docks(window: MainWindow) -> set[str]:
    return {place.name for place in places() if not window.docks[place.name].isHidden()}


def test_a_presentation_hides_the_panels_for_editing_and_brings_the_same_back(window: MainWindow, qtbot: QtBot) -> None:
    window.docks["training"].hide()
    window.docks.bring_up("outputs")
    before = shown_docks(window)
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert shown_docks(window) == before - {"data", "network"}
    assert window.flow.view.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert shown_docks(window) == before
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_a_window_that_is_closed_while_it_presents_remembers_the_panels_for_editing(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    before = shown_docks(window)
    window.toggle_presentation()
    window.close()
    again = make_window(qapp)
    add_window(qtbot, again)
    assert shown_docks(again) == before
    assert not again.isFullScreen()


def test_a_step_sends_dashes_along_and_reduced_motion_does_not(window: MainWindow) -> None:
    window.step()
    assert window.flow.motion.isVisible()
    menu_entry(window, "Reduce motion").trigger()
    window.step()
    window.step()
    assert not window.flow.motion.isVisible()
    assert not window.isAnimated(), "nor do panels glide to their places"
    assert Settings().reduced_motion is True


def test_a_theme_can_be_chosen_and_is_remembered(window: MainWindow) -> None:
    for text, mode, theme in (("Dark", Mode.DARK, DARK), ("Light", Mode.LIGHT, LIGHT)):
        menu_entry(window, text).trigger()
        assert menu_entry(window, text).isChecked()
        assert Settings().mode is mode
        assert count_of(theme.panel, pixels(window)) > 0.3 * window.width() * window.height()


def test_the_network_can_be_fitted_into_view_by_key(window: MainWindow, qtbot: QtBot) -> None:
    zoom = window.flow.view.zoom()
    window.flow.view.box.scaleBy((0.5, 0.5))
    press(qtbot, window, Qt.Key.Key_0, CONTROL)
    assert window.flow.view.zoom() == pytest.approx(zoom)


def test_about_says_which_version_this_is(window: MainWindow) -> None:
    window.actions_["show_about"].trigger()
    (box,) = window.findChildren(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert __version__ in box.text()
    assert "MIT" in box.text()
    box.close()


def test_the_window_is_remembered_as_it_was_left(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    window.resize(1200, 760)
    dock(window, "numpy").close()
    dock(window, "loss").setFloating(True)
    window.close()
    again = make_window(qapp)
    add_window(qtbot, again)
    again.show()
    assert again.height() == 760
    assert dock(again, "numpy").isHidden()
    assert dock(again, "loss").isFloating()
    again.docks.restore()
    assert not dock(again, "numpy").isHidden()
    assert not dock(again, "loss").isFloating()


def test_closing_ends_the_run(window: MainWindow, qtbot: QtBot) -> None:
    window.player.toggle()
    press(qtbot, window, Qt.Key.Key_Q, CONTROL)
    assert window.isHidden()
    assert not window.player.running


@pytest.mark.parametrize("sizes", [(1, 1), (64, 64, 64), (2, *[3] * 10, 1)])
def test_at_its_smallest_the_window_shows_any_network(window: MainWindow, sizes: tuple[int, ...]) -> None:
    window.session.edit(experiment_of(*sizes, samples=30), "Edit")
    window.resize(SMALLEST_SIZE)
    window.step()
    QApplication.processEvents()
    assert window.width() <= SMALLEST_SIZE.width() + 32
    assert window.height() <= SMALLEST_SIZE.height() + 32
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in window.transport.buttons)
    assert window.flow.view.height() > 100


def test_at_its_smallest_only_the_run_button_is_named(window: MainWindow) -> None:
    window.resize(SMALLEST_SIZE)
    QApplication.processEvents()
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert [each.text() for each in window.transport.buttons if each.toolButtonStyle() is beside] == ["Run"]
    assert all(isinstance(each, QToolButton) and each.toolTip() for each in window.transport.buttons)


def test_the_dialogs_close_button_is_there(window: MainWindow) -> None:
    dialog = ask(window)
    assert dialog.findChild(QDialogButtonBox) is not None


def test_a_window_that_is_closed_and_deleted_is_freed(qapp: QApplication) -> None:
    windows = []
    for _ in range(2):
        window = make_window(qapp)
        window.show()
        window.step()
        window.player.toggle()
        window.close()
        windows.append(weakref.ref(window))
        window.deleteLater()
        free_deleted()
        assert not isValid(window)
        del window
    gc.collect()
    assert [window() for window in windows] == [None, None]
