import numpy as np
import pytest

from core.activations import ACTIVATIONS, Activation
from core.kernels import Array, execute
from tests.core.shown import calculate, numpy_value

Z: Array = np.array([[-3.0, -0.7, -0.1], [0.2, 1.0, 2.5]])

every_activation = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())


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
    ],
)
def test_gives_the_values_of_the_textbook(name: str, z: float, a: float) -> None:
    assert f(ACTIVATIONS[name], np.array([[z]])).item() == pytest.approx(a, rel=1e-15)


@pytest.mark.parametrize(("name", "at_zero"), [("sigmoid", 0.25), ("tanh", 1.0), ("relu", 0.0), ("linear", 1.0)])
def test_has_the_slope_of_the_textbook_at_zero(name: str, at_zero: float) -> None:
    zero = np.zeros((1, 1))
    assert slope(ACTIVATIONS[name], zero, f(ACTIVATIONS[name], zero)).item() == at_zero


@every_activation
def test_the_derivative_is_that_of_the_function(activation: Activation) -> None:
    h = 1e-6
    numeric = (f(activation, Z + h) - f(activation, Z - h)) / (2 * h)
    np.testing.assert_allclose(slope(activation, Z, f(activation, Z)), numeric, rtol=1e-8)


@every_activation
def test_the_derivative_reads_only_the_array_it_names(activation: Activation) -> None:
    a, garbage = f(activation, Z), np.full_like(Z, np.nan)
    reads_a = activation.derivative_reads == "a"
    with_garbage = slope(activation, garbage if reads_a else Z, a if reads_a else garbage)
    np.testing.assert_array_equal(with_garbage, slope(activation, Z, a))


@every_activation
def test_the_operands_stay_as_they_are(activation: Activation) -> None:
    z = Z.copy()
    a = f(activation, z)
    slope(activation, z, a)
    np.testing.assert_array_equal(z, Z)
    np.testing.assert_array_equal(a, f(activation, Z))


@every_activation
def test_numpy_as_shown_gives_the_same_numbers(activation: Activation) -> None:
    a = f(activation, Z)
    np.testing.assert_array_equal(numpy_value(activation.numpy.format(z="z"), z=Z), a)
    shown_slope = numpy_value(activation.numpy_derivative.format(z="z", a="a"), z=Z, a=a)
    np.testing.assert_array_equal(shown_slope, slope(activation, Z, a))


@every_activation
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
