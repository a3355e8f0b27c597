"""A sweep comes out the same, whoever works on it in whatever pieces and order."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from itertools import islice
from threading import Event
from typing import Any

import pytest

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment, Layer, Training
from core.optimizers import Sgd
from core.sweeps.executors import Workers
from core.sweeps.grid import Grid
from core.sweeps.stack import stack_width
from core.sweeps.sweep import Chunk, Run, SweepResult, cut, finished_chunks, sweep, train_chunk
from core.text import RefusalError

BASE = article_experiment()
GRID = Grid(BASE, {"units": [2, 3], "learning_rate": [0.1, 0.5]})
STUCK = [0, 6, 8, 11, 13, 24, 25, 30, 32, 36, 38]


class Crooked(Executor):
    """When `ready` calls are there it makes the last one, or all from the last one on, and loses some."""

    def __init__(
        self, ready: int, losses: int = 0, error: type[BaseException] = BrokenExecutor, *, drains: bool = False
    ) -> None:
        self.drains = drains
        self.calls: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.ready, self.losses, self.error = ready, losses, error

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.calls.append((future, fn, args))
        if len(self.calls) >= self.ready:
            self.work()
            while self.drains and self.calls:
                self.work()
        return future

    def work(self) -> None:
        future, fn, args = self.calls.pop()
        if self.losses:
            self.losses -= 1
            future.set_exception(self.error())
        else:
            future.set_result(fn(*args))


def test_the_articles_first_forty_seeds() -> None:
    result = sweep(BASE, range(40), 10_000)
    assert result.converged == 29
    assert [run.seed for run in result.runs if not run.converged()] == STUCK
    assert [run.seed for run in result.runs] == list(range(40))


def test_a_grid_is_the_sweeps_of_its_experiments() -> None:
    result = sweep(GRID, [3, 1, 2], 20)
    apart = [
        Run(settings, run.seed, run.loss, run.mean_squared_error)
        for settings, experiment in GRID.combinations()
        for run in sweep(experiment, [3, 1, 2], 20).runs
    ]
    assert list(result.runs) == apart
    by_settings = result.by_settings()
    assert [settings for settings, _ in by_settings] == [settings for settings, _ in GRID.combinations()]
    assert [len(part.runs) for _, part in by_settings] == [3, 3, 3, 3]


@pytest.mark.parametrize("chunk", [1, 2, 5, 100])
def test_neither_chunks_nor_their_order_matter(chunk: int) -> None:
    here = sweep(GRID, range(7), 20)
    assert sweep(GRID, range(7), 20, chunk=chunk) == here
    with ThreadPoolExecutor(3) as threads:
        assert sweep(GRID, range(7), 20, chunk=chunk, executor=threads) == here
    count = len(cut(GRID, range(7), chunk=chunk))
    assert sweep(GRID, range(7), 20, chunk=chunk, executor=Crooked(ready=count, drains=True)) == here


def test_converged_is_said_of_the_mean_squared_error() -> None:
    runs = tuple(Run({}, seed, 1.0, error) for seed, error in enumerate([0.01, 0.04999, 0.05, 0.2, None]))
    assert SweepResult(runs).converged == 2
    assert SweepResult(runs, 0.1).converged == 3
    assert sweep(BASE, range(4), 5, converged_below=10.0).converged == 4


def test_a_diverged_run_has_no_numbers() -> None:
    data = Data(((1.0,),), ((1.0,),))
    experiment = Experiment(data, (Layer(1, "linear"),), Training(optimizer=Sgd(learning_rate=1e200)))
    assert sweep(experiment, [4], 9).runs == (Run({}, 4, None, None),)


@pytest.mark.parametrize("error", [BrokenExecutor, CancelledError])
def test_a_chunk_lost_to_a_worker_is_done_again(error: type[BaseException]) -> None:
    crooked = Crooked(ready=1, losses=2, error=error)
    assert sweep(BASE, range(9), 5, chunk=2, executor=crooked) == sweep(BASE, range(9), 5)


def test_a_sweep_whose_workers_die_time_and_again_is_given_up() -> None:
    with pytest.raises(RefusalError, match=r"^The sweep is given up: its workers ended before they were done.$"):
        sweep(BASE, range(9), 5, executor=Crooked(ready=1, losses=99))


def test_a_sweep_without_any_worker_left_is_given_up() -> None:
    class Broken(Executor):
        def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
            raise BrokenExecutor

    with pytest.raises(RefusalError, match=r"^The sweep is given up"):
        sweep(BASE, range(9), 5, executor=Broken())


def test_an_error_is_not_taken_for_a_lost_worker() -> None:
    with pytest.raises(ZeroDivisionError):
        sweep(BASE, range(9), 5, executor=Crooked(ready=1, losses=1, error=ZeroDivisionError))


def test_progress() -> None:
    calls: list[tuple[int, int]] = []
    sweep(GRID, range(5), 2, chunk=3, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(3, 20), (5, 20), (8, 20), (10, 20), (13, 20), (15, 20), (18, 20), (20, 20)]


def test_chunks_are_there_as_soon_as_they_are_finished() -> None:
    finished = finished_chunks(BASE, range(10), 2, chunk=1)
    assert [part.chunk.index for part in islice(finished, 3)] == [0, 1, 2]


def test_a_closed_iterator_gives_up_what_is_not_begun() -> None:
    crooked = Crooked(ready=10)
    finished = finished_chunks(BASE, range(10), 2, chunk=1, executor=crooked)
    assert next(finished).chunk.index == 9
    finished.close()  # type: ignore[attr-defined] # it is a generator
    assert len(crooked.calls) == 9
    assert all(future.cancelled() for future, _, _ in crooked.calls)


def test_a_sweep_can_be_cancelled_between_chunks_and_while_it_waits() -> None:
    cancel = Event()
    finished = finished_chunks(BASE, range(10), 2, chunk=1, cancel=cancel)
    next(finished)
    cancel.set()
    assert list(finished) == []

    class Setting(Workers):
        def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
            waiting.set()
            return Future()

    waiting = Event()
    assert list(finished_chunks(BASE, range(10), 2, executor=Setting(), cancel=waiting)) == []


def test_only_so_many_calls_are_made_ahead() -> None:
    calls: list[Future[Any]] = []
    cancel = Event()

    class Slow(Workers):
        ahead = 4

        def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
            calls.append(Future())
            if len(calls) >= self.ahead:
                cancel.set()
            return calls[-1]

    assert list(finished_chunks(BASE, range(10), 2, chunk=1, executor=Slow(), cancel=cancel)) == []
    assert len(calls) == 4
    assert all(call.cancelled() for call in calls)


def test_chunks_suit_the_workers() -> None:
    def sizes(count: int, **options: int) -> list[int]:
        return [len(chunk.seeds) for chunk in cut(BASE, range(count), **options)]

    assert sizes(1000) == [504, 496]
    assert sizes(1000, workers=2) == [256, 256, 256, 232]
    assert sizes(300, workers=100) == [128, 128, 44]
    assert sizes(10_000)[0] == stack_width(BASE)
    assert sizes(5, chunk=2) == [2, 2, 1]
    assert len(cut(preset_experiment("circle"), range(1000))) > 2


def test_a_chunk_needs_nothing_but_what_it_is_given() -> None:
    (chunk,) = cut(BASE, [7, 8])
    assert chunk == Chunk(0, {}, BASE, [7, 8])
    losses, errors = train_chunk(BASE, [7, 8], 5)
    assert sweep(BASE, [7, 8], 5).runs == tuple(
        Run({}, seed, loss, error) for seed, loss, error in zip([7, 8], losses, errors, strict=True)
    )


@pytest.mark.parametrize(
    ("seeds", "epochs", "chunk", "sentence"),
    [
        ([], 1, None, "A sweep needs at least one run."),
        ([-1], 1, None, "The seed must be an integer from 0 to 4294967295, not"),
        ([1], 0, None, "The number of epochs must be an integer from 1 "),
        ([1], 1, 0, "The number of runs in a chunk must be an integer from 1 "),
        (range(300_000), 1, None, "A sweep can have up to 1,000,000 runs, not 1,200,000."),
    ],
)
def test_a_sweep_is_refused_before_it_begins(seeds: list[int], epochs: int, chunk: int | None, sentence: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        finished_chunks(GRID, seeds, epochs, chunk=chunk)
    assert str(refusal.value).startswith(sentence)
