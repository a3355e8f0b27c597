"""What the gradient flow shows at one moment, as plain values: no widget is needed to know or to test it."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from core.kernels import Array
from core.operations import Operation, Phase, Role
from core.plan import LayerQuantities
from core.training import Trainer

EDGE_ROLES = {Role.PRE_ACTIVATION, Role.WEIGHT_GRADIENT, Role.WEIGHT_UPDATE}
UNIT_ROLES = set(Role) - {Role.WEIGHT_GRADIENT, Role.WEIGHT_UPDATE, Role.PRE_ACTIVATION}


class EdgeValue(Enum):
    """What the edges show."""

    WEIGHT = "weight"
    GRADIENT = "gradient"
    UPDATE = "update"


@dataclass(frozen=True)
class EdgeLayer:
    """The edges into one layer. `values`, shape (units in, units out), are None where they are not computed yet."""

    values: Array | None
    lit: bool


@dataclass(frozen=True)
class UnitLayer:
    """The units of one layer; each array has shape (units,) and is None where it is not computed yet."""

    activation: Array | None
    pre_activation: Array | None
    delta: Array | None
    lit: bool


@dataclass(frozen=True)
class FlowState:
    """All edges and units. `phase` is that of the current operation, or None between two batches."""

    edges: tuple[EdgeLayer, ...]
    units: tuple[UnitLayer, ...]
    targets: Array
    phase: Phase | None


def flow_state(trainer: Trainer, show: EdgeValue, sample: int | None) -> FlowState:
    """Return what is known at the trainer's position, for one sample of the batch or, with None, for all of it.

    Of the whole batch, gradients are as the loss adds them up, and activations, sums and δ are means.
    """
    operation = None if trainer.batch_complete else trainer.operation
    numbers = range(1, len(trainer.plan.layers) + 1)
    return FlowState(
        edges=tuple(
            EdgeLayer(edge_values(trainer, show, number, sample), _touches_edges(operation, number))
            for number in numbers
        ),
        units=tuple(unit_values(trainer, number, sample) for number in (0, *numbers)),
        targets=_of_sample(trainer.plan.targets.values, sample),
        phase=operation.phase if operation else None,
    )


def edge_values(trainer: Trainer, show: EdgeValue, number: int, sample: int | None) -> Array | None:
    """Return what the edges into layer `number` show, shape (units in, units out), or None where it is not known."""
    layer = trainer.plan.layers[number - 1]
    if show is EdgeValue.WEIGHT:
        return layer.new_weights.values
    if show is EdgeValue.UPDATE:
        done = trainer.done(Role.WEIGHT_UPDATE, number)
        return layer.new_weights.values - layer.weights.values if done else None
    if not trainer.done(Role.WEIGHT_GRADIENT, number):
        return None
    return layer.weight_gradient.values if sample is None else _gradient_of_sample(layer, sample)


def _gradient_of_sample(layer: LayerQuantities, sample: int) -> Array:
    """Return one sample's share of ∂L/∂W: what came in × δ. The shares of all samples add up to the gradient."""
    return np.outer(layer.came_in.values[sample], layer.delta.values[sample])


def unit_values(trainer: Trainer, number: int, sample: int | None) -> UnitLayer:
    """Return what is known of the units of layer `number`, 0 being the input."""
    operation = None if trainer.batch_complete else trainer.operation
    lit = operation is not None and operation.role in UNIT_ROLES and operation.layer == number
    if number == 0:
        return UnitLayer(_of_sample(trainer.plan.inputs.values, sample), None, None, lit)
    layer = trainer.plan.layers[number - 1]

    def known(role: Role, values: Array) -> Array | None:
        return _of_sample(values, sample) if trainer.done(role, number) else None

    return UnitLayer(
        activation=known(Role.ACTIVATION, layer.activation.values),
        pre_activation=known(Role.PRE_ACTIVATION, layer.pre_activation.values),
        delta=known(Role.DELTA, layer.delta.values),
        lit=lit,
    )


def _of_sample(values: Array, sample: int | None) -> Array:
    shown: Array = values.mean(axis=0) if sample is None else values[sample]
    return shown


def _touches_edges(operation: Operation | None, number: int) -> bool:
    if operation is None:
        return False
    if operation.role is Role.ACTIVATION_GRADIENT:  # it comes back from the layer after
        return operation.layer == number - 1
    return operation.role in EDGE_ROLES and operation.layer == number
