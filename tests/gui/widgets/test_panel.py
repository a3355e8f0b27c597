from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from gui.session import EVERYTHING, MOVED, Change, Session
from gui.theme import Appearance, Mode
from gui.widgets.panel import CALM_SECONDS, Panel, PanelDock, PanelHead
from tests.gui.conftest import Show


class Listener(Panel):
    """Keeps what it is told to refresh."""

    cares_for = Change.POSITION | Change.SAMPLE

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.refreshed: list[Change] = []

    def refresh(self, change: Change) -> None:
        """Keep it."""
        self.refreshed.append(change)


def test_a_panel_that_is_shown_first_refreshes_everything(session: Session, appearance: Appearance, show: Show) -> None:
    assert show(Listener(session, appearance)).refreshed == [EVERYTHING]


def test_a_panel_is_told_only_what_it_cares_for(session: Session, appearance: Appearance, show: Show) -> None:
    panel = show(Listener(session, appearance))
    panel.refreshed.clear()
    session.step()
    session.point_at({})
    session.select_sample(3)
    assert panel.refreshed == [MOVED & panel.cares_for, Change.SAMPLE]


def test_a_hidden_panel_does_no_work_and_catches_up_once(session: Session, appearance: Appearance, show: Show) -> None:
    panel = show(Listener(session, appearance))
    panel.hide()
    panel.refreshed.clear()
    session.step()
    session.step()
    session.select_sample(2)
    assert panel.refreshed == []
    panel.show()
    assert panel.refreshed == [Change.POSITION | Change.SAMPLE]


def test_a_panel_that_missed_nothing_has_nothing_to_catch_up(
    session: Session, appearance: Appearance, show: Show
) -> None:
    panel = show(Listener(session, appearance))
    panel.hide()
    panel.refreshed.clear()
    panel.show()
    assert panel.refreshed == []


def test_another_theme_refreshes_everything_a_panel_cares_for(
    session: Session, appearance: Appearance, show: Show
) -> None:
    panel = show(Listener(session, appearance))
    panel.refreshed.clear()
    appearance.set_mode(Mode.DARK)
    assert panel.refreshed == [panel.cares_for]


def test_a_head_puts_its_controls_behind_its_title(show: Show) -> None:
    first, second = QLabel("first"), QLabel("second")
    head = show(PanelHead("Title", first, second), 400, 40)
    assert head.title.text() == "Title"
    assert head.title.x() < first.x() < second.x() < head.width() / 2


def test_a_dock_can_be_torn_off_put_back_and_hidden(
    session: Session, appearance: Appearance, show: Show, qtbot: QtBot
) -> None:
    window = QMainWindow()
    dock = PanelDock("listener", "Listener", partial(Listener, session, appearance))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    show(window)
    _, tear_off, hide = dock.titleBarWidget().findChildren(QToolButton)
    assert [tear_off.toolTip(), hide.toolTip()] == ["Tear off Listener", "Hide Listener"]
    before = dock.mapToGlobal(QPoint(0, 0))
    qtbot.mouseClick(tear_off, Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    assert dock.pos() != before, "it is seen to be torn off"
    qtbot.mouseClick(tear_off, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert dock.isHidden()


def test_a_dock_makes_its_panel_when_it_is_seen_first(session: Session, appearance: Appearance, show: Show) -> None:
    window = QMainWindow()
    dock = PanelDock("listener", "Listener", partial(Listener, session, appearance))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.hide()
    show(window)
    assert dock.widget() is None
    dock.show()
    assert isinstance(dock.widget(), Listener)
    assert dock.widget() is dock.panel
    assert dock.panel.isVisible()


class CalmListener(Listener):
    """Is refreshed only now and then while training runs."""

    calm = True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time that panels read, to be set."""
    now = [100.0]
    monkeypatch.setattr("gui.widgets.panel.perf_counter", lambda: now[0])
    return now


def test_a_calm_panel_is_refreshed_now_and_then_while_training_runs(
    session: Session, appearance: Appearance, show: Show, clock: list[float]
) -> None:
    panel = show(CalmListener(session, appearance))
    session.set_running(True)
    panel.refreshed.clear()
    counts = []
    for share in (0.5, 0.3, 0.3, 0.5):
        clock[0] += share * CALM_SECONDS
        session.run_for(0, goal=1)
        counts.append(len(panel.refreshed))
    assert counts == [0, 0, 1, 1]


def test_a_calm_panel_catches_up_when_training_pauses(
    session: Session, appearance: Appearance, show: Show, clock: list[float]
) -> None:
    panel = show(CalmListener(session, appearance))
    session.set_running(True)
    panel.refreshed.clear()
    clock[0] += 0.1 * CALM_SECONDS
    session.run_for(0, goal=1)
    assert panel.refreshed == []
    session.set_running(False)
    assert panel.refreshed == [Change.POSITION]


def test_a_panel_is_its_own_picture_and_has_no_numbers_unless_it_says_so(
    session: Session, appearance: Appearance
) -> None:
    panel = Listener(session, appearance)
    assert panel.picture() is panel
    assert panel.numbers() is None
