"""The operations a batch is made of up to the gradients, one function for each kind.

Each function binds one piece of the mathematics to its arrays and writes it as formula and as NumPy beside the kernels
that compute it. The rules are those of backpropagation in matrix form, as in Nielsen, Neural Networks and Deep
Learning, chapter 2 (BP1 to BP4), with rows for samples.
"""

from functools import partial

import numpy as np

from core.activation import Activation
from core.experiment import Training
from core.kernels import Kernel, add_row, constant, product, sum_rows, total
from core.losses import LOSSES, REDUCTIONS, terms_averaged
from core.operations import Combination, Operation, Phase, Quantity, Role


def weighted_sum(layer: int, came_in: Quantity, weights: Quantity, biases: Quantity, z: Quantity) -> Operation:
    """z = a W + b."""
    a, w, b = came_in.symbol, weights.symbol, biases.symbol
    return Operation(
        phase=Phase.FORWARD,
        role=Role.PRE_ACTIVATION,
        layer=layer,
        result=z,
        operands=(came_in, weights, biases),
        signs=("", "@", "+", ""),
        formula=rf"{z.symbol.latex} = {a.latex}\,{w.latex} + {b.latex}",
        numpy=f"{z.symbol.code} = {a.code} @ {w.code} + {b.code}",
        kernels=(
            product(came_in.values, weights.values, z.values),
            *add_row(z.values, biases.values, z.values),
        ),
        combination=Combination.PRODUCT,
    )


def activation(layer: int, function: Activation, z: Quantity, a: Quantity) -> Operation:
    """a = f(z)."""
    call = f"{function.latex_letter}({z.symbol.latex})"
    written_out = function.latex.format(z=z.symbol.latex)
    middle = "" if written_out in (call, z.symbol.latex) else f"{call} = "
    return Operation(
        phase=Phase.FORWARD,
        role=Role.ACTIVATION,
        layer=layer,
        result=a,
        operands=(z,),
        signs=(f"{function.letter}(", ")"),
        formula=f"{a.symbol.latex} = {middle}{written_out}",
        numpy=f"{a.symbol.code} = {function.numpy.format(z=z.symbol.code, a=a.symbol.code)}",
        kernels=tuple(function.forward(z.values, a.values)),
        combination=Combination.ROWS if function.mixes_units else Combination.ELEMENTWISE,
        term=function.written,
        summand=function.written_summand,
    )


def loss(training: Training, layer: int, outputs: Quantity, targets: Quantity, result: Quantity) -> Operation:
    """L = Σ of the loss's terms, or their mean."""
    rule, divisor = LOSSES[training.loss], _divisor(training, targets)
    terms = np.empty_like(outputs.values)
    kernels: list[Kernel] = [*rule.term(outputs.values, targets.values, terms), total(terms, result.values)]
    if REDUCTIONS[training.reduction].averages:
        kernels.append(partial(np.divide, result.values, constant(divisor), result.values))
    term = rule.latex.format(a=outputs.symbol.latex, y=targets.symbol.latex)
    code = rule.numpy.format(a=outputs.symbol.code, y=targets.symbol.code)
    before, between, after = rule.signs
    return Operation(
        phase=Phase.LOSS,
        role=Role.LOSS,
        layer=layer,
        result=result,
        operands=(outputs, targets),
        signs=(f"Σ {before}", between, after + _over(divisor)),
        formula=rf"{result.symbol.latex} = {_mean_latex(divisor)}\sum {term}",
        numpy=f"{result.symbol.code} = {_reduced(training, code, targets)}",
        kernels=tuple(kernels),
        combination=Combination.TOTAL,
        term=rule.written,
        divisor=divisor,
    )


def output_gradient(
    training: Training, layer: int, outputs: Quantity, targets: Quantity, result: Quantity
) -> Operation:
    """∂L/∂a of the output layer."""
    rule, divisor = LOSSES[training.loss], _divisor(training, targets)
    kernels = rule.derivative(outputs.values, targets.values, result.values)
    code = rule.numpy_derivative.format(a=outputs.symbol.code, y=targets.symbol.code)
    if REDUCTIONS[training.reduction].averages:
        kernels.append(partial(np.divide, result.values, constant(divisor), result.values))
        code = f"{code} / {_count_code(training, targets)}"
    right = rule.latex_derivative.format(a=outputs.symbol.latex, y=targets.symbol.latex)
    before, between, after = rule.derivative_signs
    return Operation(
        phase=Phase.BACKWARD,
        role=Role.OUTPUT_GRADIENT,
        layer=layer,
        result=result,
        operands=(outputs, targets),
        signs=(before, between, after + _over(divisor)),
        formula=f"{result.symbol.latex} = {_mean_latex(divisor)}{right}",
        numpy=f"{result.symbol.code} = {code}",
        kernels=tuple(kernels),
        combination=Combination.ELEMENTWISE,
        term=rule.written_derivative,
        divisor=divisor,
    )


