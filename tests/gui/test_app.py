import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core import __version__
from gui.app import make_window
from gui.settings import Settings
from gui.theme import DARK, Mode
from tests.gui.runs import ARTICLE

ROOT = Path(__file__).parents[2]
OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from gui import app, errors

show = app.MainWindow.show

def show_and_close(window):
    show(window)
    QTimer.singleShot(0, window.close)
    application = QCoreApplication.instance()
    print(application.applicationName(), application.organizationName(), application.applicationVersion())
    print(isinstance(sys.excepthook, errors.ErrorReporter), application.windowIcon().isNull())

app.MainWindow.show = show_and_close
sys.exit(app.run())
"""


def test_the_window_opens_and_closing_it_ends_the_program(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", OPEN_AND_CLOSE],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    assert run.stdout.splitlines() == [f"Gyaku Gyaku {__version__}", "True False"]


def test_the_window_opens_on_the_articles_experiment_in_the_theme_chosen_last(qapp: QApplication) -> None:
    Settings().mode = Mode.DARK
    window = make_window(qapp)
    assert window.appearance.theme is DARK
    assert window.session.experiment == ARTICLE
    window.appearance.set_mode(Mode.LIGHT)
    window.deleteLater()
