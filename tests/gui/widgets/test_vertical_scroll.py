from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.vertical_scroll import VerticalScroll
from tests.gui.conftest import Show


def test_what_is_too_long_scrolls_and_is_as_wide_as_there_is_room(show: Show) -> None:
    content = QWidget()
    content.setMinimumHeight(500)
    area = show(VerticalScroll(content), 200, 100)
    assert area.verticalScrollBar().maximum() == 500 - area.viewport().height()
    assert content.width() == area.viewport().width()
    assert not area.horizontalScrollBar().isVisible()
    area.resize(300, 600)
    assert area.verticalScrollBar().maximum() == 0


def test_it_asks_for_the_width_in_which_nothing_is_cut(show: Show, qtbot: QtBot) -> None:
    content = QWidget()
    inside = QVBoxLayout(content)
    inside.addWidget(QPushButton("A title of some length"))
    area = show(VerticalScroll(content))
    bar = area.verticalScrollBar().sizeHint().width()
    assert area.minimumSizeHint().width() == content.minimumSizeHint().width() + bar
    around = show(QWidget())
    QVBoxLayout(around).addWidget(area)
    before = around.minimumSizeHint().width()
    inside.addWidget(QPushButton("Another title of a length that is more than twice as long as the first"))
    qtbot.waitUntil(lambda: around.minimumSizeHint().width() > 1.5 * before)


def test_it_takes_no_focus_of_its_own(show: Show) -> None:
    area = show(VerticalScroll(QWidget()))
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
