import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.notice import WIDTH, Notice
from tests.gui.conftest import Show

SENTENCE = "There can be 1 to 64 inputs, not 65; and this sentence is long enough to need a second line."


class Owner(QWidget):
    """A window with something small in it."""

    def __init__(self, place: QPoint) -> None:
        super().__init__()
        self.small = QPushButton("n", self)
        self.small.setGeometry(QRect(place.x(), place.y(), 40, 24))
        self.notice = Notice(self.small)


@pytest.mark.parametrize("place", [QPoint(0, 0), QPoint(550, 0), QPoint(0, 370), QPoint(550, 370), QPoint(300, 200)])
def test_it_lies_in_the_window_beside_what_it_is_about_and_not_over_it(show: Show, place: QPoint) -> None:
    owner = show(Owner(place), 600, 400)
    owner.notice.say(SENTENCE, owner.small)
    assert owner.notice.isVisible()
    assert owner.rect().contains(owner.notice.geometry())
    assert not owner.notice.geometry().intersects(owner.small.geometry())
    assert owner.notice.width() == WIDTH


def test_all_of_a_long_sentence_is_to_be_seen(show: Show) -> None:
    owner = show(Owner(QPoint(10, 10)), 600, 400)
    owner.notice.say(SENTENCE, owner.small)
    assert owner.notice.text() == SENTENCE
    assert owner.notice.height() >= owner.notice.heightForWidth(WIDTH)
    long = owner.notice.height()
    owner.notice.say("No.", owner.small)
    assert owner.notice.height() < long


def test_it_goes_by_itself(show: Show, qtbot: QtBot) -> None:
    owner = show(Owner(QPoint(10, 10)), 600, 400)
    owner.notice.say(SENTENCE, owner.small)
    timer = owner.notice.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    timer.start(0)
    qtbot.waitUntil(owner.notice.isHidden)


def test_what_is_below_it_can_still_be_clicked(show: Show) -> None:
    owner = show(Owner(QPoint(10, 10)), 600, 400)
    below = QPushButton("below", owner)
    below.setGeometry(QRect(0, 30, 300, 200))
    below.show()
    owner.notice.say(SENTENCE, owner.small)
    assert owner.childAt(owner.notice.geometry().center()) is below
