"""The samples of an epoch in their order, and the batches they are cut into."""

import numpy as np

from core.experiment import Experiment
from core.kernels import as_array
from core.plan import Plan


class Batches:
    """The batches of an epoch, `count` of them, all of `size` samples but the last, which may be shorter.

    `inputs` is what the network sees, shape (samples, features), and `targets` has shape (samples, outputs), both in
    the order of this epoch; `order` says which sample of the data each one is. `all_inputs` and `all_targets` are the
    same in the order of the data.
    """

    def __init__(self, experiment: Experiment) -> None:
        data = experiment.data
        self.count, self.size = experiment.batches, experiment.batch_size
        self.shuffles = experiment.training.shuffle
        self.stay = self.count == 1 and not self.shuffles  # a plan is fed once and for all
        self.all_inputs = data.network_inputs(data.inputs)
        self.all_targets = as_array(data.targets, data.target_count)
        self.inputs, self.targets = self.all_inputs, self.all_targets
        self.order = np.arange(data.samples)
        if self.shuffles:
            self.inputs, self.targets = self.all_inputs.copy(), self.all_targets.copy()

    def samples(self, index: int) -> int:
        """Return how many samples batch `index` has."""
        return min(self.size, len(self.inputs) - index * self.size)

    def sample_numbers(self, index: int) -> list[int]:
        """Return which samples of the data batch `index` is made of, row by row."""
        numbers: list[int] = self.order[index * self.size : (index + 1) * self.size].tolist()
        return numbers

    def row_of(self, index: int, sample: int) -> int | None:
        """Return in which row of batch `index` a sample of the data is, or None where it is in another batch."""
        rows = np.flatnonzero(self.order[index * self.size : (index + 1) * self.size] == sample)
        return int(rows[0]) if rows.size else None

    def begin_epoch(self, random: np.random.RandomState) -> None:
        """Put the samples into the order of a new epoch, drawn from `random` where they are shuffled."""
        if self.shuffles:
            self.order = random.permutation(len(self.inputs))
            np.take(self.all_inputs, self.order, 0, self.inputs)
            np.take(self.all_targets, self.order, 0, self.targets)

    def feed(self, index: int, plan: Plan) -> None:
        """Put the samples of batch `index` into a plan for that many."""
        rows = slice(index * self.size, (index + 1) * self.size)
        plan.feed(self.inputs[rows], self.targets[rows])
