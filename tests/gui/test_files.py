from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.files import load, save
from core.training import Trainer
from gui.document import Document
from gui.files import Files
from gui.recovery import Leftover
from gui.session import Session
from gui.settings import Settings
from tests.gui.runs import ARTICLE

Button = QMessageBox.StandardButton


class Desk:
    """A document with a window, and what was imported into it."""

    def __init__(self, window: QWidget) -> None:
        self.imported: list[Path] = []
        self.document = Document(Session(), Settings())
        self.files = Files(self.document, window, self.imported.append)

    def edit(self) -> None:
        self.document.session.set_learning_rate(0.7)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    return Desk(window)


def when_asked(answer: Callable[[QWidget], object]) -> list[str]:
    """Answer the next dialog; return what it asks, once it did."""
    asked: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        if isinstance(dialog, QMessageBox):
            asked.append(f"{dialog.text()} {dialog.informativeText()}".strip())
        else:
            asked.append(dialog.windowTitle())
        answer(dialog)

    QTimer.singleShot(0, act)
    return asked


def press(button: Button) -> Callable[[QWidget], object]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        dialog.button(button).click()

    return act


def type_name(name: str) -> Callable[[QWidget], object]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(name)
        dialog.accept()

    return act


def saved(path: Path, epoch: int = 5) -> Path:
    run = Trainer(ARTICLE)
    run.seek(epoch)
    save(path, run)
    return path


def test_where_all_is_saved_nothing_is_asked(desk: Desk, tmp_path: Path) -> None:
    desk.files.open_path(saved(tmp_path / "mine.gyaku"))
    assert desk.document.session.trainer.epoch == 5
    desk.files.new()
    assert desk.document.session.trainer.epoch == 0


@pytest.mark.parametrize(("button", "goes_on"), [(Button.Discard, True), (Button.Cancel, False)])
def test_unsaved_work_is_asked_about(desk: Desk, tmp_path: Path, button: Button, goes_on: bool) -> None:
    path = saved(tmp_path / "mine.gyaku")
    desk.edit()
    asked = when_asked(press(button))
    desk.files.open_path(path)
    (question,) = asked
    assert question.startswith("Save the changes to “Untitled”?")
    assert (desk.document.session.trainer.epoch == 5) is goes_on
    assert desk.document.is_modified is not goes_on


def test_unsaved_work_can_be_saved_on_the_way(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.gyaku"
    desk.document.save_file(path)
    desk.edit()
    when_asked(press(Button.Save))
    desk.files.open_example("circle")
    assert load(path).experiment.training.learning_rate == 0.7
    assert desk.document.path is None


def test_a_file_is_asked_for_where_there_is_none(desk: Desk, tmp_path: Path) -> None:
    desk.edit()
    when_asked(type_name(str(tmp_path / "mine")))
    assert desk.files.save()
    assert desk.document.path == tmp_path / "mine.gyaku"
    desk.edit()
    assert desk.files.save()


def test_not_to_name_a_file_saves_nothing(desk: Desk) -> None:
    desk.edit()

    def cancel(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    asked = when_asked(cancel)
    assert not desk.files.save_as()
    assert asked == ["Save as"]
    assert desk.document.is_modified


def test_a_file_can_be_chosen_to_be_opened(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "mine.gyaku")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.files.open()
    assert desk.document.path == path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.files.open()
    assert desk.document.path == path


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "gyaku"}', b"\xff\x00"])
def test_what_cannot_be_read_is_said_and_nothing_changes(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.gyaku"
    path.write_bytes(content)
    trainer = desk.document.session.trainer
    asked = when_asked(press(Button.Ok))
    desk.files.open_path(path)
    (sentence,) = asked
    assert sentence.startswith("“bad.gyaku” cannot be opened. ")
    assert len(sentence) > len("“bad.gyaku” cannot be opened. ")
    assert desk.document.session.trainer is trainer


def test_what_cannot_be_read_is_said_before_the_work_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.gyaku").write_bytes(b"{")
    desk.edit()
    asked = when_asked(press(Button.Ok))
    desk.files.open_path(tmp_path / "bad.gyaku")
    assert len(asked) == 1
    assert desk.document.is_modified


def test_what_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.document.path = tmp_path / "no such folder" / "mine.gyaku"
    asked = when_asked(press(Button.Ok))
    assert not desk.files.save()
    assert "mine.gyaku" in asked[0]


@pytest.mark.parametrize("suffix", [".csv", ".CSV", ".tsv"])
def test_data_that_is_dropped_is_imported(desk: Desk, suffix: str) -> None:
    desk.files.drop([Path(f"table{suffix}")])
    assert desk.imported == [Path(f"table{suffix}")]


def test_an_experiment_that_is_dropped_is_opened(desk: Desk, tmp_path: Path) -> None:
    desk.files.drop([saved(tmp_path / "mine.gyaku")])
    assert desk.document.name == "mine.gyaku"


@pytest.mark.parametrize(("which", "epoch"), [(0, 5), (1, 0)], ids=["wanted", "not wanted"])
def test_work_of_before_a_crash_is_offered(desk: Desk, tmp_path: Path, which: int, epoch: int) -> None:
    leftover = Leftover(saved(tmp_path / "copy.gyaku"), None)

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        next(each for each in dialog.buttons() if each.text() == ("Recover", "Discard it")[which]).click()

    when_asked(choose)
    assert desk.files.offer(leftover)
    assert desk.document.session.trainer.epoch == epoch


def test_work_that_cannot_be_read_is_not_thrown_away(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gyaku"
    copy.write_text("{")

    def recover(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        when_asked(press(Button.Ok))
        next(each for each in dialog.buttons() if each.text() == "Recover").click()

    when_asked(recover)
    assert not desk.files.offer(Leftover(copy, None))
    assert copy.exists()
