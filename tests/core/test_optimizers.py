import numpy as np
import pytest

from core.kernels import Array, execute
from core.optimizers import OPTIMIZERS, Optimizer
from tests.core.shown import calculate, run_numpy

BEFORE: Array = np.array([[1.0, -2.0], [0.3, 0.0]])
GRADIENT: Array = np.array([[0.5, 0.25], [-0.7, 0.0]])

every_optimizer = pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS.keys())


def updated(optimizer: Optimizer, before: Array, gradient: Array, rate: float) -> Array:
    out = np.full_like(before, np.nan)
    execute(optimizer.update(before, gradient, rate, np.empty_like(before), out))
    return out


def test_gradient_descent_goes_the_rate_times_the_gradient_downhill() -> None:
    np.testing.assert_allclose(updated(OPTIMIZERS["sgd"], BEFORE, GRADIENT, 0.2), [[0.9, -2.05], [0.44, 0.0]])


@every_optimizer
def test_the_parameter_before_and_the_gradient_stay_as_they_are(optimizer: Optimizer) -> None:
    before, gradient = BEFORE.copy(), GRADIENT.copy()
    updated(optimizer, before, gradient, 0.2)
    np.testing.assert_array_equal(before, BEFORE)
    np.testing.assert_array_equal(gradient, GRADIENT)


@every_optimizer
def test_numpy_as_shown_gives_the_same_numbers(optimizer: Optimizer) -> None:
    names = {"p": BEFORE.copy(), "g": GRADIENT, "lr": 0.3}
    run_numpy(optimizer.numpy.format(p="p", g="g", lr="lr"), names)
    np.testing.assert_array_equal(names["p"], updated(optimizer, BEFORE, GRADIENT, 0.3))


@every_optimizer
def test_the_arithmetic_as_written_gives_the_same_number(optimizer: Optimizer) -> None:
    written = optimizer.written.format("1", "0.5", lr="0.2")
    assert calculate(written) == pytest.approx(updated(optimizer, BEFORE, GRADIENT, 0.2)[0, 0])


@every_optimizer
def test_is_found_under_its_own_name(optimizer: Optimizer) -> None:
    assert OPTIMIZERS[optimizer.name] is optimizer
