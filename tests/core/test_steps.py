from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import steps
from core.data import Data
from core.datasets import article_experiment
from core.experiment import Experiment, Layer, Training
from core.network import free_parameters
from core.operations import Operation
from core.plan import Plan
from core.training import Trainer
from tests.core.shown import run_numpy
from tests.core.strategies import HIDDEN, experiments

ARTICLE = article_experiment()


def names_of(trainer: Trainer) -> dict[str, Any]:
    """Return what the script on show starts from."""
    plan = trainer.plan
    names: dict[str, Any] = {"X": plan.inputs.values.copy(), "y": plan.targets.values.copy()}
    names["lr"] = plan.learning_rate.item()
    if plan.state_before.count is not None:
        names["t"] = plan.state_before.count.item()
    for letter, vector in plan.state_before.vectors.items():
        for number, (of_weights, of_biases) in enumerate(zip(vector.weights, vector.biases, strict=True), start=1):
            names[f"{letter}_W{number}"], names[f"{letter}_b{number}"] = of_weights.copy(), of_biases.copy()
    for number, (weights, biases) in enumerate(zip(plan.before.weights, plan.before.biases, strict=True), start=1):
        names |= {f"W{number}": weights.copy(), f"b{number}": biases.copy()}
    free = free_parameters(plan.experiment)
    for number, (of_weights, of_biases) in enumerate(zip(free.weights, free.biases, strict=True), start=1):
        names |= {f"free_W{number}": of_weights, f"free_b{number}": of_biases}
    return names


@settings(max_examples=120)
@given(experiments(), st.integers(1, 4))
def test_every_line_of_numpy_gives_the_very_numbers_of_its_operation(experiment: Experiment, epochs: int) -> None:
    trainer = Trainer(experiment)
    names = names_of(trainer)
    while trainer.epoch < epochs and trainer.step():
        operation = trainer.operation
        assert operation is not None
        if trainer.cursor == 1:
            plan = trainer.plan
            names |= {"X": plan.inputs.values, "y": plan.targets.values, "lr": plan.learning_rate.item()}
        run_numpy(operation.numpy, names)
        shown = np.asarray(names[operation.symbol.code]).reshape(operation.result.values.shape)
        np.testing.assert_array_equal(shown, operation.result.values, operation.numpy)


def operation(text: str, experiment: Experiment = ARTICLE) -> Operation:
    """Return the last operation of a batch whose result is written as `text`."""
    return next(found for found in reversed(Plan(experiment).operations) if found.symbol.text == text)


@pytest.mark.parametrize(
    ("text", "numpy", "formula"),
    [
        ("z⁽¹⁾", "z1 = X @ W1 + b1", r"z^{(1)} = X\,W^{(1)} + b^{(1)}"),
        ("z⁽²⁾", "z2 = a1 @ W2 + b2", r"z^{(2)} = a^{(1)}\,W^{(2)} + b^{(2)}"),
        ("a⁽²⁾", "a2 = 1 / (1 + np.exp(-z2))", r"a^{(2)} = \sigma(z^{(2)}) = \frac{1}{1 + e^{-z^{(2)}}}"),
        ("L", "loss = np.sum((a2 - y) ** 2)", r"L = \sum (a^{(2)} - y)^2"),
        ("∂L/∂a⁽²⁾", "d_loss_a2 = 2 * (a2 - y)", r"\frac{\partial L}{\partial a^{(2)}} = 2\,(a^{(2)} - y)"),
        ("σ′(z⁽²⁾)", "d_a2_z2 = a2 * (1 - a2)", r"\sigma'(z^{(2)}) = a^{(2)} \odot (1 - a^{(2)})"),
        (
            "δ⁽²⁾",
            "d_loss_z2 = d_loss_a2 * d_a2_z2",
            r"\delta^{(2)} = \frac{\partial L}{\partial a^{(2)}} \odot \sigma'(z^{(2)})",
        ),
        (
            "∂L/∂W⁽²⁾",
            "d_loss_W2 = a1.T @ d_loss_z2",
            r"\frac{\partial L}{\partial W^{(2)}} = (a^{(1)})^{\mathsf{T}}\,\delta^{(2)}",
        ),
        (
            "∂L/∂b⁽²⁾",
            "d_loss_b2 = np.sum(d_loss_z2, axis=0, keepdims=True)",
            r"\frac{\partial L}{\partial b^{(2)}} = \sum_{n} \delta^{(2)}_{n}",
        ),
        (
            "∂L/∂a⁽¹⁾",
            "d_loss_a1 = d_loss_z2 @ W2.T",
            r"\frac{\partial L}{\partial a^{(1)}} = \delta^{(2)}\,(W^{(2)})^{\mathsf{T}}",
        ),
        (
            "∂L/∂W⁽¹⁾",
            "d_loss_W1 = X.T @ d_loss_z1",
            r"\frac{\partial L}{\partial W^{(1)}} = X^{\mathsf{T}}\,\delta^{(1)}",
        ),
        ("W⁽²⁾", "W2 -= lr * d_loss_W2", r"W^{(2)} \leftarrow W^{(2)} - \eta\,\frac{\partial L}{\partial W^{(2)}}"),
        ("b⁽¹⁾", "b1 -= lr * d_loss_b1", r"b^{(1)} \leftarrow b^{(1)} - \eta\,\frac{\partial L}{\partial b^{(1)}}"),
    ],
)
def test_the_article_is_written_in_numpy_and_as_formula(text: str, numpy: str, formula: str) -> None:
    shown = operation(text)
    assert (shown.numpy, shown.formula) == (numpy, formula)


