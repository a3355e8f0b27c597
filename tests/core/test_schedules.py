import math

import pytest

from core.schedules import SCHEDULES, ConstantRate, CosineDecay, ExponentialDecay, Schedule, StepDecay
from core.text import RefusalError
from tests.core.shown import numpy_value

EPOCHS = range(30)
EVERY = [ConstantRate(), StepDecay(every=4, factor=0.3), ExponentialDecay(factor=0.9), CosineDecay(12, 0.02)]


def test_a_constant_rate_stays() -> None:
    assert {ConstantRate().rate(0.3, epoch) for epoch in EPOCHS} == {0.3}


def test_step_decay_multiplies_every_so_many_epochs() -> None:
    rate = 0.3
    for epoch in EPOCHS:
        if epoch and epoch % 4 == 0:
            rate *= 0.3
        assert StepDecay(every=4, factor=0.3).rate(0.3, epoch) == pytest.approx(rate)


def test_exponential_decay_multiplies_after_every_epoch() -> None:
    rate = 0.3
    for epoch in EPOCHS:
        assert ExponentialDecay(factor=0.9).rate(0.3, epoch) == pytest.approx(rate)
        rate *= 0.9


def test_cosine_decay_follows_the_recursion_of_pytorch_and_stays_at_its_lowest() -> None:
    """`CosineAnnealingLR.get_lr`, which goes from one rate to the next."""
    rate, lowest, end = 0.3, 0.02, 12
    for epoch in range(end + 1):
        if epoch:
            turn = (1 + math.cos(math.pi * epoch / end)) / (1 + math.cos(math.pi * (epoch - 1) / end))
            rate = turn * (rate - lowest) + lowest
        assert CosineDecay(end, lowest).rate(0.3, epoch) == pytest.approx(rate)
    assert CosineDecay(end, lowest).rate(0.3, 1000) == lowest


@pytest.mark.parametrize("schedule", EVERY, ids=lambda schedule: schedule.name)
def test_the_line_of_python_gives_the_same_rate(schedule: Schedule) -> None:
    for epoch in EPOCHS:
        line = schedule.numpy.format(lr="lr", epoch="epoch")
        assert numpy_value(line, lr=0.3, epoch=epoch, math=math) == schedule.rate(0.3, epoch)


@pytest.mark.parametrize("kind", [StepDecay, ExponentialDecay])
def test_a_rate_may_not_grow(kind: type[StepDecay] | type[ExponentialDecay]) -> None:
    assert kind(factor=1.0).rate(0.1, 10**9) == 0.1
    with pytest.raises(RefusalError, match="factor"):
        kind(factor=1.001)


def test_a_rate_decays_to_zero_and_no_further() -> None:
    assert ExponentialDecay(factor=0.5).rate(0.1, 10**6) == 0


def test_what_a_schedule_is_says_nothing_of_its_rate() -> None:
    with pytest.raises(NotImplementedError):
        Schedule().rate(0.1, 0)
    with pytest.raises(NotImplementedError):
        _ = Schedule().numpy


def test_every_schedule_is_tested_and_only_one_is_constant() -> None:
    assert [schedule.name for schedule in EVERY] == list(SCHEDULES)
    assert [schedule.is_constant for schedule in EVERY] == [True, False, False, False]
