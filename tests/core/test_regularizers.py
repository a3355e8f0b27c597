from itertools import pairwise

import numpy as np
import pytest

from core.adaptive_optimizers import Adam
from core.kernels import Array
from core.optimizers import Momentum, Sgd
from core.regularizers import L1, L2, REGULARIZERS, NoRegularization, Regularizer
from tests.core.updating import GRADIENTS, START, updated

WEIGHTS: Array = np.array([[1.0, -2.0], [0.0, 0.3]])


def test_l2_is_the_weight_decay_of_pytorch_and_leaves_biases_alone() -> None:
    p, v, expected = START.copy(), np.zeros(4), []
    for g in GRADIENTS:
        v = 0.9 * v + g + 0.3 * p * [1, 1, 1, 0]
        p = p - 0.1 * v
        expected.append(p)
    np.testing.assert_allclose(updated(Momentum(learning_rate=0.1), L2(rate=0.3))[0], expected, rtol=1e-11)


def test_l1_pulls_equally_hard_and_a_weight_that_crosses_zero_stops_there() -> None:
    p, expected = START.copy(), []
    for g in GRADIENTS:
        step = p - 0.5 * (g + 0.3 * np.sign(p) * [1, 1, 1, 0])
        step[:3] = np.where(p[:3] * step[:3] < 0, 0.0, step[:3])
        p = step
        expected.append(p)
    path, _ = updated(Sgd(learning_rate=0.5), L1(rate=0.3))
    np.testing.assert_allclose(path, expected, rtol=1e-11)
    assert (np.array(path)[:, :3] == 0).any(), "otherwise nothing of it is tested"


@pytest.mark.parametrize("optimizer", [Sgd(learning_rate=0.1), Momentum(learning_rate=0.1), Adam(learning_rate=0.1)])
def test_needless_weights_become_exactly_zero_but_a_bias_does_not(optimizer: Sgd | Momentum | Adam) -> None:
    path, _ = updated(optimizer, L1(rate=0.5), gradients=np.zeros((60, 4)), start=np.array([0.33, -0.47, 0.01, 0.2]))
    assert all((np.array(path)[:, weight] == 0).any() for weight in range(3))
    assert path[-1][3] == 0.2
    for before, after in pairwise(path):
        assert (before * after >= 0).all()


@pytest.mark.parametrize("regularizer", [NoRegularization(), L1(rate=0.2), L2(rate=0.2)])
def test_the_stage_adds_the_gradient_of_the_penalty(regularizer: Regularizer) -> None:
    weights, h = START[:3], 1e-6
    nudges = h * np.eye(3)
    slopes = [(regularizer.penalty(weights + n) - regularizer.penalty(weights - n)) / (2 * h) for n in nudges]
    path, _ = updated(Sgd(learning_rate=0.01), regularizer, gradients=np.zeros((1, 4)))
    np.testing.assert_allclose((START - path[0])[:3] / 0.01, slopes, atol=1e-8)


def test_penalties_are_those_of_their_titles() -> None:
    assert NoRegularization().penalty(WEIGHTS) == 0
    assert L1(rate=0.5).penalty(WEIGHTS) == pytest.approx(0.5 * 3.3)
    assert L2(rate=0.5).penalty(WEIGHTS) == pytest.approx(0.25 * 5.09)


def test_each_is_found_under_its_own_name() -> None:
    assert [kind().name for kind in REGULARIZERS.values()] == list(REGULARIZERS) == ["none", "l1", "l2"]
