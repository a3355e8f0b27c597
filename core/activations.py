"""Activation functions: what a unit answers to the sum it receives.

Each stands beside its own derivative. To add one, write its two functions and one entry in `ACTIVATIONS`; the network
panel, the plan, the formulas, the files, the scripts and the gradient tests read that table.
"""

from functools import partial

import numpy as np

from core.activation import Activation
from core.kernels import Array, Kernel, by_row, constant, largest_column, sum_columns
from core.text import translatable

ZERO, ONE, LEAK = constant(0.0), constant(1.0), constant(0.01)


def _linear(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.copyto, out, z)]


def _linear_derivative(_z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(out.fill, 1.0)]


def _sigmoid(z: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.negative, z, out),
        partial(np.exp, out, out),
        partial(np.add, ONE, out, out),
        partial(np.reciprocal, out, out),
    ]


def _sigmoid_derivative(_z: Array, a: Array, out: Array) -> list[Kernel]:
    return [partial(np.subtract, ONE, a, out), partial(np.multiply, a, out, out)]


def _tanh(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.tanh, z, out)]


def _tanh_derivative(_z: Array, a: Array, out: Array) -> list[Kernel]:
    return [partial(np.square, a, out), partial(np.subtract, ONE, out, out)]


def _relu(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.maximum, z, ZERO, out=out)]


def _relu_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(np.greater, z, ZERO, out)]


def _leaky_relu(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.multiply, LEAK, z, out), partial(np.maximum, z, out, out=out)]


def _leaky_relu_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(np.greater, z, ZERO, out), partial(np.maximum, out, LEAK, out=out)]


def _elu(z: Array, out: Array) -> list[Kernel]:
    above = np.empty_like(out)
    return [
        partial(np.maximum, z, ZERO, out=above),
        partial(np.minimum, z, ZERO, out=out),
        partial(np.expm1, out, out),
        partial(np.add, above, out, out),
    ]


def _elu_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(np.minimum, z, ZERO, out=out), partial(np.exp, out, out)]


def _softplus(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.logaddexp, ZERO, z, out)]


def _softplus_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return _sigmoid(z, out)


def _sine(z: Array, out: Array) -> list[Kernel]:
    return [partial(np.sin, z, out)]


def _sine_derivative(z: Array, _a: Array, out: Array) -> list[Kernel]:
    return [partial(np.cos, z, out)]


def _softmax(z: Array, out: Array) -> list[Kernel]:
    row = by_row(out)
    return [
        largest_column(z, row),
        partial(np.subtract, z, row, out),
        partial(np.exp, out, out),
        sum_columns(out, row),
        partial(np.divide, out, row, out),
    ]


def _softmax_delta(g: Array, a: Array, out: Array) -> list[Kernel]:
    row = by_row(out)
    return [
        partial(np.multiply, g, a, out),
        sum_columns(out, row),
        partial(np.subtract, g, row, out),
        partial(np.multiply, a, out, out),
    ]


