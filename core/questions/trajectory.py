"""The parameters a run has visited."""

import numpy as np

from core.engine import Engine
from core.kernels import Array
from core.network import State
from core.timeline import Timeline
from core.training import Trainer

FEWEST_POINTS = 2
MOST_REPLAYED = 20_000  # batches, for all points together; about a second for a small network


def trajectory(trainer: Trainer, points: int) -> Array:
    """Return the parameters at batches from the run's start to where it stands, shape (points, parameters).

    They are evenly spaced, and fewer than `points` where the run is shorter than that. Of a run of more batches than
    `MOST_REPLAYED`, each may lie earlier, nearer to a moment that the run has kept. The last row is the parameters of
    now or, where a batch is under way, those at its start. An engine of its own trains on from the moments, so that
    the trainer does not notice.
    """
    points = max(points, FEWEST_POINTS)
    end = trainer.batch + trainer.batch_complete
    furthest = end if end <= MOST_REPLAYED else MOST_REPLAYED // points
    wanted = np.linspace(0, end, points).round().astype(int).tolist()
    nearest = (min(batch, trainer.timeline.moment(batch).batch + furthest) for batch in wanted if batch < end)
    replay = _Replay(trainer.timeline)
    rows = [replay.parameters_at(batch) for batch in sorted(set(nearest))]
    last = trainer.plan.parameters if trainer.batch_complete else trainer.plan.before
    return np.array([*rows, last.flat])


class _Replay:
    """The run once more, from one batch of its past to a later one."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._engine: Engine | None = None
        self._completed = -1  # batches of the run, by the engine

    def parameters_at(self, batch: int) -> Array:
        """Return the parameters at the start of `batch`, which is later than those asked for before."""
        moment, experiment = self._timeline.moment(batch), self._timeline.segment(batch).experiment
        if batch == moment.batch:
            return State(experiment.sizes, experiment.training.optimizer, flat=moment.state).parameters.flat.copy()
        if self._engine is None or self._engine.experiment is not experiment:
            self._engine = Engine(experiment)
            self._completed = -1
        if self._completed > moment.batch:
            self._engine.advance()
        else:
            self._engine.place(moment)
            self._completed = moment.batch
        self._engine.run(batch - self._completed)
        self._completed = batch
        return self._engine.plan.parameters.flat.copy()
