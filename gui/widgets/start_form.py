"""Where weights and biases start."""

from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace

from core.experiment import Initial
from core.illustrations import Illustration, illustrate
from core.initializers import INITIALIZERS, Initializer
from core.numerals import format_exactly, parse_number
from gui.text import core_text
from gui.widgets.drop_down import DropDown
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.settings_form import SettingsForm


class StartForm(SettingsForm):
    """How weights and biases are drawn; `commit` gets all of it. The seed has a place of its own."""

    def __init__(self, commit: Callable[[Initial], None], notice: Notice) -> None:
        super().__init__()
        self._commit, self._notice = commit, notice
        self._initial = Initial()
        every = INITIALIZERS.values()
        self.scheme = _schemes(self.tr("Weights"), every)
        self.scale = self._number(self.tr("Scale of the weights"), "scale")
        self.bias_scheme = _schemes(self.tr("Biases"), (rule for rule in every if not rule.by_units))
        self.bias_scale = self._number(self.tr("Scale of the biases"), "bias_scale")
        self.add(self.tr("Weights"), self.scheme)
        self.add(self.tr("Scale s"), self.scale)
        self.add(self.tr("Biases"), self.bias_scheme)
        self.add(self.tr("Scale s"), self.bias_scale)
        self.scheme.activated.connect(self._on_scheme)
        self.bias_scheme.activated.connect(self._on_bias_scheme)

    def show_initial(self, initial: Initial) -> None:
        """Show schemes and scales."""
        self._initial = initial
        self.scheme.show_name(initial.scheme)
        self.scale.show_text(format_exactly(initial.scale))
        self.bias_scheme.show_name(initial.bias_scheme)
        self.bias_scale.show_text(format_exactly(initial.bias_scale))

    def summary(self) -> str:
        """Return the weights' scheme in few words."""
        title = core_text(INITIALIZERS[self._initial.scheme].title)
        return title if self._initial.scale == 1 else f"{format_exactly(self._initial.scale)} · {title}"

    def _number(self, name: str, setting: str) -> NumberField:
        return NumberField(name, parse_number, partial(self._set, setting), self._notice)

    def _set(self, setting: str, value: object) -> None:
        self._commit(replace(self._initial, **{setting: value}))

    def _on_scheme(self) -> None:
        self._set("scheme", self.scheme.currentData())

    def _on_bias_scheme(self) -> None:
        self._set("bias_scheme", self.bias_scheme.currentData())


def _schemes(name: str, rules: Iterable[Initializer]) -> DropDown:
    return DropDown(name, {rule.name: rule.title for rule in rules}, _illustrate)


def _illustrate(name: str) -> Illustration:
    return illustrate(INITIALIZERS[name])
