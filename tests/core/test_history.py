import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import history
from core.history import LOSS, MEAN_SQUARED_ERROR, TEST_LOSS, History
from tests.core.strategies import values

SMALL = 8
FACTOR = 0.25

chunkings = st.lists(st.lists(values, max_size=30), max_size=8)


@pytest.fixture(autouse=True, scope="module")
def small_capacity() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "CAPACITY", SMALL)
        yield


def extend(past: History, losses: list[float]) -> None:
    past.record(past.length, [(loss, loss * FACTOR, loss - 1) for loss in losses])


def history_of(*chunks: list[float]) -> History:
    past = History()
    for chunk in chunks:
        extend(past, chunk)
    return past


def check_buckets(past: History, losses: list[float]) -> None:
    assert past.length == len(losses)
    for epoch in range(past.length):
        first = epoch - epoch % past.width
        bucket = losses[first : first + past.width]
        assert past.at(LOSS, epoch) == (min(bucket), max(bucket))
        assert past.at(MEAN_SQUARED_ERROR, epoch) == (min(bucket) * FACTOR, max(bucket) * FACTOR)
        assert past.at(TEST_LOSS, epoch) == (min(bucket) - 1, max(bucket) - 1)


@given(chunkings)
def test_each_bucket_keeps_its_smallest_and_largest_value(chunks: list[list[float]]) -> None:
    check_buckets(history_of(*chunks), [loss for chunk in chunks for loss in chunk])


@given(chunkings, st.integers(0, 100), st.lists(values, max_size=30))
def test_it_goes_on_after_a_truncation_as_if_nothing_had_been(
    chunks: list[list[float]], length: int, then: list[float]
) -> None:
    past = history_of(*chunks)
    losses = [loss for chunk in chunks for loss in chunk]
    known = past.truncate(length)
    assert min(length, len(losses)) - past.width < known <= min(length, len(losses))
    extend(past, then)
    check_buckets(past, losses[:known] + then)


@given(chunkings, st.integers(1, 20))
def test_a_curve_covers_every_loss_in_at_most_as_many_points_as_asked(chunks: list[list[float]], points: int) -> None:
    past = history_of(*chunks)
    losses = np.array([loss for chunk in chunks for loss in chunk])
    curve = past.curve(LOSS, points)
    assert len(curve.epochs) == len(curve.low) == len(curve.high) <= points
    pieces = np.split(losses, curve.epochs[1:].astype(int)) if len(losses) else []
    assert curve.low.tolist() == [piece.min() for piece in pieces]
    assert curve.high.tolist() == [piece.max() for piece in pieces]


@given(chunkings, st.integers(1, 12), st.integers(-5, 60), st.integers(0, 60))
def test_a_piece_of_a_curve_covers_what_was_asked_for_and_at_most_a_bucket_more(
    chunks: list[list[float]], points: int, first: int, size: int
) -> None:
    past = history_of(*chunks)
    losses = [loss for chunk in chunks for loss in chunk]
    end = first + size
    curve = past.curve(LOSS, points, first, end)
    assert len(curve.epochs) <= points
    wanted = losses[max(0, first) : max(0, end)]
    if wanted:
        assert max(0, first) - past.width < curve.epochs[0] <= max(0, first)
        assert curve.epochs[-1] < end
        around = losses[int(curve.epochs[0]) : -(-end // past.width) * past.width]
        assert (curve.low.min(), curve.high.max()) == (min(around), max(around))


def test_every_epoch_is_exact_until_the_capacity_is_reached() -> None:
    past = history_of([float(n) for n in range(SMALL)])
    assert past.width == 1
    assert [past.at(LOSS, epoch) for epoch in range(SMALL)] == [(n, n) for n in range(SMALL)]


def test_one_more_epoch_puts_neighbours_together() -> None:
    past = history_of([float(n) for n in range(SMALL)], [100.0])
    assert past.width == 2
    assert past.at(LOSS, 3) == (2.0, 3.0)
    assert past.at(LOSS, SMALL) == (100.0, 100.0)


def test_memory_does_not_grow() -> None:
    past = History()
    before = past._low.nbytes, past._high.nbytes
    for _ in range(50):
        extend(past, [1.0] * 1000)
    assert past.length == 50_000
    assert (past._low.nbytes, past._high.nbytes) == before


def test_the_mean_squared_error_of_a_loss_just_below_infinity_stays_finite() -> None:
    past = History()
    past.record(0, [(1.5e308, math.inf, math.inf)])
    assert past.at(MEAN_SQUARED_ERROR, 0)[1] == past.at(TEST_LOSS, 0)[1] == np.finfo(np.float64).max


def test_epochs_already_known_are_passed_over() -> None:
    past = History()
    past.record(0, [(3.0, 0.0, 0.0), (2.0, 0.0, 0.0)])
    past.record(0, [(9.0, 0.0, 0.0)])
    past.record(1, [(9.0, 0.0, 0.0), (1.0, 0.0, 0.0)])
    assert [past.at(LOSS, epoch)[0] for epoch in range(3)] == [3.0, 2.0, 1.0]


def test_a_test_loss_that_is_not_measured_is_nan() -> None:
    past = History()
    past.record(0, [(1.0, 2.0, math.nan)])
    assert np.isnan(past.at(TEST_LOSS, 0)).all()
    assert past.at(MEAN_SQUARED_ERROR, 0) == (2.0, 2.0)


def test_a_bucket_that_holds_a_forgotten_epoch_is_forgotten_whole() -> None:
    past = history_of([float(n) for n in range(10)])
    assert past.truncate(5) == past.length == 4
    extend(past, [50.0])
    assert past.at(LOSS, 4) == (50.0, 50.0)


def test_truncating_behind_the_end_forgets_nothing() -> None:
    past = history_of([float(n) for n in range(9)])
    assert past.truncate(9) == past.truncate(100) == 9
    assert past.at(LOSS, 8) == (8.0, 8.0)


def test_an_unknown_epoch_is_an_error() -> None:
    past = history_of([1.0, 2.0])
    for epoch in (-1, 2):
        with pytest.raises(IndexError):
            past.at(LOSS, epoch)


def test_the_lowest_epoch_is_where_the_loss_was_smallest() -> None:
    assert history_of([3.0, 1.0, 2.0]).lowest_epoch(0) == 1
    assert history_of([5.0] * SMALL, [4.0, 1.0, 2.0]).lowest_epoch(0) == SMALL
    assert History().lowest_epoch(0) is None


def test_the_lowest_epoch_can_be_asked_for_from_some_epoch_on() -> None:
    past = history_of([1.0, 5.0, 3.0, 4.0])
    assert past.lowest_epoch(1) == 2
    assert past.lowest_epoch(4) is None


def test_what_is_forgotten_is_no_longer_the_lowest() -> None:
    past = history_of([3.0, 2.0, 1.0])
    past.truncate(2)
    assert past.lowest_epoch(0) == 1


def test_nothing_is_an_empty_curve() -> None:
    assert len(History().curve(LOSS, 10).epochs) == 0
