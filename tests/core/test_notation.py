import pytest

from core import notation
from core.notation import Symbol


@pytest.mark.parametrize(
    ("symbol", "text", "latex", "code"),
    [
        (notation.weights(2), "W⁽²⁾", "W^{(2)}", "W2"),
        (notation.biases(1), "b⁽¹⁾", "b^{(1)}", "b1"),
        (notation.pre_activation(10), "z⁽¹⁰⁾", "z^{(10)}", "z10"),
        (notation.activation(1), "a⁽¹⁾", "a^{(1)}", "a1"),
        (notation.activation(0), "X", "X", "X"),
        (notation.slope(2, "σ", r"\sigma"), "σ′(z⁽²⁾)", r"\sigma'(z^{(2)})", "d_a2_z2"),
        (notation.delta(2), "δ⁽²⁾", r"\delta^{(2)}", "d_loss_z2"),
        (notation.activation_gradient(2), "∂L/∂a⁽²⁾", r"\frac{\partial L}{\partial a^{(2)}}", "d_loss_a2"),
        (notation.loss_by(notation.weights(1)), "∂L/∂W⁽¹⁾", r"\frac{\partial L}{\partial W^{(1)}}", "d_loss_W1"),
        (notation.loss_by(notation.biases(1)), "∂L/∂b⁽¹⁾", r"\frac{\partial L}{\partial b^{(1)}}", "d_loss_b1"),
        (notation.penalized(notation.weights(1)), "∂J/∂W⁽¹⁾", r"\frac{\partial J}{\partial W^{(1)}}", "d_cost_W1"),
        (notation.clipped(notation.biases(1)), "ĝ b⁽¹⁾", r"\hat{g}_{b^{(1)}}", "clipped_b1"),
        (notation.proposed(notation.weights(1)), "W\u0303⁽¹⁾", r"\tilde{W}^{(1)}", "new_W1"),
        (notation.stopped(notation.weights(1)), "W\u0304⁽¹⁾", r"\bar{W}^{(1)}", "stopped_W1"),
        (notation.free(notation.biases(2)), "F b⁽²⁾", "F_{b^{(2)}}", "free_b2"),
        (notation.vector("m", notation.weights(1)), "m W⁽¹⁾", "m_{W^{(1)}}", "m_W1"),
    ],
)
def test_each_quantity_has_its_three_names(symbol: Symbol, text: str, latex: str, code: str) -> None:
    assert symbol == Symbol(text, latex, code)


def test_a_transpose_is_bracketed_only_where_a_superscript_stands() -> None:
    assert notation.INPUTS.transposed == Symbol("Xᵀ", r"X^{\mathsf{T}}", "X.T")
    assert notation.weights(2).transposed == Symbol("(W⁽²⁾)ᵀ", r"(W^{(2)})^{\mathsf{T}}", "W2.T")


def test_digits_are_raised_and_lowered() -> None:
    assert notation.superscript(1234567890) == "¹²³⁴⁵⁶⁷⁸⁹⁰"
    assert notation.subscript(1234567890) == "₁₂₃₄₅₆₇₈₉₀"
