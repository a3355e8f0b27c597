import numpy as np
import pytest

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.engine import Engine
from core.experiment import Experiment, Layer
from core.kernels import Array
from core.network import initial_parameters
from core.questions.trajectory import Trajectory, trajectory
from core.training import Trainer
from tests.core.plans import everything_seen

ARTICLE = article_experiment()


def sought(trainer: Trainer, batches: list[int]) -> list[Array]:
    """Return the parameters at the start of batches of the past, by going there."""
    rows = []
    for batch in batches:
        trainer.return_to(batch)
        rows.append(trainer.plan.before.flat.copy())
    return rows


def test_it_leads_from_the_initial_parameters_to_those_of_now() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(1000)
    path = trajectory(trainer, 11)
    assert path.shape == (11, 9)
    np.testing.assert_array_equal(path[0], initial_parameters(ARTICLE).flat)
    np.testing.assert_array_equal(path[-1], trainer.plan.parameters.flat)
    np.testing.assert_array_equal(path[:-1], sought(trainer, list(range(0, 1000, 100))))


def test_the_trainer_does_not_notice() -> None:
    trainer = Trainer(preset_experiment("circle"))
    trainer.run(70)
    trainer.step()
    before, checkpoint = everything_seen(trainer), trainer.timeline.next_stop(trainer.batch)
    trajectory(trainer, 20)
    assert everything_seen(trainer) == before
    assert trainer.timeline.next_stop(trainer.batch) == checkpoint


def test_shuffled_batches_are_the_very_ones_of_the_run() -> None:
    trainer = Trainer(preset_experiment("moons"))
    trainer.run(50)
    path = trajectory(trainer, 6)
    batches = np.linspace(0, trainer.batch + 1, 6).round().astype(int).tolist()
    np.testing.assert_array_equal(path[:-1], sought(trainer, batches[:-1]))


def test_edits_on_the_way_are_kept() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(40)
    trainer.edit(trainer.experiment.with_learning_rate(0.7), np.arange(9.0))
    trainer.run(40)
    path = trajectory(trainer, 9)
    np.testing.assert_array_equal(path[4], np.arange(9.0))
    np.testing.assert_array_equal(path[:-1], sought(trainer, list(range(0, 80, 10))))


def test_in_the_middle_of_a_batch_it_ends_at_its_start() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(5)
    end = trainer.plan.parameters.flat.copy()
    while not trainer.batch_complete or trainer.batch < 5:
        np.testing.assert_array_equal(trajectory(trainer, 3)[-1], end)
        trainer.step()
    assert (trajectory(trainer, 3)[-1] != end).any()


def test_a_run_that_has_not_begun_is_one_point() -> None:
    assert trajectory(Trainer(ARTICLE), 50).shape == (1, 9)


@pytest.mark.parametrize("points", [0, 1, 2])
def test_a_path_has_a_start_and_an_end(points: int) -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(3)
    assert len(trajectory(trainer, points)) == 2


def test_a_run_that_diverged_ends_where_it_still_stood() -> None:
    data = Data(((10.0,), (20.0,)), ((1.0,), (2.0,)))
    trainer = Trainer(Experiment(data, (Layer(1, "linear"),)).with_learning_rate(5))
    trainer.run(1000)
    assert trainer.diverged
    path = trajectory(trainer, 8)
    assert np.isfinite(path).all()
    np.testing.assert_array_equal(path[-1], trainer.plan.before.flat)


def test_of_a_long_run_no_more_than_a_part_is_trained_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.questions.trajectory.MOST_REPLAYED", 44)
    monkeypatch.setattr("core.timeline.FIRST_SPACING", 32)
    trainer = Trainer(ARTICLE)
    trainer.run(100)
    end = trainer.plan.parameters.flat.copy()
    path = trajectory(trainer, 11)
    np.testing.assert_array_equal(path[:-1], sought(trainer, [0, 10, 20, 36, 68]))
    np.testing.assert_array_equal(path[-1], end)


def test_points_between_two_moments_are_reached_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Trainer(preset_experiment("and"))
    trainer.run(200)
    trained = []
    run = Engine.run

    def counting_run(engine: Engine, count: int) -> object:
        trained.append(count)
        return run(engine, count)

    monkeypatch.setattr(Engine, "run", counting_run)
    path = trajectory(trainer, 201)
    assert len(path) == 201
    assert set(trained) == {1}


def test_a_window_can_go_on_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.questions.trajectory.MOST_AT_ONCE", 7)
    trainer = Trainer(preset_experiment("and"))
    trainer.run(90)
    path = Trajectory(trainer, 4)
    assert path.total == 4
    steps = list(path.steps())
    assert steps == sorted(steps)
    assert len(steps) > path.total + 1
    np.testing.assert_array_equal(path.moments, trajectory(trainer, 4))
    np.testing.assert_array_equal(path.moments[:-1], sought(trainer, [0, 30, 60]))


def test_while_it_is_asked_for_the_run_may_go_on() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(50)
    path, expected = Trajectory(trainer, 6), trajectory(trainer, 6)
    for _ in path.steps():
        trainer.run(100)
    np.testing.assert_array_equal(path.moments, expected)


def test_of_a_large_network_fewer_batches_are_trained_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.questions.trajectory.MOST_WORK", 36 * 44)
    monkeypatch.setattr("core.timeline.FIRST_SPACING", 32)
    trainer = Trainer(ARTICLE)
    trainer.run(100)
    path = trajectory(trainer, 11)
    np.testing.assert_array_equal(path[:-1], sought(trainer, [0, 10, 20, 36, 68]))
