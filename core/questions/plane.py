"""The plane: what the network answers, and each of its units, over two of its inputs while the others stay as they are.

Everything that does not depend on the parameters is made ready once, so that the picture can be drawn anew while the
network learns. The sums are those of core.network.predict, bit for bit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.activations import ACTIVATIONS
from core.data import Data
from core.experiment import Experiment
from core.features import compute_features
from core.kernels import Array, Kernel, add_row, as_array, execute, product
from core.network import Parameters, predict

SIZE = 40  # points along an axis
MARGIN = 0.15  # of the data's extent, on each side of it
ALONE = 1.0  # the least margin where all values are the same
FARTHEST = float(np.finfo(np.float64).max) / 4  # so that the extent of the plane is finite, too


@dataclass(frozen=True, eq=False)
class InputRanges:
    """How far each input reaches in the data, with a margin, and its mean; all have shape (inputs,)."""

    low: Array
    high: Array
    mean: Array


def input_ranges(data: Data) -> InputRanges:
    """Return how far the inputs reach, those of the test samples, too; the mean is that of the training samples."""
    training = as_array(data.inputs, data.input_count)
    low, high = ends_of(np.concatenate([training, as_array(data.test_inputs, data.input_count)]), MARGIN)
    with np.errstate(over="ignore"):
        return InputRanges(low, high, np.clip(training.mean(axis=0), low, high))


def ends_of(values: Array, margin: float) -> tuple[Array, Array]:
    """Return where the columns of `values` begin and end, with a margin that is a share of their extent."""
    low, high = values.min(axis=0), values.max(axis=0)
    with np.errstate(over="ignore"):
        room = np.where(high > low, margin * (high - low), np.maximum(ALONE, margin * np.abs(high)))
        return np.clip(low - room, -FARTHEST, FARTHEST), np.clip(high + room, -FARTHEST, FARTHEST)


class Plane:
    """A grid of points of which input `horizontal` grows along a row, and input `vertical` from row to row.

    The other inputs have the values in `fixed`, one for every input, by default their means in the data. `x`, of shape
    (nx,), and `y`, of shape (ny,), are where the points lie. Without `vertical` it is a line: one row.
    """

    def __init__(
        self,
        experiment: Experiment,
        horizontal: int = 0,
        vertical: int | None = 1,
        fixed: Sequence[float] | Array | None = None,
        size: int = SIZE,
        ranges: InputRanges | None = None,
    ) -> None:
        self.experiment, self.horizontal, self.vertical = experiment, horizontal, vertical
        ranges = ranges or input_ranges(experiment.data)
        self.fixed: Array = ranges.mean if fixed is None else np.array(fixed, np.float64)
        self.x: Array = np.linspace(ranges.low[horizontal], ranges.high[horizontal], size)
        self.y: Array = np.zeros(1)
        if vertical is not None:
            self.y = np.linspace(ranges.low[vertical], ranges.high[vertical], size)
        y, x = np.meshgrid(self.y, self.x, indexing="ij")
        self.inputs = self._network_inputs(x.ravel(), y.ravel())
        self._parameters = Parameters(experiment.sizes)
        self._layers: list[Array] = [np.empty((len(self.inputs), units)) for units in experiment.sizes[1:]]
        self._kernels = self._bound()

    def units(self, parameters: Parameters) -> list[Array]:
        """Return the answers of all units, by layer, each of shape (units, ny, nx); layer 0 is what the network sees.

        They hold until the next call.
        """
        self._compute(parameters)
        return [self._pictures(layer) for layer in (self.inputs, *self._layers)]

    def outputs(self, parameters: Parameters) -> Array:
        """Return the answers of the network, shape (outputs, ny, nx). They hold until the next call."""
        self._compute(parameters)
        return self._pictures(self._layers[-1])

    def outputs_at(self, parameters: Parameters, x: float, y: float = 0.0) -> Array:
        """Return the answers at one point of the plane, shape (outputs,)."""
        outputs: Array = predict(
            self.experiment.layers, parameters, self._network_inputs(np.array([x]), np.array([y]))
        )[0]
        return outputs

    def _network_inputs(self, x: Array, y: Array) -> Array:
        points = np.repeat(self.fixed[np.newaxis], len(x), axis=0)
        points[:, self.horizontal] = x
        if self.vertical is not None:
            points[:, self.vertical] = y
        seen: Array = compute_features(self.experiment.data.features, points)
        return seen

    def _bound(self) -> list[Kernel]:
        """Return the kernels of a forward pass; all layers share the room for their sums."""
        rows = len(self.inputs)
        room = np.empty(rows * max(self.experiment.sizes[1:]))
        kernels: list[Kernel] = []
        for layer, weights, biases, (came_in, answers) in zip(
            self.experiment.layers,
            self._parameters.weights,
            self._parameters.biases,
            pairwise((self.inputs, *self._layers)),
            strict=True,
        ):
            sums = room[: answers.size].reshape(answers.shape)
            kernels += [product(came_in, weights, sums), *add_row(sums, biases, sums)]
            kernels += ACTIVATIONS[layer.activation].forward(sums, answers)
        return kernels

    def _compute(self, parameters: Parameters) -> None:
        for own, given in zip(
            (*self._parameters.weights, *self._parameters.biases),
            (*parameters.weights, *parameters.biases),
            strict=True,
        ):
            np.copyto(own, given)
        execute(self._kernels)

    def _pictures(self, answers: Array) -> Array:
        pictures: Array = answers.reshape(len(self.y), len(self.x), -1).transpose(2, 0, 1)
        return pictures
