"""Moons, rings and a sine: two classes, three classes, and one curve.

Noise is a share n, 0 to 0.5: the standard deviation of the normal numbers that are added, to the points of moons and
rings and to the targets of the sine. Each function says what it draws, in this order. Classes get equally many samples,
the first ones one more where it does not divide.
"""

import numpy as np

from core.datasets.dataset import Dataset, DatasetOptions
from core.kernels import Array
from core.text import translatable

RING_RADII = np.array([1.0, 3.0, 5.0])
RING_HALF_WIDTH = 0.5

Samples = tuple[Array, Array]


def _moons(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw only the noise. The half circles are those of scikit-learn's `make_moons`; the lower one's target is 1."""
    upper = -(-samples // 2)
    t = np.concatenate([np.linspace(0, np.pi, upper), np.linspace(0, np.pi, samples - upper)])
    is_lower = np.arange(samples) >= upper
    x = np.where(is_lower, 1 - np.cos(t), np.cos(t))
    y = np.where(is_lower, 0.5 - np.sin(t), np.sin(t))
    points = np.column_stack([x, y]) + noise * random.standard_normal((samples, 2))
    return points, is_lower.astype(np.float64)[:, np.newaxis]


def _rings(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw radii, 1, 3 and 5 ± 0.5, then angles, then the noise. Targets are one-hot: a 1 for the ring's class."""
    ring = np.arange(samples) % len(RING_RADII)
    radius = RING_RADII[ring] + random.uniform(-RING_HALF_WIDTH, RING_HALF_WIDTH, samples)
    angle = random.uniform(0, 2 * np.pi, samples)
    points = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    return points + noise * random.standard_normal((samples, 2)), np.eye(len(RING_RADII))[ring]


def _sine(random: np.random.RandomState, samples: int, noise: float) -> Samples:
    """Draw x of U(±1), then the noise; the target is sin(π x)."""
    x = random.uniform(-1, 1, (samples, 1))
    return x, np.sin(np.pi * x) + noise * random.standard_normal((samples, 1))


SHAPES = (
    Dataset(
        "moons",
        translatable("core", "moons"),
        translatable("core", "Two half moons that reach into each other, of class 0 and class 1."),
        _moons,
        DatasetOptions(samples=200, noise=10.0, test_share=0.5),
        ("x", "y"),
        ("label",),
    ),
    Dataset(
        "rings",
        translatable("core", "rings"),
        translatable("core", "Three rings, one around the other, each a class of its own with an output of its own."),
        _rings,
        DatasetOptions(samples=300, noise=10.0, test_share=0.5),
        ("x", "y"),
        ("inner", "middle", "outer"),
    ),
    Dataset(
        "sine",
        translatable("core", "sine"),
        translatable("core", "One wave of a sine, to be drawn by a network with a single input."),
        _sine,
        DatasetOptions(samples=100, noise=10.0, test_share=0.5),
        ("x",),
        ("y",),
    ),
)
"""In the order in which they are offered."""
