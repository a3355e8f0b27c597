"""When a run ends by itself."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from core.experiment import Stop
from core.numerals import format_exactly, parse_number, parse_whole_number
from gui.text import count_text
from gui.widgets.notice import Notice
from gui.widgets.optional_field import OptionalField
from gui.widgets.settings_form import SettingsForm


class StopForm(SettingsForm):
    """Three conditions of which each can be off; `commit` gets all of them."""

    def __init__(self, commit: Callable[[Stop], None], notice: Notice) -> None:
        super().__init__()
        self._commit = commit
        self._stop = Stop()
        titles = {
            "loss_below": self.tr("Loss below"),
            "epochs": self.tr("After epochs"),
            "accuracy": self.tr("Accuracy from"),
        }
        parsers: dict[str, Callable[[str], float]] = {
            "loss_below": parse_number,
            "epochs": parse_whole_number,
            "accuracy": parse_number,
        }
        self.fields: dict[str, OptionalField] = {}
        for name, title in titles.items():
            field = OptionalField(title, self.tr("off"), parsers[name], partial(self._set, name), notice)
            self.fields[name] = field
            self.add(title, field)

    def show_stop(self, stop: Stop) -> None:
        """Show the conditions."""
        self._stop = stop
        for name, field in self.fields.items():
            field.show_number(getattr(stop, name))

    def summary(self) -> str:
        """Return the conditions in few words."""
        stop, parts = self._stop, []
        if stop.loss_below is not None:
            parts.append(self.tr("loss < {loss}").format(loss=format_exactly(stop.loss_below)))
        if stop.epochs is not None:
            parts.append(self.tr("epoch {epoch}").format(epoch=count_text(stop.epochs)))
        if stop.accuracy is not None:
            parts.append(self.tr("accuracy ≥ {accuracy}").format(accuracy=format_exactly(stop.accuracy)))
        return ", ".join(parts) or self.tr("never")

    def _set(self, name: str, value: float | None) -> None:
        self._commit(replace(self._stop, **{name: value}))
