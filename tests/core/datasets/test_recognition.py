import pytest
from msgspec.structs import replace

from core.datasets import DATASETS, DatasetOptions, recognised
from core.datasets.dataset import Dataset


@pytest.mark.parametrize("name", DATASETS)
def test_each_set_is_recognised_as_it_is_made_by_default(name: str) -> None:
    assert recognised(DATASETS[name].make()) == name


def test_features_do_not_matter() -> None:
    assert recognised(replace(DATASETS["circle"].make(), features=("y", "x_squared"))) == "circle"


def test_other_samples_are_of_no_set() -> None:
    xor = DATASETS["xor"].make()
    assert recognised(xor.with_value(0, 0, 0.5)) is None
    assert recognised(xor.with_sample(0)) is None
    assert recognised(xor.with_rows(xor.rows(), test=True)) is None
    assert recognised(DATASETS["circle"].make(DatasetOptions(samples=500, test_share=0.5, seed=1))) is None


def test_only_sets_with_the_same_counts_and_names_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = Dataset.make

    def counted(dataset: Dataset, options: DatasetOptions | None = None) -> object:
        made.append(dataset.name)
        return make(dataset, options)

    data = DATASETS["parity_3"].make()
    monkeypatch.setattr(Dataset, "make", counted)
    recognised(data)
    assert made == ["parity_3"]
