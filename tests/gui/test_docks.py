import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.arrangement import places
from gui.docks import LEFT, RIGHT
from gui.main_window import MainWindow
from gui.panels.calculation import CalculationPanel
from gui.panels.network import NetworkPanel
from gui.widgets.panel import PanelDock

AT_FIRST = {place.name: place.area for place in places()}
SHOWN = [place.name for place in places() if place.shown]


def dock(window: MainWindow, name: str) -> PanelDock:
    found = window.findChild(PanelDock, name)
    assert isinstance(found, PanelDock)
    return found


def make_large(window: MainWindow) -> None:
    """Give the window room for all panels beside one another."""
    window.resize(1440, 900)
    window.docks.restore()
    QApplication.processEvents()


def areas(window: MainWindow) -> dict[str, Qt.DockWidgetArea]:
    return {each.objectName(): window.dockWidgetArea(each) for each in window.findChildren(PanelDock)}


def test_at_first_each_panel_stands_in_its_place_and_can_be_seen(window: MainWindow) -> None:
    assert areas(window) == AT_FIRST
    assert [name for name in AT_FIRST if dock(window, name).isVisible()] == SHOWN
    assert not any(each.isFloating() for each in window.findChildren(PanelDock))


def test_the_gradient_flow_has_the_most_room(window: MainWindow) -> None:
    make_large(window)
    flow = window.flow.width() * window.flow.height()
    assert all(flow > each.width() * each.height() for each in window.findChildren(PanelDock) if each.isVisible())


def test_panels_below_one_another_stand_in_their_order(window: MainWindow) -> None:
    make_large(window)
    for area in (LEFT, RIGHT):
        tops = [dock(window, place.name).y() for place in places() if place.area is area and place.shown]
        assert tops == sorted(tops)
    assert dock(window, "calculation").x() < dock(window, "numpy").x()


@pytest.mark.parametrize("name", SHOWN)
def test_a_panel_can_be_hidden_and_shown_from_the_menu(window: MainWindow, name: str) -> None:
    panel = dock(window, name)
    (toggle,) = [action for action in window.docks.toggles() if action.text() == panel.windowTitle()]
    toggle.trigger()
    assert panel.isHidden()
    toggle.trigger()
    assert panel.isVisible()


def test_all_panels_can_be_put_back(window: MainWindow) -> None:
    make_large(window)
    window.addDockWidget(LEFT, dock(window, "loss"))
    dock(window, "numpy").setFloating(True)
    dock(window, "data").hide()
    window.tabifyDockWidget(dock(window, "network"), dock(window, "training"))
    window.docks.restore()
    QApplication.processEvents()
    assert areas(window) == AT_FIRST
    assert [name for name in AT_FIRST if dock(window, name).isVisible()] == SHOWN
    assert not any(each.isFloating() for each in window.findChildren(PanelDock))
    assert not window.tabifiedDockWidgets(dock(window, "training"))


def test_a_hidden_panel_catches_up_when_it_is_shown(window: MainWindow) -> None:
    panel = dock(window, "calculation")
    panel.hide()
    window.session.go_to(3)
    assert window.panel(CalculationPanel).head.title.text().startswith("Nothing")
    panel.show()
    assert window.panel(CalculationPanel).head.title.text().startswith("Step 3 of 19")


def test_in_a_small_window_some_panels_stand_behind_others_as_tabs(window: MainWindow) -> None:
    window.resize(1024, 700)
    window.docks.restore()
    QApplication.processEvents()
    for place in places():
        if place.in_small:
            assert dock(window, place.in_small) in window.tabifiedDockWidgets(dock(window, place.name))
            assert window.panel(place.load()).visibleRegion().isEmpty()
    make_large(window)
    assert not any(window.tabifiedDockWidgets(dock(window, place.name)) for place in places() if place.in_small)


def test_a_panel_that_is_not_shown_is_made_when_it_is_wanted(window: MainWindow) -> None:
    for place in places():
        if not place.shown:
            assert dock(window, place.name).widget() is None
            assert window.docks.bring_up(place.name).isVisible()
        assert window.panel(place.load()) is dock(window, place.name).widget()


def test_a_panel_that_is_brought_up_stands_before_the_others_at_its_place(window: MainWindow) -> None:
    window.tabifyDockWidget(dock(window, "network"), dock(window, "training"))
    window.docks.bring_up("network")
    QApplication.processEvents()
    assert not window.panel(NetworkPanel).visibleRegion().isEmpty()
