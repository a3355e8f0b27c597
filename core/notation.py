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


def loss_by(quantity: Symbol) -> Symbol:
    """∂L/∂ of a quantity."""
    latex = rf"\frac{{\partial L}}{{\partial {quantity.latex}}}"
    return Symbol(f"∂L/∂{quantity.text}", latex, f"d_loss_{quantity.code}")


LOSS = Symbol("L", "L", "loss")
TARGETS = Symbol("y", "y", "y")
INPUTS = Symbol("X", "X", "X")
LEARNING_RATE = Symbol("η", r"\eta", "lr")
UPDATE_COUNT = Symbol("t", "t", "t")
GRADIENT_NORM = Symbol("‖g‖", r"\lVert g \rVert", "norm")
CLIP_FACTOR = Symbol("k", "k", "k")


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
    return loss_by(activation(layer))


def penalized(parameters: Symbol) -> Symbol:
    """∂J/∂W, the gradient of the loss with the penalty."""
    latex = rf"\frac{{\partial J}}{{\partial {parameters.latex}}}"
    return Symbol(f"∂J/∂{parameters.text}", latex, f"d_cost_{parameters.code}")


def clipped(parameters: Symbol) -> Symbol:
    """ĝ of W, the gradient cut to size."""
    return _attached("ĝ", r"\hat{g}", "clipped", parameters)


def proposed(parameters: Symbol) -> Symbol:
    """W̃, parameters that are not final yet."""
    return _accented("\u0303", "tilde", "new", parameters)


def stopped(parameters: Symbol) -> Symbol:
    """W̄, parameters that are not final yet and have been stopped at zero."""
    return _accented("\u0304", "bar", "stopped", parameters)


def free(parameters: Symbol) -> Symbol:
    """F of W, which parameters training may change."""
    return _attached("F", "F", "free", parameters)


def vector(letter: str, parameters: Symbol) -> Symbol:
    """v of W, one of the vectors an optimizer keeps."""
    return _attached(letter, letter, letter, parameters)


def _attached(text: str, latex: str, code: str, parameters: Symbol) -> Symbol:
    return Symbol(f"{text} {parameters.text}", rf"{latex}_{{{parameters.latex}}}", f"{code}_{parameters.code}")


def _accented(accent: str, latex: str, code: str, parameters: Symbol) -> Symbol:
    base, separator, layer = parameters.latex.partition("^")
    letter, rest = parameters.text[0], parameters.text[1:]
    return Symbol(f"{letter}{accent}{rest}", rf"\{latex}{{{base}}}{separator}{layer}", f"{code}_{parameters.code}")
