"""Random experiments with every registry entry, and runs of them, for what files must keep."""

from collections.abc import Callable

from hypothesis import reject
from hypothesis import strategies as st
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.data import Data
from core.datasets import article_experiment
from core.experiment import Experiment, Initial, Layer, Stop, Training
from core.features import FEATURES
from core.given_parameters import GivenParameters
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from core.text import RefusalError
from core.training import Trainer
from tests.core.strategies import parameter_indices, some_parameters

ARTICLE = article_experiment()
Action = Callable[[Trainer], object]

shares = st.integers(0, 8).map(lambda eighths: eighths / 8)
positive = st.floats(1e-3, 1.0)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def rows(samples: int, columns: int) -> st.SearchStrategy[tuple[tuple[float, ...], ...]]:
    return st.tuples(*[st.tuples(*[shares] * columns)] * samples)


def named(registry: dict[str, type]) -> st.SearchStrategy[object]:
    return st.sampled_from(sorted(registry)).map(lambda name: registry[name]())


@st.composite
def data(draw: st.DrawFn) -> Data:
    inputs, targets = draw(st.integers(1, 3)), draw(st.integers(1, 2))
    samples, tests = draw(st.integers(1, 6)), draw(st.integers(0, 2))
    features = st.lists(st.sampled_from(sorted(FEATURES)), unique=True).map(tuple) if inputs == 2 else st.just(())
    return Data(
        draw(rows(samples, inputs)),
        draw(rows(samples, targets)),
        draw(rows(tests, inputs)),
        draw(rows(tests, targets)),
        draw(st.just(()) | st.tuples(*[texts] * inputs)),
        draw(st.just(()) | st.tuples(*[texts] * targets)),
        draw(features),
    )


trainings = st.builds(
    Training,
    st.sampled_from(sorted(LOSSES)),
    st.sampled_from(sorted(REDUCTIONS)),
    named(OPTIMIZERS),
    st.none() | st.integers(1, 4),
    st.booleans(),
    named(REGULARIZERS),
    named(SCHEDULES),
    named(CLIPPINGS),
    st.builds(Stop, st.none() | positive, st.none() | st.integers(1, 2**53), st.none() | shares),
)
plain = sorted(name for name, rule in INITIALIZERS.items() if not rule.by_units)
initials = st.builds(
    Initial,
    st.sampled_from(sorted(INITIALIZERS)),
    st.integers(0, 2**32 - 1),
    positive,
    st.sampled_from(plain),
    positive,
)


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    chosen = draw(data())
    hidden = draw(st.lists(st.builds(Layer, st.integers(1, 3), st.sampled_from(sorted(ACTIVATIONS))), max_size=2))
    output = Layer(chosen.target_count, draw(st.sampled_from(sorted(ACTIVATIONS))))
    try:
        made = Experiment(chosen, (*hidden, output), draw(trainings), draw(initials))
        made = made.with_frozen(draw(some_parameters(made)), True)
        if draw(st.booleans()):
            return made
        shapes = list(zip(made.sizes, made.sizes[1:], strict=False))
        given_parameters = GivenParameters(
            tuple(draw(rows(before, after)) for before, after in shapes),
            tuple(draw(rows(1, after))[0] for _, after in shapes),
        )
        return replace(made, parameters=given_parameters)
    except RefusalError:
        reject()


def edited(training: Training) -> Action:
    def edit(trainer: Trainer) -> None:
        try:
            changed = trainer.experiment.with_training(
                optimizer=training.optimizer, shuffle=training.shuffle, batch_size=training.batch_size
            )
            trainer.edit(changed.with_data(changed.data.with_value(0, 0, 0.25)))
        except RefusalError:
            reject()

    return edit


def freeze(trainer: Trainer) -> None:
    """Freeze every other parameter, but free those that are frozen."""
    every_other, frozen = parameter_indices(trainer.experiment)[::2], trainer.experiment.frozen
    trainer.edit(trainer.experiment.with_frozen(every_other, True).with_frozen(frozen, False))


def cells(trainer: Trainer) -> None:
    trainer.edit(trainer.experiment.with_data(trainer.experiment.data.with_sample(0)))


actions: st.SearchStrategy[Action] = st.one_of(
    st.integers(1, 40).map(lambda count: lambda trainer: [trainer.step() for _ in range(count)]),
    st.integers(1, 9).map(lambda count: lambda trainer: trainer.run(count)),
    st.integers(1, 3).map(lambda count: lambda trainer: [trainer.step_back() for _ in range(count)]),
    st.integers(0, 40).map(lambda epoch: lambda trainer: trainer.seek(epoch)),
    st.just(cells),
    st.just(freeze),
    trainings.map(edited),
)


def run(trainer: Trainer, *doings: Action) -> Trainer:
    for do in doings:
        do(trainer)
    return trainer


def diverging() -> Experiment:
    """Return an experiment whose loss soon is no number."""
    return ARTICLE.with_learning_rate(1e200).with_layer(1, Layer(1, "linear"))
