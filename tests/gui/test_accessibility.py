"""What a learner meets who uses no mouse, or a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget

from gui.arrangement import places
from gui.main_window import MainWindow
from gui.tab_order import tab_stops

PANELS = [place.name for place in places()]
HAS_VALUE = {QAccessible.Role.Slider, QAccessible.Role.EditableText}


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control; of a drop-down, Qt tells the name as its description."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kind = QAccessible.Text.Description if isinstance(widget, QComboBox) else QAccessible.Text.Name
    return interface.text(kind)


def value_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    values = interface.valueInterface()
    return interface.text(QAccessible.Text.Value) or ("" if values is None else str(values.currentValue()))


def controls(window: MainWindow) -> list[QWidget]:
    """Return all that is seen and takes the keyboard, by Tab or by a click."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]


def menu_actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        if action.menu() is None:
            yield action
        else:
            yield action
            yield from menu_actions(action.menu())


@pytest.mark.parametrize("panel", PANELS)
def test_whatever_takes_the_keyboard_has_a_name_and_is_reached_by_tab(window: MainWindow, panel: str) -> None:
    window.resize(1440, 900)
    window.docks.bring_up(panel)
    QApplication.processEvents()
    found = controls(window)
    assert [type(control).__name__ for control in found if not name_of(control)] == []
    unreached = {control for control in found if control.focusPolicy() & Qt.FocusPolicy.TabFocus} - set(
        tab_stops(window)
    )
    assert [name_of(control) for control in unreached if control.isEnabled() and is_in(window, panel, control)] == []


def is_in(window: MainWindow, panel: str, control: QWidget) -> bool:
    return window.docks[panel].isAncestorOf(control)


@pytest.mark.parametrize("panel", PANELS)
def test_what_has_a_value_tells_it(window: MainWindow, panel: str) -> None:
    window.docks.bring_up(panel)
    for control in controls(window):
        role = QAccessible.queryAccessibleInterface(control).role()
        is_empty = bool(control.property("text") == "")
        if role in HAS_VALUE and not is_empty:
            assert value_of(control), name_of(control)


def test_every_button_can_have_the_keyboard(window: MainWindow) -> None:
    for name in PANELS:
        window.docks.bring_up(name)
    QApplication.processEvents()
    mouse_only = [
        f"{type(button.parent()).__name__}: {button.accessibleName() or button.text()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window) and button.focusPolicy() is Qt.FocusPolicy.NoFocus and not in_a_group(button)
    ]
    assert mouse_only == []


def in_a_group(button: QAbstractButton) -> bool:
    """Say whether the arrow keys go to a button, from the one of its group that is down."""
    return button.group() is not None and not button.isChecked()


def test_every_menu_opens_by_a_letter_and_every_action_in_it_has_a_name(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)
    for action in window.menuBar().actions():
        entries = list(menu_actions(action.menu()))
        assert all(entry.text() for entry in entries if not entry.isSeparator())


def test_no_two_actions_have_the_same_keys(window: MainWindow) -> None:
    keys = [
        key.toString()
        for bar in window.menuBar().actions()
        for action in menu_actions(bar.menu())
        for key in action.shortcuts()
    ]
    assert len(set(keys)) == len(keys)
