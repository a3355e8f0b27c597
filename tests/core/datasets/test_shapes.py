from math import pi

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.dataset import Dataset, DatasetOptions
from core.datasets.shapes import SHAPES
from core.kernels import Array

BY_NAME = {dataset.name: dataset for dataset in SHAPES}
MANY = 20_000


def draw(name: str, samples: int = MANY, noise: float = 0.0) -> tuple[Array, Array]:
    return BY_NAME[name].draw(np.random.RandomState(0), samples, noise)


def is_normal(values: Array, deviation: float) -> bool:
    """Say whether `values` look like so many normal numbers around 0."""
    share = np.mean(np.abs(values) < deviation)
    return bool(
        abs(values.mean()) < 0.03 * deviation and abs(values.std() / deviation - 1) < 0.02 > abs(share - 0.6827)
    )


def test_no_set_is_left_untested() -> None:
    assert list(BY_NAME) == ["moons", "rings", "sine"]


@pytest.mark.parametrize(
    ("name", "samples", "input_names", "target_names"),
    [
        ("moons", 200, ("x", "y"), ("label",)),
        ("rings", 300, ("x", "y"), ("inner", "middle", "outer")),
        ("sine", 100, ("x",), ("y",)),
    ],
)
def test_defaults(name: str, samples: int, input_names: tuple[str, ...], target_names: tuple[str, ...]) -> None:
    dataset = BY_NAME[name]
    data = dataset.make()
    assert dataset.is_random
    assert dataset.default == DatasetOptions(samples=samples, noise=10, seed=0, test_share=0.5)
    assert data.samples == len(data.test_inputs) == samples / 2
    assert (data.input_names, data.target_names) == (input_names, target_names)


def test_moons_are_two_half_circles() -> None:
    points, targets = draw("moons", 7)
    upper, lower = points[:4], points[4:]
    assert targets.tolist() == [[0.0]] * 4 + [[1.0]] * 3
    assert np.allclose(upper, [(1, 0), (0.5, 0.75**0.5), (-0.5, 0.75**0.5), (-1, 0)], atol=1e-12)
    assert np.allclose(lower, [(0, 0.5), (1, -0.5), (2, 0.5)], atol=1e-12)


def test_rings_are_one_around_the_other() -> None:
    points, targets = draw("rings")
    radius = np.hypot(points[:, 0], points[:, 1])
    assert targets.shape == (MANY, 3)
    assert np.array_equal(targets.sum(axis=1), np.ones(MANY))
    for ring, centre in enumerate((1, 3, 5)):
        its_own = radius[targets[:, ring] == 1]
        assert len(its_own) == pytest.approx(MANY / 3, abs=1)
        assert (its_own.min(), its_own.max()) == pytest.approx((centre - 0.5, centre + 0.5), abs=0.01)
        assert its_own.mean() == pytest.approx(centre, abs=0.02)
    assert np.allclose(points.mean(axis=0), 0, atol=0.1)
    assert np.histogram(np.arctan2(points[:, 1], points[:, 0]), 8, (-pi, pi))[0] == pytest.approx(MANY / 8, rel=0.1)


def test_classes_that_do_not_divide_begin_with_the_first_one() -> None:
    assert draw("rings", 4)[1].argmax(axis=1).tolist() == [0, 1, 2, 0]
    assert draw("moons", 1)[1].tolist() == [[0.0]]


def test_sine_is_one_wave() -> None:
    x, y = draw("sine")
    assert np.allclose(y, np.sin(pi * x))
    assert (x.min(), x.max()) == pytest.approx((-1, 1), abs=0.01)
    assert np.histogram(x, 8, (-1, 1))[0] == pytest.approx(MANY / 8, rel=0.1)


@pytest.mark.parametrize("name", ["moons", "rings"])
def test_noise_moves_the_points_normally(name: str) -> None:
    (calm, targets), (noisy, same) = draw(name), draw(name, noise=0.3)
    assert np.array_equal(targets, same)
    for column in (noisy - calm).T:
        assert is_normal(column, 0.3)


def test_noise_moves_the_targets_of_the_sine_normally() -> None:
    (calm, targets), (same, noisy) = draw("sine"), draw("sine", noise=0.3)
    assert np.array_equal(calm, same)
    assert is_normal(noisy - targets, 0.3)


@pytest.mark.parametrize("dataset", SHAPES, ids=lambda dataset: dataset.name)
def test_another_seed_gives_other_data(dataset: Dataset) -> None:
    assert dataset.make() == dataset.make()
    assert set(dataset.make().inputs).isdisjoint(dataset.make(replace(dataset.default, seed=1)).inputs)


FOURTH_SAMPLES: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "moons": ((-0.980527, 0.5981137), (0.0,)),
    "rings": ((0.8546737, 3.4180694), (0.0, 1.0, 0.0)),
    "sine": ((0.151893,), (0.5780842,)),
}


@pytest.mark.parametrize("dataset", SHAPES, ids=lambda dataset: dataset.name)
def test_a_seed_gives_the_same_data_for_ever(dataset: Dataset) -> None:
    data = dataset.make()
    inputs, targets = FOURTH_SAMPLES[dataset.name]
    assert data.inputs[3] == pytest.approx(inputs, abs=1e-6)
    assert data.targets[3] == pytest.approx(targets, abs=1e-6)
