"""Many runs of one experiment at once, each from a seed of its own.

The runs lie along the last axis of a plan's arrays, so that one NumPy call does the same operation of all of them. What
a run computes is what a trainer computes, but for the order in which a few numbers are added up. Two things differ: a
stop condition is not heeded, and a run whose loss is not finite is not halted while the others go on; its results are
NaN, whatever it may have come to later.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from core.batches import Batches
from core.experiment import EPOCHS, SEED, Experiment
from core.kernels import Array, Kernel
from core.losses import REDUCTIONS
from core.network import draw_parameters
from core.plan import Plan
from core.text import translatable

LANES = 8
"""A stack has a multiple of so many runs, as many numbers as a processor takes at once: no run is then computed by the
instructions for the rest of an array, and its numbers depend on nothing but its seed."""

NUMBERS = 8_192
"""How many numbers the largest array of a batch should have, so that a batch's arrays stay in the cache. Measured."""

LARGE_WORK = 2_000_000
"""Of a batch, samples × parameters × runs: from here on it takes so long that a window has to answer in between."""


def stack_width(experiment: Experiment) -> int:
    """Return how many runs should be trained at once, at most."""
    each = experiment.batch_size * max(experiment.sizes)
    return max(1, NUMBERS // each // LANES) * LANES


def train_stack(experiment: Experiment, seeds: Sequence[int], epochs: int) -> tuple[Array, Array]:
    """Train a run from each of `seeds` and return their losses and mean squared errors, in the order of the seeds.

    They are those of all training samples after the last update, NaN or infinite where a run has diverged. A run is
    `experiment` with its seed put in place of the experiment's own; given parameters are kept, and the seed is then
    that of the shuffling alone. Results are the same, bit for bit, however seeds are put together.
    """
    EPOCHS.require(translatable("core", "number of epochs"), epochs, ".epochs")
    for seed in seeds:
        SEED.require(translatable("core", "seed"), seed, ".seed")
    losses, errors = np.empty(len(seeds)), np.empty(len(seeds))
    stacks = -(-len(seeds) // stack_width(experiment))
    width = -(-len(seeds) // (max(1, stacks) * LANES)) * LANES
    for start in range(0, len(seeds), max(1, width)):
        stack = Stack(experiment, seeds[start : start + width])
        for _ in stack.steps(epochs):
            pass
        for results, numbers in zip((losses, errors), stack.measure(), strict=True):
            results[start : start + width] = numbers
    return losses, errors


class Stack:
    """One run for each of `seeds`, at its start."""

    def __init__(self, experiment: Experiment, seeds: Sequence[int]) -> None:
        self._experiment, self._wanted = experiment, len(seeds)
        seeds = [*seeds, *[seeds[-1]] * (-len(seeds) % LANES)]
        self._runs = len(seeds)
        self._batches = Batches(experiment)
        last = self._batches.samples(self._batches.count - 1)
        self._plan = whole = Plan(experiment, self._batches.size, runs=self._runs)
        self._last = whole if last == whole.samples else Plan(experiment, last, like=whole, runs=self._runs)
        self._heads = {plan.samples: plan.kernels()[0] for plan in (self._last, whole)}
        self._copy_state: Kernel = partial(np.copyto, whole.state_before.flat, whole.state.flat)
        self._worst = np.zeros(self._runs)  # losses are not negative: once one is infinite or NaN, so is the worst
        self._randoms = [np.random.RandomState(seed) for seed in seeds]
        drawn = [draw_parameters(experiment, random).flat for random in self._randoms]
        np.stack(drawn, 1, whole.parameters.flat)
        self._orders = np.zeros((experiment.data.samples, self._runs), np.intp)

    def steps(self, epochs: int) -> Iterator[int]:
        """Train all runs for so many epochs; yield how many are complete before each batch, or part of a large one."""
        schedule, base = self._experiment.training.schedule, self._experiment.training.learning_rate
        pieces = {plan.samples: self._pieces(plan) for plan in (self._last, self._plan)}
        if self._batches.stay:
            self._batches.feed(0, self._plan)
        for epoch in range(epochs):
            if not schedule.is_constant:
                self._plan.learning_rate.fill(schedule.rate(base, epoch))
            if self._batches.shuffles:
                self._shuffle()
            for index, plan in self._cut():
                if self._batches.shuffles:
                    self._feed_shuffled(index, plan)
                elif not self._batches.stay:
                    self._batches.feed(index, plan)
                for piece in pieces[plan.samples]:
                    yield epoch
                    with np.errstate(all="ignore"):  # not around it all: in between, the caller does other things
                        for kernel in piece:
                            kernel()
        yield epochs

    def measure(self) -> tuple[Array, Array]:
        """Return each run's loss and mean squared error with the parameters of now."""
        with np.errstate(all="ignore"):
            losses, errors = self._measured()
        return losses[: self._wanted], errors[: self._wanted]

    def _measured(self) -> tuple[Array, Array]:
        losses, errors = np.zeros(self._runs), np.zeros(self._runs)
        averages = REDUCTIONS[self._experiment.training.reduction].averages
        self._copy_state()
        for index, plan in self._cut():
            self._batches.feed(index, plan)
            for kernel in self._heads[plan.samples]:
                kernel()
            share = plan.samples / self._experiment.data.samples
            losses += plan.loss[0, 0] * (share if averages else 1.0)
            squares = np.square(plan.layers[-1].activation.values - plan.targets.values)
            cells = squares.reshape(-1, self._runs)
            errors += np.add.reduce(cells, 0) / len(cells) * share
        diverged = ~np.isfinite(self._worst)
        losses[diverged] = errors[diverged] = np.nan
        return losses, errors

    def _all_kernels(self, plan: Plan) -> list[Kernel]:
        head, tail = plan.kernels()
        watch = partial(np.maximum, self._worst, plan.loss[0, 0], out=self._worst)
        return [self._copy_state, *head, watch, *tail]

    def _pieces(self, plan: Plan) -> list[list[Kernel]]:
        """Return the kernels of a batch: together or, where they take long, one by one."""
        kernels = self._all_kernels(plan)
        work = plan.samples * self._experiment.parameter_count * self._runs
        return [kernels] if work < LARGE_WORK else [[kernel] for kernel in kernels]

    def _cut(self) -> Iterator[tuple[int, Plan]]:
        """Yield the batches of an epoch, each with the plan for as many samples."""
        last = self._batches.count - 1
        for index in range(last):
            yield index, self._plan
        yield last, self._last

    def _rows(self, index: int) -> slice:
        return slice(index * self._batches.size, (index + 1) * self._batches.size)

    def _shuffle(self) -> None:
        """Draw each run's order of the samples, as `Batches.begin_epoch` does."""
        samples = len(self._orders)
        for run, random in enumerate(self._randoms):
            self._orders[:, run] = random.permutation(samples)

    def _feed_shuffled(self, index: int, plan: Plan) -> None:
        order = self._orders[self._rows(index)]
        for rows, values in (
            (self._batches.inputs, plan.inputs.values),
            (self._batches.targets, plan.targets.values),
        ):
            for column in range(rows.shape[1]):
                values[:, column] = rows[:, column][order]
