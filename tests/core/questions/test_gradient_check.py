from dataclasses import replace
from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings

from core.activations import ACTIVATIONS
from core.clipping import ClippingByNorm
from core.data import Data
from core.datasets import article_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, Layer, Training
from core.kernels import Array, Kernel
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters, fill, initial_parameters
from core.questions import whole_data
from core.questions.gradient_check import Comparison, Objective, check_gradients, own_objective, parse_objective
from core.regularizers import L1, L2
from core.text import RefusalError
from core.training import Trainer
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


def scattered(experiment: Experiment, seed: int) -> Parameters:
    flat = np.random.RandomState(seed).uniform(-1.5, 1.5, experiment.parameter_count)
    return Parameters(experiment.sizes, flat)


def parameters_of(experiment: Experiment, weights: list[list[list[float]]], biases: list[list[float]]) -> Parameters:
    parameters = Parameters(experiment.sizes)
    fill(parameters, weights, biases)
    return parameters


def loses_digits(experiment: Experiment, parameters: Parameters) -> bool:
    """Say whether a cross-entropy takes the logarithm of 1 − a so near 0 that its differences are mostly rounding."""
    outputs = Evaluation(experiment).outputs(parameters)
    return LOSSES[experiment.training.loss].for_probabilities and bool(np.min(np.abs(1 - outputs)) < 0.05)


@settings(max_examples=50)
@given(experiments(), seeds)
def test_the_gradient_of_a_random_network_is_right(experiment: Experiment, seed: int) -> None:
    parameters = scattered(experiment, seed)
    check = check_gradients(experiment, parameters)
    assume(not check.kinked)
    assume(not loses_digits(experiment, parameters))
    assert check.max_relative_error < 1e-6
    assert check.factor is None or check.factor == pytest.approx(1, abs=1e-6)


def test_every_entry_of_the_registries_is_right_wherever_it_may_stand() -> None:
    data = Data(((0.5, -1.0), (0.25, 2.0), (-0.75, 0.125)), ((0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.25, 0.75)))
    tried = 0
    for hidden, output, loss, reduction in product(ACTIVATIONS, ACTIVATIONS, LOSSES, REDUCTIONS):
        try:
            experiment = Experiment(data, (Layer(2, hidden), Layer(3, output)), Training(loss, reduction))
        except RefusalError:
            continue
        check = check_gradients(experiment, scattered(experiment, 3))
        assert check.max_relative_error < 1e-6, (hidden, output, loss, reduction)
        assert not check.kinked
        assert check.factor == pytest.approx(1, abs=1e-6)
        tried += 1
    assert tried > 300


def test_the_article_descends_four_times_the_gradient_of_the_mean_it_prints() -> None:
    for parameters in (initial_parameters(ARTICLE), scattered(ARTICLE, 5)):
        check = check_gradients(ARTICLE, parameters, parse_objective("mean", ARTICLE))
        assert check.factor == pytest.approx(4, abs=1e-6)
        assert check.max_relative_error == pytest.approx(0.75)
        own = check_gradients(ARTICLE, parameters)
        assert own.objective == Objective("squared_error", "sum")
        assert own.max_relative_error < 1e-6
        assert own.factor == pytest.approx(1, abs=1e-6)


def test_the_factor_shows_at_the_end_of_the_articles_run_too() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(10_000)
    check = check_gradients(ARTICLE, trainer.plan.parameters, parse_objective("mean", ARTICLE))
    assert check.factor == pytest.approx(4, abs=1e-4)


def test_another_loss_has_no_common_factor() -> None:
    check = check_gradients(ARTICLE, initial_parameters(ARTICLE), parse_objective("binary_cross_entropy", ARTICLE))
    assert check.factor is None
    assert check.max_relative_error > 0.1


def test_each_parameter_has_its_name_and_the_worst_come_first() -> None:
    check = check_gradients(ARTICLE, initial_parameters(ARTICLE), Objective("absolute_error", "sum"))
    assert [checked.name for checked in check.parameters][::4] == ["W1[0,0]", "W2[0,0]", "b2[0]"]
    assert [checked.index for checked in check.parameters] == list(range(9))
    errors = [checked.relative_error for checked in check.worst_first]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] == check.max_relative_error


def _steeper_derivative(_z: Array, a: Array, out: Array) -> list[Kernel]:
    return [partial(np.multiply, a, 1.01, out)]


@pytest.mark.parametrize("name", sorted(name for name in ACTIVATIONS if not ACTIVATIONS[name].mixes_units))
def test_a_wrong_derivative_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment(ARTICLE.data, (Layer(2, name), Layer(1, "linear" if name == "sigmoid" else "sigmoid")))
    parameters = scattered(experiment, 1)
    assert check_gradients(experiment, parameters).max_relative_error < 1e-6
    monkeypatch.setitem(ACTIVATIONS, name, replace(ACTIVATIONS[name], derivative=_steeper_derivative))
    check = check_gradients(experiment, parameters)
    assert check.max_relative_error > 1e-3
    assert check.factor is None
    wrong = {checked.name[:2] for checked in check.parameters if checked.relative_error > 1e-6}
    assert wrong <= {"W1", "b1"}


