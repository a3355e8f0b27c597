import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import Data
from core.datasets import article_experiment
from core.engine import Engine
from core.experiment import Experiment, Layer, Training
from core.history import LOSS, MEAN_SQUARED_ERROR
from core.kernels import Array
from core.network import predict
from core.operations import Role
from core.optimizers import Sgd
from core.timeline import FIRST_SPACING
from core.training import Trainer
from tests.core.plans import everything_seen, flat_of
from tests.core.strategies import experiments

ARTICLE = article_experiment()


def train_as_in_the_article(epochs: int) -> tuple[list[Array], Array, list[float]]:
    """Return W1, b1, W2, b2, the outputs and the losses of the article's script, line for line."""

    def sigmoid(x: Array) -> Array:
        out: Array = 1 / (1 + np.exp(-x))
        return out

    def sigmoid_deriv(x: Array) -> Array:
        return sigmoid(x) * (1 - sigmoid(x))

    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([[0], [1], [1], [0]])
    random = np.random.RandomState(0)
    w1, b1 = random.randn(2, 2), np.zeros((1, 2))
    w2, b2 = random.randn(2, 1), np.zeros((1, 1))
    lr = 0.1
    losses = []
    for _ in range(epochs):
        z1 = inputs @ w1 + b1
        a1 = sigmoid(z1)
        z2 = a1 @ w2 + b2
        a2 = sigmoid(z2)
        losses.append(float(np.mean((a2 - y) ** 2)))
        d_loss_a2 = 2 * (a2 - y)
        d_a2_z2 = sigmoid_deriv(z2)
        d_loss_w2 = a1.T @ (d_loss_a2 * d_a2_z2)
        d_loss_b2 = np.sum(d_loss_a2 * d_a2_z2, axis=0, keepdims=True)
        d_loss_a1 = (d_loss_a2 * d_a2_z2) @ w2.T
        d_a1_z1 = sigmoid_deriv(z1)
        d_loss_w1 = inputs.T @ (d_loss_a1 * d_a1_z1)
        d_loss_b1 = np.sum(d_loss_a1 * d_a1_z1, axis=0, keepdims=True)
        w2 -= lr * d_loss_w2
        b2 -= lr * d_loss_b2
        w1 -= lr * d_loss_w1
        b1 -= lr * d_loss_b1
    return [w1, b1, w2, b2], a2, losses


def test_the_article_is_reproduced_bit_for_bit() -> None:
    parameters, outputs, mean_squared_errors = train_as_in_the_article(10_000)
    trainer = Trainer(ARTICLE)
    assert trainer.run(10_000) == 10_000
    plan, past = trainer.plan, trainer.timeline.history
    np.testing.assert_array_equal(plan.parameters.flat, flat_of(parameters[::2], parameters[1::2]))
    np.testing.assert_array_equal(plan.layers[-1].activation.values, outputs)
    assert plan.mean_squared_error() == mean_squared_errors[-1]
    for start in range(0, 10_000, past.width):
        bucket = mean_squared_errors[start : start + past.width]
        assert past.at(MEAN_SQUARED_ERROR, start) == (min(bucket), max(bucket))


def test_the_article_ends_where_it_says() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(10_000)
    plan = trainer.plan
    assert plan.layers[-1].activation.values.round(3).ravel().tolist() == [0.025, 0.499, 0.97, 0.502]
    assert plan.mean_squared_error() == 0.12604414884050003
    one_more = predict(ARTICLE.layers, plan.parameters, plan.inputs.values)
    np.testing.assert_allclose(one_more.ravel(), [0.02474037, 0.49921517, 0.96965772, 0.50185449], atol=5e-9)


def run_of(experiment: Experiment, epochs: int) -> Trainer:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


Act = tuple[str] | tuple[str, int]

