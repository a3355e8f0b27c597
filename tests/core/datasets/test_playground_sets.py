"""The sets are drawn here before they are shuffled, so that sets of one seed can be compared row by row."""

from math import cos, hypot, pi, sin

import numpy as np
import pytest
from numpy.typing import NDArray

from core.datasets.dataset import Dataset, DatasetOptions
from core.datasets.playground_sets import PLAYGROUND_SETS
from core.kernels import Array

BY_NAME = {dataset.name: dataset for dataset in PLAYGROUND_SETS}
CLASSIFICATIONS = [BY_NAME[name] for name in ("circle", "quadrants", "gaussian", "spiral")]
MANY = 20_000


def draw(name: str, samples: int = MANY, noise: float = 0.0, seed: int = 0) -> tuple[Array, Array]:
    """Return points, shape (samples, 2), and targets, shape (samples,)."""
    points, targets = BY_NAME[name].draw(np.random.RandomState(seed), samples, noise)
    assert points.shape == (samples, 2)
    assert targets.shape == (samples, 1)
    return points, targets[:, 0]


def distance(points: Array) -> Array:
    return np.hypot(points[:, 0], points[:, 1])


def share(condition: NDArray[np.bool_]) -> float:
    return float(np.mean(condition))


def evenly(values: Array, least: float, most: float) -> bool:
    """Say whether `values` look like so many of U(least, most)."""
    expected = np.linspace(least, most, len(values))
    return bool(np.abs(np.sort(values) - expected).max() < 0.02 * (most - least))


def test_no_set_is_left_untested() -> None:
    assert list(BY_NAME) == ["circle", "quadrants", "gaussian", "spiral", "plane", "multi_gaussian"]


@pytest.mark.parametrize("dataset", PLAYGROUND_SETS, ids=lambda dataset: dataset.name)
def test_defaults_are_those_of_the_playground(dataset: Dataset) -> None:
    samples = 500 if dataset in CLASSIFICATIONS else 1200
    data = dataset.make()
    assert dataset.is_random
    assert dataset.default == DatasetOptions(samples=samples, noise=0, seed=0, test_share=0.5)
    assert data.samples == len(data.test_inputs) == samples / 2
    assert (data.input_count, data.target_count, data.input_names) == (2, 1, ("x", "y"))
    assert data.target_names == (("label",) if dataset in CLASSIFICATIONS else ("value",))


@pytest.mark.parametrize("dataset", CLASSIFICATIONS, ids=lambda dataset: dataset.name)
def test_classes_are_1_and_minus_1(dataset: Dataset) -> None:
    assert set(draw(dataset.name, 50)[1]) == {1.0, -1.0}


@pytest.mark.parametrize(
    ("samples", "labels"), [(1, [1.0]), (2, [1.0, -1.0]), (5, [1.0, 1.0, 1.0, -1.0, -1.0])], ids=str
)
@pytest.mark.parametrize("name", ["circle", "gaussian", "spiral"])
def test_each_class_gets_half_of_the_samples(name: str, samples: int, labels: list[float]) -> None:
    assert draw(name, samples)[1].tolist() == labels


@pytest.mark.parametrize("name", ["circle", "quadrants", "plane", "multi_gaussian"])
def test_jitter_changes_targets_and_leaves_the_points_where_they_are(name: str) -> None:
    (calm, targets), (noisy, jittered) = draw(name), draw(name, noise=0.1)
    assert np.array_equal(calm, noisy)
    assert not np.array_equal(targets, jittered)


def test_circle_is_a_disc_within_a_ring() -> None:
    points, labels = draw("circle")
    radius, angle = distance(points), np.arctan2(points[:, 1], points[:, 0])
    assert np.array_equal(labels, np.where(radius < 2.5, 1.0, -1.0))
    assert evenly(radius[labels > 0], 0, 2.5)
    assert evenly(radius[labels < 0], 3.5, 5)
    assert evenly(angle, -pi, pi)


def test_the_jitter_of_a_circle_reaches_as_far_as_the_noise() -> None:
    points, labels = draw("circle", noise=0.1)
    radius = distance(points)
    assert set(labels[radius < 2.5 - 0.5 * 2**0.5]) == {1.0}
    assert set(labels[radius > 3.5]) == {-1.0}
    edge = (radius > 2.4) & (radius < 2.5)
    assert 0.2 < share(labels[edge] < 0) < 0.6


def test_quadrants_keep_away_from_the_axes() -> None:
    points, labels = draw("quadrants")
    assert np.array_equal(labels, np.sign(points[:, 0] * points[:, 1]))
    for column in points.T:
        assert evenly(column[column > 0], 0.3, 5.3)
        assert evenly(-column[column < 0], 0.3, 5.3)
        assert 0.48 < share(column > 0) < 0.52


