from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from gui.action_table import TABLE
from gui.actions import Actions
from gui.language import SOURCE, install
from gui.menus import Menus
from gui.settings import TEXT_SIZES, Settings
from gui.theme import Mode

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def nothing_left_to_collect() -> Iterator[None]:
    """Delete what was made: Qt must do it, not the garbage collector, which goes by no order."""
    yield
    while Made.windows:
        Made.windows.pop().deleteLater()


class Made:
    """Menus with two panels in them."""

    windows: ClassVar[list[QWidget]] = []

    def __init__(self) -> None:
        self.window, self.done = QWidget(), list[str]()
        self.windows.append(self.window)
        self.actions = Actions(self.window, self.done.append)
        self.bar = QMenuBar(self.window)
        self.panels = [QAction("One", self.window), QAction("Two", self.window)]
        self.menus = Menus(self.bar, self.actions, self.panels, Settings())

    def submenu(self, menu: str, text: str) -> QMenu:
        submenu = self.entry(menu, text).menu()
        assert isinstance(submenu, QMenu)
        return submenu

    def entry(self, menu: str, text: str) -> QAction:
        (found,) = [action for action in self.menus[menu].actions() if action.text() == text]
        return found


def test_every_action_of_the_table_stands_in_its_menu() -> None:
    made = Made()
    for row in TABLE:
        assert made.actions[row.target] in made.menus[row.menu].actions()


def test_no_menu_is_empty() -> None:
    made = Made()
    assert all(made.menus[name].actions() for name in {row.menu for row in TABLE})


def test_the_view_menu_lists_the_panels_and_puts_them_back(qtbot: QtBot) -> None:
    made = Made()
    assert set(made.panels) <= set(made.menus["view"].actions())
    with qtbot.waitSignal(made.menus.restore_wanted):
        made.entry("view", "Put all panels back").trigger()


@pytest.mark.parametrize(("text", "mode"), [("As the system", Mode.SYSTEM), ("Light", Mode.LIGHT), ("Dark", Mode.DARK)])
def test_a_theme_can_be_chosen_and_shown(qtbot: QtBot, text: str, mode: Mode) -> None:
    made = Made()
    themes = {action.text(): action for action in made.submenu("view", "Theme").actions()}
    with qtbot.waitSignal(made.menus.mode_chosen) as chosen:
        themes[text].trigger()
    assert chosen.args == [mode]
    made.menus.show_mode(mode)
    assert [action.text() for action in themes.values() if action.isChecked()] == [text]


def test_the_files_of_last_time_can_be_opened(qtbot: QtBot, tmp_path: Path) -> None:
    made = Made()
    recent = made.submenu("file", "Open recent")
    recent.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in recent.actions()] == [("None yet", False)]
    for name in ("a.gyaku", "b.gyaku"):
        Settings().note_file(tmp_path / name)
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["b.gyaku", "a.gyaku"]
    with qtbot.waitSignal(made.menus.file_chosen) as chosen:
        recent.actions()[1].trigger()
    assert chosen.args == [tmp_path / "a.gyaku"]


def test_each_data_set_is_an_example(qtbot: QtBot) -> None:
    made = Made()
    examples = made.submenu("file", "Examples").actions()
    assert [action.text() for action in examples] == [dataset.title for dataset in DATASETS.values()]
    with qtbot.waitSignal(made.menus.example_chosen) as chosen:
        examples[3].trigger()
    assert chosen.args == [list(DATASETS)[3]]


def test_a_size_of_text_can_be_chosen(qtbot: QtBot) -> None:
    made = Made()
    sizes = made.submenu("view", "Size of text").actions()
    assert [action.text() for action in sizes if action.isChecked()] == ["100 %"]
    with qtbot.waitSignal(made.menus.text_size_chosen) as chosen:
        sizes[2].trigger()
    assert chosen.args == [TEXT_SIZES[2]]


def test_a_language_can_be_chosen_by_its_own_name(qtbot: QtBot) -> None:
    Settings().language = "ja"
    made = Made()
    languages = made.submenu("view", "Language").actions()
    assert [action.text() for action in languages] == ["As the system", "English", "日本語"]
    assert [action.text() for action in languages if action.isChecked()] == ["日本語"]
    for action, code in zip(languages, ("", "en", "ja"), strict=True):
        with qtbot.waitSignal(made.menus.language_chosen) as chosen:
            action.trigger()
        assert chosen.args == [code]


def test_keys_are_listed_by_menu() -> None:
    made = Made()
    keys = made.menus.keys()
    assert ("Run", "Space") in keys["Train"]
    assert all(keys.values())


def test_keys_stand_under_plain_titles_in_japanese(qapp: QApplication) -> None:
    install(qapp, "ja")
    made = Made()
    install(qapp, SOURCE)
    titles = list(made.menus.keys())
    assert "ファイル" in titles
    assert not any("(" in title or "&" in title for title in titles)


def test_motion_can_be_reduced(qtbot: QtBot) -> None:
    made = Made()
    with qtbot.waitSignal(made.menus.motion_reduced) as told:
        made.menus.show_reduced_motion(True)
    assert told.args == [True]
    assert made.entry("view", "Reduce motion").isChecked()
