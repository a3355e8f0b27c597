import numpy as np
import pytest

from core import timeline
from core.data import Data
from core.datasets import article_experiment
from core.experiment import Experiment, Layer
from core.history import LOSS
from core.network import random_state
from core.timeline import FEWEST_CHECKPOINTS, Moment, Segment, Timeline
from core.training import Trainer

FIRST = article_experiment()
SECOND = FIRST.with_learning_rate(0.5)
THIRD = FIRST.with_learning_rate(2.0)
PAIRS = FIRST.with_training(batch_size=2)
RANDOM = random_state(FIRST.initial).get_state(legacy=False)


def moment(batch: int, epoch: int | None = None, index: int = 0, size: int = 9) -> Moment:
    return Moment(batch, batch if epoch is None else epoch, index, np.full(size, float(batch)), RANDOM)


def new_timeline(size: int = 9) -> Timeline:
    return Timeline([Segment(moment(0, size=size), FIRST)])


def visit_all(past: Timeline, epochs: int) -> None:
    """Walk as a run does: from stop to stop."""
    batch = 0
    while batch < epochs:
        batch = past.next_stop(batch)
        if past.is_due(batch, batch):
            past.keep(moment(batch))


def kept(past: Timeline, epochs: int) -> list[int]:
    return sorted({past.moment(batch).batch for batch in range(epochs + 1)})


@pytest.fixture
def _five_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_CHECKPOINTS", 5)
    monkeypatch.setattr(timeline, "FIRST_SPACING", 1)


@pytest.mark.usefixtures("_five_checkpoints")
def test_when_there_are_too_many_every_other_checkpoint_is_dropped() -> None:
    past = new_timeline()
    visit_all(past, 5)
    assert kept(past, 5) == [0, 1, 2, 3, 4, 5]
    visit_all(past, 6)
    assert kept(past, 6) == [0, 2, 4, 6]
    assert past.moment(5).state.tolist() == [4.0] * 9


@pytest.mark.usefixtures("_five_checkpoints")
@pytest.mark.parametrize("epochs", [6, 17, 100, 1000])
def test_checkpoints_are_few_and_evenly_spaced(epochs: int) -> None:
    past = new_timeline()
    visit_all(past, epochs)
    found = kept(past, epochs)
    assert len(found) <= 6
    assert found[0] == 0
    assert len(set(np.diff(found))) == 1
    assert epochs - found[-1] <= found[1]


@pytest.mark.parametrize(("parameters", "most"), [(9, 256), (40_000, 104), (10_000_000, 16)])
def test_a_larger_network_has_fewer_checkpoints(parameters: int, most: int) -> None:
    past = new_timeline(size=parameters)
    counts = []
    for batch in range(1, 2 * most):
        if past.is_due(batch * timeline.FIRST_SPACING, batch * timeline.FIRST_SPACING):
            past.keep(moment(batch * timeline.FIRST_SPACING))
        counts.append(len(past._checkpoints))
    assert max(counts) == most


def test_early_moments_are_kept_until_checkpoints_are_thinned_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_CHECKPOINTS", 10)
    past = new_timeline()
    visit_all(past, 384)
    assert kept(past, 384) == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 384]
    visit_all(past, 512)
    assert kept(past, 512) == [0, 256, 512]


def test_the_moments_kept_come_in_their_order_with_what_holds_from_each_on() -> None:
    past = new_timeline()
    visit_all(past, 4)
    past.change(moment(5), SECOND)
    past.keep(moment(8))
    past.change(moment(9), THIRD)
    epochs = [kept.epoch for kept, _ in past.moments()]
    assert epochs == [0, 1, 2, 4, 5, 8, 9]
    assert [experiment for _, experiment in past.moments()] == [FIRST] * 4 + [SECOND] * 2 + [THIRD]
    assert all(kept is past.moment(kept.batch) for kept, _ in past.moments())


def test_a_checkpoint_is_due_once_and_at_even_epochs() -> None:
    past = new_timeline()
    assert past.is_due(128, 128)
    assert not past.is_due(33, 33)
    past.keep(moment(128))
    assert not past.is_due(128, 128)


def test_each_batch_knows_the_experiment_that_held_in_it() -> None:
    past = new_timeline()
    past.change(moment(5), SECOND)
    past.change(moment(9), THIRD)
    experiments = [past.segment(batch).experiment for batch in (0, 4, 5, 8, 9, 100)]
    assert experiments == [FIRST, FIRST, SECOND, SECOND, THIRD, THIRD]


