from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from core.experiment import MAX_HIDDEN_LAYERS
from core.export import numpy_script, pytorch_script
from gui.panels.code import CodePanel
from gui.session import Session
from gui.theme import Appearance
from tests.gui.conftest import Show
from tests.gui.runs import experiment_of


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> CodePanel:
    return show(CodePanel(session, appearance), 420, 500)


def text(panel: CodePanel) -> str:
    return "\n".join(line.text for line in panel.view.lines)


def row_of(panel: CodePanel, operation: int) -> int:
    return next(row for row, line in enumerate(panel.view.lines) if line.operation == operation)


def place(panel: CodePanel, operation: int) -> QPoint:
    return panel.view.visualRect(panel.view.model().index(row_of(panel, operation), 0)).center()


def choose(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))


def test_it_is_the_script_that_is_exported(panel: CodePanel, session: Session) -> None:
    acts: list[Callable[[], None]] = [
        lambda: session.seek(7),
        lambda: session.go_to(3),
        lambda: session.set_learning_rate(0.3),
        lambda: session.edit(experiment_of(2, 3, 1), "Edit"),
    ]
    for act in acts:
        act()
        assert text(panel) == numpy_script(session.trainer).text.rstrip("\n")


def test_each_operation_has_its_line(panel: CodePanel, session: Session) -> None:
    for number, operation in enumerate(session.trainer.plan.operations):
        line = panel.view.lines[row_of(panel, number)]
        assert line.text.strip() == operation.numpy
        assert line.phase is operation.phase


def test_a_click_goes_to_the_operation_forward_and_back(panel: CodePanel, session: Session, qtbot: QtBot) -> None:
    for number in (9, 3, 18, 0):
        panel.view.scrollTo(panel.view.model().index(row_of(panel, number), 0))
        click = QPoint(60, place(panel, number).y())
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=click)
        assert session.trainer.cursor == number + 1


def test_in_a_long_network_the_current_line_is_in_view(panel: CodePanel, session: Session) -> None:
    session.edit(experiment_of(2, *[2] * MAX_HIDDEN_LAYERS, 1), "Edit")
    for cursor in (80, 1, 60):
        session.go_to(cursor)
        assert 0 <= place(panel, cursor - 1).y() < panel.view.viewport().height()


def test_while_training_runs_the_script_stays_and_then_tells_the_epochs(panel: CodePanel, session: Session) -> None:
    before = text(panel)
    session.set_running(True)
    session.run_for(1, goal=20)
    assert text(panel) == before
    session.set_running(False)
    assert "epochs = 20" in text(panel)


def test_the_script_can_be_copied(panel: CodePanel, session: Session) -> None:
    panel.copy_script()
    assert QApplication.clipboard().text() == numpy_script(session.trainer).text


def test_both_scripts_can_be_saved(
    panel: CodePanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.seek(7)
    choose(monkeypatch, str(tmp_path / "a.py"))
    panel.save_numpy_script()
    assert (tmp_path / "a.py").read_text("utf-8") == numpy_script(session.trainer).text
    panel.save_pytorch_script()
    assert (tmp_path / "a.py").read_text("utf-8") == pytorch_script(session.trainer)


def test_no_file_chosen_writes_none_and_one_that_cannot_be_written_is_said(
    panel: CodePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "")
    panel.save_numpy_script()
    choose(monkeypatch, str(tmp_path / "no such folder" / "a.py"))
    panel.save_numpy_script()
    (notice,) = [each for each in panel.findChildren(QLabel) if each.isVisible()]
    assert "a.py" in notice.text()
