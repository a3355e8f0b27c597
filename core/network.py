"""The network's parameters, and what it answers.

Arrays are rows = samples: inputs (samples, features), weights (units in, units out), biases (1, units out).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from core.activations import ACTIVATIONS
from core.experiment import Experiment, Layer
from core.initializers import INITIALIZERS
from core.kernels import Array, execute


class Parameters:
    """Weights and biases of all layers, as views into one vector `flat`, so that all are copied in one call.

    `weights[0]` and `biases[0]` belong to layer 1.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        pairs = list(pairwise(sizes))
        self.flat: Array = np.zeros(sum((before + 1) * after for before, after in pairs))
        self.weights: list[Array] = []
        self.biases: list[Array] = []
        start = 0
        for before, after in pairs:
            middle = start + before * after
            self.weights.append(self.flat[start:middle].reshape(before, after))
            self.biases.append(self.flat[middle : middle + after].reshape(1, after))
            start = middle + after


def initial_parameters(experiment: Experiment) -> Parameters:
    """Return the parameters the experiment starts from: W1, then W2 and so on from its seed; biases are zero."""
    parameters = Parameters(experiment.sizes)
    random = np.random.RandomState(experiment.initial.seed)
    draw = INITIALIZERS[experiment.initial.scheme]
    for weights in parameters.weights:
        weights[...] = draw(random, *weights.shape)
    return parameters


def predict(layers: Sequence[Layer], parameters: Parameters, inputs: Array) -> Array:
    """Return the outputs, shape (samples, units out), for inputs of shape (samples, features).

    It works on arrays of its own and leaves the step that is being shown as it is.
    """
    activation = inputs
    for layer, weights, biases in zip(layers, parameters.weights, parameters.biases, strict=True):
        with np.errstate(all="ignore"):
            pre_activation = activation @ weights + biases
        activation = np.empty_like(pre_activation)
        execute(ACTIVATIONS[layer.activation].forward(pre_activation, activation))
    return activation
