"""The engine: works through the batches of one experiment, fast.

It stands at one batch and knows all that the rest of the run depends on. What came before, and when to stop, is the
trainer's business.
"""

import math
from functools import cached_property, partial

import numpy as np

from core.batches import Batches
from core.evaluation import Evaluation
from core.experiment import Experiment
from core.history import LOSS, MEAN_SQUARED_ERROR, NOTHING_MEASURED, QUANTITIES, Epochs, Measured
from core.kernels import Kernel
from core.losses import REDUCTIONS
from core.plan import Plan, mean_squared_error_factor
from core.timeline import Moment

Reading = tuple[float, float]
"""A loss, and the mean squared error that belongs to it."""


class _Work:
    """What is done for a batch of one length: its kernels up to the loss and after it, and its share of an epoch."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.head, self.tail = plan.kernels()
        self.read_loss = plan.loss.item
        samples = plan.experiment.data.samples
        averages = REDUCTIONS[plan.experiment.training.reduction].averages
        self.error_share = plan.samples / samples
        self.loss_share = self.error_share if averages else 1.0
        self.factor = mean_squared_error_factor(plan.experiment, plan.samples)


def _reading(before: tuple[_Work, float, float | None] | None) -> Reading | None:
    """Return loss and mean squared error of the batch before, of which the loss may be all that is known."""
    if before is None:
        return None
    work, loss, error = before
    return loss, loss * work.factor if error is None else error


class Engine:
    """One experiment at work. `batch` is which batch of the run it stands at, number `index` of `epoch`.

    `plan` is the plan of this batch, `measured` what the batches before it added to what is measured of the epoch.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.batches = Batches(experiment)
        last = self.batches.count - 1
        whole = Plan(experiment, self.batches.size)
        self._whole = self._last = _Work(whole)
        if self.batches.samples(last) < self.batches.size:
            self._last = _Work(Plan(experiment, self.batches.samples(last), like=whole))
        if self.batches.stay:
            self.batches.feed(0, whole)
        self._test = Evaluation(experiment, test=True) if experiment.data.test_inputs else None
        self._schedule = experiment.training.schedule
        self._factor = mean_squared_error_factor(experiment, experiment.data.samples)
        self._is_plain = self.batches.stay and self._schedule.is_constant and self._factor > 0 and self._test is None
        self._random = np.random.RandomState(0)
        self._random_before: dict[str, object] = {}
        self.batch = self.epoch = self.index = 0
        self.measured: Measured = NOTHING_MEASURED
        self._copy_state: Kernel = partial(np.copyto, whole.state_before.flat, whole.state.flat)

    @property
    def plan(self) -> Plan:
        """The plan of this batch."""
        return self._work.plan

    @property
    def _work(self) -> _Work:
        return self._last if self.is_last else self._whole

    @property
    def is_last(self) -> bool:
        """Whether this batch is the last one of its epoch."""
        return self.index == self.batches.count - 1

    def place(self, moment: Moment) -> None:
        """Stand at a moment, which is one of this experiment."""
        self.batch, self.epoch, self.index = moment.batch, moment.epoch, moment.index
        self._whole.plan.state.flat[:] = moment.state
        self._random_before = dict(moment.random)
        self._random.set_state(self._random_before)
        self._begin_epoch()
        if self.index:
            self.measured = moment.measured
        self._begin_batch()

    def moment(self) -> Moment:
        """Return the start of this batch."""
        state = self.plan.state_before.flat.copy()
        return Moment(self.batch, self.epoch, self.index, state, self._random_before, self.measured)

    def moment_after(self) -> Moment:
        """Return the start of the batch that follows this one, which is complete."""
        state = self.plan.state.flat.copy()
        if self.is_last:
            return Moment(self.batch + 1, self.epoch + 1, 0, state, self.random_now())
        return Moment(self.batch + 1, self.epoch, self.index + 1, state, self._random_before, self.measured_after())

    def random_now(self) -> dict[str, object]:
        """Return the random state from which the next epoch would be shuffled."""
        return dict(self._random.get_state(legacy=False)) if self.batches.shuffles else self._random_before

    def advance(self) -> None:
        """Stand at the start of the batch that follows this one, which is complete."""
        self.batch += 1
        if self.is_last:
            self.epoch, self.index = self.epoch + 1, 0
            self._begin_epoch()
        else:
            self.measured = self.measured_after()
            self.index += 1
        self._begin_batch()

    def measured_after(self) -> Measured:
        """Return what is measured of the epoch up to and with this batch, whose loss is known."""
        work = self._work
        loss, error, test_loss = self.measured
        batch_loss = work.plan.loss.item()
        batch_error = batch_loss * work.factor if work.factor else work.plan.mean_squared_error()
        return loss + batch_loss * work.loss_share, error + batch_error * work.error_share, test_loss

    def may_stop(self) -> bool:
        """Say whether a stop condition of the experiment holds after this batch, with which its epoch is complete."""
        stop = self.experiment.training.stop
        if stop.epochs is not None and self.epoch + 1 >= stop.epochs:
            return True
        if stop.loss_below is not None and self.measured_after()[0] < stop.loss_below:
            return True
        if stop.accuracy is None:
            return False
        accuracy = self._training.accuracy(self._training.outputs(self.plan.parameters))
        return accuracy is not None and accuracy >= stop.accuracy

    @cached_property
    def _training(self) -> Evaluation:
        return Evaluation(self.experiment)

    def run(self, count: int) -> tuple[int, Epochs, Reading | None]:
        """Complete `count` batches, this one among them, from its start; stand at the last of them.

        Return how many were completed, what was measured in the epochs that were, and the reading of the last batch
        but one. A batch whose loss is NaN or infinite is not completed: the engine stands at it, with its operations
        up to the loss done.
        """
        if self._is_plain:
            return self._run_plain(count)
        epochs: list[Measured] = []
        work, loss, before = self._work, math.nan, None
        with np.errstate(all="ignore"):
            for number in range(count):
                if number:
                    before = work, loss, None if self._factor else work.plan.mean_squared_error()
                    self.advance()
                work = self._last if self.index == self.batches.count - 1 else self._whole
                for kernel in work.head:
                    kernel()
                loss = work.read_loss()
                if not math.isfinite(loss):
                    return number, epochs, _reading(before)
                for kernel in work.tail:
                    kernel()
                if self.is_last:
                    epochs.append(self.measured_after())
        return count, epochs, _reading(before)

    def _run_plain(self, count: int) -> tuple[int, Epochs, Reading | None]:
        """Do the same where an epoch is one batch and nothing happens between two of them."""
        plan, is_finite, losses = self._last.plan, math.isfinite, []
        head, read_loss, tail = self._last.head, self._last.read_loss, self._tail_in_place
        with np.errstate(all="ignore"):
            for left in range(count - 1, -1, -1):
                if not left:  # only the last batch is looked at
                    tail = self._last.tail
                for kernel in head:
                    kernel()
                loss = read_loss()
                losses.append(loss)
                if not is_finite(loss):
                    plan.state.flat[:] = plan.state_before.flat
                    break
                for kernel in tail:
                    kernel()
        self.batch, self.epoch = self.batch + len(losses) - 1, self.epoch + len(losses) - 1
        factor = self._factor
        before = (losses[-2], losses[-2] * factor) if len(losses) > 1 else None
        if not is_finite(loss):
            losses.pop()
        measured = np.full((len(losses), QUANTITIES), np.nan)
        measured[:, LOSS] = losses
        measured[:, MEAN_SQUARED_ERROR] = measured[:, LOSS] * factor
        return len(losses), measured, before

    @cached_property
    def _tail_in_place(self) -> list[Kernel]:
        return self._last.plan.kernels(in_place=True)[1]

    def _begin_epoch(self) -> None:
        if self.batches.shuffles:
            self._random_before = dict(self._random.get_state(legacy=False))
            self.batches.begin_epoch(self._random)
        if not self._schedule.is_constant:
            base = self.experiment.training.optimizer.learning_rate
            self.plan.learning_rate.fill(self._schedule.rate(base, self.epoch))
        self.measured = NOTHING_MEASURED
        if self._test is not None:
            self.measured = 0.0, 0.0, self._test.loss(self._test.outputs(self.plan.parameters))

    def _begin_batch(self) -> None:
        self._copy_state()
        if not self.batches.stay:
            self.batches.feed(self.index, self.plan)
