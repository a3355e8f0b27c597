from operator import attrgetter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.action_table import REDO, TABLE, UNDO, Row
from gui.actions import Actions
from gui.icons import tinted_icon
from gui.main_window import MainWindow

ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.target)


class Made:
    """Actions of a window, and the targets of those that were triggered."""

    def __init__(self) -> None:
        self.window, self.done = QWidget(), list[str]()
        self.actions = Actions(self.window, self.done.append)

    def image(self, target: str) -> QImage:
        return self.actions[target].icon().pixmap(32, 32).toImage()


@pytest.fixture
def made(qapp: QApplication) -> Made:  # noqa: ARG001
    return Made()


def drawing(name: str, color: str) -> QImage:
    return tinted_icon(name, color).pixmap(32, 32).toImage()


@ROWS
def test_an_action_is_in_its_menu_and_says_what_it_does_and_its_keys(made: Made, row: Row) -> None:
    action = made.actions[row.target]
    assert action in made.actions.in_menu(row.menu)
    assert action.text() == action.iconText() == row.text
    assert action.toolTip().startswith(row.tip)
    assert [key.toString() for key in action.shortcuts()] == list(row.keys)
    assert all(key in action.toolTip() for key in row.keys)


@ROWS
def test_an_action_does_what_its_target_names(made: Made, row: Row) -> None:
    made.actions[row.target].trigger()
    assert made.done == [row.target]


def test_what_trains_and_what_undoes_can_be_switched_off(made: Made) -> None:
    for forward, back in ((True, False), (False, True), (False, False), (True, True)):
        made.actions.enable(can_go_forward=forward, can_go_back=back)
        for row in TABLE:
            if not row.forward and not row.backward:
                continue
            expected = forward if row.forward else back
            assert made.actions[row.target].isEnabled() == expected, row.target


def test_all_icons_get_one_colour_and_that_of_run_another(made: Made) -> None:
    made.actions.tint("#ff0000", "#00ff00")
    for row in TABLE:
        if row.icon:
            color = "#00ff00" if row.target == "player.toggle" else "#ff0000"
            assert made.image(row.target) == drawing(row.icon, color)


def test_run_becomes_pause_and_run_again(made: Made) -> None:
    for running, text, icon in ((True, "Pause", "pause"), (False, "Run", "run")):
        made.actions.show_running(running, "#123456")
        assert made.actions["player.toggle"].text() == text
        assert made.image("player.toggle") == drawing(icon, "#123456")


def test_undo_and_redo_name_what_they_take_back(made: Made) -> None:
    actions = made.actions
    actions.show_edits("", "")
    assert not actions[UNDO].isEnabled()
    actions.show_edits("Set a weight", "")
    assert (actions[UNDO].text(), actions[UNDO].isEnabled()) == ("Undo: Set a weight", True)
    assert (actions[REDO].text(), actions[REDO].isEnabled()) == ("Redo", False)


def test_a_menu_sets_groups_apart(made: Made) -> None:
    for name in {row.menu for row in TABLE}:
        menu = QMenu()
        made.actions.fill(menu, name)
        entries = [None if action.isSeparator() else action.objectName() for action in menu.actions()]
        rows = [row for row in TABLE if row.menu == name]
        expected: list[str | None] = []
        for before, row in zip([rows[0], *rows], rows, strict=False):
            expected += [None, row.target] if before.group != row.group else [row.target]
        assert entries == expected


def test_the_keys_of_a_menu_are_listed(made: Made) -> None:
    assert ("Run", "Space") in made.actions.keys_in("train")
    assert all(keys for menu in {row.menu for row in TABLE} for _, keys in made.actions.keys_in(menu))


def test_each_target_names_something_that_can_be_called(window: MainWindow) -> None:
    for row in TABLE:
        first, _, rest = row.target.partition(".")
        named, rest = (window.docks[first].panel, rest) if first in window.docks else (window, row.target)
        assert callable(attrgetter(rest)(named)), row.target
