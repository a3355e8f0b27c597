"""What is frozen stays, bit for bit, whatever an update makes of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adaptive_optimizers import Adam
from core.clipping import CLIPPINGS, ClippingByNorm
from core.datasets import article_experiment
from core.experiment import Experiment, ParameterIndex
from core.freezing import HOLD
from core.kernels import execute
from core.network import free_parameters
from core.operations import Role
from core.optimizers import OPTIMIZERS, Momentum
from core.plan import Plan
from core.regularizers import L1, L2, REGULARIZERS, NoRegularization
from core.training import Trainer
from tests.core.plans import everything_seen, first_batch, plan_at, scattered_parameters
from tests.core.strategies import experiments, parameter_indices, seeds, some_parameters

ARTICLE = article_experiment()
SOME = (ParameterIndex(1, 0, 1), ParameterIndex(2, 0))
FROZEN = ARTICLE.with_frozen(SOME, True)


def test_a_frozen_number_is_held_also_in_place() -> None:
    free, proposed, before = np.array([1.0, 0.0, 0.0]), np.array([5.0, np.nan, 7.0]), np.array([2.0, 3.0, -0.0])
    out = np.empty(3)
    execute(HOLD.kernels(free, proposed, before, out))
    execute(HOLD.kernels(free, proposed, before, before))
    assert out.tobytes() == before.tobytes() == np.array([5.0, 3.0, -0.0]).tobytes()


@given(experiments(), seeds, st.data())
def test_whatever_is_frozen_never_moves(experiment: Experiment, seed: int, data: st.DataObject) -> None:
    frozen = experiment.with_frozen(data.draw(some_parameters(experiment)), True)
    trainer = Trainer(frozen)
    trainer.edit(frozen, scattered_parameters(frozen, seed))
    is_held = free_parameters(frozen).flat == 0
    before = trainer.plan.parameters.flat[is_held].tobytes()
    trainer.run(3)
    assert trainer.plan.parameters.flat[is_held].tobytes() == before  # -0.0 is not 0.0


@pytest.mark.parametrize("clipping", CLIPPINGS)
@pytest.mark.parametrize("regularization", REGULARIZERS)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_no_optimizer_penalty_or_clipping_moves_it_and_all_else_moves(
    optimizer: str, regularization: str, clipping: str
) -> None:
    frozen = FROZEN.with_training(
        optimizer=OPTIMIZERS[optimizer](),
        regularization=REGULARIZERS[regularization](),
        clipping=CLIPPINGS[clipping](),
    )
    trainer = Trainer(frozen)
    trainer.edit(frozen, scattered_parameters(frozen, 4))
    start = trainer.plan.parameters.flat.copy()
    trainer.run(30)
    moved = trainer.plan.parameters.flat != start
    np.testing.assert_array_equal(moved, free_parameters(frozen).flat == 1)


@given(experiments(), seeds)
def test_writing_over_the_start_of_a_batch_gives_the_same_numbers(experiment: Experiment, seed: int) -> None:
    start = scattered_parameters(experiment, seed)
    beside, over = first_batch(experiment, start), first_batch(experiment, start)
    for plan, in_place in ((beside, False), (over, True)):
        head, tail = plan.kernels(in_place=in_place)
        execute([*head, *tail])
    np.testing.assert_array_equal(over.state_before.flat, beside.state.flat)


@given(experiments(), st.integers(1, 4))
def test_a_run_is_its_steps(experiment: Experiment, epochs: int) -> None:
    frozen = experiment.with_frozen(parameter_indices(experiment)[::2], True)
    stepped, run = Trainer(frozen), Trainer(frozen)
    run.run(epochs)
    while stepped.epoch < epochs and stepped.step():
        pass
    assert everything_seen(stepped) == everything_seen(run)


def test_what_is_freed_goes_on_with_a_velocity_that_is_not_stale() -> None:
    frozen = FROZEN.with_training(optimizer=Momentum())
    trainer = Trainer(frozen)
    trainer.run(5)
    start = trainer.plan.parameters.flat.copy()
    velocity = trainer.plan.state.vectors["v"].value(SOME[0])
    assert velocity != 0
    trainer.edit(frozen.with_frozen(SOME, False))
    trainer.run(1)
    assert trainer.epoch == 6
    assert (trainer.plan.parameters.flat != start).all()
    gradient = trainer.plan.gradients.value(SOME[0])
    step = frozen.training.learning_rate * (0.9 * velocity + gradient)
    before = trainer.plan.before.value(SOME[0])
    assert trainer.plan.parameters.value(SOME[0]) == pytest.approx(before - step, rel=1e-12)


def test_a_frozen_gradient_counts_in_the_length_that_is_clipped() -> None:
    clipped = FROZEN.with_training(clipping=ClippingByNorm(0.05))
    start = scattered_parameters(clipped, 1)
    plan, whole = plan_at(clipped, start), plan_at(clipped.with_frozen(SOME, False), start)
    is_free = free_parameters(clipped).flat == 1
    np.testing.assert_array_equal(plan.parameters.flat[is_free], whole.parameters.flat[is_free])


def lines(experiment: Experiment) -> list[str]:
    plan = Plan(experiment)
    return [operation.numpy for operation in plan.operations[plan.update_index :]]


def test_only_an_array_with_a_frozen_parameter_has_an_operation_more() -> None:
    assert lines(FROZEN) == [
        "W2 -= lr * d_loss_W2",
        "new_b2 = b2 - lr * d_loss_b2",
        "b2 = np.where(free_b2, new_b2, b2)",
        "new_W1 = W1 - lr * d_loss_W1",
        "W1 = np.where(free_W1, new_W1, W1)",
        "b1 -= lr * d_loss_b1",
    ]


def test_weights_are_stopped_at_zero_before_the_frozen_ones_are_held() -> None:
    assert lines(FROZEN.with_training(regularization=L1(0.5)))[6:9] == [
        "new_W1 = W1 - lr * d_cost_W1",
        "stopped_W1 = new_W1 * (W1 * new_W1 >= 0)",
        "W1 = np.where(free_W1, stopped_W1, W1)",
    ]


@pytest.mark.parametrize("regularization", [NoRegularization(), L1(), L2()])
def test_the_last_operation_is_the_update_and_shows_what_it_reads(regularization: L1) -> None:
    plan = Plan(FROZEN.with_training(optimizer=Adam(), regularization=regularization))
    update = plan.operations[plan.place(Role.WEIGHT_UPDATE, 1) or 0]
    assert str(update.title) == "new weights of layer 1"
    assert update.sentence.startswith("What is frozen (F = 0) stays as it was")
    proposed = r"\bar{W}" if regularization.final_stages else r"\tilde{W}"
    assert update.formula == (
        rf"W^{{(1)}} \leftarrow F_{{W^{{(1)}}}} \odot {proposed}^{{(1)}} + (1 - F_{{W^{{(1)}}}}) \odot W^{{(1)}}"
    )
    assert update.operands[0].values.tolist() == [[1.0, 1.0], [0.0, 1.0]]
    assert plan.place(Role.PROPOSED, 1) is not None
    assert (plan.place(Role.STOPPED, 1) is None) == (not regularization.final_stages)
