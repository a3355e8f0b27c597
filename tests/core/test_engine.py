import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import Data
from core.engine import Engine
from core.evaluation import Evaluation
from core.experiment import Experiment, Layer, Training
from core.network import State, draw_parameters, random_state
from core.optimizers import Sgd
from core.timeline import Moment
from tests.core.course import Course
from tests.core.strategies import experiments


def placed(experiment: Experiment) -> Engine:
    engine, random = Engine(experiment), random_state(experiment.initial)
    state = State(experiment.sizes, experiment.training.optimizer)
    state.parameters.flat[:] = draw_parameters(experiment, random).flat
    engine.place(Moment(0, 0, 0, state.flat, random.get_state(legacy=False)))
    return engine


@given(experiments(), st.integers(1, 12))
def test_running_is_working_out_batch_after_batch(experiment: Experiment, count: int) -> None:
    engine, course = placed(experiment), Course(experiment)
    completed, measured, before = engine.run(count)
    assert all(math.isfinite(course.loss_of(batch)) for batch in range(completed))
    if completed < count:
        assert not math.isfinite(course.loss_of(completed))
        return
    place = course.place(count - 1)
    assert (engine.batch, engine.epoch, engine.index) == (count - 1, place.epoch, place.index)
    assert np.array_equal(engine.plan.state.flat, course.place(count).state)
    assert [loss for loss, _, _ in measured] == pytest.approx(
        [course.loss_of_epoch(epoch) for epoch in range(count // experiment.batches)]
    )
    assert (before is None) == (count == 1)
    if before:
        assert before[0] == course.loss_of(count - 2)


@given(experiments(), st.integers(1, 8), st.integers(1, 8))
def test_a_moment_is_all_that_the_rest_depends_on(experiment: Experiment, first: int, then: int) -> None:
    engine, straight, other = placed(experiment), placed(experiment), Engine(experiment)
    if straight.run(first + then)[0] < first + then:
        return
    engine.run(first)
    other.place(engine.moment_after())
    other.run(then)
    assert np.array_equal(other.plan.state.flat, straight.plan.state.flat)
    assert (other.batch, other.epoch, other.index) == (straight.batch, straight.epoch, straight.index)
    assert other.measured_after() == pytest.approx(straight.measured_after(), nan_ok=True)
    again = Engine(experiment)
    again.place(other.moment())
    again.run(1)
    assert np.array_equal(again.plan.state.flat, straight.plan.state.flat)


def test_a_short_last_batch_is_trained_as_a_short_batch() -> None:
    data = Data(((1.0,), (2.0,), (3.0,)), ((1.0,), (0.0,), (2.0,)))
    training = Training(reduction="mean", batch_size=2, optimizer=Sgd(learning_rate=0.1))
    engine = placed(Experiment(data, (Layer(1, "linear"),), training))
    w, b = engine.plan.before.weights[0].item(), 0.0
    for inputs, targets in (([1.0, 2.0], [1.0, 0.0]), ([3.0], [2.0])):
        x, y = np.array(inputs), np.array(targets)
        errors = w * x + b - y
        w, b = w - 0.1 * np.mean(2 * errors * x), b - 0.1 * np.mean(2 * errors)
    engine.run(2)
    np.testing.assert_allclose(engine.plan.parameters.flat, [w, b], rtol=1e-13)
    assert engine.plan.samples == 1


def test_the_test_loss_is_that_of_the_start_of_the_epoch() -> None:
    data = Data(((1.0,), (2.0,)), ((1.0,), (0.0,)), test_inputs=((3.0,),), test_targets=((0.5,),))
    experiment = Experiment(data, (Layer(1, "linear"),), Training(batch_size=1, optimizer=Sgd(learning_rate=0.01)))
    evaluation, engine = Evaluation(experiment, test=True), placed(experiment)
    expected = []
    for _ in range(3):
        expected.append(evaluation.loss(evaluation.outputs(engine.plan.before)))
        engine.run(2)
        engine.advance()
    assert [found for _, _, found in placed(experiment).run(6)[1]] == expected


def test_the_error_of_an_epoch_is_that_of_all_its_samples() -> None:
    data = Data(((1.0,), (2.0,), (3.0,)), ((1.0,), (0.0,), (1.0,)))
    for loss in ("squared_error", "absolute_error"):
        training = Training(loss, batch_size=2, optimizer=Sgd(learning_rate=1e-12))
        experiment = Experiment(data, (Layer(1, "sigmoid"),), training)
        engine, evaluation = placed(experiment), Evaluation(experiment)
        outputs = evaluation.outputs(engine.plan.before)
        (measured,) = engine.run(2)[1]
        assert measured[:2] == pytest.approx((evaluation.loss(outputs), evaluation.mean_squared_error(outputs)))


def test_in_batches_it_stands_where_the_loss_is_no_number() -> None:
    data = Data(inputs=((1.0,), (2.0,), (3.0,)), targets=((1.0,), (2.0,), (3.0,)))
    training = Training(optimizer=Sgd(learning_rate=1e80), batch_size=2)
    engine = placed(Experiment(data, (Layer(2, "linear"), Layer(1, "linear")), training))
    completed, _, _ = engine.run(40)
    assert completed < 40
    assert engine.batch == completed
    assert not math.isfinite(engine.plan.loss.item())
