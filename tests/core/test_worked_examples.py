"""Batches that others have worked out by hand."""

import numpy as np
import pytest

from core.data import Data
from core.experiment import Experiment, Layer, Training
from core.kernels import Array
from core.network import Parameters, fill, predict
from core.optimizers import Sgd
from core.plan import Plan
from tests.core.plans import execute_up_to, plan_of, set_parameters


def test_mazur() -> None:
    """Matt Mazur, A Step by Step Backpropagation Example, 2015, but updated in the correct order."""
    data = Data(inputs=((0.05, 0.10),), targets=((0.01, 0.99),))
    experiment = Experiment(
        data, (Layer(2), Layer(2)), Training("half_squared_error", optimizer=Sgd(learning_rate=0.5))
    )
    plan = plan_of(experiment)
    biases = [[0.35, 0.35], [0.60, 0.60]]
    set_parameters(plan, [[[0.15, 0.25], [0.20, 0.30]], [[0.40, 0.50], [0.45, 0.55]]], biases)
    execute_up_to(plan)
    hidden, output = plan.layers

    def close(array: Array, numbers: list[float]) -> None:
        np.testing.assert_allclose(array.T.ravel(), numbers, rtol=2e-8)

    close(hidden.pre_activation.values, [0.3775, 0.3925])
    close(hidden.activation.values, [0.593269992, 0.596884378])
    close(output.activation.values, [0.75136507, 0.772928465])
    close(plan.loss, [0.298371109])
    close(output.delta.values, [0.138498562, -0.0380982365])
    close(hidden.delta.values, [0.00877135469, 0.00995425471])
    close(plan.parameters.weights[0], [0.149780716, 0.19956143, 0.24975114, 0.29950229])
    close(plan.parameters.weights[1], [0.35891648, 0.408666186, 0.511301270, 0.561370121])

    with_fixed_biases = Parameters(experiment.sizes)
    fill(with_fixed_biases, [weights.tolist() for weights in plan.parameters.weights], biases)
    assert half_squared_error(plan, with_fixed_biases) == pytest.approx(0.291027774, rel=5e-9)
    assert half_squared_error(plan, plan.parameters) == pytest.approx(0.280471447, rel=5e-9)


def half_squared_error(plan: Plan, parameters: Parameters) -> float:
    outputs = predict(plan.experiment.layers, parameters, plan.inputs.values)
    return float(np.sum((plan.targets.values - outputs) ** 2) / 2)


def test_han_and_kamber() -> None:
    """A table in the style of Han and Kamber, Data Mining; their errors are −δ, and to three digits."""
    data = Data(inputs=((1.0, 0.0, 1.0),), targets=((1.0,),))
    plan = plan_of(
        Experiment(data, (Layer(2), Layer(1)), Training("half_squared_error", optimizer=Sgd(learning_rate=0.9)))
    )
    set_parameters(plan, [[[0.2, -0.3], [0.4, 0.1], [-0.5, 0.2]], [[-0.3], [-0.2]]], [[-0.4, 0.2], [0.1]])
    execute_up_to(plan)
    hidden, output = plan.layers

    def close(array: Array, numbers: list[list[float]]) -> None:
        np.testing.assert_allclose(array, numbers, atol=1e-3)

    close(hidden.pre_activation.values, [[-0.7, 0.1]])
    close(output.pre_activation.values, [[-0.105]])
    close(hidden.activation.values, [[0.332, 0.525]])
    close(output.activation.values, [[0.474]])
    close(-output.delta.values, [[0.1311]])
    close(-hidden.delta.values, [[-0.0087, -0.0065]])
    close(plan.parameters.weights[0], [[0.192, -0.306], [0.4, 0.1], [-0.508, 0.194]])
    close(plan.parameters.weights[1], [[-0.261], [-0.138]])
    close(plan.parameters.biases[0], [[-0.408, 0.194]])
    close(plan.parameters.biases[1], [[0.218]])
