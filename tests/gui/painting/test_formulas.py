from dataclasses import replace
from itertools import product

import pytest

from core.activations import ACTIVATIONS
from core.datasets import DATASETS
from core.experiment import Experiment, Layer, Training
from core.losses import LOSSES, REDUCTIONS
from core.plan import Plan
from gui.painting.formulas import CACHED, typeset
from tests.gui.runs import experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

XOR = DATASETS["xor"][1]


def formulas() -> list[str]:
    """Return every formula of every activation, loss and reduction, hidden and at the output."""
    found = {
        operation.formula
        for activation, loss, reduction in product(ACTIVATIONS, LOSSES, REDUCTIONS)
        for operation in Plan(
            Experiment(XOR, (Layer(2, activation), Layer(1, activation)), Training(loss, reduction))
        ).operations
    }
    return sorted(found)


@pytest.mark.parametrize("formula", formulas())
def test_every_formula_can_be_drawn(formula: str) -> None:
    drawing = typeset(formula, 20, "#1d2430")
    assert drawing.isValid()
    assert drawing.defaultSize().width() > 20
    assert drawing.defaultSize().height() > 10


def test_a_formula_is_typeset_once_for_each_size_and_colour() -> None:
    first = typeset("a = b", 20, "#000000")
    assert typeset("a = b", 20, "#000000") is first
    assert typeset("a = b", 40, "#000000") is not first
    assert typeset("a = b", 40, "#000000").defaultSize().width() > first.defaultSize().width()
    assert typeset("a = b", 20, "#ffffff") is not first


def test_all_formulas_of_the_deepest_network_are_kept_in_both_themes() -> None:
    deepest = experiment_of(2, *[2] * 10, 1)
    plan = Plan(replace(deepest, layers=(*[Layer(2, "tanh")] * 10, Layer(1))))
    assert 2 * len({operation.formula for operation in plan.operations}) <= CACHED
