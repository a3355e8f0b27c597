"""The transport: buttons that train, and where training stands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui.theme import scaled, styled
from gui.widgets.readout import Readout

WIDTH_FOR_NAMES = 1150
ICON = 16


class Transport(QWidget):
    """A button for each action; `primary` is the one that keeps its name where there is no room for the others'."""

    def __init__(self, actions: list[QAction], primary: QAction) -> None:
        super().__init__()
        self._primary = primary
        self.readout = Readout()
        self.buttons = [self._button(action) for action in actions]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(6)
        for button in self.buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.readout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show names where there is room for them."""
        super().resizeEvent(event)
        for button in self.buttons:
            named = self.width() >= scaled(WIDTH_FOR_NAMES) or button.defaultAction() is self._primary
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if named else Qt.ToolButtonStyle.ToolButtonIconOnly
            button.setToolButtonStyle(style)

    def _button(self, action: QAction) -> QToolButton:
        button = styled(QToolButton(), "primary" if action is self._primary else "")
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button
