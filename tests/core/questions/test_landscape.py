from itertools import pairwise

import numpy as np
import pytest

from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, Layer
from core.network import Parameters, initial_parameters
from core.questions import whole_data
from core.questions.landscape import Landscape, Place, random_plane, trajectory_plane, weight_plane
from core.questions.trajectory import trajectory
from core.text import RefusalError
from core.training import Trainer

ARTICLE = article_experiment()
LINE = Experiment(Data(((-1.0,), (0.0,), (2.0,)), ((1.0,), (0.5,), (4.0,))), (Layer(1, "linear"),))


def scattered(experiment: Experiment, seed: int = 0) -> Parameters:
    flat = np.random.RandomState(seed).uniform(-1.5, 1.5, experiment.parameter_count)
    return Parameters(experiment.sizes, flat)


def loss_at(experiment: Experiment, parameters: Parameters) -> float:
    evaluation = Evaluation(experiment)
    return evaluation.loss(evaluation.outputs(parameters))


def path_of(experiment: Experiment, epochs: int, points: int = 30) -> np.ndarray:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trajectory(trainer, points)


@pytest.mark.parametrize("name", ["xor", "circle", "rings"])
def test_at_the_center_the_loss_is_that_of_the_parameters(name: str) -> None:
    experiment = preset_experiment(name)
    parameters = scattered(experiment)
    landscapes = (
        random_plane(experiment, parameters, 3, size=5),
        weight_plane(experiment, parameters, 0, 1, size=5),
        trajectory_plane(experiment, np.array([initial_parameters(experiment).flat, parameters.flat]), size=5),
    )
    for landscape in landscapes:
        landscape.complete()
        column = np.argmin(np.abs(landscape.x - landscape.center[0]))
        row = np.argmin(np.abs(landscape.y - landscape.center[1]))
        assert (landscape.x[column], landscape.y[row]) == landscape.center
        assert landscape.losses[row, column] == pytest.approx(loss_at(experiment, parameters), rel=1e-12)
        np.testing.assert_allclose(landscape.parameters_at(*landscape.center).flat, parameters.flat, atol=1e-15)


def test_each_loss_is_that_of_its_point() -> None:
    landscape = random_plane(ARTICLE, scattered(ARTICLE), size=4).complete()
    assert landscape.losses.shape == (4, 4)
    for row, y in enumerate(landscape.y):
        for column, x in enumerate(landscape.x):
            expected = loss_at(ARTICLE, landscape.parameters_at(x, y))
            assert landscape.losses[row, column] == pytest.approx(expected, rel=1e-12)


def test_each_unit_s_part_of_a_random_direction_is_as_long_as_its_weights() -> None:
    experiment = preset_experiment("circle")
    parameters = scattered(experiment)
    parameters.weights[0][:, 1] = 0
    landscape = random_plane(experiment, parameters, 7, extent=2.0, size=21)
    for flat in landscape.directions:
        direction = Parameters(experiment.sizes, flat)
        for drawn, weights in zip(direction.weights, parameters.weights, strict=True):
            np.testing.assert_allclose(np.linalg.norm(drawn, axis=0), np.linalg.norm(weights, axis=0))
        assert not direction.flat_biases.any()
    assert (landscape.x[0], landscape.x[10], landscape.x[-1]) == (-2, 0, 2)
    assert (landscape.directions[0] != landscape.directions[1]).any()


