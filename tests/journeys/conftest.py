"""The journeys go through the very window that tests/gui looks at."""

import pytest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.conftest import nothing_left, own_data, own_hook, own_settings, qapp, window
from tests.journeys.learner import Learner

__all__ = ["nothing_left", "own_data", "own_hook", "own_settings", "qapp", "window"]


@pytest.fixture
def learner(window: MainWindow, qtbot: QtBot) -> Learner:
    """Return a person at the window."""
    window.resize(1440, 900)
    return Learner(window, qtbot)
