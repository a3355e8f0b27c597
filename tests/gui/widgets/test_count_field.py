import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.text import RefusalError
from gui.widgets.count_field import CountField
from gui.widgets.notice import Notice
from tests.gui.conftest import Show


class Owner(QWidget):
    """A count from 1 to 3."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.count = CountField("Rows", self.take, self.notice)
        self.count.show_count(2)
        layout = QVBoxLayout(self)
        layout.addWidget(self.count)
        layout.addStretch(1)

    def take(self, count: int) -> None:
        """Accept 1 to 3."""
        if not 1 <= count <= 3:
            raise RefusalError("From 1 to 3, not {count}.", count=count)
        self.count.show_count(count)

    @property
    def shown(self) -> str:
        """What is to be read."""
        return self.count.field.text()


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner())


def click(qtbot: QtBot, button: QWidget, times: int = 1) -> None:
    for _ in range(times):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_count_up_and_down(owner: Owner, qtbot: QtBot) -> None:
    click(qtbot, owner.count.more)
    assert owner.shown == "3"
    click(qtbot, owner.count.fewer, 2)
    assert owner.shown == "1"


def test_beyond_the_last_count_a_sentence_says_why_and_the_count_stays(owner: Owner, qtbot: QtBot) -> None:
    click(qtbot, owner.count.more, 2)
    assert owner.shown == "3"
    assert owner.notice.isVisible()
    assert owner.notice.text() == "From 1 to 3, not 4."
    click(qtbot, owner.count.fewer)
    assert owner.notice.isHidden()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("0", "From 1 to 3, not 0."), ("2.5", "“2.5” is not a whole number."), ("two", "“two” is not a whole number.")],
)
def test_what_is_typed_can_be_refused(owner: Owner, qtbot: QtBot, typed: str, sentence: str) -> None:
    owner.count.field.selectAll()
    qtbot.keyClicks(owner.count.field, typed)
    qtbot.keyClick(owner.count.field, Qt.Key.Key_Return)
    assert owner.notice.text() == sentence
    assert owner.shown == "2"


def test_a_count_can_be_typed(owner: Owner, qtbot: QtBot) -> None:
    owner.count.field.selectAll()
    qtbot.keyClicks(owner.count.field, "3")
    qtbot.keyClick(owner.count.field, Qt.Key.Key_Return)
    assert owner.shown == "3"
    click(qtbot, owner.count.fewer)
    assert owner.shown == "2"


def test_the_buttons_say_what_they_count(owner: Owner) -> None:
    assert [button.toolTip() for button in (owner.count.fewer, owner.count.more)] == [
        "Rows: one fewer",
        "Rows: one more",
    ]
