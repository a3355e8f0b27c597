"""All training samples as one batch: its gradient, and the loss of many parameter vectors at once."""

import numpy as np

from core.clipping import NoClipping
from core.experiment import Experiment, ParameterIndex
from core.kernels import Array, as_array, execute
from core.network import Parameters, parameters_of_layer
from core.operations import Operation
from core.optimizers import Sgd
from core.plan import Plan
from core.regularizers import NoRegularization
from core.stages import PENALIZED

CHUNK_BYTES = 16 * 2**20
MOST_RUNS = 4096
ARRAYS_BY_SAMPLE = 4  # of a layer, that a forward pass writes: sums, activations, and what a kernel needs in between
ARRAYS_BY_PARAMETER = 6


def parameter_indices(experiment: Experiment) -> list[ParameterIndex]:
    """Return which weight or bias each parameter is, in the order of Parameters.flat: all weights, then all biases."""
    layers = range(1, len(experiment.sizes))
    indices = [index for layer in layers for index in parameters_of_layer(experiment, layer)]
    return sorted(indices, key=lambda index: index.before is None)


def parameter_names(experiment: Experiment) -> list[str]:
    """Return what each parameter is called, in the order of Parameters.flat: W1[0,1] and so on, then b1[0] and so on.

    Layers count from 1; row and column, which are the unit before and the unit, count from 0, as in NumPy.
    """
    return [
        f"b{index.layer}[{index.unit}]" if index.before is None else f"W{index.layer}[{index.before},{index.unit}]"
        for index in parameter_indices(experiment)
    ]


def whole_plan(experiment: Experiment, parameters: Parameters) -> Plan:
    """Return a plan for all training samples, in their own order, that has gone forward and back from `parameters`."""
    plan = Plan(experiment)
    _feed(plan)
    plan.before.flat[:] = parameters.flat
    for operation in plan.operations[: plan.update_index]:
        operation.execute()
    return plan


def gradient(plan: Plan, *, penalized: bool = False) -> Parameters:
    """Return the gradients a plan has computed or, where `penalized`, those that have the penalty on the weights, too.

    `flat` has shape (parameters,).
    """
    result = Parameters(plan.experiment.sizes)
    for layer, weights, biases in zip(plan.layers, result.weights, result.biases, strict=True):
        weights[...] = layer.weight_gradient.values
        biases[...] = layer.bias_gradient.values
    if penalized:
        for operation in plan.operations[plan.update_index :]:
            if _penalizes(operation):
                operation.execute()
                result.weights[operation.layer - 1][...] = operation.result.values
    return result


class ManyLosses:
    """The experiment's loss over all training samples, without a penalty, for many parameter vectors.

    They are runs along the last axis of a plan's arrays, `runs` of them at a time, as many as `CHUNK_BYTES` have room
    for. Only the operations up to the loss are done; pages that are never written to take no memory.
    """

    def __init__(self, experiment: Experiment, wanted: int = MOST_RUNS) -> None:
        # Neither the optimizer nor what is done to the gradient is of use here, and they would take memory.
        plain = experiment.with_training(optimizer=Sgd(), clipping=NoClipping(), regularization=NoRegularization())
        each = ARRAYS_BY_PARAMETER * plain.parameter_count
        each += ARRAYS_BY_SAMPLE * plain.data.samples * sum(plain.sizes)
        room = CHUNK_BYTES // (each * np.dtype(np.float64).itemsize)
        self.runs = max(1, min(wanted, MOST_RUNS, room))
        self._plan = Plan(plain, runs=self.runs)
        self._kernels, _ = self._plan.kernels()
        _feed(self._plan)

    def __call__(self, vectors: Array) -> Array:
        """Return the losses, shape (n,), of `vectors`, shape (parameters, n); in the order of Parameters.flat."""
        count = vectors.shape[1]
        losses: Array = np.empty(count)
        for start in range(0, count, self.runs):
            end = min(start + self.runs, count)
            self._plan.before.flat[:, : end - start] = vectors[:, start:end]
            execute(self._kernels)
            losses[start:end] = self._plan.loss[0, 0, : end - start]
        return losses


def _feed(plan: Plan) -> None:
    data = plan.experiment.data
    plan.feed(data.network_inputs(data.inputs), as_array(data.targets, data.target_count))


def _penalizes(operation: Operation) -> bool:
    return operation.stage is not None and operation.stage.result == PENALIZED
