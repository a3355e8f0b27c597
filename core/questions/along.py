"""A measure along a run: at every moment that is kept of it, and now.

Each moment is measured once, when it is asked for, so that training is not held up and the numbers are the same however
often one looks.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters
from core.timeline import Moment
from core.training import Trainer

Measure = Callable[[Experiment, Parameters], Array]
"""What is to be known of an experiment at some parameters: numbers, always of the same shape for the same layers."""

MOST_AT_ONCE = 32
WORK_AT_ONCE = 20_000_000  # samples × parameters; some milliseconds


@dataclass(frozen=True, slots=True)
class Measurements:
    """`values[i]` was measured where `epochs[i]` epochs were complete; a fraction lies within an epoch.

    `epochs` has shape (points,), `values` (points, …). `now` is the point that the run stands at. `missing` is how many
    moments that the run has kept are still to be measured.
    """

    epochs: Array
    values: Array
    now: int
    missing: int


class Along:
    """One measure along whatever run it is asked about; it knows no more moments than that run has kept."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[int, tuple[Moment, Array]] = {}  # by id: what is kept is never changed, but made anew
        self._now: tuple[Experiment, Array, Array] | None = None

    def update(self, trainer: Trainer, budget: int) -> Measurements:
        """Measure at most `budget` moments more, evenly spread over those that are missing, and the parameters of now.

        These are those the batch has led to where it is complete, and those at its start where it is under way.
        """
        moments = trainer.timeline.moments()
        self._known = {id(moment): self._known[id(moment)] for moment, _ in moments if id(moment) in self._known}
        missing = [pair for pair in moments if id(pair[0]) not in self._known]
        for moment, experiment in missing[:: max(1, -(-len(missing) // budget))]:
            parameters = Parameters(experiment.sizes, moment.state[: experiment.parameter_count])
            self._known[id(moment)] = moment, self._measure(experiment, parameters)
        known = [(moment, experiment) for moment, experiment in moments if id(moment) in self._known]
        epochs = [moment.epoch + moment.index / experiment.batches for moment, experiment in known]
        values = [self._known[id(moment)][1] for moment, _ in known]
        batch, measured = trainer.batch + trainer.batch_complete, self._measured_now(trainer)
        now = bisect_right([moment.batch for moment, _ in known], batch)
        if now and known[now - 1][0].batch == batch and np.array_equal(values[now - 1], measured, equal_nan=True):
            now -= 1  # it stands at that very moment
        else:
            epochs.insert(now, _epochs_complete(trainer))
            values.insert(now, measured)
        return Measurements(np.array(epochs), np.array(values), now, len(moments) - len(known))

    def _measured_now(self, trainer: Trainer) -> Array:
        plan, experiment = trainer.plan, trainer.experiment
        parameters = plan.parameters if trainer.batch_complete else plan.before
        same = self._now is not None and self._now[0] is experiment and np.array_equal(self._now[1], parameters.flat)
        if self._now is None or not same:
            self._now = experiment, parameters.flat.copy(), self._measure(experiment, parameters)
        return self._now[2]


def moments_at_once(experiment: Experiment) -> int:
    """Return how many moments of an experiment can be measured without holding anything up: a budget."""
    return max(1, min(MOST_AT_ONCE, WORK_AT_ONCE // (experiment.data.samples * experiment.parameter_count)))


def _epochs_complete(trainer: Trainer) -> float:
    batches = trainer.batch_of_epoch + trainer.batch_complete
    return trainer.engine.epoch + batches / trainer.experiment.batches
