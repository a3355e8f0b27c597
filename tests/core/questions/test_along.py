import numpy as np
import pytest

from core import timeline
from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.experiment import Experiment, Layer
from core.kernels import Array
from core.network import Parameters, initial_parameters
from core.questions import along
from core.questions.along import Along, Measurements, moments_at_once
from core.training import Trainer

ARTICLE = article_experiment()
ALL = 1000


def norm(_experiment: Experiment, parameters: Parameters) -> Array:
    """Return the length of the weights and that of the biases."""
    return np.array([np.linalg.norm(parameters.flat_weights), np.linalg.norm(parameters.flat_biases)])


class Counted:
    """A measure that counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, experiment: Experiment, parameters: Parameters) -> Array:
        self.times += 1
        return norm(experiment, parameters)


def run_of(experiment: Experiment, epochs: int) -> Trainer:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


def sought(experiment: Experiment, epochs: Array) -> list[list[float]]:
    """Return the measure at whole epochs, each reached by a run from the start."""
    return [norm(experiment, run_of(experiment, int(epoch)).plan.parameters).tolist() for epoch in epochs]


def same(one: Measurements, other: Measurements) -> bool:
    return np.array_equal(one.epochs, other.epochs) and np.array_equal(one.values, other.values)


def test_before_the_first_epoch_there_is_the_start_alone() -> None:
    trainer = Trainer(ARTICLE)
    start = norm(ARTICLE, trainer.plan.before).tolist()
    found = Along(norm).update(trainer, ALL)
    assert (found.epochs.tolist(), found.values.tolist()) == ([0], [start])
    assert (found.now, found.missing) == (0, 0)


@pytest.mark.parametrize("experiment", [ARTICLE, ARTICLE.with_training(batch_size=3, shuffle=True)])
def test_every_value_is_that_of_the_run_at_its_epoch(experiment: Experiment) -> None:
    trainer = run_of(experiment, 200)
    found = Along(norm).update(trainer, ALL)
    spacing = timeline.FIRST_SPACING // experiment.batches
    assert found.epochs.tolist() == sorted({0, 1, 2, 4, 8, 16, 32, 64, *range(spacing, 200, spacing), 200})
    assert found.epochs[found.now] == 200
    assert found.values[0].tolist() == norm(experiment, initial_parameters(experiment)).tolist()
    assert found.values[1:].tolist() == sought(experiment, found.epochs[1:])


def test_it_does_not_matter_how_often_one_looks() -> None:
    often, trainer, seldom = Along(norm), Trainer(ARTICLE), Along(norm)
    for epochs in (1, 3, 50, 100, 7):
        trainer.run(epochs)
        often.update(trainer, ALL)
    assert same(often.update(trainer, ALL), seldom.update(trainer, ALL))


def test_each_moment_is_measured_once() -> None:
    measure, trainer = Counted(), run_of(ARTICLE, 500)
    run = Along(measure)
    points = len(run.update(trainer, ALL).epochs)
    assert measure.times == points
    run.update(trainer, ALL)
    assert measure.times == points
    trainer.run(1)
    run.update(trainer, ALL)
    assert measure.times == points + 1


def test_no_more_than_the_budget_is_measured_at_a_time_and_spread_over_the_run() -> None:
    measure, trainer = Counted(), run_of(ARTICLE, 3000)
    run, kept = Along(measure), len(trainer.timeline.moments())
    found = run.update(trainer, 7)
    assert measure.times <= 7 + 1
    assert found.missing == kept - (len(found.epochs) - 1) > 0
    assert max(np.diff(found.epochs)) < 1000
    while found.missing:
        before = measure.times
        found = run.update(trainer, 7)
        assert 0 < measure.times - before <= 7
    assert same(found, Along(norm).update(trainer, ALL))


def test_at_a_moment_that_is_kept_now_is_that_moment() -> None:
    trainer = run_of(ARTICLE, 300)
    for at_moment in (128, 0):
        trainer.seek(at_moment)
        found = Along(norm).update(trainer, ALL)
        assert found.epochs.tolist() == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256]
        assert found.epochs[found.now] == at_moment


def test_a_parameter_set_by_hand_is_measured_beside_the_one_it_took_the_place_of() -> None:
    trainer = run_of(ARTICLE, 3)
    trainer.edit(ARTICLE, trainer.plan.parameters.flat * 2)
    trainer.step()
    found = Along(norm).update(trainer, ALL)
    assert found.epochs.tolist() == [0, 1, 2, 3]
    np.testing.assert_allclose(found.values[-1], 2 * np.array(sought(ARTICLE, np.array([3]))[0]))


def test_in_the_past_now_stands_among_the_others() -> None:
    trainer = run_of(ARTICLE, 500)
    run = Along(norm)
    before = run.update(trainer, ALL)
    trainer.seek(300)
    found = run.update(trainer, ALL)
    assert found.epochs[found.now] == 300
    assert found.values[found.now].tolist() == sought(ARTICLE, np.array([300]))[0]
    assert np.delete(found.epochs, found.now).tolist() == before.epochs[:-1].tolist()
    assert (np.diff(found.epochs) >= 0).all()


def test_an_edit_in_the_past_forgets_what_came_after_it() -> None:
    trainer, run = run_of(ARTICLE, 500), Along(norm)
    run.update(trainer, ALL)
    trainer.seek(100)
    edited = ARTICLE.with_learning_rate(2.0)
    trainer.edit(edited)
    trainer.run(400)
    found = run.update(trainer, ALL)
    assert same(found, Along(norm).update(trainer, ALL))
    assert found.epochs.tolist() == [0, 1, 2, 4, 8, 16, 32, 64, 100, 128, 256, 384, 500]
    assert len(run._known) == len(trainer.timeline.moments())


def test_what_a_run_no_longer_keeps_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_CHECKPOINTS", 16)
    trainer, run = Trainer(ARTICLE), Along(norm)
    for _ in range(20):
        trainer.run(250)
        run.update(trainer, ALL)
        assert len(run._known) == len(trainer.timeline.moments()) <= 17


def test_another_run_is_measured_from_its_beginning() -> None:
    run, others = Along(norm), preset_experiment("circle")
    run.update(run_of(ARTICLE, 300), ALL)
    trainer = run_of(others, 5)
    assert same(run.update(trainer, ALL), Along(norm).update(trainer, ALL))


def test_under_way_a_batch_counts_by_the_parameters_at_its_start() -> None:
    trainer = run_of(ARTICLE.with_training(batch_size=1), 10)
    for _ in range(3):
        trainer.step_phase()
    found = Along(norm).update(trainer, ALL)
    assert found.epochs[found.now] == 10
    assert found.values[found.now].tolist() == norm(trainer.experiment, trainer.plan.before).tolist()
    trainer.step_phase()
    found = Along(norm).update(trainer, ALL)
    assert found.epochs[found.now] == 10.25
    assert found.values[found.now].tolist() == norm(trainer.experiment, trainer.plan.parameters).tolist()


def test_a_step_that_changes_no_parameter_costs_nothing() -> None:
    measure, trainer = Counted(), run_of(ARTICLE, 3)
    run = Along(measure)
    run.update(trainer, ALL)
    before = measure.times
    trainer.step()
    run.update(trainer, ALL)
    trainer.step()
    run.update(trainer, ALL)
    assert measure.times == before


@pytest.mark.parametrize(("samples", "units", "budget"), [(4, 2, along.MOST_AT_ONCE), (1000, 64, 4), (5000, 64, 1)])
def test_the_more_work_there_is_the_fewer_moments_at_once(samples: int, units: int, budget: int) -> None:
    data = Data(((0.0, 0.0),) * samples, ((0.0,),) * samples)
    assert moments_at_once(Experiment(data, (Layer(units), Layer(units), Layer(1)))) == budget
