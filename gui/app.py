"""Composition: what the program is put together from."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import __version__
from gui import errors, language
from gui.document import Document
from gui.icons import icon_path
from gui.main_window import MainWindow
from gui.recovery import Recovery, recovery_folder
from gui.session import Session
from gui.settings import Settings
from gui.theme import Appearance, set_text_percent


def run(path: Path | None = None) -> int:
    """Open the window, on a file where one is given, and stay until it is closed; return the exit code."""
    with errors.DisplayWatch():
        application = make_application()
    errors.ErrorReporter().install()
    program = Program(application)
    program.start(path)
    return application.exec()


def make_application() -> QApplication:
    """Return the application with its style, its fonts and its language."""
    QCoreApplication.setApplicationName("Gyaku")
    QCoreApplication.setOrganizationName("Gyaku")
    QCoreApplication.setApplicationVersion(__version__)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    language.load_font()
    language.install(application, Settings().language)
    set_text_percent(Settings().text_percent)
    application.setWindowIcon(QIcon(icon_path("gyaku")))
    return application


class Program(QObject):
    """What stays while a window makes way for another: the work, its document, and its copy in case of a crash."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.settings = Settings()
        self.appearance = Appearance(application)
        self.appearance.set_mode(self.settings.mode)
        self.session = Session()
        self.document = Document(self.session, self.settings)
        self.recovery = Recovery(self.document, recovery_folder())
        self.window = self._make_window()
        application.aboutToQuit.connect(self.recovery.close)

    def start(self, path: Path | None) -> None:
        """Show the window, with the work of a program that was killed where the learner wants it back."""
        self.window.show()
        leftover = self.recovery.leftover()
        if leftover is not None and self.window.files.offer(leftover) and self.recovery.keep():
            leftover.remove()  # only now: at no moment may a crash find the work without a copy
        if path is not None:
            self.window.files.open_path(path)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.document, self.appearance, self.settings)
        window.menus.language_chosen.connect(self._on_language)
        window.menus.text_size_chosen.connect(self._on_text_size)
        return window

    def _on_language(self, code: str) -> None:
        self.window.make_way()
        self.settings.language = code
        language.install(self._application, code)
        self._replace_window()

    def _on_text_size(self, percent: int) -> None:
        self.window.make_way()  # while its panels' places are still those for the old size
        self.settings.text_percent = percent
        set_text_percent(percent)
        self.appearance.set_mode(self.settings.mode)
        self._replace_window()

    def _replace_window(self) -> None:
        """Let a window made anew take the old one's place: all texts and sizes are looked up when it is made."""
        old = self.window
        self.window = self._make_window()
        self.window.show()
        old.hide()
        old.deleteLater()


def make_window(application: QApplication) -> MainWindow:
    """Return a window on the article's experiment, as it was left last."""
    settings = Settings()
    appearance = Appearance(application)
    appearance.set_mode(settings.mode)
    return MainWindow(Document(Session(), settings), appearance, settings)
