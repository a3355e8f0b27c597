import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gui.widgets.wrapping_row import WrappingRow, titled
from tests.gui.conftest import Show


class Row(QWidget):
    """Four boxes of 60 by 20."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = [QLabel(str(number)) for number in range(4)]
        for box in self.boxes:
            box.setFixedSize(60, 20)
        self.row = WrappingRow(self, *self.boxes)

    def lines(self) -> list[int]:
        """Return how many boxes are in each line."""
        tops = [box.y() for box in self.boxes if not box.isHidden()]
        return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(("width", "lines"), [(300, [4]), (255, [4]), (254, [3, 1]), (130, [2, 2]), (61, [1, 1, 1, 1])])
def test_what_finds_no_room_in_a_line_goes_into_the_next(show: Show, width: int, lines: list[int]) -> None:
    row = show(Row(), width, 120)
    assert row.lines() == lines
    assert row.heightForWidth(width) == 20 * len(lines) + 5 * (len(lines) - 1)


def test_what_is_hidden_takes_no_room(show: Show) -> None:
    row = show(Row(), 200, 60)
    assert row.lines() == [3, 1]
    row.boxes[1].hide()
    row.row.activate()
    assert row.lines() == [3]


def test_it_can_be_as_narrow_as_the_widest_one(show: Show) -> None:
    row = show(Row(), 200, 60)
    assert row.minimumSizeHint().width() == 60
    assert row.sizeHint().width() == 4 * 60 + 3 * 5


def test_one_can_be_taken_out_and_there_are_no_others(show: Show) -> None:
    row = show(Row(), 300, 60)
    assert row.row.itemAt(4) is None
    assert row.row.takeAt(4) is None
    taken = row.row.takeAt(0)
    assert taken is not None
    assert taken.widget() is row.boxes[0]
    assert row.row.count() == 3


def test_a_title_stays_with_its_widgets(show: Show) -> None:
    field = QLineEdit()
    together = show(titled("seed", field), 200, 40)
    title = together.findChild(QLabel)
    assert isinstance(title, QLabel)
    assert title.text() == "seed"
    assert title.geometry().right() < field.geometry().left()
