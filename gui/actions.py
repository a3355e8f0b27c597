"""All actions, in one table: what they are called, their keys, and where they stand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.text import translatable
from gui.icons import tinted_icon


@dataclass(frozen=True)
class Row:
    """One action. `target` names what it calls; `keys` are in Qt's portable writing.

    A target is the name of a method, behind the names of a part of the window and of what belongs to that. Rows of a
    menu whose `group` differs are set apart by a line.
    """

    target: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    forward: bool = False  # it trains, so it is off where a run has diverged
    backward: bool = False  # it undoes, so it is off at the start of a run


def _text(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


TABLE = (
    Row(
        "session.reset",
        "train",
        translatable("Actions", "Reset"),
        translatable("Actions", "Begin again from the same initial weights"),
        ("Ctrl+R",),
        "reset",
        backward=True,
    ),
    Row(
        "session.step_back",
        "train",
        translatable("Actions", "Step back"),
        translatable("Actions", "Undo one operation, also into the epoch before"),
        ("Left",),
        "step-back",
        backward=True,
    ),
    Row(
        "player.toggle",
        "train",
        translatable("Actions", "Run"),
        translatable("Actions", "Train on and on, or pause"),
        ("Space",),
        "run",
        forward=True,
    ),
    Row(
        "step",
        "train",
        translatable("Actions", "Step"),
        translatable("Actions", "Do one operation"),
        ("Right",),
        "step",
        forward=True,
    ),
    Row(
        "session.step_phase",
        "train",
        translatable("Actions", "Phase"),
        translatable("Actions", "Go on to the end of this phase"),
        ("Shift+Right",),
        "step-phase",
        forward=True,
    ),
    Row(
        "session.run_epoch",
        "train",
        translatable("Actions", "Epoch"),
        translatable("Actions", "Complete one epoch"),
        ("Ctrl+Right",),
        "epoch",
        forward=True,
    ),
    Row(
        "ask_run_to",
        "train",
        translatable("Actions", "Run to epoch…"),
        translatable("Actions", "Run to a given epoch, or go back to it"),
        ("Ctrl+G",),
        "run-to",
    ),
    Row(
        "flow.fit",
        "view",
        translatable("Actions", "Fit the network into view"),
        translatable("Actions", "Show the whole network again after zooming"),
        ("Ctrl+0",),
        "fit",
    ),
    Row(
        "session.undo_stack.undo",
        "edit",
        translatable("Actions", "Undo"),
        translatable("Actions", "Take the last edit back; training stays where it is"),
        ("Ctrl+Z",),
    ),
    Row(
        "session.undo_stack.redo",
        "edit",
        translatable("Actions", "Redo"),
        translatable("Actions", "Make the edit again that was taken back last"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Row(
        "close",
        "file",
        translatable("Actions", "Quit"),
        translatable("Actions", "Close the window"),
        ("Ctrl+Q",),
    ),
    Row(
        "show_about",
        "help",
        translatable("Actions", "About Gyaku"),
        translatable("Actions", "What this program is"),
    ),
)


UNDO, REDO, RUN = "session.undo_stack.undo", "session.undo_stack.redo", "player.toggle"


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
