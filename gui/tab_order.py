"""The order in which Tab goes through the window: as it is read, also where panels were moved or made anew."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QMainWindow, QTabBar, QToolBar, QWidget

from gui.widgets.panel import PanelDock

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
TOP, BOTTOM = Qt.DockWidgetArea.TopDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def move_focus(window: QMainWindow, *, forward: bool) -> bool:
    """Give the keyboard to the control after or before the one that has it; return whether there is one."""
    stops = tab_stops(window)
    if not stops:
        return False
    now, step = window.focusWidget(), 1 if forward else -1
    start = stops.index(now) if now in stops else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(start + step) % len(stops)].setFocus(reason)
    return True


def tab_stops(window: QMainWindow) -> list[QWidget]:
    """Return the controls that Tab goes to: upper bars, left panels, middle, lower panels, right panels, lower bars."""
    regions = [
        *_bars(window, Qt.ToolBarArea.TopToolBarArea),
        *_docks(window, LEFT, TOP),
        window.centralWidget(),
        *_docks(window, BOTTOM, RIGHT),
        *window.findChildren(QTabBar, options=CHILDREN),
        *_bars(window, Qt.ToolBarArea.BottomToolBarArea),
    ]
    return [stop for region in regions if region is not None for stop in _stops(region)]


def _bars(window: QMainWindow, area: Qt.ToolBarArea) -> list[QToolBar]:
    bars = window.findChildren(QToolBar, options=CHILDREN)
    return [bar for bar in bars if window.toolBarArea(bar) is area]


def _docks(window: QMainWindow, *areas: Qt.DockWidgetArea) -> Iterator[QWidget]:
    """Yield title bars and panels area by area, in each from left to right and down."""
    docks = [dock for dock in window.findChildren(PanelDock, options=CHILDREN) if dock.is_in_front()]
    for area in areas:
        there = [dock for dock in docks if not dock.isFloating() and window.dockWidgetArea(dock) is area]
        for dock in sorted(there, key=lambda dock: (dock.x(), dock.y())):
            yield from (dock.titleBarWidget(), dock.panel)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what of a widget takes the keyboard, in the order of its layout."""
    if not widget.isVisible():
        return
    if _takes_tab(widget):
        yield widget
    for child in dict.fromkeys([*_laid_out(widget.layout()), *_children(widget.children())]):
        yield from _stops(child)


def _takes_tab(widget: QWidget) -> bool:
    """Say whether Tab goes to a control. Of buttons of which one is down, it goes to that one; the arrow keys go on."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() not in (None, widget):
        return False
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """Yield the widgets of a layout, in its order."""
    items = [] if layout is None else [layout.itemAt(index) for index in range(layout.count())]
    for item in items:
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif item is not None:
            yield from _laid_out(item.layout())


def _children(objects: Iterable[QObject]) -> Iterator[QWidget]:
    for child in objects:
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
