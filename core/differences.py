"""In which settings two experiments differ, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from core.activations import ACTIVATIONS
from core.data import Data
from core.datasets import DATASETS
from core.datasets.recognition import recognised
from core.experiment import Experiment
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.numerals import format_exactly
from core.settings import Choice, Settings, options_of
from core.text import Phrase, translatable

TITLES = {
    "loss": translatable("core", "loss"),
    "reduction": translatable("core", "reduction"),
    "optimizer": translatable("core", "optimizer"),
    "batch_size": translatable("core", "batch size"),
    "shuffle": translatable("core", "shuffling"),
    "regularization": translatable("core", "regularisation"),
    "schedule": translatable("core", "schedule"),
    "clipping": translatable("core", "clipping"),
    "loss_below": translatable("core", "stop at a loss below"),
    "epochs": translatable("core", "stop after epochs"),
    "accuracy": translatable("core", "stop at an accuracy of"),
    "scheme": translatable("core", "initial weights"),
    "seed": translatable("core", "seed"),
    "scale": translatable("core", "scale of the weights"),
    "bias_scheme": translatable("core", "initial biases"),
    "bias_scale": translatable("core", "scale of the biases"),
}
"""What the fields of Training, Stop and Initial are called; no two of them share a name."""

ENTRIES: dict[str, dict[str, str]] = {
    "loss": {name: loss.title for name, loss in LOSSES.items()},
    "reduction": {name: reduction.title for name, reduction in REDUCTIONS.items()},
    "scheme": {name: rule.title for name, rule in INITIALIZERS.items()},
    "bias_scheme": {name: rule.title for name, rule in INITIALIZERS.items()},
}
"""The titles of what is chosen by name."""

ALL_SAMPLES = translatable("core", "all samples")
NEVER = translatable("core", "never")
ON, OFF = translatable("core", "on"), translatable("core", "off")


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting that is not the same: what it is called, and what it is in the one and in the other experiment."""

    title: Phrase
    one: Phrase
    other: Phrase

    @property
    def phrase(self) -> Phrase:
        """The difference in a few words: layers: 2-2-1 → 2-4-1."""
        if str(self.one) == str(self.other):
            return Phrase(translatable("core", "{setting}: not the same"), setting=self.title)
        return Phrase(
            translatable("core", "{setting}: {one} → {other}"), setting=self.title, one=self.one, other=self.other
        )


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is compared, and how it is said; the words are only found where they are needed."""

    title: Phrase
    value: object
    words: Callable[[], Phrase]


def differences(one: Experiment, other: Experiment) -> tuple[Difference, ...]:
    """Return the settings in which two experiments differ; there are none where both are equal.

    What only one of them has, such as a further layer or an option of its optimizer, is not listed: the number of
    layers, or the optimizer itself, is.
    """
    first, second = dict(_settings(one)), dict(_settings(other))
    return tuple(
        Difference(setting.title, setting.words(), second[key].words())
        for key, setting in first.items()
        if key in second and setting.value != second[key].value
    )


def _settings(experiment: Experiment) -> Iterator[tuple[str, _Setting]]:
    """Yield all settings, each under a key of its own."""
    data = experiment.data
    yield (
        "data",
        _Setting(
            Phrase(translatable("core", "data")),
            (data.inputs, data.targets, data.test_inputs, data.test_targets, data.input_names, data.target_names),
            partial(_data, data),
        ),
    )
    features = Phrase(", ".join(data.features)) if data.features else Phrase(translatable("core", "the inputs"))
    yield "features", _Setting(Phrase(translatable("core", "features")), data.features, lambda: features)
    sizes = Phrase("-".join(map(str, experiment.sizes)))
    yield "layers", _Setting(Phrase(translatable("core", "layers")), experiment.sizes, lambda: sizes)
    for number, layer in enumerate(experiment.layers, 1):
        title = Phrase(translatable("core", "activation of layer {layer}"), layer=number)
        words = partial(Phrase, ACTIVATIONS[layer.activation].title)
        yield f"activation {number}", _Setting(title, layer.activation, words)
    yield from _fields(experiment.training)
    yield from _fields(experiment.initial)
    given = translatable("core", "drawn") if experiment.parameters is None else translatable("core", "given")
    title = Phrase(translatable("core", "parameters to start from"))
    yield "parameters", _Setting(title, experiment.parameters, partial(Phrase, given))
    count = len(experiment.frozen)
    title = Phrase(translatable("core", "frozen parameters"))
    yield "frozen", _Setting(title, experiment.frozen, partial(Phrase, str(count)))


def _fields(settings: Settings) -> Iterator[tuple[str, _Setting]]:
    """Yield the fields of a group of settings, and of the groups and choices in it."""
    for name in settings.__struct_fields__:
        value = getattr(settings, name)
        if isinstance(value, Choice):
            yield name, _Setting(Phrase(TITLES[name]), value.name, partial(Phrase, value.title))
            for field, option in options_of(type(value)).items():
                number = getattr(value, field)
                yield f"{name} {option.title}", _Setting(Phrase(option.title), number, partial(_number, number))
        elif isinstance(value, Settings):
            yield from _fields(value)
        else:
            yield name, _Setting(Phrase(TITLES[name]), value, partial(_value, name, value))


def _data(data: Data) -> Phrase:
    name = recognised(data)
    if name is not None:
        return Phrase(DATASETS[name].title)
    return Phrase(translatable("core", "{count} samples"), count=data.samples)


def _value(name: str, value: str | float | None) -> Phrase:
    if value is None:
        return Phrase(ALL_SAMPLES if name == "batch_size" else NEVER)
    if isinstance(value, bool):
        return Phrase(ON if value else OFF)
    return Phrase(ENTRIES[name][value]) if isinstance(value, str) else _number(value)


def _number(value: float) -> Phrase:
    return Phrase(format_exactly(value))
