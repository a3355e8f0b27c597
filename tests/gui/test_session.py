from collections.abc import Callable
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from core.experiment import Experiment, Layer, ParameterIndex
from core.operations import SAMPLES, units
from core.text import RefusalError
from core.training import Trainer
from gui.pins import MOST_PINS
from gui.session import EVERYTHING, MOVED, Change, Session
from tests.core.plans import everything_seen
from tests.core.strategies import experiments
from tests.gui.runs import ARTICLE, DIVERGING, diverged_session, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

INTENTS: dict[str, Callable[[Session], object]] = {
    "step": Session.step,
    "step_phase": Session.step_phase,
    "step_back": Session.step_back,
    "go_to": lambda session: session.go_to(2),
    "run_for": lambda session: session.run_for(10, goal=5),
    "run_epoch": Session.run_epoch,
    "seek": lambda session: session.seek(1),
    "return_to": lambda session: session.return_to(1),
    "reset": Session.reset,
    "set_learning_rate": lambda session: session.set_learning_rate(0.5),
    "edit": lambda session: session.edit(ARTICLE.with_seed(3), "Seed"),
}


class Told:
    """What a session tells, in order."""

    def __init__(self, session: Session) -> None:
        self.changes: list[Change] = []
        self.sentences: list[str] = []
        session.changed.connect(self.changes.append)
        session.announced.connect(self.sentences.append)


def session_at(epoch: int, cursor: int) -> Session:
    session = Session()
    session.seek(epoch)
    if cursor:
        session.step()
        session.go_to(cursor)
    return session


@pytest.mark.parametrize("intent", INTENTS.values(), ids=INTENTS)
def test_each_intent_tells_once_that_it_moved_and_of_another_plan_where_there_is_one(
    intent: Callable[[Session], object],
) -> None:
    session = session_at(3, 4)
    told, plan = Told(session), session.trainer.plan
    intent(session)
    (change,) = told.changes
    assert change & MOVED == MOVED
    assert bool(change & Change.EXPERIMENT) == (session.trainer.plan is not plan)


def test_each_intent_does_what_it_says() -> None:
    session = Session()
    session.step()
    assert session.trainer.cursor == 1
    session.step_phase()
    assert session.trainer.cursor == session.trainer.plan.loss_index
    session.step_back()
    assert session.trainer.cursor == session.trainer.plan.loss_index - 1
    session.go_to(7)
    assert session.trainer.cursor == 7
    session.run_epoch()
    assert session.trainer.epoch == 1
    session.seek(20)
    assert session.trainer.epoch == 20
    session.reset()
    assert (session.trainer.epoch, session.trainer.cursor) == (0, 0)


def test_to_return_to_an_epoch_is_to_stand_at_its_start_with_the_settings_of_then() -> None:
    session = session_at(5, 0)
    session.set_learning_rate(0.7)
    session.seek(10)
    session.return_to(3)
    assert (session.trainer.epoch, session.trainer.cursor) == (3, 0)
    assert session.experiment == ARTICLE
    session.return_to(7)
    assert session.experiment.training.learning_rate == 0.7


@pytest.mark.parametrize(
    "name", ["step", "step_phase", "step_back", "go_to", "run_epoch", "seek", "return_to", "reset"]
)
def test_a_move_by_hand_is_told_before_it_is_made(name: str) -> None:
    session = session_at(3, 4)
    places: list[int] = []

    def note() -> None:
        places.append(session.trainer.cursor)

    session.moved_by_hand.connect(note)
    INTENTS[name](session)
    assert places == [4]


@pytest.mark.parametrize("name", ["run_for", "edit", "set_learning_rate"])
def test_training_on_and_edits_are_no_moves_by_hand(name: str, qtbot: QtBot) -> None:
    session = session_at(3, 4)
    with qtbot.assertNotEmitted(session.moved_by_hand):
        INTENTS[name](session)


def test_that_it_runs_is_told_once() -> None:
    session = Session()
    told = Told(session)
    for running in (False, True, True, False):
        session.set_running(running)
    assert told.changes == [Change.RUNNING, Change.RUNNING]


def test_an_edit_that_changes_nothing_is_not_told() -> None:
    session = Session()
    told = Told(session)
    session.edit(ARTICLE, "Nothing")
    assert not told.changes
    assert not told.sentences


def test_the_same_sample_and_the_same_place_are_not_told_again() -> None:
    session = Session()
    told = Told(session)
    for _ in range(2):
        session.select_sample(3)
        session.point_at({units(1): 0})
    assert told.changes == [Change.SAMPLE, Change.POINTED]


