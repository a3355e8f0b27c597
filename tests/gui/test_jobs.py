from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import jobs
from gui.jobs import Job


class Told(QObject):
    """Notes what a job tells."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.slices: list[int] = []
        self.ends: list[bool] = []
        self.job = job
        job.progressed.connect(self.on_progress)
        job.ended.connect(self.ends.append)

    def on_progress(self) -> None:
        self.slices.append(self.job.done)


@pytest.fixture
def one_step_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SLICE_SECONDS", -1.0)


def test_it_goes_through_all_steps_by_itself(qapp: object, qtbot: QtBot) -> None:  # noqa: ARG001
    job = Job(iter(range(1, 1001)), 1000)
    with qtbot.waitSignal(job.ended) as ended:
        job.start()
    assert ended.args == [True]
    assert not job.running


@pytest.mark.usefixtures("qapp", "one_step_a_slice")
def test_a_slice_ends_when_its_time_is_up() -> None:
    job = Job(iter([1, 2, 3]), 3)
    told = Told(job)
    job.start()
    for done in (1, 2, 3):
        job.run_slice()
        assert told.slices[-1] == done
    assert told.ends == []
    job.run_slice()
    assert told.ends == [True]
    assert not job.running


@pytest.mark.usefixtures("qapp")
def test_short_steps_share_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SLICE_SECONDS", 1000.0)
    job = Job(iter(range(100)), 100)
    told = Told(job)
    job.start()
    job.run_slice()
    assert (told.slices, told.ends) == ([99], [True])


@pytest.mark.usefixtures("qapp", "one_step_a_slice")
def test_what_is_cancelled_stops_and_says_so_once() -> None:
    job = Job(iter(range(100)), 100)
    told = Told(job)
    job.start()
    job.run_slice()
    job.cancel()
    job.cancel()
    assert (told.slices, told.ends) == ([0], [False])
    assert not job.running


@pytest.mark.usefixtures("qapp", "one_step_a_slice")
def test_it_can_be_cancelled_by_who_is_told_of_its_progress() -> None:
    job = Job(iter(range(1)), 1)
    told = Told(job)
    job.progressed.connect(job.cancel)
    job.start()
    job.run_slice()
    assert told.ends == [False]


def failing() -> Iterator[int]:
    yield 1
    raise ZeroDivisionError


@pytest.mark.usefixtures("qapp", "one_step_a_slice")
def test_an_error_ends_it_and_is_not_kept_quiet() -> None:
    job = Job(failing(), 2)
    told = Told(job)
    job.start()
    job.run_slice()
    with pytest.raises(ZeroDivisionError):
        job.run_slice()
    assert told.ends == [False]
    assert not job.running


def test_an_error_goes_where_all_errors_go(qtbot: QtBot) -> None:
    job = Job(failing(), 2)
    with qtbot.captureExceptions() as errors, qtbot.waitSignal(job.ended):
        job.start()
    assert [kind for kind, *_ in errors] == [ZeroDivisionError]
