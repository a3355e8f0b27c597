"""The parameters a run has visited."""

from collections.abc import Iterator

import numpy as np

from core.engine import Engine
from core.experiment import Experiment
from core.kernels import Array
from core.network import State
from core.timeline import Timeline
from core.training import Trainer

FEWEST_POINTS = 2
MOST_REPLAYED = 20_000  # batches, for all points together; about a second for a small network
MOST_WORK = 1_000_000_000  # weights × samples in all of them; some seconds for a large one
STEP_WORK = 4_000_000  # between two steps; some milliseconds
MOST_AT_ONCE = 256  # batches, of however small a network


def trajectory(trainer: Trainer, points: int) -> Array:
    """Return the parameters at batches from the run's start to where it stands, shape (points, parameters).

    They are evenly spaced, and fewer than `points` where the run is shorter than that. Of a run too long to be trained
    once more, each may lie earlier, nearer to a moment that the run has kept. The last row is the parameters of now or,
    where a batch is under way, those at its start. An engine of its own trains on from the moments, so that the trainer
    does not notice.
    """
    path = Trajectory(trainer, points)
    for _ in path.steps():
        pass
    return path.moments


class Trajectory:
    """A trajectory in steps so short that a window answers in between. `moments` is complete after the last one.

    `total` is how many steps there are to be counted: one for each row.
    """

    def __init__(self, trainer: Trainer, points: int) -> None:
        points = max(points, FEWEST_POINTS)
        end = trainer.batch + trainer.batch_complete
        most = _most_replayed(trainer.experiment, points)
        furthest = end if end <= most else most // points
        wanted = np.linspace(0, end, points).round().astype(int).tolist()
        nearest = (min(batch, trainer.timeline.moment(batch).batch + furthest) for batch in wanted if batch < end)
        self._batches = sorted(set(nearest))
        self._replay = _Replay(trainer.timeline)
        last = trainer.plan.parameters if trainer.batch_complete else trainer.plan.before
        self.moments: Array = np.tile(last.flat, (len(self._batches) + 1, 1))
        self.total = len(self.moments)

    def steps(self) -> Iterator[int]:
        """Go along the run, and yield every few milliseconds how many rows are known."""
        for row, batch in enumerate(self._batches):
            for _ in self._replay.steps_to(batch):
                yield row
            self.moments[row] = self._replay.parameters
            yield row + 1
        yield self.total


class _Replay:
    """The run once more, from one batch of its past to a later one. `parameters` are those it has come to."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._engine: Engine | None = None
        self._batch = -1  # at whose start the engine stands
        self.parameters: Array = np.zeros(0)

    def steps_to(self, batch: int) -> Iterator[None]:
        """Go to the start of `batch`, which is later than those asked for before."""
        moment, experiment = self._timeline.moment(batch), self._timeline.segment(batch).experiment
        if batch == moment.batch:
            self.parameters = State(experiment.sizes, experiment.training.optimizer, flat=moment.state).parameters.flat
            return
        if self._engine is None or self._engine.experiment is not experiment:
            self._engine = Engine(experiment)
            self._batch = -1
        if self._batch < moment.batch:
            self._engine.place(moment)
            self._batch = moment.batch
        at_once = max(1, min(MOST_AT_ONCE, STEP_WORK // _work(experiment)))
        while self._batch < batch:
            count = min(at_once, batch - self._batch)
            self._engine.run(count)
            self._engine.advance()
            self._batch += count
            yield
        self.parameters = self._engine.plan.before.flat


def _most_replayed(experiment: Experiment, points: int) -> int:
    """Return how many batches may be trained once more, for all points together."""
    return max(points, min(MOST_REPLAYED, MOST_WORK // _work(experiment)))


def _work(experiment: Experiment) -> int:
    return experiment.batch_size * experiment.parameter_count
