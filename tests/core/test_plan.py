import numpy as np
import pytest
from hypothesis import assume, given, settings

from core.datasets import article_experiment
from core.experiment import Data, Experiment, Layer, Training
from core.kernels import Array, execute
from core.network import Parameters, predict
from core.operations import Phase, Role
from core.plan import Plan
from tests.core.plans import fill, plan_at, scattered_parameters, set_parameters
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


def gradient(plan: Plan) -> Array:
    """Return the gradients of all parameters in the order of Parameters.flat."""
    gradients = [part for layer in plan.layers for part in (layer.weight_gradient, layer.bias_gradient)]
    return np.concatenate([part.values.ravel() for part in gradients])


def loss_at(plan: Plan, parameters: Array) -> float:
    """Return the loss of a forward pass; nothing of the way back is used."""
    plan.before.flat[:] = parameters
    for operation in plan.operations[: plan.loss_index + 1]:
        operation.execute()
    return plan.loss.item()


def numeric_gradient(plan: Plan, parameters: Array, h: float = 1e-5) -> Array:
    nudges = h * np.eye(parameters.size)
    return np.array([(loss_at(plan, parameters + n) - loss_at(plan, parameters - n)) / (2 * h) for n in nudges])


def stands_on_a_kink(plan: Plan) -> bool:
    kinked = [layer.pre_activation.values for layer in plan.layers if layer.function.name == "relu"]
    return any((np.abs(z) < 1e-3).any() for z in kinked)


@settings(max_examples=120)
@given(experiments(), seeds)
def test_the_gradient_is_that_of_the_loss(experiment: Experiment, seed: int) -> None:
    parameters = scattered_parameters(experiment, seed)
    plan = plan_at(experiment, parameters)
    assume(not stands_on_a_kink(plan))
    scale = 1 + plan.loss.item()
    np.testing.assert_allclose(
        gradient(plan), numeric_gradient(Plan(experiment), parameters), rtol=1e-6, atol=1e-7 * scale
    )


def test_the_article_prints_the_mean_but_descends_the_sum() -> None:
    """A gradient check of its code is off by the number of samples against the loss that it prints."""
    parameters = scattered_parameters(ARTICLE, 0)
    descended = gradient(plan_at(ARTICLE, parameters))
    mean = numeric_gradient(Plan(ARTICLE.with_training(reduction="mean")), parameters)
    np.testing.assert_allclose(descended, 4 * mean, rtol=1e-6)
    np.testing.assert_allclose(descended, numeric_gradient(Plan(ARTICLE), parameters), rtol=1e-6)


def test_the_gradient_of_a_mean_is_divided_by_samples_and_outputs() -> None:
    data = Data(((0.5, 1.0), (1.0, -1.0), (0.25, 0.0)), ((1.0, 0.0), (0.0, 0.0), (0.5, 1.0)))
    experiment = Experiment(data, (Layer(2, "tanh"),))
    parameters = scattered_parameters(experiment, 0)
    of_sum = gradient(plan_at(experiment, parameters))
    of_mean = gradient(plan_at(experiment.with_training(reduction="mean"), parameters))
    np.testing.assert_allclose(of_mean, of_sum / 6)


@given(experiments(), seeds)
def test_the_mean_squared_error_follows_from_the_loss(experiment: Experiment, seed: int) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    errors = plan.layers[-1].activation.values - plan.targets.values
    assert plan.loss.item() * plan.mean_squared_error_factor == pytest.approx(np.mean(errors**2))


def test_the_batch_of_the_article_in_its_order() -> None:
    assert [operation.symbol.text for operation in Plan(ARTICLE).operations] == [
        *("z⁽¹⁾", "a⁽¹⁾", "z⁽²⁾", "a⁽²⁾", "L"),
        *("∂L/∂a⁽²⁾", "σ′(z⁽²⁾)", "δ⁽²⁾", "∂L/∂W⁽²⁾", "∂L/∂b⁽²⁾"),
        *("∂L/∂a⁽¹⁾", "σ′(z⁽¹⁾)", "δ⁽¹⁾", "∂L/∂W⁽¹⁾", "∂L/∂b⁽¹⁾"),
        *("W⁽²⁾", "b⁽²⁾", "W⁽¹⁾", "b⁽¹⁾"),
    ]


