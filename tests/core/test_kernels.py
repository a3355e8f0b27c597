from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from core import kernels
from core.kernels import Array, Kernel, execute


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


RANDOM = np.random.RandomState(1)
LEFT, RIGHT, ROW = RANDOM.randn(3, 4, 2), RANDOM.randn(4, 5, 2), RANDOM.randn(1, 4, 2)


def listed(kernel: Kernel | list[Kernel]) -> list[Kernel]:
    return kernel if isinstance(kernel, list) else [kernel]


@pytest.mark.parametrize(
    ("bind", "shape"),
    [
        (lambda run, out: kernels.product(run(LEFT), run(RIGHT), out), (3, 5)),
        (lambda run, out: kernels.add_row(run(LEFT), run(ROW), out), (3, 4)),
        (lambda run, out: kernels.sum_rows(run(LEFT), out), (1, 4)),
        (lambda run, out: kernels.sum_columns(run(LEFT), out), (3, 1)),
        (lambda run, out: kernels.total(run(LEFT), out), (1, 1)),
        (lambda run, out: kernels.largest_column(run(LEFT), out), (3, 1)),
    ],
)
def test_many_runs_at_once_are_each_of_them_alone(
    bind: Callable[[Callable[[Array], Array], Array], Kernel | list[Kernel]], shape: tuple[int, int]
) -> None:
    together = np.empty((*shape, 2))
    execute(listed(bind(lambda values: values, together)))
    for number in range(2):
        alone = np.empty(shape)
        execute(listed(bind(lambda values, at=number: np.ascontiguousarray(values[..., at]), alone)))  # type: ignore[misc]
        np.testing.assert_allclose(together[..., number], alone, rtol=1e-13)


def test_what_they_compute() -> None:
    values, out = np.array([[1.0, 2.0], [3.0, -5.0]]), np.empty((2, 2))
    column, row, cell = np.empty((2, 1)), np.empty((1, 2)), np.empty((1, 1))
    execute([kernels.product(values, values, out), kernels.sum_rows(values, row), kernels.sum_columns(values, column)])
    assert (out.tolist(), row.tolist(), column.tolist()) == ([[7, -8], [-12, 31]], [[4, -3]], [[3], [-2]])
    execute([kernels.total(values, cell), kernels.largest_column(values, column), *kernels.add_row(values, row, out)])
    assert (out.tolist(), cell.item(), column.tolist()) == ([[5, -1], [7, -8]], 1, [[2], [3]])
    execute(kernels.add_row(column, cell, column))
    assert column.tolist() == [[3], [4]]
    assert kernels.by_row(values).shape == (2, 1)
    assert kernels.as_array([], 3).shape == (0, 3)
    assert kernels.only_cell(cell) == 1


def test_a_constant_stays_what_it_is() -> None:
    with pytest.raises(ValueError, match="read-only"):
        kernels.constant(1.0)[...] = 2.0


@pytest.mark.parametrize("rows", [1024, 1021, 6])
@pytest.mark.parametrize("columns", [1, 2, 8])
def test_long_arrays_are_added_as_short_ones_are(rows: int, columns: int) -> None:
    values, row = np.random.RandomState(3).randn(rows, columns), np.arange(1.0, columns + 1).reshape(1, -1)
    out, summed = np.empty_like(values), np.empty((1, columns))
    execute([*kernels.add_row(values, row, out), kernels.sum_rows(values, summed)])
    np.testing.assert_array_equal(out, values + row)
    one_after_another = np.zeros(columns)
    for each in values:
        one_after_another += each
    np.testing.assert_allclose(summed[0], one_after_another, rtol=1e-11)
