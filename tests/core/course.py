"""What a run must look like, said without a trainer.

Every epoch is worked out by itself: a new plan, its operations one after another. Where a run stands is then a pair,
the batch and how many of its operations are done, and everything a trainer shows follows from that pair and from the
experiments that held.
"""

import math

from core.experiment import Experiment
from core.kernels import Array
from core.network import initial_parameters
from core.operations import Phase
from core.plan import Plan
from tests.core.plans import plan_at


class Course:
    """The epochs of one run, and a place in it."""

    def __init__(self, experiment: Experiment) -> None:
        self._changes = {0: experiment}
        self._starts = [initial_parameters(experiment).flat]
        self._losses: list[float] = []
        self._phases = [operation.phase for operation in Plan(experiment).operations]
        self._loss_index = self._phases.index(Phase.LOSS)
        self.last = len(self._phases)
        self.batch, self.cursor = 0, 0
        self.known = 0  # epochs whose loss is in the history

    @property
    def experiment(self) -> Experiment:
        return self.experiment_in(self.batch)

    def experiment_in(self, batch: int) -> Experiment:
        return self._changes[max(start for start in self._changes if start <= batch)]

    def parameters_before(self, batch: int) -> Array:
        while len(self._starts) <= batch:
            self._work_out_another()
        return self._starts[batch]

    def loss_of(self, batch: int) -> float:
        while len(self._losses) <= batch:
            self._work_out_another()
        return self._losses[batch]

    def plan(self) -> Plan:
        """Return a new plan that stands where the run stands."""
        return plan_at(self.experiment, self.parameters_before(self.batch), self.cursor)

    @property
    def loss(self) -> float | None:
        if self.cursor > self._loss_index:
            return self.loss_of(self.batch)
        return self.loss_of(self.batch - 1) if self.batch else None

    @property
    def epoch(self) -> int:
        return self.batch + (self.cursor == self.last)

    def end(self, batch: int) -> int:
        """Return how many operations of `batch` can be done: where its loss is not finite, those up to the loss."""
        return self.last if math.isfinite(self.loss_of(batch)) else self._loss_index + 1

    def stand(self, batch: int, cursor: int) -> None:
        self.batch, self.cursor = batch, cursor
        self.known = max(self.known, self.epoch)

    def step(self) -> None:
        if self.cursor == self.last:
            self.stand(self.batch + 1, 1)
        elif self.cursor < self.end(self.batch):
            self.stand(self.batch, self.cursor + 1)

    def step_phase(self) -> None:
        self.step()
        while self.cursor < self.end(self.batch) and self._phases[self.cursor] is self._phases[self.cursor - 1]:
            self.step()

    def step_back(self) -> None:
        if self.batch and self.cursor <= 1:
            self.stand(self.batch - 1, self.last)
        else:
            self.stand(self.batch, max(0, self.cursor - 1))

    def go_to(self, cursor: int) -> None:
        self.stand(self.batch, min(cursor, self.end(self.batch)))

    def seek(self, epoch: int) -> None:
        if epoch <= self.batch:
            self.stand(*((epoch - 1, self.last) if epoch > 0 else (0, 0)))
        self.run(epoch - self.epoch)

    def run(self, epochs: int) -> None:
        goal = self.epoch + epochs
        while self.epoch < goal and not self.diverged:
            self.stand(self.epoch, self.end(self.epoch))

    @property
    def diverged(self) -> bool:
        return self.last != self.cursor == self.end(self.batch)

    def edit(self, experiment: Experiment) -> None:
        """The batch that stands half done is done again with the new experiment; a complete one is left alone."""
        start, cursor = self.epoch, 0 if self.cursor == self.last else self.cursor
        self._changes = {at: held for at, held in self._changes.items() if at < start} | {start: experiment}
        del self._starts[start + 1 :], self._losses[start:]
        self.known = min(self.known, start)
        self.stand(start, min(cursor, self.end(start)))

    def _work_out_another(self) -> None:
        batch = len(self._losses)
        plan = plan_at(self.experiment_in(batch), self._starts[batch])
        self._losses.append(plan.loss.item())
        self._starts.append(plan.parameters.flat)
