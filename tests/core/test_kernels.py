from functools import partial

import numpy as np

from core.kernels import execute


def test_calls_each_kernel_once_and_in_order() -> None:
    calls: list[int] = []
    execute(partial(calls.append, number) for number in (3, 1, 2))
    assert calls == [3, 1, 2]


def test_overflow_and_nan_are_results_not_warnings() -> None:
    out = np.array([1e308, np.inf, 0.0])
    execute([partial(np.multiply, out, 10.0, out), partial(np.subtract, out, out, out)])
    execute([partial(np.divide, out, out, out)])
    assert np.isnan(out).all()


def test_warnings_come_back_afterwards() -> None:
    before = np.geterr()
    execute([])
    assert np.geterr() == before
