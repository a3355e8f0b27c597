"""The program is killed, and nothing that matters is lost."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.files import load
from gui.panels.training import TrainingPanel
from tests.journeys.dialogs import answering, press
from tests.journeys.learner import CONTROL, LONG, Key, Learner
from tests.journeys.program import Desk

ROOT = Path(__file__).parents[2]
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gui import app, errors

errors.ErrorReporter().install()
application = app.make_application()
program = app.Program(application)
program.start(None)
session, path = program.session, Path(sys.argv[1])
"""
EDIT = """
session.seek(20)
session.set_learning_rate(0.7)
application.exec()
"""
SAVE_ON_AND_ON = """
def save():
    session.run_epoch()
    program.document.save_file(path)
    print(session.trainer.epoch, flush=True)

timer = QTimer()
timer.timeout.connect(save)
timer.start(0)
application.exec()
"""
EDIT_KEEP_AND_CLOSE = """
session.set_learning_rate(0.7)
program.recovery.keep()
print(program.window.statusBar().currentMessage(), flush=True)
session.undo_stack.undo()
QTimer.singleShot(0, program.window.close)
sys.exit(application.exec())
"""


def environment(**folders: object) -> dict[str, str]:
    homes = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in homes}
    return kept | {"QT_QPA_PLATFORM": "offscreen"} | {name: str(folder) for name, folder in folders.items()}


def rate(learner: Learner) -> str:
    return learner.window.panel(TrainingPanel).learning_rate.text()


@contextmanager
def running(script: str, path: Path, **folders: object) -> Iterator["subprocess.Popen[str]"]:
    """Run the program until the end of the block; then it is killed, as by kill −9."""
    words = [sys.executable, "-c", START + script, str(path)]
    with subprocess.Popen(words, env=environment(**folders), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_unsaved_work_of_a_killed_program_is_offered(desk: Desk, data_home: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with running(EDIT, tmp_path, XDG_DATA_HOME=data_home, XDG_CONFIG_HOME=tmp_path, HOME=tmp_path):
        qtbot.waitUntil(lambda: any(data_home.rglob("*.gyaku")), timeout=LONG)
    copy = next(data_home.rglob("*.gyaku"))
    copyfile(copy, copy.with_stem("another"))
    with answering(press("Recover")) as asked:
        learner = desk.start()
    assert "not closed the last time" in asked[0]
    assert (learner.read()[0], rate(learner)) == ("20", "0.7")
    assert learner.window.isWindowModified()
    with answering(press("Discard")):
        assert desk.quit()
    with answering(press("Discard it")):
        learner = desk.start()
    assert (learner.read()[0], rate(learner)) == ("0", "0.1")
    assert not learner.window.isWindowModified()
    assert desk.quit()
    assert desk.start().read()[0] == "0"
    assert not any(data_home.rglob("*.gyaku"))


def test_a_program_that_lives_keeps_its_copy_to_itself(
    desk: Desk, data_home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    learner = desk.start()
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, "0.7")
    desk.keep_copy()
    assert any(data_home.rglob("*.gyaku"))
    other = Desk(qapp, qtbot)
    assert other.start().read()[0] == "0"
    other.clear()
    with answering(press("Discard")):
        assert desk.quit()
    assert not any(data_home.rglob("*.gyaku"))


def test_a_file_is_whole_whenever_the_program_is_killed(tmp_path: Path) -> None:
    path, rng = tmp_path / "mine.gyaku", random.Random(0)  # noqa: S311 - nothing secret
    for _ in range(2):
        with running(SAVE_ON_AND_ON, path, XDG_DATA_HOME=tmp_path, XDG_CONFIG_HOME=tmp_path, HOME=tmp_path) as process:
            assert process.stdout is not None
            for _ in range(rng.randint(3, 12)):
                epoch = int(process.stdout.readline())
        run = load(path).trainer()
        assert run.epoch >= epoch


def test_where_nothing_can_be_remembered_the_program_says_so_once_and_works() -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), "/dev/null/nowhere")
    words = [sys.executable, "-W", "error", "-c", START + EDIT_KEEP_AND_CLOSE, "/dev/null/x.gyaku"]
    done = subprocess.run(
        words, env=environment(**nowhere), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.startswith("Unsaved work cannot be kept for the case of a crash: ")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_settings_that_cannot_be_written_do_no_harm(desk: Desk) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "/dev/null/nowhere")
    learner = desk.start()
    learner.choose("View", "Theme", "Dark")
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert learner.read()[0] == "1"
    assert desk.quit()
