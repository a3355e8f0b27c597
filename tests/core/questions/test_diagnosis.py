import numpy as np
import pytest

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment, Initial, Layer
from core.network import Parameters, fill, initial_parameters
from core.questions.diagnosis import Finding, Kind, diagnose
from core.training import Trainer

ARTICLE = article_experiment()
INPUTS = Data(((-1.0,), (0.5,), (1.0,)), ((0.0,), (1.0,), (1.0,)))


def trained(experiment: Experiment, epochs: int = 10_000) -> tuple[Finding, ...]:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return diagnose(experiment, trainer.plan.parameters, trainer.timeline.history)


def found(
    layers: tuple[Layer, ...], weights: list[list[list[float]]], biases: list[list[float]], data: Data = INPUTS
) -> tuple[Finding, ...]:
    experiment = Experiment(data, layers)
    parameters = Parameters(experiment.sizes)
    fill(parameters, weights, biases)
    return diagnose(experiment, parameters)


def only(findings: tuple[Finding, ...], kind: Kind) -> Finding:
    (finding,) = (finding for finding in findings if finding.kind is kind)
    return finding


def test_the_article_is_stuck_between_two_samples_it_cannot_tell_apart() -> None:
    (finding,) = trained(ARTICLE)
    assert finding.kind is Kind.PLATEAU
    assert finding.layer == 1
    assert finding.samples == (1, 3)
    assert finding.evidence["distance"] == pytest.approx(0.001345, rel=1e-3)
    assert finding.evidence["slope"] == pytest.approx(0.00118, rel=1e-2)
    assert finding.evidence["mean_squared_error"] == pytest.approx(0.126044, rel=1e-5)
    assert finding.evidence["undecided"] == finding.evidence["conflicting"] == 2
    assert str(finding.sentence) == (
        "The loss changed by 0.2941 % in the last 2500 epochs, and the whole gradient is 0.002191 long, "
        "but the mean squared error is still 0.1260. "
        "Samples 2 and 4 have different targets, but layer 1 hardly tells them apart: "
        "its activations differ by 0.001345, so that the answers are 0.4992 and 0.5019."
    )


@pytest.mark.parametrize("seed", [6, 8, 11, 13, 24, 25, 30, 32, 36, 38])
def test_all_other_seeds_that_get_stuck_have_the_same_reason(seed: int) -> None:
    (finding,) = trained(ARTICLE.with_seed(seed))
    assert finding.kind is Kind.PLATEAU
    assert "hardly tells them apart" in str(finding.sentence)


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 7])
def test_a_seed_that_converges_has_no_findings(seed: int) -> None:
    assert trained(ARTICLE.with_seed(seed)) == ()


@pytest.mark.parametrize("name", ["and", "circle", "moons", "rings", "sine"])
def test_an_experiment_that_learns_has_no_findings(name: str) -> None:
    assert trained(preset_experiment(name), 300) == ()


def test_a_run_that_begins_has_no_findings() -> None:
    assert diagnose(ARTICLE, initial_parameters(ARTICLE)) == ()


def test_saturated_units_are_named() -> None:
    layers = Layer(3, "sigmoid"), Layer(1, "sigmoid")
    finding = only(
        found(layers, [[[40.0, 1.0, -50.0]], [[1.0], [2.0], [3.0]]], [[0.0, 0.0, 0.0], [0.0]]), Kind.SATURATED
    )
    assert (finding.layer, finding.units) == (1, (0, 2))
    assert finding.evidence["count"] == finding.evidence["samples"] == 3
    assert finding.evidence["largest_slope"] < finding.evidence["limit"] == 0.0025
    assert str(finding.sentence) == (
        "Units 1 and 3 of layer 1 are saturated: their slope is below 0.002500 in at least 3 of 3 samples."
    )


def test_one_saturated_tanh_is_named() -> None:
    layers = Layer(2, "tanh"), Layer(1, "linear")
    finding = only(found(layers, [[[0.0, 1.0]], [[1.0], [2.0]]], [[-9.0, 0.0], [0.0]]), Kind.SATURATED)
    assert str(finding.sentence) == ("Unit 1 of layer 1 is saturated: its slope is below 0.01000 in 3 of 3 samples.")


