import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import BATCH_SIZE
from core.numerals import parse_whole_number
from gui.widgets.notice import Notice
from gui.widgets.optional_field import OptionalField
from tests.gui.conftest import Show


class Owner(QWidget):
    """A batch size, as a panel would keep it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[int | None] = []
        self.notice = Notice(self)
        self.size_ = OptionalField("Batch size", "all", parse_whole_number, self.take, self.notice)
        layout = QVBoxLayout(self)
        layout.addWidget(self.size_)
        layout.addStretch(1)

    def take(self, size: int | None) -> None:
        """Accept a batch size or none."""
        if size is not None:
            BATCH_SIZE.require("batch size", size, "")
        self.taken.append(size)
        self.size_.show_number(size)


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner())


def enter(qtbot: QtBot, owner: Owner, text: str) -> None:
    owner.size_.field.selectAll()
    qtbot.keyClick(owner.size_.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(owner.size_.field, text)
    qtbot.keyClick(owner.size_.field, Qt.Key.Key_Return)


def test_none_is_shown_by_its_word(owner: Owner) -> None:
    assert owner.size_.field.text() == ""
    assert owner.size_.field.placeholderText() == "all"
    assert owner.size_.clear.isHidden()


def test_a_number_can_be_given_and_taken_away_by_emptying_the_field(owner: Owner, qtbot: QtBot) -> None:
    enter(qtbot, owner, "10")
    assert owner.size_.field.text() == "10"
    assert owner.size_.clear.isVisible()
    enter(qtbot, owner, "")
    assert owner.taken == [10, None]
    assert owner.size_.clear.isHidden()


def test_a_number_can_be_taken_away_with_its_button(owner: Owner, qtbot: QtBot) -> None:
    enter(qtbot, owner, "10")
    assert owner.size_.clear.accessibleName() == "Batch size: all"
    qtbot.mouseClick(owner.size_.clear, Qt.MouseButton.LeftButton)
    assert owner.taken == [10, None]
    assert owner.size_.field.text() == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("few", "“few” is not a whole number."),
        ("0", "The batch size must be an integer from 1 to 100000, not 0."),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_old_one_stays(
    owner: Owner, qtbot: QtBot, text: str, sentence: str
) -> None:
    enter(qtbot, owner, "10")
    enter(qtbot, owner, text)
    assert owner.notice.text() == sentence
    assert owner.notice.isVisible()
    assert owner.size_.field.text() == "10"
    assert owner.taken == [10]
