"""The actions of a window, as the table says."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.text import translatable
from gui.action_table import REDO, RUN, TABLE, UNDO, Row
from gui.icons import tinted_icon


class Actions(QObject):
    """The actions of one window, by their targets. `act` does what a target names."""

    def __init__(self, window: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(window)
        self._act = act
        self._actions = {row.target: self._make(row, window) for row in TABLE}

    def __getitem__(self, target: str) -> QAction:
        return self._actions[target]

    def in_menu(self, menu: str) -> list[QAction]:
        """Return the actions of a menu, in their order."""
        return [self._actions[row.target] for row in TABLE if row.menu == menu]

    def fill(self, menu: QMenu, name: str) -> None:
        """Put the actions of the menu `name` into it, with lines between their groups."""
        group = None
        for row in TABLE:
            if row.menu == name:
                if group not in (None, row.group):
                    menu.addSeparator()
                group = row.group
                menu.addAction(self._actions[row.target])

    def tint(self, color: str, primary: str) -> None:
        """Draw all icons in `color`, that of Run, which stands on the accent, in `primary`."""
        for row in TABLE:
            if row.icon:
                self._actions[row.target].setIcon(tinted_icon(row.icon, primary if row.target == RUN else color))

    def enable(self, *, can_go_forward: bool, can_go_back: bool) -> None:
        """Switch on what can be done now."""
        for row in TABLE:
            if row.forward or row.backward:
                allowed = (can_go_forward or not row.forward) and (can_go_back or not row.backward)
                self._actions[row.target].setEnabled(allowed)

    def show_running(self, running: bool, color: str) -> None:
        """Let the Run action say what it does next: run or pause."""
        run = self._actions[RUN]
        run.setText(_text(translatable("Actions", "Pause")) if running else _text("Run"))
        run.setIconText(run.text())
        run.setIcon(tinted_icon("pause" if running else "run", color))

    def keys_in(self, menu: str) -> list[tuple[str, str]]:
        """Return the actions of a menu that have keys, and the keys."""
        return [(_text(row.text), shown_keys(row)) for row in TABLE if row.menu == menu and row.keys]

    def show_edits(self, undo: str, redo: str) -> None:
        """Name the edits that can be taken back and made again; an empty name says that there is none."""
        for target, name, sentence in (
            (UNDO, undo, _text(translatable("Actions", "Undo: {edit}"))),
            (REDO, redo, _text(translatable("Actions", "Redo: {edit}"))),
        ):
            self._actions[target].setEnabled(bool(name))
            row = next(row for row in TABLE if row.target == target)
            self._actions[target].setText(sentence.format(edit=name) if name else _text(row.text))

    def _make(self, row: Row, window: QWidget) -> QAction:
        action = QAction(_text(row.text), window)
        action.setObjectName(row.target)
        action.setIconVisibleInMenu(False)  # the tint is that of the button
        action.setIconText(_text(row.text))  # else Qt takes the ellipsis away
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setToolTip(f"{_text(row.tip)} ({keys})" if (keys := shown_keys(row)) else _text(row.tip))
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        self._act(self.sender().objectName())


def shown_keys(row: Row) -> str:
    """Return the keys of an action as the system writes them."""
    return ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in row.keys)


def _text(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
