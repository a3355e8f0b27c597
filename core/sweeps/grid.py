"""What a sweep varies: seeds, and any settings of an experiment."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from msgspec.structs import replace

from core.experiment import MAX_SEED, SEED, Experiment, Layer
from core.settings import require_known
from core.sweeps.variables import VARIABLES, Draft, Value
from core.text import Phrase, RefusalError, translatable

MAX_RUNS = 1_000_000

NEEDS_HIDDEN_LAYERS = ("units", "activation")

Chosen = dict[str, Value]


def parse_seeds(text: str) -> Sequence[int]:
    """Return the seeds of `1,5,9`, of `0:1000`, which is 0 to 999, or of `0:100:5`, which is every fifth of them.

    Raises RefusalError where the text is nothing of that kind, or a seed stands in it twice.
    """
    parts = [_parse_range(part.strip()) for part in text.split(",")]
    require_runs(sum(map(len, parts)))
    if len(parts) == 1:
        return parts[0]
    seeds = [seed for part in parts for seed in part]
    if len(set(seeds)) < len(seeds):
        raise RefusalError(translatable("core", "A seed stands twice in “{text}”."), text=text)
    return seeds


def require_runs(count: int) -> None:
    """Raise RefusalError where a sweep has no runs or too many."""
    if not count:
        raise RefusalError(translatable("core", "A sweep needs at least one run."))
    if count > MAX_RUNS:
        raise RefusalError(
            translatable("core", "A sweep can have up to {most} runs, not {count}."),
            most=f"{MAX_RUNS:,}",
            count=f"{count:,}",
        )


def _parse_range(text: str) -> range:
    numbers = text.split(":")
    if len(numbers) > len(("start", "stop", "step")) or not all(map(_is_number, numbers)):
        raise RefusalError(
            translatable("core", "“{text}” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."), text=text
        )
    first, *others = map(int, numbers)
    stop = others[0] if others else first + 1
    step = others[1] if others[1:] else 1
    if not step:
        raise RefusalError(translatable("core", "The step between the seeds of “{text}” must not be 0."), text=text)
    if first >= stop:
        raise RefusalError(
            translatable("core", "“{text}” holds no seeds: the second number must be larger than the first."), text=text
        )
    seeds = range(first, stop, step)
    SEED.require(translatable("core", "seed"), seeds[-1], "")
    return seeds


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len(str(MAX_SEED)) + 1


@dataclass(frozen=True, slots=True)
class Variation:
    """One setting and the values it takes in turn; a name of `VARIABLES`."""

    name: str
    values: tuple[Value, ...]

    @classmethod
    def of(cls, name: str, values: Sequence[object]) -> "Variation":
        """Return the variation of values that may be text, or raise RefusalError."""
        require_known(translatable("core", "setting to vary"), name, VARIABLES, "")
        variable = VARIABLES[name]
        accepted = tuple(
            variable.parse(value) if isinstance(value, str) else variable.accept(value) for value in values
        )
        if not accepted:
            raise RefusalError(translatable("core", "There is no value to vary “{name}” by."), name=name)
        if len(set(accepted)) < len(accepted):
            raise RefusalError(translatable("core", "A value of “{name}” is there twice."), name=name)
        return cls(name, accepted)

    @classmethod
    def parse(cls, text: str) -> "Variation":
        """Return the variation that `learning_rate=0.1,0.3` stands for, or raise RefusalError."""
        name, equals, values = text.partition("=")
        if not equals:
            raise RefusalError(
                translatable("core", "“{text}” varies nothing: write a setting and its values, as in {example}."),
                text=text,
                example="learning_rate=0.1,0.3",
            )
        return cls.of(name.strip(), [value.strip() for value in values.split(",")] if values.strip() else [])


@dataclass(frozen=True)
class Grid:
    """All combinations of the values of some settings, the last of which varies fastest.

    `vary` has the values by the settings' names; they may be text. An experiment is refused as a whole: that one change
    alone would not go does not matter where another makes up for it. What no setting varies stays as `base` has it.
    """

    base: Experiment
    vary: Mapping[str, Sequence[object]] = field(default_factory=dict)

    @classmethod
    def parse(cls, base: Experiment, texts: Sequence[str]) -> "Grid":
        """Return the grid of variations as a command line has them, one setting each, or raise RefusalError."""
        vary: dict[str, tuple[Value, ...]] = {}
        for variation in map(Variation.parse, texts):
            if variation.name in vary:
                raise RefusalError(translatable("core", "“{name}” is varied twice."), name=variation.name)
            vary[variation.name] = variation.values
        return cls(base, vary)

    def combinations(self) -> list[tuple[Chosen, Experiment]]:
        """Return each combination: what its settings are, and the experiment with them. Raises RefusalError."""
        variations = [Variation.of(name, values) for name, values in self.vary.items()]
        require_runs(math.prod(len(variation.values) for variation in variations))
        names = [variation.name for variation in variations]
        choices = [
            dict(zip(names, values, strict=True)) for values in product(*(variation.values for variation in variations))
        ]
        combinations = [(choice, _changed(self.base, choice)) for choice in choices]
        if all(len(experiment.layers) == 1 for _, experiment in combinations):
            for name in NEEDS_HIDDEN_LAYERS:
                if name in names:
                    raise RefusalError(
                        translatable("core", "“{name}” is that of hidden layers, and there are none."), name=name
                    )
        return combinations


def _changed(base: Experiment, choice: Chosen) -> Experiment:
    draft = Draft(list(base.layers[:-1]), base.layers[-1], base.training, base.initial)
    for name, variable in VARIABLES.items():
        if name in choice:
            variable.apply(draft, choice[name])
    layers: tuple[Layer, ...] = (*draft.hidden, draft.output)
    changes: dict[str, Any] = {"layers": layers, "training": draft.training, "initial": draft.initial}
    same_units = [layer.units for layer in layers] == [layer.units for layer in base.layers]
    if not same_units or draft.initial != base.initial:
        changes["parameters"] = None
    if not same_units:
        changes["frozen"] = ()
    try:
        return replace(base, **changes)
    except RefusalError as refusal:
        raise RefusalError(
            translatable("core", "{settings}: {reason}"),
            settings=", ".join(f"{name}={value}" for name, value in choice.items()),
            reason=Phrase(refusal.template, **refusal.values),
        ) from refusal
