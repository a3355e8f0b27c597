"""A sweep in steps is the same sweep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment
from core.sweeps.stepwise import SOON, StepwiseSweep
from core.sweeps.sweep import sweep
from core.text import RefusalError
from tests.core.strategies import experiments

ARTICLE = article_experiment()


@given(experiments(), st.integers(1, 3), st.integers(1, 4))
def test_it_finds_what_a_sweep_finds(experiment: Experiment, count: int, epochs: int) -> None:
    stepwise = StepwiseSweep(experiment, range(count), epochs)
    *_, done = stepwise.steps()
    assert done == stepwise.total == count * epochs
    assert tuple(stepwise.runs) == sweep(experiment, range(count), epochs).runs


def test_it_tells_how_far_it_is_with_each_batch() -> None:
    experiment = ARTICLE.with_training(batch_size=2)
    assert list(StepwiseSweep(experiment, range(3), 2).steps()) == [0, 0, 3, 3, 6, 6]


def test_a_large_batch_is_done_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = StepwiseSweep(ARTICLE, range(3), 2)
    few = list(whole.steps())
    monkeypatch.setattr("core.sweeps.stack.LARGE_WORK", 0)
    parts = StepwiseSweep(ARTICLE, range(3), 2)
    many = list(parts.steps())
    assert many == sorted(many)
    assert len(many) > 10 * len(few)
    assert parts.runs == whole.runs


def test_the_first_runs_are_there_before_the_last_begin() -> None:
    stepwise = StepwiseSweep(ARTICLE, range(2 * SOON + 1), 1)
    finished = {done: len(stepwise.runs) for done in stepwise.steps()}
    assert finished == {0: 0, SOON: SOON, 2 * SOON: 2 * SOON, 2 * SOON + 1: 2 * SOON + 1}


def test_who_has_seen_enough_keeps_what_is_finished() -> None:
    stepwise = StepwiseSweep(ARTICLE, range(3 * SOON), 5)
    steps = stepwise.steps()
    while len(stepwise.runs) < SOON:
        next(steps)
    del steps
    assert [run.seed for run in stepwise.runs] == list(range(SOON))


def test_of_a_large_network_few_runs_are_trained_at_a_time() -> None:
    whole = preset_experiment("rings").with_training(batch_size=None)
    stepwise = StepwiseSweep(whole, range(20), 1)
    steps = stepwise.steps()
    while not stepwise.runs:
        next(steps)
    assert 0 < len(stepwise.runs) < 20


def test_between_two_steps_numpy_is_as_it_was() -> None:
    before = np.geterr()
    for _ in StepwiseSweep(ARTICLE, range(1), 2).steps():
        assert np.geterr() == before


@pytest.mark.parametrize(("seeds", "epochs"), [([], 1), ([0], 0), ([-1], 1)])
def test_what_is_no_sweep_is_refused(seeds: list[int], epochs: int) -> None:
    with pytest.raises(RefusalError):
        StepwiseSweep(ARTICLE, seeds, epochs)
