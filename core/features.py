"""Features: what the network sees of a point (x, y), at a choice, as in TensorFlow Playground."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from core.kernels import Array


@dataclass(frozen=True, slots=True)
class Feature:
    """One number made of x and y: its name in files, as text, as LaTeX, and how it is computed."""

    name: str
    text: str
    latex: str
    compute: Callable[[Array, Array], Array]


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("x", "x", "x", lambda x, _y: x),
        Feature("y", "y", "y", lambda _x, y: y),
        Feature("x_squared", "x²", "x^2", lambda x, _y: x * x),
        Feature("y_squared", "y²", "y^2", lambda _x, y: y * y),
        Feature("x_times_y", "xy", "x y", lambda x, y: x * y),
        Feature("sin_x", "sin x", r"\sin x", lambda x, _y: np.sin(x)),
        Feature("sin_y", "sin y", r"\sin y", lambda _x, y: np.sin(y)),
    )
}


def compute_features(names: Sequence[str], inputs: Array) -> Array:
    """Return the named features of inputs of shape (samples, 2), shape (samples, features).

    Without names, the inputs themselves, however many they are.
    """
    if not names:
        return inputs
    x, y = np.ascontiguousarray(inputs[:, 0]), np.ascontiguousarray(inputs[:, 1])
    with np.errstate(over="ignore"):
        return np.column_stack([FEATURES[name].compute(x, y) for name in names])
