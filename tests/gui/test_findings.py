import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from core.experiment import Initial, Layer
from core.operations import SAMPLES, units
from core.questions.diagnosis import Finding, Kind
from core.text import Phrase
from gui import findings
from gui.findings import Findings, places_of, show_finding
from gui.session import Session
from tests.gui.runs import ARTICLE


def test_it_finds_what_keeps_the_article_from_learning(session: Session, qtbot: QtBot) -> None:
    asked = Findings(session)
    asked.ask()
    assert not asked.found
    session.seek(10_000)
    with qtbot.waitSignal(asked.changed):
        asked.ask()
    (finding,) = asked.found
    assert finding.kind is Kind.PLATEAU
    with qtbot.assertNotEmitted(asked.changed):
        asked.ask()


def test_asking_soon_asks_once(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "SOON_MILLISECONDS", 0)
    session.seek(10_000)
    asked = Findings(session)
    with qtbot.waitSignal(asked.changed):
        for _ in range(3):
            asked.ask_soon()
        assert asked.found == ()
    assert asked.found


def test_of_a_past_moment_the_losses_after_it_say_nothing(session: Session) -> None:
    session.seek(10_000)
    session.seek(9_000)
    asked = Findings(session)
    asked.ask()
    assert asked.found == ()


def test_showing_a_finding_marks_its_places_and_looks_at_its_sample(session: Session) -> None:
    session.seek(10_000)
    session.select_sample(0)
    asked = Findings(session)
    asked.ask()
    show_finding(session, asked.found[0])
    assert session.sample == 1
    layer = ({units(1): 0}, {units(1): 1})
    assert session.marked == (*layer, {SAMPLES: 1}, {SAMPLES: 3})


def test_a_finding_of_some_units_marks_those_alone(session: Session) -> None:
    finding = Finding(Kind.DEAD, 1, Phrase("dead"), units=(1,))
    assert places_of(session, finding) == [{units(1): 1}]
    sample = session.sample
    show_finding(session, finding)
    assert session.sample == sample


def test_a_sample_that_is_not_in_the_batch_has_no_row(session: Session) -> None:
    session.set_training("Edit", batch_size=2)
    finding = Finding(Kind.PLATEAU, 2, Phrase("stuck"), samples=(1, 3))
    assert places_of(session, finding) == [{units(2): 0}, {SAMPLES: 1}]


def test_units_that_are_the_same_are_found_before_training(session: Session) -> None:
    session.edit(ARTICLE.with_layer(0, Layer(3)), "Edit")
    asked = Findings(session)
    asked.ask()
    assert not asked.found
    session.edit(replace(session.experiment, initial=Initial(scheme="constant")), "Edit")
    asked.ask()
    assert [finding.kind for finding in asked.found] == [Kind.SYMMETRIC]
