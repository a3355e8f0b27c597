"""Arrays and the NumPy calls on them.

A kernel is one NumPy call that is already bound to its arrays, so that a batch is a flat list of calls: the same list
whether a learner walks it one operation at a time or it runs ten thousand times over.

Arrays have two axes. Many runs of one network can be trained at once, as a sweep does: all arrays then have a third
axis, last, one entry for each run. What treats every cell alike does not notice; what does not is here.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Kernel = Callable[[], object]

LONG = 512  # numbers in an array from which the way through it counts, not the way to it
MOST_TOGETHER = 32


def execute(kernels: Iterable[Kernel]) -> None:
    """Call each kernel in turn. Overflow and NaN are results to be shown, not warnings."""
    with np.errstate(all="ignore"):
        for kernel in kernels:
            kernel()


def constant(value: float) -> Array:
    """Return `value` as an array without axes: NumPy takes it a third faster than a number of Python's."""
    array: Array = np.array(value, np.float64)
    array.setflags(write=False)
    return array


def product(left: Array, right: Array, out: Array) -> Kernel:
    """Return the kernel of out = left @ right. `ndarray.dot` does it in half the time that matmul takes to begin."""
    if out.ndim == 2:
        return partial(left.dot, right, out)
    return partial(np.einsum, "nkr,kmr->nmr", left, right, out=out)


def add_row(values: Array, row: Array, out: Array) -> list[Kernel]:
    """Return the kernels that add `row`, of shape (1, columns), to every row.

    NumPy starts anew for each row. So a single column is added at once, and in a long array several rows are, to
    copies of `row` side by side.
    """
    if row.size == 1:
        return [partial(np.add, values, row.reshape(()), out)]
    together = _rows_together(len(values)) if values.ndim == 2 and values.size >= LONG else 1
    if together == 1:
        return [partial(np.add, values, row, out)]
    copies = np.empty((together, row.shape[1]))
    wide = len(values) // together, copies.size
    return [
        partial(np.copyto, copies, row),
        partial(np.add, values.reshape(wide), copies.reshape(1, -1), out.reshape(wide)),
    ]


def sum_rows(values: Array, out: Array) -> Kernel:
    """Return the kernel that adds up the rows into `out`, of shape (1, columns).

    Both ways add one row after the other; `einsum` takes longer to begin and less for each row.
    """
    if values.ndim == 2 and values.shape[1] > 1 and values.size >= LONG:
        return partial(np.einsum, "nk->k", values, out=out[0])
    return partial(np.add.reduce, values, 0, None, out[0])


def _rows_together(rows: int) -> int:
    """Return how many rows are best taken together: a divisor of `rows`."""
    return next(count for count in range(min(MOST_TOGETHER, rows), 0, -1) if rows % count == 0)


def sum_columns(values: Array, out: Array) -> Kernel:
    """Return the kernel that adds up the columns into `out`, of shape (rows, 1)."""
    return partial(np.add.reduce, values, 1, None, out[:, 0])


def total(values: Array, out: Array) -> Kernel:
    """Return the kernel that adds up all cells into `out`, of shape (1, 1)."""
    cells = values.reshape(-1, *values.shape[2:])
    return partial(np.add.reduce, cells, 0, None, out[0, 0, ...])


def largest_column(values: Array, out: Array) -> Kernel:
    """Return the kernel that writes each row's largest value into `out`, of shape (rows, 1)."""
    return partial(np.maximum.reduce, values, 1, None, out[:, 0])


def by_row(values: Array) -> Array:
    """Return a new array for one number of each row, shape (rows, 1)."""
    return np.empty((len(values), 1, *values.shape[2:]))


def as_array(rows: Sequence[Sequence[float]], columns: int) -> Array:
    """Return rows of numbers as an array of shape (rows, columns), also where there are none."""
    return np.array(rows, np.float64).reshape(len(rows), columns)


def only_cell(values: Array) -> Array:
    """Return the one cell of an array of shape (1, 1) so that it goes with arrays of any shape."""
    return values[0, 0, ...]
