import math
from collections.abc import Callable

import pytest
from hypothesis import given
from msgspec.structs import replace

from core.data import Data, Row, Rows
from core.datasets import article_experiment
from core.experiment import MAX_SEED, Experiment, Initial, Layer, ParameterIndex, Stop, Training
from core.given_parameters import GivenParameters
from core.optimizers import Sgd
from core.settings import MOST_EPOCHS
from core.text import RefusalError
from tests.core.strategies import experiments

ARTICLE = article_experiment()
BCE = ARTICLE.with_training(loss="binary_cross_entropy")
NO_NETWORK = "A network needs an output layer and can have up to 10 hidden layers."
NO_PROBABILITIES = "“binary_cross_entropy” needs outputs between 0 and 1: those of a sigmoid or softmax layer."
TABLE = Data(inputs=((1.0, 2.0), (3.0, 4.0)), targets=((5.0,), (6.0,)))


def given_parameters(
    weights: tuple[Rows, ...] = (((1.0,), (2.0,)),), biases: tuple[Row, ...] = ((0.5,),)
) -> Experiment:
    return Experiment(TABLE, (Layer(1),), parameters=GivenParameters(weights, biases))


def column(count: int) -> tuple[tuple[float, ...], ...]:
    return ((0.0,) * count,)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Layer(0), "A layer can have 1 to 64 units, not 0."),
        (lambda: Layer(65), "A layer can have 1 to 64 units, not 65."),
        (lambda: Layer(1, "step"), "There is no activation called “step”."),
        (lambda: Training(loss="hinge"), "There is no loss called “hinge”."),
        (lambda: Training(reduction="max"), "There is no reduction called “max”."),
        (
            lambda: Training(optimizer=Sgd(learning_rate=0.0)),
            "The learning rate must be a number above 0, not 0.",
        ),
        (
            lambda: Training(optimizer=Sgd(learning_rate=-0.5)),
            "The learning rate must be a number above 0, not −0.5.",
        ),
        (
            lambda: Training(optimizer=Sgd(learning_rate=math.nan)),
            "The learning rate must be a number above 0, not NaN.",
        ),
        (
            lambda: Training(optimizer=Sgd(learning_rate=math.inf)),
            "The learning rate must be a number above 0, not ∞.",
        ),
        (lambda: Initial("ones"), "There is no initializer called “ones”."),
        (lambda: Initial(seed=-1), "The seed must be an integer from 0 to 4294967295, not −1."),
        (lambda: Initial(seed=2**32), "The seed must be an integer from 0 to 4294967295, not 4294967296."),
        (lambda: replace(ARTICLE, layers=()), NO_NETWORK),
        (lambda: replace(ARTICLE, layers=(Layer(1),) * 12), NO_NETWORK),
        (lambda: replace(ARTICLE, layers=(Layer(2),)), "The output layer needs one unit for each target."),
        (
            lambda: ARTICLE.with_layer(0, Layer(2, "softmax")),
            "“softmax” can only be the activation of the output layer.",
        ),
        (lambda: BCE.with_layer(1, Layer(1, "tanh")), NO_PROBABILITIES),
        (lambda: ARTICLE.with_layer(1, Layer(1, "relu")).with_training(loss="binary_cross_entropy"), NO_PROBABILITIES),
        (
            lambda: BCE.with_data(BCE.data.with_value(1, 2, 1.5)),
            "“binary_cross_entropy” needs targets between 0 and 1.",
        ),
        (
            lambda: BCE.with_data(replace(BCE.data, test_inputs=((0.0, 0.0),), test_targets=((-0.5,),))),
            "“binary_cross_entropy” needs targets between 0 and 1.",
        ),
        (lambda: Training(batch_size=0), "The batch size must be an integer from 1 to 100000, not 0."),
        (lambda: Initial(scale=math.inf), "The scale of the weights must be a finite number, not ∞."),
        (lambda: Initial(bias_scale=math.nan), "The scale of the biases must be a finite number, not NaN."),
        (
            lambda: Initial(bias_scheme="he_normal"),
            "“he_normal” depends on a layer’s units and cannot be used for biases.",
        ),
        (lambda: Stop(loss_below=0.0), "The loss to stop below must be a number above 0, not 0."),
        (
            lambda: Stop(epochs=0),
            f"The number of epochs to stop after must be an integer from 1 to {MOST_EPOCHS}, not 0.",
        ),
        (lambda: Stop(accuracy=1.5), "The accuracy to stop at must be a number from 0 to 1, not 1.5."),
        (lambda: given_parameters(weights=()), "The given weights do not have the shapes of this network."),
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
    [
        (TABLE, "inputs"),
        (Layer(1), "units"),
        (Training(), "loss"),
        (Initial(), "seed"),
        (ARTICLE, "layers"),
        (Sgd(), "name"),
    ],
)
def test_what_exists_cannot_be_changed(thing: object, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(thing, name, None)


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
    changed = ARTICLE.with_training(loss="half_squared_error", shuffle=True).with_learning_rate(0.5)
    assert changed.training == Training("half_squared_error", "sum", Sgd(learning_rate=0.5), shuffle=True)
    assert changed.training.learning_rate == 0.5
    with pytest.raises(TypeError):
        ARTICLE.with_training(speed=3)


def test_an_epoch_is_cut_into_batches_of_which_the_last_may_be_short() -> None:
    five = ARTICLE.with_data(ARTICLE.data.resized(5, 2, 1))
    sizes = [
        (five.with_training(batch_size=size).batch_size, five.with_training(batch_size=size).batches)
        for size in (None, 1, 2, 4, 5, 99)
    ]
    assert sizes == [(5, 1), (1, 5), (2, 3), (4, 2), (5, 1), (5, 1)]


def test_other_samples_batch_sizes_and_shuffling_make_other_batches() -> None:
    assert ARTICLE.has_batches_of(ARTICLE.with_learning_rate(2.0).with_data(ARTICLE.data.with_value(0, 0, 9.0)))
    assert ARTICLE.has_batches_of(ARTICLE.with_training(batch_size=4))
    for other in (
        ARTICLE.with_training(batch_size=3),
        ARTICLE.with_training(shuffle=True),
        ARTICLE.with_data(ARTICLE.data.with_sample(0)),
    ):
        assert not ARTICLE.has_batches_of(other)


def test_given_parameters_go_where_they_fit_no_longer() -> None:
    given_ones = given_parameters()
    assert given_ones.with_learning_rate(2.0).with_layer(0, Layer(1, "tanh")).parameters is given_ones.parameters
    assert given_ones.with_data(TABLE.with_sample(0)).parameters is given_ones.parameters
    assert given_ones.with_data(TABLE.without_column(0)).parameters is None
    assert given_ones.with_hidden_layer(0, Layer(2)).parameters is None
    assert given_ones.with_seed(3).parameters is None
    assert not given_ones.starts_like(given_parameters(biases=((0.75,),)))


@pytest.mark.parametrize(
    "index",
    [
        ParameterIndex(0, 0),
        ParameterIndex(3, 0),
        ParameterIndex(1, 2),
        ParameterIndex(1, -1),
        ParameterIndex(2, 0, 2),
        ParameterIndex(2, 0, -1),
    ],
)
def test_only_what_the_network_has_can_be_frozen(index: ParameterIndex) -> None:
    with pytest.raises(RefusalError) as refused:
        ARTICLE.with_frozen([ParameterIndex(1, 0), index], True)
    assert str(refused.value) == f"Layer {index.layer} has no such weight or bias."
    assert refused.value.place == ".frozen[1]"


def test_what_is_frozen_is_there_once_and_in_order() -> None:
    bias, weight, last = ParameterIndex(1, 1), ParameterIndex(1, 1, 0), ParameterIndex(2, 0, 1)
    frozen = ARTICLE.with_frozen([last, weight], True).with_frozen([bias, weight], True)
    assert frozen.frozen == (bias, weight, last)
    assert frozen == ARTICLE.with_frozen([bias, weight, last], True)
    assert frozen.with_frozen([weight, ParameterIndex(2, 0)], False).frozen == (bias, last)
    assert frozen.with_frozen(frozen.frozen, False) == ARTICLE


def test_freezing_holds_from_here_on() -> None:
    frozen = ARTICLE.with_frozen([ParameterIndex(1, 0)], True)
    assert frozen.starts_like(ARTICLE)
    assert frozen.has_batches_of(ARTICLE)


def test_what_is_frozen_stays_so_while_the_layers_have_as_many_units() -> None:
    frozen = ARTICLE.with_frozen([ParameterIndex(1, 1, 0), ParameterIndex(2, 0)], True)
    for kept in (
        frozen.with_layer(0, Layer(2, "tanh")),
        frozen.with_data(ARTICLE.data.with_value(0, 0, 0.5)),
        frozen.with_seed(3),
        frozen.with_learning_rate(2.0),
    ):
        assert kept.frozen == frozen.frozen
    for freed in (
        frozen.with_layer(0, Layer(3)),
        frozen.with_hidden_layer(1, Layer(2)),
        frozen.without_hidden_layer(0),
        frozen.with_data(ARTICLE.data.resized(4, 3, 1)),
        frozen.with_data(ARTICLE.data.resized(4, 2, 2)),
    ):
        assert freed.frozen == ()


def test_a_stop_condition_is_set_or_not() -> None:
    assert not Stop().is_set
    assert all(stop.is_set for stop in (Stop(epochs=1), Stop(loss_below=0.1), Stop(accuracy=0.0)))


@given(experiments())
def test_training_data_and_functions_leave_the_start_as_it_is(experiment: Experiment) -> None:
    output = replace(experiment.layers[-1], activation="sigmoid")
    edited = experiment.with_learning_rate(9.0).with_layer(len(experiment.layers) - 1, output)
    assert edited.with_data(experiment.data.with_sample(0)).starts_like(experiment)


@given(experiments())
def test_another_seed_or_size_is_another_start(experiment: Experiment) -> None:
    table = experiment.data
    one_input_more = replace(table, features=()).resized(table.samples, table.input_count + 3, table.target_count)
    assert not experiment.with_seed(experiment.initial.seed ^ 1).starts_like(experiment)
    assert not experiment.with_hidden_layer(0, Layer(3)).starts_like(experiment)
    assert not experiment.with_data(one_input_more).starts_like(experiment)
