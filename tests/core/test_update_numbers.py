import numpy as np
import pytest

from core import notation
from core.operations import NOTHING, Phase, Quantity, Role
from core.update_numbers import clip_factor, count, norm, number


def one(symbol: notation.Symbol, value: float = 0.0) -> Quantity:
    return number(symbol, np.array([[value]]))


def test_a_number_is_of_nothing_in_particular() -> None:
    t = one(notation.UPDATE_COUNT, 3.0)
    assert (t.symbol, t.values.tolist(), t.rows, t.columns) == (notation.UPDATE_COUNT, [[3.0]], NOTHING, NOTHING)


def test_updates_are_counted() -> None:
    before, after = one(notation.UPDATE_COUNT, 41.0), one(notation.UPDATE_COUNT)
    operation = count(before, after)
    operation.execute()
    assert (before.values.item(), after.values.item()) == (41.0, 42.0)
    assert (operation.role, operation.phase, operation.numpy) == (Role.UPDATE_COUNT, Phase.UPDATE, "t += 1")


@pytest.mark.parametrize("arrays", [1, 3])
def test_the_norm_is_that_of_all_gradients_in_one_row(arrays: int) -> None:
    random = np.random.RandomState(arrays)
    gradients = [
        Quantity(notation.loss_by(notation.weights(layer)), random.randn(2, layer), NOTHING, NOTHING)
        for layer in range(1, arrays + 1)
    ]
    operation = norm(gradients, one(notation.GRADIENT_NORM))
    operation.execute()
    whole = np.concatenate([gradient.values.ravel() for gradient in gradients])
    assert operation.result.values.item() == pytest.approx(np.linalg.norm(whole), rel=1e-14)
    assert operation.numpy.count("np.sum(") == arrays


@pytest.mark.parametrize(("length", "factor"), [(0.0, 1.0), (1.0, 1.0), (8.0, 0.25)])
def test_the_factor_makes_what_is_longer_as_long_as_the_limit(length: float, factor: float) -> None:
    operation = clip_factor(2.0, one(notation.GRADIENT_NORM, length), one(notation.CLIP_FACTOR))
    operation.execute()
    assert operation.result.values.item() == pytest.approx(factor, rel=1e-6)
