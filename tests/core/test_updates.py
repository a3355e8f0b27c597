import numpy as np
import pytest
from hypothesis import given

from core.adaptive_optimizers import Adam
from core.clipping import ClippingByNorm
from core.datasets import article_experiment
from core.experiment import Experiment
from core.kernels import Array, execute
from core.operations import Role
from core.optimizers import OPTIMIZERS, Momentum
from core.plan import Plan
from core.regularizers import L1, L2
from tests.core.plans import first_batch, plan_at, scattered_parameters
from tests.core.strategies import experiments, seeds

ARTICLE = article_experiment()


def update(experiment: Experiment) -> list[str]:
    plan = Plan(experiment)
    return [operation.numpy for operation in plan.operations[plan.update_index :]]


def test_the_article_has_an_update_for_each_array() -> None:
    lines = [f"{name} -= lr * d_loss_{name}" for name in ("W2", "b2", "W1", "b1")]
    assert update(ARTICLE) == lines


def test_stages_stand_in_a_row_from_the_penalty_to_the_final_weights() -> None:
    experiment = ARTICLE.with_training(optimizer=Momentum(), regularization=L1(), clipping=ClippingByNorm(2.0))
    lines = update(experiment)
    assert lines[:2] == [f"d_cost_W{n} = d_loss_W{n} + 0.001 * np.sign(W{n})" for n in (2, 1)]
    assert lines[2] == (
        "norm = np.sqrt(np.sum(d_cost_W2 ** 2) + np.sum(d_loss_b2 ** 2) + np.sum(d_cost_W1 ** 2)"
        " + np.sum(d_loss_b1 ** 2))"
    )
    assert lines[3] == "k = np.minimum(1, 2.0 / (norm + 1e-06))"
    assert lines[4:8] == [
        "clipped_W2 = d_cost_W2 * k",
        "v_W2 = 0.9 * v_W2 + clipped_W2",
        "new_W2 = W2 - lr * v_W2",
        "W2 = new_W2 * (W2 * new_W2 >= 0)",
    ]
    assert lines[8:11] == ["clipped_b2 = d_loss_b2 * k", "v_b2 = 0.9 * v_b2 + clipped_b2", "b2 -= lr * v_b2"]


def test_adam_counts_first() -> None:
    lines = update(ARTICLE.with_training(optimizer=Adam(), regularization=L2()))
    assert lines[0] == "t += 1"
    plan = Plan(ARTICLE.with_training(optimizer=Adam()))
    counting = plan.operations[plan.update_index]
    assert (counting.role, counting.layer) == (Role.UPDATE_COUNT, 0)
    assert str(counting.title) == "number of this update"


def test_titles_name_weights_and_biases_and_their_layer() -> None:
    plan = Plan(ARTICLE.with_training(optimizer=Momentum()))
    titles = [str(operation.title) for operation in plan.operations[plan.update_index :]]
    assert titles[:4] == [
        "velocity of the weights of layer 2",
        "new weights of layer 2",
        "velocity of the biases of layer 2",
        "new biases of layer 2",
    ]


@given(experiments(), seeds)
def test_all_parameters_at_once_are_layer_by_layer(experiment: Experiment, seed: int) -> None:
    start = scattered_parameters(experiment, seed)
    stepped, run = first_batch(experiment, start), first_batch(experiment, start)
    for _ in range(3):
        for plan in (stepped, run):
            plan.state_before.flat[:] = plan.state.flat
        for operation in stepped.operations:
            operation.execute()
        head, tail = run.kernels()
        execute([*head, *tail])
        np.testing.assert_array_equal(run.state.flat, stepped.state.flat)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_many_runs_at_once_are_each_of_them_alone(name: str) -> None:
    experiment = ARTICLE.with_training(
        optimizer=OPTIMIZERS[name](), regularization=L1(0.1), clipping=ClippingByNorm(0.2)
    )
    starts: list[Array] = [scattered_parameters(experiment, seed) for seed in range(3)]
    alone = [plan_at(experiment, start).state.flat for start in starts]
    together = Plan(experiment, runs=3)
    data = experiment.data
    together.inputs.values[:] = np.array(data.inputs)[..., None]
    together.targets.values[:] = np.array(data.targets)[..., None]
    together.before.flat[:] = np.stack(starts, axis=-1)
    head, tail = together.kernels()
    execute([*head, *tail])
    np.testing.assert_allclose(together.state.flat, np.stack(alone, axis=-1), rtol=1e-11, atol=1e-13)
