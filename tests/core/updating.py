"""Updates of a network of one linear unit, whose gradients are put in by hand."""

import numpy as np

from core.clipping import Clipping, NoClipping
from core.data import Data
from core.experiment import Experiment, Layer, Training
from core.kernels import Array
from core.optimizer import Optimizer
from core.plan import Plan
from core.regularizers import NoRegularization, Regularizer

START: Array = np.array([1.0, -2.0, 0.3, 0.5])  # three weights and a bias
GRADIENTS: Array = np.random.RandomState(5).randn(12, 4)


def updated(
    optimizer: Optimizer,
    regularization: Regularizer | None = None,
    clipping: Clipping | None = None,
    gradients: Array = GRADIENTS,
    start: Array = START,
) -> tuple[list[Array], Plan]:
    """Return the parameters after each update, and the plan, whose update operations did it one by one."""
    training = Training(
        optimizer=optimizer,  # type: ignore[arg-type]
        regularization=regularization or NoRegularization(),  # type: ignore[arg-type]
        clipping=clipping or NoClipping(),  # type: ignore[arg-type]
    )
    plan = Plan(Experiment(Data(((0.0,) * 3,), ((0.0,),)), (Layer(1, "linear"),), training))
    plan.parameters.flat[:] = start
    path = []
    for gradient in gradients:
        plan.state_before.flat[:] = plan.state.flat
        plan.layers[0].weight_gradient.values[:, 0] = gradient[:3]
        plan.layers[0].bias_gradient.values[0, 0] = gradient[3]
        for operation in plan.operations[plan.update_index :]:
            operation.execute()
        path.append(plan.parameters.flat.copy())
    return path, plan
