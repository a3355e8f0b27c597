from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import written_out
from core.clipping import ClippingByNorm
from core.data import Data
from core.datasets import DATASETS, article_experiment
from core.experiment import Experiment, Layer
from core.numerals import format_exactly
from core.operations import Operation, Role
from core.plan import Plan
from core.written_out import write_out
from tests.core.plans import plan_at, scattered_parameters
from tests.core.shown import calculate
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


def arithmetic(operation: Operation, row: int, column: int) -> tuple[str, str]:
    """Return what stands between the two equality signs, and what stands behind the second."""
    name, middle, result = write_out(operation, row, column).split(" = ")
    assert name == operation.symbol.text
    return middle, result


@settings(max_examples=120)
@given(experiments(), seeds, st.data())
def test_the_arithmetic_comes_to_the_result(experiment: Experiment, seed: int, draw: st.DataObject) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    operation = draw.draw(st.sampled_from(plan.operations))
    row, column = (draw.draw(st.integers(0, size - 1)) for size in operation.result.values.shape)
    exact = operation.result.values[row, column]
    assert calculate(arithmetic(operation, row, column)[1]) == pytest.approx(exact, rel=1e-3)
    with patch.object(written_out, "format_number", format_exactly):  # so that nothing is lost by rounding
        middle, result = arithmetic(operation, row, column)
    assert calculate(result) == exact
    if "…" not in middle:
        assert calculate(middle) == pytest.approx(exact, rel=1e-9, abs=1e-11 * largest(operation))


def largest(operation: Operation) -> float:
    return max(1.0, *(float(np.abs(operand.values).max()) for operand in operation.operands))


def plan_from(experiment: Experiment, weights: float = 0.5, biases: float = -0.25) -> Plan:
    """Return a batch, done, that starts with all weights alike and all biases alike."""
    plan = Plan(experiment)
    for array in plan.before.weights:
        array[...] = weights
    for array in plan.before.biases:
        array[...] = biases
    return plan_at(experiment, plan.before.flat)


def test_a_number_that_depends_on_its_row_is_written_with_the_sum_over_the_row() -> None:
    data = Data(((1.0,),), ((1.0, 0.0),))
    plan = plan_at(Experiment(data, (Layer(2, "softmax"),)), np.array([0.5, -0.5, 0.0, 0.0]))
    assert write_out(plan.operations[1], 0, 1) == "a⁽¹⁾ = e^(−0.5000) / (e^(0.5000) + e^(−0.5000)) = 0.2689"


def test_a_long_row_is_cut_in_the_middle() -> None:
    data = Data(((1.0,),), ((0.0,) * 8,))
    plan = plan_at(Experiment(data, (Layer(8, "softmax"),)), np.zeros(16))
    assert write_out(plan.operations[1], 0, 7) == (
        "a⁽¹⁾ = e^(0) / (e^(0) + e^(0) + e^(0) + e^(0) + e^(0) + … + e^(0)) = 0.1250"
    )


def test_the_length_of_the_gradient_is_the_root_of_all_squares() -> None:
    experiment = Experiment(Data(((2.0,),), ((1.0,),)), (Layer(1, "linear"),))
    plan = plan_at(experiment.with_training(clipping=ClippingByNorm(limit=1.0)), np.array([1.0, 0.0]))
    norm = next(operation for operation in plan.operations if operation.role is Role.GRADIENT_NORM)
    assert write_out(norm, 0, 0) == "‖g‖ = √((4)² + (2)²) = 4.472"


@pytest.mark.parametrize(
    ("index", "row", "text"),
    [
        (0, 3, "z⁽¹⁾ = 1·0.5000 + 1·0.5000 − 0.2500 = 0.7500"),
        (1, 3, "a⁽¹⁾ = 1 / (1 + e^−(0.7500)) = 0.6792"),
        (5, 3, "∂L/∂a⁽²⁾ = 2·(0.6057 − 0) = 1.211"),
        (5, 2, "∂L/∂a⁽²⁾ = 2·(0.5774 − 1) = −0.8452"),
        (6, 3, "σ′(z⁽²⁾) = 0.6057·(1 − 0.6057) = 0.2388"),
        (7, 3, "δ⁽²⁾ = 1.211·0.2388 = 0.2893"),
    ],
)
def test_the_article_is_written_out(index: int, row: int, text: str) -> None:
    assert write_out(plan_from(ARTICLE).operations[index], row, 0) == text


def test_negative_numbers_are_bracketed_behind_a_sign_and_taken_off_in_a_sum() -> None:
    data = Data(((1.0, -1.0),), ((1.0,),))
    plan = plan_from(Experiment(data, (Layer(1, "linear"),)), weights=-0.5, biases=-0.125)
    assert write_out(plan.operations[0], 0, 0) == "z⁽¹⁾ = 1·(−0.5000) − 1·(−0.5000) − 0.1250 = −0.1250"
    assert write_out(plan.operations[2], 0, 0) == "L = (−0.1250 − 1)² = 1.266"


def test_a_sum_is_a_mean_where_it_is_divided() -> None:
    experiment = ARTICLE.with_training(reduction="mean", loss="half_squared_error")
    exact = Experiment(experiment.data, (Layer(1, "linear"),), experiment.training)
    plan = plan_from(exact, weights=1.0, biases=0.0)
    assert write_out(plan.operations[2], 0, 0) == (
        "L = (½·(0 − 0)² + ½·(1 − 1)² + ½·(1 − 1)² + ½·(2 − 0)²) / 4 = 0.5000"
    )
    assert write_out(plan.operations[3], 3, 0) == "∂L/∂a⁽¹⁾ = (2 − 0) / 4 = 0.5000"


def test_an_update_is_written_with_the_rate() -> None:
    update = plan_at(ARTICLE.with_learning_rate(0.1234567), np.zeros(9)).operations[-1]
    assert write_out(update, 0, 0) == "b⁽¹⁾ = 0 − 0.1235·0 = 0"


def test_a_long_sum_is_cut_in_the_middle() -> None:
    plan = plan_from(Experiment(DATASETS["parity_3"].make(), (Layer(1, "linear"),)), weights=1.0, biases=0.0)
    assert write_out(plan.operations[2], 0, 0) == (
        "L = (0 − 0)² + (1 − 1)² + (1 − 1)² + (2 − 0)² + (1 − 1)² + … + (3 − 1)² = 16"
    )


def test_a_sum_of_six_is_not_cut() -> None:
    data = Data(((1.0, 2.0, 3.0, 4.0, 5.0),), ((0.0,),))
    plan = plan_from(Experiment(data, (Layer(1, "linear"),)), weights=1.0, biases=6.0)
    assert write_out(plan.operations[0], 0, 0) == "z⁽¹⁾ = 1·1 + 2·1 + 3·1 + 4·1 + 5·1 + 6 = 21"


def test_a_cut_sum_still_ends_with_a_difference_where_its_last_number_is_negative() -> None:
    data = Data(((1.0, 2.0, 3.0, 4.0, 5.0, 6.0),), ((0.0,),))
    plan = plan_from(Experiment(data, (Layer(1, "linear"),)), weights=1.0, biases=-7.0)
    assert write_out(plan.operations[0], 0, 0) == "z⁽¹⁾ = 1·1 + 2·1 + 3·1 + 4·1 + 5·1 + … − 7 = 14"


def test_a_diverged_loss_is_written_out_too() -> None:
    plan = plan_at(Experiment(Data(((1.0,),), ((0.0,),)), (Layer(1, "linear"),)), np.array([1e200, 0.0]))
    assert write_out(plan.operations[2], 0, 0) == "L = (1.000e200 − 0)² = ∞"
