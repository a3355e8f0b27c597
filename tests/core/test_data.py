import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.data import Data
from core.features import FEATURES
from core.text import RefusalError
from tests.core.strategies import data, values

TABLE = Data(inputs=((1.0, 2.0), (3.0, 4.0)), targets=((5.0,), (6.0,)))
TESTED = replace(TABLE, test_inputs=((7.0, 8.0),), test_targets=((9.0,),), input_names=("l", "r"), target_names=("t",))


def column(count: int) -> tuple[tuple[float, ...], ...]:
    return ((0.0,) * count,)


@pytest.mark.parametrize(
    ("make", "sentence", "place"),
    [
        (lambda: Data((), ()), "The data needs 1 to 100000 samples, not 0.", ".inputs"),
        (
            lambda: Data(column(1) * 100_001, column(1) * 100_001),
            "The data needs 1 to 100000 samples, not 100001.",
            ".inputs",
        ),
        (lambda: TABLE.resized(0, 1, 1), "The data needs 1 to 100000 samples, not 0.", ".inputs"),
        (lambda: TABLE.resized(10**12, 1, 1), "The data needs 1 to 100000 samples, not 1000000000000.", ".inputs"),
        (lambda: TABLE.resized(1, 10**12, 1), "There can be 1 to 64 inputs, not 1000000000000.", ".inputs[0]"),
        (lambda: TABLE.resized(1, 1, 0), "There can be 1 to 64 targets, not 0.", ".targets[0]"),
        (lambda: Data(((1.0,),), ()), "Each sample needs its inputs and its targets.", ".targets"),
        (lambda: Data(column(0), column(1)), "There can be 1 to 64 inputs, not 0.", ".inputs[0]"),
        (lambda: Data(column(65), column(1)), "There can be 1 to 64 inputs, not 65.", ".inputs[0]"),
        (lambda: Data(column(1), column(0)), "There can be 1 to 64 targets, not 0.", ".targets[0]"),
        (lambda: Data(column(1), column(65)), "There can be 1 to 64 targets, not 65.", ".targets[0]"),
        (
            lambda: Data(((1.0,), (1.0, 2.0)), ((0.0,), (0.0,))),
            "All samples need the same number of values.",
            ".inputs[1]",
        ),
        (lambda: TABLE.with_value(0, 1, math.nan), "Every value of the data must be a finite number.", ".inputs[0][1]"),
        (
            lambda: TABLE.with_value(1, 2, math.inf),
            "Every value of the data must be a finite number.",
            ".targets[1][0]",
        ),
        (lambda: replace(TESTED, test_targets=()), "Each sample needs its inputs and its targets.", ".test_targets"),
        (
            lambda: replace(TESTED, test_inputs=((1.0,),)),
            "All samples need the same number of values.",
            ".test_inputs[0]",
        ),
        (
            lambda: replace(TESTED, test_targets=((math.nan,),)),
            "Every value of the data must be a finite number.",
            ".test_targets[0][0]",
        ),
        (
            lambda: replace(TABLE, test_inputs=((0.0, 0.0),) * 100_001),
            "The data needs 1 to 100000 samples, not 100001.",
            ".inputs",
        ),
        (
            lambda: replace(TABLE, input_names=("a",)),
            "There must be a name for each of the 2 columns, or for none.",
            ".input_names",
        ),
        (
            lambda: replace(TABLE, target_names=("a", "b")),
            "There must be a name for each of the 1 columns, or for none.",
            ".target_names",
        ),
        (lambda: replace(TABLE, features=("x", "z")), "There is no feature called “z”.", ".features[1]"),
        (lambda: replace(TABLE, features=("x", "x")), "A feature can be chosen once only.", ".features"),
        (
            lambda: Data(((1.0,),), ((1.0,),), features=("x",)),
            "Features are made of two inputs, x and y; there are 1.",
            ".features",
        ),
    ],
)
def test_what_cannot_be_accepted_is_refused_in_one_sentence(
    make: Callable[[], object], sentence: str, place: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        make()
    assert (str(refused.value), refused.value.place) == (sentence, place)


def test_a_table_shows_inputs_and_then_targets() -> None:
    assert (TABLE.samples, TABLE.input_count, TABLE.target_count) == (2, 2, 1)
    assert [[TABLE.value(row, at) for at in range(3)] for row in range(2)] == [[1, 2, 5], [3, 4, 6]]


def test_a_value_goes_into_its_cell_only() -> None:
    assert TABLE.with_value(1, 0, 9.0) == Data(((1.0, 2.0), (9.0, 4.0)), ((5.0,), (6.0,)))
    assert TABLE.with_value(0, 2, 9.0) == Data(((1.0, 2.0), (3.0, 4.0)), ((9.0,), (6.0,)))


def test_a_new_sample_is_zero_and_stands_in_front() -> None:
    assert TABLE.with_sample(1) == Data(((1.0, 2.0), (0.0, 0.0), (3.0, 4.0)), ((5.0,), (0.0,), (6.0,)))
    assert TABLE.with_sample(2) == Data(((1.0, 2.0), (3.0, 4.0), (0.0, 0.0)), ((5.0,), (6.0,), (0.0,)))


def test_a_column_taken_out_is_an_input_or_a_target() -> None:
    assert TABLE.without_column(0) == Data(((2.0,), (4.0,)), ((5.0,), (6.0,)))
    two_targets = Data(((1.0,),), ((2.0, 3.0),))
    assert two_targets.without_column(1) == Data(((1.0,),), ((3.0,),))


@given(data(), st.data())
def test_taking_a_sample_out_undoes_putting_it_in(table: Data, draw: st.DataObject) -> None:
    row = draw.draw(st.integers(0, table.samples))
    assert table.with_sample(row).without_samples({row}) == table


def test_a_larger_table_has_zeros_behind_and_a_smaller_one_is_cut() -> None:
    larger = TABLE.resized(samples=3, inputs=3, targets=2)
    assert larger.inputs == ((1.0, 2.0, 0.0), (3.0, 4.0, 0.0), (0.0, 0.0, 0.0))
    assert larger.targets == ((5.0, 0.0), (6.0, 0.0), (0.0, 0.0))
    assert TABLE.resized(samples=1, inputs=1, targets=1) == Data(((1.0,),), ((5.0,),))


@given(data(), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_making_a_table_larger_and_smaller_again_changes_nothing(
    table: Data, samples: int, inputs: int, targets: int
) -> None:
    sizes = table.samples, table.input_count, table.target_count
    larger = table.resized(sizes[0] + samples, sizes[1] + inputs, sizes[2] + targets)
    assert larger.resized(*sizes) == (replace(table, features=()) if inputs else table)


@given(data(), values, st.data())
def test_a_value_put_in_is_found_again(table: Data, value: float, draw: st.DataObject) -> None:
    row = draw.draw(st.integers(0, table.samples - 1))
    at = draw.draw(st.integers(0, table.input_count + table.target_count - 1))
    assert table.with_value(row, at, value).value(row, at) == value


def test_the_last_sample_input_and_target_stay() -> None:
    smallest = Data(((0.0,),), ((0.0,),))
    take_out: list[Callable[[], Data]] = [
        lambda: smallest.without_samples({0}),
        lambda: smallest.without_column(0),
        lambda: smallest.without_column(1),
    ]
    for attempt in take_out:
        with pytest.raises(RefusalError):
            attempt()


def test_a_column_taken_out_takes_its_name_and_its_test_values_along() -> None:
    assert TESTED.without_column(0) == Data(
        ((2.0,), (4.0,)), ((5.0,), (6.0,)), ((8.0,),), ((9.0,),), input_names=("r",), target_names=("t",)
    )
    two = replace(TESTED, targets=((5.0, 0.0), (6.0, 0.0)), test_targets=((9.0, 1.0),), target_names=("t", "u"))
    assert two.without_column(3) == TESTED
    assert replace(TABLE, features=("x",)).without_column(1).features == ()


def test_new_columns_are_named_by_their_number_where_others_have_names() -> None:
    larger = TESTED.resized(2, 3, 2)
    assert (larger.input_names, larger.target_names) == (("l", "r", "3"), ("t", "2"))
    assert (larger.test_inputs, larger.test_targets) == (((7.0, 8.0, 0.0),), ((9.0, 0.0),))
    assert TABLE.resized(2, 3, 2).input_names == ()
    assert TESTED.resized(2, 1, 1).input_names == ("l",)


def test_features_stay_as_long_as_there_are_the_same_inputs() -> None:
    table = replace(TABLE, features=("x", "y_squared"))
    assert table.resized(5, 2, 3).features == ("x", "y_squared")
    assert table.resized(5, 3, 1).features == ()


def test_the_network_sees_the_features_in_place_of_the_inputs() -> None:
    table = replace(TABLE, features=("x_times_y", "y", "x_squared"))
    assert table.network_input_count == 3
    assert table.network_inputs(table.inputs).tolist() == [[2.0, 2.0, 1.0], [12.0, 4.0, 9.0]]
    assert TABLE.network_input_count == 2
    np.testing.assert_array_equal(TABLE.network_inputs(TABLE.inputs), TABLE.inputs)
    assert table.network_inputs(()).shape == (0, 3)
    assert len(FEATURES) == 7


def test_samples_to_test_with_are_edited_like_those_to_learn_from() -> None:
    assert TESTED.rows() == ((1.0, 2.0, 5.0), (3.0, 4.0, 6.0))
    assert TESTED.rows(test=True) == ((7.0, 8.0, 9.0),)
    assert [TESTED.value(0, at, test=True) for at in range(3)] == [7.0, 8.0, 9.0]
    assert TESTED.with_value(0, 2, 1.0, test=True) == replace(TESTED, test_targets=((1.0,),))
    more = TESTED.with_sample(0, test=True)
    assert more.rows(test=True) == ((0.0, 0.0, 0.0), (7.0, 8.0, 9.0))
    assert more.without_samples({0}, test=True) == TESTED
    assert TESTED.without_samples({0}, test=True) == replace(TESTED, test_inputs=(), test_targets=())


@given(data())
def test_rows_put_in_are_found_again(table: Data) -> None:
    assert table.with_rows(table.rows()) == table
    assert table.with_rows(table.rows(), test=True).rows(test=True) == table.rows()


@pytest.mark.parametrize(
    ("targets", "tested", "classes"),
    [
        (((1.0,), (0.0,), (1.0,)), (), ((0.0,), (1.0,))),
        (((1.0,), (-1.0,), (1.0,)), ((-1.0,),), ((-1.0,), (1.0,))),
        (((1.0,), (-1.0,), (1.0,)), ((0.5,),), ()),
        (((1.0,), (1.0,), (1.0,)), (), ()),
        (((1.0,), (2.0,), (3.0,)), (), ()),
        (((1.0, 0.0), (0.0, 1.0), (1.0, 0.0)), (), ((1.0, 0.0), (0.0, 1.0))),
        (((1.0, 0.0), (1.0, 0.0), (1.0, 0.0)), (), ((1.0, 0.0), (0.0, 1.0))),
        (((1.0, 0.0), (0.0, 1.0), (1.0, 1.0)), (), ()),
    ],
)
def test_targets_are_classes_where_they_have_two_values_or_one_1(
    targets: tuple[tuple[float, ...], ...],
    tested: tuple[tuple[float, ...], ...],
    classes: tuple[tuple[float, ...], ...],
) -> None:
    found = Data(((0.0,),) * 3, targets, ((0.0,),) * len(tested), tested)
    assert found.classes == classes


def test_features_are_chosen_one_by_one_and_x_and_y_alone_are_the_inputs() -> None:
    squared = TABLE.with_feature("x_squared", used=True)
    assert squared.features == ("x", "y", "x_squared")
    assert squared.with_feature("x_squared", used=False) == TABLE
    only = TABLE.with_feature("x", used=False)
    assert only.features == ("y",)
    with pytest.raises(RefusalError, match=r"The network needs one input at least\."):
        only.with_feature("y", used=False)
