import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.numerals import parse_number
from core.text import RefusalError
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from tests.gui.conftest import Show


class Owner(QWidget):
    """A field for a number up to 10, another one, and a place for what is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[float] = []
        self.notice = Notice(self)
        self.field = NumberField("Rate", parse_number, self.take, self.notice)
        self.field.show_text("5")
        self.other = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        layout.addStretch(1)

    def take(self, number: float) -> None:
        """Accept a number up to 10, and show it as the session would."""
        if number > 10:
            raise RefusalError("Up to 10, not {number}.", number=number)
        self.taken.append(number)
        self.field.show_text(f"{number:g}")


@pytest.fixture
def owner(show: Show, qtbot: QtBot) -> Owner:
    owner = show(Owner())
    owner.activateWindow()
    owner.field.setFocus()
    qtbot.waitUntil(owner.field.hasFocus)
    return owner


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    """Type in place of what is there."""
    field.selectAll()
    qtbot.keyClicks(field, text)


def is_marked(field: NumberField) -> bool:
    return bool(field.property("refused"))


def test_a_number_is_taken_with_enter(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "7.50")
    assert owner.taken == []
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    assert owner.taken == [7.5]
    assert owner.field.text() == "7.5"
    assert owner.notice.isHidden()


def test_a_number_is_taken_when_the_field_is_left(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "3")
    owner.other.setFocus()
    qtbot.waitUntil(lambda: owner.taken == [3])


def test_what_has_not_changed_is_not_taken(owner: Owner, qtbot: QtBot) -> None:
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    owner.other.setFocus()
    qtbot.waitUntil(owner.other.hasFocus)
    assert owner.taken == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fast", "“fast” is not a number; write it like 0.5 or −2."),
        ("", "“” is not a number; write it like 0.5 or −2."),
        ("nan", "A value must be finite, so “nan” cannot be used."),
        ("-inf", "A value must be finite, so “-inf” cannot be used."),
        ("11", "Up to 10, not 11.0."),
    ],
)
def test_a_refusal_is_said_at_the_field_and_what_was_there_stays(
    owner: Owner, qtbot: QtBot, text: str, sentence: str
) -> None:
    owner.field.selectAll()
    qtbot.keyClick(owner.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(owner.field, text)
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    assert owner.notice.isVisible()
    assert owner.notice.text() == sentence
    assert owner.field.text() == "5"
    assert is_marked(owner.field)
    assert owner.taken == []


def test_the_next_number_that_is_accepted_takes_the_refusal_away(owner: Owner, qtbot: QtBot) -> None:
    for text in ("nan", "6"):
        type_over(qtbot, owner.field, text)
        qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    assert owner.notice.isHidden()
    assert not is_marked(owner.field)
    assert owner.taken == [6]


def test_escape_puts_back_what_was_there(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "9")
    qtbot.keyClick(owner.field, Qt.Key.Key_Escape)
    assert owner.field.text() == "5"
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    assert owner.taken == []


def test_what_is_being_typed_is_left_alone(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "9")
    owner.field.show_text("4")
    assert owner.field.text() == "9"
    qtbot.keyClick(owner.field, Qt.Key.Key_Escape)
    assert owner.field.text() == "4"


def test_after_an_accepted_number_the_field_follows_again(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "9")
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    owner.field.show_text("4")
    assert owner.field.text() == "4"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home], ids=lambda key: key.name
)
def test_keys_that_move_in_the_text_are_no_shortcuts(owner: Owner, qtbot: QtBot, key: Qt.Key) -> None:
    action = QAction("run", owner)
    action.setShortcut(QKeySequence(key))
    owner.addAction(action)
    with qtbot.assertNotEmitted(action.triggered):
        qtbot.keyClick(owner.field, key)
    owner.setFocus()
    qtbot.waitUntil(owner.hasFocus)
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(owner, key)


def test_a_true_minus_sign_is_understood(owner: Owner, qtbot: QtBot) -> None:
    owner.field.setText("−2")
    qtbot.keyClick(owner.field, Qt.Key.Key_Return)
    assert owner.taken == [-2]


def test_what_was_typed_can_be_forgotten(owner: Owner, qtbot: QtBot) -> None:
    type_over(qtbot, owner.field, "99")
    owner.field.forget()
    assert owner.field.text() == "5"
    owner.other.setFocus()
    qtbot.waitUntil(owner.other.hasFocus)
    assert owner.taken == []
