"""Arrays and the NumPy calls on them.

A kernel is one NumPy call that is already bound to its arrays, so that a batch is a flat list of calls: the same list
whether a learner walks it one operation at a time or it runs ten thousand times over.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Kernel = Callable[[], object]


def execute(kernels: Iterable[Kernel]) -> None:
    """Call each kernel in turn. Overflow and NaN are results to be shown, not warnings."""
    with np.errstate(all="ignore"):
        for kernel in kernels:
            kernel()
