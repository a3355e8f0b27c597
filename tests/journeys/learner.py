"""What a person at the window can do and see."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.panels.data import DataPanel
from gui.widgets.notice import Notice

LEFT = Qt.MouseButton.LeftButton
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
LONG = 30_000  # milliseconds; more than the slowest machine takes

Dialog = TypeVar("Dialog", bound=QDialog)


class Learner:
    """Presses keys where the keyboard is, clicks, chooses from menus, and reads."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.session = window.session

    def press(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget, in the middle or at a place of it."""
        self.qtbot.mouseClick(widget, LEFT, pos=place or widget.rect().center())

    def type_into(self, field: QLineEdit, text: str) -> None:
        """Put a text in place of what stands in a field, and press Return."""
        self.click(field)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Key.Key_Return)

    def click_cell(self, row: int, column: int) -> None:
        """Click on a cell of the table of the data."""
        table = self.window.panel(DataPanel).table
        index = table.model().index(row, column)
        table.scrollTo(index)
        self.click(table.viewport(), table.visualRect(index).center())

    def type_into_cell(self, row: int, column: int, text: str) -> None:
        """Put a text in place of what stands in a cell of the table of the data."""
        table = self.window.panel(DataPanel).table
        self.click_cell(row, column)
        self.qtbot.mouseDClick(table.viewport(), LEFT, pos=table.visualRect(table.currentIndex()).center())
        editor = table.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        self.qtbot.keyClick(editor, Key.Key_Delete)
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Key.Key_Return)
        self.qtbot.waitUntil(lambda: table.state() != QTableView.State.EditingState)

    def pick(self, box: QComboBox, row: int) -> None:
        """Open a list by key, go down to a row, and take it."""
        self.qtbot.keyClick(box, Key.Key_F4)
        view = box.view()
        self.qtbot.waitUntil(view.isVisible)
        self.qtbot.keyClick(view, Key.Key_Home)
        for _ in range(row):
            self.qtbot.keyClick(view, Key.Key_Down)
        self.qtbot.keyClick(view, Key.Key_Return)
        self.qtbot.waitUntil(lambda: not view.isVisible())
        self.come_back()

    def come_back(self) -> None:
        """Go on in the window; offscreen, a list or dialog that was closed leaves no window active."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def action(self, *path: str) -> QAction:
        """Return an entry of the menus by the titles on the way to it."""
        actions, found = self.window.menuBar().actions(), None
        for title in path:
            found = next(action for action in actions if action.text().replace("&", "") == title)
            if isinstance(menu := found.menu(), QMenu):
                menu.aboutToShow.emit()
                actions = menu.actions()
        assert found is not None
        return found

    def choose(self, *path: str) -> None:
        """Choose an entry of the menus."""
        action = self.action(*path)
        assert action.isEnabled()
        action.trigger()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog, and return it."""
        self.qtbot.waitUntil(lambda: self.window.findChild(kind) is not None)
        found = self.window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def drop(self, path: Path) -> None:
        """Drop a file from elsewhere on the diagram."""
        on, place = self.window.flow.view.viewport(), QPoint(200, 100)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        action, buttons = Qt.DropAction.CopyAction, LEFT
        QApplication.sendEvent(on, QDragEnterEvent(place, action, mime, buttons, NO_MODIFIER))
        QApplication.sendEvent(on, QDropEvent(QPointF(place), action, mime, buttons, NO_MODIFIER))

    def run_until(self, epoch: int) -> None:
        """Let it run until an epoch is over, and pause."""
        self.press(Key.Key_Space)
        self.qtbot.waitUntil(lambda: self.session.trainer.epoch >= epoch, timeout=LONG)
        self.press(Key.Key_Space)
        assert not self.session.running

    def undo(self) -> None:
        """Take the last edit back."""
        self.press(Key.Key_Z, modifier=CONTROL)

    def redo(self) -> None:
        """Make it again."""
        self.press(Key.Key_Z, modifier=CONTROL | SHIFT)

    @property
    def last_edit(self) -> str:
        """What the Edit menu would take back."""
        return self.window.menus["edit"].actions()[0].text()

    def read(self) -> tuple[str, str, str]:
        """Return epoch, loss and operation as they stand beside the buttons."""
        readout = self.window.transport.readout
        return readout.epoch.text(), readout.loss.text(), readout.operation.text()

    def data(self) -> list[list[str]]:
        """Return what stands in the table of the data, without the answers."""
        panel = self.window.panel(DataPanel)
        columns = [column for column in range(panel.model.columnCount()) if not panel.model.is_output(column)]
        return [texts_in(panel.table, row, columns) for row in range(panel.model.rowCount())]

    def refused(self) -> str:
        """Return what is said just now where something was refused."""
        return " ".join(notice.text() for notice in self.window.findChildren(Notice) if notice.isVisible())

    def sizes(self) -> tuple[int, ...]:
        """Return how many units the layers have."""
        return self.session.experiment.sizes

    def outputs(self) -> list[str]:
        """Return the answers of a network with one output."""
        model = self.window.panel(DataPanel).table.model()
        return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


def texts_in(table: QTableView, row: int, columns: Sequence[int]) -> list[str]:
    """Return what stands in some cells of a row."""
    return [str(table.model().index(row, column).data()) for column in columns]
