"""A part of a panel that folds."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.icons import tinted_icon
from gui.theme import scaled, styled
from gui.widgets.elided_label import ElidedLabel

ICON = 10


class Section(QWidget):
    """A line with a title and, in few words, what is set; what is below it is folded away until it is asked for."""

    def __init__(self, title: str, *contents: QWidget) -> None:
        super().__init__()
        self.head = styled(QToolButton(), "fold")
        self.head.setText(title)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.summary = styled(ElidedLabel(), "quiet")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.contents = QWidget()
        self._lay_out(contents)
        self.head.toggled.connect(self._on_toggled)
        self._on_toggled(unfolded=False)

    def summarize(self, text: str) -> None:
        """Say in few words what is set."""
        self.summary.show_text(text)
        self.head.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._on_toggled(unfolded=self.head.isChecked())

    def _lay_out(self, contents: tuple[QWidget, ...]) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.head)
        line.addWidget(self.summary, 1)
        inside = QVBoxLayout(self.contents)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(4)
        for widget in contents:
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.contents)

    def _on_toggled(self, unfolded: bool) -> None:
        self.contents.setVisible(unfolded)
        self.head.setIcon(tinted_icon("down" if unfolded else "right", self.palette().buttonText().color().name()))
