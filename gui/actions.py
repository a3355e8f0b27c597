"""All actions, in one table: what they are called, their keys, and where they stand."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.text import translatable
from gui.icons import tinted_icon


@dataclass(frozen=True)
class Row:
    """One action. `method` names what the window does; `keys` are in Qt's portable writing."""

    method: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    forward: bool = False  # it trains, so it is off where a run has diverged
    backward: bool = False  # it undoes, so it is off at the start of a run


def _text(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


TABLE = (
    Row(
        "reset",
        "train",
        translatable("Actions", "Reset"),
        translatable("Actions", "Begin again from the same initial weights"),
        ("Ctrl+R",),
        "reset",
        backward=True,
    ),
    Row(
        "step_back",
        "train",
        translatable("Actions", "Step back"),
        translatable("Actions", "Undo one operation, also into the epoch before"),
        ("Left",),
        "step-back",
        backward=True,
    ),
    Row(
        "toggle_run",
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
        "step_phase",
        "train",
        translatable("Actions", "Phase"),
        translatable("Actions", "Go on to the end of this phase"),
        ("Shift+Right",),
        "step-phase",
        forward=True,
    ),
    Row(
        "run_epoch",
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
        "fit_flow",
        "view",
        translatable("Actions", "Fit the network into view"),
        translatable("Actions", "Show the whole network again after zooming"),
        ("Ctrl+0",),
        "fit",
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


class Actions:
    """The actions of one window, by the name of the method each calls on it."""

    def __init__(self, window: QWidget) -> None:
        self._actions = {row.method: _make(row, window) for row in TABLE}

    def __getitem__(self, method: str) -> QAction:
        return self._actions[method]

    def in_menu(self, menu: str) -> list[QAction]:
        """Return the actions of a menu, in their order."""
        return [self._actions[row.method] for row in TABLE if row.menu == menu]

    def tint(self, color: str, primary: str) -> None:
        """Draw all icons in `color`, that of Run, which stands on the accent, in `primary`."""
        for row in TABLE:
            if row.icon:
                tint = primary if row.method == "toggle_run" else color
                self._actions[row.method].setIcon(tinted_icon(row.icon, tint))

    def enable(self, *, can_go_forward: bool, can_go_back: bool) -> None:
        """Switch on what can be done now."""
        for row in TABLE:
            allowed = (can_go_forward or not row.forward) and (can_go_back or not row.backward)
            self._actions[row.method].setEnabled(allowed)

    def show_running(self, running: bool, color: str) -> None:
        """Let the Run action say what it does next: run or pause."""
        run = self._actions["toggle_run"]
        run.setText(_text(translatable("Actions", "Pause")) if running else _text("Run"))
        run.setIconText(run.text())
        run.setIcon(tinted_icon("pause" if running else "run", color))


def _make(row: Row, window: QWidget) -> QAction:
    action = QAction(_text(row.text), window)
    action.setObjectName(row.method)
    action.setIconVisibleInMenu(False)  # the tint is that of the button
    action.setIconText(_text(row.text))  # else Qt takes the ellipsis away
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    shown = ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
    action.setToolTip(f"{_text(row.tip)} ({shown})" if shown else _text(row.tip))
    action.triggered.connect(getattr(window, row.method))
    return action
