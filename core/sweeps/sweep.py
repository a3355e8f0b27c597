"""Sweeps: an experiment, or each combination of a grid, from many seeds.

A sweep is cut into chunks, some seeds of one combination each, which need nothing of each other and can be trained in
any place and order. What comes out is the same, bit for bit, on computers of one kind: no matter how it was cut, who
worked on it, and what was done first.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from itertools import groupby
from threading import Event

from core.experiment import EPOCHS, SEED, Experiment
from core.kernels import Array
from core.settings import Range
from core.sweeps.executors import Workers, in_process
from core.sweeps.grid import Chosen, Grid, require_runs
from core.sweeps.stack import LANES, stack_width, train_stack
from core.text import RefusalError, translatable

CONVERGED_BELOW = 0.05
"""A run counts as converged where its mean squared error is below this: of the article's seeds 0 to 39, with its 10,000
epochs, that is true of 29. A network that answers 0.5 to two of the four rows of XOR has 0.125."""

LEAST_RUNS = 128
"""So many runs at least are in a chunk, where there are as many: NumPy's calls take as long for fewer."""

SHARE = 2
"""How many chunks each worker should get, so that they all end at about the same time."""

TRIES = 3
"""How often a chunk is begun whose worker dies over it."""

SECONDS_BETWEEN_LOOKS = 0.1

CHUNK = Range(least=1, whole=True)

Result = float | None
Results = tuple[list[Result], list[Result]]


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a run: loss and mean squared error of the training data after the last update.

    They are None where they are not finite, and where the run has diverged on the way. `settings` are those of its
    combination, by name.
    """

    settings: Chosen
    seed: int
    loss: Result
    mean_squared_error: Result

    def converged(self, below: float = CONVERGED_BELOW) -> bool:
        """Say whether the mean squared error is below a limit."""
        return self.mean_squared_error is not None and self.mean_squared_error < below


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a sweep, number `index`: some seeds of one combination."""

    index: int
    settings: Chosen
    experiment: Experiment
    seeds: Sequence[int]


@dataclass(frozen=True, slots=True)
class FinishedChunk:
    """A chunk and its runs, in the order of its seeds."""

    chunk: Chunk
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SweepResult:
    """All runs of a sweep: combination by combination, each in the order of the seeds."""

    runs: tuple[Run, ...]
    converged_below: float = CONVERGED_BELOW

    @property
    def converged(self) -> int:
        """How many runs have a mean squared error below `converged_below`."""
        return sum(run.converged(self.converged_below) for run in self.runs)

    def by_settings(self) -> "list[tuple[Chosen, SweepResult]]":
        """Return the runs of each combination by themselves."""
        groups = groupby(self.runs, key=lambda run: run.settings)
        return [(settings, SweepResult(tuple(runs), self.converged_below)) for settings, runs in groups]


def train_chunk(experiment: Experiment, seeds: Sequence[int], epochs: int) -> Results:
    """Return losses and mean squared errors of runs from `seeds`, None for those that are not finite.

    This is what executors are given. It depends on its arguments alone.
    """
    return as_results(*train_stack(experiment, seeds, epochs))


def as_results(losses: Array, errors: Array) -> Results:
    """Return what a stack has measured as lists of numbers, None where one is not finite."""
    return [_finite(loss) for loss in losses.tolist()], [_finite(error) for error in errors.tolist()]


def runs_of(chunk: Chunk, results: Results) -> tuple[Run, ...]:
    """Return what became of each run of a chunk."""
    return tuple(
        Run(chunk.settings, seed, loss, error) for seed, loss, error in zip(chunk.seeds, *results, strict=True)
    )


def cut(what: Experiment | Grid, seeds: Sequence[int], *, chunk: int | None = None, workers: int = 1) -> list[Chunk]:
    """Return the chunks of a sweep, with up to `chunk` seeds in each, by default as many as suit so many workers."""
    combinations = what.combinations() if isinstance(what, Grid) else Grid(what).combinations()
    total = len(combinations) * len(seeds)
    require_runs(total)
    for seed in seeds:
        SEED.require(translatable("core", "seed"), seed, "")
    if chunk is not None:
        CHUNK.require(translatable("core", "number of runs in a chunk"), chunk, "")
    chunks: list[Chunk] = []
    for settings, experiment in combinations:
        size = chunk or _suiting(experiment, total, workers)
        for start in range(0, len(seeds), size):
            chunks.append(Chunk(len(chunks), settings, experiment, seeds[start : start + size]))
    return chunks


