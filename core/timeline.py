"""A run's past: which settings held when, moments to go back to, and the losses.

Checkpoints are evenly spaced, but for some before the first of them, where most changes: at epochs 1, 2, 4, 8 and so
on. Memory is bounded: when there are too many checkpoints, every other one is dropped, and so are the early ones. Going
to a batch is going to the moment kept before it and training on from there, which gives the same numbers bit for bit.

Batches are counted through the whole run, from 0, and so are epochs.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping
from copy import copy, deepcopy
from dataclasses import dataclass, replace
from typing import Any

from core.experiment import Experiment
from core.history import NOTHING_MEASURED, History, Measured
from core.kernels import Array
from core.network import State

MOST_CHECKPOINTS = 256
FEWEST_CHECKPOINTS = 16
FIRST_SPACING = 128  # batches; a run that looks up from its work more often is noticeably slower
FIRST_WORK = 10_000_000  # weights × samples between two checkpoints; some milliseconds, in which a step back is done
CHECKPOINT_BYTES = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Moment:
    """The start of `batch`, which is number `index` of `epoch`: all that the rest of the run depends on.

    `state` is the vector of core.network.State, `random` the random state from which the samples of that epoch are
    shuffled, as `RandomState.get_state` gives it. `measured` is what the batches before it, in that epoch, have added
    to the epoch's loss and mean squared error, and the epoch's test loss.
    """

    batch: int
    epoch: int
    index: int
    state: Array
    random: Mapping[str, Any]
    measured: Measured = NOTHING_MEASURED

    def converted(self, old: Experiment, new: Experiment, parameters: Array | None) -> "Moment":
        """Return the moment as another experiment begins with it, with its parameters or, where given, others.

        What one optimizer kept is of no use to another, which begins with nothing.
        """
        before = State(old.sizes, old.training.optimizer, flat=self.state)
        after = State(new.sizes, new.training.optimizer)
        if type(old.training.optimizer) is type(new.training.optimizer):
            after.flat[:] = before.flat
        after.parameters.flat[:] = before.parameters.flat if parameters is None else parameters
        return replace(self, state=after.flat)


@dataclass(frozen=True, slots=True)
class Segment:
    """From `start` on, up to the next segment, `experiment` holds."""

    start: Moment
    experiment: Experiment

    def batch_of(self, epoch: int) -> int:
        """Return with which batch `epoch` begins where this segment reaches so far."""
        start = self.start
        return start.batch - start.index + (epoch - start.epoch) * self.experiment.batches

    def epoch_of(self, batch: int) -> int:
        """Return to which epoch `batch` belongs where this segment reaches so far."""
        start = self.start
        return start.epoch + (batch - start.batch + start.index) // self.experiment.batches


class Timeline:
    """The past of one run, from its first moment on; `segments` in their order."""

    def __init__(self, segments: list[Segment], history: History | None = None) -> None:
        self.history = History() if history is None else history
        self.segments = segments
        self._checkpoints: list[Moment] = []
        experiment = segments[0].experiment
        work = experiment.data.samples * experiment.parameter_count
        self._spacing = max(1, min(FIRST_SPACING // experiment.batches, FIRST_WORK // work))
        bytes_each = max(segment.start.state.nbytes for segment in segments)
        self._most = min(MOST_CHECKPOINTS, max(FEWEST_CHECKPOINTS, CHECKPOINT_BYTES // bytes_each))

    def copy(self) -> "Timeline":
        """Return the same past, to which nothing that happens to this one is done. Both share what never changes."""
        other = copy(self)
        other.history = deepcopy(self.history)
        other.segments = list(self.segments)
        other._checkpoints = list(self._checkpoints)
        return other

    def segment(self, batch: int) -> Segment:
        """Return the segment that `batch` belongs to."""
        return self.segments[self._segments_up_to(batch) - 1]

    def batch_of(self, epoch: int) -> int:
        """Return with which batch `epoch` begins; where an edit had it begin anew, the later one."""
        for segment in reversed(self.segments):
            if (segment.start.epoch, segment.start.index) <= (epoch, 0):
                return segment.batch_of(epoch)
        return 0

    def moment(self, batch: int) -> Moment:
        """Return the last moment at or before the start of `batch` that is kept."""
        at = bisect_right(self._checkpoints, batch, key=_batch_of_moment)
        kept = [self.segment(batch).start, *self._checkpoints[max(0, at - 1) : at]]
        return max(kept, key=_batch_of_moment)

    def moments(self) -> list[tuple[Moment, Experiment]]:
        """Return all moments that are kept, in their order, each with the experiment that holds from it on."""
        kept = sorted([*self._checkpoints, *(segment.start for segment in self.segments)], key=_batch_of_moment)
        return [(moment, self.segment(moment.batch).experiment) for moment in kept]

    def next_stop(self, batch: int) -> int:
        """Return the next batch after `batch` before which a run has to look up from its work."""
        at = self._segments_up_to(batch)
        segment = self.segments[at - 1]
        epoch = segment.epoch_of(batch)
        evenly = epoch - epoch % self._spacing + self._spacing
        checkpoint = segment.batch_of(min(evenly, 1 << epoch.bit_length()))
        return min([checkpoint, *(following.start.batch for following in self.segments[at : at + 1])])

    def is_due(self, epoch: int, batch: int) -> bool:
        """Say whether a checkpoint is wanted before `epoch`, which begins with `batch`."""
        is_early = epoch < self._spacing and epoch.bit_count() == 1
        return (is_early or epoch % self._spacing == 0) and self.moment(batch).batch < batch

    def keep(self, moment: Moment) -> None:
        """Keep a checkpoint that is due."""
        insort(self._checkpoints, moment, key=_batch_of_moment)
        self._thin(self._most)

    def rest(self) -> None:
        """Keep fewer checkpoints, as a run is laid aside: it takes less room, and going back in it takes longer."""
        self._thin(FEWEST_CHECKPOINTS)

    def _thin(self, most: int) -> None:
        while len(self._checkpoints) > most:
            self._spacing *= 2
            self._checkpoints = [kept for kept in self._checkpoints if kept.epoch % self._spacing == 0]

    def change(self, moment: Moment, experiment: Experiment) -> None:
        """From `moment` on, let `experiment` hold; what was known of the time after it is forgotten."""
        self.segments = [segment for segment in self.segments if segment.start.batch < moment.batch]
        self.segments.append(Segment(moment, experiment))

    def truncate(self, batch: int, epoch: int) -> int:
        """Forget what comes from `batch` on, which belongs to `epoch`; return the first epoch with no known loss."""
        self.segments = [segment for segment in self.segments if segment.start.batch <= batch]
        self._checkpoints = [kept for kept in self._checkpoints if kept.batch < batch]
        return self.history.truncate(epoch)

    def _segments_up_to(self, batch: int) -> int:
        return bisect_right(self.segments, batch, key=_batch_of_segment)


def _batch_of_moment(moment: Moment) -> int:
    return moment.batch


def _batch_of_segment(segment: Segment) -> int:
    return segment.start.batch