WAYS: Sequence[Sequence[Act]] = [
    [("step",)] * 19 * 3,
    [("step_phase",)] * 4 * 3,
    [("run", 1)] * 3,
    [("step",), ("step_phase",), ("run", 2), ("run", 1)],
    [("run", 2), ("step",), ("go_to", 19)],
    [("step",), ("go_to", 17), ("go_to", 3), ("run", 3)],
    [("seek", 3)],
    [("seek", 7), ("step",), ("seek", 3)],
]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_go_three_epochs_ends_in_the_same_bits(way: Sequence[Act]) -> None:
    trainer, straight = Trainer(ARTICLE), run_of(ARTICLE, 3)
    for name, *arguments in way:
        getattr(trainer, name)(*arguments)
    assert everything_seen(trainer) == everything_seen(straight)
    for epoch in range(3):
        assert trainer.timeline.history.at(LOSS, epoch) == straight.timeline.history.at(LOSS, epoch)


def test_stepping_back_undoes_every_step_down_to_the_start() -> None:
    trainer = Trainer(ARTICLE)
    states = [everything_seen(trainer)]
    while trainer.epoch < 3:
        trainer.step()
        states.append(everything_seen(trainer))
    while trainer.step_back():
        states.pop()
        assert everything_seen(trainer) == states[-1]
    assert len(states) == 1


@given(experiments(), st.integers(0, 20), st.integers(0, 20))
def test_seeking_is_running_straight_there(experiment: Experiment, epoch: int, start: int) -> None:
    trainer = run_of(experiment, start)
    trainer.seek(epoch)
    straight = run_of(experiment, epoch)
    assert everything_seen(trainer) == everything_seen(straight)
    trainer.go_to(0)
    straight.go_to(0)
    assert trainer.loss == straight.loss or trainer.diverged


def test_the_loss_at_the_start_of_a_batch_is_that_of_the_batch_before() -> None:
    for trainer in (run_of(ARTICLE, 1000), run_of(ARTICLE, 2000)):
        trainer.seek(1000)
        trainer.go_to(1)
        assert trainer.loss == run_of(ARTICLE, 999).loss


def test_at_the_start_there_is_nothing_yet() -> None:
    trainer = Trainer(ARTICLE)
    assert (trainer.epoch, trainer.cursor, trainer.operation, trainer.loss) == (0, 0, None, None)
    assert not trainer.step_back()
    assert not trainer.done(Role.PRE_ACTIVATION, 1)


def test_an_operation_is_done_once_the_cursor_has_passed_it() -> None:
    trainer = Trainer(ARTICLE)
    trainer.step()
    assert trainer.operation is trainer.plan.operations[0]
    assert trainer.done(Role.PRE_ACTIVATION, 1)
    assert not trainer.done(Role.ACTIVATION, 1)
    assert not trainer.done(Role.ACTIVATION_GRADIENT, 0)


def test_a_phase_at_a_time() -> None:
    trainer = Trainer(ARTICLE)
    stops = []
    while not trainer.batch_complete:
        trainer.step_phase()
        stops.append(trainer.cursor)
    assert stops == [4, 5, 15, 19]


@pytest.mark.parametrize("cursor", [-1, 20])
def test_a_batch_has_no_more_operations_than_it_has(cursor: int) -> None:
    with pytest.raises(ValueError, match=str(cursor)):
        Trainer(ARTICLE).go_to(cursor)


def test_running_no_epochs_changes_nothing() -> None:
    trainer = Trainer(ARTICLE)
    trainer.go_to(7)
    before = everything_seen(trainer)
    assert trainer.run(0) == trainer.run(-3) == 0
    assert everything_seen(trainer) == before


def test_reset_begins_again_with_the_experiment_as_it_is_now() -> None:
    trainer, fast = run_of(ARTICLE, 5), ARTICLE.with_learning_rate(2.0)
    trainer.edit(fast)
    trainer.run(5)
    trainer.reset()
    assert everything_seen(trainer) == everything_seen(Trainer(fast))
    assert trainer.experiment is fast
    assert trainer.timeline.history.length == 0


EDITS = [
    ARTICLE.with_learning_rate(3.0),
    ARTICLE.with_data(ARTICLE.data.with_value(1, 2, 0.25)),
    ARTICLE.with_data(ARTICLE.data.with_sample(2)),
    ARTICLE.with_layer(0, Layer(2, "tanh")),
]


