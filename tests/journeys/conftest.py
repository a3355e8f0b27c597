"""The journeys go through the very window that tests/gui looks at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.language import SOURCE, install
from gui.main_window import MainWindow
from gui.theme import set_text_percent
from tests.gui.conftest import nothing_left, own_hook, own_settings, qapp, window
from tests.journeys.learner import Learner
from tests.journeys.program import Desk

__all__ = ["nothing_left", "own_hook", "own_settings", "qapp", "window"]


@pytest.fixture
def learner(window: MainWindow, qtbot: QtBot) -> Learner:
    """Return a person at a window that has room for all panels beside one another."""
    learner = Learner(window, qtbot)
    window.resize(1440, 900)
    learner.choose("View", "Put all panels back")
    return learner


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the test, in which copies of unsaved work are kept."""
    folder = tmp_path / "data home"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, data_home: Path) -> Iterator[Desk]:  # noqa: ARG001
    """Return where the program can be started and quit."""
    desk = Desk(qapp, qtbot)
    yield desk
    desk.clear()
    set_text_percent(100)
    install(qapp, SOURCE)
