"""Losses: one number that says how wrong the outputs are.

A loss is a term for each output of each sample; the reduction says whether the terms are added (`sum`) or averaged
(`mean`, over samples × outputs). The gradient is that of the very number shown: with `mean` it is divided, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.kernels import Array, Kernel
from core.text import translatable

Term = Callable[[Array, Array, Array], list[Kernel]]


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss term and its derivative by the output, in every form in which they are computed or shown.

    {a} and {y} stand for the outputs and the targets; `signs` is what stands around “outputs − targets” where both
    are shown as matrices. `squared_error_factor` is how many squared errors (a − y)² one
    term is worth.
    """

    name: str
    title: str
    latex: str
    latex_derivative: str
    numpy: str
    numpy_derivative: str
    written: str
    written_derivative: str
    signs: tuple[str, str]
    derivative_signs: tuple[str, str]
    squared_error_factor: float
    term: Term
    derivative: Term


@dataclass(frozen=True, slots=True)
class Reduction:
    """How the terms of all samples and outputs become one number; `averages` says whether by their mean."""

    name: str
    title: str
    numpy: str
    averages: bool


def _squared_error(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.square, out, out)]


def _squared_error_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.multiply, 2.0, out, out)]


def _half_squared_error(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [*_squared_error(a, y, out), partial(np.divide, out, 2.0, out)]


def _half_squared_error_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out)]


_ALL = [
    Loss(
        name="squared_error",
        title=translatable("core", "squared error"),
        latex="({a} - {y})^2",
        latex_derivative=r"2\,({a} - {y})",
        numpy="({a} - {y}) ** 2",
        numpy_derivative="2 * ({a} - {y})",
        written="({0} − {1})²",
        written_derivative="2·({0} − {1})",
        signs=("(", ")²"),
        derivative_signs=("2·(", ")"),
        squared_error_factor=1.0,
        term=_squared_error,
        derivative=_squared_error_derivative,
    ),
    Loss(
        name="half_squared_error",
        title=translatable("core", "½ squared error"),
        latex=r"\frac{{1}}{{2}} ({a} - {y})^2",
        latex_derivative="({a} - {y})",
        numpy="({a} - {y}) ** 2 / 2",
        numpy_derivative="({a} - {y})",
        written="½·({0} − {1})²",
        written_derivative="({0} − {1})",
        signs=("½·(", ")²"),
        derivative_signs=("(", ")"),
        squared_error_factor=0.5,
        term=_half_squared_error,
        derivative=_half_squared_error_derivative,
    ),
]

LOSSES: dict[str, Loss] = {loss.name: loss for loss in _ALL}

REDUCTIONS: dict[str, Reduction] = {
    "sum": Reduction("sum", translatable("core", "sum (Σ)"), "np.sum({term})", averages=False),
    "mean": Reduction("mean", translatable("core", "mean"), "np.mean({term})", averages=True),
}
