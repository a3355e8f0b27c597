"""Short ways to put a plan into a state, and to look at the state of a run."""

import numpy as np

from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters
from core.plan import Plan
from core.training import Trainer


def plan_at(experiment: Experiment, parameters: Array, cursor: int | None = None) -> Plan:
    """Return a new plan that starts from `parameters`, with `cursor` operations done, or all."""
    plan = Plan(experiment)
    plan.before.flat[:] = plan.parameters.flat[:] = parameters
    for operation in plan.operations[:cursor]:
        operation.execute()
    return plan


def scattered_parameters(experiment: Experiment, seed: int) -> Array:
    """Return random weights and, unlike those an experiment starts from, random biases."""
    return np.random.RandomState(seed).uniform(-1.5, 1.5, experiment.parameter_count)


def set_parameters(plan: Plan, weights: list[list[list[float]]], biases: list[list[float]]) -> None:
    """Start from the weights and biases of a worked example; weights[layer][unit before][unit]."""
    for parameters in (plan.before, plan.parameters):
        fill(parameters, weights, biases)


def fill(parameters: Parameters, weights: list[list[list[float]]], biases: list[list[float]]) -> None:
    """Write weights and biases into `parameters`."""
    for array, numbers in zip(parameters.weights, weights, strict=True):
        array[...] = numbers
    for array, row in zip(parameters.biases, biases, strict=True):
        array[...] = row


def everything_seen(trainer: Trainer) -> tuple[object, ...]:
    """Return all a learner can see of where a run stands."""
    plan = trainer.plan
    results = [operation.result.values.tobytes() for operation in plan.operations[: trainer.cursor]]
    return trainer.epoch, trainer.cursor, plan.parameters.flat.tobytes(), results, repr(trainer.loss)
