"""A data set at a choice, and the options it is made with."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from core.data import MAX_SAMPLES, Data, Names, Rows
from core.experiment import SEED
from core.kernels import Array
from core.settings import Range, Settings
from core.text import translatable

SAMPLES = Range(least=1, most=MAX_SAMPLES, whole=True)
NOISE = Range(least=0, most=50)
TEST_SHARE = Range(least=0, below=1)

PERCENT = 100
DECIMALS = 6  # of a count of samples; a share such as 0.9 is not exact in binary, and 500 · (1 − 0.9) is below 50

Draw = Callable[[np.random.RandomState, int, float], tuple[Array, Array]]


class DatasetOptions(Settings, frozen=True):
    """How a data set is made.

    `noise` is in percent, as at the Playground's slider; each set says what it does to it. `test_share` is the share
    of the samples that is kept for testing.
    """

    samples: Annotated[int, SAMPLES.meta]
    noise: Annotated[float, NOISE.meta] = 0.0
    seed: Annotated[int, SEED.meta] = 0
    test_share: Annotated[float, TEST_SHARE.meta] = 0.0

    def __post_init__(self) -> None:
        SAMPLES.require(translatable("core", "number of samples"), self.samples, ".samples")
        NOISE.require(translatable("core", "noise"), self.noise, ".noise")
        SEED.require(translatable("core", "seed"), self.seed, ".seed")
        TEST_SHARE.require(translatable("core", "share of samples for testing"), self.test_share, ".test_share")


@dataclass(frozen=True, slots=True)
class Dataset:
    """One data set.

    `draw(random, samples, noise)` gives inputs, shape (samples, inputs), and targets, shape (samples, targets), before
    they are shuffled; its noise is a share, 0 to 0.5. A set that is not random is a whole table: it has as many
    samples as it has whatever the options say, without noise the seed changes nothing, and its rows stay in their
    order unless some are kept for testing.
    """

    name: str
    title: str
    sentence: str
    draw: Draw
    default: DatasetOptions
    input_names: Names = ()
    target_names: Names = ()
    is_random: bool = True

    def make(self, options: DatasetOptions | None = None) -> Data:
        """Return the data for `options`, or for the set's default ones; the first samples after the shuffle train."""
        chosen = self.default if options is None else options
        random = np.random.RandomState(chosen.seed)
        inputs, targets = self.draw(random, chosen.samples, chosen.noise / PERCENT)
        if self.is_random or chosen.test_share:
            order = random.permutation(len(inputs))
            inputs, targets = inputs[order], targets[order]
        split = training_count(len(inputs), chosen.test_share)
        return Data(
            inputs=_rows(inputs[:split]),
            targets=_rows(targets[:split]),
            test_inputs=_rows(inputs[split:]),
            test_targets=_rows(targets[split:]),
            input_names=self.input_names,
            target_names=self.target_names,
        )


def training_count(samples: int, test_share: float) -> int:
    """Return how many of `samples` train: floor(samples · (1 − test_share)), and one at least."""
    return max(1, math.floor(round(samples * (1 - test_share), DECIMALS)))


def _rows(values: Array) -> Rows:
    return tuple(map(tuple, values.tolist()))