def test_at_the_start_a_new_rate_needs_no_words() -> None:
    session = Session()
    told = Told(session)
    session.set_learning_rate(0.5)
    assert not told.sentences


def test_within_a_run_it_is_said_from_which_epoch_an_edit_holds() -> None:
    session = session_at(12, 0)
    told = Told(session)
    session.set_learning_rate(0.5)
    assert told.sentences == ["This holds from epoch 12 on; training goes on."]
    assert session.trainer.epoch == 12
    assert session.experiment.training.learning_rate == 0.5


def test_it_is_said_that_an_edit_began_a_new_run() -> None:
    session = session_at(12, 0)
    told = Told(session)
    session.edit(session.experiment.with_seed(5), "Seed")
    assert told.sentences == ["A new run begins from seed 5."]
    assert session.trainer.epoch == 0


def test_an_edit_can_be_taken_back_and_made_again_by_its_name() -> None:
    session = session_at(12, 0)
    session.edit(ARTICLE.with_training(loss="half_squared_error"), "Change the loss")
    assert session.undo_stack.undoText() == "Change the loss"
    session.undo_stack.undo()
    assert session.experiment == ARTICLE
    session.undo_stack.redo()
    assert session.experiment.training.loss == "half_squared_error"
    assert session.trainer.epoch == 12


def test_undo_moves_no_training() -> None:
    session = session_at(12, 0)
    session.set_learning_rate(0.5)
    session.seek(30)
    parameters = session.trainer.plan.parameters.flat.tolist()
    session.undo_stack.undo()
    assert session.trainer.epoch == 30
    assert session.trainer.plan.before.flat.tolist() == parameters
    assert session.experiment == ARTICLE


def test_edits_with_one_key_are_one_step() -> None:
    session = session_at(12, 0)
    for rate in (0.2, 0.3, 0.4):
        session.set_learning_rate(rate, merge="slider")
    session.set_learning_rate(0.5, merge="another")
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.experiment.training.learning_rate == 0.4
    session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_a_run_that_gave_way_comes_back_whole() -> None:
    session = session_at(12, 5)
    left, seen = session.trainer, everything_seen(session.trainer)
    session.edit(ARTICLE.with_hidden_layer(1, Layer(3)), "Add a layer")
    session.seek(4)
    session.undo_stack.undo()
    assert session.trainer is left
    assert everything_seen(session.trainer) == seen
    session.undo_stack.redo()
    assert session.trainer.epoch == 4
    assert session.experiment.sizes == (2, 2, 3, 1)


def test_an_edit_in_the_past_keeps_the_future_for_undo() -> None:
    session = session_at(50, 0)
    session.seek(20)
    session.set_learning_rate(0.5)
    assert (session.trainer.epoch, session.last_epoch) == (20, 20)
    session.undo_stack.undo()
    assert (session.trainer.epoch, session.last_epoch) == (20, 50)
    assert session.experiment == ARTICLE


def test_the_curve_of_a_run_that_gave_way_is_kept_until_it_comes_back() -> None:
    session = session_at(12, 0)
    session.edit(ARTICLE.with_seed(3), "Change the seed")
    (pin,) = session.pins
    assert (pin.epoch, pin.experiment, pin.automatic) == (12, ARTICLE, True)
    session.undo_stack.undo()
    assert session.pins == ()


def test_a_run_that_has_not_begun_leaves_no_curve() -> None:
    session = Session()
    session.edit(ARTICLE.with_seed(3), "Change the seed")
    assert session.pins == ()


def test_runs_can_be_pinned_renamed_and_let_go() -> None:
    session = session_at(12, 0)
    told = Told(session)
    session.pin()
    session.pin("Mine")
    session.seek(40)
    assert [(pin.name, pin.epoch, pin.history.length) for pin in session.pins] == [("Run 1", 12, 12), ("Mine", 12, 12)]
    session.rename_pin(session.pins[0], "First")
    session.unpin(session.pins[1])
    assert [pin.name for pin in session.pins] == ["First"]
    assert told.changes.count(Change.PINS) == 4


def test_no_two_pins_get_the_same_name() -> None:
    session = Session()
    session.seek(12)
    for _ in range(2 * MOST_PINS):
        session.pin()
    session.unpin(session.pins[0])
    session.pin()
    assert len({pin.name for pin in session.pins}) == MOST_PINS


def test_it_is_said_which_run_made_room_for_another() -> None:
    session = session_at(12, 0)
    told = Told(session)
    for number in range(MOST_PINS + 1):
        session.pin(f"Mine {number}")
    assert told.sentences == [f"“Mine 0” made room: {MOST_PINS} runs are kept."]


