"""Where the panels stand around the gradient flow: each can be moved, torn off, hidden, and put back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pkgutil import resolve_name
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from gui.theme import scaled
from gui.widgets.panel import Panel, PanelDock

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
WIDTHS = {LEFT: 312, RIGHT: 330}
SMALL_WIDTHS = {LEFT: 270, RIGHT: 280}
WIDEST_SHARE = 0.3  # of the window, where text is large
SMALL = QSize(1240, 800)  # a smaller window has no room for all panels beside one another
LOW = 560  # a lower one, none for more than one below another
FOLDER = "gui.panels."
BOTTOM_SHARE = 0.36  # of the window's height

AnyPanel = TypeVar("AnyPanel", bound=Panel)


@dataclass(frozen=True)
class Place:
    """Where a panel stands at first; `share` is of the height or width among those beside it.

    `kind` names its class, as `module:class` in gui.panels, so that it is loaded when it is wanted first.

    Some are not shown at first; where `over` names another place, they then stand over it, as tabs.
    """

    name: str
    title: str
    kind: str
    area: Qt.DockWidgetArea
    share: int = 0
    shown: bool = True
    over: str = ""
    in_small: str = ""

    def load(self) -> type[Panel]:
        """Return the class of the panel."""
        kind: type[Panel] = resolve_name(FOLDER + self.kind)
        return kind


class Docks:
    """The docks of one window, in the order of `places`; `make` makes the panels."""

    def __init__(self, window: QMainWindow, places: list[Place], make: Callable[[type[Panel]], Panel]) -> None:
        self._window, self._make_panel = window, make
        self._is_small = self._is_low = False
        self._set_aside: list[PanelDock] = []  # while it is presented; those that were in front come last
        self._places = {place.name: place for place in places}
        self._docks = {place.name: PanelDock(place.name, place.title, partial(self._make, place)) for place in places}
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.TopLeftCorner):
            window.setCorner(corner, LEFT)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            window.setCorner(corner, RIGHT)

    def __contains__(self, name: str) -> bool:
        return name in self._docks

    def __getitem__(self, name: str) -> PanelDock:
        return self._docks[name]

    def panel(self, kind: type[AnyPanel]) -> AnyPanel:
        """Return the panel of a kind; it is made where it was not wanted before."""
        wanted = f"{kind.__module__}:{kind.__qualname__}".removeprefix(FOLDER)
        name = next(name for name, place in self._places.items() if place.kind == wanted)
        panel = self._docks[name].panel
        assert isinstance(panel, kind)
        return panel

    def bring_up(self, name: str) -> Panel:
        """Let a panel be seen, before all others at its place, and return it."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        self._make_room(name)
        return dock.panel

    def made(self) -> list[tuple[str, Panel]]:
        """Return the panels that were wanted so far, with their titles."""
        return [(dock.windowTitle(), dock.panel) for dock in self._docks.values() if dock.widget()]

    def toggles(self) -> list[QAction]:
        """Return an action for each panel that shows and hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def restore(self) -> None:
        """Put all panels where they stand at first."""
        width, height = self._window.width(), self._window.height()
        self._is_small = width < scaled(SMALL.width()) or height < scaled(SMALL.height())
        self._is_low = height < scaled(LOW)
        for place in self._places.values():
            self._put(place)
        for place in self._places.values():
            if self._stands_behind(place) and place.shown:
                self._docks[self._stands_behind(place)].raise_()
        for area, wanted in (SMALL_WIDTHS if self._is_small else WIDTHS).items():
            docks, most = self._beside_one_another(area), round(width * WIDEST_SHARE)
            self._window.resizeDocks(docks[:1], [min(scaled(wanted), most)], Qt.Orientation.Horizontal)
            self._window.resizeDocks(docks, self._shares(area), Qt.Orientation.Vertical)
        docks = self._beside_one_another(BOTTOM)
        self._window.resizeDocks(docks[:1], [round(height * BOTTOM_SHARE)], Qt.Orientation.Vertical)
        self._window.resizeDocks(docks, self._shares(BOTTOM), Qt.Orientation.Horizontal)

    def set_editing(self, shown: bool) -> None:
        """Hide the panels in which the experiment is edited, or bring back those that were hidden so."""
        if shown:
            for dock in self._set_aside:
                dock.show()
                dock.raise_()
            self._set_aside = []
        else:
            editing = [self._docks[place.name] for place in self._places.values() if place.area is LEFT]
            self._set_aside = sorted((dock for dock in editing if not dock.isHidden()), key=PanelDock.is_in_front)
            for dock in self._set_aside:
                dock.hide()

    def _make(self, place: Place) -> Panel:
        return self._make_panel(place.load())

    def _make_room(self, name: str) -> None:
        """Give a panel that is brought up its share of the height, where it stands lower."""
        dock, height = self._docks[name], self._places[name].share
        if not dock.isFloating() and dock.height() < height and self._places[name].area is not BOTTOM:
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def _put(self, place: Place) -> None:
        dock = self._docks[place.name]
        dock.setFloating(False)
        self._window.addDockWidget(place.area, dock, self._direction(place.area))
        if front := self._stands_behind(place):
            self._window.tabifyDockWidget(self._docks[front], dock)
        dock.setVisible(place.shown)

    def _stands_behind(self, place: Place) -> str:
        first = next(other.name for other in self._places.values() if other.area is place.area)
        if self._is_low and place.name != first:
            return first
        return place.over or (place.in_small if self._is_small else "")

    def _direction(self, area: Qt.DockWidgetArea) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if area is BOTTOM else Qt.Orientation.Vertical

    def _beside_one_another(self, area: Qt.DockWidgetArea) -> list[PanelDock]:
        return [self._docks[place.name] for place in self._at_first(area)]

    def _shares(self, area: Qt.DockWidgetArea) -> list[int]:
        return [place.share for place in self._at_first(area)]

    def _at_first(self, area: Qt.DockWidgetArea) -> list[Place]:
        return [
            place
            for place in self._places.values()
            if place.area == area and place.shown and not self._stands_behind(place)
        ]
