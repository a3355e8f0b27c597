from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack

from core.experiment import Experiment, ParameterIndex
from core.training import Trainer
from gui.edits import Edit, Held, ParameterValue, forked, last_epoch, looks_back, parameters_to_edit, put
from tests.core.plans import everything_seen
from tests.core.strategies import experiments
from tests.gui.runs import ARTICLE


def trained(epoch: int, cursor: int = 0) -> Trainer:
    trainer = Trainer(ARTICLE)
    trainer.seek(epoch)
    if cursor:
        trainer.step()
        trainer.go_to(cursor)
    return trainer


class Place:
    """Something that settings can be put in."""

    def __init__(self) -> None:
        self.held: Held = ARTICLE

    def swap(self, held: Held) -> Held:
        self.held, before = held, self.held
        return before


def test_undo_puts_back_what_was_there_and_redo_what_was_put() -> None:
    place, stack = Place(), QUndoStack()
    other = ARTICLE.with_seed(1)
    stack.push(Edit("Seed", other, place.swap, None))
    for act, expected in ((stack.undo, ARTICLE), (stack.redo, other), (stack.undo, ARTICLE)):
        act()
        assert place.held is expected


def test_only_edits_of_one_key_that_follow_each_other_are_one() -> None:
    place, stack = Place(), QUndoStack()
    for seed, key in ((1, "a"), (2, "a"), (3, None), (4, None), (5, "a"), (6, "b"), (7, "b")):
        stack.push(Edit("Seed", ARTICLE.with_seed(seed), place.swap, key))
    assert stack.count() == 5
    seen = []
    while stack.canUndo():
        stack.undo()
        assert isinstance(place.held, Experiment)
        seen.append(place.held.initial.seed)
    assert seen == [5, 4, 3, 2, 0]


def test_an_edit_in_which_a_run_gave_way_is_not_lost_in_the_one_before() -> None:
    place, stack = Place(), QUndoStack()
    run = Trainer(ARTICLE)
    stack.push(Edit("Rate", ARTICLE.with_learning_rate(0.2), place.swap, "key"))
    place.held = run
    stack.push(Edit("Rate", ARTICLE.with_learning_rate(0.3), place.swap, "key"))
    stack.undo()
    assert place.held is run


@given(experiments(), st.integers(0, 5), st.integers(0, 30))
def test_a_forked_run_is_the_same_run_and_another_thing(experiment: Experiment, epoch: int, cursor: int) -> None:
    trainer = Trainer(experiment)
    trainer.run(epoch)
    trainer.go_to(min(cursor, len(trainer.plan.operations)))
    seen = everything_seen(trainer)
    fork = forked(trainer)
    assert everything_seen(fork) == seen
    fork.run(3)
    assert everything_seen(trainer) == seen


def test_settings_that_let_the_run_go_on_are_put_into_it() -> None:
    run, other = trained(5), ARTICLE.with_learning_rate(0.5)
    assert put(run, other) == (run, ARTICLE)
    assert run.experiment == other
    assert run.epoch == 5


def test_settings_that_need_another_run_leave_the_old_one_as_it_was() -> None:
    run = trained(5, 3)
    seen = everything_seen(run)
    other, displaced = put(run, ARTICLE.with_seed(3))
    assert displaced is run
    assert everything_seen(run) == seen
    assert (other.epoch, other.experiment.initial.seed) == (0, 3)


def test_a_run_that_has_not_begun_is_not_kept() -> None:
    _, displaced = put(Trainer(ARTICLE), ARTICLE.with_seed(3))
    assert displaced == ARTICLE


def test_in_the_past_the_future_is_left_as_it_was() -> None:
    run = trained(50)
    run.seek(20)
    assert looks_back(run)
    other, displaced = put(run, ARTICLE.with_learning_rate(0.5))
    assert displaced is run
    assert (last_epoch(run), last_epoch(other)) == (50, 20)
    assert run.experiment == ARTICLE


def test_what_holds_already_changes_nothing() -> None:
    run = trained(50)
    run.seek(20)
    assert put(run, ARTICLE) == (run, ARTICLE)
    assert last_epoch(run) == 50


def test_one_operation_back_is_not_the_past() -> None:
    run = trained(5)
    run.step_back()
    assert not looks_back(run)


def test_a_parameter_is_set_in_the_batch_under_way_up_to_where_it_was() -> None:
    run, weight = trained(5, 4), ParameterIndex(layer=1, unit=0, before=0)
    before = parameters_to_edit(run).value(weight)
    assert put(run, ParameterValue(weight, 3.0)) == (run, ParameterValue(weight, before))
    assert run.cursor == 4
    assert run.plan.before.weights[0][0, 0] == 3.0
    assert run.plan.layers[0].pre_activation.values[2, 0] == run.plan.before.biases[0][0, 0] + 3.0


def test_after_a_batch_the_next_one_is_computed_up_to_its_update() -> None:
    run, bias = trained(5), ParameterIndex(layer=2, unit=0)
    put(run, ParameterValue(bias, 3.0))
    assert (run.epoch, run.cursor) == (5, run.plan.update_index)
    assert run.plan.before.biases[1][0, 0] == 3.0
