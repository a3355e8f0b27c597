import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.experiment import MAX_HIDDEN_LAYERS
from gui.panels.numpy_lines import NumpyPanel
from gui.session import Session
from gui.theme import LIGHT, Appearance
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels
from tests.gui.runs import experiment_of


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> NumpyPanel:
    return show(NumpyPanel(session, appearance), 420, 500)


def lines(panel: NumpyPanel) -> list[str]:
    return [panel.lines.item(row).text() for row in range(panel.lines.count())]


def click(qtbot: QtBot, panel: NumpyPanel, row: int) -> None:
    place = panel.lines.visualItemRect(panel.lines.item(row)).center()
    qtbot.mouseClick(panel.lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, place.y()))


def band(panel: NumpyPanel, row: int) -> int:
    """Return how many pixels of a line have the full colour of its phase."""
    rect = panel.lines.visualItemRect(panel.lines.item(row))
    phase = panel.session.trainer.plan.operations[row].phase
    shown = pixels(panel.lines.viewport())[rect.top() : rect.bottom() + 1, :3]
    return count_of(LIGHT.phase(phase), shown)


def test_there_is_a_line_for_each_operation(panel: NumpyPanel, session: Session) -> None:
    assert lines(panel) == [operation.numpy for operation in session.trainer.plan.operations]
    assert lines(panel)[0] == "z1 = X @ W1 + b1"


def test_a_click_goes_to_the_operation_forward_and_back(panel: NumpyPanel, session: Session, qtbot: QtBot) -> None:
    for row in (9, 3, 18, 0):
        click(qtbot, panel, row)
        assert session.trainer.cursor == row + 1


def test_enter_goes_to_the_operation(panel: NumpyPanel, session: Session, qtbot: QtBot) -> None:
    panel.lines.setCurrentRow(5)
    qtbot.keyClick(panel.lines, Qt.Key.Key_Return)
    assert session.trainer.cursor == 6


def test_only_the_current_line_is_marked_in_the_colour_of_its_phase(panel: NumpyPanel, session: Session) -> None:
    assert [band(panel, row) for row in (0, 4, 8)] == [0, 0, 0]
    session.go_to(5)
    assert band(panel, 4) > 30
    assert band(panel, 3) == band(panel, 5) == 0


def test_the_lines_follow_the_experiment(panel: NumpyPanel, session: Session) -> None:
    session.set_training(reduction="mean")
    assert "loss = np.mean((a2 - y) ** 2)" in lines(panel)
    session.edit(experiment_of(2, 1))
    assert len(lines(panel)) == len(session.trainer.plan.operations)


def test_in_a_long_network_the_current_line_is_in_view(panel: NumpyPanel, session: Session) -> None:
    session.edit(experiment_of(2, *[2] * MAX_HIDDEN_LAYERS, 1))
    for cursor in (80, 1, 60):
        session.go_to(cursor)
        rect = panel.lines.visualItemRect(panel.lines.item(cursor - 1))
        assert panel.lines.viewport().rect().contains(rect.center().x(), rect.center().y())


def test_a_long_line_can_be_read_to_its_end(panel: NumpyPanel) -> None:
    panel.resize(150, 300)
    widest = max(panel.lines.sizeHintForIndex(panel.lines.model().index(row, 0)).width() for row in range(19))
    longest = max(lines(panel), key=len)
    assert panel.lines.fontMetrics().horizontalAdvance(longest) < widest or len(longest) * 7 < widest
    assert panel.lines.horizontalScrollBar().maximum() > 0
