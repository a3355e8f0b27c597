import numpy as np
import pytest
from hypothesis import assume, given, settings

from core.activations import ACTIVATIONS
from core.data import Data
from core.datasets import article_experiment
from core.experiment import Experiment, Layer, Training
from core.kernels import Array, execute
from core.losses import LOSSES, REDUCTIONS
from core.operations import Phase, Role
from core.plan import Plan, mean_squared_error_factor
from core.regularizers import REGULARIZERS
from tests.core.plans import execute_up_to, gradient, plan_at, plan_of, scattered_parameters
from tests.core.strategies import HIDDEN, experiments, seeds

ARTICLE = article_experiment()


def loss_at(plan: Plan, parameters: Array) -> float:
    """Return the loss of a forward pass; nothing of the way back is used."""
    plan.before.flat[:] = parameters
    execute_up_to(plan, plan.loss_index + 1)
    return plan.loss.item()


def numeric_gradient(plan: Plan, parameters: Array, h: float = 1e-5) -> Array:
    nudges = h * np.eye(parameters.size)
    return np.array([(loss_at(plan, parameters + n) - loss_at(plan, parameters - n)) / (2 * h) for n in nudges])


def stands_on_a_kink(plan: Plan) -> bool:
    kinked = [layer.pre_activation.values for layer in plan.layers if layer.function.name in ("relu", "leaky_relu")]
    if plan.experiment.training.loss == "absolute_error":
        kinked.append(plan.layers[-1].activation.values - plan.targets.values)
    return any((np.abs(values) < 1e-3).any() for values in kinked)


def is_saturated(plan: Plan) -> bool:
    """Say whether an output is so near to 0 or 1 that differences of its logarithm are of no use."""
    outputs = plan.layers[-1].activation.values
    return LOSSES[plan.experiment.training.loss].for_probabilities and bool(
        ((outputs < 1e-4) | (outputs > 1 - 1e-4)).any()
    )


def check_gradient(plan: Plan) -> None:
    experiment, parameters = plan.experiment, plan.before.flat
    scale = 1 + abs(plan.loss.item())
    np.testing.assert_allclose(
        gradient(plan), numeric_gradient(plan_of(experiment), parameters), rtol=1e-5, atol=1e-7 * scale
    )


@pytest.mark.parametrize("name", REGULARIZERS)
def test_the_gradients_of_all_parameters_are_one_vector(name: str) -> None:
    experiment = ARTICLE.with_training(regularization=REGULARIZERS[name]())
    plan = plan_at(experiment, scattered_parameters(experiment, 0))
    np.testing.assert_array_equal(plan.gradients.flat, gradient(plan))


@settings(max_examples=120)
@given(experiments(), seeds)
def test_the_gradient_is_that_of_the_loss(experiment: Experiment, seed: int) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    assume(not stands_on_a_kink(plan))
    assume(not is_saturated(plan))
    check_gradient(plan)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("output", ACTIVATIONS)
def test_the_gradient_is_right_for_every_output_with_every_loss(output: str, loss: str, reduction: str) -> None:
    if LOSSES[loss].for_probabilities and not ACTIVATIONS[output].probabilities:
        pytest.skip("refused")
    data = Data(((0.5, 1.0), (1.0, -1.0), (0.25, 0.1)), ((1.0, 0.1, 0.2), (0.1, 0.75, 0.25), (0.5, 1.0, 0.25)))
    experiment = Experiment(data, (Layer(2, "tanh"), Layer(3, output)), Training(loss, reduction))
    plans = (plan_at(experiment, scattered_parameters(experiment, seed)) for seed in range(100))
    check_gradient(next(plan for plan in plans if not stands_on_a_kink(plan)))


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_gradient_is_right_for_every_hidden_layer(hidden: str) -> None:
    data = Data(((0.5, 1.0), (1.0, -1.0), (0.25, 0.1)), ((1.0, 0.0), (0.0, 0.75), (0.5, 1.0)))
    experiment = Experiment(data, (Layer(3, hidden), Layer(2, hidden), Layer(2, "softmax")))
    plan = plan_at(experiment, scattered_parameters(experiment, 3))
    assert not stands_on_a_kink(plan)
    check_gradient(plan)


