"""Experiments and sessions in the states that tests look at."""

from itertools import cycle, product

from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.data import Data
from core.datasets import DATASETS, article_experiment
from core.experiment import Experiment, Layer, Training
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS, Sgd
from core.regularizers import REGULARIZERS
from gui.session import Session

ARTICLE = article_experiment()

DIVERGING = Experiment(DATASETS["xor"].make(), (Layer(2, "linear"), Layer(1, "linear")), Training(optimizer=Sgd(100.0)))


def experiment_of(*sizes: int, samples: int = 4, activation: str = "sigmoid") -> Experiment:
    """Return an experiment with layers of `sizes`, the input first."""
    data = Data(
        inputs=tuple(tuple(float((row + column) % 2) for column in range(sizes[0])) for row in range(samples)),
        targets=tuple(tuple(float((row * column) % 2) for column in range(sizes[-1])) for row in range(samples)),
    )
    return replace(ARTICLE.with_data(data), layers=tuple(Layer(units, activation) for units in sizes[1:]))


def diverged_session() -> Session:
    """Return a session whose run has come to an infinite loss."""
    session = Session(DIVERGING)
    session.seek(10_000)
    assert session.trainer.diverged
    return session


def _every_choice() -> list[Experiment]:
    losses = [
        (output, loss)
        for output, loss in product(ACTIVATIONS, LOSSES)
        if ACTIVATIONS[output].probabilities or not LOSSES[loss].for_probabilities
    ]
    hidden = cycle(name for name, activation in ACTIVATIONS.items() if not activation.mixes_units)
    found = [
        replace(ARTICLE, layers=(Layer(2, next(hidden)), Layer(1, output))).with_training(
            loss=loss, reduction=reduction
        )
        for (output, loss), reduction in product(losses, REDUCTIONS)
    ]
    updates = [
        ARTICLE.with_training(optimizer=optimizer(), regularization=regularization(), clipping=clipping())
        for optimizer, regularization, clipping in zip(
            OPTIMIZERS.values(), cycle(REGULARIZERS.values()), cycle(CLIPPINGS.values()), strict=False
        )
    ]
    return found + updates


EVERY_CHOICE = _every_choice()
"""Experiments in which every entry of every registry that a batch is made of has its place."""
