"""A field for one number that refuses, with a sentence, what cannot be used."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.theme import number_font
from gui.widgets.notice import Notice

Number = TypeVar("Number")


class NumberField(QLineEdit):
    """Shows one number. What is typed is parsed and handed to `commit`; where either refuses, what was there stays."""

    def __init__(self, name: str, parse: Callable[[str], Number], commit: Callable[[Number], None], notice: Notice):
        super().__init__()
        self._take = partial(_take, parse, commit)
        self._notice = notice
        self._shown = ""
        self.setFont(number_font())
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.returnPressed.connect(self._on_return)

    def show_text(self, text: str) -> None:
        """Show a number; what is being typed just now is left alone."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
        self._shown = text

    def forget(self) -> None:
        """Put back what was there before it was typed over."""
        self._mark(refused=False)
        self.setText(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed."""
        super().focusOutEvent(event)
        self._enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape put back what was there."""
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
        else:
            super().keyPressEvent(event)

    def _on_return(self) -> None:
        """Take what was typed, and give the keys back to the window."""
        if self._enter():
            self.clearFocus()

    def _enter(self) -> bool:
        """Take what was typed; return whether it was accepted."""
        text = self.text()
        if text == self._shown:
            self._mark(refused=False)
            return True
        if not self._notice.attempt(partial(self._take, text), self):
            self.setText(self._shown)
            self._mark(refused=True)
            self.selectAll()
            return False
        self.setModified(False)
        self.setText(self._shown)
        self._mark(refused=False)
        return True

    def _mark(self, *, refused: bool) -> None:
        self.setProperty("refused", refused)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()


def _take(parse: Callable[[str], Number], commit: Callable[[Number], None], text: str) -> None:
    commit(parse(text))
