"""A sweep in the thread of whoever asks for it, in steps so short that a window answers in between."""

from collections.abc import Iterator, Sequence

from core.experiment import EPOCHS, Experiment
from core.sweeps.stack import Stack
from core.sweeps.sweep import Chunk, Run, as_results, cut, runs_of
from core.text import translatable

SOON = 64  # runs in a chunk: the first ones should be there soon, though more at once take less time in all


class StepwiseSweep:
    """An experiment trained from each of `seeds`. `runs` are those that are finished, in the order of the seeds.

    `total` is how many epochs all runs have together. What comes out is what `sweep` finds, bit for bit.
    """

    def __init__(self, experiment: Experiment, seeds: Sequence[int], epochs: int) -> None:
        EPOCHS.require(translatable("core", "number of epochs"), epochs, "")
        size = max(len(chunk.seeds) for chunk in cut(experiment, seeds))
        self._chunks = cut(experiment, seeds, chunk=min(SOON, size))
        self._epochs = epochs
        self.runs: list[Run] = []
        self.total = len(seeds) * epochs

    def steps(self) -> Iterator[int]:
        """Train, and yield every few milliseconds how many epochs are done, those of all runs together.

        Whoever has seen enough need not go on.
        """
        for chunk in self._chunks:
            yield from self._train(chunk)

    def _train(self, chunk: Chunk) -> Iterator[int]:
        before = len(self.runs) * self._epochs
        stack = Stack(chunk.experiment, chunk.seeds)
        for epochs in stack.steps(self._epochs):
            yield before + epochs * len(chunk.seeds)
        self.runs += runs_of(chunk, as_results(*stack.measure()))
        yield len(self.runs) * self._epochs
