"""The program from start to end, and again."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import Program
from tests.gui.conftest import free_deleted
from tests.journeys.learner import Learner


class Desk:
    """Where the program is started and quit; what it remembers stays in between."""

    def __init__(self, application: QApplication, qtbot: QtBot) -> None:
        self._application, self._qtbot = application, qtbot
        self._program: Program | None = None

    def start(self, path: Path | None = None) -> Learner:
        """Start the program, with a file where one is given, and return who sits before it."""
        self._program = Program(self._application)
        self._program.start(path)
        return self.learner

    @property
    def learner(self) -> Learner:
        """Who sits before the window of now, which another may have made way for."""
        assert self._program is not None
        learner = Learner(self._program.window, self._qtbot)
        learner.come_back()
        return learner

    def keep_copy(self) -> None:
        """Let the time come to an end after which unsaved work is kept for the case of a crash."""
        assert self._program is not None
        self._program.recovery.keep()

    def quit(self) -> bool:
        """Close the window; return whether that was the end of the program."""
        assert self._program is not None
        if not self._program.window.close():
            return False
        program, self._program = self._program, None
        program.recovery.close()  # as when the application quits
        for part in (program.window, program.appearance, program):
            part.deleteLater()
        free_deleted()
        return True

    def clear(self) -> None:
        """Take away what is left, without asking what is to become of the work."""
        if self._program is not None:
            self._program.document.begin(self._program.session.experiment)
            self.quit()
