"""A field for a number that need not be there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.numerals import format_exactly
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.number_field import Number, NumberField


class OptionalField(QWidget):
    """Shows a number, or, faintly, the word for none; an empty field means none, and a button empties it."""

    def __init__(
        self,
        name: str,
        none: str,
        parse: Callable[[str], Number],
        commit: Callable[[Number | None], None],
        notice: Notice,
    ) -> None:
        super().__init__()
        self._commit, self._notice = commit, notice
        self.field = NumberField(name, partial(_parse_or_none, parse), commit, notice)
        self.field.setPlaceholderText(none)
        self.clear = IconButton("remove", self.tr("{name}: {none}").format(name=name, none=none))
        self.clear.clicked.connect(self._on_clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.clear)
        self.show_number(None)

    def show_number(self, number: float | None) -> None:
        """Show a number, or that there is none."""
        self.field.show_text("" if number is None else format_exactly(number))
        self.clear.setVisible(number is not None)

    def _on_clear(self) -> None:
        self._notice.attempt(partial(self._commit, None), self)


def _parse_or_none(parse: Callable[[str], Number], text: str) -> Number | None:
    return parse(text) if text.strip() else None
