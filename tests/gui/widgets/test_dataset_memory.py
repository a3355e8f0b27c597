from msgspec.structs import replace

from core.datasets import DATASETS, DatasetOptions
from gui.widgets import dataset_memory
from gui.widgets.dataset_memory import DatasetMemory

XOR = DATASETS["xor"].make()
OPTIONS = DatasetOptions(samples=20, noise=30.0, seed=7)


def test_what_was_made_is_found_again_even_among_other_data() -> None:
    memory = DatasetMemory()
    data = DATASETS["circle"].make(OPTIONS)
    memory.note(data, ("circle", OPTIONS))
    assert memory.find(XOR) == ("xor", DATASETS["xor"].default)
    assert memory.find(DATASETS["circle"].make(OPTIONS)) == ("circle", OPTIONS)
    assert memory.find(replace(data, features=("x",))) == ("circle", OPTIONS)


def test_the_learners_own_data_are_none() -> None:
    memory = DatasetMemory()
    memory.note(XOR, ("xor", OPTIONS))
    assert memory.find(XOR.with_value(0, 0, 0.5)) is None
    assert memory.find(XOR.with_rows(XOR.rows(), test=True)) is None


def test_minus_one_is_told_from_minus_two() -> None:
    memory = DatasetMemory()
    data = DATASETS["circle"].make(OPTIONS)
    memory.note(data, ("circle", OPTIONS))
    row = next(row for row, target in enumerate(data.targets) if target == (-1,))
    assert memory.find(data.with_value(row, 2, -2.0)) is None


def test_it_forgets_what_is_long_ago() -> None:
    memory = DatasetMemory()
    first = DATASETS["circle"].make(OPTIONS)
    memory.note(first, ("circle", OPTIONS))
    for seed in range(dataset_memory.MOST_REMEMBERED):
        options = replace(OPTIONS, seed=seed + 100)
        memory.note(DATASETS["circle"].make(options), ("circle", options))
    assert memory.find(first) is None
