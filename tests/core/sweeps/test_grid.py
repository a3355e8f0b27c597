"""Seeds and settings as a command line has them, and the experiments they make."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.datasets import article_experiment
from core.experiment import ParameterIndex
from core.given_parameters import GivenParameters
from core.sweeps.grid import MAX_RUNS, Grid, Variation, parse_seeds
from core.text import RefusalError

BASE = article_experiment()


@pytest.mark.parametrize(
    ("text", "seeds"),
    [
        ("7", [7]),
        ("1,5,9", [1, 5, 9]),
        (" 9, 1 ", [9, 1]),
        ("0:4", [0, 1, 2, 3]),
        ("0:10:5", [0, 5]),
        ("3:4:100", [3]),
        ("0:3,10,20:22", [0, 1, 2, 10, 20, 21]),
        ("4294967295", [2**32 - 1]),
    ],
)
def test_seeds(text: str, seeds: Sequence[int]) -> None:
    assert list(parse_seeds(text)) == seeds


def test_a_million_seeds_are_no_more_than_a_range() -> None:
    assert parse_seeds(f"0:{MAX_RUNS}") == range(MAX_RUNS)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "“” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("1,,2", "“” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("-1", "“-1” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("²", "“²” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("1:2:3:4", "“1:2:3:4” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("9" * 5000, f"“{'9' * 5000}” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5."),
        ("5:5", "“5:5” holds no seeds: the second number must be larger than the first."),
        ("9:1", "“9:1” holds no seeds: the second number must be larger than the first."),
        ("0:9:0", "The step between the seeds of “0:9:0” must not be 0."),
        ("0:1000001", "A sweep can have up to 1,000,000 runs, not 1,000,001."),
        ("4294967296", "The seed must be an integer from 0 to 4294967295, not 4294967296."),
        ("1,0:3", "A seed stands twice in “1,0:3”."),
    ],
)
def test_what_are_no_seeds_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        parse_seeds(text)
    assert str(refusal.value) == sentence


@given(st.text("0123456789:, -", max_size=9))
def test_any_text_is_seeds_or_is_refused(text: str) -> None:
    try:
        seeds = parse_seeds(text)
    except RefusalError:
        return
    assert 0 < len(seeds) == len(set(seeds))


def test_a_variation() -> None:
    assert Variation.parse("learning_rate=0.1,0.3") == Variation("learning_rate", (0.1, 0.3))
    assert Variation.parse(" optimizer = sgd , adam ") == Variation("optimizer", ("sgd", "adam"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("rate=1", "There is no setting to vary called “rate”."),
        ("units", "“units” varies nothing: write a setting and its values, as in learning_rate=0.1,0.3."),
        ("units=", "There is no value to vary “units” by."),
        ("units=2,2", "A value of “units” is there twice."),
        ("units=2,", "“” is not an integer."),
    ],
)
def test_what_is_no_variation_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        Variation.parse(text)
    assert str(refusal.value) == sentence


def test_combinations_vary_the_last_setting_fastest() -> None:
    grid = Grid.parse(BASE, ["units=2,3", "learning_rate=0.1,0.5"])
    settings = [settings for settings, _ in grid.combinations()]
    assert settings == [
        {"units": 2, "learning_rate": 0.1},
        {"units": 2, "learning_rate": 0.5},
        {"units": 3, "learning_rate": 0.1},
        {"units": 3, "learning_rate": 0.5},
    ]
    experiments = [experiment for _, experiment in grid.combinations()]
    assert [experiment.layers[0].units for experiment in experiments] == [2, 2, 3, 3]
    assert [experiment.training.learning_rate for experiment in experiments] == [0.1, 0.5, 0.1, 0.5]


def test_a_grid_of_nothing_is_the_experiment_itself() -> None:
    assert Grid(BASE).combinations() == [({}, BASE)]


def test_settings_that_only_go_together_are_taken_together() -> None:
    linear = BASE.with_layer(1, replace(BASE.layers[1], activation="linear"))
    with pytest.raises(RefusalError, match=r"^loss=cross_entropy: “cross_entropy” needs outputs"):
        Grid(linear, {"loss": ["cross_entropy"]}).combinations()
    ((_, experiment),) = Grid(linear, {"loss": ["cross_entropy"], "output_activation": ["softmax"]}).combinations()
    assert experiment.layers[1].activation == "softmax"


def test_given_parameters_are_kept_where_a_run_starts_alike() -> None:
    start = replace(
        BASE, parameters=GivenParameters((((1.0, 2.0), (3.0, 4.0)), ((5.0,), (6.0,))), ((0.0, 0.0), (0.0,)))
    )
    ((_, faster),) = Grid(start, {"learning_rate": [1.0]}).combinations()
    assert faster.parameters == start.parameters
    for name, value in (("units", 3), ("scale", 2.0), ("layers", 2)):
        ((_, other),) = Grid(start, {name: [value]}).combinations()
        assert other.parameters is None


def test_what_is_frozen_stays_so_while_the_layers_have_as_many_units() -> None:
    start = BASE.with_frozen([ParameterIndex(1, 0)], True)
    for name, value in (("learning_rate", 1.0), ("scale", 2.0), ("activation", "tanh")):
        ((_, kept),) = Grid(start, {name: [value]}).combinations()
        assert kept.frozen == start.frozen
    for name, value in (("units", 3), ("layers", 2)):
        ((_, freed),) = Grid(start, {name: [value]}).combinations()
        assert freed.frozen == ()


def test_a_grid_is_refused_in_one_sentence() -> None:
    with pytest.raises(RefusalError, match=r"^“units” is varied twice.$"):
        Grid.parse(BASE, ["units=1", "units=2"])
    bare = replace(BASE, layers=BASE.layers[1:])
    for name, value in (("units", "2"), ("activation", "relu")):
        with pytest.raises(RefusalError, match=f"^“{name}” is that of hidden layers, and there are none.$"):
            Grid(bare, {name: [value]}).combinations()
    many = {"learning_rate": [n / 1000 for n in range(1, 2000)], "scale": [n / 1000 for n in range(1, 2000)]}
    with pytest.raises(RefusalError, match=r"^A sweep can have up to 1,000,000 runs, not 3,996,001.$"):
        Grid(BASE, many).combinations()
    Grid(bare, {"layers": [0, 1], "units": [2, 3]}).combinations()
