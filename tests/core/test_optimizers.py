"""Against the algorithms as `torch.optim` documents them, written again in plain NumPy."""

import numpy as np
import pytest

from core.kernels import Array
from core.optimizers import OPTIMIZERS, Momentum, Nesterov, Sgd
from core.settings import name_of
from tests.core.updating import GRADIENTS, START, updated


def check(path: list[Array], expected: list[Array]) -> None:
    np.testing.assert_allclose(path, expected, rtol=1e-12, atol=1e-14)


def test_gradient_descent_goes_the_rate_times_the_gradient_downhill() -> None:
    check(updated(Sgd(learning_rate=0.2))[0], list(START - 0.2 * np.cumsum(GRADIENTS, axis=0)))


@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
def test_momentum(mu: float, nesterov: bool) -> None:
    p, b, expected = START.copy(), np.zeros(4), []
    for g in GRADIENTS:
        b = mu * b + g
        p = p - 0.1 * (g + mu * b if nesterov else b)
        expected.append(p)
    kind = Nesterov if nesterov else Momentum
    check(updated(kind(learning_rate=0.1, momentum=mu))[0], expected)


def test_momentum_gathers_speed_up_to_ten_times_the_gradient() -> None:
    path, plan = updated(Momentum(learning_rate=0.1), gradients=np.ones((300, 4)))
    np.testing.assert_allclose(plan.state.vectors["v"].flat, 10.0)
    np.testing.assert_allclose(path[-2] - path[-1], 1.0)


def test_each_is_found_under_its_own_name() -> None:
    assert list(OPTIMIZERS) == ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]
    assert all(name_of(kind) == name for name, kind in OPTIMIZERS.items())


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_last_stage_is_the_step(name: str) -> None:
    stages = OPTIMIZERS[name]().stages
    assert [stage.is_step for stage in stages] == [False] * (len(stages) - 1) + [True]
