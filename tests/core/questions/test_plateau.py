from math import nan

import numpy as np
import pytest

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment, Layer
from core.history import History
from core.network import Parameters, initial_parameters
from core.questions.plateau import MOST_SAMPLES, Plateau, find_plateau
from core.questions.whole_data import gradient, whole_plan
from core.regularizers import L2
from core.training import Trainer

ARTICLE = article_experiment()


def history_of(losses: list[float]) -> History:
    history = History()
    history.record(0, [(loss, loss, nan) for loss in losses])
    return history


def at_start(losses: list[float], experiment: Experiment = ARTICLE) -> Plateau | None:
    return find_plateau(whole_plan(experiment, initial_parameters(experiment)), history_of(losses))


def answering(experiment: Experiment, answer: float) -> Plateau | None:
    """Return the plateau of a network whose last layer answers the same to everything."""
    parameters = initial_parameters(experiment)
    parameters.weights[-1][...] = 0
    parameters.biases[-1][...] = answer
    return find_plateau(whole_plan(experiment, parameters), history_of([1.0] * 100))


def test_a_hundred_epochs_are_needed() -> None:
    assert at_start([1.0] * 99) is None
    plateau = at_start([1.0] * 100)
    assert plateau is not None
    assert (plateau.epochs, plateau.change) == (100, 0)


def test_of_a_long_run_the_last_quarter_counts() -> None:
    plateau = at_start([*np.linspace(3, 1, 750), *np.linspace(1, 0.995, 250)])
    assert plateau is not None
    assert plateau.epochs == 250
    assert plateau.change == pytest.approx(0.005, rel=0.15)
    assert at_start([1.0] * 750 + [*np.linspace(1, 0.9, 250)]) is None


def test_a_loss_that_grows_is_no_plateau() -> None:
    assert at_start([*np.linspace(1, 1.1, 100)]) is None


def test_a_loss_of_zero_changes_by_nothing() -> None:
    plateau = at_start([0.0] * 100)
    assert plateau is not None
    assert plateau.change == 0


def test_a_very_long_history_is_read_in_its_buckets() -> None:
    plateau = at_start([1.0] * 40_000)
    assert plateau is not None
    assert (plateau.epochs, plateau.change) == (10_000, 0)


def test_noise_from_batch_to_batch_is_averaged_away() -> None:
    noise = np.random.RandomState(0).uniform(-0.02, 0.02, 1000)
    assert at_start([*(1 + noise)]) is not None


def test_a_run_that_is_done_stands_on_no_plateau() -> None:
    trainer = Trainer(ARTICLE.with_seed(1))
    trainer.run(10_000)
    assert find_plateau(whole_plan(trainer.experiment, trainer.plan.parameters), history_of([1.0] * 400)) is None


def test_classes_that_are_answered_rightly_are_enough() -> None:
    """The outputs are on their right sides, though the error is large."""
    experiment = Experiment(Data(((-1.0,), (1.0,)), ((0.0,), (1.0,))), (Layer(1),))
    parameters = Parameters(experiment.sizes, np.array([0.1, 0.0]))
    assert find_plateau(whole_plan(experiment, parameters), history_of([1.0] * 100)) is None


def test_targets_that_are_all_the_same_can_be_missed() -> None:
    experiment = Experiment(Data(((-1.0,), (1.0,)), ((3.0,), (3.0,))), (Layer(1, "linear"),))
    assert answering(experiment, 3.0) is None
    plateau = answering(experiment, 5.0)
    assert plateau is not None
    assert (plateau.closest, plateau.accuracy, plateau.undecided) == (None, None, ())


def test_the_gradient_is_the_one_that_is_descended() -> None:
    experiment = ARTICLE.with_training(regularization=L2(0.5))
    plan = whole_plan(experiment, initial_parameters(experiment))
    plateau = find_plateau(plan, history_of([1.0] * 100))
    assert plateau is not None
    assert plateau.gradient_norm == pytest.approx(np.linalg.norm(gradient(plan, penalized=True).flat))
    assert plateau.gradient_norm != pytest.approx(np.linalg.norm(gradient(plan).flat))


def test_the_same_inputs_with_different_targets_conflict_without_a_hidden_layer() -> None:
    data = Data(((0.0,), (1.0,), (1.0,), (2.0,)), ((0.0,), (0.0,), (1.0,), (1.0,)))
    plateau = answering(Experiment(data, (Layer(1),)), 1.0)
    assert plateau is not None
    assert plateau.closest is not None
    assert (plateau.closest.first, plateau.closest.second, plateau.closest.distance) == (1, 2, 0)
    assert plateau.closest.slope is None
    assert plateau.conflicting == (1, 2)
    assert "slope" not in plateau.evidence


def test_samples_with_the_same_target_do_not_conflict() -> None:
    data = Data(((0.0,), (1.0,), (1.0,), (2.0,)), ((0.0,), (1.0,), (1.0,), (0.0,)))
    plateau = answering(Experiment(data, (Layer(1),)), 0.0)
    assert plateau is not None
    assert plateau.closest is None
    assert plateau.undecided == (0, 1, 2, 3)


def test_several_outputs_are_not_halfway_but_can_conflict() -> None:
    data = Data(((0.0,), (1.0,), (1.0,)), ((1.0, 0.0), (1.0, 0.0), (0.0, 1.0)))
    plateau = answering(Experiment(data, (Layer(2, "softmax"),)), 0.0)
    assert plateau is not None
    assert (plateau.undecided, plateau.conflicting) == ((), (1, 2))
    assert plateau.closest is not None
    assert plateau.closest.first_answer == plateau.closest.second_answer == (0.5, 0.5)


def test_of_many_samples_the_worst_answered_are_compared() -> None:
    experiment = preset_experiment("circle")
    data = Data(experiment.data.inputs * 2, (*experiment.data.targets, *((-t,) for (t,) in experiment.data.targets)))
    assert data.samples > MOST_SAMPLES
    plateau = answering(experiment.with_data(data), 2.0)
    assert plateau is not None
    assert 0 < len(plateau.conflicting) <= MOST_SAMPLES
