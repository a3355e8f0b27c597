"""What an activation function is, in every form in which it is computed or shown."""

from collections.abc import Callable
from dataclasses import dataclass

from core.kernels import Array, Kernel

Forward = Callable[[Array, Array], list[Kernel]]
Derivative = Callable[[Array, Array, Array], list[Kernel]]


@dataclass(frozen=True, slots=True)
class Activation:
    """f and f′ in every form in which they are computed or shown.

    `forward(z, out)` gives the kernels of f, `derivative(z, a, out)` those of f′. In `numpy` and `numpy_derivative`,
    {z} and {a} stand for the arrays of the layer; in `written` and `written_derivative`, {0} stands for one number: z
    for f, and for f′ the array named by `derivative_reads`. `torch` is the same function of PyTorch.

    Where `mixes_units`, an answer depends on the sums of all units of the layer. There is then no slope for each unit
    by itself: `derivative(g, a, out)` gives δ from g = ∂L/∂a at once, and its texts use {g}; in `written…`, {0} stands
    for the unit's own numbers and {sum} for its row's, written as in `written_summand…`. It can only be the output.
    `probabilities` says that all answers lie between 0 and 1.
    """

    name: str
    title: str
    sentence: str
    letter: str
    latex_letter: str
    latex: str
    latex_derivative: str
    numpy: str
    numpy_derivative: str
    torch: str
    written: str
    written_derivative: str
    derivative_reads: str
    forward: Forward
    derivative: Derivative
    probabilities: bool = False
    mixes_units: bool = False
    written_summand: str = ""
    written_summand_derivative: str = ""
