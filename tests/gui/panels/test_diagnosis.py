import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, Initial, Layer
from gui.panels.diagnosis import DiagnosisPanel
from gui.session import Session
from gui.theme import Appearance
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, DIVERGING

SAME = replace(ARTICLE, layers=(Layer(2, "relu"), Layer(1)), initial=Initial(scheme="zeros"))


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> DiagnosisPanel:
    return show(DiagnosisPanel(session, appearance), 340, 400)


def shown(panel: DiagnosisPanel) -> list[str]:
    """Return the titles of the cards that are seen."""
    return [card.title.text() for card in panel.cards if card.isVisible()]


def test_before_the_run_begins_nothing_is_wrong(panel: DiagnosisPanel) -> None:
    assert panel.nothing.text() == "The run has not begun. So far, nothing stands in the way of learning."
    assert shown(panel) == []
    assert panel.numbers() is None


def test_of_the_article_it_says_why_it_is_stuck(panel: DiagnosisPanel, session: Session) -> None:
    session.seek(10_000)
    panel.ask()
    assert shown(panel) == ["<b>The run stands still</b>"]
    assert "Samples 2 and 4 have different targets, but layer 1 hardly tells them apart" in (
        panel.cards[0].sentence.text()
    )
    assert panel.nothing.isHidden()
    assert "plateau,1,distance,0.0013" in (panel.numbers() or "")


def test_it_looks_by_itself_when_the_run_has_moved(panel: DiagnosisPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(10_000)
    qtbot.waitUntil(lambda: bool(shown(panel)))


def test_where_nothing_is_wrong_it_says_so(panel: DiagnosisPanel, session: Session) -> None:
    session.edit(ARTICLE.with_seed(1), "Edit")
    session.seek(2000)
    panel.ask()
    assert panel.nothing.text() == "Nothing stands in the way of learning."


def test_a_finding_is_shown_in_the_diagram(panel: DiagnosisPanel, session: Session, qtbot: QtBot) -> None:
    session.select_sample(0)
    session.seek(10_000)
    panel.ask()
    qtbot.mouseClick(panel.cards[0].button, Qt.MouseButton.LeftButton)
    assert len(session.marked) == 4
    assert session.sample == 1


def test_another_experiment_is_looked_at_at_once(panel: DiagnosisPanel, session: Session) -> None:
    session.edit(SAME, "Edit")
    several = shown(panel)
    assert len(several) > 1
    session.edit(Experiment(ARTICLE.data, (Layer(1),)), "Edit")
    assert shown(panel) == []
    session.undo_stack.undo()
    assert shown(panel) == several


def test_a_run_that_has_diverged_has_one_finding(panel: DiagnosisPanel, session: Session) -> None:
    session.edit(DIVERGING, "Edit")
    session.seek(1000)
    panel.ask()
    (title,) = shown(panel)
    assert "explodes" in title
    assert "no finite number" in panel.cards[0].sentence.text()


def test_a_hidden_panel_does_not_look(panel: DiagnosisPanel, session: Session) -> None:
    panel.hide()
    session.edit(SAME, "Edit")
    assert panel.findings.found == ()
    panel.show()
    assert panel.findings.found


def test_its_picture_has_all_cards(panel: DiagnosisPanel, session: Session) -> None:
    session.edit(SAME, "Edit")
    assert all(panel.picture().isAncestorOf(card) for card in panel.cards)
