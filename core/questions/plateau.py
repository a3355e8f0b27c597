"""The plateau: a run that stands still, far from done, and the samples that it cannot tell apart.

Two samples with the same activations in the last hidden layer get the same answer. If they want different ones, the
squared error is smallest halfway between them, and both pull at all weights above with the same force to opposite
sides. The hidden units would have to change, but where they are saturated for both, hardly any gradient reaches them.
This is how the article's XOR is stuck.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.evaluation import Evaluation
from core.history import LOSS, History
from core.kernels import Array
from core.plan import Plan
from core.questions.whole_data import gradient
from core.regularizers import NoRegularization

SHORTEST = 100  # epochs
SHARE_OF_RUN = 4  # a quarter of the epochs is looked at
SHARE_OF_WINDOW = 10  # a tenth of these is averaged at either end, since the loss of shuffled batches is not smooth
SMALLEST_CHANGE = 0.01  # of the loss; a converging XOR changes by a third
UNEXPLAINED = 0.1  # mean squared error by the variance of the targets; 1 is what one answer to everything gets
DONE = 0.95  # accuracy
NEAR = 0.01  # of the largest distance between two samples' activations
DIFFERENT = 0.5  # of the largest distance between two samples' targets
HALFWAY = 0.1  # of the distance between two classes, from their middle
MOST_SAMPLES = 256  # the worst answered ones are compared, each with each


@dataclass(frozen=True, slots=True)
class Pair:
    """Two samples with different targets, `distance` apart in the last hidden layer.

    `slope` is the steepest slope of any unit of that layer at either of them, or None where there is no such layer.
    """

    first: int
    second: int
    distance: float
    first_answer: tuple[float, ...]
    second_answer: tuple[float, ...]
    slope: float | None


@dataclass(frozen=True)
class Plateau:
    """A loss that changed by `change`, as a share of itself, in `epochs` epochs.

    `closest` are the two samples that are hardest to tell apart, `conflicting` all that are so with some other;
    `undecided` are answered in the middle between two classes.
    """

    change: float
    epochs: int
    gradient_norm: float
    mean_squared_error: float
    accuracy: float | None
    closest: Pair | None
    conflicting: tuple[int, ...]
    undecided: tuple[int, ...]

    @cached_property
    def evidence(self) -> Mapping[str, float]:
        """All numbers by name."""
        closest = self.closest
        numbers: dict[str, float | None] = {
            "change": self.change,
            "epochs": self.epochs,
            "gradient_norm": self.gradient_norm,
            "mean_squared_error": self.mean_squared_error,
            "accuracy": self.accuracy,
            "undecided": len(self.undecided),
            "conflicting": len(self.conflicting),
            "distance": closest.distance if closest else None,
            "slope": closest.slope if closest else None,
        }
        return {name: float(number) for name, number in numbers.items() if number is not None}


def find_plateau(plan: Plan, history: History) -> Plateau | None:
    """Return the plateau a run stands on, or None; `plan` has gone through all samples, and its numbers are finite."""
    epochs = max(SHORTEST, history.length // SHARE_OF_RUN)
    if history.length < epochs:
        return None
    change = _change(history, epochs)
    outputs, evaluation = plan.layers[-1].activation.values, Evaluation(plan.experiment)
    error, accuracy = evaluation.mean_squared_error(outputs), evaluation.accuracy(outputs)
    if change >= SMALLEST_CHANGE or _is_done(error, accuracy, plan.targets.values):
        return None
    penalized = not isinstance(plan.experiment.training.regularization, NoRegularization)
    closest, conflicting = _conflicts(plan)
    return Plateau(
        change=change,
        epochs=epochs,
        gradient_norm=float(np.linalg.norm(gradient(plan, penalized=penalized).flat)),
        mean_squared_error=error,
        accuracy=accuracy,
        closest=closest,
        conflicting=conflicting,
        undecided=() if accuracy is None else _undecided(outputs, plan.targets.values),
    )


def _is_done(error: float, accuracy: float | None, targets: Array) -> bool:
    variance = float(np.mean(np.var(targets, axis=0))) or 1.0
    return error <= UNEXPLAINED * variance or (accuracy is not None and accuracy >= DONE)


def _change(history: History, epochs: int) -> float:
    """Return by what share of itself the loss changed in the last `epochs` epochs, up or down."""
    width = epochs // SHARE_OF_WINDOW
    first = _mean_loss(history, history.length - epochs, width)
    last = _mean_loss(history, history.length - width, width)
    return abs(last - first) / first if first else 0.0


def _mean_loss(history: History, start: int, count: int) -> float:
    return float(np.mean([history.at(LOSS, epoch) for epoch in range(start, start + count, history.width)]))


def _undecided(outputs: Array, targets: Array) -> tuple[int, ...]:
    if targets.shape[1] > 1:
        return ()
    low, high = float(targets.min()), float(targets.max())
    off_middle = np.abs(outputs[:, 0] - (low + high) / 2)
    return tuple(np.flatnonzero(off_middle <= HALFWAY * (high - low)).tolist())


def _conflicts(plan: Plan) -> tuple[Pair | None, tuple[int, ...]]:
    """Return the closest pair of samples with different targets, and all samples that are in such a pair."""
    seen, answers, targets = plan.layers[-1].came_in.values, plan.layers[-1].activation.values, plan.targets.values
    errors = np.sum(np.square(answers - targets), axis=1)
    worst = np.sort(np.argsort(-errors, kind="stable")[:MOST_SAMPLES])
    distances, wanted = _distances(seen[worst]), _distances(targets[worst])
    conflict = (distances <= NEAR * distances.max()) & (wanted > DIFFERENT * wanted.max())
    if not conflict.any():
        return None, ()
    at = np.unravel_index(int(np.argmin(np.where(conflict, distances, np.inf))), distances.shape)
    pair = worst[list(at)].tolist()
    first, second = pair
    slope = float(np.max(plan.layers[-2].slope.values[pair])) if len(plan.layers) > 1 else None
    closest = Pair(
        first=first,
        second=second,
        distance=float(distances[at]),
        first_answer=tuple(answers[first].tolist()),
        second_answer=tuple(answers[second].tolist()),
        slope=slope,
    )
    return closest, tuple(worst[conflict.any(axis=1)].tolist())


def _distances(rows: Array) -> Array:
    """Return how far each row is from each other one, shape (rows, rows)."""
    squares: Array = np.zeros((len(rows), len(rows)))
    for column in rows.T:
        squares += np.square(column[:, np.newaxis] - column)
    return np.sqrt(squares)
