import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import jobs
from gui.jobs import Job
from gui.widgets import job_bar
from gui.widgets.job_bar import JobBar
from tests.gui.conftest import Show


@pytest.fixture
def bar(show: Show, monkeypatch: pytest.MonkeyPatch) -> JobBar:
    monkeypatch.setattr(jobs, "SLICE_SECONDS", -1.0)
    monkeypatch.setattr(jobs, "PAUSE_MILLISECONDS", 1_000_000)  # slices are run by hand
    holder = QWidget()
    layout = QVBoxLayout(holder)
    bar = JobBar()
    layout.addWidget(bar)
    show(holder, 300, 60)
    return bar


def job_of(steps: int) -> Job:
    return Job(iter(range(1, steps + 1)), steps)


def test_where_there_is_no_job_there_is_no_bar_but_room_for_one(bar: JobBar) -> None:
    assert bar.isHidden()
    assert bar.sizePolicy().retainSizeWhenHidden()


def test_it_comes_after_a_moment_and_shows_how_far_the_job_is(
    bar: JobBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_bar, "CALM_MILLISECONDS", 0)
    job = job_of(4)
    bar.follow(job, "Counting")
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    assert bar.title.text() == bar.bar.accessibleName() == "Counting"
    job.run_slice()
    assert bar.bar.value() == 250
    job.run_slice()
    assert bar.bar.value() == 500
    for _ in range(3):
        job.run_slice()
    assert bar.isHidden()
    assert bar.job is None


def test_a_job_that_is_done_soon_shows_nothing(bar: JobBar) -> None:
    job = job_of(1)
    bar.follow(job, "Counting")
    job.run_slice()
    job.run_slice()
    assert bar.job is None
    assert bar.isHidden()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_job_is_cancelled_by_mouse_and_by_key(
    bar: JobBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    monkeypatch.setattr(job_bar, "CALM_MILLISECONDS", 0)
    job = job_of(4)
    bar.follow(job, "Counting")
    qtbot.waitUntil(bar.isVisible)
    with qtbot.waitSignal(job.ended) as ended:
        if by_key:
            bar.cancel.setFocus()
            qtbot.keyClick(bar.cancel, Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert ended.args == [False]
    assert bar.isHidden()


def test_a_new_job_takes_the_place_of_the_old_one(bar: JobBar, qtbot: QtBot) -> None:
    first, second = job_of(4), job_of(4)
    bar.follow(first, "First")
    with qtbot.waitSignal(first.ended):
        bar.follow(second, "Second")
    assert bar.job is second
    assert bar.stop()
    assert not bar.stop()
