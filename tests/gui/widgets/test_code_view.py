import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.operations import Phase
from gui.theme import LIGHT, Appearance
from gui.widgets.code_view import CodeView, Line
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels

LINES = (
    Line("# --- Forward ---"),
    Line("z1 = X @ W1", 0, Phase.FORWARD),
    Line("a1 = z1", 1, Phase.FORWARD),
    Line(""),
    Line("W1 -= lr * d_loss_W1", 2, Phase.UPDATE),
)


@pytest.fixture
def view(appearance: Appearance, show: Show) -> CodeView:
    view = show(CodeView(appearance), 300, 140)
    view.show_lines(LINES)
    return view


def chosen(view: CodeView) -> list[int]:
    numbers: list[int] = []
    view.operation_chosen.connect(numbers.append)
    return numbers


def place(view: CodeView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def band(view: CodeView, row: int) -> int:
    """Return how many pixels at the start of a line have the full colour of its phase."""
    rect, phase = view.visualRect(view.model().index(row, 0)), LINES[row].phase
    assert phase is not None
    return count_of(LIGHT.phase(phase), pixels(view.viewport())[rect.top() : rect.bottom() + 1, :3])


def test_all_lines_are_shown(view: CodeView) -> None:
    assert [view.model().index(row, 0).data() for row in range(len(LINES))] == [line.text for line in LINES]


def test_a_click_on_an_operation_tells_which(view: CodeView, qtbot: QtBot) -> None:
    numbers = chosen(view)
    for row in (2, 4, 0, 3):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, place(view, row).y()))
    assert numbers == [1, 2]


def test_enter_tells_the_operation_of_the_current_line(view: CodeView, qtbot: QtBot) -> None:
    numbers = chosen(view)
    view.setCurrentIndex(view.model().index(4, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert numbers == [2]


def test_the_operation_done_last_is_marked_in_the_colour_of_its_phase(view: CodeView) -> None:
    view.show_done(0, follow=True)
    assert [band(view, row) for row in (1, 2, 4)] == [0, 0, 0]
    view.show_done(2, follow=True)
    assert band(view, 2) > 30
    assert band(view, 1) == band(view, 4) == 0


def test_what_is_marked_comes_into_view_where_it_is_followed(view: CodeView) -> None:
    many = [Line(f"a{number} = z{number}", number, Phase.FORWARD) for number in range(500)]
    view.show_lines(many)
    for done, follow, seen in ((400, True, True), (3, False, False), (4, True, True)):
        view.show_done(done, follow=follow)
        assert view.viewport().rect().contains(place(view, done - 1)) is seen


def test_lines_that_are_selected_can_be_copied(view: CodeView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "z1 = X @ W1\na1 = z1"


def test_a_long_line_can_be_read_to_its_end(view: CodeView) -> None:
    view.resize(100, 140)
    assert view.horizontalScrollBar().maximum() > 0


def test_at_first_the_operations_are_in_view(view: CodeView) -> None:
    view.show_lines([*[Line("# data")] * 300, *LINES, *[Line("# result")] * 300])
    view.show_first_operation()
    assert view.viewport().rect().contains(QPoint(5, place(view, 301).y()))


def test_what_is_marked_stays_in_view_when_there_is_less_room(view: CodeView) -> None:
    view.show_lines([Line(f"a{number} = z{number}", number, Phase.FORWARD) for number in range(50)])
    view.resize(300, 600)
    view.show_done(20, follow=True)
    view.resize(300, 100)
    assert view.viewport().rect().contains(place(view, 19))
