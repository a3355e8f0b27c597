"""Where the panels stand around the gradient flow: each can be moved, torn off, hidden, and put back."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from gui.widgets.panel import Panel, PanelDock

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
WIDTHS = {LEFT: 300, RIGHT: 330}
BOTTOM_SHARE = 0.36  # of the window's height


@dataclass(frozen=True)
class Place:
    """Where a panel stands at first; `height` is its share among those beside it."""

    name: str
    title: str
    panel: Panel
    area: Qt.DockWidgetArea
    height: int


class Docks:
    """The docks of one window, in the order of `places`."""

    def __init__(self, window: QMainWindow, places: list[Place]) -> None:
        self._window, self._places = window, places
        self._docks = [PanelDock(place.name, place.panel, place.title) for place in places]
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.TopLeftCorner):
            window.setCorner(corner, LEFT)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            window.setCorner(corner, RIGHT)

    def toggles(self) -> list[QAction]:
        """Return an action for each panel that shows and hides it."""
        return [dock.toggleViewAction() for dock in self._docks]

    def restore(self) -> None:
        """Put all panels where they stand at first."""
        for dock, place in zip(self._docks, self._places, strict=True):
            dock.setFloating(False)
            self._window.addDockWidget(place.area, dock)
            dock.show()
        for area, width in WIDTHS.items():
            docks = self._in(area)
            heights = [place.height for place in self._places if place.area == area]
            self._window.resizeDocks(docks[:1], [width], Qt.Orientation.Horizontal)
            self._window.resizeDocks(docks, heights, Qt.Orientation.Vertical)
        height = round(self._window.height() * BOTTOM_SHARE)
        self._window.resizeDocks(self._in(BOTTOM), [height], Qt.Orientation.Vertical)

    def _in(self, area: Qt.DockWidgetArea) -> list[PanelDock]:
        return [dock for dock, place in zip(self._docks, self._places, strict=True) if place.area == area]