def test_a_wrong_derivative_of_a_loss_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = LOSSES["squared_error"]
    monkeypatch.setitem(LOSSES, rule.name, replace(rule, derivative=LOSSES["half_squared_error"].derivative))
    check = check_gradients(ARTICLE, initial_parameters(ARTICLE))
    assert check.max_relative_error == pytest.approx(0.5)
    assert check.factor == pytest.approx(0.5)


def test_a_kink_is_no_error() -> None:
    data = Data(((1.0,), (2.0,)), ((3.0,), (4.0,)))
    experiment = Experiment(data, (Layer(1, "relu"), Layer(1, "linear")))
    check = check_gradients(experiment, parameters_of(experiment, [[[0.0]], [[2.0]]], [[0.0], [0.5]]))
    assert [checked.name for checked in check.kinked] == ["W1[0,0]", "b1[0]"]
    assert check.max_relative_error < 1e-6
    assert check.worst_first[-1].kinked


@pytest.mark.parametrize("share", [0.0, 0.19, 0.2, 0.26, 1 / 3, 0.4, 0.6, 0.9])
def test_a_kink_is_seen_wherever_in_the_step_it_lies(share: float) -> None:
    experiment = Experiment(Data(((1.0,),), ((3.0,),)), (Layer(1, "relu"), Layer(1, "linear")))
    step = 6.055454452393343e-06
    check = check_gradients(experiment, parameters_of(experiment, [[[1.0]], [[2.0]]], [[share * step - 1], [0.5]]))
    assert {"W1[0,0]", "b1[0]"} <= {checked.name for checked in check.kinked}


def test_an_answer_that_is_right_is_a_kink_of_the_absolute_error() -> None:
    experiment = Experiment(Data(((1.0,),), ((3.0,),)), (Layer(1, "linear"),), Training("absolute_error"))
    check = check_gradients(experiment, parameters_of(experiment, [[[2.0]]], [[1.0]]))
    assert len(check.kinked) == 2
    assert check.max_relative_error == 0
    assert check.factor is None


def test_a_strongly_curved_loss_is_no_kink() -> None:
    experiment = Experiment(Data(((1.0,),), ((0.0,),)), (Layer(1, "sine"), Layer(1, "linear")))
    check = check_gradients(experiment, parameters_of(experiment, [[[30.0]], [[40.0]]], [[0.1], [0.0]]))
    assert not check.kinked


def test_where_all_gradients_are_nothing_there_is_no_factor() -> None:
    experiment = Experiment(Data(((1.0,),), ((3.0,),)), (Layer(1, "linear"),))
    check = check_gradients(experiment, parameters_of(experiment, [[[2.0]]], [[1.0]]))
    assert check.factor is None
    assert check.max_relative_error < 1e-6


def test_a_gradient_where_there_is_none_has_no_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment(Data(((1.0,),), ((3.0,),)), (Layer(1, "relu"),))
    monkeypatch.setitem(ACTIVATIONS, "relu", replace(ACTIVATIONS["relu"], derivative=ACTIVATIONS["linear"].derivative))
    check = check_gradients(experiment, parameters_of(experiment, [[[-2.0]]], [[0.0]]))
    assert check.factor is None
    assert check.max_relative_error == 1


@pytest.mark.parametrize("rule", [L1(0.3), L2(0.3)])
def test_the_gradient_with_the_penalty_is_that_of_the_loss_with_the_penalty(rule: L1 | L2) -> None:
    experiment = ARTICLE.with_training(regularization=rule, clipping=ClippingByNorm(0.01))
    parameters = scattered(experiment, 2)
    assert check_gradients(experiment, parameters).max_relative_error < 1e-6
    check = check_gradients(experiment, parameters, own_objective(experiment, penalized=True))
    assert check.max_relative_error < 1e-6
    assert check.factor == pytest.approx(1, abs=1e-6)
    plain = check_gradients(experiment, parameters)
    assert any(abs(a.analytic - b.analytic) > 0.01 for a, b in zip(check.parameters, plain.parameters, strict=True))


def test_a_weight_of_zero_is_a_kink_of_l1() -> None:
    experiment = ARTICLE.with_training(regularization=L1(0.3))
    parameters = scattered(experiment, 2)
    parameters.flat[3] = 0
    check = check_gradients(experiment, parameters, parse_objective("penalty", experiment))
    assert [checked.index for checked in check.kinked] == [3]


