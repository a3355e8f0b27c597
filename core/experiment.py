"""Everything a learner can set: data, network, training and start.

All of it is frozen; an edit makes a new experiment out of an old one. A value that cannot be accepted is refused when
it is put in, by a RefusalError with one sentence, so that an experiment that exists is valid.
"""

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.activations import ACTIVATIONS
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.numerals import format_exactly
from core.optimizers import OPTIMIZERS
from core.text import RefusalError, translatable

MAX_UNITS = 64
MAX_HIDDEN_LAYERS = 10
MAX_SAMPLES = 100_000
MAX_SEED = 2**32 - 1

Row = tuple[float, ...]


def _require_known(kind: str, name: str, known: dict[str, object]) -> None:
    if name not in known:
        raise RefusalError(translatable("core", "There is no {kind} called “{name}”."), kind=kind, name=name)


def _require_counts(samples: int, inputs: int, targets: int) -> None:
    for count, most, template in (
        (samples, MAX_SAMPLES, translatable("core", "The data needs 1 to {most} samples, not {count}.")),
        (inputs, MAX_UNITS, translatable("core", "There can be 1 to {most} inputs, not {count}.")),
        (targets, MAX_UNITS, translatable("core", "There can be 1 to {most} targets, not {count}.")),
    ):
        if not 1 <= count <= most:
            raise RefusalError(template, most=most, count=count)


def _resized_rows(rows: tuple[Row, ...], count: int, width: int) -> tuple[Row, ...]:
    resized = [(row + (0.0,) * width)[:width] for row in rows[:count]]
    return (*resized, *((0.0,) * width for _ in range(count - len(rows))))