_ALL = [
    Activation(
        name="linear",
        title=translatable("core", "linear"),
        sentence=translatable("core", "The unit answers its sum as it is: for outputs of any size."),
        letter="f",
        latex_letter="f",
        latex="{z}",
        latex_derivative="1",
        numpy="{z}.copy()",
        numpy_derivative="np.ones_like({z})",
        torch="{z}",
        written="{0}",
        written_derivative="1",
        derivative_reads="z",
        forward=_linear,
        derivative=_linear_derivative,
    ),
    Activation(
        name="sigmoid",
        title=translatable("core", "sigmoid"),
        sentence=translatable(
            "core", "Bends any sum into 0 to 1. Far from 0 it is flat, and hardly any gradient passes."
        ),
        letter="σ",
        latex_letter=r"\sigma",
        latex=r"\frac{{1}}{{1 + e^{{-{z}}}}}",
        latex_derivative=r"{a} \odot (1 - {a})",
        numpy="1 / (1 + np.exp(-{z}))",
        numpy_derivative="{a} * (1 - {a})",
        torch="torch.sigmoid({z})",
        written="1 / (1 + e^−({0}))",
        written_derivative="{0}·(1 − {0})",
        derivative_reads="a",
        forward=_sigmoid,
        derivative=_sigmoid_derivative,
        probabilities=True,
    ),
    Activation(
        name="tanh",
        title=translatable("core", "tanh"),
        sentence=translatable(
            "core", "Bends any sum into −1 to 1. At 0 its slope is 1, four times that of the sigmoid."
        ),
        letter="tanh",
        latex_letter=r"\tanh",
        latex=r"\tanh({z})",
        latex_derivative=r"1 - {a} \odot {a}",
        numpy="np.tanh({z})",
        numpy_derivative="1 - {a} ** 2",
        torch="torch.tanh({z})",
        written="tanh({0})",
        written_derivative="1 − ({0})²",
        derivative_reads="a",
        forward=_tanh,
        derivative=_tanh_derivative,
    ),
    Activation(
        name="relu",
        title=translatable("core", "ReLU"),
        sentence=translatable(
            "core", "Lets positive sums through and answers 0 to all others, where no gradient passes."
        ),
        letter="ReLU",
        latex_letter=r"\mathrm{ReLU}",
        latex=r"\max(0, {z})",
        latex_derivative=r"[{z} > 0]",
        numpy="np.maximum({z}, 0)",
        numpy_derivative="({z} > 0) * 1.0",
        torch="torch.relu({z})",
        written="max(0, {0})",
        written_derivative="1 if {0} > 0 else 0",
        derivative_reads="z",
        forward=_relu,
        derivative=_relu_derivative,
    ),
    Activation(
        name="leaky_relu",
        title=translatable("core", "leaky ReLU"),
        sentence=translatable(
            "core", "Like ReLU, but a hundredth of a negative sum gets through, so that no unit dies."
        ),
        letter="LReLU",
        latex_letter=r"\mathrm{LReLU}",
        latex=r"\max(0.01\,{z}, {z})",
        latex_derivative=r"\max([{z} > 0], 0.01)",
        numpy="np.maximum({z}, 0.01 * {z})",
        numpy_derivative="np.maximum({z} > 0, 0.01)",
        torch="torch.nn.functional.leaky_relu({z}, 0.01)",
        written="max({0}, 0.01·({0}))",
        written_derivative="1 if {0} > 0 else 0.01",
        derivative_reads="z",
        forward=_leaky_relu,
        derivative=_leaky_relu_derivative,
    ),
    Activation(
        name="elu",
        title=translatable("core", "ELU"),
        sentence=translatable("core", "Like ReLU for positive sums; negative ones fall off smoothly towards −1."),
        letter="ELU",
        latex_letter=r"\mathrm{ELU}",
        latex=r"\max(0, {z}) + e^{{\min({z}, 0)}} - 1",
        latex_derivative=r"e^{{\min({z}, 0)}}",
        numpy="np.maximum({z}, 0) + np.expm1(np.minimum({z}, 0))",
        numpy_derivative="np.exp(np.minimum({z}, 0))",
        torch="torch.nn.functional.elu({z})",
        written="max(0, {0}) + e^(min({0}, 0)) − 1",
        written_derivative="e^(min({0}, 0))",
        derivative_reads="z",
        forward=_elu,
        derivative=_elu_derivative,
    ),
    Activation(
        name="softplus",
        title=translatable("core", "softplus"),
        sentence=translatable("core", "A ReLU with a round corner: always positive, and its slope is the sigmoid."),
        letter="softplus",
        latex_letter=r"\mathrm{softplus}",
        latex=r"\ln(1 + e^{{{z}}})",
        latex_derivative=r"\frac{{1}}{{1 + e^{{-{z}}}}}",
        numpy="np.logaddexp(0, {z})",
        numpy_derivative="1 / (1 + np.exp(-{z}))",
        torch="torch.nn.functional.softplus({z}, threshold=40)",
        written="ln(1 + e^({0}))",
        written_derivative="1 / (1 + e^−({0}))",
        derivative_reads="z",
        forward=_softplus,
        derivative=_softplus_derivative,
    ),
    Activation(
        name="sine",
        title=translatable("core", "sine"),
        sentence=translatable(
            "core", "A wave: one unit can answer high, low and high again. One sine unit can learn XOR."
        ),
        letter="sin",
        latex_letter=r"\sin",
        latex=r"\sin({z})",
        latex_derivative=r"\cos({z})",
        numpy="np.sin({z})",
        numpy_derivative="np.cos({z})",
        torch="torch.sin({z})",
        written="sin({0})",
        written_derivative="cos({0})",
        derivative_reads="z",
        forward=_sine,
        derivative=_sine_derivative,
    ),
    Activation(
        name="softmax",
        title=translatable("core", "softmax"),
        sentence=translatable("core", "Shares 1 out among the outputs, so that they can be read as probabilities."),
        letter="softmax",
        latex_letter=r"\mathrm{softmax}",
        latex=r"\frac{{e^{{{z}}}}}{{\sum_k e^{{{z}_k}}}}",
        latex_derivative=r"{a} \odot \left({g} - \textstyle\sum_k {g}_k\,{a}_k\right)",
        numpy="np.exp({z} - {z}.max(axis=1, keepdims=True)); {a} /= {a}.sum(axis=1, keepdims=True)",
        numpy_derivative="{a} * ({g} - np.sum({g} * {a}, axis=1, keepdims=True))",
        torch="torch.softmax({z}, dim=1)",
        written="e^({0}) / ({sum})",
        written_derivative="{1}·({0} − ({sum}))",
        derivative_reads="g",
        forward=_softmax,
        derivative=_softmax_delta,
        probabilities=True,
        mixes_units=True,
        written_summand="e^({0})",
        written_summand_derivative="{0}·{1}",
    ),
]

ACTIVATIONS: dict[str, Activation] = {activation.name: activation for activation in _ALL}
