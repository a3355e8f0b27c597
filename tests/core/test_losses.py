import math

import numpy as np
import pytest

from core.kernels import Array, execute
from core.losses import LOSSES, REDUCTIONS, Loss, Term
from tests.core.shown import calculate, numpy_value

A: Array = np.array([[0.9, 0.2], [0.4, 0.5]])
Y: Array = np.array([[1.0, 0.0], [0.0, 0.75]])

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES.keys())


def compute(term: Term, a: Array, y: Array) -> Array:
    out = np.full_like(a, np.nan)
    execute(term(a, y, out))
    return out


@pytest.mark.parametrize(
    ("name", "output", "target", "value", "slope"),
    [
        ("squared_error", 1.6, 1.0, 0.36, 1.2),
        ("half_squared_error", 1.6, 1.0, 0.18, 0.6),
        ("absolute_error", 1.6, 1.0, 0.6, 1.0),
        ("absolute_error", 0.4, 1.0, 0.6, -1.0),
        ("absolute_error", 1.0, 1.0, 0.0, 0.0),
        ("binary_cross_entropy", 0.8, 1.0, -math.log(0.8), -1 / 0.8),
        ("binary_cross_entropy", 0.8, 0.0, -math.log(0.2), 1 / 0.2),
        ("binary_cross_entropy", 0.8, 0.5, -0.5 * math.log(0.8) - 0.5 * math.log(0.2), 0.3 / 0.16),
        ("cross_entropy", 0.8, 1.0, -math.log(0.8), -1 / 0.8),
        ("cross_entropy", 0.8, 0.0, 0.0, 0.0),
        ("cross_entropy", 0.8, 0.5, -0.5 * math.log(0.8), -0.5 / 0.8),
        ("binary_cross_entropy", 0.0, 1.0, -math.log(1e-43), -1e43),
        ("binary_cross_entropy", 1.0, 0.0, -math.log(1e-43), 1e43),
        ("binary_cross_entropy", 1.0, 1.0, 0.0, 0.0),
        ("cross_entropy", 0.0, 1.0, -math.log(1e-43), -1e43),
    ],
)
def test_gives_the_values_of_the_textbook(name: str, output: float, target: float, value: float, slope: float) -> None:
    a, y = np.array([[output]]), np.array([[target]])
    assert compute(LOSSES[name].term, a, y).item() == pytest.approx(value)
    assert compute(LOSSES[name].derivative, a, y).item() == pytest.approx(slope)


@every_loss
def test_the_derivative_is_that_of_the_term(loss: Loss) -> None:
    h = 1e-6
    numeric = (compute(loss.term, A + h, Y) - compute(loss.term, A - h, Y)) / (2 * h)
    np.testing.assert_allclose(compute(loss.derivative, A, Y), numeric, rtol=1e-8)


@every_loss
def test_is_worth_as_many_squared_errors_as_it_says(loss: Loss) -> None:
    worth = compute(loss.term, A, Y) / (A - Y) ** 2
    if loss.squared_error_factor:
        np.testing.assert_allclose(worth, loss.squared_error_factor, rtol=1e-15)
    else:
        assert np.ptp(worth) > 0.1


@every_loss
def test_numpy_as_shown_gives_the_same_numbers(loss: Loss) -> None:
    for shown, term in ((loss.numpy, loss.term), (loss.numpy_derivative, loss.derivative)):
        np.testing.assert_array_equal(numpy_value(shown.format(a="a", y="y"), a=A, y=Y), compute(term, A, Y))


@every_loss
def test_the_arithmetic_as_written_gives_the_same_number(loss: Loss) -> None:
    a, y = np.array([[0.25]]), np.array([[0.5]])
    for written, term in ((loss.written, loss.term), (loss.written_derivative, loss.derivative)):
        assert calculate(written.format("0.25", "0.5")) == pytest.approx(compute(term, a, y).item())


@every_loss
def test_outputs_and_targets_stay_as_they_are(loss: Loss) -> None:
    a, y = A.copy(), Y.copy()
    compute(loss.term, a, y)
    compute(loss.derivative, a, y)
    np.testing.assert_array_equal(a, A)
    np.testing.assert_array_equal(y, Y)


@every_loss
def test_the_signs_stand_around_two_operands(loss: Loss) -> None:
    assert len(loss.signs) == len(loss.derivative_signs) == 3


def test_only_the_mean_averages() -> None:
    assert {name for name, reduction in REDUCTIONS.items() if reduction.averages} == {"mean"}


def test_each_is_found_under_its_own_name() -> None:
    assert all(loss.name == name for name, loss in LOSSES.items())
    assert all(reduction.name == name for name, reduction in REDUCTIONS.items())
