"""What all panels have in common, and the dock each stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.session import EVERYTHING, Change, Session
from gui.theme import Appearance, styled
from gui.widgets.icon_button import IconButton


class Panel(QWidget):
    """A view of the session.

    A panel names in `cares_for` what it shows. `refresh` is called with what of it has changed: at once where the
    panel is seen, and when it is shown again where it was hidden.
    """

    cares_for = EVERYTHING

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.appearance = appearance
        self._stale = EVERYTHING
        session.changed.connect(self._on_change)
        appearance.changed.connect(self._on_appearance)

    def refresh(self, change: Change) -> None:
        """Show anew what has changed."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was missed while hidden."""
        super().showEvent(event)
        self._catch_up()

    def _on_change(self, change: Change) -> None:
        self._stale |= change & self.cares_for
        if self.isVisible():
            self._catch_up()

    def _on_appearance(self) -> None:
        self._on_change(EVERYTHING)

    def _catch_up(self) -> None:
        change, self._stale = self._stale, Change(0)
        if change:
            self.refresh(change)


class PanelHead(QWidget):
    """A panel's first line: its title, and controls beside it."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        self.title = styled(QLabel(title), "title")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, *controls):
            layout.addWidget(widget)
        layout.addStretch(1)


class PanelDock(QDockWidget):
    """A dock with a line of its own on top, which moves it, tears it off and hides it."""

    def __init__(self, name: str, panel: Panel, title: str) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setWidget(panel)
        self._float = IconButton("float", self.tr("Tear off {panel}").format(panel=title))
        self._close = IconButton("remove", self.tr("Hide {panel}").format(panel=title))
        self._float.clicked.connect(self._toggle_floating)
        self._close.clicked.connect(self.close)
        self.setTitleBarWidget(self._bar(title))

    def _bar(self, title: str) -> QWidget:
        bar = styled(QWidget(), "panel")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(10, 4, 4, 0)
        layout.setSpacing(0)
        layout.addWidget(styled(QLabel(title), "title"))
        layout.addStretch(1)
        layout.addWidget(self._float)
        layout.addWidget(self._close)
        return bar

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())


def column(panel: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Lay `widgets` out below one another with the margins all panels share."""
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(10, 4, 10, 8)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
