import pytest
from msgspec.structs import replace

from core.experiment import Layer
from core.plan import Plan
from gui.painting.formulas import CACHED, typeset
from tests.gui.runs import EVERY_CHOICE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")


def formulas() -> list[str]:
    """Return every formula of every entry of the registries."""
    return sorted({operation.formula for experiment in EVERY_CHOICE for operation in Plan(experiment).operations})


@pytest.mark.parametrize("formula", formulas())
def test_every_formula_can_be_drawn(formula: str) -> None:
    drawing = typeset(formula, 20, "#1d2430")
    assert drawing.isValid()
    assert drawing.defaultSize().width() > 20
    assert 10 < drawing.defaultSize().height() < 100


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
