"""Every setting that can be varied: how its value is read, and where it goes."""

import pytest
from msgspec.structs import replace

from core.clipping import ClippingByValue
from core.datasets import article_experiment
from core.experiment import Experiment, Layer
from core.optimizers import Momentum
from core.regularizers import L2
from core.schedules import CosineDecay
from core.sweeps.grid import Grid
from core.sweeps.variables import VARIABLES, Value
from core.text import RefusalError

BASE = article_experiment()
RICH = BASE.with_training(
    optimizer=Momentum(learning_rate=0.5, momentum=0.8), regularization=L2(0.25), clipping=ClippingByValue(0.5)
)


def varied(base: Experiment, **values: object) -> Experiment:
    ((_, experiment),) = Grid(base, {name: [value] for name, value in values.items()}).combinations()
    return experiment


@pytest.mark.parametrize(
    ("name", "text", "value", "wanted"),
    [
        ("layers", "0", 0, replace(BASE, layers=BASE.layers[1:])),
        ("layers", "3", 3, replace(BASE, layers=(Layer(2), Layer(2), Layer(2), Layer(1)))),
        ("units", "5", 5, replace(BASE, layers=(Layer(5), Layer(1)))),
        ("activation", "relu", "relu", replace(BASE, layers=(Layer(2, "relu"), Layer(1)))),
        ("output_activation", "tanh", "tanh", replace(BASE, layers=(Layer(2), Layer(1, "tanh")))),
        ("loss", "absolute_error", "absolute_error", BASE.with_training(loss="absolute_error")),
        ("reduction", "mean", "mean", BASE.with_training(reduction="mean")),
        ("optimizer", "momentum", "momentum", BASE.with_training(optimizer=Momentum(learning_rate=0.1))),
        ("learning_rate", "1e-2", 0.01, BASE.with_learning_rate(0.01)),
        ("batch_size", "3", 3, BASE.with_training(batch_size=3)),
        ("batch_size", "all", None, BASE),
        ("shuffle", "true", True, BASE.with_training(shuffle=True)),
        ("shuffle", "No", False, BASE),
        ("regularization", "l2", "l2", BASE.with_training(regularization=L2())),
        ("clipping", "value", "value", BASE.with_training(clipping=ClippingByValue())),
        ("schedule", "cosine", "cosine", BASE.with_training(schedule=CosineDecay())),
        ("scheme", "uniform", "uniform", replace(BASE, initial=replace(BASE.initial, scheme="uniform"))),
        ("scale", "2", 2.0, replace(BASE, initial=replace(BASE.initial, scale=2.0))),
        ("bias_scheme", "normal", "normal", replace(BASE, initial=replace(BASE.initial, bias_scheme="normal"))),
        ("bias_scale", "0.5", 0.5, replace(BASE, initial=replace(BASE.initial, bias_scale=0.5))),
    ],
)
def test_a_setting_of_the_article(name: str, text: str, value: Value, wanted: Experiment) -> None:
    assert VARIABLES[name].parse(text) == value
    assert varied(BASE, **{name: text}) == varied(BASE, **{name: value}) == wanted


def test_options_of_what_is_chosen() -> None:
    training = varied(RICH, momentum=0.5, regularization_rate="0.125", clipping_limit=2, optimizer="momentum").training
    assert training.optimizer == Momentum(learning_rate=0.5, momentum=0.5)
    assert training.regularization == L2(0.125)
    assert training.clipping == ClippingByValue(2.0)


@pytest.mark.parametrize("name", ["beta1", "beta2", "epsilon"])
def test_an_option_of_another_choice_that_is_made_before_it(name: str) -> None:
    optimizer = varied(BASE, **{name: 0.5}, optimizer="adam").training.optimizer
    assert getattr(optimizer, name) == 0.5
    assert optimizer.learning_rate == 0.1
    assert getattr(varied(BASE, optimizer="rmsprop", alpha=0.5).training.optimizer, "alpha") == 0.5  # noqa: B009


def test_another_choice_has_its_usual_options_and_the_same_one_its_own() -> None:
    assert varied(RICH, optimizer="nesterov").training.optimizer.learning_rate == 0.5
    assert varied(RICH, regularization="l2", clipping="value", schedule="constant") == RICH


def test_a_network_without_hidden_layers_gets_some() -> None:
    bare = replace(BASE, layers=BASE.layers[1:])
    assert varied(bare, layers=1, units=4).layers == (Layer(4), Layer(1))


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("learning_rate", "fast", "“fast” is not a finite number."),
        ("learning_rate", "nan", "“nan” is not a finite number."),
        ("learning_rate", True, "“True” is not a finite number."),
        ("learning_rate", "-1", "The learning rate must be a number above 0, not −1."),
        ("units", "2.5", "“2.5” is not an integer."),
        ("units", 2.5, "“2.5” is not an integer."),
        ("units", "0", "A layer can have 1 to 64 units, not 0."),
        ("layers", "11", "The number of hidden layers must be an integer from 0 to 10, not 11."),
        ("batch_size", "none", "“none” is not an integer."),
        ("shuffle", "maybe", "“maybe” is neither true nor false."),
        ("optimizer", "sgdd", "There is no optimizer called “sgdd”."),
        ("activation", "softmax", "activation=softmax: “softmax” can only be the activation of the output layer."),
        ("momentum", "0.5", "“sgd” has no option “momentum” to vary."),
        ("clipping_limit", "1", "“none” has no option “limit” to vary."),
    ],
)
def test_a_value_that_does_not_go_is_refused_in_one_sentence(name: str, value: object, sentence: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        varied(BASE, **{name: value})
    assert str(refusal.value) == sentence
