import numpy as np
import pytest

from core import timeline
from core.datasets import article_experiment
from core.history import LOSS
from core.timeline import Timeline

FIRST = article_experiment()
SECOND = FIRST.with_training(learning_rate=0.5)
THIRD = FIRST.with_training(learning_rate=2.0)


def new_timeline() -> Timeline:
    return Timeline(FIRST, np.zeros(9))


def visit_all(past: Timeline, epochs: int) -> None:
    """Walk as a run does: from stop to stop."""
    epoch = 0
    while epoch < epochs:
        epoch = past.next_stop(epoch)
        past.visit(epoch, np.full(9, float(epoch)))


def checkpoints(past: Timeline, epochs: int) -> list[int]:
    return sorted({past.checkpoint(epoch).epoch for epoch in range(epochs + 1)})


@pytest.fixture
def _five_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_CHECKPOINTS", 5)


def test_a_checkpoint_holds_the_parameters_of_its_epoch() -> None:
    past = new_timeline()
    visit_all(past, 10)
    assert past.checkpoint(7).epoch == 7
    assert past.checkpoint(7).parameters.tolist() == [7.0] * 9


def test_a_checkpoint_does_not_change_with_the_array_it_was_taken_from() -> None:
    past, parameters = new_timeline(), np.ones(9)
    past.visit(1, parameters)
    parameters[:] = 2.0
    assert past.checkpoint(1).parameters.tolist() == [1.0] * 9


@pytest.mark.usefixtures("_five_checkpoints")
def test_when_there_are_too_many_every_other_checkpoint_is_dropped() -> None:
    past = new_timeline()
    visit_all(past, 4)
    assert checkpoints(past, 4) == [0, 1, 2, 3, 4]
    visit_all(past, 5)
    assert checkpoints(past, 5) == [0, 2, 4]


@pytest.mark.usefixtures("_five_checkpoints")
@pytest.mark.parametrize("epochs", [1, 6, 17, 100, 1000])
def test_checkpoints_are_few_evenly_spaced_and_begin_at_the_start(epochs: int) -> None:
    past = new_timeline()
    visit_all(past, epochs)
    kept = checkpoints(past, epochs)
    assert len(kept) <= 5
    assert kept[0] == 0
    assert len(set(np.diff(kept))) == 1
    assert epochs - kept[-1] <= kept[1]


@pytest.mark.parametrize(("parameters", "most"), [(9, 256), (40_000, 104), (10_000_000, 16)])
def test_a_larger_network_has_fewer_checkpoints(parameters: int, most: int) -> None:
    past = Timeline(FIRST, np.zeros(parameters))
    few = np.zeros(1)  # only what is counted against the limit is large
    counts = []
    for epoch in range(1, most + 1):
        past.visit(epoch, few)
        counts.append(len(checkpoints(past, epoch)))
    assert max(counts) == most


def test_an_epoch_visited_again_keeps_its_first_checkpoint() -> None:
    past = new_timeline()
    past.visit(1, np.ones(9))
    past.visit(1, np.zeros(9))
    assert past.checkpoint(1).parameters.tolist() == [1.0] * 9


def test_each_epoch_knows_the_experiment_that_held_in_it() -> None:
    past = new_timeline()
    past.change(5, SECOND)
    past.change(9, THIRD)
    assert [past.experiment(epoch) for epoch in (0, 4, 5, 8, 9, 100)] == [FIRST, FIRST, SECOND, SECOND, THIRD, THIRD]


def test_a_later_change_in_the_same_epoch_takes_the_place_of_the_earlier() -> None:
    past = new_timeline()
    past.change(5, SECOND)
    past.change(5, THIRD)
    past.change(0, THIRD)
    assert past.experiment(0) is past.experiment(5) is THIRD


def test_a_run_looks_up_where_the_experiment_changes() -> None:
    past = new_timeline()
    past._spacing = 8
    past.change(5, SECOND)
    assert [past.next_stop(epoch) for epoch in (0, 4, 5, 8)] == [5, 5, 8, 16]


def test_truncating_forgets_changes_checkpoints_and_losses_from_there_on() -> None:
    past = new_timeline()
    visit_all(past, 10)
    past.record(0, [1.0] * 10, 1.0)
    past.change(6, SECOND)
    past.change(7, THIRD)
    assert past.truncate(6) == 6
    assert past.checkpoint(10).epoch == 6
    assert past.experiment(8) is SECOND
    assert past.history.length == 6


def test_losses_already_known_are_passed_over() -> None:
    past = new_timeline()
    past.record(0, [3.0, 2.0], 1.0)
    past.record(0, [9.0], 1.0)
    past.record(1, [9.0, 1.0], 1.0)
    assert [past.history.at(LOSS, epoch)[0] for epoch in range(3)] == [3.0, 2.0, 1.0]