def test_a_seed_gives_the_same_plane_again() -> None:
    one, same, other = (random_plane(ARTICLE, scattered(ARTICLE), seed).directions for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_a_linear_unit_has_an_exact_paraboloid() -> None:
    """Σ (w x + b − y)² = w² Σx² + 2wb Σx + 3b² − 2w Σxy − 2b Σy + Σy²."""
    landscape = weight_plane(LINE, scattered(LINE), "W1[0,0]", "b1[0]", extent=3, size=31).complete()
    w, b = landscape.x[np.newaxis, :], landscape.y[:, np.newaxis]
    expected = 5 * w**2 + 2 * w * b + 3 * b**2 - 14 * w - 11 * b + 17.25
    np.testing.assert_allclose(landscape.losses, expected, rtol=1e-12, atol=1e-12)


def test_the_axes_of_two_weights_are_their_values() -> None:
    parameters = scattered(ARTICLE)
    landscape = weight_plane(ARTICLE, parameters, (1, 0, 1), "b2[0]", extent=2, size=9)
    assert landscape.labels == ("W1[0,1]", "b2[0]")
    assert landscape.center == (parameters.weights[0][0, 1], parameters.biases[1][0, 0])
    there = landscape.parameters_at(7.0, -3.0)
    assert (there.weights[0][0, 1], there.biases[1][0, 0]) == (7, -3)
    changed = np.flatnonzero(there.flat != parameters.flat)
    assert changed.tolist() == [1, 8]
    np.testing.assert_allclose(landscape.x[[0, 4, 8]] - landscape.center[0], [-2, 0, 2])


@pytest.mark.parametrize("place", [-1, 9, "W3[0,0]", "", (1, 0, 2), (0, 0, 0)])
def test_a_parameter_that_is_not_there_is_refused(place: Place) -> None:
    with pytest.raises(RefusalError, match=r"There is no parameter “.*”\."):
        weight_plane(ARTICLE, scattered(ARTICLE), 0, place)


def test_a_plane_of_one_parameter_is_refused() -> None:
    with pytest.raises(RefusalError, match="two different"):
        weight_plane(ARTICLE, scattered(ARTICLE), 4, (2, 0, 0))


def test_the_path_ends_at_the_center_and_lies_within_the_axes() -> None:
    path = path_of(ARTICLE, 2000)
    landscape = trajectory_plane(ARTICLE, path)
    assert landscape.path is not None
    assert landscape.path.shape == (30, 2)
    assert landscape.path[-1].tolist() == [0, 0]
    assert (landscape.x.size, landscape.y.size) == (61, 61)
    for axis, along in ((landscape.x, landscape.path[:, 0]), (landscape.y, landscape.path[:, 1])):
        assert axis[0] < along.min()
        assert along.max() < axis[-1]
        assert 0 in axis
        np.testing.assert_allclose(np.diff(axis), axis[1] - axis[0])
    np.testing.assert_allclose(landscape.directions @ landscape.directions.T, np.eye(2), atol=1e-12)


def test_the_explained_variance_is_that_of_the_differences_to_the_end() -> None:
    path = path_of(ARTICLE, 2000)
    landscape = trajectory_plane(ARTICLE, path)
    assert landscape.path is not None
    assert landscape.explained_variance is not None
    whole = np.sum(np.square(path - path[-1]))
    np.testing.assert_allclose(landscape.explained_variance, np.sum(np.square(landscape.path), axis=0) / whole)
    assert 0.9 < sum(landscape.explained_variance) <= 1


def test_a_path_in_two_parameters_is_explained_whole() -> None:
    path = path_of(LINE.with_learning_rate(0.01), 100)
    landscape = trajectory_plane(LINE, path, size=31).complete()
    assert landscape.path is not None
    assert landscape.explained_variance is not None
    assert sum(landscape.explained_variance) == pytest.approx(1)
    for point, visited in zip(landscape.path, path, strict=True):
        np.testing.assert_allclose(landscape.parameters_at(*point).flat, visited, atol=1e-12)
    losses = [loss_at(LINE, landscape.parameters_at(*point)) for point in landscape.path]
    assert all(later <= earlier for earlier, later in pairwise(losses))


def test_the_sign_of_a_direction_is_settled() -> None:
    for flip in (1, -1):
        moments = np.zeros((3, 9))
        moments[:, 2] = flip * np.array([2.0, 1.0, 0.0])
        directions = trajectory_plane(ARTICLE, moments).directions
        assert directions[0, 2] == pytest.approx(1)


def test_a_path_that_does_not_move_still_has_a_plane() -> None:
    landscape = trajectory_plane(ARTICLE, np.ones((3, 9)), size=5).complete()
    assert landscape.explained_variance == (0, 0)
    assert np.isfinite(landscape.losses).all()
    assert landscape.x[0] < 0 < landscape.x[-1]


@pytest.mark.parametrize("moments", [np.ones((1, 9)), np.full((3, 9), np.nan), np.array([[np.inf] * 9, [0.0] * 9])])
def test_a_path_of_one_point_or_without_end_is_refused(moments: np.ndarray) -> None:
    with pytest.raises(RefusalError, match="at least two points"):
        trajectory_plane(ARTICLE, moments)


def test_a_window_can_show_it_as_it_grows_and_stop() -> None:
    landscape = random_plane(ARTICLE, scattered(ARTICLE))
    losses = landscape.losses.ravel()
    assert np.isnan(losses).all()
    known = 0
    for done in landscape.steps():
        assert done > known
        known = done
        assert np.isfinite(losses[:done]).all()
        assert np.isnan(losses[done:]).all()
        if done > 20 * 61:
            break
    assert 20 * 61 < known < 61 * 61


def test_the_points_of_a_row_need_not_be_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = random_plane(ARTICLE, scattered(ARTICLE), size=7).complete()
    monkeypatch.setattr(whole_data, "MOST_RUNS", 3)
    pieces = random_plane(ARTICLE, scattered(ARTICLE), size=7)
    assert list(pieces.steps()) == [*range(3, 49, 3), 49]
    np.testing.assert_allclose(pieces.losses, whole.losses, rtol=1e-13)


def test_a_point_of_the_plane_is_found_again() -> None:
    parameters = scattered(ARTICLE)
    landscapes = (
        random_plane(ARTICLE, parameters, 4),
        weight_plane(ARTICLE, parameters, "W1[0,1]", "b2[0]"),
        trajectory_plane(ARTICLE, path_of(ARTICLE, 50)),
    )
    for landscape in landscapes:
        points = np.array([[0.25, -0.5], landscape.center])
        visited = np.array([landscape.parameters_at(*point).flat for point in points])
        np.testing.assert_allclose(landscape.projected(visited), points, atol=1e-12)


def test_of_what_lies_beside_the_plane_the_nearest_point_is_told() -> None:
    landscape = random_plane(ARTICLE, scattered(ARTICLE))
    beside = landscape.parameters_at(0.5, 0.25).flat
    across = np.linalg.svd(landscape.directions)[2][5]
    np.testing.assert_allclose(landscape.projected((beside + 3 * across)[np.newaxis]), [[0.5, 0.25]], atol=1e-12)


def test_the_path_of_a_plane_is_its_projection() -> None:
    path = path_of(ARTICLE, 200)
    landscape = trajectory_plane(ARTICLE, path)
    assert landscape.path is not None
    np.testing.assert_allclose(landscape.projected(path), landscape.path, atol=1e-12)


def test_landscapes_are_things_of_their_own() -> None:
    one, other = (random_plane(ARTICLE, scattered(ARTICLE), size=3) for _ in range(2))
    assert isinstance(one, Landscape)
    assert one != other
