import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.panels.timeline import TimelinePanel
from gui.session import Session
from gui.theme import Appearance
from tests.gui.conftest import Show
from tests.gui.pointer import move_to, press, release


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> TimelinePanel:
    panel = show(TimelinePanel(session, appearance), 1000, 44)
    panel.activateWindow()
    return panel


def at(panel: TimelinePanel, epoch: int) -> QPoint:
    return QPoint(round(panel.slider.place_of(epoch)), 10)


def type_epoch(panel: TimelinePanel, qtbot: QtBot, text: str) -> None:
    panel.field.setFocus()
    panel.field.selectAll()
    qtbot.keyClicks(panel.field, text)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)


def test_before_the_first_epoch_there_is_no_past(panel: TimelinePanel) -> None:
    assert panel.sentence.text() == "The timeline begins with the first epoch."
    assert (panel.field.text(), panel.last.text()) == ("0", "0")
    assert not panel.branch.isEnabled()


def test_it_says_where_the_run_stands(panel: TimelinePanel, session: Session) -> None:
    session.seek(2000)
    assert (panel.slider.epoch, panel.field.text(), panel.last.text()) == (2000, "2,000", "2,000")
    assert panel.sentence.text() == "Drag, or click the loss curve, to look back."
    assert not panel.branch.isEnabled()


def test_in_the_past_it_says_so(panel: TimelinePanel, session: Session) -> None:
    session.seek(2000)
    session.seek(1240)
    assert (panel.slider.epoch, panel.field.text(), panel.last.text()) == (1240, "1,240", "2,000")
    assert panel.sentence.text() == "epoch 1,240 of 2,000: looking back; Run goes on over the same numbers"
    assert panel.branch.isEnabled()


def test_a_drag_seeks_to_the_newest_place_only(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(2000)
    seeks: list[int] = []
    session.moved_by_hand.connect(lambda: seeks.append(1))
    press(panel.slider, at(panel, 1900))
    for epoch in range(1800, 400, -100):
        move_to(panel.slider, at(panel, epoch), Qt.MouseButton.LeftButton)
        assert panel.field.text() == f"{panel.slider.epoch:,}"
    assert seeks == []
    qtbot.waitUntil(lambda: session.trainer.epoch < 2000)
    assert session.trainer.epoch == pytest.approx(500, abs=3)
    move_to(panel.slider, at(panel, 300), Qt.MouseButton.LeftButton)
    release(panel.slider, at(panel, 300))
    assert session.trainer.epoch == pytest.approx(300, abs=3)
    assert len(seeks) == 2


def test_keys_seek_while_the_slider_has_the_keyboard(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(2000)
    panel.slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: session.trainer.epoch == 1999)
    qtbot.keyClick(panel.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: session.trainer.epoch == 0)
    assert panel.last.text() == "2,000"


def test_an_epoch_can_be_typed(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(2000)
    type_epoch(panel, qtbot, "1,500")
    assert session.trainer.epoch == 1500
    assert panel.slider.epoch == 1500


@pytest.mark.parametrize("text", ["2001", "-1"])
def test_an_epoch_that_is_not_recorded_is_refused(
    panel: TimelinePanel, session: Session, qtbot: QtBot, text: str
) -> None:
    session.seek(2000)
    type_epoch(panel, qtbot, text)
    assert panel.notice.text() == "Epochs 0 to 2,000 are recorded; “Run to epoch…” trains on."
    assert session.trainer.epoch == 2000


def test_edits_are_marked_and_said(panel: TimelinePanel, session: Session) -> None:
    session.seek(500)
    session.set_learning_rate(0.5)
    session.seek(2000)
    (mark,) = panel.slider.marks
    assert (mark.epoch, mark.sentence) == (500, "from epoch 500 on: learning rate: 0.1 → 0.5")
    session.seek(500)
    assert panel.sentence.text().startswith(mark.sentence)
    session.reset()
    assert panel.slider.marks == ()


def test_a_branch_goes_on_from_here_and_keeps_the_old_curve(
    panel: TimelinePanel, session: Session, qtbot: QtBot
) -> None:
    session.seek(2000)
    session.seek(700)
    qtbot.mouseClick(panel.branch, Qt.MouseButton.LeftButton)
    assert (session.trainer.epoch, session.last_epoch) == (700, 700)
    assert [pin.epoch for pin in session.pins] == [2000]
    assert not panel.branch.isEnabled()
    (mark,) = panel.slider.marks
    assert mark.epoch == 700
    assert "another way begun" in mark.sentence


def test_it_is_no_higher_than_its_bar(panel: TimelinePanel) -> None:
    assert panel.height() <= 44
    assert panel.minimumSizeHint().width() < 600
