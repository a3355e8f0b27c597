"""The window itself: its keys in one table, presentation, running by any way in, and nothing only by mouse."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QTabBar

from gui.action_table import TABLE
from gui.panels.data import DataPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from gui.shortcuts import ShortcutsDialog
from tests.gui.words import texts_of
from tests.journeys.learner import Key, Learner


def test_f1_lists_every_key(learner: Learner) -> None:
    learner.press(Key.Key_F1)
    dialog = learner.dialog(ShortcutsDialog)
    assert dialog.isVisible()
    listed = []
    for number in range(dialog.table.topLevelItemCount()):
        heading = dialog.table.topLevelItem(number)
        assert heading is not None
        lines = [heading.child(row) for row in range(heading.childCount())]
        listed += [line.text(0) for line in lines if line is not None]
    assert {row.text for row in TABLE if row.keys} <= set(listed)
    learner.qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_entry_of_the_menus_says_what_it_does(learner: Learner) -> None:
    for row in TABLE:
        action = learner.window.actions_[row.target]
        assert action.toolTip()
        assert action.isEnabled() or row.backward or row.target.startswith("session.undo_stack")


def test_a_presentation_hides_what_is_for_editing_and_brings_it_back(learner: Learner) -> None:
    window = learner.window
    learner.press(Key.Key_F11)
    editing = [window.panel(kind) for kind in (DataPanel, NetworkPanel, TrainingPanel)]
    assert window.isFullScreen()
    assert not any(panel.isVisible() for panel in editing)
    assert window.panel(LossPanel).isVisible()
    learner.press(Key.Key_Right)
    assert learner.read()[2] == "1 of 19"
    learner.press(Key.Key_F11)
    assert not window.isFullScreen()
    assert all(panel.isVisible() for panel in editing)


def test_tab_goes_through_the_window_and_every_stop_has_a_name(learner: Learner) -> None:
    window, seen = learner.window, []
    for _ in range(400):
        learner.press(Key.Key_Tab)
        widget = window.focusWidget()
        assert widget is not None
        if widget in seen:
            break
        seen.append(widget)
    assert len(seen) > 20
    for widget in seen:
        assert any(texts_of(widget)) or isinstance(widget, QTabBar), widget
    panel = window.panel(TrainingPanel)
    assert {panel.learning_rate, panel.slider, panel.loss, window.panel(NetworkPanel).add} <= set(seen)
    assert any(isinstance(widget, QComboBox) for widget in seen)
    assert any(isinstance(widget, QLineEdit) for widget in seen)
    assert learner.read()[2] == "0 of 19"


def test_a_slider_and_a_choice_move_by_arrows_and_nothing_else_does(learner: Learner) -> None:
    rate, scale = learner.window.panel(TrainingPanel), learner.window.panel(LossPanel).scale
    rate.slider.setFocus()
    learner.press(Key.Key_Right, times=3)
    assert float(rate.learning_rate.text()) > 0.1
    assert learner.last_edit == "Undo: Change the learning rate"
    scale.button(0).setFocus()
    learner.press(Key.Key_Right)
    assert scale.index == 1
    assert learner.read()[2] == "0 of 19"
