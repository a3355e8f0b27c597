"""Where a sweep is worked on: here, on all cores of this computer, or on a cluster.

Any executor of `concurrent.futures` will do; those made here say a little more of themselves.
"""

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from core.settings import Range
from core.text import RefusalError, translatable

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = Range(least=1, most=61, whole=True)  # Windows cannot wait for more processes

SECONDS_TO_ANSWER = 5.0

ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?(?:\[[^\s\[\]]+\]|[^\s:/\[\]]+):\d{1,5}")

RETRIES = 3

BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Workers(Executor):
    """An executor that knows itself.

    `workers` is how many calls it works on at a time, `ahead` how many it should be given before the first is done, and
    `lost_by` are the errors, beside those of `concurrent.futures`, that say a worker has died and its call may be made
    again.
    """

    workers = 8
    ahead = 256
    lost_by: tuple[type[Exception], ...] = ()


class _InProcess(Workers):
    """Makes each call as it is submitted."""

    workers = ahead = 1

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Return the future of a call that is already made."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # it belongs to who asks for the result
            future.set_exception(error)
        return future


class _Cores(Workers):
    """A pool of processes that makes way for a new one when a process has died."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool = self._new_pool()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have the call made by a process; what it needs is pickled."""
        with _one_blas_thread():  # a process is started when there is something to do
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
                self._pool = self._new_pool()
                return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes once their calls are done."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, get_context("spawn"))


class _Cluster(Workers):
    """The workers of a Dask cluster. A call whose worker dies is made again by another."""

    def __init__(self, client: "Client") -> None:
        from distributed import KilledWorker

        self.workers = max(1, sum(client.nthreads().values()))
        self.lost_by = (KilledWorker,)
        self._client = client
        self._executor = client.get_executor(pure=False, retries=RETRIES)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have the call made by a worker; what it needs is pickled, and its module must be there to be imported."""
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take leave of the cluster, which stays as it is; calls under way are given up where `wait` is not set."""
        self._executor.shutdown(wait and not cancel_futures)
        self._client.close()


def in_process() -> Workers:
    """Return what works on a sweep right here, one chunk after another."""
    return _InProcess()


def all_cores(workers: int | None = None) -> Workers:
    """Return a pool of processes on this computer, by default one for each core.

    Each is started anew and imports the main module, as the spawn method of `multiprocessing` does: a script needs its
    `if __name__ == "__main__"`, a frozen program `multiprocessing.freeze_support()`.
    """
    if workers is not None:
        WORKERS.require(translatable("core", "number of workers"), workers, "")
    return _Cores(workers or min(os.cpu_count() or 1, int(WORKERS.most)))


def dask(address: str, timeout: float = SECONDS_TO_ANSWER) -> Workers:
    """Return the workers of the Dask scheduler at `address`, such as tcp://10.0.0.5:8786.

    They must run in an environment like this one, with this package. Raises RefusalError where Dask is not installed
    here, or where no scheduler answers within `timeout` seconds.
    """
    if not ADDRESS.fullmatch(address):
        raise RefusalError(
            translatable("core", "“{address}” is not the address of a Dask scheduler: write it as {example}."),
            address=address,
            example="tcp://10.0.0.5:8786",
        )
    try:
        from distributed import Client
    except ImportError:
        raise RefusalError(
            translatable("core", "For a Dask cluster, install the extra {extra}."), extra="gyaku[cluster]"
        ) from None
    try:
        client = Client(address, timeout=timeout, set_as_default=False)
    except Exception:  # whatever else may listen there answers whatever it likes
        raise RefusalError(translatable("core", "No Dask scheduler answers at “{address}”."), address=address) from None
    return _Cluster(client)


@contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Let processes that are started meanwhile do with one thread each, unless the environment says otherwise."""
    names = [name for name in BLAS_THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name in names:
            os.environ.pop(name, None)
