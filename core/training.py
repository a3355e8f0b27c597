"""Training: a cursor that walks the plan, forward and back in time."""

import math

import numpy as np

from core.experiment import Experiment
from core.kernels import Array
from core.network import initial_parameters
from core.operations import Operation, Role
from core.plan import Plan
from core.timeline import Timeline

Reading = tuple[float, float]  # a loss, and the mean squared error that belongs to it


class Trainer:
    """One run of an experiment.

    `cursor` is how many operations of the batch are done. After the last one the batch is complete and stays to be
    looked at; the next step begins another. Where the loss is NaN or infinite the trainer stands right after the
    operation that found it, and does not go forward.
    """

    def __init__(self, experiment: Experiment) -> None:
        self._plan(experiment)
        self._start(experiment)

    def _start(self, experiment: Experiment) -> None:
        parameters = initial_parameters(experiment).flat
        self.timeline = Timeline(experiment, parameters)
        self._use(experiment, parameters)
        self._batch = 0  # epochs complete before the batch that is shown
        self.cursor = 0
        self._reading_before: Reading | None = None  # of the batch before

    def _use(self, experiment: Experiment, parameters: Array) -> None:
        """Plan batches of `experiment`, which start from `parameters`."""
        if experiment is not self.plan.experiment:
            self._plan(experiment)
        self.plan.parameters.flat[:] = parameters
        self.plan.before.flat[:] = parameters

    def _plan(self, experiment: Experiment) -> None:
        self.plan = Plan(experiment)
        self._head, self._tail = self.plan.kernels()

    @property
    def experiment(self) -> Experiment:
        """The experiment that holds in the batch that is shown."""
        return self.plan.experiment

    @property
    def epoch(self) -> int:
        """Number of complete epochs."""
        return self._batch + self.batch_complete

    @property
    def batch_complete(self) -> bool:
        """Whether all operations of the batch are done."""
        return self.cursor == len(self.plan.operations)

    @property
    def operation(self) -> Operation | None:
        """The operation that was done last in this batch, or None at its start."""
        return self.plan.operations[self.cursor - 1] if self.cursor else None

    @property
    def diverged(self) -> bool:
        """Whether the loss of this batch is known and is NaN or infinite."""
        return self.cursor > self.plan.loss_index and not math.isfinite(self.plan.loss.item())

    @property
    def reading(self) -> Reading | None:
        """Loss and mean squared error of this batch, or of the one before where they are not computed yet."""
        return self._reading() if self.cursor > self.plan.loss_index else self._reading_before

    @property
    def loss(self) -> float | None:
        """The loss of this batch or, where it is not computed yet, of the batch before; None where there is none."""
        return self.reading[0] if self.reading else None

    def done(self, role: Role, layer: int) -> bool:
        """Say whether the operation with `role` in `layer` is done in this batch, so that its result can be shown."""
        place = self.plan.place(role, layer)
        return place is not None and place < self.cursor

    def step(self) -> bool:
        """Do one operation; return False where the run has diverged and cannot go on."""
        if self.diverged:
            return False
        if self.batch_complete:
            self._begin(self._batch + 1)
        self._forward_to(self.cursor + 1)
        return True

    def step_phase(self) -> bool:
        """Do the operations up to the end of the phase; return False where the run cannot go on."""
        if not self.step():
            return False
        operations = self.plan.operations
        phase = operations[self.cursor - 1].phase
        while not self.batch_complete and operations[self.cursor].phase is phase and self.step():
            pass
        return True

    def step_back(self) -> bool:
        """Undo one operation, also into the batch before; return False at the start of the run."""
        if self.cursor > 1 or (self.cursor == 1 and self._batch == 0):
            self.go_to(self.cursor - 1)
        elif self._batch:
            self.seek(self._batch)
        else:
            return False
        return True

    def go_to(self, cursor: int) -> None:
        """Go to where `cursor` operations of this batch are done, forward or back.

        Raises ValueError where the batch has not that many.
        """
        if not 0 <= cursor <= len(self.plan.operations):
            raise ValueError(cursor)
        if cursor < self.cursor:
            self._back_to(cursor)
        elif not self.diverged:
            self._forward_to(cursor)

    def seek(self, epoch: int) -> None:
        """Go to where `epoch` epochs are complete; in the past, the very numbers of then.

        A run that diverges on the way to the future stays where it did.
        """
        if epoch <= self._batch:
            self.return_to(max(0, epoch - 1))
        self.run(epoch - self.epoch)

    def return_to(self, batch: int) -> None:
        """Stand at the start of a batch of the past, with the experiment that holds in it.

        The batch before it is trained anew, for its loss.
        """
        checkpoint = self.timeline.checkpoint(max(0, batch - 1))
        self._use(self.timeline.experiment(checkpoint.epoch), checkpoint.parameters)
        self._batch, self.cursor, self._reading_before = checkpoint.epoch, 0, None
        self.run(batch - checkpoint.epoch)
        self._begin(batch)

    def run(self, epochs: int) -> int:
        """Complete `epochs` epochs, the one that is under way among them; return how many were completed.

        Those are fewer where the loss becomes NaN or infinite.
        """
        start, goal = self.epoch, self.epoch + epochs
        if self.epoch < goal and self.cursor and not self.batch_complete:
            self.go_to(len(self.plan.operations))
        while self.epoch < goal and not self.diverged:
            self._begin(self.epoch)
            self._run_batches(min(goal, self.timeline.next_stop(self._batch)) - self._batch)
        return self.epoch - start

    def best_batch(self) -> int:
        """Return the batch with the lowest loss since the experiment that holds now began to hold."""
        start = self.timeline.start(self._batch)
        best = self.timeline.history.lowest_epoch(start)
        return start if best is None else max(start, best)

    def reset(self) -> None:
        """Begin the run again from the same initial parameters, with the experiment as it is now."""
        self._start(self.experiment)

    def edit(self, experiment: Experiment) -> bool:
        """Let `experiment` hold from here on; return whether a new run had to be started for it.

        It holds from the start of the batch that is under way, which is computed anew up to the cursor, or from the
        next batch where this one is complete. Where it starts from other parameters a new run begins.
        """
        if not experiment.starts_like(self.experiment):
            self._start(experiment)
            return True
        reading_before = self._reading() if self.batch_complete else self._reading_before
        cursor = 0 if self.batch_complete else self.cursor
        parameters = (self.plan.parameters if self.batch_complete else self.plan.before).flat.copy()
        batch = self.epoch
        self._forget_from(batch)
        self.timeline.change(batch, experiment)
        self._use(experiment, parameters)
        self._batch, self.cursor, self._reading_before = batch, 0, reading_before
        self._forward_to(cursor)
        return False

    def _reading(self) -> Reading:
        loss = self.plan.loss.item()
        return loss, loss * self.plan.mean_squared_error_factor

    def _begin(self, batch: int) -> None:
        """Stand at the start of the next batch, with the experiment that holds in it."""
        if self.batch_complete:
            self._reading_before = self._reading()
        self._use(self.timeline.experiment(batch), self.plan.parameters.flat)
        self.timeline.visit(batch, self.plan.parameters.flat)
        self._batch, self.cursor = batch, 0

    def _forward_to(self, cursor: int) -> None:
        while self.cursor < cursor and not self.diverged:
            self.plan.operations[self.cursor].execute()
            self.cursor += 1
        if self.batch_complete:
            self.timeline.record(self._batch, [self.plan.loss.item()], self.plan.mean_squared_error_factor)

    def _back_to(self, cursor: int) -> None:
        """Go back in this batch. Only updates changed what others read, so only they are undone and done again."""
        self.plan.parameters.flat[:] = self.plan.before.flat
        for operation in self.plan.operations[self.plan.update_index : cursor]:
            operation.execute()
        self.cursor = cursor

    def _run_batches(self, count: int) -> None:
        """Complete this batch, from its start, and those after it, up to `count` in all."""
        before, parameters = self.plan.before.flat, self.plan.parameters.flat
        head, tail, read_loss = self._head, self._tail, self.plan.loss.item
        first, losses = self._batch, []
        self.cursor = len(self.plan.operations)
        with np.errstate(all="ignore"):
            for _ in range(count):
                before[:] = parameters
                for kernel in head:
                    kernel()
                loss = read_loss()
                if not math.isfinite(loss):
                    self.cursor = self.plan.loss_index + 1
                    break
                for kernel in tail:
                    kernel()
                losses.append(loss)
        self._batch = first + len(losses) - self.batch_complete
        if self._batch > first:
            loss = losses[self._batch - first - 1]
            self._reading_before = loss, loss * self.plan.mean_squared_error_factor
        self.timeline.record(first, losses, self.plan.mean_squared_error_factor)

    def _forget_from(self, epoch: int) -> None:
        """Drop the recorded future. Losses that share a bucket with it are computed again."""
        known = self.timeline.truncate(epoch)
        if known < epoch:
            self.return_to(known)
            self.run(epoch - known)
