"""The operations of an update that come to one number for all parameters together."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from core import notation
from core.kernels import Array, Kernel, constant, total
from core.numerals import format_exactly
from core.operations import NOTHING, Combination, Operation, Phase, Quantity, Role

ONE, SMALLEST_NORM = constant(1.0), constant(1e-6)


def number(symbol: notation.Symbol, values: Array) -> Quantity:
    """Return the quantity that is one number, of shape (1, 1)."""
    return Quantity(symbol, values, NOTHING, NOTHING)


def count(before: Quantity, after: Quantity) -> Operation:
    """t + 1, which update this is."""
    symbol = after.symbol
    return Operation(
        phase=Phase.UPDATE,
        role=Role.UPDATE_COUNT,
        layer=0,
        result=after,
        operands=(before,),
        signs=("", "+ 1"),
        formula=rf"{symbol.latex} \leftarrow {symbol.latex} + 1",
        numpy=f"{symbol.code} += 1",
        kernels=(partial(np.add, before.values, ONE, after.values),),
        combination=Combination.ELEMENTWISE,
        term="{0} + 1",
    )


def norm(gradients: Sequence[Quantity], result: Quantity) -> Operation:
    """‖g‖, the length of all gradients together (Pascanu et al. 2013)."""
    kernels: list[Kernel] = []
    for number, gradient in enumerate(gradients):
        squares, share = np.empty_like(gradient.values), np.empty_like(result.values)
        kernels += [partial(np.square, gradient.values, squares), total(squares, share if number else result.values)]
        if number:
            kernels.append(partial(np.add, result.values, share, result.values))
    kernels.append(partial(np.sqrt, result.values, result.values))
    codes = " + ".join(f"np.sum({gradient.symbol.code} ** 2)" for gradient in gradients)
    return Operation(
        phase=Phase.UPDATE,
        role=Role.GRADIENT_NORM,
        layer=0,
        result=result,
        operands=tuple(gradients),
        signs=("√ Σ", *(",",) * (len(gradients) - 1), ""),
        formula=rf"{result.symbol.latex} = \sqrt{{\sum g^2}}",
        numpy=f"{result.symbol.code} = np.sqrt({codes})",
        kernels=tuple(kernels),
        combination=Combination.NORM,
    )


def clip_factor(limit: float, norm: Quantity, factor: Quantity) -> Operation:
    """min(1, c / ‖g‖), by which the gradients are made no longer than `limit`."""
    shown = format_exactly(limit)
    return Operation(
        phase=Phase.UPDATE,
        role=Role.CLIP_FACTOR,
        layer=0,
        result=factor,
        operands=(norm,),
        signs=(f"min(1, {shown} /", ")"),
        formula=rf"{factor.symbol.latex} = \min\left(1, \frac{{c}}{{{norm.symbol.latex} + 10^{{-6}}}}\right)",
        numpy=f"{factor.symbol.code} = np.minimum(1, {limit!r} / ({norm.symbol.code} + 1e-06))",
        kernels=(
            partial(np.add, norm.values, SMALLEST_NORM, factor.values),
            partial(np.divide, constant(limit), factor.values, factor.values),
            partial(np.minimum, factor.values, ONE, out=factor.values),
        ),
        combination=Combination.ELEMENTWISE,
        term=f"min(1, {shown} / ({{0}} + 1e−6))",
    )
