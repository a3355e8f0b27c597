import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.document import CurveValues, HistoryValues
from core.files.values import (
    first_random,
    from_history,
    from_number,
    from_random,
    to_history,
    to_number,
    to_random,
)
from core.history import CAPACITY, LOSS, History
from core.text import RefusalError
from tests.core.files.runs import ARTICLE


@given(st.floats())
def test_any_number_comes_back(value: float) -> None:
    there = from_number(to_number(value))
    assert there == value or (math.isnan(there) and math.isnan(value))


def test_what_is_not_finite_has_its_own_way_of_writing() -> None:
    assert [to_number(value) for value in (0.5, math.nan, math.inf, -math.inf)] == [
        0.5,
        None,
        "infinity",
        "-infinity",
    ]


def test_random_numbers_come_back() -> None:
    values = first_random(ARTICLE)
    assert to_random(from_random(values)) == values


@pytest.mark.parametrize("epochs", [0, 1, 5, CAPACITY, CAPACITY + 1, 5 * CAPACITY + 3])
@pytest.mark.parametrize("test_loss", [math.nan, 0.25, math.inf])
def test_losses_come_back_and_go_on(epochs: int, test_loss: float) -> None:
    history = History()
    history.record(0, [(float(epoch % 7), epoch / 3, test_loss) for epoch in range(epochs)])
    values = to_history(history)
    other = from_history(values, "")
    assert to_history(other) == values
    assert (other.length, other.width) == (history.length, history.width)
    for each in (history, other):
        each.record(epochs, [(1.0, 2.0, test_loss)] * (2 * CAPACITY))
    assert to_history(history) == to_history(other)
    assert other.at(LOSS, epochs) == history.at(LOSS, epochs)


def test_a_value_is_written_once_where_smallest_and_largest_are_the_same() -> None:
    history = History()
    history.record(0, [(1.0, 2.0, math.nan)] * 3)
    assert to_history(history) == HistoryValues(3, 1, CurveValues((1.0,) * 3), CurveValues((2.0,) * 3))


@pytest.mark.parametrize(
    "values",
    [
        HistoryValues(2, 1, CurveValues((1.0,)), CurveValues((1.0,))),
        HistoryValues(1, 1, CurveValues((1.0,), ()), CurveValues((1.0,))),
        HistoryValues(2**53, 1),
        HistoryValues(CAPACITY + 1, 1, *[CurveValues((1.0,) * (CAPACITY + 1))] * 2),
    ],
)
def test_losses_that_are_too_few_or_too_many_are_refused(values: HistoryValues) -> None:
    with pytest.raises(RefusalError) as refused:
        from_history(values, ".history")
    assert refused.value.place.startswith(".history.loss.")
