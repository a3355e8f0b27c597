from math import inf

import pytest

from core.experiment import Stop
from core.training import Trainer
from gui.stretches import Stretches
from tests.core.plans import everything_seen
from tests.gui.runs import ARTICLE, DIVERGING


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let each look at the clock take a millisecond; return how often it was looked at."""
    looks = [0]

    def look() -> float:
        looks[0] += 1
        return looks[0] / 1000

    monkeypatch.setattr("gui.stretches.perf_counter", look)
    return looks


def test_a_goal_is_reached_exactly() -> None:
    trainer = Trainer(ARTICLE)
    assert not Stretches().run(trainer, 60.0, 777)
    assert trainer.epoch == 777


def test_the_clock_is_looked_at_seldom(clock: list[int]) -> None:
    trainer, stretches = Trainer(ARTICLE), Stretches()
    assert stretches.run(trainer, 0.010, inf)
    assert clock[0] <= 12
    assert trainer.epoch > 50


def test_what_was_done_the_last_time_is_where_the_next_begins(clock: list[int]) -> None:
    trainer, stretches = Trainer(ARTICLE), Stretches()
    stretches.run(trainer, 0.010, inf)
    first = trainer.epoch
    clock[0] = 0
    stretches.run(trainer, 0.002, inf)
    assert trainer.epoch - first >= first // 2


@pytest.mark.usefixtures("clock")
def test_with_another_plan_it_begins_with_one_epoch() -> None:
    trainer, stretches = Trainer(ARTICLE), Stretches()
    stretches.run(trainer, 0.010, inf)
    other = Trainer(ARTICLE.with_seed(1))
    stretches.run(other, 0.0015, inf)
    assert other.epoch == 1


def test_where_a_run_diverges_or_stops_there_is_no_more_to_do() -> None:
    assert not Stretches().run(Trainer(DIVERGING), 60.0, inf)
    stopping = Trainer(ARTICLE.with_training(stop=Stop(epochs=20)))
    assert not Stretches().run(stopping, 60.0, inf)
    assert stopping.epoch == 20


def test_training_in_stretches_is_training() -> None:
    one, other = Trainer(ARTICLE), Trainer(ARTICLE)
    Stretches().run(one, 60.0, 500)
    other.run(500)
    assert everything_seen(one) == everything_seen(other)
