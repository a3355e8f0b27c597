"""How large the gradient is in each layer: where it vanishes or explodes, a deep network does not learn."""

import numpy as np

from core.clipping import NoClipping
from core.experiment import Experiment
from core.kernels import Array, as_array
from core.losses import REDUCTIONS
from core.network import Parameters
from core.optimizers import Sgd
from core.plan import Plan
from core.regularizers import NoRegularization

WEIGHT_GRADIENT, DELTA = range(2)
MOST_WORK = 20_000_000  # samples × parameters; some milliseconds


class LayerSizes:
    """Measures the length of ∂L/∂W, over all its elements, and the mean of |δ|, over samples and units.

    L is the loss of all training samples. Where there are so many that this would take long, some stand for all, evenly
    spread; see `samples_measured`.
    """

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._measured: Experiment | None = None

    def __call__(self, experiment: Experiment, parameters: Parameters) -> Array:
        """Return both for each layer, shape (2, layers), in rows WEIGHT_GRADIENT and DELTA."""
        if self._plan is None or self._measured is not experiment:
            self._plan, self._measured = _plan(experiment), experiment
        plan = self._plan
        plan.before.flat[:] = parameters.flat
        for operation in plan.operations[: plan.update_index]:
            operation.execute()
        with np.errstate(all="ignore"):
            norms = [np.linalg.norm(layer.weight_gradient.values) for layer in plan.layers]
            deltas = [np.mean(np.abs(layer.delta.values)) for layer in plan.layers]
            return np.array([norms, deltas]) * _stands_for(plan, experiment)


def samples_measured(experiment: Experiment) -> int:
    """Return how many of the training samples are measured."""
    return min(experiment.data.samples, max(1, MOST_WORK // experiment.parameter_count))


def _plan(experiment: Experiment) -> Plan:
    # What is done to the gradient afterwards is of no use here, and would take memory.
    plain = experiment.with_training(optimizer=Sgd(), clipping=NoClipping(), regularization=NoRegularization())
    data, count = plain.data, samples_measured(plain)
    chosen = np.linspace(0, data.samples - 1, count).round().astype(int)
    plan = Plan(plain, count)
    plan.feed(data.network_inputs(data.inputs)[chosen], as_array(data.targets, data.target_count)[chosen])
    return plan


def _stands_for(plan: Plan, experiment: Experiment) -> Array:
    """Return by what the sizes of some samples are multiplied so that they are those of all, shape (2, 1)."""
    share = plan.samples / experiment.data.samples
    # Each δ of a mean has been divided by the number of samples, and ∂L/∂W is a sum of them.
    averages = REDUCTIONS[experiment.training.reduction].averages
    return np.array([[1.0], [share]] if averages else [[1 / share], [1.0]])