def test_to_reset_can_be_taken_back() -> None:
    session = session_at(12, 3)
    seen = everything_seen(session.trainer)
    session.reset()
    assert (session.trainer.epoch, session.trainer.cursor) == (0, 0)
    session.undo_stack.undo()
    assert everything_seen(session.trainer) == seen


def test_at_the_start_there_is_nothing_to_reset() -> None:
    session = Session()
    session.reset()
    assert session.undo_stack.count() == 0


def test_to_branch_is_to_forget_the_future_and_keep_its_curve() -> None:
    session = session_at(50, 0)
    session.seek(20)
    session.branch()
    assert (session.trainer.epoch, session.last_epoch) == (20, 20)
    assert [pin.epoch for pin in session.pins] == [50]
    session.undo_stack.undo()
    assert (session.trainer.epoch, session.last_epoch) == (20, 50)


def test_a_weight_set_by_hand_is_seen_at_once_and_can_be_taken_back() -> None:
    session = session_at(12, 0)
    weight = ParameterIndex(layer=1, unit=1, before=0)
    old, length = session.parameter(weight), len(session.trainer.plan.operations)
    session.set_parameter(weight, 2.5)
    assert session.parameter(weight) == 2.5
    assert session.trainer.plan.before.weights[0][0, 1] == 2.5
    assert session.trainer.cursor == session.trainer.plan.update_index < length
    session.undo_stack.undo()
    assert session.parameter(weight) == old


def test_to_set_a_parameter_to_what_it_is_is_no_edit() -> None:
    session = session_at(12, 0)
    bias = ParameterIndex(layer=2, unit=0)
    session.set_parameter(bias, session.parameter(bias))
    assert session.undo_stack.count() == 0


def test_a_frozen_weight_stays_until_it_is_freed() -> None:
    session = Session()
    weight = ParameterIndex(layer=1, unit=0, before=1)
    session.freeze([weight], True)
    frozen_at = session.parameter(weight)
    session.seek(30)
    assert session.parameter(weight) == frozen_at
    session.freeze([weight], False)
    session.seek(60)
    assert session.parameter(weight) != frozen_at


def test_to_use_another_experiment_is_to_begin_anew_even_where_training_could_go_on() -> None:
    session = session_at(12, 0)
    session.use(ARTICLE.with_learning_rate(0.7), "Open an example")
    assert session.trainer.epoch == 0
    session.undo_stack.undo()
    assert session.trainer.epoch == 12


def test_what_is_opened_is_not_to_be_undone() -> None:
    session = session_at(12, 0)
    session.pin()
    session.set_learning_rate(0.5)
    trainer = Trainer(ARTICLE.with_seed(9))
    session.open(trainer)
    assert session.trainer is trainer
    assert (session.undo_stack.count(), session.pins) == (0, ())


def test_rows_are_samples_of_the_batch_that_is_shown() -> None:
    session = Session(ARTICLE.with_training(batch_size=2, shuffle=True))
    seen = {session.sample_in(row) for row in range(2)}
    session.go_to(len(session.trainer.plan.operations))
    session.step()
    seen |= {session.sample_in(row) for row in range(2)}
    assert seen == {0, 1, 2, 3}
    assert session.sample_in(2) is None
    assert [session.row_of(sample) for sample in session.trainer.sample_numbers] == [0, 1]


def test_marks_stay_while_the_network_has_its_shape() -> None:
    session = Session()
    session.mark([{units(1): 0}])
    session.set_learning_rate(0.5)
    assert list(session.marked) == [{units(1): 0}]
    session.edit(ARTICLE.with_hidden_layer(1, Layer(3)), "Add a layer")
    assert list(session.marked) == []


