import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.activations import ACTIVATIONS
from core.kernels import Array, execute
from core.questions.diagnosis import LARGEST_SLOPES
from core.questions.histograms import BINS, BOUNDS, MOST_VALUES, histogram, saturated_share, some_of, zero_share

matrices = arrays(np.float64, st.tuples(st.integers(1, 30), st.integers(1, 5)), elements=st.floats(width=64))


@given(matrices)
def test_every_number_is_counted_once(values: Array) -> None:
    found = histogram(values, -2.0, 3.0)
    assert found.total == values.size
    assert found.not_finite == np.sum(~np.isfinite(values))
    assert found.counts.shape == (BINS,)
    edges = found.edges()
    assert (edges[0], edges[-1]) == (-2.0, 3.0)
    inner = values[np.isfinite(values) & (values > edges[1]) & (values < edges[-2])]
    assert found.counts[1:-1].sum() >= inner.size - np.isin(inner, edges).sum()


def test_a_number_lies_in_the_bin_between_the_edges_around_it() -> None:
    found = histogram(np.array([[0.0, 0.01], [0.99, 5.0], [-3.0, 0.5]]), 0.0, 1.0)
    assert {at: int(count) for at, count in enumerate(found.counts) if count} == {0: 3, 12: 1, BINS - 1: 2}


def test_of_many_numbers_those_of_some_rows_are_enough() -> None:
    values = np.tile(np.arange(64.0), (10_000, 1))
    some = some_of(values)
    assert MOST_VALUES / 2 < some.size < MOST_VALUES + 64
    assert (some == np.arange(64.0)).all(), "every unit counts alike"
    assert some_of(some[:300]).size == 300 * 64


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_the_bounds_are_those_of_the_function(name: str) -> None:
    z = np.linspace(-50, 50, 1001).reshape(-1, 1)
    z = np.hstack([z, -z])
    a = np.empty_like(z)
    execute(ACTIVATIONS[name].forward(z, a))
    low, high = BOUNDS[name]
    assert a.min() == pytest.approx(low, abs=1e-3)
    assert a.max() == pytest.approx(high, abs=1e-3)
    assert ((a >= low) & (a <= high)).all()


@pytest.mark.parametrize(("name", "beyond"), [("sigmoid", 6.0), ("tanh", 3.0)])
def test_far_from_zero_a_unit_is_saturated(name: str, beyond: float) -> None:
    a = np.empty((4, 1))
    execute(ACTIVATIONS[name].forward(np.array([[-beyond], [0.0], [beyond / 2], [beyond]]), a))
    assert saturated_share(ACTIVATIONS[name], a) == 0.5


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - set(LARGEST_SLOPES)))
def test_what_does_not_level_off_at_both_ends_is_not_saturated(name: str) -> None:
    assert saturated_share(ACTIVATIONS[name], np.array([[1.0]])) is None


def test_the_zeros_of_relu_are_counted() -> None:
    a = np.array([[0.0, 0.5], [0.0, 0.0]])
    assert zero_share(ACTIVATIONS["relu"], a) == 0.75
    assert zero_share(ACTIVATIONS["tanh"], a) is None