def test_an_output_unit_may_be_saturated_where_it_is_right() -> None:
    right, wrong = ([[sign * 40.0]] for sign in (1, -1))
    assert found((Layer(1),), [right], [[0.0]]) == ()
    finding = only(found((Layer(1),), [wrong], [[0.0]]), Kind.SATURATED)
    assert (finding.layer, finding.units) == (1, (0,))


def test_dead_units_are_named() -> None:
    layers = Layer(4, "relu"), Layer(1, "linear")
    weights = [[[1.0, -1.0, 0.5, 2.0]], [[1.0], [2.0], [3.0], [4.0]]]
    finding = only(found(layers, weights, [[-1.0, -3.0, 0.0, -9.0], [0.0]]), Kind.DEAD)
    assert (finding.layer, finding.units) == (1, (0, 1, 3))
    assert finding.evidence == {"samples": 3, "highest_sum": 0}
    assert str(finding.sentence) == (
        "Units 1, 2 and 4 of layer 1 are dead: they answer 0 to all 3 samples, and no gradient passes."
    )


def test_one_dead_unit_is_named() -> None:
    layers = Layer(2, "relu"), Layer(1, "linear")
    finding = only(found(layers, [[[1.0, -1.0]], [[1.0], [2.0]]], [[0.0, -3.0], [0.0]]), Kind.DEAD)
    assert str(finding.sentence) == (
        "Unit 2 of layer 1 is dead: it answers 0 to all 3 samples, and no gradient passes."
    )


def test_a_relu_that_answers_one_sample_is_alive() -> None:
    layers = Layer(2, "relu"), Layer(1, "linear")
    assert found(layers, [[[1.0, -1.0]], [[1.0], [2.0]]], [[-0.9, -0.9], [0.0]]) == ()


def test_a_gradient_that_vanishes_is_found_where_it_is_smallest() -> None:
    layers = (Layer(1, "tanh"), Layer(1, "tanh"), Layer(1, "linear"))
    finding = only(found(layers, [[[1.0]], [[1e-2]], [[1e-2]]], [[0.0]] * 3), Kind.VANISHING)
    assert finding.layer == 1
    assert finding.evidence["ratio"] == pytest.approx(finding.evidence["delta"] / finding.evidence["output_delta"])
    assert 0 < finding.evidence["ratio"] < 1e-4
    assert "in layer 1, δ has" in str(finding.sentence)
    assert found(layers, [[[1.0]], [[0.5]], [[0.5]]], [[0.0]] * 3) == ()


def test_ten_layers_of_sigmoids_let_the_gradient_vanish() -> None:
    experiment = Experiment(ARTICLE.data, (*(Layer(2),) * 10, Layer(1)))
    finding = only(diagnose(experiment, initial_parameters(experiment)), Kind.VANISHING)
    assert finding.layer == 1


def test_a_gradient_that_explodes_is_found_where_it_is_largest() -> None:
    layers = (Layer(1, "linear"), Layer(1, "linear"), Layer(1, "linear"))
    (finding,) = found(layers, [[[1.0]], [[50.0]], [[50.0]]], [[0.0]] * 3)
    assert (finding.kind, finding.layer) == (Kind.EXPLODING, 1)
    assert finding.evidence["ratio"] == pytest.approx(2500)
    assert str(finding.sentence) == (
        "The gradient explodes on its way back: in layer 1, δ has 2500 times its size in the output."
    )


def test_a_gradient_whose_square_is_not_finite_is_found_all_the_same() -> None:
    layers = (Layer(1, "linear"), Layer(1, "linear"), Layer(1, "linear"))
    (finding,) = found(layers, [[[1.0]], [[1e60]], [[1e60]]], [[0.0]] * 3)
    assert (finding.kind, finding.layer) == (Kind.EXPLODING, 1)
    assert finding.evidence["ratio"] == pytest.approx(1e120)


