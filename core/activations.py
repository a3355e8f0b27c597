"""Activation functions: what a unit answers to the sum it receives.

Each stands beside its own derivative. To add one, write its two functions and one entry in `ACTIVATIONS`; the network
panel, the plan, the formulas and the gradient tests read that table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.kernels import Array, Kernel
from core.text import translatable

Forward = Callable[[Array, Array], list[Kernel]]
Derivative = Callable[[Array, Array, Array], list[Kernel]]


@dataclass(frozen=True, slots=True)
class Activation:
    """f and f′ in every form in which they are computed or shown.

    In `numpy` and `numpy_derivative`, {z} and {a} stand for the arrays of the layer; in `written` and
    `written_derivative`, {0} stands for one number: z for f, and for f′ the array named by `derivative_reads`.
    """

    name: str
    title: str
    letter: str
    latex_letter: str
    latex: str
    latex_derivative: str
    numpy: str
    numpy_derivative: str
    written: str
    written_derivative: str
    derivative_reads: str
    forward: Forward
    derivative: Derivative


def _sigmoid(z: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.negative, z, out),
        partial(np.exp, out, out),
        partial(np.add, 1.0, out, out),
        partial(np.divide, 1.0, out, out),
    ]


def _sigmoid_derivative(_z: Array, a: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, 1.0, a, out), partial(np.multiply, a, out, out)]


def _tanh(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.tanh, z, out)]


def _tanh_derivative(_z: Array, a: Array, out: Array) -> list[Kernel]:
    return [partial(np.square, a, out), partial(np.subtract, 1.0, out, out)]


def _relu(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.maximum, z, 0.0, out=out)]


def _relu_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(np.greater, z, 0.0, out)]


def _linear(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.copyto, out, z)]


def _linear_derivative(_z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(out.fill, 1.0)]


_ALL = [
    Activation(
        name="sigmoid",
        title=translatable("core", "sigmoid"),
        letter="σ",
        latex_letter=r"\sigma",
        latex=r"\frac{{1}}{{1 + e^{{-{z}}}}}",
        latex_derivative=r"{a} \odot (1 - {a})",
        numpy="1 / (1 + np.exp(-{z}))",
        numpy_derivative="{a} * (1 - {a})",
        written="1 / (1 + e^−({0}))",
        written_derivative="{0}·(1 − {0})",
        derivative_reads="a",
        forward=_sigmoid,
        derivative=_sigmoid_derivative,
    ),
    Activation(
        name="tanh",
        title=translatable("core", "tanh"),
        letter="tanh",
        latex_letter=r"\tanh",
        latex=r"\tanh({z})",
        latex_derivative=r"1 - {a} \odot {a}",
        numpy="np.tanh({z})",
        numpy_derivative="1 - {a} ** 2",
        written="tanh({0})",
        written_derivative="1 − ({0})²",
        derivative_reads="a",
        forward=_tanh,
        derivative=_tanh_derivative,
    ),
    Activation(
        name="relu",
        title=translatable("core", "ReLU"),
        letter="ReLU",
        latex_letter=r"\mathrm{ReLU}",
        latex=r"\max(0, {z})",
        latex_derivative=r"[{z} > 0]",
        numpy="np.maximum({z}, 0)",
        numpy_derivative="({z} > 0) * 1.0",
        written="max(0, {0})",
        written_derivative="1 if {0} > 0 else 0",
        derivative_reads="z",
        forward=_relu,
        derivative=_relu_derivative,
    ),
    Activation(
        name="linear",
        title=translatable("core", "linear"),
        letter="f",
        latex_letter="f",
        latex="{z}",
        latex_derivative="1",
        numpy="{z}.copy()",
        numpy_derivative="np.ones_like({z})",
        written="{0}",
        written_derivative="1",
        derivative_reads="z",
        forward=_linear,
        derivative=_linear_derivative,
    ),
]

ACTIVATIONS: dict[str, Activation] = {activation.name: activation for activation in _ALL}
