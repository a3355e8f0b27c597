from msgspec.structs import replace

from core.data import Data
from gui.names import class_names, input_name, target_name
from tests.gui.runs import ARTICLE, experiment_of

THREE = Data(inputs=((0.0,), (1.0,), (2.0,)), targets=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))


def test_columns_go_by_their_own_names() -> None:
    data = experiment_of(2, 1).data
    named = replace(data, input_names=("width", "height"), target_names=("kind",))
    assert [input_name(named, number) for number in range(2)] == ["width", "height"]
    assert target_name(named, 0) == "kind"
    assert (input_name(data, 1), target_name(data, 0)) == ("x₂", "y₁")


def test_classes_of_one_output_go_by_their_values() -> None:
    assert class_names(ARTICLE.data) == ["0", "1"]
    assert class_names(replace(ARTICLE.data, target_names=("kind",))) == ["0", "1"]


def test_classes_of_several_outputs_go_by_their_names_or_numbers() -> None:
    assert class_names(THREE) == ["1", "2", "3"]
    assert class_names(replace(THREE, target_names=("red", "green", "blue"))) == ["red", "green", "blue"]


def test_targets_that_are_numbers_have_no_classes() -> None:
    assert class_names(ARTICLE.data.with_value(0, 2, 0.5)) == []
