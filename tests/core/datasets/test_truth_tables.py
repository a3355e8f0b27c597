import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.dataset import Dataset
from core.datasets.truth_tables import TRUTH_TABLES

BY_NAME = {table.name: table for table in TRUTH_TABLES}
TWO_BITS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
THREE_BITS = tuple((high, *low) for high in (0.0, 1.0) for low in TWO_BITS)
FOUR_BITS = tuple((high, *low) for high in (0.0, 1.0) for low in THREE_BITS)


@pytest.mark.parametrize(
    ("name", "title", "inputs", "answers"),
    [
        ("xor", "XOR", TWO_BITS, "0110"),
        ("and", "AND", TWO_BITS, "0001"),
        ("or", "OR", TWO_BITS, "0111"),
        ("nand", "NAND", TWO_BITS, "1110"),
        ("xnor", "XNOR", TWO_BITS, "1001"),
        ("parity_3", "3-bit parity", THREE_BITS, "01101001"),
        ("parity_4", "4-bit parity", FOUR_BITS, "0110100110010110"),
    ],
)
def test_is_the_truth_table(name: str, title: str, inputs: tuple[tuple[float, ...], ...], answers: str) -> None:
    table = BY_NAME[name]
    data = table.make()
    assert (table.title, table.is_random) == (title, False)
    assert data.inputs == inputs
    assert data.targets == tuple((float(answer),) for answer in answers)
    assert data.test_inputs == ()
    assert data.input_names + data.target_names == ()
    assert table.default.samples == len(inputs)


def test_no_table_is_left_untested() -> None:
    assert list(BY_NAME) == ["xor", "and", "or", "nand", "xnor", "parity_3", "parity_4"]


@pytest.mark.parametrize("table", TRUTH_TABLES, ids=lambda table: table.name)
def test_samples_and_seed_change_nothing(table: Dataset) -> None:
    assert table.make(replace(table.default, samples=99, seed=99)) == table.make()


def test_noise_moves_the_inputs_by_its_share_at_most() -> None:
    table = BY_NAME["parity_4"]
    noisy = table.make(replace(table.default, noise=20.0))
    moved = np.array(noisy.inputs) - FOUR_BITS
    assert noisy.targets == table.make().targets
    assert 0.15 < moved.max() <= 0.2
    assert -0.2 <= moved.min() < -0.15
    assert noisy != table.make(replace(table.default, noise=20.0, seed=1))
    assert table.make() == table.make()


def test_some_rows_can_be_kept_for_testing() -> None:
    table = BY_NAME["parity_4"]
    data = table.make(replace(table.default, test_share=0.25))
    assert (data.samples, len(data.test_inputs)) == (12, 4)
    assert sorted(data.inputs + data.test_inputs) == sorted(FOUR_BITS)
    assert all(
        sum(inputs) % 2 == targets[0] for inputs, targets in zip(data.test_inputs, data.test_targets, strict=True)
    )
