"""How each quantity is written: on a chip, in a formula, and in NumPy.

Layers count from 1; layer 0 is the input. The names in code are those of the article the project grew from, with
`d_loss_z` for delta.
"""

from dataclasses import dataclass

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One quantity's name as plain text, as LaTeX and as a NumPy variable."""

    text: str
    latex: str
    code: str

    @property
    def transposed(self) -> "Symbol":
        """The symbol of the transpose."""
        has_superscript = "^" in self.latex
        text, latex = (f"({self.text})", f"({self.latex})") if has_superscript else (self.text, self.latex)
        return Symbol(f"{text}ᵀ", rf"{latex}^{{\mathsf{{T}}}}", f"{self.code}.T")


def superscript(number: int) -> str:
    """Return `number` in raised digits."""
    return str(number).translate(_SUPERSCRIPTS)


def subscript(number: int) -> str:
    """Return `number` in lowered digits."""
    return str(number).translate(_SUBSCRIPTS)


def _of_layer(letter: str, latex: str, code: str, layer: int) -> Symbol:
    return Symbol(f"{letter}⁽{superscript(layer)}⁾", f"{latex}^{{({layer})}}", f"{code}{layer}")


def _loss_by(quantity: Symbol) -> Symbol:
    latex = rf"\frac{{\partial L}}{{\partial {quantity.latex}}}"
    return Symbol(f"∂L/∂{quantity.text}", latex, f"d_loss_{quantity.code}")


LOSS = Symbol("L", "L", "loss")
TARGETS = Symbol("y", "y", "y")
INPUTS = Symbol("X", "X", "X")
LEARNING_RATE = Symbol("η", r"\eta", "lr")


def weights(layer: int) -> Symbol:
    """W of `layer`."""
    return _of_layer("W", "W", "W", layer)


def biases(layer: int) -> Symbol:
    """b of `layer`."""
    return _of_layer("b", "b", "b", layer)


def pre_activation(layer: int) -> Symbol:
    """z of `layer`."""
    return _of_layer("z", "z", "z", layer)


def activation(layer: int) -> Symbol:
    """a of `layer`; of layer 0, the inputs."""
    return _of_layer("a", "a", "a", layer) if layer else INPUTS


def slope(layer: int, function: str, function_latex: str) -> Symbol:
    """f′(z) of `layer`, with the letter of its own activation function."""
    z = pre_activation(layer)
    return Symbol(f"{function}′({z.text})", f"{function_latex}'({z.latex})", f"d_a{layer}_z{layer}")


def delta(layer: int) -> Symbol:
    """δ of `layer`, the gradient of the loss by its pre_activation."""
    symbol = _of_layer("δ", r"\delta", "", layer)
    return Symbol(symbol.text, symbol.latex, f"d_loss_z{layer}")


def activation_gradient(layer: int) -> Symbol:
    """∂L/∂a of `layer`."""
    return _loss_by(activation(layer))


def weight_gradient(layer: int) -> Symbol:
    """∂L/∂W of `layer`."""
    return _loss_by(weights(layer))


def bias_gradient(layer: int) -> Symbol:
    """∂L/∂b of `layer`."""
    return _loss_by(biases(layer))
