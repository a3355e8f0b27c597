"""The settings a sweep can vary, by the names a command line has for them.

To add one, write its entry in `VARIABLES`, behind those it builds on: an optimizer comes before its options.
"""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.experiment import MAX_HIDDEN_LAYERS, Initial, Layer, Training
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from core.settings import Range, require_known
from core.text import RefusalError, translatable

Value = int | float | bool | str | None

HIDDEN_LAYERS = Range(least=0, most=MAX_HIDDEN_LAYERS, whole=True)
NEW_LAYER = Layer(2)
ALL = "all"
WORDS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass
class Draft:
    """The parts of an experiment that is under way to another; they need not go together yet."""

    hidden: list[Layer]
    output: Layer
    training: Training
    initial: Initial


@dataclass(frozen=True, slots=True)
class Variable:
    """A setting: `parse` reads its value from text, `accept` looks at a value; `apply` puts it into a draft.

    All of them raise RefusalError where the value is none for this setting.
    """

    parse: Callable[[str], Value]
    accept: Callable[[object], Value]
    apply: Callable[[Draft, Any], None]


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise RefusalError(translatable("core", "“{text}” is not a finite number."), text=value)
    return float(value)


def _parse_number(text: str) -> float:
    try:
        return _number(float(text))
    except ValueError:
        raise RefusalError(translatable("core", "“{text}” is not a finite number."), text=text) from None


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise RefusalError(translatable("core", "“{text}” is not an integer."), text=value)
    return value


def _parse_whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise RefusalError(translatable("core", "“{text}” is not an integer."), text=text) from None


def _batch_size(value: object) -> int | None:
    return None if value is None else _whole(value)


def _parse_batch_size(text: str) -> int | None:
    return None if text == ALL else _parse_whole(text)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise RefusalError(translatable("core", "“{text}” is neither true nor false."), text=value)
    return value


def _parse_switch(text: str) -> bool:
    return _switch(WORDS.get(text.lower(), text))


def _numeric(apply: Callable[[Draft, float], None]) -> Variable:
    return Variable(_parse_number, _number, apply)


def _counted(apply: Callable[[Draft, int], None]) -> Variable:
    return Variable(_parse_whole, _whole, apply)


def _named(kind: str, names: Collection[str], apply: Callable[[Draft, str], None]) -> Variable:
    def accept(value: object) -> str:
        require_known(kind, str(value), names, "")
        return str(value)

    return Variable(accept, accept, apply)


def _set_layers(draft: Draft, count: int) -> None:
    HIDDEN_LAYERS.require(translatable("core", "number of hidden layers"), count, "")
    last = draft.hidden[-1] if draft.hidden else NEW_LAYER
    draft.hidden = [*draft.hidden, *[last] * count][:count]


def _set_units(draft: Draft, units: int) -> None:
    draft.hidden = [replace(layer, units=units) for layer in draft.hidden]


def _set_activation(draft: Draft, name: str) -> None:
    draft.hidden = [replace(layer, activation=name) for layer in draft.hidden]


def _set_output_activation(draft: Draft, name: str) -> None:
    draft.output = replace(draft.output, activation=name)


def _set_optimizer(draft: Draft, name: str) -> None:
    """Use another optimizer with its usual options and the learning rate there is; the one there is stays as it is."""
    if name != draft.training.optimizer.name:
        optimizer = OPTIMIZERS[name](learning_rate=draft.training.learning_rate)
        draft.training = replace(draft.training, optimizer=optimizer)


def _set_learning_rate(draft: Draft, rate: float) -> None:
    draft.training = replace(draft.training, optimizer=replace(draft.training.optimizer, learning_rate=rate))


def _training(name: str) -> Callable[[Draft, Any], None]:
    def apply(draft: Draft, value: object) -> None:
        draft.training = replace(draft.training, **{name: value})

    return apply


def _initial(name: str) -> Callable[[Draft, Any], None]:
    def apply(draft: Draft, value: object) -> None:
        draft.initial = replace(draft.initial, **{name: value})

    return apply


def _chosen(part: str, registry: dict[str, Any]) -> Callable[[Draft, str], None]:
    """Return what puts an entry of `registry` with its usual options in place; the one there is stays as it is."""

    def apply(draft: Draft, name: str) -> None:
        if name != getattr(draft.training, part).name:
            draft.training = replace(draft.training, **{part: registry[name]()})

    return apply


def _option(part: str, option: str) -> Callable[[Draft, Any], None]:
    """Return what sets an option of a choice that has it, such as the limit of a clipping."""

    def apply(draft: Draft, value: object) -> None:
        choice = getattr(draft.training, part)
        if not hasattr(choice, option):
            raise RefusalError(
                translatable("core", "“{choice}” has no option “{option}” to vary."), choice=choice.name, option=option
            )
        draft.training = replace(draft.training, **{part: replace(choice, **{option: value})})

    return apply


LOSS, INITIALIZER = translatable("core", "loss"), translatable("core", "initializer")
ACTIVATION = translatable("core", "activation")

VARIABLES: dict[str, Variable] = {
    "layers": _counted(_set_layers),
    "units": _counted(_set_units),
    "activation": _named(ACTIVATION, ACTIVATIONS, _set_activation),
    "output_activation": _named(ACTIVATION, ACTIVATIONS, _set_output_activation),
    "loss": _named(LOSS, LOSSES, _training("loss")),
    "reduction": _named(translatable("core", "reduction"), REDUCTIONS, _training("reduction")),
    "optimizer": _named(translatable("core", "optimizer"), OPTIMIZERS, _set_optimizer),
    "learning_rate": _numeric(_set_learning_rate),
    "momentum": _numeric(_option("optimizer", "momentum")),
    "beta1": _numeric(_option("optimizer", "beta1")),
    "beta2": _numeric(_option("optimizer", "beta2")),
    "alpha": _numeric(_option("optimizer", "alpha")),
    "epsilon": _numeric(_option("optimizer", "epsilon")),
    "batch_size": Variable(_parse_batch_size, _batch_size, _training("batch_size")),
    "shuffle": Variable(_parse_switch, _switch, _training("shuffle")),
    "regularization": _named(
        translatable("core", "regularisation"), REGULARIZERS, _chosen("regularization", REGULARIZERS)
    ),
    "regularization_rate": _numeric(_option("regularization", "rate")),
    "clipping": _named(translatable("core", "clipping"), CLIPPINGS, _chosen("clipping", CLIPPINGS)),
    "clipping_limit": _numeric(_option("clipping", "limit")),
    "schedule": _named(translatable("core", "schedule"), SCHEDULES, _chosen("schedule", SCHEDULES)),
    "scheme": _named(INITIALIZER, INITIALIZERS, _initial("scheme")),
    "scale": _numeric(_initial("scale")),
    "bias_scheme": _named(INITIALIZER, INITIALIZERS, _initial("bias_scheme")),
    "bias_scale": _numeric(_initial("bias_scale")),
}
