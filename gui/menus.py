"""The menus: the actions, which panels are shown, and how the window looks."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from core.datasets import DATASETS
from gui.actions import Actions
from gui.language import LANGUAGES, SYSTEM
from gui.settings import TEXT_SIZES, Settings
from gui.text import core_text
from gui.theme import Mode

MNEMONIC = re.compile(r"\(&\w\)|&")  # in Japanese it stands behind the title
AFTER_OPEN = 2  # actions of the file menu stand before the recent files


class Menus(QObject):
    """The menus of one window. What is chosen in them that is no action of the table is told by signals."""

    file_chosen = Signal(Path)
    example_chosen = Signal(str)
    mode_chosen = Signal(Mode)
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    motion_reduced = Signal(bool)
    restore_wanted = Signal()

    def __init__(self, bar: QMenuBar, actions: Actions, panels: list[QAction], settings: Settings) -> None:
        super().__init__(bar)
        self._actions, self._settings = actions, settings
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "train": self.tr("&Train"),
            "explore": self.tr("E&xplore"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }
        self._menus = {name: bar.addMenu(title) for name, title in titles.items()}
        for name, menu in self._menus.items():
            actions.fill(menu, name)
        self._modes, self._languages, self._sizes = QActionGroup(self), QActionGroup(self), QActionGroup(self)
        self._add_file_menus(self._menus["file"])
        self._fill_view(self._menus["view"], panels)

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def keys(self) -> dict[str, list[tuple[str, str]]]:
        """Return the actions that have keys, by the titles of their menus."""
        titles = {name: MNEMONIC.sub("", menu.title()) for name, menu in self._menus.items()}
        return {title: keys for name, title in titles.items() if (keys := self._actions.keys_in(name))}

    def show_mode(self, mode: Mode) -> None:
        """Tick a theme."""
        for action in self._modes.actions():
            action.setChecked(action.data() is mode)

    def show_language(self, code: str) -> None:
        """Tick a language."""
        for action in self._languages.actions():
            action.setChecked(action.data() == code)

    def show_text_size(self, percent: int) -> None:
        """Tick a size of text."""
        for action in self._sizes.actions():
            action.setChecked(action.data() == percent)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Tick that nothing shall move, or not."""
        self._motion.setChecked(reduced)

    def _add_file_menus(self, menu: QMenu) -> None:
        before = menu.actions()[AFTER_OPEN]
        self._recent = QMenu(self.tr("Open recent"), menu)
        examples = QMenu(self.tr("Examples"), menu)
        for submenu in (self._recent, examples):
            menu.insertMenu(before, submenu)
        for name, dataset in DATASETS.items():
            examples.addAction(core_text(dataset.title)).setData(name)
        self._recent.aboutToShow.connect(self._list_recent)
        self._recent.triggered.connect(self._on_recent)
        examples.triggered.connect(self._on_example)

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_files:
            action = self._recent.addAction(path.name)
            action.setData(str(path))
            action.setToolTip(str(path))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("None yet")).setEnabled(False)

    def _on_recent(self, action: QAction) -> None:
        self.file_chosen.emit(Path(action.data()))

    def _on_example(self, action: QAction) -> None:
        self.example_chosen.emit(action.data())

    def _fill_view(self, view: QMenu, panels: list[QAction]) -> None:
        view.addSeparator()
        view.addActions(panels)
        view.addAction(self.tr("Put all panels back")).triggered.connect(self.restore_wanted)
        view.addSeparator()
        titles = {Mode.SYSTEM: self.tr("As the system"), Mode.LIGHT: self.tr("Light"), Mode.DARK: self.tr("Dark")}
        self._add_choice(view.addMenu(self.tr("Theme")), self._modes, titles)
        languages = {SYSTEM: self.tr("As the system"), **LANGUAGES}
        self._add_choice(view.addMenu(self.tr("Language")), self._languages, languages)
        self.show_language(self._settings.language)
        sizes = {percent: f"{percent} %" for percent in TEXT_SIZES}
        self._add_choice(view.addMenu(self.tr("Size of text")), self._sizes, sizes)
        self.show_text_size(self._settings.text_percent)
        self._motion = view.addAction(self.tr("Reduce motion"))
        self._motion.setCheckable(True)
        self._modes.triggered.connect(self._on_mode)
        self._languages.triggered.connect(self._on_language)
        self._sizes.triggered.connect(self._on_size)
        self._motion.toggled.connect(self.motion_reduced)

    def _add_choice(self, menu: QMenu, group: QActionGroup, titles: Mapping[Any, str]) -> None:
        for value, title in titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)

    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    def _on_size(self, action: QAction) -> None:
        self.text_size_chosen.emit(action.data())

    def _on_mode(self, action: QAction) -> None:
        self.mode_chosen.emit(action.data())
