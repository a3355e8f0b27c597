"""What a learner meets who uses no mouse, or a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

from gui.arrangement import places
from gui.main_window import MainWindow
from gui.shortcuts import ShortcutsDialog
from gui.tab_order import tab_stops

PANELS = [place.name for place in places()]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control; of a drop-down, Qt tells the name as its description."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kind = QAccessible.Text.Description if isinstance(widget, QComboBox) else QAccessible.Text.Name
    return interface.text(kind)


def tells_value(widget: QWidget) -> bool:
    """Say whether a screen reader gets the value of a slider and what is written in a field."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QLineEdit):
        return interface.text(QAccessible.Text.Value) == widget.text()
    values = interface.valueInterface() if isinstance(widget, QAbstractSlider) else None
    return not isinstance(widget, QAbstractSlider) or (values is not None and values.currentValue() == widget.value())


def controls(window: MainWindow) -> list[QWidget]:
    """Return all that is seen and takes the keyboard, by Tab or by a click."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if not (isinstance(widget, QAbstractButton) and in_a_group(widget))
    ]


def actions_below(entry: QAction) -> Iterator[QAction]:
    """Yield the actions of the menu that an entry opens, and of the menus in it."""
    menu = entry.menu()
    for action in menu.actions() if isinstance(menu, QMenu) else ():
        yield action
        yield from actions_below(action)


def test_whatever_takes_the_keyboard_has_a_name_tells_its_value_and_is_reached_by_tab(window: MainWindow) -> None:
    window.resize(1440, 900)
    for panel in PANELS:
        window.docks.bring_up(panel)
        QApplication.processEvents()
        stops = set(tab_stops(window))
        for control in controls(window):
            assert name_of(control), (panel, type(control).__name__)
            assert tells_value(control), (panel, name_of(control))
            takes_tab = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and control.isEnabled() and window.docks[panel].isAncestorOf(control):
                assert control in stops, (panel, name_of(control))


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
    """Say whether the arrow keys go to a button, from the one of its group that is down; or keys do what it does.

    The corner of a table selects all, as Ctrl+A does; the small buttons at tabs scroll, as the arrow keys do.
    """
    by_keys = isinstance(button.parent(), QTableView | QTabBar)
    return by_keys or (button.group() is not None and not button.isChecked())


def test_every_menu_opens_by_a_letter_and_every_action_in_it_has_a_name(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)
    for action in window.menuBar().actions():
        entries = list(actions_below(action))
        assert all(entry.text() for entry in entries if not entry.isSeparator())


def test_no_two_actions_have_the_same_keys(window: MainWindow) -> None:
    keys = [
        key.toString()
        for bar in window.menuBar().actions()
        for action in actions_below(bar)
        for key in action.shortcuts()
    ]
    assert len(set(keys)) == len(keys)


def test_f1_lists_the_keys_of_every_panel_that_has_its_own(window: MainWindow) -> None:
    for name in PANELS:
        window.docks.bring_up(name)
    window.show_shortcuts()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    headings = [dialog.table.topLevelItem(index) for index in range(dialog.table.topLevelItemCount())]
    listed = {heading.text(0): heading.childCount() for heading in headings if heading is not None}
    own = {"data", "loss", "output_map", "numpy", "calculation", "seed_sweep", "landscape"}
    titles = {place.title for place in places() if place.name in own} | {"Timeline", "Gradient flow", "Train"}
    assert titles <= set(listed)
    assert all(listed.values())
    dialog.close()
