"""The plan: one batch of an experiment as a list of operations over arrays that are allocated once.

Stepping, running and showing all read this list. There is no other place where a network is trained.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from core import notation, steps
from core.activations import ACTIVATIONS, Activation
from core.experiment import Experiment
from core.kernels import Array, Kernel
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters
from core.operations import NOTHING, SAMPLES, Operation, Quantity, Role, units


@dataclass(frozen=True, slots=True)
class LayerQuantities:
    """What a batch reads and computes in one layer.

    `weights` and `biases` are those at the start of the batch, `new_weights` and `new_biases` those the update
    operations write. Rows are samples in all but weights, biases and their gradients, which have the parameters' shape.
    """

    function: Activation
    came_in: Quantity
    weights: Quantity
    biases: Quantity
    pre_activation: Quantity
    activation: Quantity
    activation_gradient: Quantity
    slope: Quantity
    delta: Quantity
    weight_gradient: Quantity
    bias_gradient: Quantity
    new_weights: Quantity
    new_biases: Quantity


class Plan:
    """One batch of `experiment` as `operations`.

    `before` holds the parameters at the start of the batch, `parameters` those that the update operations write.
    `layers[0]` is layer 1. `loss` has shape (1, 1). In the list, the loss
    lies at `loss_index` and the updates begin at `update_index`.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        data, output = experiment.data, len(experiment.layers)
        self.inputs = Quantity(notation.INPUTS, np.array(data.inputs, np.float64), SAMPLES, units(0))
        self.targets = Quantity(notation.TARGETS, np.array(data.targets, np.float64), SAMPLES, units(output))
        self.before = Parameters(experiment.sizes)
        self.parameters = Parameters(experiment.sizes)
        self.loss: Array = np.zeros((1, 1))
        self.layers: list[LayerQuantities] = []
        for number in range(1, len(experiment.layers) + 1):
            self.layers.append(self._allocate(number))
        self.operations = [*self._forward(), self._loss(), *self._backward(), *self._update()]
        self.loss_index = 2 * len(self.layers)
        self.update_index = len(self.operations) - 2 * len(self.layers)
        self._places = {(operation.role, operation.layer): i for i, operation in enumerate(self.operations)}

    def place(self, role: Role, layer: int) -> int | None:
        """Return where in `operations` a role stands for a layer, or None where a batch has no such operation."""
        return self._places.get((role, layer))

    def kernels(self) -> tuple[list[Kernel], list[Kernel]]:
        """Return all kernels of a batch: those up to the loss, and those after it."""
        split = self.loss_index + 1
        halves = self.operations[:split], self.operations[split:]
        head, tail = (list(chain.from_iterable(operation.kernels for operation in half)) for half in halves)
        return head, tail

    @property
    def mean_squared_error_factor(self) -> float:
        """What the loss is multiplied by to give the mean squared error of the outputs."""
        training = self.experiment.training
        terms = 1 if REDUCTIONS[training.reduction].averages else self.targets.values.size
        return 1 / (terms * LOSSES[training.loss].squared_error_factor)

    def _allocate(self, number: int) -> LayerQuantities:
        layer = self.experiment.layers[number - 1]
        function = ACTIVATIONS[layer.activation]
        came_in = self.layers[-1].activation if self.layers else self.inputs
        before, after, index = self.before, self.parameters, number - 1

        def by_sample(symbol: notation.Symbol) -> Quantity:
            return Quantity(symbol, np.zeros((self.experiment.data.samples, layer.units)), SAMPLES, units(number))

        def like_weights(symbol: notation.Symbol, values: Array) -> Quantity:
            return Quantity(symbol, values, units(number - 1), units(number))

        def like_biases(symbol: notation.Symbol, values: Array) -> Quantity:
            return Quantity(symbol, values, NOTHING, units(number))

        return LayerQuantities(
            function=function,
            came_in=came_in,
            weights=like_weights(notation.weights(number), before.weights[index]),
            biases=like_biases(notation.biases(number), before.biases[index]),
            pre_activation=by_sample(notation.pre_activation(number)),
            activation=by_sample(notation.activation(number)),
            activation_gradient=by_sample(notation.activation_gradient(number)),
            slope=by_sample(notation.slope(number, function.letter, function.latex_letter)),
            delta=by_sample(notation.delta(number)),
            weight_gradient=like_weights(notation.weight_gradient(number), np.zeros_like(before.weights[index])),
            bias_gradient=like_biases(notation.bias_gradient(number), np.zeros_like(before.biases[index])),
            new_weights=like_weights(notation.weights(number), after.weights[index]),
            new_biases=like_biases(notation.biases(number), after.biases[index]),
        )

    def _forward(self) -> Iterator[Operation]:
        for number, layer in enumerate(self.layers, start=1):
            yield steps.weighted_sum(number, layer.came_in, layer.weights, layer.biases, layer.pre_activation)
            yield steps.activation(number, layer.function, layer.pre_activation, layer.activation)

    def _loss(self) -> Operation:
        result = Quantity(notation.LOSS, self.loss, NOTHING, NOTHING)
        outputs = self.layers[-1].activation
        return steps.loss(self.experiment.training, len(self.layers), outputs, self.targets, result)

    def _backward(self) -> Iterator[Operation]:
        output = self.layers[-1]
        yield steps.output_gradient(
            self.experiment.training, len(self.layers), output.activation, self.targets, output.activation_gradient
        )
        for number in range(len(self.layers), 0, -1):
            layer = self.layers[number - 1]
            yield steps.slope(number, layer.function, layer.pre_activation, layer.activation, layer.slope)
            yield steps.delta(number, layer.activation_gradient, layer.slope, layer.delta)
            yield steps.weight_gradient(number, layer.came_in, layer.delta, layer.weight_gradient)
            yield steps.bias_gradient(number, layer.delta, layer.bias_gradient)
            if number > 1:
                below = self.layers[number - 2].activation_gradient
                yield steps.activation_gradient(number - 1, layer.delta, layer.weights, below)

    def _update(self) -> Iterator[Operation]:
        training = self.experiment.training
        for number in range(len(self.layers), 0, -1):
            layer = self.layers[number - 1]
            yield steps.update(
                Role.WEIGHT_UPDATE, training, number, layer.weights, layer.weight_gradient, layer.new_weights
            )
            yield steps.update(Role.BIAS_UPDATE, training, number, layer.biases, layer.bias_gradient, layer.new_biases)
