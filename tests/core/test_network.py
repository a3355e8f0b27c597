from itertools import chain

import numpy as np
from hypothesis import given
from msgspec.structs import replace

from core.datasets import article_experiment
from core.experiment import Experiment, ParameterIndex
from core.kernels import Array
from core.network import Parameters, free_parameters, initial_parameters, parameters_of_layer, predict
from tests.core.plans import plan_at, scattered_parameters
from tests.core.strategies import experiments, parameter_indices, seeds


def test_weights_and_biases_are_views_into_one_vector() -> None:
    parameters = Parameters((2, 3, 1))
    parameters.flat[:] = range(13)
    assert parameters.weights[0].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert parameters.weights[1].tolist() == [[6], [7], [8]]
    assert parameters.biases[0].tolist() == [[9, 10, 11]]
    assert parameters.biases[1].tolist() == [[12]]
    assert parameters.flat_weights.tolist() == list(range(9))
    assert parameters.flat_biases.tolist() == list(range(9, 13))


def test_one_parameter_is_read_and_set_by_its_index() -> None:
    parameters = Parameters((2, 3, 1))
    parameters.flat[:] = range(13)
    assert parameters.value(ParameterIndex(1, unit=2, before=1)) == 5
    assert parameters.value(ParameterIndex(1, unit=1)) == 10
    parameters.set_value(ParameterIndex(2, unit=0, before=2), -1.5)
    parameters.set_value(ParameterIndex(2, unit=0), -2.5)
    assert parameters.flat.tolist() == [*range(8), -1.5, 9, 10, 11, -2.5]


def test_one_parameter_of_many_runs_is_set_in_each() -> None:
    parameters = Parameters((1, 2), runs=(3,))
    parameters.set_value(ParameterIndex(1, unit=1, before=0), 4.0)
    assert parameters.flat.tolist() == [[0.0] * 3, [4.0] * 3, [0.0] * 3, [0.0] * 3]


@given(experiments())
def test_what_is_free_is_all_that_is_not_frozen(experiment: Experiment) -> None:
    free = free_parameters(experiment)
    held = [index for index in parameter_indices(experiment) if free.value(index) == 0]
    assert set(held) == set(experiment.frozen)
    assert free.flat.sum() == experiment.parameter_count - len(experiment.frozen)
    np.testing.assert_array_equal(free_parameters(experiment, (2,)).flat, np.stack([free.flat] * 2, axis=-1))


@given(experiments())
def test_each_parameter_is_in_one_layer_weights_row_by_row_and_then_biases(experiment: Experiment) -> None:
    layers = range(1, len(experiment.sizes))
    indices = [parameters_of_layer(experiment, layer) for layer in layers]
    assert sorted(chain(*indices), key=str) == sorted(parameter_indices(experiment), key=str)
    parameters = initial_parameters(experiment)
    for layer, weights, biases in zip(layers, parameters.weights, parameters.biases, strict=True):
        found = [parameters.value(index) for index in parameters_of_layer(experiment, layer)]
        assert found == [*weights.ravel(), *biases.ravel()]


@given(experiments())
def test_there_are_as_many_parameters_as_the_experiment_says(experiment: Experiment) -> None:
    assert initial_parameters(experiment).flat.size == experiment.parameter_count


def test_the_article_starts_from_its_own_weights_and_from_biases_of_zero() -> None:
    parameters = initial_parameters(article_experiment())
    np.testing.assert_allclose(parameters.weights[0], [[1.76405235, 0.40015721], [0.97873798, 2.2408932]], atol=5e-9)
    np.testing.assert_allclose(parameters.weights[1], [[1.86755799], [-0.97727788]], atol=5e-9)
    assert not parameters.biases[0].any()
    assert not parameters.biases[1].any()


@given(experiments())
def test_a_seed_gives_one_start_and_another_seed_another(experiment: Experiment) -> None:
    start = initial_parameters(experiment).flat
    np.testing.assert_array_equal(initial_parameters(experiment).flat, start)
    if experiment.initial.scheme in ("zeros", "constant"):
        experiment = replace(experiment, initial=replace(experiment.initial, scheme="normal"))
        start = initial_parameters(experiment).flat
    other = experiment.with_seed(experiment.initial.seed ^ 1)
    assert not np.array_equal(initial_parameters(other).flat, start)


@given(experiments(), seeds)
def test_a_prediction_is_the_forward_pass_of_the_plan(experiment: Experiment, seed: int) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    before = snapshot(plan.before.flat, *(layer.activation.values for layer in plan.layers))
    outputs = predict(experiment.layers, plan.before, plan.inputs.values)
    np.testing.assert_array_equal(outputs, plan.layers[-1].activation.values)
    assert snapshot(plan.before.flat, *(layer.activation.values for layer in plan.layers)) == before


def test_any_number_of_points_is_answered_at_once() -> None:
    experiment = article_experiment()
    points = np.random.RandomState(1).uniform(-1, 1, (50, 2))
    parameters = initial_parameters(experiment)
    together = predict(experiment.layers, parameters, points)
    one_by_one = [predict(experiment.layers, parameters, points[i : i + 1]).item() for i in range(50)]
    np.testing.assert_allclose(together[:, 0], one_by_one)


def snapshot(*arrays: Array) -> list[bytes]:
    return [array.tobytes() for array in arrays]
