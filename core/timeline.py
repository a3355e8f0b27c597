"""A run's past: which settings held when, checkpoints to go back to, and the losses.

Memory is bounded: when there are too many checkpoints, every other one is dropped. Going to an epoch is going to the
checkpoint before it and training on from there, which gives the same numbers bit for bit.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from core.experiment import Experiment
from core.history import History
from core.kernels import Array

MOST_CHECKPOINTS = 256
FEWEST_CHECKPOINTS = 16
CHECKPOINT_BYTES = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Segment:
    """The epochs from `start` on, up to the next segment, are trained with `experiment`."""

    start: int
    experiment: Experiment


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The parameters, as one vector, before `epoch` is trained."""

    epoch: int
    parameters: Array


class Timeline:
    """The past of one run, from its initial parameters on. Epochs are counted from 0."""

    def __init__(self, experiment: Experiment, parameters: Array) -> None:
        self.history = History()
        self._segments = [Segment(0, experiment)]
        self._checkpoints = [Checkpoint(0, parameters.copy())]
        self._spacing = 1
        self._most = min(MOST_CHECKPOINTS, max(FEWEST_CHECKPOINTS, CHECKPOINT_BYTES // parameters.nbytes))

    def experiment(self, epoch: int) -> Experiment:
        """Return the experiment that holds in `epoch`."""
        return self._segment(epoch).experiment

    def start(self, epoch: int) -> int:
        """Return since which epoch the experiment of `epoch` holds."""
        return self._segment(epoch).start

    def _segment(self, epoch: int) -> Segment:
        return self._segments[bisect_right(self._segments, epoch, key=attrgetter("start")) - 1]

    def change(self, epoch: int, experiment: Experiment) -> None:
        """From `epoch` on, which is not yet trained, let `experiment` hold."""
        self._segments = [segment for segment in self._segments if segment.start < epoch]
        self._segments.append(Segment(epoch, experiment))

    def checkpoint(self, epoch: int) -> Checkpoint:
        """Return the last checkpoint at or before `epoch`."""
        return self._checkpoints[bisect_right(self._checkpoints, epoch, key=attrgetter("epoch")) - 1]

    def next_stop(self, epoch: int) -> int:
        """Return the next epoch after `epoch` before which a run has to look up from its work."""
        after = bisect_right(self._segments, epoch, key=attrgetter("start"))
        checkpoint = epoch - epoch % self._spacing + self._spacing
        return min([checkpoint, *(segment.start for segment in self._segments[after : after + 1])])

    def visit(self, epoch: int, parameters: Array) -> None:
        """Keep the parameters before `epoch` where a checkpoint is due there."""
        if epoch % self._spacing or epoch <= self._checkpoints[-1].epoch:
            return
        self._checkpoints.append(Checkpoint(epoch, parameters.copy()))
        if len(self._checkpoints) > self._most:
            self._spacing *= 2
            self._checkpoints = [kept for kept in self._checkpoints if kept.epoch % self._spacing == 0]

    def truncate(self, epoch: int) -> int:
        """Forget what comes from `epoch` on; return the first epoch whose loss is no longer known."""
        self._segments = [segment for segment in self._segments if segment.start <= epoch]
        self._checkpoints = [kept for kept in self._checkpoints if kept.epoch <= epoch]
        return self.history.truncate(epoch)

    def record(self, epoch: int, losses: list[float], mean_squared_error_factor: float) -> None:
        """Note the losses of the epochs from `epoch` on; those already known are passed over."""
        self.history.extend(losses[self.history.length - epoch :], mean_squared_error_factor)
