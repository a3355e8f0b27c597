import numpy as np
import pytest

from core.kernels import execute
from core.optimizer import Optimizer, decayed
from core.text import RefusalError

VECTOR, GRADIENT = np.array([1.0, -2.0]), np.array([3.0, 0.5])


@pytest.mark.parametrize(
    ("factor", "share", "squared", "expected"),
    [
        (0.9, 1.0, False, [3.9, -1.3]),
        (0.9, 0.1, False, [1.2, -1.75]),
        (0.9, 0.1, True, [1.8, -1.775]),
        (0.0, 1.0, True, [9.0, 0.25]),
    ],
)
def test_a_vector_decays_and_takes_its_share(factor: float, share: float, squared: bool, expected: list[float]) -> None:
    out = np.full(2, np.nan)
    execute(decayed(factor, share, squared=squared)(VECTOR, GRADIENT, out))
    np.testing.assert_allclose(out, expected)


@pytest.mark.parametrize("rate", [0.0, -0.1, np.nan, np.inf])
def test_the_learning_rate_is_above_zero_and_finite(rate: float) -> None:
    with pytest.raises(RefusalError, match="learning rate"):
        Optimizer(learning_rate=rate)


def test_what_an_optimizer_is_says_nothing_of_its_stages() -> None:
    assert (Optimizer.vectors, Optimizer.counts) == ((), False)
    with pytest.raises(NotImplementedError):
        _ = Optimizer().stages
