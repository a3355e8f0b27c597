"""The network's parameters, and what it answers.

Arrays are rows = samples: inputs (samples, features), weights (units in, units out), biases (1, units out). Where many
runs are trained at once, all have one more axis, last, for the runs.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import ArrayLike

from core.activations import ACTIVATIONS
from core.experiment import Experiment, Initial, Layer, ParameterIndex
from core.initializers import INITIALIZERS
from core.kernels import Array, execute
from core.optimizer import Optimizer


class Parameters:
    """Weights and biases of all layers, as views into one vector `flat`: first all weights, then all biases.

    `weights[0]` and `biases[0]` belong to layer 1. `flat` has shape (parameters,), or (parameters, runs).
    """

    def __init__(self, sizes: Sequence[int], flat: Array | None = None, runs: tuple[int, ...] = ()) -> None:
        pairs = list(pairwise(sizes))
        counts = [before * after for before, after in pairs] + [after for _, after in pairs]
        ends = list(accumulate(counts))
        self.flat: Array = np.zeros((ends[-1], *runs)) if flat is None else flat
        pieces = np.split(self.flat, ends[:-1])
        self.weights = [piece.reshape(*pair, *runs) for piece, pair in zip(pieces, pairs, strict=False)]
        self.biases = [piece.reshape(1, -1, *runs) for piece in pieces[len(pairs) :]]
        weight_count = sum(counts[: len(pairs)])
        self.flat_weights, self.flat_biases = self.flat[:weight_count], self.flat[weight_count:]

    def value(self, index: ParameterIndex) -> float:
        """Return one weight or bias."""
        array, cell = self._cell(index)
        return float(array[cell])

    def set_value(self, index: ParameterIndex, value: float) -> None:
        """Change one weight or bias; of many runs, that of each."""
        array, cell = self._cell(index)
        array[cell] = value

    def _cell(self, index: ParameterIndex) -> tuple[Array, tuple[int, int]]:
        if index.before is None:
            return self.biases[index.layer - 1], (0, index.unit)
        return self.weights[index.layer - 1], (index.before, index.unit)


class State:
    """All that an update changes, as views into one vector `flat`: parameters and what the optimizer keeps.

    `vectors` is by letter; `count`, of shape (1, 1), is how many updates the optimizer has made, or None where it does
    not count them.
    """

    def __init__(
        self, sizes: Sequence[int], optimizer: Optimizer, runs: tuple[int, ...] = (), flat: Array | None = None
    ) -> None:
        each = sum((before + 1) * after for before, after in pairwise(sizes))
        count = 1 + len(optimizer.vectors)
        length = each * count + optimizer.counts
        self.flat: Array = np.zeros((length, *runs)) if flat is None else flat
        pieces = [Parameters(sizes, self.flat[each * at : each * (at + 1)], runs) for at in range(count)]
        self.parameters = pieces[0]
        self.vectors = dict(zip(optimizer.vectors, pieces[1:], strict=True))
        self.count = self.flat[-1:].reshape(1, 1, *runs) if optimizer.counts else None


def draw_parameters(experiment: Experiment, random: np.random.RandomState) -> Parameters:
    """Return the parameters the experiment starts from.

    They are the given ones, or W1, W2 and so on and then the biases of all layers, drawn from `random`.
    """
    parameters = Parameters(experiment.sizes)
    if experiment.parameters is not None:
        fill(parameters, experiment.parameters.weights, experiment.parameters.biases)
        return parameters
    initial = experiment.initial
    for weights in parameters.weights:
        weights[...] = _drawn(initial.scheme, initial.scale, random, *weights.shape)
    for biases in parameters.biases:
        biases[...] = _drawn(initial.bias_scheme, initial.bias_scale, random, *biases.shape)
    return parameters


def parameters_of_layer(experiment: Experiment, layer: int) -> list[ParameterIndex]:
    """Return the weights into `layer`, row by row, and then its biases."""
    before, units = experiment.sizes[layer - 1 : layer + 1]
    return [ParameterIndex(layer, unit, row) for row in (*range(before), None) for unit in range(units)]


def initial_parameters(experiment: Experiment) -> Parameters:
    """Return the parameters the experiment starts from, with the random numbers of its own seed."""
    return draw_parameters(experiment, random_state(experiment.initial))


def random_state(initial: Initial) -> np.random.RandomState:
    """Return the random numbers of an experiment, from their beginning."""
    return np.random.RandomState(initial.seed)


def fill(parameters: Parameters, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike]) -> None:
    """Write nested numbers into `parameters`: weights[layer][unit before][unit], biases[layer][unit]."""
    for array, numbers in zip(parameters.weights, weights, strict=True):
        array[...] = numbers
    for array, numbers in zip(parameters.biases, biases, strict=True):
        array[...] = numbers


def free_parameters(experiment: Experiment, runs: tuple[int, ...] = ()) -> Parameters:
    """Return 1 for each parameter that training may change, and 0 for each that is frozen."""
    free = Parameters(experiment.sizes, runs=runs)
    free.flat.fill(1.0)
    for index in experiment.frozen:
        free.set_value(index, 0.0)
    return free


def predict(layers: Sequence[Layer], parameters: Parameters, inputs: Array) -> Array:
    """Return the outputs, shape (samples, units out), for what the network sees, shape (samples, features).

    It works on arrays of its own and leaves the step that is being shown as it is.
    """
    activation = inputs
    for layer, weights, biases in zip(layers, parameters.weights, parameters.biases, strict=True):
        with np.errstate(all="ignore"):
            pre_activation = activation @ weights + biases
        activation = np.empty_like(pre_activation)
        execute(ACTIVATIONS[layer.activation].forward(pre_activation, activation))
    return activation


def _drawn(scheme: str, scale: float, random: np.random.RandomState, rows: int, columns: int) -> Array:
    rule = INITIALIZERS[scheme]
    return rule.draw(random, scale * rule.size(rows, columns), rows, columns)
