"""The samples a network learns from, and those it is tested with."""

import math
from collections.abc import Collection, Sequence
from operator import add
from typing import Annotated

from msgspec.structs import replace

from core.features import FEATURES, compute_features
from core.kernels import Array, as_array
from core.settings import Range, Settings, one_of, require_known
from core.text import RefusalError, translatable

MAX_SAMPLES = 100_000
MAX_COLUMNS = 64
COLUMNS = Range(least=1, most=MAX_COLUMNS, whole=True)
INPUTS = ("x", "y")  # the features that are the two inputs themselves

Row = tuple[float, ...]
Rows = tuple[Row, ...]
Names = tuple[str, ...]


class Data(Settings, frozen=True):
    """The samples: one row of inputs and one row of targets for each.

    Columns are counted through, inputs first, as a table shows them. Names are given for all inputs or targets, or for
    none. With `features`, the network sees these of the two inputs in place of the inputs themselves.
    """

    inputs: Rows
    targets: Rows
    test_inputs: Rows = ()
    test_targets: Rows = ()
    input_names: Names = ()
    target_names: Names = ()
    features: tuple[Annotated[str, one_of(FEATURES)], ...] = ()

    def __post_init__(self) -> None:
        _require_counts(len(self.inputs), *(len(rows[0]) if rows else 1 for rows in (self.inputs, self.targets)))
        self._require_rows("inputs", self.inputs, self.input_count)
        self._require_rows("targets", self.targets, self.target_count)
        self._require_rows("test_inputs", self.test_inputs, self.input_count)
        self._require_rows("test_targets", self.test_targets, self.target_count)
        for place, inputs, targets in (
            ("targets", self.inputs, self.targets),
            ("test_targets", self.test_inputs, self.test_targets),
        ):
            if len(inputs) != len(targets):
                raise RefusalError(
                    translatable("core", "Each sample needs its inputs and its targets."), place=f".{place}"
                )
        self._require_names()
        self._require_features()

    @property
    def samples(self) -> int:
        """Number of samples to learn from."""
        return len(self.inputs)

    @property
    def input_count(self) -> int:
        """Number of inputs of a sample."""
        return len(self.inputs[0])

    @property
    def target_count(self) -> int:
        """Number of targets of a sample."""
        return len(self.targets[0]) if self.targets else 0

    @property
    def network_input_count(self) -> int:
        """Number of values of a sample that the network sees: its inputs, or the features made of them."""
        return len(self.features) or self.input_count

    def network_inputs(self, rows: Rows) -> Array:
        """Return what the network sees of rows of inputs, shape (samples, network_input_count)."""
        return compute_features(self.features, as_array(rows, self.input_count))

    @property
    def classes(self) -> Rows:
        """The targets, where they name classes: the two values of one target, or a 1 for each of several; else none."""
        found = {*self.targets, *self.test_targets}
        if self.target_count == 1:
            return tuple(sorted(found)) if len(found) == len(("one", "other")) else ()
        units = tuple(tuple(float(at == unit) for at in range(self.target_count)) for unit in range(self.target_count))
        return units if found <= set(units) else ()

    def rows(self, *, test: bool = False) -> Rows:
        """Return the samples to learn from, or to test with, as a table shows them: inputs, then targets."""
        inputs, targets = (self.test_inputs, self.test_targets) if test else (self.inputs, self.targets)
        return tuple(map(add, inputs, targets))

    def with_rows(self, rows: Sequence[Row], *, test: bool = False) -> "Data":
        """Put other samples in the place of those to learn from, or to test with."""
        count = self.input_count
        inputs, targets = tuple(row[:count] for row in rows), tuple(row[count:] for row in rows)
        if test:
            return replace(self, test_inputs=inputs, test_targets=targets)
        return replace(self, inputs=inputs, targets=targets)

    def value(self, row: int, column: int, *, test: bool = False) -> float:
        """Return the value in a cell of the table."""
        inputs, targets = (self.test_inputs, self.test_targets) if test else (self.inputs, self.targets)
        return inputs[row][column] if column < self.input_count else targets[row][column - self.input_count]

    def with_value(self, row: int, column: int, value: float, *, test: bool = False) -> "Data":
        """Put `value` into a cell of the table."""
        rows = list(self.rows(test=test))
        rows[row] = (*rows[row][:column], value, *rows[row][column + 1 :])
        return self.with_rows(rows, test=test)

    def with_sample(self, row: int, *, test: bool = False) -> "Data":
        """Put a sample of zeros in front of `row`."""
        rows = list(self.rows(test=test))
        rows.insert(row, (0.0,) * (self.input_count + self.target_count))
        return self.with_rows(rows, test=test)

    def without_samples(self, rows: Collection[int], *, test: bool = False) -> "Data":
        """Take some samples out."""
        return self.with_rows([row for at, row in enumerate(self.rows(test=test)) if at not in rows], test=test)

    def without_column(self, column: int) -> "Data":
        """Take an input or a target out, of the test samples, too."""
        at = column - self.input_count
        if at < 0:
            return replace(
                self,
                inputs=_without(self.inputs, column),
                test_inputs=_without(self.test_inputs, column),
                input_names=self.input_names[:column] + self.input_names[column + 1 :],
                features=(),
            )
        return replace(
            self,
            targets=_without(self.targets, at),
            test_targets=_without(self.test_targets, at),
            target_names=self.target_names[:at] + self.target_names[at + 1 :],
        )

    def resized(self, samples: int, inputs: int, targets: int) -> "Data":
        """Cut off the last samples, inputs and targets, or put zeros behind them, until there are so many."""
        _require_counts(samples, inputs, targets)
        return replace(
            self,
            inputs=_resized_rows(self.inputs, samples, inputs),
            targets=_resized_rows(self.targets, samples, targets),
            test_inputs=_resized_rows(self.test_inputs, len(self.test_inputs), inputs),
            test_targets=_resized_rows(self.test_targets, len(self.test_targets), targets),
            input_names=_resized_names(self.input_names, inputs),
            target_names=_resized_names(self.target_names, targets),
            features=self.features if inputs == self.input_count else (),
        )

    def with_feature(self, name: str, *, used: bool) -> "Data":
        """Let the network see a feature, or see it no more; x and y alone are the inputs themselves."""
        chosen = {*(self.features or INPUTS), name} if used else {*(self.features or INPUTS)} - {name}
        if not chosen:
            raise RefusalError(translatable("core", "The network needs one input at least."), place=".features")
        features = tuple(feature for feature in FEATURES if feature in chosen)
        return replace(self, features=() if features == INPUTS else features)

    def _require_rows(self, place: str, rows: Rows, width: int) -> None:
        if len(rows) > MAX_SAMPLES:
            _require_counts(len(rows), 1, 1)
        for at, row in enumerate(rows):
            if len(row) != width:
                raise RefusalError(
                    translatable("core", "All samples need the same number of values."), place=f".{place}[{at}]"
                )
            if not all(map(math.isfinite, row)):
                column = next(column for column, value in enumerate(row) if not math.isfinite(value))
                raise RefusalError(
                    translatable("core", "Every value of the data must be a finite number."),
                    place=f".{place}[{at}][{column}]",
                )

    def _require_names(self) -> None:
        for place, names, count in (
            ("input_names", self.input_names, self.input_count),
            ("target_names", self.target_names, self.target_count),
        ):
            if names and len(names) != count:
                raise RefusalError(
                    translatable("core", "There must be a name for each of the {count} columns, or for none."),
                    place=f".{place}",
                    count=count,
                )

    def _require_features(self) -> None:
        for at, name in enumerate(self.features):
            require_known(translatable("core", "feature"), name, FEATURES, f".features[{at}]")
        if self.features and self.input_count != len(INPUTS):
            raise RefusalError(
                translatable("core", "Features are made of two inputs, x and y; there are {count}."),
                place=".features",
                count=self.input_count,
            )
        if len(set(self.features)) != len(self.features):
            raise RefusalError(translatable("core", "A feature can be chosen once only."), place=".features")


def _require_counts(samples: int, inputs: int, targets: int) -> None:
    for place, count, most, template in (
        ("inputs", samples, MAX_SAMPLES, translatable("core", "The data needs 1 to {most} samples, not {count}.")),
        ("inputs[0]", inputs, MAX_COLUMNS, translatable("core", "There can be 1 to {most} inputs, not {count}.")),
        ("targets[0]", targets, MAX_COLUMNS, translatable("core", "There can be 1 to {most} targets, not {count}.")),
    ):
        if not 1 <= count <= most:
            raise RefusalError(template, place=f".{place}", most=most, count=count)


def _resized_rows(rows: Rows, count: int, width: int) -> Rows:
    resized = [(row + (0.0,) * width)[:width] for row in rows[:count]]
    return (*resized, *((0.0,) * width for _ in range(count - len(rows))))


def _resized_names(names: Names, count: int) -> Names:
    return (names + tuple(str(number) for number in range(len(names) + 1, count + 1)))[:count] if names else ()


def _without(rows: Rows, column: int) -> Rows:
    return tuple(row[:column] + row[column + 1 :] for row in rows)
