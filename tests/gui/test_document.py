from pathlib import Path

import pytest

from core.datasets import preset_experiment
from core.files import load, save
from core.text import RefusalError
from core.training import Trainer
from gui.document import Document
from gui.session import Session
from gui.settings import Settings
from tests.core.plans import everything_seen
from tests.gui.runs import ARTICLE

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document() -> Document:
    return Document(Session(), Settings())


def tellings(document: Document) -> list[tuple[str, bool]]:
    """Return what is told from now on: name, and whether there is unsaved work."""
    told: list[tuple[str, bool]] = []
    document.changed.connect(lambda: told.append((document.name, document.is_modified)))
    return told


def test_at_first_there_is_no_file_and_nothing_to_save(document: Document) -> None:
    assert (document.path, document.name, document.is_modified) == (None, "Untitled", False)


def test_an_edit_is_unsaved_work_until_it_is_saved_or_taken_back(document: Document, tmp_path: Path) -> None:
    document.session.set_learning_rate(0.3)
    assert document.is_modified
    document.session.undo_stack.undo()
    assert not document.is_modified
    document.session.undo_stack.redo()
    document.save_file(tmp_path / "mine.gyaku")
    assert (document.name, document.is_modified) == ("mine.gyaku", False)
    document.session.undo_stack.undo()
    assert document.is_modified


def test_training_is_unsaved_work_only_where_there_is_a_file(document: Document, tmp_path: Path) -> None:
    document.session.seek(10)
    assert not document.is_modified
    document.save_file(tmp_path / "mine.gyaku")
    document.session.seek(20)
    assert document.is_modified


def test_what_is_saved_is_the_work_as_it_stands(document: Document, tmp_path: Path) -> None:
    document.session.seek(10)
    document.session.step()
    document.save_file(tmp_path / "mine.gyaku")
    other = Document(Session(), Settings())
    other.go_on_with(other.read_file(tmp_path / "mine.gyaku"), tmp_path / "mine.gyaku")
    assert everything_seen(other.session.trainer) == everything_seen(document.session.trainer)
    assert not other.is_modified
    assert not other.session.undo_stack.canUndo()


def test_what_cannot_be_opened_changes_nothing_and_is_not_remembered(document: Document, tmp_path: Path) -> None:
    bad = tmp_path / "bad.gyaku"
    bad.write_text("{")
    Settings().note_file(bad)
    document.session.set_learning_rate(0.3)
    trainer = document.session.trainer
    with pytest.raises(RefusalError):
        document.read_file(bad)
    assert document.session.trainer is trainer
    assert document.is_modified
    assert Settings().recent_files == []


def test_what_cannot_be_saved_stays_unsaved(document: Document, tmp_path: Path) -> None:
    document.session.set_learning_rate(0.3)
    with pytest.raises(RefusalError):
        document.save_file(tmp_path / "no such folder" / "mine.gyaku")
    assert (document.path, document.is_modified) == (None, True)


def test_files_opened_and_saved_are_remembered_the_newest_first(document: Document, tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        document.save_file(tmp_path / f"{name}.gyaku")
    assert [path.name for path in Settings().recent_files] == ["a.gyaku", "b.gyaku"]


def test_an_example_begins_without_a_file_under_its_own_title(document: Document, tmp_path: Path) -> None:
    document.save_file(tmp_path / "mine.gyaku")
    document.open_example("circle")
    assert document.session.experiment == preset_experiment("circle")
    assert (document.path, document.is_modified) == (None, False)
    assert document.name not in ("Untitled", "mine.gyaku")
    document.begin(ARTICLE)
    assert document.name == "Untitled"


def test_recovered_work_is_unsaved_and_goes_where_it_belongs(document: Document, tmp_path: Path) -> None:
    run = Trainer(ARTICLE)
    run.seek(7)
    save(tmp_path / "copy.gyaku", run)
    document.recover(tmp_path / "copy.gyaku", tmp_path / "mine.gyaku")
    assert document.session.trainer.epoch == 7
    assert (document.name, document.is_modified) == ("mine.gyaku", True)
    document.save_file(tmp_path / "mine.gyaku")
    assert not document.is_modified
    assert load(tmp_path / "mine.gyaku").trainer().epoch == 7


def test_it_is_told_when_there_is_unsaved_work_and_when_there_is_none(document: Document, tmp_path: Path) -> None:
    document.save_file(tmp_path / "mine.gyaku")
    told = tellings(document)
    document.session.seek(3)
    document.session.seek(9)
    assert told == [("mine.gyaku", True)]
    document.save_file(tmp_path / "yours.gyaku")
    assert told[-1] == ("yours.gyaku", False)
