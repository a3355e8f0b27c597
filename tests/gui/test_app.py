import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import __version__
from core.files import load, save
from gui.action_table import RUN
from gui.app import Program, make_window
from gui.files import Files
from gui.language import SOURCE, install
from gui.recovery import Leftover, Recovery, recovery_folder
from gui.settings import Settings
from gui.theme import DARK, TEXT_PIXELS, Mode, set_text_percent
from tests.gui.conftest import add_window
from tests.gui.runs import ARTICLE

ROOT = Path(__file__).parents[2]
SPEAK = """
import sys
from PySide6.QtCore import QCoreApplication, QSettings

QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
sys.stdout.reconfigure(encoding="utf-8")
from gui.app import make_application

application = make_application()
print(QCoreApplication.translate("Actions", "Run"))
"""
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
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", OPEN_AND_CLOSE],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    assert run.stdout.splitlines() == [f"Gyaku Gyaku {__version__}", "True False"]


class Opened:
    """The program in this process, and its end."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, path: Path | None = None) -> None:
        self.program = Program(qapp)
        add_window(qtbot, self.program.window)
        self.program.start(path)

    def end(self) -> None:
        self.program.recovery.close()
        self.program.window.close()
        self.program.window.deleteLater()
        self.program.appearance.deleteLater()
        self.program.deleteLater()


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, own_data: None) -> Iterator[Opened]:  # noqa: ARG001
    opened = Opened(qapp, qtbot)
    yield opened
    opened.end()
    set_text_percent(100)
    install(qapp, SOURCE)


def test_larger_text_is_in_force_at_once_and_the_work_goes_on(opened: Opened) -> None:
    program, old = opened.program, opened.program.window
    program.session.seek(20)
    program.session.set_learning_rate(0.3)
    old.menus.text_size_chosen.emit(200)
    assert program.window is not old
    assert old.isHidden()
    assert program.window.isVisible()
    assert program.window.session.trainer.epoch == 20
    assert QApplication.font().pixelSize() == 2 * TEXT_PIXELS
    assert Settings().text_percent == 200
    program.window.act("session.undo_stack.undo")
    assert program.session.experiment == ARTICLE


def test_another_language_is_in_force_at_once_and_the_work_goes_on(opened: Opened) -> None:
    program, old = opened.program, opened.program.window
    program.session.seek(20)
    program.session.set_learning_rate(0.3)
    old.menus.language_chosen.emit("ja")
    assert program.window is not old
    assert program.window.actions_[RUN].text() == "実行"
    assert program.window.session.trainer.epoch == 20
    assert Settings().language == "ja"
    program.window.act("session.undo_stack.undo")
    assert program.session.experiment == ARTICLE
    program.window.menus.language_chosen.emit("en")
    assert program.window.actions_[RUN].text() == "Run"


def test_the_application_speaks_the_language_chosen_last(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "Gyaku" / "Gyaku.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "ja")
    settings.sync()
    done = subprocess.run(
        [sys.executable, "-c", SPEAK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.stdout == "実行\n"


def test_a_file_is_opened_at_the_start(qapp: QApplication, qtbot: QtBot, own_data: None, tmp_path: Path) -> None:  # noqa: ARG001
    save(tmp_path / "mine.gyaku", ARTICLE.with_seed(7))
    opened = Opened(qapp, qtbot, tmp_path / "mine.gyaku")
    assert opened.program.session.experiment.initial.seed == 7
    assert opened.program.window.windowTitle() == "mine.gyaku[*] — Gyaku"
    opened.end()


def test_work_of_a_program_that_was_killed_is_offered(
    qapp: QApplication,
    qtbot: QtBot,
    own_data: None,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recovery_folder().mkdir(parents=True)
    save(recovery_folder() / "gone.gyaku", ARTICLE.with_seed(7))
    offered: list[Leftover] = []
    monkeypatch.setattr(Files, "offer", lambda _files, leftover: offered.append(leftover))
    opened = Opened(qapp, qtbot)
    assert [leftover.copy.name for leftover in offered] == ["gone.gyaku"]
    opened.end()


def test_work_that_came_back_has_a_copy_of_its_own_before_the_old_one_goes(
    qapp: QApplication,
    qtbot: QtBot,
    own_data: None,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def accept(files: Files, leftover: Leftover) -> bool:
        files._document.recover(leftover.copy, leftover.path)
        return True

    recovery_folder().mkdir(parents=True)
    save(recovery_folder() / "gone.gyaku", ARTICLE.with_seed(7))
    monkeypatch.setattr(Files, "offer", accept)
    opened = Opened(qapp, qtbot)
    copy = opened.program.recovery.copy
    assert [path.name for path in recovery_folder().glob("*.gyaku")] == [copy.name]
    assert load(copy).experiment.initial.seed == 7
    opened.program.document.begin(ARTICLE)  # so that closing asks nothing
    opened.end()


def test_the_old_copy_stays_where_no_new_one_can_be_written(
    qapp: QApplication,
    qtbot: QtBot,
    own_data: None,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recovery_folder().mkdir(parents=True)
    save(recovery_folder() / "gone.gyaku", ARTICLE.with_seed(7))
    monkeypatch.setattr(Files, "offer", lambda _files, _leftover: True)
    monkeypatch.setattr(Recovery, "keep", lambda _recovery: False)
    opened = Opened(qapp, qtbot)
    assert [path.name for path in recovery_folder().glob("*.gyaku")] == ["gone.gyaku"]
    opened.end()


def test_the_window_opens_on_the_articles_experiment_in_the_theme_chosen_last(qapp: QApplication) -> None:
    Settings().mode = Mode.DARK
    window = make_window(qapp)
    assert window.appearance.theme is DARK
    assert window.session.experiment == ARTICLE
    window.appearance.set_mode(Mode.LIGHT)
    window.deleteLater()
