from collections import Counter

import pytest
from PySide6.QtGui import QImage

from gui.actions import TABLE, Row
from gui.icons import tinted_icon
from gui.main_window import MainWindow

ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.method)


def image(window: MainWindow, method: str) -> QImage:
    return window.actions_[method].icon().pixmap(32, 32).toImage()


def drawing(name: str, color: str) -> QImage:
    return tinted_icon(name, color).pixmap(32, 32).toImage()


def test_no_two_actions_share_a_key_or_a_text() -> None:
    keys = Counter(key for row in TABLE for key in row.keys)
    texts = Counter(row.text for row in TABLE)
    assert [each for each, count in (keys + texts).items() if count > 1] == []


@ROWS
def test_an_action_is_in_its_menu_and_says_what_it_does_and_its_keys(window: MainWindow, row: Row) -> None:
    action = window.actions_[row.method]
    assert action in window.actions_.in_menu(row.menu)
    assert action.text() == action.iconText() == row.text
    assert action.toolTip().startswith(row.tip)
    assert [key.toString() for key in action.shortcuts()] == list(row.keys)
    assert all(key in action.toolTip() for key in row.keys)


@ROWS
def test_an_action_calls_its_method(window: MainWindow, row: Row) -> None:
    assert callable(getattr(window, row.method))
    assert window.actions_[row.method].objectName() == row.method


def test_what_trains_and_what_undoes_can_be_switched_off(window: MainWindow) -> None:
    for forward, back in ((True, False), (False, True), (False, False), (True, True)):
        window.actions_.enable(can_go_forward=forward, can_go_back=back)
        for row in TABLE:
            expected = forward if row.forward else back if row.backward else True
            assert window.actions_[row.method].isEnabled() == expected, row.method


def test_all_icons_get_one_colour_and_that_of_run_another(window: MainWindow) -> None:
    window.actions_.tint("#ff0000", "#00ff00")
    for row in TABLE:
        if row.icon:
            color = "#00ff00" if row.method == "toggle_run" else "#ff0000"
            assert image(window, row.method) == drawing(row.icon, color)


def test_run_becomes_pause_and_run_again(window: MainWindow) -> None:
    for running, text, icon in ((True, "Pause", "pause"), (False, "Run", "run")):
        window.actions_.show_running(running, "#123456")
        assert window.actions_["toggle_run"].text() == text
        assert image(window, "toggle_run") == drawing(icon, "#123456")
