"""One sentence at the place where something was refused."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

SHOWN_MILLISECONDS = 12_000


class Notice(QLabel):
    """A sentence that comes when it is needed and goes by itself, or with the next edit that is accepted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setWordWrap(True)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self.setText(sentence)
        self.show()
        self._timer.start(SHOWN_MILLISECONDS)
