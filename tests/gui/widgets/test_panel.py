from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from gui.session import EVERYTHING, MOVED, Change, Session
from gui.theme import Appearance, Mode
from gui.widgets.panel import Panel, PanelDock, PanelHead
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
    dock = PanelDock("listener", Listener(session, appearance), "Listener")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    show(window)
    tear_off, hide = dock.titleBarWidget().findChildren(QToolButton)
    assert [tear_off.toolTip(), hide.toolTip()] == ["Tear off Listener", "Hide Listener"]
    qtbot.mouseClick(tear_off, Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    qtbot.mouseClick(tear_off, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert dock.isHidden()
