from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, Layer, Training
from core.kernels import Array
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters, initial_parameters
from core.optimizers import Sgd
from core.questions import whole_data
from core.questions.whole_data import ManyLosses, gradient, parameter_names, whole_plan
from core.regularizers import L1, L2
from core.text import RefusalError
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


def scattered(experiment: Experiment, count: int, seed: int = 0) -> Array:
    return np.random.RandomState(seed).uniform(-2, 2, (experiment.parameter_count, count))


def losses_one_by_one(experiment: Experiment, vectors: Array) -> list[float]:
    """Return the losses by a forward pass for each vector that has nothing to do with plans."""
    evaluation = Evaluation(experiment)
    parameters = [Parameters(experiment.sizes, vector) for vector in vectors.T]
    return [evaluation.loss(evaluation.outputs(each)) for each in parameters]


def network(hidden: str, output: str, loss: str, reduction: str) -> Experiment:
    data = Data(((0.5, -1.0), (0.25, 2.0), (-0.75, 0.125)), ((0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.25, 0.75)))
    return Experiment(data, (Layer(2, hidden), Layer(3, output)), Training(loss, reduction))


def test_parameters_are_named_as_in_numpy() -> None:
    assert parameter_names(ARTICLE) == [
        "W1[0,0]", "W1[0,1]", "W1[1,0]", "W1[1,1]", "W2[0,0]", "W2[1,0]", "b1[0]", "b1[1]", "b2[0]",
    ]  # fmt: skip


def test_the_whole_data_is_one_batch_in_its_own_order() -> None:
    experiment = preset_experiment("circle")
    assert experiment.batches > 1
    plan = whole_plan(experiment, initial_parameters(experiment))
    np.testing.assert_array_equal(plan.inputs.values, np.array(experiment.data.inputs))
    np.testing.assert_array_equal(plan.targets.values, np.array(experiment.data.targets))
    assert plan.loss.item() == pytest.approx(losses_one_by_one(experiment, plan.before.flat[:, np.newaxis])[0])


def test_the_penalty_is_in_the_gradient_where_it_is_asked_for() -> None:
    vector = scattered(ARTICLE, 1)[:, 0]
    parameters = Parameters(ARTICLE.sizes, vector)
    plain = gradient(whole_plan(ARTICLE, parameters))
    for rule, pull in ((L1(0.5), 0.5 * np.sign(vector)), (L2(0.5), 0.5 * vector)):
        plan = whole_plan(ARTICLE.with_training(regularization=rule), parameters)
        np.testing.assert_array_equal(gradient(plan).flat, plain.flat)
        penalized = gradient(plan, penalized=True)
        np.testing.assert_allclose(penalized.flat_weights, plain.flat_weights + pull[:6])
        np.testing.assert_array_equal(penalized.flat_biases, plain.flat_biases)


def test_every_combination_of_activations_and_losses_takes_many_runs_at_once() -> None:
    tried = 0
    for hidden, output, loss, reduction in product(["tanh", "relu"], ACTIVATIONS, LOSSES, REDUCTIONS):
        try:
            experiment = network(hidden, output, loss, reduction)
        except RefusalError:
            continue
        vectors = scattered(experiment, 3)
        expected = losses_one_by_one(experiment, vectors)
        np.testing.assert_allclose(ManyLosses(experiment)(vectors), expected, rtol=1e-12)
        tried += 1
    assert tried > 100


@settings(max_examples=40)
@given(experiments(), seeds)
def test_random_networks_take_many_runs_at_once(experiment: Experiment, seed: int) -> None:
    vectors = scattered(experiment, 5, seed)
    expected = losses_one_by_one(experiment, vectors)
    np.testing.assert_allclose(ManyLosses(experiment, 2)(vectors), expected, rtol=1e-9, atol=1e-12)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = preset_experiment("circle")
    vectors = scattered(experiment, 20)
    monkeypatch.setattr(whole_data, "CHUNK_BYTES", 2**20)
    measure = ManyLosses(experiment)
    assert 1 < measure.runs < 20
    np.testing.assert_allclose(measure(vectors), losses_one_by_one(experiment, vectors))
    monkeypatch.setattr(whole_data, "CHUNK_BYTES", 1)
    assert ManyLosses(experiment).runs == 1


def test_features_are_what_the_network_sees() -> None:
    data = replace(preset_experiment("circle").data, features=("x_squared", "y_squared"))
    experiment = Experiment(data, (Layer(1, "tanh"),), Training(optimizer=Sgd(0.5)))
    vectors = scattered(experiment, 2)
    np.testing.assert_allclose(ManyLosses(experiment)(vectors), losses_one_by_one(experiment, vectors))


def test_a_loss_that_is_not_finite_is_no_error() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(1, "linear"),))
    vectors = np.full((3, 1), 1e200)
    assert ManyLosses(experiment)(vectors).tolist() == [np.inf]
