"""Initializers: where the weights start.

Numbers come from the legacy `numpy.random.RandomState`, whose stream NumPy has frozen, so that a seed gives the same
start in every version of NumPy, and seed 0 gives the article's own weights.
"""

from collections.abc import Callable

import numpy as np

from core.kernels import Array

Initializer = Callable[[np.random.RandomState, int, int], Array]


def _normal(random: np.random.RandomState, units_in: int, units_out: int) -> Array:
    return random.randn(units_in, units_out)


INITIALIZERS: dict[str, Initializer] = {"normal": _normal}
"""From a random state, units in and units out to weights of shape (units in, units out)."""
