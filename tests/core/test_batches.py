import numpy as np

from core.batches import Batches
from core.data import Data
from core.experiment import Experiment, Layer, Training
from core.plan import Plan

FIVE = Data(
    tuple((float(n), n / 2) for n in range(5)), tuple((10.0 * n,) for n in range(5)), features=("x_times_y", "x")
)


def batches_of(size: int | None, *, shuffle: bool = False) -> tuple[Experiment, Batches]:
    experiment = Experiment(FIVE, (Layer(1, "linear"),), Training(batch_size=size, shuffle=shuffle))
    return experiment, Batches(experiment)


def test_samples_are_cut_into_batches_of_which_the_last_is_short() -> None:
    experiment, batches = batches_of(2)
    assert (batches.count, batches.size, batches.stay) == (3, 2, False)
    assert [batches.samples(index) for index in range(3)] == [2, 2, 1]
    for index, numbers in enumerate(([0, 1], [2, 3], [4])):
        plan = Plan(experiment, len(numbers))
        batches.feed(index, plan)
        assert plan.inputs.values.tolist() == [[n * n / 2, n] for n in numbers]
        assert plan.targets.values.tolist() == [[10 * n] for n in numbers]


def test_a_single_batch_in_its_order_stays() -> None:
    assert batches_of(None)[1].stay
    assert batches_of(7)[1].stay
    assert not batches_of(None, shuffle=True)[1].stay


def test_shuffling_draws_a_new_order_for_each_epoch_and_keeps_pairs_together() -> None:
    _, batches = batches_of(2, shuffle=True)
    random, same = np.random.RandomState(3), np.random.RandomState(3)
    orders = []
    for _ in range(4):
        batches.begin_epoch(random)
        orders.append(batches.order.tolist())
        assert orders[-1] == same.permutation(5).tolist()
        assert batches.inputs[:, 1].tolist() == orders[-1]
        assert (batches.targets[:, 0] / 10).tolist() == orders[-1]
    assert len({tuple(order) for order in orders}) > 1


def test_without_shuffling_no_number_is_drawn() -> None:
    _, batches = batches_of(2)
    random = np.random.RandomState(3)
    batches.begin_epoch(random)
    assert batches.order.tolist() == [0, 1, 2, 3, 4]
    assert random.uniform() == np.random.RandomState(3).uniform()


def test_a_sample_is_found_in_its_batch_and_in_no_other() -> None:
    _, batches = batches_of(2, shuffle=True)
    batches.begin_epoch(np.random.RandomState(1))
    for index in range(3):
        numbers = batches.sample_numbers(index)
        for sample in range(5):
            assert batches.row_of(index, sample) == (numbers.index(sample) if sample in numbers else None)
