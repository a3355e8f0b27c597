"""The menus: the actions, which panels are shown, and how the window looks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.actions import Actions
from gui.theme import Mode


class Menus(QObject):
    """The menus of one window. What is chosen in them that is no action of the table is told by signals."""

    mode_chosen = Signal(Mode)
    motion_reduced = Signal(bool)
    restore_wanted = Signal()

    def __init__(self, bar: QMenuBar, actions: Actions, panels: list[QAction]) -> None:
        super().__init__(bar)
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
        self._modes = QActionGroup(self)
        self._fill_view(self._menus["view"], panels)

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def show_mode(self, mode: Mode) -> None:
        """Tick a theme."""
        for action in self._modes.actions():
            action.setChecked(action.data() is mode)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Tick that nothing shall move, or not."""
        self._motion.setChecked(reduced)

    def _fill_view(self, view: QMenu, panels: list[QAction]) -> None:
        view.addSeparator()
        view.addActions(panels)
        view.addAction(self.tr("Put all panels back")).triggered.connect(self.restore_wanted)
        view.addSeparator()
        themes = view.addMenu(self.tr("Theme"))
        titles = {Mode.SYSTEM: self.tr("As the system"), Mode.LIGHT: self.tr("Light"), Mode.DARK: self.tr("Dark")}
        for mode, title in titles.items():
            action = themes.addAction(title)
            action.setCheckable(True)
            action.setData(mode)
            self._modes.addAction(action)
        self._motion = view.addAction(self.tr("Reduce motion"))
        self._motion.setCheckable(True)
        self._modes.triggered.connect(self._on_mode)
        self._motion.toggled.connect(self.motion_reduced)

    def _on_mode(self, action: QAction) -> None:
        self.mode_chosen.emit(action.data())