def finished_chunks(
    what: Experiment | Grid,
    seeds: Sequence[int],
    epochs: int,
    *,
    executor: Executor | None = None,
    chunk: int | None = None,
    cancel: Event | None = None,
) -> Iterator[FinishedChunk]:
    """Train a sweep and yield its chunks as they are finished, in whatever order that is.

    Settings are looked at at once, before anything is trained. The sweep ends early where the iterator is closed, and
    soon after `cancel` is set, from whichever thread: chunks that are not begun are given up; the executor stays open.

    Raises RefusalError where a chunk's workers die time and again, or none are left.
    """
    workers = executor or in_process()
    EPOCHS.require(translatable("core", "number of epochs"), epochs, "")
    own = workers if isinstance(workers, Workers) else Workers
    chunks = cut(what, seeds, chunk=chunk, workers=own.workers)
    return _Work(workers, epochs, own.ahead, own.lost_by).finish(chunks, cancel or Event())


def sweep(
    what: Experiment | Grid,
    seeds: Sequence[int],
    epochs: int,
    *,
    executor: Executor | None = None,
    chunk: int | None = None,
    converged_below: float = CONVERGED_BELOW,
    progress: Callable[[int, int], object] | None = None,
) -> SweepResult:
    """Train an experiment, or each combination of a grid, from each of `seeds`, and return what became of the runs.

    `executor` is any of `concurrent.futures`, or None to train right here. `chunk` is how many runs it is given at a
    time. `progress` is called after each chunk with how many runs are done, and of how many. Stop conditions of the
    experiment are not heeded. For RefusalError, see `finished_chunks`.
    """
    found: dict[int, tuple[Run, ...]] = {}
    combinations = what.combinations() if isinstance(what, Grid) else [({}, what)]
    done, total = 0, len(combinations) * len(seeds)
    for finished in finished_chunks(what, seeds, epochs, executor=executor, chunk=chunk):
        found[finished.chunk.index] = finished.runs
        done += len(finished.runs)
        if progress is not None:
            progress(done, total)
    return SweepResult(tuple(run for index in sorted(found) for run in found[index]), converged_below)


class _Work:
    """Chunks on their way through an executor."""

    def __init__(self, executor: Executor, epochs: int, ahead: int, lost_by: tuple[type[Exception], ...]) -> None:
        self._executor, self._epochs, self._ahead = executor, epochs, ahead
        self._lost_by: tuple[type[Exception], ...] = (BrokenExecutor, CancelledError, *lost_by)
        self._under_way: dict[Future[Results], tuple[Chunk, int]] = {}

    def finish(self, chunks: Sequence[Chunk], cancel: Event) -> Iterator[FinishedChunk]:
        """Yield the chunks as they are finished."""
        waiting = iter(chunks)
        try:
            while not cancel.is_set():
                while len(self._under_way) < self._ahead and (chunk := next(waiting, None)):
                    self._submit(chunk, 1)
                if not self._under_way:
                    return
                done, _ = wait(self._under_way, SECONDS_BETWEEN_LOOKS, FIRST_COMPLETED)
                for future in done:
                    chunk, tries = self._under_way.pop(future)
                    try:
                        results = future.result()
                    except self._lost_by:
                        self._submit(chunk, tries + 1)
                    else:
                        yield FinishedChunk(chunk, runs_of(chunk, results))
        finally:
            for future in self._under_way:
                future.cancel()

    def _submit(self, chunk: Chunk, number: int) -> None:
        try:
            if number > TRIES:
                raise BrokenExecutor
            future = self._executor.submit(train_chunk, chunk.experiment, chunk.seeds, self._epochs)
        except self._lost_by:
            raise RefusalError(
                translatable("core", "The sweep is given up: its workers ended before they were done.")
            ) from None
        self._under_way[future] = chunk, number


def _suiting(experiment: Experiment, total: int, workers: int) -> int:
    share = -(-total // (workers * SHARE * LANES)) * LANES
    return max(1, min(stack_width(experiment), max(LEAST_RUNS, share)))


def _finite(number: float) -> Result:
    return number if math.isfinite(number) else None
