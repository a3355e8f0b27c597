"""Addresses of TensorFlow Playground (playground.tensorflow.org), read as experiments.

All of its settings stand behind the # of its address, `name=value` joined by &, and what is absent has its default. The
meaning is the Playground's: half the squared error, averaged; weights of U(±0.5) and biases of 0.1; a tanh output unit
for a classification, a linear one for a regression; the samples in the same order in each epoch. A value that the
Playground would pass over in silence is refused.
"""

import math
from collections.abc import Collection, Mapping
from urllib.parse import unquote
from zlib import crc32

from msgspec.structs import replace

from core.data import Data
from core.datasets.presets import PLAYGROUND_HIDDEN, PLAYGROUND_INITIAL, PLAYGROUND_TRAINING, dense_layers
from core.datasets.registry import DATASETS
from core.experiment import BATCH_SIZE, Experiment, Initial, Training
from core.optimizers import Sgd
from core.regularizers import L1, L2, AnyRegularizer, NoRegularization
from core.settings import Range
from core.text import Phrase, RefusalError, translatable

HOST = "playground.tensorflow.org"
CLASSIFICATION, REGRESSION = "classification", "regression"
CLASSIFICATION_SETS = {"circle": "circle", "xor": "quadrants", "gauss": "gaussian", "spiral": "spiral"}
REGRESSION_SETS = {"reg-plane": "plane", "reg-gauss": "multi_gaussian"}
ACTIVATIONS = ("relu", "tanh", "sigmoid", "linear")
REGULARIZATIONS = ("none", "L1", "L2")
FEATURES = {
    "x": "x",
    "y": "y",
    "xSquared": "x_squared",
    "ySquared": "y_squared",
    "xTimesY": "x_times_y",
    "sinX": "sin_x",
    "sinY": "sin_y",
}
INPUTS = ("x", "y")  # the features that are chosen by default; they are the very inputs
USED = {
    "activation", "regularization", "batchSize", "dataset", "regDataset", "learningRate", "regularizationRate", "noise",
    "networkShape", "seed", "percTrainData", "problem", "initZero", *FEATURES,
}  # fmt: skip
UNUSED = {"cosX", "cosY", "showTestData", "discretize", "collectStats", "tutorial", "hideText"}
HIDE = "_hide"  # ends the name of what hides a control; an input that is hidden is not used either
PERCENT = Range(least=1, most=100)

Values = Mapping[str, str]
Notes = tuple[Phrase, ...]


def read_address(address: str) -> tuple[Experiment, Notes]:
    """Read an address, or the part of one behind the #, into an experiment.

    Also returns a sentence for each setting that has no counterpart here. Raises RefusalError where `address` is none,
    or has a value that cannot be used.
    """
    values = _values(address.strip())
    regression = _chosen(values, "problem", CLASSIFICATION, (CLASSIFICATION, REGRESSION)) == REGRESSION
    data = _data(values, regression)
    hidden = _shape(values)
    activation = _chosen(values, "activation", "tanh", ACTIVATIONS)
    experiment = Experiment(
        data,
        dense_layers(hidden, activation, data.target_count, "linear" if regression else "tanh"),
        _training(values),
        _initial(values),
    )
    return experiment, _notes(values, experiment)


def looks_like_address(text: str) -> bool:
    """Say whether a text is meant as an address of the Playground."""
    return HOST in text.partition("#")[0]


def _values(address: str) -> Values:
    """Return the values that are given, by name. An empty one counts as absent, but for an empty shape."""
    before, mark, after = address.partition("#")
    settings = after if mark or HOST in before else before
    pairs = [setting.partition("=") for setting in settings.split("&")]
    values = {name: unquote(value).strip() for name, equals, value in pairs if name and equals}
    if HOST not in before and not any(map(_is_known, values)):
        raise RefusalError(translatable("core", "This is not an address of TensorFlow Playground."))
    return {name: value for name, value in values.items() if value or name == "networkShape"}


def _is_known(name: str) -> bool:
    return name in USED or name in UNUSED or name.endswith(HIDE)


def _chosen(values: Values, name: str, default: str, known: Collection[str]) -> str:
    value = values.get(name, default)
    if value not in known:
        raise RefusalError(
            translatable("core", "“{name}” in the address must be one of {known}, not “{value}”."),
            name=name,
            known=", ".join(known),
            value=value,
        )
    return value


