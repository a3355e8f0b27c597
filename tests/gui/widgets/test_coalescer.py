from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.widgets.coalescer import Coalescer


class Work:
    """Notes what is asked of it, and takes as long as it is told, by a clock of its own."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.seconds = 0.0
        self.now = 0.0

    def __call__(self, value: int) -> None:
        self.done.append(value)
        self.now += self.seconds

    def clock(self) -> float:
        return self.now


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def coalescer(qapp: QObject, work: Work) -> Coalescer:
    return Coalescer(work, qapp, work.clock)


def soon(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=2000)


def test_of_many_values_only_the_newest_is_followed(coalescer: Coalescer, work: Work, qtbot: QtBot) -> None:
    for value in range(50):
        coalescer.want(value)
    assert work.done == []
    assert coalescer.waits
    soon(qtbot, lambda: bool(work.done))
    assert work.done == [49]
    assert not coalescer.waits


def test_the_newest_can_be_followed_at_once_and_is_so_only_once(coalescer: Coalescer, work: Work) -> None:
    coalescer.want(1)
    coalescer.finish()
    coalescer.finish()
    assert work.done == [1]


def test_after_a_slow_call_it_waits_for_a_pause(coalescer: Coalescer, work: Work) -> None:
    timer = coalescer._timer
    coalescer.want(1)
    quick = timer.interval()
    work.seconds = 1.0
    coalescer.finish()
    coalescer.want(2)
    assert timer.interval() > 5 * quick
    work.seconds = 0.0
    coalescer.finish()
    coalescer.want(3)
    assert timer.interval() == quick


def test_while_values_keep_coming_a_slow_call_is_put_off(coalescer: Coalescer, work: Work, qtbot: QtBot) -> None:
    work.seconds = 1.0
    coalescer.want(1)
    coalescer.finish()
    for value in range(2, 6):
        coalescer.want(value)
        assert coalescer._timer.remainingTime() > 60
    soon(qtbot, lambda: len(work.done) > 1)
    assert work.done == [1, 5]
