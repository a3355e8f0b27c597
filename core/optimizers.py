"""Optimizers: how a gradient becomes a change of the parameters."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.kernels import Array, Kernel
from core.text import translatable

Update = Callable[[Array, Array, float, Array, Array], list[Kernel]]


@dataclass(frozen=True, slots=True)
class Optimizer:
    """One update rule. {p} stands for the parameter, {g} for its gradient, {lr} for the learning rate.

    `update(before, gradient, learning_rate, scratch, out)` gives the kernels that write the new parameter into `out`
    and leave `before` as it was.
    """

    name: str
    title: str
    latex: str
    numpy: str
    written: str
    update: Update


def _sgd(before: Array, gradient: Array, learning_rate: float, scratch: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.multiply, learning_rate, gradient, scratch),
        partial(np.subtract, before, scratch, out),
    ]


OPTIMIZERS: dict[str, Optimizer] = {
    "sgd": Optimizer(
        name="sgd",
        title=translatable("core", "gradient descent (SGD)"),
        latex=r"{p} \leftarrow {p} - {lr}\,{g}",
        numpy="{p} -= {lr} * {g}",
        written="{0} − {lr}·{1}",
        update=_sgd,
    ),
}
