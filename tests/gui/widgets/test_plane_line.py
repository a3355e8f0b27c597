import numpy as np
import pytest

from gui.widgets.plane_line import PlaneLine
from tests.gui.conftest import Show


@pytest.fixture
def line(show: Show) -> PlaneLine:
    return show(PlaneLine())


def test_the_answer_at_a_place_is_told_in_short_and_exactly(line: PlaneLine) -> None:
    line.show_probe([("x₁", 1 / 3), ("x₂", -2.0)], ("", 0.123456789))
    assert line.text() == "x₁ 0.3333, x₂ −2 → 0.1235"
    assert line.toolTip() == "x₁ 0.3333333333333333, x₂ −2 → 0.123456789"


@pytest.mark.parametrize(("test", "start"), [(False, "1,235: "), (True, "test 1,235: ")])
def test_a_sample_is_told_with_its_target(line: PlaneLine, test: bool, start: str) -> None:
    line.show_sample(1234, [("x", 0.0)], ("y₂", 1 / 3), 1.0, test=test)
    assert line.text() == f"{start}x 0 → y₂ 0.3333, target 1"
    assert line.toolTip() == f"{start}x 0 → y₂ 0.3333333333333333, target 1"


def test_of_classes_it_is_told_how_many_are_right(line: PlaneLine) -> None:
    wrong = np.array([True, False, False, True, True])
    line.show_classes(wrong, np.zeros(5, bool))
    assert line.text() == "2 of 5 right"
    line.show_classes(wrong, np.array([False, False, False, True, True]))
    assert line.text() == "2 of 3 right · test 0 of 2"
    assert line.toolTip() == ""


def test_of_numbers_the_errors_are_told(line: PlaneLine) -> None:
    line.show_errors(0.123456, np.inf)
    assert line.text() == "error: mean 0.1235, largest ∞"
