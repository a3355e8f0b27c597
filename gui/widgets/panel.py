"""What all panels have in common, and the dock each stands in."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.session import EVERYTHING, Change, Session
from gui.theme import Appearance, styled
from gui.widgets.icon_button import IconButton
from gui.widgets.panel_menu import TakeOutButton
from gui.widgets.wrapping_row import WrappingRow

TORN_OFF = QPoint(24, 24)
CALM_SECONDS = 0.15  # from one refresh of a calm panel to the next while training runs


class Panel(QWidget):
    """A view of the session.

    A panel names in `cares_for` what it shows. `refresh` is called with what of it has changed: at once where the
    panel is seen, and when it is shown again where it was hidden. While training runs, a `calm` panel is refreshed
    now and then, others with every frame.
    """

    cares_for = EVERYTHING
    calm = False

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.appearance = appearance
        self._stale = EVERYTHING
        self._refreshed = 0.0
        session.changed.connect(self._on_change)
        appearance.changed.connect(self._on_appearance)

    def refresh(self, change: Change) -> None:
        """Show anew what has changed."""
        raise NotImplementedError

    def picture(self) -> QWidget:
        """Return what is copied and saved as the panel's picture."""
        return self

    def numbers(self) -> str | None:
        """Return the numbers the panel shows as comma-separated values, or None where it shows none."""
        return None

    def keys(self) -> list[tuple[str, str]]:
        """Return what can be done by keys while the keyboard is in the panel, and the keys."""
        return []

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was missed while hidden."""
        super().showEvent(event)
        self._catch_up()

    def _on_change(self, change: Change) -> None:
        self._stale |= change & self.cares_for
        if self.isVisible() and not self._waits():
            self._catch_up()

    def _waits(self) -> bool:
        """Say whether a calm panel has been refreshed so shortly before that it is not worth doing again yet."""
        return self.calm and self.session.running and perf_counter() - self._refreshed < CALM_SECONDS

    def _on_appearance(self) -> None:
        self._on_change(EVERYTHING)

    def _catch_up(self) -> None:
        change, self._stale = self._stale, Change(0)
        if change:
            self.refresh(change)
            self._refreshed = perf_counter()


class PanelHead(QWidget):
    """A panel's first line: its title, and controls beside it; in a narrow panel they go on in a next line."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        self.title = styled(QLabel(title), "title")
        WrappingRow(self, self.title, *controls)


class PanelDock(QDockWidget):
    """A dock with a line of its own on top, which moves it, tears it off and hides it.

    Its panel is made when it is wanted first, so that the window opens soon.
    """

    def __init__(self, name: str, title: str, make: Callable[[], Panel]) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self._make = make
        self._panel: Panel | None = None
        self._float = IconButton("float", self.tr("Tear off {panel}").format(panel=title))
        self.take_out = TakeOutButton(title, self._picture, self._numbers)
        self._close = IconButton("remove", self.tr("Hide {panel}").format(panel=title))
        self._float.clicked.connect(self._toggle_floating)
        self._close.clicked.connect(self.close)
        self.setTitleBarWidget(self._bar(title))

    @property
    def panel(self) -> Panel:
        """The panel, made now where it was not wanted before."""
        if self._panel is None:
            self._panel = self._make()
            self.setWidget(self._panel)
        return self._panel

    def is_in_front(self) -> bool:
        """Say whether it can be seen: of docks that stand over one another, one can."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the panel made before it is seen."""
        self.panel.show()
        super().showEvent(event)

    def _bar(self, title: str) -> QWidget:
        bar = styled(QWidget(), "panel")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(10, 4, 4, 0)
        layout.setSpacing(0)
        layout.addWidget(styled(QLabel(title), "title"))
        layout.addStretch(1)
        layout.addWidget(self.take_out)
        layout.addWidget(self._float)
        layout.addWidget(self._close)
        return bar

    def _picture(self) -> QWidget:
        return self.panel.picture()

    def _numbers(self) -> str | None:
        return self.panel.numbers()

    def _toggle_floating(self) -> None:
        """Tear the panel off, a little to the side, so that it is seen to be; or put it back."""
        self.setFloating(not self.isFloating())
        if self.isFloating():
            self.move(self.pos() + TORN_OFF)


def column(panel: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Lay `widgets` out below one another with the margins all panels share."""
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(10, 4, 10, 8)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
