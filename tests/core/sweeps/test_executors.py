"""Sweeps on several cores and on a cluster, whose workers may die."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from core.datasets import article_experiment
from core.sweeps.executors import BLAS_THREADS, Workers, all_cores, dask, in_process
from core.sweeps.grid import Grid
from core.sweeps.sweep import Run, finished_chunks, sweep
from core.text import RefusalError

ROOT = Path(__file__).parents[3]
GRID = Grid(article_experiment(), {"learning_rate": [0.1, 0.5]})
SEEDS, EPOCHS, CHUNK = range(80), 300, 8


def killing_a_worker(executor: Workers, kill: int | subprocess.Popen[bytes]) -> tuple[Run, ...]:
    """Return the runs of a sweep in which one of the workers is killed when the first chunk is finished."""
    found: dict[int, tuple[Run, ...]] = {}
    for finished in finished_chunks(GRID, SEEDS, EPOCHS, executor=executor, chunk=CHUNK):
        if not found and isinstance(kill, int):
            os.kill(kill, signal.SIGTERM)
        elif not found:
            assert not isinstance(kill, int)
            kill.kill()
        found[finished.chunk.index] = finished.runs
    return tuple(run for index in sorted(found) for run in found[index])


def test_calls_made_right_here() -> None:
    with in_process() as here:
        assert here.submit(divmod, 7, 4).result() == (1, 3)
        assert isinstance(here.submit(divmod, 7, 0).exception(), ZeroDivisionError)


def test_processes_do_the_same_also_where_one_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BLAS_THREADS[0], raising=False)
    monkeypatch.setenv(BLAS_THREADS[1], "3")
    here = sweep(GRID, SEEDS, EPOCHS)
    with all_cores(2) as cores:
        assert cores.workers == 2
        assert sweep(GRID, SEEDS, EPOCHS, executor=cores, chunk=CHUNK) == here
        assert cores.submit(os.getenv, BLAS_THREADS[0]).result() == "1"
        assert cores.submit(os.getenv, BLAS_THREADS[1]).result() == "3"
        assert BLAS_THREADS[0] not in os.environ
        assert killing_a_worker(cores, cores.submit(os.getpid).result()) == here.runs
        assert sweep(GRID, SEEDS, EPOCHS, executor=cores) == here


def test_as_many_processes_as_there_are_cores_none_of_them_begun() -> None:
    with all_cores() as cores:
        assert cores.workers == min(os.cpu_count() or 1, 61)


@pytest.mark.parametrize("workers", [0, 62])
def test_an_impossible_number_of_processes_is_refused(workers: int) -> None:
    with pytest.raises(RefusalError, match=f"^The number of workers must be an integer from 1 to 61, not {workers}.$"):
        all_cores(workers)


class Cluster:
    """A Dask scheduler and two workers of one thread, each a process."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "scheduler.json"
        self._environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_CONFIG": str(folder)}
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port", "0", "--scheduler-file", str(self._file))
        self.address = self._address()
        self.workers = [
            self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
            for _ in range(2)
        ]

    def _start(self, role: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{role}", "--host", "127.0.0.1", "--no-dashboard"]
        process = subprocess.Popen(
            [*command, *options],
            env=self._environment,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        return process

    def _address(self) -> str:
        for _ in range(600):
            try:
                address: str = json.loads(self._file.read_text("utf-8"))["address"]
            except (OSError, ValueError):  # not there yet, or only half
                time.sleep(0.05)
            else:
                return address
        pytest.fail("the scheduler did not start")

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed", reason="Dask is not installed")
    cluster: Cluster | None = None
    try:
        cluster = Cluster(tmp_path)
        yield cluster
    finally:
        if cluster:
            cluster.close()


@pytest.mark.timeout(60)
def test_a_cluster_does_the_same_also_where_a_worker_is_killed(cluster: Cluster) -> None:
    here = sweep(GRID, SEEDS, EPOCHS)
    with dask(cluster.address, timeout=20) as workers:
        assert workers.workers >= 1
        assert sweep(GRID, SEEDS, EPOCHS, executor=workers, chunk=CHUNK) == here
        assert killing_a_worker(workers, cluster.workers[0]) == here.runs
        assert isinstance(workers.submit(divmod, 7, 0).exception(), ZeroDivisionError)
        assert CancelledError not in workers.lost_by


def test_a_sentence_says_that_no_scheduler_is_there() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(RefusalError, match=f"^No Dask scheduler answers at “tcp://127.0.0.1:{port}”.$"):
        dask(f"tcp://127.0.0.1:{port}", timeout=0.2)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp://127.0.0.1", "tcp://host:port", "http://127.0.0.1:8786", ":1"]
)
def test_a_sentence_says_that_an_address_is_none(address: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        dask(address)
    assert str(refusal.value) == (
        f"“{address}” is not the address of a Dask scheduler: write it as tcp://10.0.0.5:8786."
    )


def test_a_sentence_says_that_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RefusalError, match=r"^For a Dask cluster, install the extra gyaku\[cluster\].$"):
        dask("tcp://127.0.0.1:8786")