def test_a_mean_is_divided_in_every_form() -> None:
    mean = ARTICLE.with_training(reduction="mean", loss="half_squared_error")
    loss, by_output = operation("L", mean), operation("∂L/∂a⁽²⁾", mean)
    assert loss.numpy == "loss = np.mean((a2 - y) ** 2 / 2)"
    assert loss.formula == r"L = \frac{1}{4} \sum \frac{1}{2} (a^{(2)} - y)^2"
    assert loss.signs == ("Σ ½·(", "−", ")² / 4")
    assert by_output.numpy == "d_loss_a2 = (a2 - y) / y.size"
    assert by_output.formula == r"\frac{\partial L}{\partial a^{(2)}} = \frac{1}{4} (a^{(2)} - y)"
    assert by_output.signs == ("(", "−", ") / 4")


def test_a_sum_is_divided_by_nothing() -> None:
    assert operation("L").signs == ("Σ (", "−", ")²")
    assert operation("∂L/∂a⁽²⁾").signs == ("2·(", "−", ")")


def test_an_update_reads_the_learning_rate_as_an_operand() -> None:
    update = operation("W⁽¹⁾", ARTICLE.with_learning_rate(0.123456789))
    assert [operand.symbol.text for operand in update.operands] == ["W⁽¹⁾", "η", "∂L/∂W⁽¹⁾"]
    assert update.operands[1].values.tolist() == [[0.123456789]]
    assert update.signs == ("", "−", "·", "")


def test_cross_entropy_is_averaged_over_the_samples_alone() -> None:
    data = Data(((0.0, 1.0), (1.0, 1.0)), ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
    experiment = Experiment(data, (Layer(3, "softmax"),), Training("cross_entropy", "mean"))
    loss, by_output, delta = (operation(text, experiment) for text in ("L", "∂L/∂a⁽¹⁾", "δ⁽¹⁾"))
    assert loss.numpy == "loss = np.sum(-(y * np.log(np.maximum(a1, 1e-43)))) / len(y)"
    assert loss.divisor == by_output.divisor == 2
    assert by_output.numpy == "d_loss_a1 = -(y / np.maximum(a1, 1e-43)) / len(y)"
    assert delta.numpy == "d_loss_z1 = a1 * (d_loss_a1 - np.sum(d_loss_a1 * a1, axis=1, keepdims=True))"


@pytest.mark.parametrize(
    ("name", "formula", "slope"),
    [
        ("tanh", r"a^{(1)} = \tanh(z^{(1)})", r"\tanh'(z^{(1)}) = 1 - a^{(1)} \odot a^{(1)}"),
        ("relu", r"a^{(1)} = \mathrm{ReLU}(z^{(1)}) = \max(0, z^{(1)})", r"\mathrm{ReLU}'(z^{(1)}) = [z^{(1)} > 0]"),
        ("linear", r"a^{(1)} = z^{(1)}", "f'(z^{(1)}) = 1"),
    ],
)
def test_a_formula_says_nothing_twice(name: str, formula: str, slope: str) -> None:
    layers = Plan(ARTICLE.with_layer(0, Layer(2, name))).layers[0]
    assert steps.activation(1, layers.function, layers.pre_activation, layers.activation).formula == formula
    found = steps.slope(1, layers.function, layers.pre_activation, layers.activation, layers.slope)
    assert found.formula == slope


@pytest.mark.parametrize("name", HIDDEN)
def test_a_slope_shows_the_array_it_is_computed_from(name: str) -> None:
    layer = Plan(ARTICLE.with_layer(0, Layer(2, name))).layers[0]
    found = steps.slope(1, layer.function, layer.pre_activation, layer.activation, layer.slope)
    assert found.operands == (layer.activation if layer.function.derivative_reads == "a" else layer.pre_activation,)


def test_the_weights_before_and_after_an_update_bear_one_name() -> None:
    layer = Plan(ARTICLE).layers[0]
    assert layer.weights.symbol == layer.new_weights.symbol
    assert not np.shares_memory(layer.weights.values, layer.new_weights.values)
