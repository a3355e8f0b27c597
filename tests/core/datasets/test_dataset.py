import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.data import Data
from core.datasets.dataset import Dataset, DatasetOptions, training_count
from core.kernels import Array
from core.text import RefusalError


def _counted(random: np.random.RandomState, samples: int, noise: float) -> tuple[Array, Array]:
    """Count the samples through, and tell in the target what the drawing was told."""
    number = np.arange(samples, dtype=np.float64)[:, np.newaxis]
    return np.hstack([number, number * 2]), np.full((samples, 1), noise) + random.uniform(0, 0, (samples, 1))


OPTIONS = DatasetOptions(samples=10)
COUNTED = Dataset("counted", "Counted", "Counts.", _counted, OPTIONS, ("a", "b"), ("c",))
TABLE = Dataset("table", "Table", "Counts.", _counted, OPTIONS, is_random=False)
IN_ORDER = tuple((float(number), float(number * 2)) for number in range(10))


def all_inputs(data: Data) -> tuple[tuple[float, ...], ...]:
    return data.inputs + data.test_inputs


def test_random_samples_are_shuffled() -> None:
    data = COUNTED.make()
    assert sorted(all_inputs(data)) == list(IN_ORDER)
    assert all_inputs(data) != IN_ORDER


def test_the_samples_after_the_first_ones_of_the_shuffle_are_for_testing() -> None:
    whole, split = COUNTED.make(), COUNTED.make(replace(OPTIONS, test_share=0.3))
    assert whole.test_inputs == whole.test_targets == ()
    assert (split.inputs, split.test_inputs) == (whole.inputs[:7], whole.inputs[7:])
    assert (len(split.targets), len(split.test_targets)) == (7, 3)


def test_inputs_and_targets_stay_together() -> None:
    def numbered(_random: np.random.RandomState, samples: int, _noise: float) -> tuple[Array, Array]:
        number = np.arange(samples, dtype=np.float64)[:, np.newaxis]
        return number, -number

    data = Dataset("", "", "", numbered, OPTIONS).make(replace(OPTIONS, test_share=0.5))
    pairs = [*zip(data.inputs, data.targets, strict=True), *zip(data.test_inputs, data.test_targets, strict=True)]
    assert all(inputs[0] == -targets[0] for inputs, targets in pairs)


def test_a_table_stays_in_order_until_some_of_it_is_kept_for_testing() -> None:
    assert TABLE.make().inputs == IN_ORDER
    assert TABLE.make(replace(OPTIONS, seed=5)).inputs == IN_ORDER
    split = TABLE.make(replace(OPTIONS, test_share=0.5))
    assert sorted(all_inputs(split)) == list(IN_ORDER)
    assert all_inputs(split) != IN_ORDER


def test_the_seed_makes_the_shuffle() -> None:
    assert COUNTED.make() == COUNTED.make(OPTIONS) == COUNTED.make(replace(OPTIONS, seed=0))
    assert COUNTED.make() != COUNTED.make(replace(OPTIONS, seed=1))


def test_names_are_given() -> None:
    assert (COUNTED.make().input_names, COUNTED.make().target_names) == (("a", "b"), ("c",))
    assert (TABLE.make().input_names, TABLE.make().target_names) == ((), ())


def test_noise_is_drawn_with_as_a_share() -> None:
    assert COUNTED.make(replace(OPTIONS, noise=25)).targets[0] == (0.25,)


@pytest.mark.parametrize(
    ("samples", "test_share", "count"),
    [(500, 0.9, 50), (500, 0.5, 250), (1200, 0.3, 840), (10, 0, 10), (7, 0.5, 3), (1, 0.5, 1), (3, 0.999, 1)],
)
def test_the_share_that_trains_is_rounded_down_to_one_at_least(samples: int, test_share: float, count: int) -> None:
    assert training_count(samples, test_share) == count


@given(st.integers(1, 100_000), st.integers(1, 100))
def test_a_share_in_percent_is_exact(samples: int, percent: int) -> None:
    count = max(1, samples * percent // 100)
    assert training_count(samples, 1 - percent / 100) == count
    assert training_count(samples, (100 - percent) / 100) == count


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("samples", 0, "The number of samples must be an integer from 1 to 100000, not 0."),
        ("samples", 100_001, "The number of samples must be an integer from 1 to 100000, not 100001."),
        ("noise", -1.0, "The noise must be a number from 0 to 50, not −1."),
        ("noise", 50.5, "The noise must be a number from 0 to 50, not 50.5."),
        ("seed", -1, "The seed must be an integer from 0 to 4294967295, not −1."),
        ("seed", 2**32, "The seed must be an integer from 0 to 4294967295, not 4294967296."),
        ("test_share", 1.0, "The share of samples for testing must be a number from 0 to below 1, not 1."),
        ("test_share", -0.1, "The share of samples for testing must be a number from 0 to below 1, not −0.1."),
    ],
)
def test_an_option_out_of_its_range_is_refused(setting: str, value: float, sentence: str) -> None:
    with pytest.raises(RefusalError) as refused:
        replace(OPTIONS, **{setting: value})
    assert str(refused.value) == sentence
    assert refused.value.place == f".{setting}"


@pytest.mark.parametrize(
    ("setting", "value"),
    [("samples", 1), ("samples", 100_000), ("noise", 50.0), ("seed", 2**32 - 1), ("test_share", 0.99)],
)
def test_the_ends_of_the_ranges_are_accepted(setting: str, value: float) -> None:
    assert getattr(replace(OPTIONS, **{setting: value}), setting) == value