@pytest.mark.parametrize("edited", EDITS)
def test_an_edit_between_batches_holds_from_the_next_one(edited: Experiment) -> None:
    trainer = run_of(ARTICLE, 4)
    assert not trainer.edit(edited)
    assert (trainer.epoch, trainer.cursor, trainer.loss) == (4, 0, run_of(ARTICLE, 4).loss)
    trainer.run(1)
    expected = Trainer(edited)
    expected.edit(edited, run_of(ARTICLE, 4).plan.parameters.flat)
    expected.run(1)
    np.testing.assert_array_equal(trainer.plan.parameters.flat, expected.plan.parameters.flat)


@pytest.mark.parametrize("cursor", [1, 6, 18])
@pytest.mark.parametrize("edited", EDITS)
def test_an_edit_amid_a_batch_holds_from_its_start_and_the_cursor_stays(edited: Experiment, cursor: int) -> None:
    early, late = run_of(ARTICLE, 4), run_of(ARTICLE, 4)
    early.edit(edited)
    early.go_to(cursor)
    late.step()
    late.go_to(cursor)
    late.edit(edited)
    assert everything_seen(late) == everything_seen(early)


def test_stepping_back_and_forth_over_an_edit_ends_where_it_began() -> None:
    trainer = run_of(ARTICLE, 3)
    trainer.edit(EDITS[0])
    trainer.step()
    before = everything_seen(trainer)
    trainer.step_back()
    assert trainer.experiment == ARTICLE
    trainer.step()
    assert trainer.experiment == EDITS[0]
    assert everything_seen(trainer) == before


@pytest.mark.parametrize("edited", [ARTICLE.with_seed(1), ARTICLE.with_layer(0, Layer(3))])
def test_another_start_is_a_new_run(edited: Experiment) -> None:
    trainer = run_of(ARTICLE, 5)
    assert trainer.edit(edited)
    assert everything_seen(trainer) == everything_seen(Trainer(edited))
    assert trainer.timeline.history.length == 0


LINEAR = Experiment(
    Data(((1.0, -2.0), (0.5, 1.0)), ((1.0,), (0.0,))),
    (Layer(3, "linear"), Layer(1, "linear")),
    Training(optimizer=Sgd(learning_rate=100.0)),
)


def test_a_run_that_diverges_stops_right_after_the_loss() -> None:
    trainer = Trainer(LINEAR)
    completed = trainer.run(1000)
    assert 0 < completed < 100
    assert trainer.diverged
    assert (trainer.epoch, trainer.cursor) == (completed, trainer.plan.loss_index + 1)
    assert trainer.loss is not None
    assert not math.isfinite(trainer.loss)
    before = everything_seen(trainer)
    trainer.go_to(len(trainer.plan.operations))
    assert not trainer.step()
    assert not trainer.step_phase()
    assert trainer.run(1) == 0
    assert everything_seen(trainer) == before


def test_stepping_finds_the_divergence_where_running_does() -> None:
    run, stepped = Trainer(LINEAR), Trainer(LINEAR)
    run.run(1000)
    while stepped.step():
        pass
    assert everything_seen(stepped) == everything_seen(run)


def test_a_run_that_diverged_leads_back_to_finite_numbers() -> None:
    trainer = Trainer(LINEAR)
    completed = trainer.run(1000)
    assert trainer.step_back()
    assert not trainer.diverged
    assert trainer.loss == run_of(LINEAR, completed).loss
    trainer.seek(completed - 1)
    assert everything_seen(trainer) == everything_seen(run_of(LINEAR, completed - 1))


def test_a_smaller_rate_saves_a_run_that_will_diverge() -> None:
    trainer = run_of(LINEAR, 1)
    trainer.edit(LINEAR.with_learning_rate(1e-12))
    assert trainer.run(1000) == 1000


def test_only_finite_losses_are_recorded() -> None:
    trainer = Trainer(LINEAR)
    completed = trainer.run(1000)
    past = trainer.timeline.history
    assert past.length == completed
    for quantity in (LOSS, MEAN_SQUARED_ERROR):
        assert np.isfinite([past.at(quantity, epoch) for epoch in range(completed)]).all()