@pytest.mark.parametrize("loss", ["binary_cross_entropy", "cross_entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
@pytest.mark.parametrize("size", [800.0, -800.0, 40.0])
def test_saturated_outputs_give_finite_numbers(output: str, loss: str, size: float) -> None:
    data = Data(((1.0,), (-1.0,)), ((1.0, 0.0), (1.0, 0.0)))
    experiment = Experiment(data, (Layer(2, output),), Training(loss))
    plan = plan_at(experiment, np.array([size, -size, 0.0, 0.0]))
    assert plan.layers[-1].activation.values.max() == 1.0
    for operation in plan.operations:
        assert np.isfinite(operation.result.values).all(), operation.numpy
    assert plan.loss.item() > 30


@pytest.mark.parametrize(("output", "loss"), [("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")])
def test_the_pair_made_for_each_other_gives_output_minus_target(output: str, loss: str) -> None:
    data = Data(((0.5, 1.0), (1.0, -1.0)), ((1.0, 0.0), (0.0, 1.0)))
    plan = plan_at(experiment := Experiment(data, (Layer(2, output),), Training(loss)), np.linspace(-1, 1, 6))
    assert experiment.training.loss == loss
    errors = plan.layers[-1].activation.values - plan.targets.values
    np.testing.assert_allclose(plan.layers[-1].delta.values, errors, rtol=1e-12)


def test_the_article_prints_the_mean_but_descends_the_sum() -> None:
    """A gradient check of its code is off by the number of samples against the loss that it prints."""
    parameters = scattered_parameters(ARTICLE, 0)
    descended = gradient(plan_at(ARTICLE, parameters))
    mean = numeric_gradient(plan_of(ARTICLE.with_training(reduction="mean")), parameters)
    np.testing.assert_allclose(descended, 4 * mean, rtol=1e-6)
    np.testing.assert_allclose(descended, numeric_gradient(plan_of(ARTICLE), parameters), rtol=1e-6)


def test_the_gradient_of_a_mean_is_divided_by_samples_and_outputs() -> None:
    data = Data(((0.5, 1.0), (1.0, -1.0), (0.25, 0.0)), ((1.0, 0.0), (0.0, 0.0), (0.5, 1.0)))
    experiment = Experiment(data, (Layer(2, "tanh"),))
    parameters = scattered_parameters(experiment, 0)
    of_sum = gradient(plan_at(experiment, parameters))
    of_mean = gradient(plan_at(experiment.with_training(reduction="mean"), parameters))
    np.testing.assert_allclose(of_mean, of_sum / 6)


@given(experiments(), seeds)
def test_the_mean_squared_error_is_that_of_the_outputs(experiment: Experiment, seed: int) -> None:
    plan = plan_at(experiment, scattered_parameters(experiment, seed))
    errors = plan.layers[-1].activation.values - plan.targets.values
    assert plan.mean_squared_error() == pytest.approx(np.mean(errors**2), rel=1e-12)
    factor = mean_squared_error_factor(experiment, plan.samples)
    assert factor == 0 or plan.loss.item() * factor == pytest.approx(np.mean(errors**2), rel=1e-12)


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
    places = [(operation.role, operation.layer) for operation in plan.operations]
    for role, layer in places:
        assert plan.place(role, layer) == places.index((role, layer))


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
    np.testing.assert_array_equal(run.state.flat, stepped.state.flat)


@given(experiments(), seeds)
def test_only_updates_change_parameters_and_none_those_of_the_start(experiment: Experiment, seed: int) -> None:
    parameters = scattered_parameters(experiment, seed)
    plan = plan_at(experiment, parameters, Plan(experiment).update_index)
    np.testing.assert_array_equal(plan.parameters.flat, parameters)
    for operation in plan.operations[plan.update_index :]:
        operation.execute()
    np.testing.assert_array_equal(plan.before.flat, parameters)
    assert not any(vector.flat.any() for vector in plan.state_before.vectors.values())


def test_whole_numbers_as_data_are_the_same_as_floats() -> None:
    plan = plan_at(Experiment(Data(((1, 0), (0, 1)), ((1,), (0,))), (Layer(1),)), np.ones(3))
    exact = plan_at(Experiment(Data(((1.0, 0.0), (0.0, 1.0)), ((1.0,), (0.0,))), (Layer(1),)), np.ones(3))
    np.testing.assert_array_equal(plan.parameters.flat, exact.parameters.flat)
