"""What the tests of the window share: an application as the program makes it, and settings of each test's own."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.app import make_window
from gui.main_window import MainWindow
from gui.session import Session
from gui.theme import Appearance, Mode, set_text_percent

Shown = TypeVar("Shown", bound=QWidget)


class Show(Protocol):
    """Show a widget until the end of the test, and return it."""

    def __call__(self, widget: Shown, width: int = 400, height: int = 300) -> Shown: ...


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Keep what is remembered in a folder of the test."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep copies of unsaved work in a folder of the test."""
    monkeypatch.setattr("gui.recovery.QStandardPaths.writableLocation", lambda _kind: str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Free at once what a test showed: the garbage collector might do it while Qt goes through all widgets."""
    yield
    free_deleted()


def free_deleted() -> None:
    """Free what is to be deleted later, as an event loop would."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def own_hook() -> Iterator[None]:
    """Put back what Python calls for an uncaught exception."""
    hook = sys.excepthook
    yield
    sys.excepthook = hook


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return the application, with names, style and font as gui.app gives them."""
    QCoreApplication.setOrganizationName("Gyaku")
    QCoreApplication.setApplicationName("Gyaku")
    qapp.setStyle("Fusion")
    set_text_percent(100)
    return qapp


@pytest.fixture
def session(qapp: QApplication) -> Session:  # noqa: ARG001
    """Return a session on the article's experiment."""
    return Session()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Return the light theme, in force."""
    appearance = Appearance(qapp)
    appearance.set_mode(Mode.LIGHT)
    yield appearance
    appearance.deleteLater()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return a function that shows a widget until the end of the test."""
    kept: list[QWidget] = []

    def show(widget: Shown, width: int = 400, height: int = 300) -> Shown:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def add_window(qtbot: QtBot, window: MainWindow) -> None:
    """Let a window be closed at the end of the test, without asking what is to become of the work."""
    qtbot.addWidget(window, before_close_func=_let_go)


def _let_go(window: MainWindow) -> None:
    window.session.undo_stack.setClean()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the program's window on the article's experiment, shown and with the keyboard."""
    window = make_window(qapp)
    add_window(qtbot, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.appearance.deleteLater()
    window.deleteLater()
