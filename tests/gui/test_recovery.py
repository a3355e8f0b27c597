import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.files import load
from gui.document import Document
from gui.recovery import Leftover, Recovery
from gui.session import Session
from gui.settings import Settings
from tests.gui.runs import ARTICLE

pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]
EDIT_KEEP_AND_DIE = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gui.document import Document
from gui.recovery import Recovery
from gui.session import Session
from gui.settings import Settings

application = QCoreApplication([])
document = Document(Session(), Settings())
if sys.argv[2]:
    document.save_file(Path(sys.argv[2]))
recovery = Recovery(document, Path(sys.argv[1]))
document.session.set_learning_rate(0.7)
recovery.keep()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def document() -> Document:
    return Document(Session(), Settings())


@pytest.fixture
def recovery(document: Document, tmp_path: Path) -> Recovery:
    return Recovery(document, tmp_path / "recovery")


def killed(folder: Path, path: Path | None = None) -> None:
    """Let a program edit, keep a copy, and be killed."""
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder)}
    words = [sys.executable, "-c", EDIT_KEEP_AND_DIE, str(folder), str(path or "")]
    run = subprocess.run(words, env=environment, cwd=ROOT, timeout=60, check=False)
    assert run.returncode == -9


def test_an_edit_is_kept_within_seconds(document: Document, recovery: Recovery) -> None:
    assert not recovery._edits.isActive()
    document.session.set_learning_rate(0.3)
    assert recovery._edits.isActive()
    assert recovery._edits.interval() <= 5_000
    recovery._edits.timeout.emit()
    assert load(recovery.copy).experiment.training.learning_rate == 0.3


def test_further_edits_do_not_put_it_off(document: Document, recovery: Recovery) -> None:
    document.session.set_learning_rate(0.3)
    timer_id = recovery._edits.timerId()
    document.session.set_learning_rate(0.4)
    assert recovery._edits.timerId() == timer_id


def test_training_of_a_file_is_kept_now_and_then(document: Document, recovery: Recovery, tmp_path: Path) -> None:
    document.save_file(tmp_path / "mine.gyaku")
    document.session.seek(20)
    recovery._training.timeout.emit()
    assert load(recovery.copy).trainer().epoch == 20


def test_nothing_is_kept_of_what_is_saved(document: Document, recovery: Recovery, tmp_path: Path) -> None:
    recovery.keep()
    assert not recovery.copy.exists()
    document.session.set_learning_rate(0.3)
    recovery.keep()
    assert recovery.copy.exists()
    document.save_file(tmp_path / "mine.gyaku")
    assert not recovery.copy.exists()


def test_a_copy_goes_with_its_program(document: Document, recovery: Recovery) -> None:
    document.session.set_learning_rate(0.3)
    recovery.keep()
    recovery.close()
    assert list(recovery.copy.parent.iterdir()) == []


def test_the_copy_of_a_program_that_lives_is_nobodys(document: Document, recovery: Recovery) -> None:
    document.session.set_learning_rate(0.3)
    recovery.keep()
    other = Recovery(Document(Session(), Settings()), recovery.copy.parent)
    assert other.leftover() is None
    assert recovery.leftover() is None


def test_work_comes_back_after_the_program_was_killed(recovery: Recovery) -> None:
    killed(recovery.copy.parent)
    leftover = recovery.leftover()
    assert leftover is not None
    assert leftover.path is None
    assert load(leftover.copy).experiment == ARTICLE.with_learning_rate(0.7)
    leftover.remove()
    assert recovery.leftover() is None


def test_a_saved_file_is_as_it_was_when_the_program_was_killed(recovery: Recovery, tmp_path: Path) -> None:
    path = tmp_path / "mine.gyaku"
    killed(recovery.copy.parent, path)
    assert load(path).experiment == ARTICLE
    leftover = recovery.leftover()
    assert leftover is not None
    assert leftover.path == path


def test_of_several_the_newest_comes_first(recovery: Recovery) -> None:
    folder = recovery.copy.parent
    folder.mkdir()
    for age, name in enumerate(("newest", "older", "oldest")):
        (folder / f"{name}.gyaku").write_text("{}")
        os.utime(folder / f"{name}.gyaku", (1_000 - age, 1_000 - age))
    assert recovery.leftover() == Leftover(folder / "newest.gyaku", None)


def test_where_nothing_can_be_kept_it_is_said_once(document: Document, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    recovery = Recovery(document, tmp_path / "file")
    told: list[str] = []
    document.session.announced.connect(told.append)
    document.session.set_learning_rate(0.3)
    assert not recovery.keep()
    (sentence,) = told
    assert sentence.startswith("Unsaved work cannot be kept for the case of a crash: ")