def test_a_gradient_that_is_not_finite_is_all_there_is_to_say() -> None:
    layers = (Layer(1, "linear"), Layer(1, "linear"))
    (finding,) = found(layers, [[[1e200]], [[1e200]]], [[0.0]] * 2)
    assert (finding.kind, finding.layer) == (Kind.EXPLODING, 2)
    (finding,) = found(layers, [[[1.0]], [[1e160]]], [[0.0]] * 2)
    assert (finding.kind, finding.layer) == (Kind.EXPLODING, 1)
    assert str(finding.sentence) == "The gradient of layer 1 is no finite number any more."


def test_where_all_answers_are_right_no_gradient_is_compared() -> None:
    layers = (Layer(1, "linear"), Layer(1, "linear"))
    assert found(layers, [[[1.0]], [[0.0]]], [[0.0], [1.0]], Data(((1.0,),), ((1.0,),))) == ()


def test_units_with_the_same_weights_stay_the_same() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(3), Layer(1)), initial=Initial(scheme="constant"))
    parameters = initial_parameters(experiment)
    finding = only(diagnose(experiment, parameters), Kind.SYMMETRIC)
    assert (finding.layer, finding.units, finding.evidence) == (1, (0, 1, 2), {"difference": 0})
    assert str(finding.sentence).startswith("Units 1, 2 and 3 of layer 1 are the same")
    parameters.weights[0][0, 1] *= 1 + 1e-12
    assert only(diagnose(experiment, parameters), Kind.SYMMETRIC).units == (0, 1, 2)
    parameters.weights[0][0, 1] *= 1 + 1e-6
    assert only(diagnose(experiment, parameters), Kind.SYMMETRIC).units == (0, 2)
    trainer = Trainer(experiment)
    trainer.run(2000)
    assert only(diagnose(experiment, trainer.plan.parameters), Kind.SYMMETRIC).units == (0, 1, 2)


def test_units_of_zeros_are_the_same() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(2), Layer(1)), initial=Initial(scheme="zeros"))
    findings = diagnose(experiment, initial_parameters(experiment))
    assert [finding.kind for finding in findings] == [Kind.VANISHING, Kind.SYMMETRIC]


def test_units_that_are_the_same_to_one_side_only_are_not() -> None:
    layers = Layer(2, "tanh"), Layer(1, "linear")
    assert found(layers, [[[1.0, 1.0]], [[1.0], [2.0]]], [[0.0, 0.0], [0.0]]) == ()
    assert found(layers, [[[1.0, 1.0]], [[1.0], [1.0]]], [[0.0, 0.5], [0.0]]) == ()


def test_a_network_without_a_hidden_layer_answers_halfway() -> None:
    (finding,) = trained(Experiment(ARTICLE.data, (Layer(1),)))
    assert (finding.kind, finding.layer, finding.samples) == (Kind.PLATEAU, 1, (0, 1, 2, 3))
    assert str(finding.sentence).endswith("4 of 4 samples are answered halfway between the two classes.")


def test_a_plateau_may_have_no_details() -> None:
    data = Data(((-2.0,), (-1.0,), (1.0,), (2.0,)), ((4.0,), (1.0,), (1.0,), (4.1,)))
    (finding,) = trained(Experiment(data, (Layer(1, "linear"),)), 3000)
    assert (finding.kind, finding.layer, finding.samples) == (Kind.PLATEAU, 1, ())
    assert "accuracy" not in finding.evidence
    assert np.isfinite(list(finding.evidence.values())).all()
    assert "Samples" not in str(finding.sentence)


def test_the_worst_stands_first() -> None:
    experiment = Experiment(ARTICLE.data, (Layer(2, "relu"), Layer(1)), initial=Initial(scheme="zeros"))
    findings = trained(experiment, 500)
    assert [finding.kind for finding in findings] == [Kind.PLATEAU, Kind.VANISHING, Kind.DEAD, Kind.SYMMETRIC]
    assert [str(finding.title) for finding in findings] == [
        "The run stands still",
        "Layer 1 learns slowly",
        "Units of layer 1 are dead",
        "Units of layer 1 are the same",
    ]