def test_a_later_change_in_the_same_batch_takes_the_place_of_the_earlier() -> None:
    past = new_timeline()
    past.change(moment(5), SECOND)
    past.change(moment(5), THIRD)
    past.change(moment(0), THIRD)
    assert past.segment(0).experiment is past.segment(5).experiment is THIRD
    assert len(past.segments) == 1


def test_a_run_looks_up_where_the_experiment_changes() -> None:
    past = new_timeline()
    past._spacing = 8
    past.change(moment(5), SECOND)
    assert [past.next_stop(batch) for batch in (0, 4, 5, 8)] == [1, 5, 8, 16]


def test_batches_and_epochs_are_counted_through_changes_of_the_batch_size() -> None:
    past = new_timeline()
    past.change(moment(3), PAIRS)  # epoch 3 is made of batches 3 and 4, epoch 4 of 5 and 6
    past.change(Moment(6, 4, 0, np.zeros(9), RANDOM), SECOND)  # epoch 4 begins anew
    assert [past.segment(batch).epoch_of(batch) for batch in range(9)] == [0, 1, 2, 3, 3, 4, 4, 5, 6]
    assert [past.batch_of(epoch) for epoch in range(7)] == [0, 1, 2, 3, 6, 7, 8]
    assert Timeline([Segment(moment(2), FIRST)]).batch_of(0) == 0


def test_truncating_forgets_changes_checkpoints_and_losses_from_there_on() -> None:
    past = new_timeline()
    for batch in range(32, 321, 32):
        past.keep(moment(batch))
    past.history.record(0, [(1.0, 1.0, 1.0)] * 320)
    past.change(moment(100), SECOND)
    past.change(moment(101), THIRD)
    assert past.truncate(100, 100) == 100
    assert past.moment(320).batch == 100
    assert past.moment(99).batch == 96
    assert past.segment(300).experiment is SECOND
    assert past.history.length == 100


def test_a_long_run_is_remembered_in_bounded_memory() -> None:
    trainer = Trainer(FIRST)
    trainer.run(20_000)
    past = trainer.timeline
    assert len(past._checkpoints) <= timeline.MOST_CHECKPOINTS
    assert past.history.length == 20_000
    assert past.history.curve(LOSS, 10**9).epochs.size <= 8192


@pytest.mark.parametrize(("samples", "size", "spacing"), [(4, 2, 128), (2_000, 64, 1), (500, 64, 4)])
def test_a_large_epoch_has_checkpoints_nearer_to_each_other(samples: int, size: int, spacing: int) -> None:
    data = Data(((0.0, 0.0),) * samples, ((0.0,),) * samples)
    experiment = Experiment(data, (Layer(size), Layer(size), Layer(1)))
    past = Timeline([Segment(moment(0), experiment)])
    assert next(epoch for epoch in range(129, 257) if past.is_due(epoch, epoch)) == 128 + spacing
    assert past.next_stop(1024) == 1024 + spacing


def test_a_copy_keeps_the_past_whatever_happens_to_the_run_it_was_taken_from() -> None:
    trainer = Trainer(FIRST)
    trainer.run(300)
    trainer.edit(SECOND)
    trainer.run(100)
    past = trainer.timeline.copy()
    losses = past.history.curve(LOSS, 10**9).low.copy()
    trainer.seek(20)
    trainer.edit(THIRD)
    trainer.run(500)
    assert past.history.length == 400
    assert np.array_equal(past.history.curve(LOSS, 10**9).low, losses)
    assert [segment.experiment for segment in past.segments] == [FIRST, SECOND]
    assert past.moment(399).batch == 384


def test_a_run_goes_on_from_a_copy_of_its_past_as_it_would_have_gone_on() -> None:
    trainer = Trainer(PAIRS)
    trainer.run(130)
    copied = Trainer.resumed(trainer.timeline.copy(), *trainer.standing())
    for run in (trainer, copied):
        run.run(200)
    assert np.array_equal(trainer.plan.parameters.flat, copied.plan.parameters.flat)
    trainer.seek(7)
    trainer.edit(SECOND)
    copied.seek(129)
    assert (copied.epoch, copied.experiment) == (129, PAIRS)
    assert copied.timeline.history.length == 330


def test_a_run_that_is_laid_aside_takes_less_room_and_loses_nothing() -> None:
    trainer = Trainer(FIRST)
    trainer.run(20_000)
    seen = trainer.plan.parameters.flat.copy()
    before = len(trainer.timeline.moments())
    trainer.timeline.rest()
    assert len(trainer.timeline.moments()) <= FEWEST_CHECKPOINTS + 1 < before
    trainer.seek(10)
    trainer.seek(20_000)
    assert np.array_equal(trainer.plan.parameters.flat, seen)