def _number(values: Values, name: str, default: float) -> float:
    try:
        number = float(values.get(name, default))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise RefusalError(
            translatable("core", "“{name}” in the address must be a number, not “{value}”."),
            name=name,
            value=values[name],
        )
    return number


def _is_on(values: Values, name: str) -> bool:
    """Say whether a switch is on; as there, any text but “false” switches it on."""
    return values.get(name, "true" if name in INPUTS else "false") != "false"


def _seed(values: Values) -> int:
    """Return a seed made of the Playground's, which is a text: its CRC-32; 0 where there is none."""
    return crc32(values["seed"].encode()) if "seed" in values else 0


def _data(values: Values, regression: bool) -> Data:
    if regression:
        name = REGRESSION_SETS[_chosen(values, "regDataset", "reg-plane", REGRESSION_SETS)]
    else:
        name = CLASSIFICATION_SETS[_chosen(values, "dataset", "circle", CLASSIFICATION_SETS)]
    dataset = DATASETS[name]
    percent = _number(values, "percTrainData", 50)
    PERCENT.require(translatable("core", "percentage of training data"), percent, "")
    noise = _number(values, "noise", 0)
    options = replace(dataset.default, noise=noise, seed=_seed(values), test_share=1 - percent / 100)
    return replace(dataset.make(options), features=_features(values))


def _features(values: Values) -> tuple[str, ...]:
    chosen = [name for name in FEATURES if _is_on(values, name) and values.get(name + HIDE) != "true"]
    if not chosen:
        raise RefusalError(translatable("core", "The address chooses no input, but a network needs one."))
    return () if tuple(chosen) == INPUTS else tuple(FEATURES[name] for name in chosen)


def _shape(values: Values) -> tuple[int, ...]:
    """Return the units of the hidden layers."""
    shape = values.get("networkShape")
    if not shape:
        return PLAYGROUND_HIDDEN if shape is None else ()
    try:
        return tuple(map(int, shape.split(",")))
    except ValueError:
        raise RefusalError(
            translatable("core", "“{name}” in the address must be whole numbers such as 4,2, not “{value}”."),
            name="networkShape",
            value=shape,
        ) from None


def _training(values: Values) -> Training:
    batch_size = _number(values, "batchSize", 10)
    BATCH_SIZE.require(translatable("core", "batch size"), batch_size, "")
    return replace(
        PLAYGROUND_TRAINING,
        optimizer=Sgd(learning_rate=_number(values, "learningRate", 0.03)),
        batch_size=int(batch_size),
        regularization=_regularization(values),
    )


def _regularization(values: Values) -> AnyRegularizer:
    """Return the penalty. One with a rate of 0 is none: L1 would still stop weights at 0 here."""
    kind = _chosen(values, "regularization", "none", REGULARIZATIONS)
    rate = _number(values, "regularizationRate", 0)
    if kind == "none" or rate == 0:
        return NoRegularization()
    return L1(rate=rate) if kind == "L1" else L2(rate=rate)


def _initial(values: Values) -> Initial:
    if _is_on(values, "initZero"):
        return Initial(scheme="zeros", bias_scheme="zeros", seed=_seed(values))
    return replace(PLAYGROUND_INITIAL, seed=_seed(values))


def _notes(values: Values, experiment: Experiment) -> Notes:
    """Return a sentence for each setting that is lost, or that means something else here."""
    notes = [_note(name) for name, value in values.items() if _is_lost(name, value)]
    if "seed" in values:
        seed = Phrase(
            translatable("core", "The seed “{seed}” became {number}, which gives other random numbers."),
            seed=values["seed"],
            number=experiment.initial.seed,
        )
        notes.insert(0, seed)
    if isinstance(experiment.training.regularization, L1):
        notes.append(
            Phrase(translatable("core", "A weight that L1 made 0 stays 0 in the Playground; here it can change again."))
        )
    return tuple(notes)


def _is_lost(name: str, value: str) -> bool:
    if name in USED or value == "false":
        return False
    return not name.endswith(HIDE) or (value == "true" and name.removesuffix(HIDE) not in FEATURES)


def _note(name: str) -> Phrase:
    if _is_known(name):
        return Phrase(translatable("core", "“{name}” has no counterpart here and was left out."), name=name)
    return Phrase(translatable("core", "“{name}” is no setting of the Playground and was left out."), name=name)
