import numpy as np
import pytest

from core.clipping import CLIPPINGS, ClippingByNorm, ClippingByValue, NoClipping
from core.data import Data
from core.experiment import Experiment, Layer, Training
from core.optimizers import Sgd
from core.regularizers import L2
from tests.core.plans import gradient, plan_at, scattered_parameters
from tests.core.updating import GRADIENTS, START, updated


def test_without_clipping_a_gradient_of_any_size_is_followed() -> None:
    path, _ = updated(Sgd(learning_rate=0.1), clipping=NoClipping(), gradients=np.full((1, 4), 1e9))
    np.testing.assert_allclose(path[0], START - 1e8)


@pytest.mark.parametrize("limit", [0.5, 2.0])
def test_clipping_by_value_cuts_each_number(limit: float) -> None:
    expected = START - 0.1 * np.cumsum(np.sign(GRADIENTS) * np.minimum(np.abs(GRADIENTS), limit), axis=0)
    np.testing.assert_allclose(updated(Sgd(learning_rate=0.1), clipping=ClippingByValue(limit))[0], expected)


@pytest.mark.parametrize("limit", [0.5, 2.0, 1e9])
def test_clipping_by_norm_is_that_of_pytorch(limit: float) -> None:
    norms = np.linalg.norm(GRADIENTS, axis=1, keepdims=True)
    shortened = GRADIENTS * np.minimum(1.0, limit / (norms + 1e-6))
    path, _ = updated(Sgd(learning_rate=0.1), clipping=ClippingByNorm(limit))
    np.testing.assert_allclose(path, START - 0.1 * np.cumsum(shortened, axis=0), rtol=1e-11)


def test_the_norm_is_that_of_all_layers_together_and_of_the_penalty_too() -> None:
    data = Data(((0.5, 1.0), (1.0, -1.0)), ((2.0,), (-3.0,)))
    training = Training(regularization=L2(rate=0.5), clipping=ClippingByNorm(limit=0.25), optimizer=Sgd(1.0))
    experiment = Experiment(data, (Layer(3, "tanh"), Layer(1, "linear")), training)
    start = scattered_parameters(experiment, 2)
    plan = plan_at(experiment, start)
    whole = gradient(plan_at(experiment.with_training(regularization=L2(rate=0.0)), start))
    whole[:9] += 0.5 * start[:9]
    taken = start - plan.parameters.flat
    assert np.linalg.norm(taken) == pytest.approx(0.25, rel=1e-5)
    np.testing.assert_allclose(taken, whole * 0.25 / (np.linalg.norm(whole) + 1e-6), rtol=1e-9)


def test_each_is_found_under_its_own_name() -> None:
    assert [kind().name for kind in CLIPPINGS.values()] == list(CLIPPINGS) == ["none", "value", "norm"]
