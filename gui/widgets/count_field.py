"""A count with a button on each side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.numerals import parse_whole_number
from gui.theme import scaled
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField

NARROWEST, FRAME, BUTTON = 30, 18, 20


class CountField(QWidget):
    """− n +: a whole number to be typed, or counted up and down; `commit` may refuse it."""

    def __init__(self, name: str, commit: Callable[[int], None], notice: Notice) -> None:
        super().__init__()
        self._commit, self._notice = commit, notice
        self._count = 0
        self.fewer = IconButton("minus", self.tr("{name}: one fewer").format(name=name))
        self.more = IconButton("plus", self.tr("{name}: one more").format(name=name))
        self.field = NumberField(name, parse_whole_number, self._take, notice)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer.clicked.connect(self._on_fewer)
        self.more.clicked.connect(self._on_more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.fewer, self.field, self.more):
            layout.addWidget(widget)
        for button in (self.fewer, self.more):
            button.setFixedWidth(scaled(BUTTON))

    def show_count(self, count: int) -> None:
        """Show a count."""
        self._count = count
        width = self.field.fontMetrics().horizontalAdvance(str(count)) + FRAME
        self.field.setFixedWidth(max(scaled(NARROWEST), width))
        self.field.show_text(str(count))

    def _take(self, count: float) -> None:
        self._commit(int(count))

    def _on_fewer(self) -> None:
        self._try(self._count - 1)

    def _on_more(self) -> None:
        self._try(self._count + 1)

    def _try(self, count: int) -> None:
        self._notice.attempt(partial(self._commit, count), self)
