"""Answers to dialogs that wait for one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from tests.journeys.learner import LONG

LOOKING_MILLISECONDS = 5

Answer = Callable[[QDialog], object]


class Answering:
    """Answers the dialogs that open, one after the other, and keeps what they ask."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self.texts: list[str] = []
        self.answers = list(answers)
        self.timer = QTimer()
        self.timer.timeout.connect(self._look)
        self.timer.start(LOOKING_MILLISECONDS)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        self.texts.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle())
        try:
            self.answers.pop(0)(dialog)
        except BaseException:
            dialog.reject()  # else the test would wait for ever
            raise


@contextmanager
def answering(*answers: Answer) -> Iterator[list[str]]:
    """Answer the dialogs that open meanwhile, so many and no more; what they ask is in the list."""
    answering, deadline = Answering(answers), QDeadlineTimer(LONG)
    try:
        yield answering.texts
        while answering.answers and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    finally:
        answering.timer.stop()
    assert answering.answers == []


def press(text: str) -> Answer:
    """Press the button with a text."""

    def act(dialog: QDialog) -> None:
        buttons = dialog.findChildren(QAbstractButton)
        next(button for button in buttons if button.text().replace("&", "") == text).click()

    return act


def name_file(qtbot: QtBot, path: object) -> Answer:
    """Type the name of a file, and press Return."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(str(path))
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return act


def accept(dialog: QDialog) -> None:
    """Press the button that says yes."""
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    next(button for button in box.buttons() if box.buttonRole(button) is box.ButtonRole.AcceptRole).click()
