from collections.abc import Callable
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from core.experiment import Experiment, Layer
from core.operations import SAMPLES, units
from core.text import RefusalError
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
    "edit": lambda session: session.edit(ARTICLE.with_seed(3)),
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
    session.edit(ARTICLE)
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
    session.edit(session.experiment.with_seed(5))
    assert told.sentences == ["A new run begins from seed 5."]
    assert session.trainer.epoch == 0


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
    session.edit(ARTICLE.with_data(ARTICLE.data.resized(2, 2, 1)))
    assert session.sample is None
    assert told.changes == [MOVED | Change.EXPERIMENT | Change.SAMPLE]


def test_a_sample_that_is_still_there_is_still_looked_at() -> None:
    session = Session()
    session.select_sample(1)
    session.edit(ARTICLE.with_data(ARTICLE.data.resized(2, 2, 1)))
    assert session.sample == 1


def test_an_experiment_of_one_sample_can_be_opened() -> None:
    session = Session(experiment_of(2, 1, samples=1))
    assert session.sample is None


def test_another_plan_leaves_nothing_pointed_at() -> None:
    session = Session()
    session.point_at({SAMPLES: 1, units(1): 1})
    session.step()
    assert session.pointed == {SAMPLES: 1, units(1): 1}
    session.edit(ARTICLE.with_hidden_layer(1, Layer(1)))
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
