from functools import partial

import pytest
from hypothesis import given
from msgspec.structs import replace

from core.clipping import ClippingByNorm
from core.datasets import DATASETS, article_experiment
from core.differences import ENTRIES, TITLES, differences
from core.experiment import Experiment, Initial, Layer, ParameterIndex, Stop, Training
from core.given_parameters import GivenParameters
from core.optimizers import OPTIMIZERS, Momentum
from core.regularizers import L2
from core.schedules import StepDecay
from tests.core.strategies import experiments

ARTICLE = article_experiment()
ZEROS = GivenParameters((((0.0, 0.0), (0.0, 0.0)), ((0.0,), (0.0,))), ((0.0, 0.0), (0.0,)))


def told(one: Experiment, other: Experiment) -> list[str]:
    """Return the differences as they are read."""
    return [str(difference.phrase) for difference in differences(one, other)]


from_article = partial(told, ARTICLE)


@given(experiments(), experiments())
def test_there_are_none_where_and_only_where_both_are_equal(one: Experiment, other: Experiment) -> None:
    assert differences(one, one) == ()
    assert (differences(one, other) == ()) == (one == other)


@given(experiments(), experiments())
def test_the_other_way_round_they_are_the_same_ones(one: Experiment, other: Experiment) -> None:
    there = [(str(each.title), str(each.one), str(each.other)) for each in differences(one, other)]
    back = [(str(each.title), str(each.other), str(each.one)) for each in differences(other, one)]
    assert sorted(there) == sorted(back)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"loss": "absolute_error"}, ["loss: squared error → absolute error"]),
        ({"reduction": "mean"}, ["reduction: sum (Σ) → mean"]),
        ({"batch_size": 2}, ["batch size: all samples → 2"]),
        ({"shuffle": True}, ["shuffling: off → on"]),
        ({"stop": Stop(epochs=10_000)}, ["stop after epochs: never → 10000"]),
        ({"stop": Stop(accuracy=0.9)}, ["stop at an accuracy of: never → 0.9"]),
        ({"regularization": L2(0.5)}, [f"regularisation: none → {L2.title}"]),
        ({"clipping": ClippingByNorm()}, ["clipping: off → length of the whole"]),
        ({"schedule": StepDecay()}, ["schedule: constant → in steps"]),
        ({"optimizer": OPTIMIZERS["momentum"](0.1)}, ["optimizer: gradient descent → momentum"]),
        (
            {"optimizer": OPTIMIZERS["adam"](0.01)},
            ["optimizer: gradient descent → Adam", "learning rate: 0.1 → 0.01"],
        ),
    ],
    ids=str,
)
def test_training_settings_are_told_by_their_titles(settings: dict[str, object], expected: list[str]) -> None:
    assert from_article(ARTICLE.with_training(**settings)) == expected


def test_options_of_the_same_choice_are_told() -> None:
    slow, fast = (ARTICLE.with_training(optimizer=Momentum(0.1, share)) for share in (0.5, 0.9))
    (difference,) = told(slow, fast)
    assert difference.endswith(": 0.5 → 0.9")


def test_layers_are_told_by_their_sizes_and_their_activations() -> None:
    assert from_article(ARTICLE.with_layer(0, Layer(4, "tanh"))) == [
        "layers: 2-2-1 → 2-4-1",
        "activation of layer 1: sigmoid → tanh",
    ]
    assert from_article(ARTICLE.with_hidden_layer(1, Layer(3))) == ["layers: 2-2-1 → 2-2-3-1"]


def test_data_is_told_by_its_name_or_its_size() -> None:
    assert from_article(ARTICLE.with_data(DATASETS["and"].make())) == ["data: XOR → AND"]
    fewer = ARTICLE.with_data(ARTICLE.data.without_samples([0]))
    assert from_article(fewer) == ["data: XOR → 3 samples"]


def test_other_data_of_the_same_size_is_told_to_be_other() -> None:
    one, other = (ARTICLE.with_data(ARTICLE.data.with_value(0, 0, value)) for value in (7.0, 8.0))
    assert told(one, other) == ["data: not the same"]


def test_features_are_no_other_data() -> None:
    chosen = ARTICLE.with_data(replace(ARTICLE.data, features=("x", "y")))
    assert from_article(chosen) == ["features: the inputs → x, y"]


def test_where_it_starts_is_told() -> None:
    assert from_article(ARTICLE.with_seed(7)) == ["seed: 0 → 7"]
    assert from_article(replace(ARTICLE, parameters=ZEROS)) == ["parameters to start from: drawn → given"]
    others = replace(ZEROS, biases=((1.0, 0.0), (0.0,)))
    assert told(replace(ARTICLE, parameters=ZEROS), replace(ARTICLE, parameters=others)) == [
        "parameters to start from: not the same"
    ]


def test_what_is_frozen_is_told() -> None:
    assert from_article(ARTICLE.with_frozen([ParameterIndex(1, 0)], frozen=True)) == ["frozen parameters: 0 → 1"]


def test_every_field_has_its_title_and_no_two_share_a_name() -> None:
    fields = [
        name
        for group in (Training, Stop, Initial)
        for name in group.__struct_fields__
        if (group, name) != (Training, "stop")
    ]
    assert sorted(fields) == sorted(TITLES)
    assert set(ENTRIES) <= set(TITLES)