def test_a_run_across_an_edit_of_the_past_changes_over_where_it_was_made() -> None:
    trainer = run_of(ARTICLE, 300)
    trainer.edit(EDITS[0])
    trainer.run(5)
    before = everything_seen(trainer)
    for epoch in (299, 0):
        trainer.seek(epoch)
        assert trainer.experiment is ARTICLE
        trainer.run(305 - epoch)
        assert trainer.experiment is EDITS[0]
        assert everything_seen(trainer) == before


def test_a_run_leaves_checkpoints_on_its_way() -> None:
    trainer = run_of(ARTICLE, 1000)
    assert [trainer.timeline.moment(batch).epoch for batch in (127, 128, 500, 999)] == [64, 128, 384, 896]


def test_an_edit_in_the_past_drops_the_future() -> None:
    trainer, edited = run_of(ARTICLE, 9), EDITS[0]
    trainer.edit(EDITS[1])
    trainer.run(3)
    trainer.seek(5)
    trainer.edit(edited)
    assert trainer.timeline.history.length == 5
    trainer.run(10)
    never_further = run_of(ARTICLE, 5)
    never_further.edit(edited)
    never_further.run(10)
    assert everything_seen(trainer) == everything_seen(never_further)
    assert trainer.experiment is edited


def test_the_mean_squared_error_stays_that_of_its_epoch_when_the_loss_is_changed() -> None:
    trainer = Trainer(article_experiment())
    trainer.run(10)
    before = trainer.reading
    trainer.edit(trainer.experiment.with_training(reduction="mean"))
    assert trainer.reading == before
    trainer.run(1)
    assert trainer.reading is not None
    loss, error = trainer.reading
    assert loss == pytest.approx(error)


def test_the_best_batch_is_sought_where_the_settings_of_now_hold() -> None:
    trainer = Trainer(article_experiment())
    trainer.run(100)
    assert trainer.best_batch() == 99
    trainer.edit(trainer.experiment.with_learning_rate(50.0))
    assert trainer.best_batch() == 100
    trainer.run(5)
    assert trainer.best_batch() >= 100


def test_returning_to_a_batch_keeps_the_settings_that_hold_in_it() -> None:
    trainer = Trainer(article_experiment())
    trainer.run(20)
    trainer.edit(trainer.experiment.with_learning_rate(0.5))
    trainer.run(20)
    trainer.return_to(20)
    assert (trainer.epoch, trainer.cursor) == (20, 0)
    assert trainer.experiment.training.learning_rate == 0.5
    trainer.seek(20)
    assert trainer.experiment.training.learning_rate == 0.1, "of the batch that was completed last"


def test_losses_that_share_a_bucket_with_what_is_forgotten_are_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.history.CAPACITY", 8)
    one, other = Trainer(ARTICLE), Trainer(ARTICLE)
    one.run(60)
    one.seek(13)
    one.edit(ARTICLE.with_learning_rate(0.2))
    other.run(13)
    other.edit(ARTICLE.with_learning_rate(0.2))
    assert one.timeline.history.length == other.timeline.history.length == 13
    one.run(5)
    other.run(5)
    low, high = one.timeline.history.at(LOSS, 12)
    assert low <= other.timeline.history.at(LOSS, 12)[0] <= high
    assert everything_seen(one) == everything_seen(other)


def test_in_the_recorded_past_it_goes_forward_by_what_is_kept_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer, straight = Trainer(ARTICLE), Trainer(ARTICLE)
    trainer.run(5000)
    trainer.seek(10)
    done: list[int] = []
    run = Engine.run

    def counted(engine: Engine, count: int) -> object:
        done.append(count)
        return run(engine, count)

    monkeypatch.setattr(Engine, "run", counted)
    trainer.seek(4500)
    assert sum(done) <= 2 * FIRST_SPACING
    monkeypatch.undo()
    straight.run(4500)
    assert everything_seen(trainer) == everything_seen(straight)
