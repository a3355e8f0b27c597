import numpy as np
import pytest
from msgspec.structs import replace

from core.classes import NO_CLASS, Classes, classes_of
from tests.core.targets import ONE_HOT, of_targets


def test_two_values_of_one_target_are_classes_the_smaller_first() -> None:
    classes = classes_of(of_targets((1.0,), (-1.0,), (1.0,)))
    assert classes == Classes((-1.0, 1.0), one_output=True)
    assert classes.middle == 0
    assert classes.of_targets(np.array([[1.0], [-1.0]])).tolist() == [1, 0]
    assert classes.of_outputs(np.array([[0.2], [-0.2], [0.0]])).tolist() == [1, 0, 0]


def test_one_1_among_zeros_is_a_class() -> None:
    classes = classes_of(of_targets(*ONE_HOT))
    assert classes == Classes((1.0, 2.0, 3.0), one_output=False)
    assert classes.of_targets(np.array(ONE_HOT)).tolist() == [0, 1, 2]
    assert classes.of_outputs(np.array([[0.1, 0.3, 0.2], [0.5, 0.0, 0.4]])).tolist() == [1, 0]


@pytest.mark.parametrize("targets", [((0.0,), (1.0,), (2.0,)), ((3.0,), (3.0,)), ((1.0, 1.0), (0.0, 1.0))], ids=str)
def test_other_targets_are_no_classes(targets: tuple[tuple[float, ...], ...]) -> None:
    assert classes_of(of_targets(*targets)) is None


@pytest.mark.parametrize("answer", [np.nan, np.inf, -np.inf])
def test_what_is_no_finite_number_is_no_class(answer: float) -> None:
    one, several = classes_of(of_targets((0.0,), (1.0,))), classes_of(of_targets(*ONE_HOT))
    assert one is not None
    assert several is not None
    assert one.of_outputs(np.array([[answer], [1.0]])).tolist() == [NO_CLASS, 1]
    assert several.of_outputs(np.array([[1.0, 0.0, answer]])).tolist() == [NO_CLASS]


def test_test_samples_may_be_the_only_ones_of_a_class() -> None:
    data = replace(of_targets((1.0,), (1.0,)), test_inputs=((2.0,),), test_targets=((0.0,),))
    assert classes_of(data) == Classes((0.0, 1.0), one_output=True)
