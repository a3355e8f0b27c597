import numpy as np
import pytest

from core.data import Data
from core.datasets import DATASETS
from core.datasets.dataset import Dataset


def test_all_sets_are_offered_by_name() -> None:
    assert list(DATASETS) == [
        "xor", "and", "or", "nand", "xnor", "parity_3", "parity_4",
        "circle", "quadrants", "gaussian", "spiral", "plane", "multi_gaussian",
        "moons", "rings", "sine",
    ]  # fmt: skip
    assert all(dataset.name == name for name, dataset in DATASETS.items())


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_each_says_what_it_is(dataset: Dataset) -> None:
    assert dataset.title
    assert dataset.sentence.endswith(".")
    others = [other for other in DATASETS.values() if other is not dataset]
    assert not any(other.title == dataset.title or other.sentence == dataset.sentence for other in others)


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_each_makes_data_of_its_size(dataset: Dataset) -> None:
    data = dataset.make()
    assert isinstance(data, Data)
    assert data.samples + len(data.test_inputs) == dataset.default.samples
    assert len(np.unique(data.targets, axis=0)) > 1
