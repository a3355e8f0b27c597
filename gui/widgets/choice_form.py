"""One entry of a registry and its options."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Generic

from msgspec.structs import replace

from core.illustrations import Illustration, illustrate
from core.numerals import format_exactly, parse_number, parse_whole_number
from core.settings import Choice, Chosen, changed_to, options_of
from gui.text import core_text
from gui.widgets.drop_down import DropDown
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.settings_form import SettingsForm


class ChoiceForm(SettingsForm, Generic[Chosen]):
    """Offers the entries of a registry and, below, a field for each option of the one that is chosen.

    `commit` gets the new choice and may refuse it. Options named in `elsewhere` have a place of their own.
    """

    def __init__(
        self,
        title: str,
        registry: Mapping[str, type[Chosen]],
        commit: Callable[[Chosen], None],
        notice: Notice,
        elsewhere: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._registry, self._commit, self._notice, self._elsewhere = registry, commit, notice, elsewhere
        self._choice: Chosen | None = None
        self.kind = DropDown(title, {name: kind.title for name, kind in registry.items()}, self._illustrate)
        self.options: dict[str, NumberField] = {}
        self.add(title, self.kind)
        self.kind.activated.connect(self._on_kind)

    def show_choice(self, choice: Chosen) -> None:
        """Show an entry with its options."""
        if type(choice) is not type(self._choice):
            self._make_options(type(choice))
        self._choice = choice
        self.kind.show_name(choice.name)
        for name, field in self.options.items():
            field.show_text(format_exactly(getattr(choice, name)))

    def _make_options(self, kind: type[Choice]) -> None:
        for field in reversed(self.options.values()):
            field.forget()
            self.drop_last()
        self.options = {}
        for name, option in options_of(kind).items():
            if name not in self._elsewhere:
                title = sentence_case(core_text(option.title))
                parse = parse_whole_number if option.range.whole else parse_number
                self.options[name] = NumberField(title, parse, partial(self._set_option, name), self._notice)
                self.add(title, self.options[name])

    def _set_option(self, name: str, value: float) -> None:
        assert self._choice is not None
        self._commit(replace(self._choice, **{name: value}))

    def _on_kind(self) -> None:
        self._notice.attempt(self._choose, self.kind)
        assert self._choice is not None
        self.kind.show_name(self._choice.name)

    def _choose(self) -> None:
        kind = self._registry[self.kind.currentData()]
        if self._choice is not None and kind is not type(self._choice):
            self._commit(changed_to(kind, self._choice))

    def _illustrate(self, name: str) -> Illustration:
        chosen = self._choice
        return illustrate(chosen if chosen is not None and chosen.name == name else self._registry[name]())


def sentence_case(text: str) -> str:
    """Return a text as it begins a line."""
    return text[:1].upper() + text[1:]