@given(experiments())
def test_the_phases_of_a_batch_meet_at_the_loss_and_at_the_first_update(experiment: Experiment) -> None:
    plan = Plan(experiment)
    phases = [operation.phase for operation in plan.operations]
    assert phases == sorted(phases, key=list(Phase).index)
    assert phases.index(Phase.LOSS) == plan.loss_index == phases.index(Phase.BACKWARD) - 1
    assert phases.index(Phase.UPDATE) == plan.update_index


@given(experiments())
def test_every_operation_is_found_at_its_place(experiment: Experiment) -> None:
    plan = Plan(experiment)
    for index, operation in enumerate(plan.operations):
        assert plan.place(operation.role, operation.layer) == index


def test_no_gradient_goes_back_into_the_inputs() -> None:
    assert Plan(ARTICLE).place(Role.ACTIVATION_GRADIENT, 0) is None
    assert Plan(ARTICLE).place(Role.ACTIVATION_GRADIENT, 2) is None  # of the outputs it is OUTPUT_GRADIENT


@given(experiments(), seeds)
def test_all_kernels_in_a_row_are_all_operations(experiment: Experiment, seed: int) -> None:
    parameters = scattered_parameters(experiment, seed)
    stepped, run = plan_at(experiment, parameters), plan_at(experiment, parameters, 0)
    head, tail = run.kernels()
    execute(head)
    assert run.loss == stepped.loss
    np.testing.assert_array_equal(run.parameters.flat, parameters)
    execute(tail)
    np.testing.assert_array_equal(run.parameters.flat, stepped.parameters.flat)


@given(experiments(), seeds)
def test_only_updates_change_parameters_and_none_those_of_the_start(experiment: Experiment, seed: int) -> None:
    parameters = scattered_parameters(experiment, seed)
    plan = plan_at(experiment, parameters, Plan(experiment).update_index)
    np.testing.assert_array_equal(plan.parameters.flat, parameters)
    for operation in plan.operations[plan.update_index :]:
        operation.execute()
    np.testing.assert_array_equal(plan.before.flat, parameters)


def test_whole_numbers_as_data_are_the_same_as_floats() -> None:
    plan = plan_at(Experiment(Data(((1, 0), (0, 1)), ((1,), (0,))), (Layer(1),)), np.ones(3))
    exact = plan_at(Experiment(Data(((1.0, 0.0), (0.0, 1.0)), ((1.0,), (0.0,))), (Layer(1),)), np.ones(3))
    np.testing.assert_array_equal(plan.parameters.flat, exact.parameters.flat)


def test_mazur() -> None:
    """Matt Mazur, A Step by Step Backpropagation Example, 2015, but updated in the correct order."""
    data = Data(inputs=((0.05, 0.10),), targets=((0.01, 0.99),))
    experiment = Experiment(data, (Layer(2), Layer(2)), Training("half_squared_error", learning_rate=0.5))
    plan = Plan(experiment)
    biases = [[0.35, 0.35], [0.60, 0.60]]
    set_parameters(plan, [[[0.15, 0.25], [0.20, 0.30]], [[0.40, 0.50], [0.45, 0.55]]], biases)
    for operation in plan.operations:
        operation.execute()
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
    plan = Plan(Experiment(data, (Layer(2), Layer(1)), Training("half_squared_error", learning_rate=0.9)))
    set_parameters(plan, [[[0.2, -0.3], [0.4, 0.1], [-0.5, 0.2]], [[-0.3], [-0.2]]], [[-0.4, 0.2], [0.1]])
    for operation in plan.operations:
        operation.execute()
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
