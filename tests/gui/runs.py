"""Experiments and sessions in the states that tests look at."""

from dataclasses import replace

from core.datasets import DATASETS, article_experiment
from core.experiment import Data, Experiment, Layer, Training
from gui.session import Session

ARTICLE = article_experiment()

DIVERGING = Experiment(DATASETS["xor"][1], (Layer(2, "linear"), Layer(1, "linear")), Training(learning_rate=100.0))


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
