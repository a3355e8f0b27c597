"""Against the algorithms as `torch.optim` documents them, written again in plain NumPy."""

import numpy as np
import pytest

from core.adaptive_optimizers import Adagrad, Adam, RmsProp
from tests.core.updating import GRADIENTS, START, updated


@pytest.mark.parametrize("epsilon", [1e-10, 0.1])
def test_adagrad(epsilon: float) -> None:
    p, s, expected = START.copy(), np.zeros(4), []
    for g in GRADIENTS:
        s = s + g * g
        p = p - 0.1 * g / (np.sqrt(s) + epsilon)
        expected.append(p)
    np.testing.assert_allclose(updated(Adagrad(learning_rate=0.1, epsilon=epsilon))[0], expected, rtol=1e-11)


@pytest.mark.parametrize("alpha", [0.0, 0.9, 0.99])
def test_rmsprop(alpha: float) -> None:
    p, s, expected = START.copy(), np.zeros(4), []
    for g in GRADIENTS:
        s = alpha * s + (1 - alpha) * g * g
        p = p - 0.01 * g / (np.sqrt(s) + 1e-8)
        expected.append(p)
    np.testing.assert_allclose(updated(RmsProp(learning_rate=0.01, alpha=alpha))[0], expected, rtol=1e-11)


@pytest.mark.parametrize(("beta1", "beta2"), [(0.9, 0.999), (0.0, 0.5), (0.5, 0.0)])
def test_adam(beta1: float, beta2: float) -> None:
    p, m, v, expected = START.copy(), np.zeros(4), np.zeros(4), []
    for t, g in enumerate(GRADIENTS, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        p = p - 0.05 * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + 1e-8)
        expected.append(p)
    path, plan = updated(Adam(learning_rate=0.05, beta1=beta1, beta2=beta2))
    np.testing.assert_allclose(path, expected, rtol=1e-11)
    assert plan.state.count is not None
    assert plan.state.count.item() == len(GRADIENTS)


@pytest.mark.parametrize("kind", [Adagrad, Adam])
def test_the_first_step_is_as_long_as_the_rate(kind: type[Adagrad] | type[Adam]) -> None:
    path, _ = updated(kind(learning_rate=0.1), gradients=GRADIENTS[:1])
    np.testing.assert_allclose(path[0], START - 0.1 * np.sign(GRADIENTS[0]), rtol=1e-6)


@pytest.mark.parametrize("kind", [Adagrad, RmsProp, Adam])
def test_a_gradient_of_zero_changes_nothing(kind: type[Adagrad] | type[RmsProp] | type[Adam]) -> None:
    np.testing.assert_array_equal(updated(kind(), gradients=np.zeros((3, 4)))[0], [START] * 3)