@dataclass(frozen=True, slots=True)
class Data:
    """The samples: one row of inputs and one row of targets for each.

    Columns are counted through, inputs first, as a table shows them.
    """

    inputs: tuple[Row, ...]
    targets: tuple[Row, ...]

    def __post_init__(self) -> None:
        if len(self.inputs) != len(self.targets):
            raise RefusalError(translatable("core", "Each sample needs its inputs and its targets."))
        _require_counts(len(self.inputs), *(len(rows[0]) if rows else 1 for rows in (self.inputs, self.targets)))
        for rows in (self.inputs, self.targets):
            if any(len(row) != len(rows[0]) for row in rows):
                raise RefusalError(translatable("core", "All samples need the same number of values."))
            if not all(math.isfinite(value) for row in rows for value in row):
                raise RefusalError(translatable("core", "Every value of the data must be a finite number."))

    @property
    def samples(self) -> int:
        """Number of samples."""
        return len(self.inputs)

    @property
    def input_count(self) -> int:
        """Number of inputs of a sample."""
        return len(self.inputs[0])

    @property
    def target_count(self) -> int:
        """Number of targets of a sample."""
        return len(self.targets[0])

    def value(self, row: int, column: int) -> float:
        """Return the value in a cell of the table."""
        return (self.inputs[row] + self.targets[row])[column]

    def with_value(self, row: int, column: int, value: float) -> "Data":
        """Put `value` into a cell of the table."""
        rows = self._rows()
        rows[row] = (*rows[row][:column], value, *rows[row][column + 1 :])
        return self._from_rows(rows, self.input_count)

    def with_sample(self, row: int) -> "Data":
        """Put a sample of zeros in front of `row`."""
        rows = self._rows()
        rows.insert(row, (0.0,) * (self.input_count + self.target_count))
        return self._from_rows(rows, self.input_count)

    def without_sample(self, row: int) -> "Data":
        """Take sample `row` out."""
        rows = self._rows()
        del rows[row]
        return self._from_rows(rows, self.input_count)

    def without_column(self, column: int) -> "Data":
        """Take an input or a target out."""
        rows = [row[:column] + row[column + 1 :] for row in self._rows()]
        return self._from_rows(rows, self.input_count - (column < self.input_count))

    def resized(self, samples: int, inputs: int, targets: int) -> "Data":
        """Cut off the last samples, inputs and targets, or put zeros behind them, until there are so many."""
        _require_counts(samples, inputs, targets)
        return Data(_resized_rows(self.inputs, samples, inputs), _resized_rows(self.targets, samples, targets))

    def _rows(self) -> list[Row]:
        return [inputs + targets for inputs, targets in zip(self.inputs, self.targets, strict=True)]

    @staticmethod
    def _from_rows(rows: list[Row], input_count: int) -> "Data":
        return Data(tuple(row[:input_count] for row in rows), tuple(row[input_count:] for row in rows))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of units after the input."""

    units: int
    activation: str = "sigmoid"

    def __post_init__(self) -> None:
        if not 1 <= self.units <= MAX_UNITS:
            raise RefusalError(
                translatable("core", "A layer can have 1 to {most} units, not {units}."),
                most=MAX_UNITS,
                units=self.units,
            )
        _require_known("activation", self.activation, dict(ACTIVATIONS))


@dataclass(frozen=True, slots=True)
class Training:
    """What is made small, and how."""

    loss: str = "squared_error"
    reduction: str = "sum"
    optimizer: str = "sgd"
    learning_rate: float = 0.1

    def __post_init__(self) -> None:
        _require_known("loss", self.loss, dict(LOSSES))
        _require_known("reduction", self.reduction, dict(REDUCTIONS))
        _require_known("optimizer", self.optimizer, dict(OPTIMIZERS))
        if not (math.isfinite(self.learning_rate) and self.learning_rate > 0):
            raise RefusalError(
                translatable("core", "The learning rate must be a finite number above 0, not {rate}."),
                rate=format_exactly(self.learning_rate),
            )


@dataclass(frozen=True, slots=True)
class Initial:
    """Where the parameters start. Biases start at zero."""

    scheme: str = "normal"
    seed: int = 0

    def __post_init__(self) -> None:
        _require_known("initializer", self.scheme, dict(INITIALIZERS))
        if not 0 <= self.seed <= MAX_SEED:
            raise RefusalError(
                translatable("core", "The seed must be a whole number from 0 to {most}, not {seed}."),
                most=MAX_SEED,
                seed=format_exactly(self.seed),
            )


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment. `layers` are the hidden layers and, last, the output layer, a unit for each target."""

    data: Data
    layers: tuple[Layer, ...]
    training: Training = field(default_factory=Training)
    initial: Initial = field(default_factory=Initial)

    def __post_init__(self) -> None:
        if not 1 <= len(self.layers) <= MAX_HIDDEN_LAYERS + 1:
            raise RefusalError(
                translatable("core", "A network can have up to {most} hidden layers."), most=MAX_HIDDEN_LAYERS
            )
        if self.layers[-1].units != self.data.target_count:
            raise RefusalError(translatable("core", "The output layer needs one unit for each target."))

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer, the input first."""
        return (self.data.input_count, *(layer.units for layer in self.layers))

    @property
    def parameter_count(self) -> int:
        """Number of weights and biases."""
        return sum((before + 1) * after for before, after in pairwise(self.sizes))

    def starts_like(self, other: "Experiment") -> bool:
        """Say whether both start from the same parameters, so that one's training can go on as the other's."""
        return self.sizes == other.sizes and self.initial == other.initial

    def with_data(self, data: Data) -> "Experiment":
        """Use other data; the output layer gets a unit for each target."""
        output = replace(self.layers[-1], units=data.target_count)
        return replace(self, data=data, layers=(*self.layers[:-1], output))

    def with_layer(self, index: int, layer: Layer) -> "Experiment":
        """Put `layer` in the place of layer `index`."""
        return replace(self, layers=(*self.layers[:index], layer, *self.layers[index + 1 :]))

    def with_hidden_layer(self, index: int, layer: Layer) -> "Experiment":
        """Put a hidden layer in front of layer `index`."""
        return replace(self, layers=(*self.layers[:index], layer, *self.layers[index:]))

    def without_hidden_layer(self, index: int) -> "Experiment":
        """Take hidden layer `index` out."""
        return replace(self, layers=(*self.layers[:index], *self.layers[index + 1 :]))

    def with_hidden_layer_moved(self, index: int, to: int) -> "Experiment":
        """Move hidden layer `index` to the place `to`."""
        return self.without_hidden_layer(index).with_hidden_layer(to, self.layers[index])

    def with_training(self, **settings: object) -> "Experiment":
        """Change training settings, named as in Training."""
        return replace(self, training=replace(self.training, **settings))  # type: ignore[arg-type]

    def with_seed(self, seed: int) -> "Experiment":
        """Start from another seed."""
        return replace(self, initial=replace(self.initial, seed=seed))
