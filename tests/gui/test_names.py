from msgspec.structs import replace

from core.data import Data
from core.questions.confusion import classes_of
from gui.names import class_names, input_name, target_name
from tests.gui.runs import ARTICLE, experiment_of

THREE = Data(inputs=((0.0,), (1.0,), (2.0,)), targets=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))


def names_of_classes(data: Data) -> list[str]:
    classes = classes_of(data)
    assert classes is not None
    return class_names(data, classes)


def test_columns_go_by_their_own_names() -> None:
    data = experiment_of(2, 1).data
    named = replace(data, input_names=("width", "height"), target_names=("kind",))
    assert [input_name(named, number) for number in range(2)] == ["width", "height"]
    assert target_name(named, 0) == "kind"
    assert (input_name(data, 1), target_name(data, 0)) == ("x₂", "y₁")


def test_classes_of_one_output_go_by_their_values() -> None:
    assert names_of_classes(ARTICLE.data) == ["0", "1"]
    assert names_of_classes(replace(ARTICLE.data, target_names=("kind",))) == ["0", "1"]


def test_classes_of_several_outputs_go_by_their_names_or_numbers() -> None:
    assert names_of_classes(THREE) == ["1", "2", "3"]
    assert names_of_classes(replace(THREE, target_names=("red", "green", "blue"))) == ["red", "green", "blue"]
