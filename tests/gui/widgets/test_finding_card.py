from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.questions.diagnosis import Finding, Kind
from core.text import Phrase
from gui.widgets.finding_card import FindingCard
from tests.gui.conftest import Show

FINDING = Finding(Kind.DEAD, 2, Phrase("It answers 0."), units=(1,))


def test_it_says_what_is_wrong_and_where(show: Show) -> None:
    card = show(FindingCard(), 300, 120)
    card.show_finding(FINDING)
    assert card.title.text() == "<b>Units of layer 2 are dead</b>"
    assert card.sentence.text() == "It answers 0."
    assert card.accessibleName() == "Units of layer 2 are dead"
    assert card.button.accessibleName() == "Show in the diagram: Units of layer 2 are dead"


def test_its_button_wants_it_to_be_shown(show: Show, qtbot: QtBot) -> None:
    card = show(FindingCard(), 300, 120)
    card.show_finding(FINDING)
    with qtbot.waitSignal(card.show_wanted) as told:
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert told.args == [FINDING]
    card.button.setFocus()
    with qtbot.waitSignal(card.show_wanted):
        qtbot.keyClick(card.button, Qt.Key.Key_Space)
