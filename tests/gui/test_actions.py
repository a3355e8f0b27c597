from operator import attrgetter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from gui.action_table import REDO, TABLE, UNDO, Row
from gui.actions import Actions
from gui.icons import tinted_icon
from gui.main_window import MainWindow

ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.target)


def image(window: MainWindow, target: str) -> QImage:
    return window.actions_[target].icon().pixmap(32, 32).toImage()


def drawing(name: str, color: str) -> QImage:
    return tinted_icon(name, color).pixmap(32, 32).toImage()


@ROWS
def test_an_action_is_in_its_menu_and_says_what_it_does_and_its_keys(window: MainWindow, row: Row) -> None:
    action = window.actions_[row.target]
    assert action in window.actions_.in_menu(row.menu)
    assert action.text() == action.iconText() == row.text
    assert action.toolTip().startswith(row.tip)
    assert [key.toString() for key in action.shortcuts()] == list(row.keys)
    assert all(key in action.toolTip() for key in row.keys)


@ROWS
def test_an_action_does_what_its_target_names(row: Row) -> None:
    done: list[str] = []
    window = QWidget()
    actions = Actions(window, done.append)
    actions[row.target].setEnabled(True)
    actions[row.target].trigger()
    assert done == [row.target]


@ROWS
def test_a_target_names_something_that_can_be_called(window: MainWindow, row: Row) -> None:
    first, _, rest = row.target.partition(".")
    assert callable(
        attrgetter(rest)(window.docks[first].panel) if first in window.docks else attrgetter(row.target)(window)
    )


def test_what_trains_and_what_undoes_can_be_switched_off(window: MainWindow) -> None:
    for forward, back in ((True, False), (False, True), (False, False), (True, True)):
        window.actions_.enable(can_go_forward=forward, can_go_back=back)
        for row in TABLE:
            if not row.forward and not row.backward:
                continue
            expected = forward if row.forward else back
            assert window.actions_[row.target].isEnabled() == expected, row.target


def test_all_icons_get_one_colour_and_that_of_run_another(window: MainWindow) -> None:
    window.actions_.tint("#ff0000", "#00ff00")
    for row in TABLE:
        if row.icon:
            color = "#00ff00" if row.target == "player.toggle" else "#ff0000"
            assert image(window, row.target) == drawing(row.icon, color)


def test_run_becomes_pause_and_run_again(window: MainWindow) -> None:
    for running, text, icon in ((True, "Pause", "pause"), (False, "Run", "run")):
        window.actions_.show_running(running, "#123456")
        assert window.actions_["player.toggle"].text() == text
        assert image(window, "player.toggle") == drawing(icon, "#123456")


def test_undo_and_redo_name_what_they_take_back(window: MainWindow) -> None:
    actions = window.actions_
    assert not actions[UNDO].isEnabled()
    actions.show_edits("Set a weight", "")
    assert (actions[UNDO].text(), actions[UNDO].isEnabled()) == ("Undo: Set a weight", True)
    assert (actions[REDO].text(), actions[REDO].isEnabled()) == ("Redo", False)


def test_a_menu_sets_groups_apart(window: MainWindow) -> None:
    for name in {row.menu for row in TABLE}:
        menu = QMenu()
        window.actions_.fill(menu, name)
        entries = [None if action.isSeparator() else action.objectName() for action in menu.actions()]
        rows = [row for row in TABLE if row.menu == name]
        expected: list[str | None] = []
        for before, row in zip([rows[0], *rows], rows, strict=False):
            expected += [None, row.target] if before.group != row.group else [row.target]
        assert entries == expected


def test_the_keys_of_a_menu_are_listed(window: MainWindow) -> None:
    assert ("Run", "Space") in window.actions_.keys_in("train")
    assert all(keys for menu in {row.menu for row in TABLE} for _, keys in window.actions_.keys_in(menu))
