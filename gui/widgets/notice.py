"""One sentence at the place where something was refused."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from core.text import RefusalError
from gui.text import refusal_text
from gui.theme import scaled, styled

SHOWN_MILLISECONDS = 8_000
WIDTH = 260
DISTANCE = 4


class Notice(QLabel):
    """A sentence under the widget it is about. It goes by itself, or with the next edit that is accepted.

    It lies over what is below, so that nothing moves under the learner's hands.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        styled(self, "notice")
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # what is below can be clicked
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def attempt(self, edit: Callable[[], object], at: QWidget) -> bool:
        """Make an edit, or say at `at` why it is refused; return whether it was made."""
        try:
            edit()
        except RefusalError as refusal:
            self.say(refusal_text(refusal), at)
            return False
        self.hide()
        return True

    def say(self, sentence: str, at: QWidget) -> None:
        """Show `sentence` below `at`, or above where there is no room below."""
        window = at.window()
        self.setParent(window)
        self.setText(sentence)
        self.setFixedWidth(scaled(WIDTH))
        self.adjustSize()
        below = at.mapTo(window, QPoint(0, at.height() + DISTANCE))
        above = at.mapTo(window, QPoint(0, -DISTANCE - self.height()))
        place = below if below.y() + self.height() <= window.height() else above
        self.move(max(0, min(place.x(), window.width() - self.width())), place.y())
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MILLISECONDS)
