"""A small button with a drawing."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from gui.icons import tinted_icon
from gui.theme import scaled

ICON = 14


class IconButton(QToolButton):
    """A drawing that follows the colours of the theme, with a name that is its tooltip, too."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.setObjectName("flat")
        self._icon_name, self._color = icon, ""
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        self._tint()

    def show_icon(self, icon: str) -> None:
        """Show another drawing."""
        self._icon_name, self._color = icon, ""
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        color = self.palette().buttonText().color().name()
        if color != self._color:
            self._color = color
            self.setIcon(tinted_icon(self._icon_name, color))
