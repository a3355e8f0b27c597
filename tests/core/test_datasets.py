import pytest

from core.datasets import DATASETS, article_experiment
from core.experiment import Initial, Layer, Training

TWO_BITS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
THREE_BITS = (
    (0.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (0.0, 1.0, 1.0),
    (1.0, 0.0, 0.0), (1.0, 0.0, 1.0), (1.0, 1.0, 0.0), (1.0, 1.0, 1.0),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "title", "inputs", "answers"),
    [
        ("xor", "XOR", TWO_BITS, "0110"),
        ("and", "AND", TWO_BITS, "0001"),
        ("or", "OR", TWO_BITS, "0111"),
        ("nand", "NAND", TWO_BITS, "1110"),
        ("xnor", "XNOR", TWO_BITS, "1001"),
        ("parity_3", "3-bit parity", THREE_BITS, "01101001"),
    ],
)
def test_is_the_truth_table(name: str, title: str, inputs: tuple[tuple[float, ...], ...], answers: str) -> None:
    found_title, data = DATASETS[name]
    assert found_title == title
    assert data.inputs == inputs
    assert data.targets == tuple((float(answer),) for answer in answers)


def test_no_dataset_is_left_untested() -> None:
    assert set(DATASETS) == {"xor", "and", "or", "nand", "xnor", "parity_3"}


def test_the_article_trains_xor_with_two_hidden_units() -> None:
    experiment = article_experiment()
    assert experiment.data == DATASETS["xor"][1]
    assert experiment.layers == (Layer(2, "sigmoid"), Layer(1, "sigmoid"))
    assert experiment.training == Training("squared_error", "sum", "sgd", 0.1)
    assert experiment.initial == Initial("normal", 0)