def test_only_the_labels_of_quadrants_see_the_jitter() -> None:
    points, labels = draw("quadrants", noise=0.5)
    wrong = labels != np.sign(points[:, 0] * points[:, 1])
    close = np.abs(points).min(axis=1) < 2.5
    assert not wrong[~close].any()
    assert 0.1 < share(wrong[close]) < 0.5


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.5])
def test_gaussian_clouds_grow_with_the_noise_in_variance(noise: float) -> None:
    points, labels = draw("gaussian", noise=noise)
    for label in (1, -1):
        cloud = points[labels == label]
        assert np.allclose(cloud.mean(axis=0), 2 * label, atol=0.1)
        assert np.allclose(cloud.var(axis=0), 0.5 + 7 * noise, rtol=0.06)
        assert abs(np.corrcoef(cloud.T)[0, 1]) < 0.05
        within = np.abs(cloud - cloud.mean(axis=0)) < cloud.std(axis=0)
        assert abs(share(within) - 0.6827) < 0.01  # of a normal distribution


def test_spiral_lies_on_its_arms() -> None:
    points, labels = draw("spiral", 10)
    expected = []
    for start in (0, pi):
        for number in range(5):
            r, t = 5 * number / 5, 1.75 * 2 * pi * number / 5 + start
            expected.append((r * sin(t), r * cos(t)))
    assert np.allclose(points, expected, atol=1e-12)
    assert labels.tolist() == [1.0] * 5 + [-1.0] * 5


def test_the_noise_of_a_spiral_moves_its_points() -> None:
    (calm, labels), (noisy, same) = draw("spiral"), draw("spiral", noise=0.25)
    assert np.array_equal(labels, same)
    for column in (noisy - calm).T:
        assert evenly(column, -0.25, 0.25)


def test_plane_is_a_tenth_of_the_sum() -> None:
    points, values = draw("plane")
    assert np.allclose(values, points.sum(axis=1) / 10)
    for column in points.T:
        assert evenly(column, -6, 6)


def test_the_jitter_of_a_plane_reaches_6_in_each_direction() -> None:
    points, values = draw("plane", noise=0.5)
    off_by = values * 10 - points.sum(axis=1)
    assert 5.5 < off_by.max() <= 6
    assert -6 <= off_by.min() < -5.5
    assert off_by.var() == pytest.approx(2 * 3**2 / 3, rel=0.05)  # of a sum of two of U(±3)


def bump(x: float, y: float) -> float:
    """Return the value of multi_gaussian as it is defined: of all bumps the one that counts most."""
    values = []
    for height, signs in ((2.5, (1, -1, 1)), (-2.5, (-1, 1, -1))):
        for centre, sign in zip((-4, 0, 4), signs, strict=True):
            values.append(sign * min(1, max(0, 1 - hypot(x - centre, y - height) / 2)))
    return max(values, key=abs)


def test_multi_gaussian_has_three_hills_and_three_hollows() -> None:
    points, values = draw("multi_gaussian", 2000)
    assert np.allclose(values, [bump(x, y) for x, y in points], atol=1e-12)
    assert not np.signbit(values[values == 0]).any()
    assert values.max() > 0.9
    assert values.min() < -0.9
    for column in draw("multi_gaussian")[0].T:
        assert evenly(column, -6, 6)


def test_the_jitter_of_multi_gaussian_is_no_wider_than_the_noise() -> None:
    points, values = draw("multi_gaussian", noise=0.01)
    calm = np.array([bump(x, y) for x, y in points])
    off_by = np.abs(values - calm)
    assert 0.03 < off_by.max() <= 0.06 * 2**0.5 / 2 + 1e-12  # the slope of a bump is a half


FOURTH_SAMPLES = {
    "circle": ((0.2988913, 3.9008011), -1.0),
    "quadrants": ((4.5171907, 3.3526386), 1.0),
    "gaussian": ((0.9771455, 2.5658961), 1.0),
    "spiral": ((-0.7274431, 0.8251222), -1.0),
    "plane": ((2.4636813, -1.611884), 0.0851797),
    "multi_gaussian": ((2.4636813, -1.611884), -0.1127253),
}


@pytest.mark.parametrize("dataset", PLAYGROUND_SETS, ids=lambda dataset: dataset.name)
def test_a_seed_gives_the_same_data_for_ever(dataset: Dataset) -> None:
    data = dataset.make()
    inputs, target = FOURTH_SAMPLES[dataset.name]
    assert data.inputs[3] == pytest.approx(inputs, abs=1e-6)
    assert data.targets[3] == pytest.approx((target,), abs=1e-6)