def test_a_network_that_needs_several_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_data, "MOST_RUNS", 4)
    assert check_gradients(ARTICLE, scattered(ARTICLE, 1)).max_relative_error < 1e-6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sum", Objective("squared_error", "sum")),
        ("mean", Objective("squared_error", "mean")),
        ("squared_error", Objective("squared_error", "sum")),
        ("mean_squared_error", Objective("squared_error", "mean")),
        ("squared_error:mean", Objective("squared_error", "mean")),
        ("mean squared error", Objective("squared_error", "mean")),
        (" Mean-Squared-Error ", Objective("squared_error", "mean")),
        ("½ squared error", Objective("half_squared_error", "sum")),
        ("binary cross-entropy", Objective("binary_cross_entropy", "sum")),
        ("mean + penalty", Objective("squared_error", "mean", penalized=True)),
        *((name, Objective(name, "sum")) for name in LOSSES),
    ],
)
def test_an_objective_can_be_named_in_many_ways(text: str, expected: Objective) -> None:
    assert parse_objective(text, ARTICLE) == expected


@pytest.mark.parametrize("text", ["", "  ", "median", "mean sum", "squared", "mean squared error of it"])
def test_an_unknown_objective_is_refused_with_what_is_known(text: str) -> None:
    with pytest.raises(RefusalError, match=r"known are .*squared_error.* and sum, mean\.$") as refusal:
        parse_objective(text, ARTICLE)
    assert f"“{text.strip()}”" in str(refusal.value)


def test_an_objective_that_does_not_suit_the_network_is_refused() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(1, "linear"),))
    parameters = initial_parameters(experiment)
    with pytest.raises(RefusalError, match="needs outputs between 0 and 1"):
        check_gradients(experiment, parameters, parse_objective("binary_cross_entropy", experiment))
    with pytest.raises(RefusalError, match="no penalty"):
        check_gradients(experiment, parameters, own_objective(experiment, penalized=True))


def test_a_loss_that_is_not_finite_is_refused() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(1, "linear"),))
    with pytest.raises(RefusalError, match="not a finite number"):
        check_gradients(experiment, Parameters(experiment.sizes, np.full(3, 1e200)))


def test_the_verdict_says_that_all_pass() -> None:
    check = check_gradients(ARTICLE, scattered(ARTICLE, 1))
    assert all(checked.passes for checked in check.parameters)
    assert str(check.verdict).startswith("All 9 gradients pass: none differs by more than ")
    assert str(check.verdict).endswith(" and 1.000e−5 is allowed.")
    assert check.remark is None


def test_the_verdict_says_how_many_do_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTIVATIONS, "tanh", replace(ACTIVATIONS["tanh"], derivative=_steeper_derivative))
    experiment = Experiment(ARTICLE.data, (Layer(2, "tanh"), Layer(1)))
    check = check_gradients(experiment, scattered(experiment, 1))
    wrong = [checked for checked in check.parameters if not checked.passes]
    assert {checked.place.layer for checked in wrong} == {1}
    assert str(check.verdict) == f"{len(wrong)} of 9 gradients do not pass: they differ by more than 1.000e−5."


def test_the_verdict_names_a_common_factor() -> None:
    check = check_gradients(ARTICLE, scattered(ARTICLE, 1), parse_objective("mean", ARTICLE))
    assert str(check.verdict).startswith("Every gradient is 4.000 times the difference")


def test_kinks_are_told_of() -> None:
    experiment = Experiment(Data(((1.0,),), ((3.0,),)), (Layer(1, "relu"), Layer(1, "linear")))
    check = check_gradients(experiment, parameters_of(experiment, [[[0.0]], [[2.0]]], [[0.0], [0.5]]))
    assert str(check.remark).startswith("2 of 4 parameters are at a kink")
    assert all(checked.passes for checked in check.kinked)
    assert str(check.verdict).startswith("All 4 gradients pass")


@pytest.mark.parametrize("step", [1e-2, 1e-11])
def test_with_too_long_and_too_short_a_step_the_difference_is_the_worse_one(step: float) -> None:
    parameters = scattered(ARTICLE, 1)
    best, other = check_gradients(ARTICLE, parameters), check_gradients(ARTICLE, parameters, step=step)
    assert not other.kinked
    assert other.max_relative_error > 1e-5 > 1e-8 > best.max_relative_error
    assert [one.analytic for one in other.parameters] == [one.analytic for one in best.parameters]


def test_each_parameter_has_its_place_in_the_network() -> None:
    parameters = scattered(ARTICLE, 1)
    for checked in check_gradients(ARTICLE, parameters).parameters:
        assert parameters.value(checked.place) == parameters.flat[checked.index]


def test_a_window_can_go_on_while_gradients_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_data, "MOST_RUNS", 4)
    parameters = scattered(ARTICLE, 1)
    comparison, expected = Comparison(ARTICLE, parameters), check_gradients(ARTICLE, parameters)
    before, steps = np.geterr(), []
    for done in comparison.steps():
        assert np.geterr() == before
        parameters.flat[:] = 0  # a run goes on
        steps.append(done)
    assert steps == sorted(steps)
    assert (len(steps), steps[-1]) == (18, comparison.total)
    assert comparison.result() == expected
