"""Moments and histories as a file has them, and back."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from core.experiment import Experiment
from core.files.document import (
    CurveValues,
    HistoryValues,
    MeasuredValues,
    MomentValues,
    Number,
    Numbers,
    OptimizerValues,
    ParameterValues,
    RandomValues,
    VectorValues,
)
from core.history import CAPACITY, LOSS, MEAN_SQUARED_ERROR, TEST_LOSS, History, Measured
from core.kernels import Array
from core.network import Parameters, State, draw_parameters, random_state
from core.text import Phrase, RefusalError, translatable
from core.timeline import Moment


def to_number(value: float) -> Number:
    """Return `value` as a file has it."""
    if math.isfinite(value):
        return value
    return None if math.isnan(value) else "infinity" if value > 0 else "-infinity"


def from_number(value: Number) -> float:
    """Return what `to_number` was given."""
    return math.nan if value is None else float(value)


def to_parameters(parameters: Parameters) -> ParameterValues:
    """Return weights and biases as a file has them."""
    return ParameterValues(*_nested(parameters))


def to_optimizer(state: State) -> OptimizerValues:
    """Return what the optimizer keeps as a file has it."""
    vectors = tuple(VectorValues(*_nested(vector), name=name) for name, vector in state.vectors.items())
    return OptimizerValues(vectors, None if state.count is None else to_number(state.count.item()))


def to_random(random: Mapping[str, Any]) -> RandomValues:
    """Return a state of random numbers, from `RandomState.get_state(legacy=False)`, as a file has it."""
    inner = random["state"]
    return RandomValues(tuple(inner["key"].tolist()), int(inner["pos"]), bool(random["has_gauss"]), random["gauss"])


def from_random(values: RandomValues) -> dict[str, Any]:
    """Return what `RandomState.set_state` takes."""
    inner = {"key": np.array(values.key, dtype=np.uint32), "pos": values.position}
    return {
        "bit_generator": "MT19937",
        "state": inner,
        "has_gauss": int(values.has_gauss),
        "gauss": values.gauss,
    }


def first_random(experiment: Experiment) -> RandomValues:
    """Return the random numbers with which a run of `experiment` begins."""
    random = random_state(experiment.initial)
    draw_parameters(experiment, random)
    return to_random(dict(random.get_state(legacy=False)))


def to_measured(measured: Measured) -> MeasuredValues:
    """Return what is measured of an epoch as a file has it."""
    return MeasuredValues(*map(to_number, measured))


def from_moment(values: MomentValues, random: RandomValues, experiment: Experiment, place: str) -> Moment:
    """Return the moment; raises RefusalError where it does not fit `experiment`. `random` holds where it has none."""
    state = State(experiment.sizes, experiment.training.optimizer)
    _fill(state.parameters, values.parameters, f"{place}.parameters")
    kept = values.optimizer
    if tuple(vector.name for vector in kept.vectors) != tuple(state.vectors):
        raise RefusalError(
            translatable("core", "The optimizer “{name}” keeps other vectors: {vectors}."),
            place=f"{place}.optimizer.vectors",
            name=experiment.training.optimizer.name,
            vectors=_listed(list(state.vectors)),
        )
    for at, vector in enumerate(kept.vectors):
        _fill(state.vectors[vector.name], vector, f"{place}.optimizer.vectors[{at}]")
    if state.count is not None:
        state.count.fill(from_number(kept.count))
    measured = values.measured
    return Moment(
        values.batch,
        values.epoch,
        values.index,
        state.flat,
        from_random(values.random or random),
        (from_number(measured.loss), from_number(measured.mean_squared_error), from_number(measured.test_loss)),
    )


def to_history(history: History) -> HistoryValues:
    """Return the losses of a run as a file has them."""
    test_loss = _curve(history, TEST_LOSS)
    nothing = all(value is None for value in test_loss.low)
    return HistoryValues(
        history.length,
        history.width,
        _curve(history, LOSS),
        _curve(history, MEAN_SQUARED_ERROR),
        None if nothing else test_loss,
    )


def from_history(values: HistoryValues, place: str) -> History:
    """Return the losses of a run; raises RefusalError where there are not as many as their length says."""
    history, buckets = History(), -(-values.length // values.width)
    test_loss = CurveValues((None,) * min(buckets, CAPACITY)) if values.test_loss is None else values.test_loss
    named = {"loss": values.loss, "mean_squared_error": values.mean_squared_error, "test_loss": test_loss}
    columns: list[Array] = []
    for name, curve in named.items():
        for key, numbers in (("low", curve.low), ("high", curve.low if curve.high is None else curve.high)):
            if len(numbers) != buckets or buckets > CAPACITY:
                raise RefusalError(
                    translatable("core", "There must be a value for each of the {count} buckets, of up to {most}."),
                    place=f"{place}.{name}.{key}",
                    count=buckets,
                    most=CAPACITY,
                )
            columns.append(np.array([from_number(number) for number in numbers]))
    lows, highs = np.stack(columns[::2], axis=1), np.stack(columns[1::2], axis=1)
    history.width = 2  # each bucket is told its smallest and its largest value, as if they were two epochs
    history.record(0, [tuple(row) for pair in zip(lows.tolist(), highs.tolist(), strict=True) for row in pair])
    history.length, history.width = values.length, values.width
    return history


def _nested(parameters: Parameters) -> tuple[tuple[tuple[Numbers, ...], ...], tuple[Numbers, ...]]:
    weights = tuple(_rows(array) for array in parameters.weights)
    return weights, tuple(_rows(array)[0] for array in parameters.biases)


def _rows(array: Array) -> tuple[Numbers, ...]:
    return tuple(tuple(map(to_number, row)) for row in array.tolist())


def _fill(parameters: Parameters, values: ParameterValues, place: str) -> None:
    for name, arrays, given in (
        ("weights", parameters.weights, values.weights),
        ("biases", parameters.biases, tuple((row,) for row in values.biases)),
    ):
        fitting = len(arrays) == len(given) and all(
            array.shape == (len(rows), len(rows[0]) if rows else 0) and len({len(row) for row in rows}) == 1
            for array, rows in zip(arrays, given, strict=True)
        )
        if not fitting:
            raise RefusalError(
                translatable("core", "The {name} do not have the shapes of this network."),
                place=f"{place}.{name}",
                name=Phrase(name),
            )
        for array, rows in zip(arrays, given, strict=True):
            array[...] = [[from_number(value) for value in row] for row in rows]


def _curve(history: History, quantity: int) -> CurveValues:
    curve = history.curve(quantity, CAPACITY)
    low, high = (tuple(map(to_number, values.tolist())) for values in (curve.low, curve.high))
    return CurveValues(low, None if low == high else high)


def _listed(names: Sequence[str]) -> str | Phrase:
    return ", ".join(names) or Phrase(translatable("core", "none"))
