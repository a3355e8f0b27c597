"""The stages from a gradient to new parameters, each one operation for every array of parameters it is done for.

What a stage computes is the same for every cell, so that it can be bound to the arrays of one layer, to be looked at,
or to the vector of all parameters at once, to be fast: the numbers are the same, bit for bit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.kernels import Array, Kernel

PARAMETERS, GRADIENT, RATE, COUNT = "p", "g", "lr", "t"
"""Names of what every stage can read: the parameters at the start of the batch, their gradient, the learning rate, and
which update it is, from 1 on."""

PENALIZED, CLIPPED = "penalized", "clipped"
"""Names of the gradient with the penalty, and of the gradient cut to size."""

PROPOSED, STOPPED = "proposed", "stopped"
"""Names of parameters that are not yet final: after the step, and stopped at zero where they crossed it."""

FACTOR = "factor"
"""Name of the one number by which all gradients are multiplied where they are cut to size together."""

FREE = "free"
"""Name of what is 1 for each parameter that training may change, and 0 for each that is frozen."""

NEW = "new_"
"""Stands before the name of a vector as this update leaves it; without it, it is as the update found it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One operation: `result` from `operands`, named as above or after a vector of the optimizer's own.

    `kernels(*operands, out)` computes it. `latex` and `numpy` are its right side, with {name} for the operands; in
    `written`, {0}, {1} … are their numbers. `signs` is what stands before the first operand, between them, and after
    the last. The result may be written over the vector of the same name, so a kernel that still reads that one writes
    elsewhere. `is_step` says that `numpy` is only what is subtracted from the parameters.
    """

    result: str
    operands: tuple[str, ...]
    signs: tuple[str, ...]
    latex: str
    numpy: str
    written: str
    kernels: Callable[..., list[Kernel]]
    title: str
    sentence: str
    is_step: bool = False


def parameter_step(
    operands: tuple[str, ...],
    signs: tuple[str, ...],
    latex: str,
    numpy: str,
    written: str,
    kernels: Callable[..., list[Kernel]],
) -> Stage:
    """Return the stage p ← p − step, the last of every optimizer; everything else is said of the step alone.

    `operands` leave out the parameters, and in `written` {1} is the first of them.
    """

    def all_kernels(before: Array, *others: Array) -> list[Kernel]:
        *read, out = others
        step = np.empty_like(out)
        return [*kernels(*read, step), partial(np.subtract, before, step, out)]

    return Stage(
        result=NEW + PARAMETERS,
        operands=(PARAMETERS, *operands),
        signs=("", "−", *signs),
        latex=f"{{p}} - {latex}",
        numpy=numpy,
        written=f"{{0}} − {written}",
        kernels=all_kernels,
        title="",
        sentence="",
        is_step=True,
    )
