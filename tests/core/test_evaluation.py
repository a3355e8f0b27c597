import math

import numpy as np
import pytest
from hypothesis import given
from msgspec.structs import replace

from core.data import Data, Rows
from core.evaluation import Accuracies, Evaluation
from core.experiment import Experiment, Layer, Training
from tests.core.plans import plan_at, scattered_parameters
from tests.core.strategies import experiments, seeds


@given(experiments(), seeds)
def test_loss_and_error_are_those_of_a_batch_of_all_samples(experiment: Experiment, seed: int) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    evaluation = Evaluation(experiment)
    outputs = evaluation.outputs(plan.before)
    np.testing.assert_array_equal(outputs, plan.layers[-1].activation.values)
    assert evaluation.loss(outputs) == pytest.approx(plan.loss.item(), rel=1e-12)
    assert evaluation.mean_squared_error(outputs) == pytest.approx(plan.mean_squared_error(), rel=1e-12)


def test_test_samples_are_answered_by_themselves() -> None:
    data = Data(((1.0,),), ((1.0,),), test_inputs=((2.0,), (3.0,)), test_targets=((0.0,), (1.0,)))
    experiment = Experiment(data, (Layer(1, "linear"),), Training(reduction="mean"))
    evaluation = Evaluation(experiment, test=True)
    outputs = evaluation.outputs(plan_at(experiment, np.array([1.0, 0.5]), 0).before)
    assert outputs.tolist() == [[2.5], [3.5]]
    assert evaluation.loss(outputs) == evaluation.mean_squared_error(outputs) == 6.25


def accuracy(targets: Rows, outputs: list[list[float]]) -> float | None:
    data = Data(((0.0,),) * len(targets), targets)
    return Evaluation(Experiment(data, (Layer(len(targets[0]), "linear"),))).accuracy(np.array(outputs))


def test_one_output_is_right_on_the_right_side_of_the_middle() -> None:
    targets = ((-1.0,), (3.0,), (3.0,), (-1.0,))
    assert accuracy(targets, [[0.9], [1.1], [0.9], [-50.0]]) == 0.75
    assert accuracy(targets, [[0.9], [math.inf], [math.nan], [-math.inf]]) == 0.25


def test_several_outputs_are_right_where_the_largest_is() -> None:
    targets = ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    assert accuracy(targets, [[0.2, 0.1, 0.1], [5.0, 6.0, 5.9]]) == 0.5
    assert accuracy(targets, [[0.2, 0.1, 0.1], [0.0, 0.0, math.nan]]) == 0.5


def test_there_is_no_accuracy_where_targets_are_no_classes() -> None:
    assert accuracy(((0.0,), (0.5,), (1.0,)), [[0.0], [0.5], [1.0]]) is None
    assert accuracy(((1.0,), (1.0,)), [[1.0], [1.0]]) is None
    assert accuracy(((1.0, 1.0), (0.0, 1.0)), [[1.0, 1.0], [0.0, 1.0]]) is None


def test_samples_of_one_class_are_right_on_the_side_of_that_class() -> None:
    data = Data(((0.0,), (1.0,)), ((0.0,), (1.0,)), test_inputs=((0.9,), (0.1,)), test_targets=((1.0,), (1.0,)))
    evaluation = Evaluation(Experiment(data, (Layer(1, "linear"),)), test=True)
    assert evaluation.accuracy(evaluation.inputs) == 0.5


def test_accuracies_are_those_of_training_and_of_test_samples() -> None:
    data = Data(((-1.0,), (1.0,)), ((0.0,), (1.0,)), test_inputs=((2.0,), (-3.0,)), test_targets=((0.0,), (0.0,)))
    experiment = Experiment(data, (Layer(1, "linear"),))
    measure, parameters = Accuracies(), plan_at(experiment, np.array([1.0, 0.0]), 0).before
    for _ in range(2):
        assert measure(experiment, parameters).tolist() == [1.0, 0.5]
    untested = Experiment(replace(data, test_inputs=(), test_targets=()), experiment.layers)
    np.testing.assert_array_equal(measure(untested, parameters), [1.0, math.nan])
    regression = Experiment(data.with_value(0, 1, 0.5), experiment.layers)
    assert np.isnan(measure(regression, parameters)).all()
