"""The plan: one batch of an experiment as a list of operations over arrays that are allocated once.

Stepping, running and showing all read this list. There is no other place where a network is trained.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from core import notation, steps
from core.activation import Activation
from core.activations import ACTIVATIONS
from core.experiment import Experiment
from core.kernels import Array, Kernel
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters, State
from core.operations import NOTHING, SAMPLES, Operation, Quantity, Role, units
from core.stages import GRADIENT, NEW, PARAMETERS
from core.updates import Updates


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

    `samples` is how many samples the batch has, by default all; `inputs` and `targets` are to be filled with them.
    `before` holds the parameters at the start of the batch, `parameters` those that the update operations write; they
    are part of `state_before` and `state`, to which belongs what the optimizer keeps. `learning_rate` and `loss` have
    shape (1, 1). `layers[0]` is layer 1. In the list, the loss lies at `loss_index` and the updates begin at
    `update_index`. With `runs`, that many runs are trained at once, from parameters of their own.

    A plan made for the short last batch of an epoch shares its states with the plan `like` it.
    """

    def __init__(
        self, experiment: Experiment, samples: int | None = None, like: "Plan | None" = None, runs: int | None = None
    ) -> None:
        self.experiment = experiment
        self.samples = experiment.data.samples if samples is None else samples
        self._runs = () if runs is None else (runs,)
        optimizer, output = experiment.training.optimizer, len(experiment.layers)
        self.inputs = self._by_sample(notation.INPUTS, 0)
        self.targets = self._by_sample(notation.TARGETS, output)
        self.state_before: State = like.state_before if like else State(experiment.sizes, optimizer, self._runs)
        self.state: State = like.state if like else State(experiment.sizes, optimizer, self._runs)
        self.before, self.parameters = self.state_before.parameters, self.state.parameters
        self.learning_rate: Array = like.learning_rate if like else np.full((1, 1), optimizer.learning_rate)
        self.loss: Array = np.zeros((1, 1, *self._runs))
        self._updates = Updates(experiment, self.state_before, self.state, self.learning_rate)
        cells = self.samples * sum(experiment.sizes[1:]), *self._runs
        self._pre_activations, self._activations, self._slopes = np.zeros(cells), np.zeros(cells), np.zeros(cells)
        self.layers: list[LayerQuantities] = []
        for number in range(1, output + 1):
            self.layers.append(self._allocate(number))
        before_update = [*self._forward(), self._loss(), *self._backward()]
        self.operations = [*before_update, *self._updates.operations()]
        self.loss_index = 2 * output
        self.update_index = len(before_update)
        self._places: dict[tuple[Role, int], int] = {}
        for index, operation in enumerate(self.operations):
            self._places.setdefault((operation.role, operation.layer), index)

    @property
    def gradients(self) -> Parameters:
        """The gradients of the loss by all parameters, as the backward operations leave them."""
        return self._updates.gradients

    def feed(self, inputs: Array, targets: Array) -> None:
        """Put samples in, of shape (samples, features) and (samples, outputs); of many runs, all get the same."""
        if self._runs:
            inputs, targets = inputs[..., np.newaxis], targets[..., np.newaxis]
        np.copyto(self.inputs.values, inputs)
        np.copyto(self.targets.values, targets)

    def place(self, role: Role, layer: int) -> int | None:
        """Return where in `operations` a role first stands for a layer, or None where a batch has no such operation."""
        return self._places.get((role, layer))

    def kernels(self, *, in_place: bool = False) -> tuple[list[Kernel], list[Kernel]]:
        """Return all kernels of a batch: those up to the loss, and those after it.

        With `in_place`, the update writes over the state at the start of the batch and leaves `state` as it was.
        """
        split = self.loss_index + 1
        head, backward = self.operations[:split], self.operations[split : self.update_index]
        slopes = self._slope_kernels()
        if slopes:
            backward = [operation for operation in backward if operation.role is not Role.SLOPE]
        tail = [*slopes, *_kernels_of(backward), *self._updates.kernels(in_place=in_place)]
        return _kernels_of(head), tail

    def mean_squared_error(self) -> float:
        """Return the mean of the squared errors of this batch over samples and outputs, once its outputs are known."""
        factor = mean_squared_error_factor(self.experiment, self.samples)
        if factor:
            return self.loss.item() * factor
        with np.errstate(all="ignore"):
            return float(np.mean(np.square(self.layers[-1].activation.values - self.targets.values)))

    def _slope_kernels(self) -> list[Kernel]:
        """Return what computes the slopes of all layers at once, where one rule makes them of the activations."""
        functions = {layer.function.name: layer.function for layer in self.layers}
        if len(functions) > 1 or self.layers[0].function.derivative_reads != "a":
            return []
        return self.layers[0].function.derivative(self._pre_activations, self._activations, self._slopes)

    def _by_sample(self, symbol: notation.Symbol, layer: int, within: Array | None = None) -> Quantity:
        """Return a quantity of samples × units; `within` has room for those of all layers, one after the other."""
        shape = self.samples, self.experiment.sizes[layer], *self._runs
        if within is None:
            return Quantity(symbol, np.zeros(shape), SAMPLES, units(layer))
        start = self.samples * sum(self.experiment.sizes[1:layer])
        values = within[start : start + self.samples * self.experiment.sizes[layer]].reshape(shape)
        return Quantity(symbol, values, SAMPLES, units(layer))

    def _allocate(self, number: int) -> LayerQuantities:
        function = ACTIVATIONS[self.experiment.layers[number - 1].activation]
        updates, slope = self._updates, notation.slope(number, function.letter, function.latex_letter)
        return LayerQuantities(
            function=function,
            came_in=self.layers[-1].activation if self.layers else self.inputs,
            weights=updates.quantity(PARAMETERS, number, of_biases=False),
            biases=updates.quantity(PARAMETERS, number, of_biases=True),
            pre_activation=self._by_sample(notation.pre_activation(number), number, self._pre_activations),
            activation=self._by_sample(notation.activation(number), number, self._activations),
            activation_gradient=self._by_sample(notation.activation_gradient(number), number),
            slope=self._by_sample(slope, number, self._slopes),
            delta=self._by_sample(notation.delta(number), number),
            weight_gradient=updates.quantity(GRADIENT, number, of_biases=False),
            bias_gradient=updates.quantity(GRADIENT, number, of_biases=True),
            new_weights=updates.quantity(NEW + PARAMETERS, number, of_biases=False),
            new_biases=updates.quantity(NEW + PARAMETERS, number, of_biases=True),
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
            yield from self._delta(number, layer)
            yield steps.weight_gradient(number, layer.came_in, layer.delta, layer.weight_gradient)
            yield steps.bias_gradient(number, layer.delta, layer.bias_gradient)
            if number > 1:
                below = self.layers[number - 2].activation_gradient
                yield steps.activation_gradient(number - 1, layer.delta, layer.weights, below)

    def _delta(self, number: int, layer: LayerQuantities) -> Iterator[Operation]:
        gradient, function = layer.activation_gradient, layer.function
        if function.mixes_units:
            yield steps.delta_of_mixed(number, function, gradient, layer.activation, layer.delta)
        else:
            yield steps.slope(number, function, layer.pre_activation, layer.activation, layer.slope)
            yield steps.delta(number, gradient, layer.slope, layer.delta)


def _kernels_of(operations: Iterable[Operation]) -> list[Kernel]:
    return [kernel for operation in operations for kernel in operation.kernels]


def mean_squared_error_factor(experiment: Experiment, samples: int) -> float:
    """Return what a loss of `samples` samples is multiplied by to give their mean squared error.

    It is 0 where the loss is no multiple of it.
    """
    training = experiment.training
    worth = LOSSES[training.loss].squared_error_factor
    terms = 1 if REDUCTIONS[training.reduction].averages else samples * experiment.data.target_count
    return 1 / (terms * worth) if worth else 0.0
