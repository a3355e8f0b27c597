"""Losses: one number that says how wrong the outputs are.

A loss is a term for each output of each sample; the reduction says whether the terms are added (`sum`) or averaged
(`mean`, over samples × outputs as NumPy's and PyTorch's mean do, or over the samples alone where the terms of one
sample belong together). The gradient is that of the very number shown: with `mean` it is divided, too.

The logarithms keep clear of 0, and so do the divisors, so that saturated outputs give finite numbers: ln(1e-43) is
−99, and PyTorch cuts at −100 (`torch.nn.BCELoss`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.kernels import Array, Kernel, constant
from core.text import translatable

Term = Callable[[Array, Array, Array], list[Kernel]]

ONE, TWO = constant(1.0), constant(2.0)
SMALLEST = constant(1e-43)


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss term and its derivative by the output, in every form in which they are computed or shown.

    `term(a, y, out)` and `derivative(a, y, out)` give the kernels. {a} and {y} stand for the outputs and the targets.
    `signs` is what stands before, between and after outputs and targets where both are shown as matrices.
    `squared_error_factor` is how many squared errors (a − y)² one term is worth, 0 where it is something else.
    `for_probabilities` says that outputs and targets must lie between 0 and 1, `by_sample` that the mean is one over
    samples alone.
    """

    name: str
    title: str
    sentence: str
    latex: str
    latex_derivative: str
    numpy: str
    numpy_derivative: str
    torch: str
    written: str
    written_derivative: str
    signs: tuple[str, str, str]
    derivative_signs: tuple[str, str, str]
    term: Term
    derivative: Term
    squared_error_factor: float = 0.0
    for_probabilities: bool = False
    by_sample: bool = False


@dataclass(frozen=True, slots=True)
class Reduction:
    """How the terms of all samples and outputs become one number; `averages` says whether by their mean."""

    name: str
    title: str
    sentence: str
    latex: str
    averages: bool


def _squared_error(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.square, out, out)]


def _squared_error_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.multiply, TWO, out, out)]


def _half_squared_error(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [*_squared_error(a, y, out), partial(np.divide, out, TWO, out)]


def _half_squared_error_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out)]


def _absolute_error(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.abs, out, out)]


def _absolute_error_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, a, y, out), partial(np.sign, out, out)]


def _binary_cross_entropy(a: Array, y: Array, out: Array) -> list[Kernel]:
    other, opposite = np.empty_like(out), np.empty_like(out)
    return [
        partial(np.maximum, a, SMALLEST, out=out),
        partial(np.log, out, out),
        partial(np.multiply, y, out, out),
        partial(np.subtract, ONE, a, other),
        partial(np.maximum, other, SMALLEST, out=other),
        partial(np.log, other, other),
        partial(np.subtract, ONE, y, opposite),
        partial(np.multiply, opposite, other, other),
        partial(np.add, out, other, out),
        partial(np.negative, out, out),
    ]


def _binary_cross_entropy_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    divisor = np.empty_like(out)
    return [
        partial(np.subtract, ONE, a, divisor),
        partial(np.multiply, a, divisor, divisor),
        partial(np.maximum, divisor, SMALLEST, out=divisor),
        partial(np.subtract, a, y, out),
        partial(np.divide, out, divisor, out),
    ]


def _cross_entropy(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.maximum, a, SMALLEST, out=out),
        partial(np.log, out, out),
        partial(np.multiply, y, out, out),
        partial(np.negative, out, out),
    ]


def _cross_entropy_derivative(a: Array, y: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.maximum, a, SMALLEST, out=out),
        partial(np.divide, y, out, out),
        partial(np.negative, out, out),
    ]


