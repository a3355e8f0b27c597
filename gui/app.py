"""Composition: what the program is put together from."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import __version__
from gui import errors
from gui.icons import icon_path
from gui.main_window import MainWindow
from gui.session import Session
from gui.settings import Settings
from gui.theme import Appearance, text_font


def run() -> int:
    """Open the window and stay until it is closed; return the exit code."""
    with errors.DisplayWatch():
        application = make_application()
    errors.ErrorReporter().install()
    window = make_window(application)
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """Return the application with its style and its fonts."""
    QCoreApplication.setApplicationName("Gyaku")
    QCoreApplication.setOrganizationName("Gyaku")
    QCoreApplication.setApplicationVersion(__version__)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(text_font())
    application.setWindowIcon(QIcon(icon_path("gyaku")))
    return application


def make_window(application: QApplication) -> MainWindow:
    """Return the window, on the article's experiment, as it was left last."""
    settings = Settings()
    appearance = Appearance(application)
    appearance.set_mode(settings.mode)
    return MainWindow(Session(), appearance, settings)
