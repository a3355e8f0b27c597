import math
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import article_experiment
from core.experiment import MAX_SEED, Data, Experiment, Initial, Layer, Training
from core.text import RefusalError
from tests.core.strategies import data, experiments, values

ARTICLE = article_experiment()
TABLE = Data(inputs=((1.0, 2.0), (3.0, 4.0)), targets=((5.0,), (6.0,)))


def column(count: int) -> tuple[tuple[float, ...], ...]:
    return ((0.0,) * count,)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Data((), ()), "The data needs 1 to 100000 samples, not 0."),
        (lambda: Data(column(1) * 100_001, column(1) * 100_001), "The data needs 1 to 100000 samples, not 100001."),
        (lambda: TABLE.resized(0, 1, 1), "The data needs 1 to 100000 samples, not 0."),
        (lambda: TABLE.resized(10**12, 1, 1), "The data needs 1 to 100000 samples, not 1000000000000."),
        (lambda: TABLE.resized(1, 10**12, 1), "There can be 1 to 64 inputs, not 1000000000000."),
        (lambda: TABLE.resized(1, 1, 0), "There can be 1 to 64 targets, not 0."),
        (lambda: Data(((1.0,),), ()), "Each sample needs its inputs and its targets."),
        (lambda: Data(column(0), column(1)), "There can be 1 to 64 inputs, not 0."),
        (lambda: Data(column(65), column(1)), "There can be 1 to 64 inputs, not 65."),
        (lambda: Data(column(1), column(0)), "There can be 1 to 64 targets, not 0."),
        (lambda: Data(column(1), column(65)), "There can be 1 to 64 targets, not 65."),
        (lambda: Data(((1.0,), (1.0, 2.0)), ((0.0,), (0.0,))), "All samples need the same number of values."),
        (lambda: TABLE.with_value(0, 1, math.nan), "Every value of the data must be a finite number."),
        (lambda: TABLE.with_value(1, 2, math.inf), "Every value of the data must be a finite number."),
        (lambda: Layer(0), "A layer can have 1 to 64 units, not 0."),
        (lambda: Layer(65), "A layer can have 1 to 64 units, not 65."),
        (lambda: Layer(1, "step"), "There is no activation called “step”."),
        (lambda: Training(loss="hinge"), "There is no loss called “hinge”."),
        (lambda: Training(reduction="max"), "There is no reduction called “max”."),
        (lambda: Training(optimizer="magic"), "There is no optimizer called “magic”."),
        (lambda: Training(learning_rate=0.0), "The learning rate must be a finite number above 0, not 0."),
        (lambda: Training(learning_rate=-0.5), "The learning rate must be a finite number above 0, not −0.5."),
        (lambda: Training(learning_rate=math.nan), "The learning rate must be a finite number above 0, not NaN."),
        (lambda: Training(learning_rate=math.inf), "The learning rate must be a finite number above 0, not ∞."),
        (lambda: Initial("zeros"), "There is no initializer called “zeros”."),
        (lambda: Initial(seed=-1), "The seed must be a whole number from 0 to 4294967295, not −1."),
        (lambda: Initial(seed=2**32), "The seed must be a whole number from 0 to 4294967295, not 4294967296."),
        (lambda: replace(ARTICLE, layers=()), "A network can have up to 10 hidden layers."),
        (lambda: replace(ARTICLE, layers=(Layer(1),) * 12), "A network can have up to 10 hidden layers."),
        (lambda: replace(ARTICLE, layers=(Layer(2),)), "The output layer needs one unit for each target."),
    ],
)
def test_what_cannot_be_accepted_is_refused_in_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(RefusalError) as refused:
        make()
    assert str(refused.value) == sentence


def test_the_largest_of_everything_is_accepted() -> None:
    widest = Data(column(64), column(64))
    deepest = (*(Layer(64),) * 10, Layer(64))
    assert Experiment(widest, deepest, initial=Initial(seed=MAX_SEED)).sizes == (64,) * 12


@pytest.mark.parametrize(
    ("thing", "name"),
    [(TABLE, "inputs"), (Layer(1), "units"), (Training(), "loss"), (Initial(), "seed"), (ARTICLE, "layers")],
)
def test_what_exists_cannot_be_changed(thing: object, name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(thing, name, None)


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
    assert table.with_sample(row).without_sample(row) == table


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
    assert larger.resized(*sizes) == table


@given(data(), values, st.data())
def test_a_value_put_in_is_found_again(table: Data, value: float, draw: st.DataObject) -> None:
    row = draw.draw(st.integers(0, table.samples - 1))
    at = draw.draw(st.integers(0, table.input_count + table.target_count - 1))
    assert table.with_value(row, at, value).value(row, at) == value


def test_the_last_sample_input_and_target_stay() -> None:
    smallest = Data(((0.0,),), ((0.0,),))
    take_out: list[Callable[[], Data]] = [
        lambda: smallest.without_sample(0),
        lambda: smallest.without_column(0),
        lambda: smallest.without_column(1),
    ]
    for attempt in take_out:
        with pytest.raises(RefusalError):
            attempt()


def test_a_network_is_counted_through() -> None:
    assert ARTICLE.sizes == (2, 2, 1)
    assert ARTICLE.parameter_count == 9


def test_hidden_layers_are_put_in_changed_moved_and_taken_out() -> None:
    wide = Layer(5, "tanh")
    with_wide = ARTICLE.with_hidden_layer(0, wide)
    assert with_wide.layers == (wide, Layer(2), Layer(1))
    assert with_wide.with_hidden_layer_moved(0, 1).layers == (Layer(2), wide, Layer(1))
    assert with_wide.with_hidden_layer_moved(1, 0).layers == (Layer(2), wide, Layer(1))
    assert with_wide.without_hidden_layer(1).layers == (wide, Layer(1))
    assert ARTICLE.with_layer(1, Layer(1, "linear")).layers == (Layer(2), Layer(1, "linear"))


def test_other_data_brings_an_output_unit_for_each_target() -> None:
    two_targets = ARTICLE.with_data(ARTICLE.data.resized(4, 2, 2))
    assert two_targets.sizes == (2, 2, 2)
    assert ARTICLE.layers == (Layer(2), Layer(1))


def test_training_settings_change_by_name() -> None:
    changed = ARTICLE.with_training(loss="half_squared_error", learning_rate=0.5)
    assert changed.training == Training("half_squared_error", "sum", "sgd", 0.5)
    with pytest.raises(TypeError):
        ARTICLE.with_training(speed=3)


@given(experiments())
def test_training_data_and_functions_leave_the_start_as_it_is(experiment: Experiment) -> None:
    output = replace(experiment.layers[-1], activation="linear")
    edited = experiment.with_training(learning_rate=9.0).with_layer(len(experiment.layers) - 1, output)
    assert edited.with_data(experiment.data.with_sample(0)).starts_like(experiment)


@given(experiments())
def test_another_seed_or_size_is_another_start(experiment: Experiment) -> None:
    table = experiment.data
    one_input_more = table.resized(table.samples, table.input_count + 1, table.target_count)
    assert not experiment.with_seed(experiment.initial.seed ^ 1).starts_like(experiment)
    assert not experiment.with_hidden_layer(0, Layer(3)).starts_like(experiment)
    assert not experiment.with_data(one_input_more).starts_like(experiment)