EDITS: list[Callable[[Session], object]] = [
    lambda session: session.set_learning_rate(session.experiment.training.learning_rate * 1.5),
    lambda session: session.set_learning_rate(session.experiment.training.learning_rate + 0.1, merge="rate"),
    lambda session: session.edit(session.experiment.with_seed(session.experiment.initial.seed + 1), "Seed"),
    lambda session: session.edit(session.experiment.with_layer(0, Layer(3, "tanh")), "Layer"),
    lambda session: session.set_parameter(ParameterIndex(1, 0, 0), session.parameter(ParameterIndex(1, 0, 0)) + 1),
    Session.branch,
    Session.reset,
    lambda session: session.use(ARTICLE, "Example"),
]
MOVES: list[Callable[[Session], object]] = [
    Session.step,
    Session.run_epoch,
    lambda session: session.seek(session.trainer.epoch + 7),
    lambda session: session.seek(session.trainer.epoch // 2),
]


@given(st.lists(st.sampled_from([*EDITS, *MOVES]), max_size=12))
def test_to_undo_all_is_to_be_at_the_settings_of_the_start(acts: list[Callable[[Session], object]]) -> None:
    session = Session()
    for act in acts:
        act(session)
    reached = session.experiment
    count = session.undo_stack.count()
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.experiment == ARTICLE
    for _ in range(count):
        session.undo_stack.redo()
    assert session.experiment == reached or any(act in MOVES for act in acts)


def test_an_epoch_that_takes_long_to_reach_again_is_reached_by_a_run(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_at(50, 0)
    monkeypatch.setattr("gui.session.start_of_long_replay", lambda _trainer, epoch: epoch - 20)
    with qtbot.waitSignal(session.run_wanted) as wanted:
        session.seek(40)
    assert wanted.args == [40]
    assert session.trainer.epoch == 20


def test_a_refused_setting_changes_and_tells_nothing() -> None:
    session = session_at(3, 4)
    told, seen = Told(session), everything_seen(session.trainer)
    with pytest.raises(RefusalError):
        session.set_learning_rate(0.0)
    assert everything_seen(session.trainer) == seen
    assert not told.changes


def test_a_sample_that_is_gone_is_no_longer_looked_at() -> None:
    session = Session()
    session.select_sample(3)
    told = Told(session)
    session.edit(ARTICLE.with_data(ARTICLE.data.resized(2, 2, 1)), "Edit")
    assert session.sample is None
    assert told.changes == [MOVED | Change.EXPERIMENT | Change.SAMPLE]


def test_a_sample_that_is_still_there_is_still_looked_at() -> None:
    session = Session()
    session.select_sample(1)
    session.edit(ARTICLE.with_data(ARTICLE.data.resized(2, 2, 1)), "Edit")
    assert session.sample == 1


def test_an_experiment_of_one_sample_can_be_opened() -> None:
    session = Session(experiment_of(2, 1, samples=1))
    assert session.sample is None


def test_another_plan_leaves_nothing_pointed_at() -> None:
    session = Session()
    session.point_at({SAMPLES: 1, units(1): 1})
    session.step()
    assert session.pointed == {SAMPLES: 1, units(1): 1}
    session.edit(ARTICLE.with_hidden_layer(1, Layer(1)), "Edit")
    assert session.pointed == {}


@given(experiments(), st.integers(0, 40))
def test_asking_for_outputs_disturbs_nothing_that_is_shown(experiment: Experiment, cursor: int) -> None:
    session = Session(experiment)
    session.go_to(min(cursor, len(session.trainer.plan.operations)))
    seen = everything_seen(session.trainer)
    outputs = session.outputs()
    assert everything_seen(session.trainer) == seen
    assert outputs.shape == (experiment.data.samples, experiment.data.target_count)


def test_outputs_are_those_of_the_newest_parameters() -> None:
    session = Session()
    session.run_epoch()
    after = session.outputs()
    assert not np.array_equal(after, session.trainer.plan.layers[-1].activation.values)
    session.run_epoch()
    assert np.array_equal(after, session.trainer.plan.layers[-1].activation.values)


@pytest.mark.parametrize("goal", [1, 7, 1000])
def test_a_run_stops_at_its_goal_and_says_that_there_is_no_more_to_do(goal: int) -> None:
    session = session_at(0, 3)
    assert session.run_for(60, goal) is False
    assert session.trainer.epoch == goal
    assert session.trainer.batch_complete


def test_a_run_without_a_goal_has_always_more_to_do() -> None:
    session = Session()
    assert session.run_for(0.001, inf) is True
    assert session.trainer.epoch > 0


def test_a_run_stops_where_it_diverges() -> None:
    session = Session(DIVERGING)
    assert session.run_for(60) is False
    assert session.trainer.diverged
    epoch = session.trainer.epoch
    assert session.run_for(60) is False
    assert session.trainer.epoch == epoch


def test_a_run_gives_the_numbers_that_steps_give() -> None:
    running, stepping = Session(), Session()
    running.run_for(60, goal=3)
    for _ in range(3 * len(stepping.trainer.plan.operations)):
        stepping.step()
    assert everything_seen(running.trainer) == everything_seen(stepping.trainer)


def test_what_has_diverged_does_not_go_forward() -> None:
    session = diverged_session()
    seen = everything_seen(session.trainer)
    session.step()
    session.step_phase()
    session.run_epoch()
    assert everything_seen(session.trainer)[:2] == seen[:2]


def test_everything_is_all_there_is() -> None:
    assert all(change in EVERYTHING for change in Change)


def test_the_program_begins_with_the_articles_experiment() -> None:
    assert Session().experiment.data == DATASETS["xor"].make()
    assert Session().experiment.sizes == (2, 2, 1)
