"""A learner goes back and forth and edits, and every time sees what the course of the run says.

Room for the past is so small here that it is thinned, put together and made again all the time.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import history, timeline
from core.experiment import Experiment, Training
from core.history import LOSS
from core.losses import LOSSES
from core.network import initial_parameters
from core.optimizers import Sgd
from core.training import Trainer
from tests.core.course import Course
from tests.core.plans import everything_seen
from tests.core.strategies import SMOOTH, experiments, trainings, values, with_fitting_training

MOST_CHECKPOINTS = 4

Change = float | Training
Act = tuple[str] | tuple[str, Change]

runs = experiments(SMOOTH) | experiments()
changes = values | trainings | trainings | st.just(Training(optimizer=Sgd(learning_rate=1e100)))
walks: st.SearchStrategy[list[Act]] = st.lists(
    st.sampled_from([("step",), ("step_phase",), ("step_back",)])
    | st.tuples(st.sampled_from(["go_to", "run", "seek"]), st.integers(0, 7))
    | st.tuples(st.just("edit"), changes),
    min_size=5,
    max_size=10,
)


@pytest.fixture(autouse=True, scope="module")
def small_memory() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "CAPACITY", 8)
        patch.setattr(timeline, "MOST_CHECKPOINTS", MOST_CHECKPOINTS)
        patch.setattr(timeline, "FIRST_SPACING", 2)
        yield


def changed(experiment: Experiment, change: Change) -> Experiment:
    """Use other training settings, or give the first sample another target."""
    if isinstance(change, Training):
        return with_fitting_training(experiment, change)
    if LOSSES[experiment.training.loss].for_probabilities:
        change = abs(change) / 2
    return experiment.with_data(experiment.data.with_value(0, experiment.data.input_count, change))


def walk(trainer: Trainer, acts: list[Act]) -> Iterator[Course]:
    """Do act after act, and after each of them give the course, which did the same."""
    course = Course(trainer.experiment)
    for name, *numbers in acts:
        arguments: list[object] = [*numbers]
        if name == "edit":
            arguments = [changed(trainer.experiment, number) for number in numbers]
        elif name == "go_to":
            arguments = [min(number, course.last) for number in numbers if isinstance(number, int)]
        getattr(trainer, name)(*arguments)
        getattr(course, name)(*arguments)
        yield course


@settings(max_examples=200)
@given(runs, walks)
def test_every_number_is_that_of_the_course(experiment: Experiment, acts: list[Act]) -> None:
    trainer = Trainer(experiment)
    for course in walk(trainer, acts):
        assert (trainer.batch, trainer.epoch, trainer.cursor) == (course.batch, course.epoch, course.cursor)
        place = course.place(course.batch)
        assert trainer.sample_numbers == place.samples()[0]
        assert trainer.batch_of_epoch == place.index
        assert trainer.experiment == course.experiment
        assert trainer.diverged == course.diverged
        assert repr(trainer.loss) == repr(course.loss)
        expected = course.plan()
        assert np.array_equal(trainer.plan.state.flat, expected.state.flat, equal_nan=True)
        for mine, its in zip(trainer.plan.operations[: course.cursor], expected.operations, strict=False):
            assert np.array_equal(mine.result.values, its.result.values, equal_nan=True), mine.numpy


@settings(max_examples=200)
@given(runs, walks)
def test_the_past_is_remembered_in_bounded_memory(experiment: Experiment, acts: list[Act]) -> None:
    trainer = Trainer(experiment)
    for course in walk(trainer, acts):
        past = trainer.timeline.history
        assert past.length == course.known
        for first in range(0, past.length, past.width):
            bucket = [course.loss_of_epoch(epoch) for epoch in range(first, min(first + past.width, past.length))]
            assert past.at(LOSS, first) == pytest.approx((min(bucket), max(bucket)), rel=1e-12, abs=1e-300)
        moments = trainer.timeline._checkpoints
        assert len(moments) <= MOST_CHECKPOINTS
        for moment in moments:
            place = course.place(moment.batch)
            assert (moment.epoch, moment.index) == (place.epoch, place.index)
            assert np.array_equal(moment.state, place.state, equal_nan=True)


@settings(max_examples=25)
@given(runs, walks)
def test_a_step_back_and_a_step_change_nothing(experiment: Experiment, acts: list[Act]) -> None:
    trainer = Trainer(experiment)
    for course in walk(trainer, acts):
        if course.cursor:
            before = everything_seen(trainer)
            assert trainer.step_back()
            assert trainer.step()
            assert everything_seen(trainer) == before


@settings(max_examples=25)
@given(runs, walks)
def test_stepping_back_long_enough_leads_to_the_start(experiment: Experiment, acts: list[Act]) -> None:
    trainer = Trainer(experiment)
    for _ in walk(trainer, acts):
        pass
    while trainer.step_back():
        pass
    assert (trainer.epoch, trainer.cursor, trainer.loss) == (0, 0, None)
    assert np.array_equal(trainer.plan.parameters.flat, initial_parameters(experiment).flat)
