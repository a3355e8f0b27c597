"""The six data sets of TensorFlow Playground (playground.tensorflow.org), with the same meaning.

Points (x, y), one target. Noise is a share n, 0 to 0.5. What is called jitter moves a point by U(±reach) · n in each
direction before its target is looked up, while the point itself stays. Two classes get half of the samples each, the
first one more where the number is odd. Each function says what it draws, in this order.
"""

import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Dataset, DatasetOptions
from core.kernels import Array
from core.text import translatable

CLASSIFICATION = DatasetOptions(samples=500, test_share=0.5)
REGRESSION = DatasetOptions(samples=1200, test_share=0.5)

RADIUS = 5  # of the classification sets
INNER, OUTER = 0.5 * RADIUS, 0.7 * RADIUS  # the disc of the circle ends at the one, its ring begins at the other
PADDING = 0.3  # between the quadrants and the axes
CENTRE = 2.0  # of the Gaussian of class +1, in both directions
VARIANCE, VARIANCE_OF_NOISE = 0.5, 7.0
TURNS = 1.75  # of each arm of the spiral

REACH = 6  # of the regression sets
SLOPE = 0.1
BUMPS = np.array([(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)])
BUMP_RADIUS = 2.0

Samples = tuple[Array, Array]


def _square(random: np.random.RandomState, reach: float, samples: int) -> Array:
    """Return points of U(±reach)², shape (samples, 2)."""
    points: Array = random.uniform(-reach, reach, (samples, 2))
    return points


def _labels(positive: NDArray[np.bool_]) -> Array:
    return np.where(positive, 1.0, -1.0)[:, np.newaxis]


def _halves(samples: int) -> Array:
    """Return the labels of two classes, shape (samples, 1), those of class +1 first."""
    return _labels(np.arange(samples) < samples / 2)


def _circle(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw radii within the disc, radii within the ring, angles, and the jitter."""
    inside = -(-samples // 2)
    radius = np.concatenate([random.uniform(0, INNER, inside), random.uniform(OUTER, RADIUS, samples - inside)])
    angle = random.uniform(0, 2 * np.pi, samples)
    points = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    seen = points + _square(random, RADIUS, samples) * noise
    return points, _labels(np.hypot(seen[:, 0], seen[:, 1]) < INNER)


def _quadrants(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw points, which are then moved away from both axes, and the jitter."""
    points = _square(random, RADIUS, samples)
    points += np.where(points > 0, PADDING, -PADDING)
    seen = points + _square(random, RADIUS, samples) * noise
    return points, _labels(seen[:, 0] * seen[:, 1] >= 0)


def _gaussian(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw normal numbers around both centres, of variance 0.5 + 7 n."""
    labels = _halves(samples)
    width = np.sqrt(VARIANCE + VARIANCE_OF_NOISE * noise)
    return CENTRE * labels + width * random.standard_normal((samples, 2)), labels


def _spiral(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw only the noise, which moves the points themselves, by U(±1) · n."""
    labels = _halves(samples)
    positive = np.count_nonzero(labels > 0)
    along = np.concatenate([np.arange(positive), np.arange(samples - positive)]) / (samples / 2)
    radius = RADIUS * along
    angle = TURNS * 2 * np.pi * along + np.where(labels[:, 0] > 0, 0, np.pi)
    points = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    return points + _square(random, 1, samples) * noise, labels


def _plane(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw points and the jitter; the target is (x + y) / 10."""
    points = _square(random, REACH, samples)
    seen = points + _square(random, REACH, samples) * noise
    return points, SLOPE * seen.sum(axis=1, keepdims=True)


def _multi_gaussian(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw points and the jitter; the target is that of the nearest bump, sign · max(0, 1 − distance / 2)."""
    points = _square(random, REACH, samples)
    seen = points + _square(random, REACH, samples) * noise
    offset = seen[:, np.newaxis, :] - BUMPS[:, :2]
    distance = np.hypot(offset[..., 0], offset[..., 1])
    nearest = np.argmin(distance, axis=1)
    height = np.maximum(0, 1 - distance.min(axis=1) / BUMP_RADIUS)
    value = BUMPS[nearest, 2] * height + 0.0  # which makes a −0 of a hollow's surroundings 0
    return points, value[:, np.newaxis]


POINT, LABEL, VALUE = ("x", "y"), ("label",), ("value",)

PLAYGROUND_SETS = (
    Dataset(
        "circle",
        translatable("core", "circle"),
        translatable("core", "A disc of one class within a ring of the other."),
        _circle,
        CLASSIFICATION,
        POINT,
        LABEL,
    ),
    Dataset(
        "quadrants",
        translatable("core", "quadrants"),
        translatable("core", "Opposite quadrants are of one class: XOR with points in place of bits."),
        _quadrants,
        CLASSIFICATION,
        POINT,
        LABEL,
    ),
    Dataset(
        "gaussian",
        translatable("core", "two Gaussians"),
        translatable("core", "Two clouds of points, one of each class."),
        _gaussian,
        CLASSIFICATION,
        POINT,
        LABEL,
    ),
    Dataset(
        "spiral",
        translatable("core", "spiral"),
        translatable("core", "Two arms wound around each other; the hardest of the classifications."),
        _spiral,
        CLASSIFICATION,
        POINT,
        LABEL,
    ),
    Dataset(
        "plane",
        translatable("core", "plane"),
        translatable("core", "A number that grows evenly from one corner to the other."),
        _plane,
        REGRESSION,
        POINT,
        VALUE,
    ),
    Dataset(
        "multi_gaussian",
        translatable("core", "hills and hollows"),
        translatable("core", "Three hills and three hollows in a flat country, as numbers."),
        _multi_gaussian,
        REGRESSION,
        POINT,
        VALUE,
    ),
)
"""In the order in which they are offered."""
