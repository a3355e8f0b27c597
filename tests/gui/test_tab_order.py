from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.panels.data import DataPanel
from gui.panels.network import NetworkPanel
from gui.tab_order import move_focus, tab_stops


def region_of(window: MainWindow, stop: QWidget) -> str:
    """Return the name of the dock or bar in which a control stands."""
    around: list[QWidget] = [stop]
    while (parent := around[-1].parentWidget()) is not None and parent is not window:
        around.append(parent)
    return "flow" if around[-1] is window.centralWidget() else around[-1].objectName() or "tabs"


def regions(window: MainWindow) -> list[str]:
    """Return where Tab comes past, in order."""
    return list(dict.fromkeys(region_of(window, stop) for stop in tab_stops(window)))


def press_tab(*, back: bool = False) -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    return now


def test_tab_goes_through_the_window_as_it_is_read(window: MainWindow) -> None:
    window.resize(1440, 900)
    window.docks.restore()
    QApplication.processEvents()
    right = ["loss", "output_map", "gradient_sizes"]
    left = ["data", "network", "training"]
    assert regions(window) == [
        "transport", "phases", *left, "flow", "calculation", "numpy", *right, "tabs", "timeline"
    ]  # fmt: skip


def test_a_panel_behind_another_is_left_out_until_it_is_in_front(window: MainWindow) -> None:
    window.docks.bring_up("outputs")
    QApplication.processEvents()
    assert "outputs" in regions(window)
    assert "output_map" not in regions(window)
    window.docks.bring_up("output_map")
    QApplication.processEvents()
    assert "outputs" not in regions(window)


def test_what_was_added_later_has_its_place(window: MainWindow) -> None:
    window.docks.bring_up("network")
    QApplication.processEvents()
    network = window.panel(NetworkPanel)
    network.add.click()
    QApplication.processEvents()
    stops = [stop for stop in tab_stops(window) if network.isAncestorOf(stop)]
    rows = [network.rows.index(row) for stop in stops for row in network.rows if row.isAncestorOf(stop)]
    assert rows == sorted(rows)
    assert set(rows) == {0, 1, 2}
    assert stops[-1] is network.add


def test_tab_and_back_come_past_every_control_and_round_again(window: MainWindow) -> None:
    start = QApplication.focusWidget()
    there = [press_tab() for _ in tab_stops(window)]
    assert there[-1] is start
    assert set(there) == set(tab_stops(window))
    assert [press_tab(back=True) for _ in there] == [*there[-2::-1], start]


def test_tab_begins_at_the_first_control_where_none_has_the_keyboard(window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    focused.clearFocus()
    assert move_focus(window, forward=True)
    assert window.focusWidget() is tab_stops(window)[0]
    window.panel(DataPanel)
    window.focusWidget().clearFocus()
    assert move_focus(window, forward=False)
    assert window.focusWidget() is tab_stops(window)[-1]


def test_in_a_window_without_controls_tab_goes_nowhere(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.show()
    assert not move_focus(window, forward=True)
