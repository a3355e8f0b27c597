import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.widgets.finding_line import FindingLine
from tests.gui.conftest import Show


@pytest.fixture
def line(session: Session, show: Show) -> FindingLine:
    holder = QWidget()
    line = FindingLine(session)
    QVBoxLayout(holder).addWidget(line)
    show(holder, 700, 60)
    return line


def test_it_comes_with_a_finding_and_goes_with_it(line: FindingLine, session: Session) -> None:
    assert line.isHidden()
    session.seek(10_000)
    line.findings.ask()
    assert line.isVisible()
    assert line.title.text() == "<b>The run stands still</b>"
    session.reset()
    line.findings.ask()
    assert line.isHidden()


def test_it_looks_by_itself_when_the_run_has_moved(line: FindingLine, session: Session, qtbot: QtBot) -> None:
    session.seek(10_000)
    qtbot.waitUntil(line.isVisible)


def test_it_shows_the_finding_and_asks_for_more(line: FindingLine, session: Session, qtbot: QtBot) -> None:
    session.seek(10_000)
    line.findings.ask()
    with qtbot.waitSignal(line.show_wanted):
        qtbot.mouseClick(line.show_button, Qt.MouseButton.LeftButton)
    assert len(session.marked) == 4
    with qtbot.waitSignal(line.why_wanted):
        qtbot.mouseClick(line.why_button, Qt.MouseButton.LeftButton)
    assert line.why_button.accessibleName() == "Why? The run stands still"
