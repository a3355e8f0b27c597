"""What a run must look like, said without a trainer, an engine or their batches.

Every batch is worked out by itself: its samples are chosen anew, in a plan of its own its operations are done one after
another. Where a run stands is then a pair, the batch and how many of its operations are done, and everything a trainer
shows follows from that pair and from the experiments that held.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from core.experiment import Experiment
from core.kernels import Array
from core.network import State, initial_parameters
from core.operations import Phase
from core.plan import Plan


@lru_cache(maxsize=32)
def plan_for(experiment: Experiment, samples: int) -> Plan:
    """Return a plan to be filled; it is made once, as that takes longest."""
    return Plan(experiment, samples)


@dataclass(frozen=True)
class Place:
    """The start of a batch; `random` is where the random numbers stand before the samples of its epoch are ordered."""

    experiment: Experiment
    epoch: int
    index: int
    state: Array
    random: Mapping[str, Any]

    @property
    def is_last(self) -> bool:
        return (self.index + 1) * self.experiment.batch_size >= self.experiment.data.samples

    def samples(self) -> tuple[list[int], Mapping[str, Any]]:
        """Return which samples the batch has, and where the random numbers stand after that."""
        count, size = self.experiment.data.samples, self.experiment.batch_size
        random = np.random.RandomState()
        random.set_state(dict(self.random))
        order = random.permutation(count).tolist() if self.experiment.training.shuffle else list(range(count))
        return order[self.index * size :][:size], random.get_state(legacy=False)

    def plan(self, cursor: int | None = None) -> Plan:
        """Return a plan of this batch with `cursor` operations done, or all."""
        data, training = self.experiment.data, self.experiment.training
        numbers, _ = self.samples()
        plan = plan_for(self.experiment, len(numbers))
        plan.inputs.values[:] = data.network_inputs(data.inputs)[numbers]
        plan.targets.values[:] = np.array(data.targets, float)[numbers]
        plan.learning_rate[:] = training.schedule.rate(training.learning_rate, self.epoch)
        plan.state_before.flat[:] = plan.state.flat[:] = self.state
        for operation in plan.operations[:cursor]:
            operation.execute()
        return plan

    def following(self, state: Array) -> "Place":
        if not self.is_last:
            return Place(self.experiment, self.epoch, self.index + 1, state, self.random)
        return Place(self.experiment, self.epoch + 1, 0, state, self.samples()[1])

    def share(self) -> float:
        """Return what the loss of this batch counts in that of its epoch."""
        averages = self.experiment.training.reduction == "mean"
        return len(self.samples()[0]) / self.experiment.data.samples if averages else 1.0

    def changed(self, experiment: Experiment) -> "Place":
        old, new = self.experiment, experiment
        goes_on = old.data.samples == new.data.samples and old.batch_size == new.batch_size
        goes_on &= old.training.shuffle == new.training.shuffle
        index = self.index if goes_on else 0
        kept, state = (
            State(old.sizes, old.training.optimizer, flat=self.state),
            State(new.sizes, new.training.optimizer),
        )
        if type(old.training.optimizer) is type(new.training.optimizer):
            state.flat[:] = kept.flat
        state.parameters.flat[:] = kept.parameters.flat
        return Place(experiment, self.epoch, index, state.flat, self.random)


class Course:
    """The batches of one run, and a place in it."""

    def __init__(self, experiment: Experiment) -> None:
        random = np.random.RandomState(experiment.initial.seed)
        state = State(experiment.sizes, experiment.training.optimizer)
        state.parameters.flat[:] = initial_parameters(experiment).flat
        if experiment.parameters is None:
            _use_up_drawn_numbers(experiment, random)
        self._places = [Place(experiment, 0, 0, state.flat, random.get_state(legacy=False))]
        self._losses: list[float] = []
        self.batch, self.cursor = 0, 0
        self.known = 0  # epochs whose loss is in the history

    def place(self, batch: int) -> Place:
        while len(self._places) <= batch:
            self._work_out_another()
        return self._places[batch]

    def loss_of(self, batch: int) -> float:
        while len(self._losses) <= batch:
            self._work_out_another()
        return self._losses[batch]

    def loss_of_epoch(self, epoch: int) -> float:
        batch, loss = self.beginning_of(epoch), 0.0
        while self.place(batch).epoch == epoch:
            loss += self.loss_of(batch) * self.place(batch).share()
            if self.place(batch).is_last:
                break
            batch += 1
        return loss

    def beginning_of(self, epoch: int) -> int:
        """Return the batch with which `epoch` begins; where it began anew, the later one."""
        return max(at for at, place in enumerate(self._places) if (place.epoch, place.index) == (epoch, 0))

    @property
    def experiment(self) -> Experiment:
        return self.place(self.batch).experiment

    def plan(self) -> Plan:
        """Return a plan that stands where the run stands."""
        return self.place(self.batch).plan(self.cursor)

    def operations(self, batch: int) -> int:
        return len(plan_for(self.place(batch).experiment, 1).operations)

    @property
    def last(self) -> int:
        return self.operations(self.batch)

    @property
    def _loss_index(self) -> int:
        return 2 * len(self.experiment.layers)

    @property
    def loss(self) -> float | None:
        if self.cursor > self._loss_index:
            return self.loss_of(self.batch)
        return self.loss_of(self.batch - 1) if self.batch else None

    @property
    def complete(self) -> bool:
        return self.cursor == self.last

    @property
    def epoch(self) -> int:
        place = self.place(self.batch)
        return place.epoch + (self.complete and place.is_last)

    def end(self, batch: int) -> int:
        """Return how many operations of `batch` can be done: where its loss is not finite, those up to the loss."""
        if math.isfinite(self.loss_of(batch)):
            return self.operations(batch)
        return 2 * len(self.place(batch).experiment.layers) + 1

    def stand(self, batch: int, cursor: int) -> None:
        self.batch, self.cursor = batch, cursor
        self.known = max(self.known, self.epoch)

    def step(self) -> None:
        if self.complete:
            self.stand(self.batch + 1, 1)
        elif self.cursor < self.end(self.batch):
            self.stand(self.batch, self.cursor + 1)

    def step_phase(self) -> None:
        self.step()
        phases: list[Phase] = [operation.phase for operation in plan_for(self.experiment, 1).operations]
        while self.cursor < self.end(self.batch) and phases[self.cursor] is phases[self.cursor - 1]:
            self.step()

    def step_back(self) -> None:
        if self.batch and self.cursor <= 1:
            self.stand(self.batch - 1, self.operations(self.batch - 1))
        else:
            self.stand(self.batch, max(0, self.cursor - 1))

    def go_to(self, cursor: int) -> None:
        self.stand(self.batch, min(cursor, self.end(self.batch)))

    def seek(self, epoch: int) -> None:
        if epoch <= 0:
            self.stand(0, 0)
        elif epoch <= self.place(self.batch).epoch:
            before = self.beginning_of(epoch) - 1
            self.stand(before, self.operations(before))
        else:
            self.run(epoch - self.epoch)

    def run(self, epochs: int) -> None:
        goal = self.epoch + epochs
        while self.epoch < goal and not self.diverged:
            batch = self.batch + self.complete
            self.stand(batch, self.end(batch))

    @property
    def diverged(self) -> bool:
        return not self.complete and self.cursor == self.end(self.batch)

    def edit(self, experiment: Experiment) -> None:
        """The batch that stands half done is done again with the new experiment; a complete one is left alone."""
        start, cursor = (self.batch + 1, 0) if self.complete else (self.batch, self.cursor)
        place = self.place(start).changed(experiment)
        self._places[start:], self._losses[start:] = [place], []
        self.known = min(self.known, place.epoch)
        self.stand(start, min(cursor, self.end(start)))

    def _work_out_another(self) -> None:
        place = self._places[len(self._losses)]
        plan = place.plan()
        self._losses.append(plan.loss.item())
        if len(self._places) == len(self._losses):
            self._places.append(place.following(plan.state.flat.copy()))


def _use_up_drawn_numbers(experiment: Experiment, random: np.random.RandomState) -> None:
    """Leave the random numbers where the parameters were drawn; samples are shuffled by those that follow."""
    initial, sizes = experiment.initial, experiment.sizes
    pairs = [(initial.scheme, before * after) for before, after in pairwise(sizes)]
    for scheme, count in (*pairs, *((initial.bias_scheme, units) for units in sizes[1:])):
        if scheme.endswith("normal"):
            random.randn(count)
        elif scheme.endswith("uniform"):
            random.uniform(size=count)
