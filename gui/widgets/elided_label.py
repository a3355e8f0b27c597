"""A line of text that gives way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """Draws as much of its text as there is room for, with an ellipsis; its tooltip then has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def drawn(self) -> str:
        """What is drawn of the text."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self._complete()

    def minimumSizeHint(self) -> QSize:
        """Return no width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for all of the text now."""
        super().resizeEvent(event)
        self._complete()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter, role = QPainter(self), self.foregroundRole()
        flags = int(self.alignment())
        self.style().drawItemText(
            painter, self.contentsRect(), flags, self.palette(), self.isEnabled(), self.drawn, role
        )

    def _complete(self) -> None:
        self.setToolTip(self.text() if self.drawn != self.text() else "")
