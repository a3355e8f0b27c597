import numpy as np
import pytest
from hypothesis import given

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment, Layer, Training
from core.network import Parameters, initial_parameters
from core.optimizers import Sgd
from core.questions import layer_sizes
from core.questions.layer_sizes import DELTA, WEIGHT_GRADIENT, LayerSizes, samples_measured
from core.questions.whole_data import gradient, whole_plan
from core.regularizers import L2
from tests.core.plans import scattered_parameters
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


@given(experiments(), seeds)
def test_the_sizes_are_those_of_the_gradient_of_all_samples(experiment: Experiment, seed: int) -> None:
    parameters = Parameters(experiment.sizes, scattered_parameters(experiment, seed))
    plan = whole_plan(experiment, parameters)
    sizes = LayerSizes()(experiment, parameters)
    assert sizes.shape == (2, len(experiment.layers))
    norms = [np.sqrt(np.sum(weights**2)) for weights in gradient(plan).weights]
    np.testing.assert_allclose(sizes[WEIGHT_GRADIENT], norms, rtol=1e-12)
    np.testing.assert_allclose(sizes[DELTA], [np.abs(layer.delta.values).mean() for layer in plan.layers], rtol=1e-12)


def test_the_article_has_the_sizes_that_are_worked_out_by_hand() -> None:
    data = Data(((1.0, 2.0),), ((0.0,),))
    experiment = Experiment(data, (Layer(1, "linear"),), Training(reduction="sum"))
    sizes = LayerSizes()(experiment, Parameters(experiment.sizes, np.array([1.0, 0.5, 0.0])))
    delta = 2 * 2.0  # the answer is 2 and should be 0; the loss is its square
    assert sizes.tolist() == [[pytest.approx(delta * np.hypot(1, 2))], [delta]]


def test_a_penalty_on_the_weights_is_no_part_of_it() -> None:
    parameters = initial_parameters(ARTICLE)
    plain, penalized = ARTICLE, ARTICLE.with_training(regularization=L2(0.5))
    assert np.array_equal(LayerSizes()(plain, parameters), LayerSizes()(penalized, parameters))


def test_one_measure_takes_experiments_in_turn() -> None:
    measure, others = LayerSizes(), preset_experiment("circle")
    first = measure(ARTICLE, initial_parameters(ARTICLE))
    assert np.array_equal(measure(ARTICLE, initial_parameters(ARTICLE)), first)
    assert measure(others, initial_parameters(others)).shape == (2, len(others.layers))
    assert np.array_equal(measure(ARTICLE, initial_parameters(ARTICLE)), first)


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_of_many_samples_some_stand_for_all(monkeypatch: pytest.MonkeyPatch, reduction: str) -> None:
    count = 1000
    inputs = np.linspace(-1, 1, count)
    data = Data(tuple((value,) for value in inputs.tolist()), ((0.5,),) * count)
    experiment = Experiment(data, (Layer(3), Layer(1)), Training(reduction=reduction))
    parameters = Parameters(experiment.sizes, scattered_parameters(experiment, 1))
    exact = LayerSizes()(experiment, parameters)
    monkeypatch.setattr(layer_sizes, "MOST_WORK", 100 * experiment.parameter_count)
    assert samples_measured(experiment) == 100
    np.testing.assert_allclose(LayerSizes()(experiment, parameters), exact, rtol=0.02)
    monkeypatch.setattr(layer_sizes, "MOST_WORK", 1)
    assert samples_measured(experiment) == 1
    assert np.isfinite(LayerSizes()(experiment, parameters)).all()


def test_what_is_no_finite_number_is_measured_as_it_is() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(1, "linear"), Layer(1, "linear")), Training(optimizer=Sgd(1.0)))
    sizes = LayerSizes()(experiment, Parameters(experiment.sizes, np.full(5, 1e200)))
    assert not np.isfinite(sizes).any()
