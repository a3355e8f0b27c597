"""Short ways to put a plan into a state, and to look at the state of a run."""

import numpy as np

from core.batches import Batches
from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters, fill
from core.plan import Plan
from core.training import Trainer


def plan_of(experiment: Experiment) -> Plan:
    """Return a plan of all samples, filled with them."""
    plan = Plan(experiment)
    plan.inputs.values[:] = experiment.data.network_inputs(experiment.data.inputs)
    plan.targets.values[:] = experiment.data.targets
    return plan


def plan_at(experiment: Experiment, parameters: Array, cursor: int | None = None) -> Plan:
    """Return a new plan of all samples that starts from `parameters`, with `cursor` operations done, or all."""
    plan = plan_of(experiment)
    plan.before.flat[:] = plan.parameters.flat[:] = parameters
    execute_up_to(plan, cursor)
    return plan


def first_batch(experiment: Experiment, parameters: Array) -> Plan:
    """Return a new plan of the first batch, in the order of the data, with nothing done."""
    batches = Batches(experiment)
    plan = Plan(experiment, batches.size)
    batches.feed(0, plan)
    plan.before.flat[:] = plan.parameters.flat[:] = parameters
    return plan


def execute_up_to(plan: Plan, cursor: int | None = None) -> None:
    for operation in plan.operations[:cursor]:
        operation.execute()


def scattered_parameters(experiment: Experiment, seed: int) -> Array:
    """Return random weights and, unlike those an experiment starts from, random biases."""
    return np.random.RandomState(seed).uniform(-1.5, 1.5, experiment.parameter_count)


def set_parameters(plan: Plan, weights: list[list[list[float]]], biases: list[list[float]]) -> None:
    """Start from the weights and biases of a worked example; weights[layer][unit before][unit]."""
    for parameters in (plan.before, plan.parameters):
        fill(parameters, weights, biases)


def flat_of(weights: list[Array], biases: list[Array]) -> Array:
    """Return parameters in the order of Parameters.flat."""
    return np.concatenate([part.ravel() for part in (*weights, *biases)])


def gradient(plan: Plan) -> Array:
    """Return the gradients of all parameters in the order of Parameters.flat."""
    return flat_of(
        [layer.weight_gradient.values for layer in plan.layers], [layer.bias_gradient.values for layer in plan.layers]
    )


def same_parameters(mine: Parameters, others: Parameters) -> bool:
    return np.array_equal(mine.flat, others.flat, equal_nan=True)


def everything_seen(trainer: Trainer) -> tuple[object, ...]:
    """Return all a learner can see of where a run stands."""
    plan = trainer.plan
    results = [operation.result.values.tobytes() for operation in plan.operations[: trainer.cursor]]
    state = plan.state.flat.tobytes(), plan.learning_rate.item(), trainer.sample_numbers
    return trainer.epoch, trainer.batch, trainer.batch_of_epoch, trainer.cursor, state, results, repr(trainer.reading)
