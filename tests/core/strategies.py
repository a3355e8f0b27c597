"""Random experiments, small enough that a hundred of them are quick, made of all entries of all registries."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.data import Data, Row
from core.experiment import Experiment, Initial, Layer, ParameterIndex, Training
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from core.settings import Choice
from core.text import RefusalError

HIDDEN = sorted(name for name, activation in ACTIVATIONS.items() if not activation.mixes_units)
SMOOTH = ("sigmoid", "tanh")
BIAS_SCHEMES = sorted(name for name, rule in INITIALIZERS.items() if not rule.by_units)

OPTIONS: dict[str, st.SearchStrategy[float]] = {
    "learning_rate": st.sampled_from([0.01, 0.1, 1 / 3, 1.0]),
    "momentum": st.sampled_from([0.0, 0.5, 0.9]),
    "alpha": st.sampled_from([0.0, 0.9, 0.99]),
    "beta1": st.sampled_from([0.0, 0.9]),
    "beta2": st.sampled_from([0.5, 0.999]),
    "epsilon": st.sampled_from([1e-8, 0.1]),
    "rate": st.sampled_from([0.0, 0.001, 0.3]),
    "limit": st.sampled_from([0.05, 1.0, 100.0]),
    "every": st.integers(1, 3),
    "factor": st.sampled_from([0.5, 0.99, 1.0]),
    "epochs": st.integers(1, 9),
    "lowest": st.sampled_from([0.0, 0.05]),
}

seeds = st.integers(0, 2**32 - 1)
values = st.integers(-16, 16).map(lambda eighths: eighths / 8)
shares = st.integers(0, 8).map(lambda eighths: eighths / 8)

Entry = TypeVar("Entry", bound=Choice)


def names(registry: Collection[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(registry))


def entries(registry: Mapping[str, type[Entry]]) -> st.SearchStrategy[Entry]:
    """Return any entry with any options."""
    return st.one_of(
        [
            st.builds(kind, **{field: OPTIONS[field] for field in kind.__struct_fields__})
            for _, kind in sorted(registry.items())
        ]
    )


def rows(samples: int, columns: int, numbers: st.SearchStrategy[float] = values) -> st.SearchStrategy[tuple[Row, ...]]:
    return st.tuples(*[st.tuples(*[numbers] * columns)] * samples)


def layers(units: st.SearchStrategy[int], activations: Collection[str]) -> st.SearchStrategy[Layer]:
    return st.builds(Layer, units, names(activations))


@st.composite
def data(draw: st.DrawFn, targets: st.SearchStrategy[float] = values) -> Data:
    samples, inputs, outputs = (draw(st.integers(1, most)) for most in (4, 3, 3))
    tests = draw(st.sampled_from([0, 0, 2]))
    features = draw(st.sampled_from([(), (), ("x", "sin_y", "x_times_y")])) if inputs == 2 else ()
    return Data(
        inputs=draw(rows(samples, inputs)),
        targets=draw(rows(samples, outputs, targets)),
        test_inputs=draw(rows(tests, inputs)),
        test_targets=draw(rows(tests, outputs, targets)),
        features=features,
    )


optimizers = entries(OPTIMIZERS)

trainings = st.builds(
    Training,
    loss=names(LOSSES),
    reduction=names(REDUCTIONS),
    optimizer=optimizers,
    batch_size=st.none() | st.integers(1, 4),
    shuffle=st.booleans(),
    regularization=entries(REGULARIZERS),
    schedule=entries(SCHEDULES),
    clipping=entries(CLIPPINGS),
)

initials = st.builds(
    Initial,
    scheme=names(INITIALIZERS),
    seed=seeds,
    scale=st.sampled_from([0.5, 1.0]),
    bias_scheme=names(BIAS_SCHEMES),
    bias_scale=st.sampled_from([0.0, 1.0]),
)


@st.composite
def experiments(draw: st.DrawFn, activations: Collection[str] = tuple(ACTIVATIONS)) -> Experiment:
    training = draw(trainings)
    for_probabilities = LOSSES[training.loss].for_probabilities
    chosen = draw(data(shares if for_probabilities else values))
    fitting = [name for name in activations if ACTIVATIONS[name].probabilities or not for_probabilities]
    hidden = draw(st.lists(layers(st.integers(1, 4), [name for name in activations if name in HIDDEN]), max_size=2))
    output = draw(layers(st.just(chosen.target_count), fitting))
    experiment = Experiment(chosen, (*hidden, output), training, draw(initials))
    return experiment.with_frozen(draw(some_parameters(experiment)), True) if draw(st.booleans()) else experiment


def parameter_indices(experiment: Experiment) -> list[ParameterIndex]:
    """Return all weights and biases of an experiment."""
    return [
        ParameterIndex(layer, unit, before)
        for layer, (units_before, units) in enumerate(pairwise(experiment.sizes), start=1)
        for unit in range(units)
        for before in (None, *range(units_before))
    ]


def some_parameters(experiment: Experiment) -> st.SearchStrategy[list[ParameterIndex]]:
    return st.lists(st.sampled_from(parameter_indices(experiment)), max_size=6)


def with_fitting_training(experiment: Experiment, training: Training) -> Experiment:
    """Use other training settings, but the squared error where their loss does not go with the outputs."""
    try:
        return replace(experiment, training=training)
    except RefusalError:
        return replace(experiment, training=replace(training, loss="squared_error"))