def slope(layer: int, function: Activation, z: Quantity, a: Quantity, result: Quantity) -> Operation:
    """f′(z), from z or, where that is shorter, from a."""
    operand = a if function.derivative_reads == "a" else z
    names = {"z": z.symbol, "a": a.symbol}
    right = function.latex_derivative.format(**{name: symbol.latex for name, symbol in names.items()})
    code = function.numpy_derivative.format(**{name: symbol.code for name, symbol in names.items()})
    return Operation(
        phase=Phase.BACKWARD,
        role=Role.SLOPE,
        layer=layer,
        result=result,
        operands=(operand,),
        signs=(f"{function.letter}′:", ""),
        formula=f"{result.symbol.latex} = {right}",
        numpy=f"{result.symbol.code} = {code}",
        kernels=tuple(function.derivative(z.values, a.values, result.values)),
        combination=Combination.ELEMENTWISE,
        term=function.written_derivative,
    )


def delta(layer: int, activation_gradient: Quantity, slope: Quantity, result: Quantity) -> Operation:
    """δ = ∂L/∂a ⊙ f′(z) (BP1 and the second half of BP2)."""
    left, right = activation_gradient.symbol, slope.symbol
    return Operation(
        phase=Phase.BACKWARD,
        role=Role.DELTA,
        layer=layer,
        result=result,
        operands=(activation_gradient, slope),
        signs=("", "⊙", ""),
        formula=rf"{result.symbol.latex} = {left.latex} \odot {right.latex}",
        numpy=f"{result.symbol.code} = {left.code} * {right.code}",
        kernels=(partial(np.multiply, activation_gradient.values, slope.values, result.values),),
        combination=Combination.ELEMENTWISE,
        term="{0}·{1}",
    )


def delta_of_mixed(
    layer: int, function: Activation, activation_gradient: Quantity, a: Quantity, result: Quantity
) -> Operation:
    """δ from ∂L/∂a where an answer depends on all sums of the layer: the product with the whole Jacobian matrix."""
    g = activation_gradient.symbol
    right = function.latex_derivative.format(g=g.latex, a=a.symbol.latex)
    code = function.numpy_derivative.format(g=g.code, a=a.symbol.code)
    return Operation(
        phase=Phase.BACKWARD,
        role=Role.DELTA,
        layer=layer,
        result=result,
        operands=(activation_gradient, a),
        signs=("J(", ",", ")"),
        formula=f"{result.symbol.latex} = {right}",
        numpy=f"{result.symbol.code} = {code}",
        kernels=tuple(function.derivative(activation_gradient.values, a.values, result.values)),
        combination=Combination.ROWS,
        term=function.written_derivative,
        summand=function.written_summand_derivative,
    )


def weight_gradient(layer: int, came_in: Quantity, delta: Quantity, result: Quantity) -> Operation:
    """∂L/∂W = aᵀ δ (BP4)."""
    return _product(Role.WEIGHT_GRADIENT, layer, came_in.transposed, delta, result)


def activation_gradient(layer: int, delta: Quantity, weights: Quantity, result: Quantity) -> Operation:
    """∂L/∂a of the layer before = δ Wᵀ (the first half of BP2)."""
    return _product(Role.ACTIVATION_GRADIENT, layer, delta, weights.transposed, result)


def bias_gradient(layer: int, delta: Quantity, result: Quantity) -> Operation:
    """∂L/∂b = δ added over the samples (BP3)."""
    return Operation(
        phase=Phase.BACKWARD,
        role=Role.BIAS_GRADIENT,
        layer=layer,
        result=result,
        operands=(delta,),
        signs=("Σ", ""),
        formula=rf"{result.symbol.latex} = \sum_{{n}} {delta.symbol.latex}_{{n}}",
        numpy=f"{result.symbol.code} = np.sum({delta.symbol.code}, axis=0, keepdims=True)",
        kernels=(sum_rows(delta.values, result.values),),
        combination=Combination.COLUMN_SUM,
        term="{0}",
    )


def _product(role: Role, layer: int, left: Quantity, right: Quantity, result: Quantity) -> Operation:
    return Operation(
        phase=Phase.BACKWARD,
        role=role,
        layer=layer,
        result=result,
        operands=(left, right),
        signs=("", "@", ""),
        formula=rf"{result.symbol.latex} = {left.symbol.latex}\,{right.symbol.latex}",
        numpy=f"{result.symbol.code} = {left.symbol.code} @ {right.symbol.code}",
        kernels=(product(left.values, right.values, result.values),),
        combination=Combination.PRODUCT,
    )


def _divisor(training: Training, targets: Quantity) -> int:
    return terms_averaged(training.loss, training.reduction, *targets.values.shape[:2])


def _reduced(training: Training, code: str, targets: Quantity) -> str:
    if not REDUCTIONS[training.reduction].averages:
        return f"np.sum({code})"
    by_sample = LOSSES[training.loss].by_sample
    return f"np.sum({code}) / {_count_code(training, targets)}" if by_sample else f"np.mean({code})"


def _count_code(training: Training, targets: Quantity) -> str:
    code = targets.symbol.code
    return f"len({code})" if LOSSES[training.loss].by_sample else f"{code}.size"


def _over(divisor: int) -> str:
    return f" / {divisor}" if divisor != 1 else ""


def _mean_latex(divisor: int) -> str:
    return rf"\frac{{1}}{{{divisor}}} " if divisor != 1 else ""
