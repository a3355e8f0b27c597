"""Random experiments, small enough that a hundred of them are quick."""

from collections.abc import Collection

from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.experiment import Data, Experiment, Initial, Layer, Row, Training
from core.losses import LOSSES, REDUCTIONS

seeds = st.integers(0, 2**32 - 1)
values = st.integers(-16, 16).map(lambda eighths: eighths / 8)


def names(registry: Collection[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(registry))


def rows(samples: int, columns: int) -> st.SearchStrategy[tuple[Row, ...]]:
    return st.tuples(*[st.tuples(*[values] * columns)] * samples)


def layers(units: st.SearchStrategy[int], activations: Collection[str]) -> st.SearchStrategy[Layer]:
    return st.builds(Layer, units, names(activations))


@st.composite
def data(draw: st.DrawFn) -> Data:
    samples = draw(st.integers(1, 4))
    return Data(draw(rows(samples, draw(st.integers(1, 3)))), draw(rows(samples, draw(st.integers(1, 3)))))


trainings = st.builds(
    Training,
    loss=names(LOSSES),
    reduction=names(REDUCTIONS),
    learning_rate=st.sampled_from([0.01, 0.1, 1 / 3, 1.0]),
)


@st.composite
def experiments(draw: st.DrawFn, activations: Collection[str] = tuple(ACTIVATIONS)) -> Experiment:
    chosen = draw(data())
    hidden = draw(st.lists(layers(st.integers(1, 4), activations), max_size=2))
    output = draw(layers(st.just(chosen.target_count), activations))
    return Experiment(chosen, (*hidden, output), draw(trainings), Initial(seed=draw(seeds)))