_ALL = [
    Loss(
        name="squared_error",
        title=translatable("core", "squared error"),
        sentence=translatable("core", "The error times itself: one large error weighs more than many small ones."),
        latex="({a} - {y})^2",
        latex_derivative=r"2\,({a} - {y})",
        numpy="({a} - {y}) ** 2",
        numpy_derivative="2 * ({a} - {y})",
        torch="({a} - {y}) ** 2",
        written="({0} − {1})²",
        written_derivative="2·({0} − {1})",
        signs=("(", "−", ")²"),
        derivative_signs=("2·(", "−", ")"),
        term=_squared_error,
        derivative=_squared_error_derivative,
        squared_error_factor=1.0,
    ),
    Loss(
        name="half_squared_error",
        title=translatable("core", "½ squared error"),
        sentence=translatable(
            "core", "Half the squared error, as in many textbooks: its gradient is the error itself."
        ),
        latex=r"\frac{{1}}{{2}} ({a} - {y})^2",
        latex_derivative="({a} - {y})",
        numpy="({a} - {y}) ** 2 / 2",
        numpy_derivative="({a} - {y})",
        torch="({a} - {y}) ** 2 / 2",
        written="½·({0} − {1})²",
        written_derivative="({0} − {1})",
        signs=("½·(", "−", ")²"),
        derivative_signs=("(", "−", ")"),
        term=_half_squared_error,
        derivative=_half_squared_error_derivative,
        squared_error_factor=0.5,
    ),
    Loss(
        name="absolute_error",
        title=translatable("core", "absolute error"),
        sentence=translatable(
            "core", "The size of the error. Its gradient is −1 or 1 however large the error: outliers count less."
        ),
        latex=r"\left|{a} - {y}\right|",
        latex_derivative=r"\mathrm{{sign}}({a} - {y})",
        numpy="np.abs({a} - {y})",
        numpy_derivative="np.sign({a} - {y})",
        torch="torch.abs({a} - {y})",
        written="|{0} − {1}|",
        written_derivative="sign({0} − {1})",
        signs=("|", "−", "|"),
        derivative_signs=("sign(", "−", ")"),
        term=_absolute_error,
        derivative=_absolute_error_derivative,
    ),
    Loss(
        name="binary_cross_entropy",
        title=translatable("core", "binary cross-entropy"),
        sentence=translatable(
            "core", "How surprising each yes-or-no answer is. Behind a sigmoid, δ becomes output − target."
        ),
        latex=r"-\left({y} \ln {a} + (1 - {y}) \ln (1 - {a})\right)",
        latex_derivative=r"\frac{{{a} - {y}}}{{{a} \odot (1 - {a})}}",
        numpy="-({y} * np.log(np.maximum({a}, 1e-43)) + (1 - {y}) * np.log(np.maximum(1 - {a}, 1e-43)))",
        numpy_derivative="({a} - {y}) / np.maximum({a} * (1 - {a}), 1e-43)",
        torch="-({y} * torch.log({a}.clamp(min=1e-43)) + (1 - {y}) * torch.log((1 - {a}).clamp(min=1e-43)))",
        written="−({1}·ln(max({0}, 1e−43)) + (1 − {1})·ln(max(1 − {0}, 1e−43)))",
        written_derivative="({0} − {1}) / max({0}·(1 − {0}), 1e−43)",
        signs=("BCE(", ",", ")"),
        derivative_signs=("BCE′(", ",", ")"),
        term=_binary_cross_entropy,
        derivative=_binary_cross_entropy_derivative,
        for_probabilities=True,
    ),
    Loss(
        name="cross_entropy",
        title=translatable("core", "cross-entropy"),
        sentence=translatable(
            "core", "How surprising the right class is. Behind a softmax, δ becomes output − target."
        ),
        latex=r"-{y} \ln {a}",
        latex_derivative=r"-\frac{{{y}}}{{{a}}}",
        numpy="-({y} * np.log(np.maximum({a}, 1e-43)))",
        numpy_derivative="-({y} / np.maximum({a}, 1e-43))",
        torch="-({y} * torch.log({a}.clamp(min=1e-43)))",
        written="−({1}·ln(max({0}, 1e−43)))",
        written_derivative="−({1} / max({0}, 1e−43))",
        signs=("CE(", ",", ")"),
        derivative_signs=("CE′(", ",", ")"),
        term=_cross_entropy,
        derivative=_cross_entropy_derivative,
        for_probabilities=True,
        by_sample=True,
    ),
]

LOSSES: dict[str, Loss] = {loss.name: loss for loss in _ALL}

REDUCTIONS: dict[str, Reduction] = {
    "sum": Reduction(
        "sum",
        translatable("core", "sum (Σ)"),
        translatable("core", "The losses of all outputs of a batch are added: more samples, longer steps."),
        r"L = \sum_n \sum_k L_{nk}",
        averages=False,
    ),
    "mean": Reduction(
        "mean",
        translatable("core", "mean"),
        translatable("core", "The losses of a batch are averaged: steps are as long, however many samples there are."),
        r"L = \frac{1}{N} \sum_n \sum_k L_{nk}",
        averages=True,
    ),
}


def terms_averaged(loss: str, reduction: str, samples: int, outputs: int) -> int:
    """Return what the sum of the terms is divided by: for a mean, samples × outputs or samples; for a sum, 1."""
    if not REDUCTIONS[reduction].averages:
        return 1
    return samples if LOSSES[loss].by_sample else samples * outputs
