"""Initializers: where the weights start.

Numbers come from the legacy `numpy.random.RandomState`, whose stream NumPy has frozen, so that a seed gives the same
start in every version of NumPy, and seed 0 gives the article's own weights.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import numpy as np

from core.kernels import Array
from core.text import translatable

Size = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Initializer:
    """One rule. `size(units in, units out)` is the standard deviation, the limit or the value; a scale multiplies it.

    `draw(random, size, rows, columns)` gives the weights, and `numpy` is the same as a line of NumPy. `latex` is the
    distribution. Where `by_units`, the size depends on the layer's units, which makes no sense for biases.
    """

    name: str
    title: str
    sentence: str
    latex: str
    numpy: str
    draw: Callable[[np.random.RandomState, float, int, int], Array]
    size: Size
    by_units: bool = False


def _normal(random: np.random.RandomState, size: float, rows: int, columns: int) -> Array:
    drawn: Array = random.randn(rows, columns)
    return size * drawn


def _uniform(random: np.random.RandomState, size: float, rows: int, columns: int) -> Array:
    drawn: Array = random.uniform(-size, size, (rows, columns))
    return drawn


def _constant(_random: np.random.RandomState, size: float, rows: int, columns: int) -> Array:
    return np.full((rows, columns), size)


def _one(_units_in: int, _units_out: int) -> float:
    return 1.0


def _zero(_units_in: int, _units_out: int) -> float:
    return 0.0


NORMAL = "{size} * random.randn({rows}, {columns})"
UNIFORM = "random.uniform(-{size}, {size}, ({rows}, {columns}))"
CONSTANT = "np.full(({rows}, {columns}), {size})"

_ALL = [
    Initializer(
        "normal",
        translatable("core", "normal"),
        translatable("core", "From the bell curve around 0; its width is the scale."),
        r"\mathcal{N}(0, s^2)",
        NORMAL,
        _normal,
        _one,
    ),
    Initializer(
        "uniform",
        translatable("core", "uniform"),
        translatable("core", "Anywhere between −scale and scale."),
        r"\mathcal{U}(-s, s)",
        UNIFORM,
        _uniform,
        _one,
    ),
    Initializer(
        "xavier_normal",
        translatable("core", "Xavier, normal"),
        translatable(
            "core", "A bell curve that keeps signals and gradients of tanh layers at one size (Glorot, Bengio 2010)."
        ),
        r"\mathcal{N}\left(0, s^2 \frac{2}{n_\mathrm{in} + n_\mathrm{out}}\right)",
        NORMAL,
        _normal,
        lambda units_in, units_out: sqrt(2 / (units_in + units_out)),
        by_units=True,
    ),
    Initializer(
        "xavier_uniform",
        translatable("core", "Xavier, uniform"),
        translatable("core", "Evenly, and as wide as keeps signals and gradients of tanh layers at one size."),
        r"\mathcal{U}(-r, r),\; r = s \sqrt{\frac{6}{n_\mathrm{in} + n_\mathrm{out}}}",
        UNIFORM,
        _uniform,
        lambda units_in, units_out: sqrt(6 / (units_in + units_out)),
        by_units=True,
    ),
    Initializer(
        "he_normal",
        translatable("core", "He, normal"),
        translatable("core", "A bell curve that keeps the signals of ReLU layers at one size (He et al. 2015)."),
        r"\mathcal{N}\left(0, s^2 \frac{2}{n_\mathrm{in}}\right)",
        NORMAL,
        _normal,
        lambda units_in, _units_out: sqrt(2 / units_in),
        by_units=True,
    ),
    Initializer(
        "he_uniform",
        translatable("core", "He, uniform"),
        translatable("core", "Evenly, and as wide as keeps the signals of ReLU layers at one size."),
        r"\mathcal{U}(-r, r),\; r = s \sqrt{\frac{6}{n_\mathrm{in}}}",
        UNIFORM,
        _uniform,
        lambda units_in, _units_out: sqrt(6 / units_in),
        by_units=True,
    ),
    Initializer(
        "zeros",
        translatable("core", "zeros"),
        translatable("core", "All 0: the units of a layer stay alike, as they all get the same gradient."),
        "0",
        CONSTANT,
        _constant,
        _zero,
    ),
    Initializer(
        "constant",
        translatable("core", "constant"),
        translatable("core", "All the same value, the scale: the units of a layer stay alike."),
        "s",
        CONSTANT,
        _constant,
        _one,
    ),
]

INITIALIZERS: dict[str, Initializer] = {initializer.name: initializer for initializer in _ALL}
