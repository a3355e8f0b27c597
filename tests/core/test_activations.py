from typing import Any

import numpy as np
import pytest

from core.activation import Activation
from core.activations import ACTIVATIONS
from core.kernels import Array, execute
from tests.core.shown import calculate, run_numpy
from tests.core.strategies import HIDDEN

Z: Array = np.array([[-3.0, -0.7, -0.1], [0.2, 1.0, 2.5]])
G: Array = np.array([[0.5, -1.0, 2.0], [0.25, 0.75, -0.5]])

every_activation = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())
every_slope = pytest.mark.parametrize("activation", [ACTIVATIONS[name] for name in HIDDEN], ids=HIDDEN)
SOFTMAX = ACTIVATIONS["softmax"]


def f(activation: Activation, z: Array) -> Array:
    out = np.full_like(z, np.nan)
    execute(activation.forward(z, out))
    return out


def slope(activation: Activation, z: Array, a: Array) -> Array:
    out = np.full_like(z, np.nan)
    execute(activation.derivative(z, a, out))
    return out


@pytest.mark.parametrize(
    ("name", "z", "a"),
    [
        ("sigmoid", 0.0, 0.5),
        ("sigmoid", 2.0, 0.8807970779778823),
        ("sigmoid", -2.0, 0.11920292202211755),
        ("tanh", 0.0, 0.0),
        ("tanh", 0.5, 0.46211715726000975),
        ("relu", -1.5, 0.0),
        ("relu", 1.5, 1.5),
        ("linear", -1.5, -1.5),
        ("leaky_relu", -1.5, -0.015),
        ("leaky_relu", 1.5, 1.5),
        ("elu", -1.5, -0.7768698398515702),
        ("elu", 1.5, 1.5),
        ("softplus", 0.0, 0.6931471805599453),
        ("softplus", 2.0, 2.1269280110429727),
        ("softplus", 1000.0, 1000.0),
        ("sine", 1.0, 0.8414709848078965),
        ("softmax", 3.0, 1.0),
    ],
)
def test_gives_the_values_of_the_textbook(name: str, z: float, a: float) -> None:
    assert f(ACTIVATIONS[name], np.array([[z]])).item() == pytest.approx(a, rel=1e-15)


@pytest.mark.parametrize(
    ("name", "at_zero"),
    [
        ("sigmoid", 0.25),
        ("tanh", 1.0),
        ("relu", 0.0),
        ("linear", 1.0),
        ("leaky_relu", 0.01),
        ("elu", 1.0),
        ("softplus", 0.5),
        ("sine", 1.0),
    ],
)
def test_has_the_slope_of_the_textbook_at_zero(name: str, at_zero: float) -> None:
    zero = np.zeros((1, 1))
    assert slope(ACTIVATIONS[name], zero, f(ACTIVATIONS[name], zero)).item() == at_zero


@every_slope
def test_the_derivative_is_that_of_the_function(activation: Activation) -> None:
    h = 1e-6
    numeric = (f(activation, Z + h) - f(activation, Z - h)) / (2 * h)
    np.testing.assert_allclose(slope(activation, Z, f(activation, Z)), numeric, rtol=1e-7)


@every_slope
def test_the_derivative_reads_only_the_array_it_names(activation: Activation) -> None:
    a, garbage = f(activation, Z), np.full_like(Z, np.nan)
    reads_a = activation.derivative_reads == "a"
    with_garbage = slope(activation, garbage if reads_a else Z, a if reads_a else garbage)
    np.testing.assert_array_equal(with_garbage, slope(activation, Z, a))


@every_slope
def test_the_operands_stay_as_they_are(activation: Activation) -> None:
    z = Z.copy()
    a = f(activation, z)
    slope(activation, z, a)
    np.testing.assert_array_equal(z, Z)
    np.testing.assert_array_equal(a, f(activation, Z))


@every_activation
def test_numpy_as_shown_gives_the_same_numbers(activation: Activation) -> None:
    names: dict[str, Any] = {"z": Z.copy(), "g": G.copy()}
    run_numpy("a = " + activation.numpy.format(z="z", a="a"), names)
    np.testing.assert_array_equal(names["a"], f(activation, Z))
    run_numpy("s = " + activation.numpy_derivative.format(z="z", a="a", g="g"), names)
    read = G if activation.mixes_units else Z
    np.testing.assert_array_equal(names["s"], slope(activation, read, f(activation, Z)))


def test_softmax_gives_the_values_of_the_textbook() -> None:
    shares = f(SOFTMAX, np.log([[1.0, 2.0, 5.0], [3.0, 3.0, 2.0]]))
    np.testing.assert_allclose(shares, [[0.125, 0.25, 0.625], [0.375, 0.375, 0.25]], rtol=1e-14)


def test_softmax_stays_finite_where_its_exponentials_do_not() -> None:
    assert f(SOFTMAX, np.array([[1000.0, 0.0, -1000.0], [-900.0, -900.0, -1e6]])).tolist() == [[1, 0, 0], [0.5, 0.5, 0]]


def test_the_delta_of_softmax_is_the_gradient_times_its_jacobian_matrix() -> None:
    h, a = 1e-6, f(SOFTMAX, Z)
    for row in range(len(Z)):
        nudges = h * np.eye(3)
        jacobian = (f(SOFTMAX, Z[row] + nudges) - f(SOFTMAX, Z[row] - nudges)) / (2 * h)
        np.testing.assert_allclose(slope(SOFTMAX, G, a)[row], jacobian @ G[row], rtol=1e-7, atol=1e-9)


def test_softmax_leaves_what_it_reads_as_it_is() -> None:
    z, g = Z.copy(), G.copy()
    a = f(SOFTMAX, z)
    slope(SOFTMAX, g, a)
    np.testing.assert_array_equal(z, Z)
    np.testing.assert_array_equal(g, G)
    np.testing.assert_array_equal(a, f(SOFTMAX, Z))


@every_activation
def test_answers_are_probabilities_where_it_says_so(activation: Activation) -> None:
    answers = f(activation, np.array([[-50.0, -2.0, 0.5, 3.0, 50.0]]))
    assert bool((answers >= 0).all() and (answers <= 1).all()) == activation.probabilities


@every_slope
@pytest.mark.parametrize("z", [-1.25, 0.75])
def test_the_arithmetic_as_written_gives_the_same_number(activation: Activation, z: float) -> None:
    one = np.array([[z]])
    a = f(activation, one)
    operand = a.item() if activation.derivative_reads == "a" else z
    assert calculate(activation.written.format(z)) == pytest.approx(a.item())
    assert calculate(activation.written_derivative.format(operand)) == pytest.approx(slope(activation, one, a).item())


@pytest.mark.parametrize(("z", "a"), [(1000.0, 1.0), (-1000.0, 0.0)])
def test_sigmoid_saturates_without_a_warning(z: float, a: float) -> None:
    assert f(ACTIVATIONS["sigmoid"], np.array([[z]])).item() == a


@every_activation
def test_is_found_under_its_own_name(activation: Activation) -> None:
    assert ACTIVATIONS[activation.name] is activation
