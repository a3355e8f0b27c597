from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from core.datasets import article_experiment
from gui.player import FRAME_SECONDS, SHORTEST_SLICE, Player
from gui.session import Change, Session
from tests.gui.runs import DIVERGING

PATIENCE = 20_000  # milliseconds


def wait_until_paused(qtbot: QtBot, player: Player) -> None:
    qtbot.waitUntil(lambda: not player.running, timeout=PATIENCE)


@pytest.mark.parametrize("goal", [1, 2, 3333])
def test_it_runs_to_its_goal_exactly(qtbot: QtBot, session: Session, goal: int) -> None:
    player = Player(session)
    player.start(goal)
    wait_until_paused(qtbot, player)
    assert session.trainer.epoch == goal


def test_it_runs_on_until_it_is_paused(qtbot: QtBot, session: Session) -> None:
    player = Player(session)
    player.start()
    qtbot.waitUntil(lambda: session.trainer.epoch > 2000, timeout=PATIENCE)
    assert player.running
    player.pause()
    epoch = session.trainer.epoch
    qtbot.wait(30)
    assert session.trainer.epoch == epoch
    assert not player.running


def test_the_session_is_told_once_that_it_runs_and_once_that_it_does_not(qtbot: QtBot, session: Session) -> None:
    states: list[bool] = []

    def note(change: Change) -> None:
        if change & Change.RUNNING:
            states.append(session.running)

    session.changed.connect(note)
    player = Player(session)
    player.pause()
    assert states == []
    player.start()
    player.start(5)
    assert states == [True]
    wait_until_paused(qtbot, player)
    player.pause()
    assert states == [True, False]


def test_another_goal_takes_the_place_of_the_first(qtbot: QtBot, session: Session) -> None:
    player = Player(session)
    player.start()
    player.start(7)
    wait_until_paused(qtbot, player)
    assert session.trainer.epoch == 7


@pytest.mark.parametrize(
    "go", [Session.step, Session.step_back, Session.reset, Session.run_epoch], ids=lambda go: go.__name__
)
def test_it_gives_way_to_the_learners_hand(qtbot: QtBot, session: Session, go: Callable[[Session], None]) -> None:
    player = Player(session)
    player.start()
    qtbot.waitUntil(lambda: session.trainer.epoch > 10, timeout=PATIENCE)
    go(session)
    assert not player.running
    assert not session.running


def test_an_edit_does_not_stop_it(qtbot: QtBot, session: Session) -> None:
    player = Player(session)
    player.start()
    session.set_learning_rate(0.2)
    assert player.running
    qtbot.waitUntil(lambda: session.trainer.epoch > 10, timeout=PATIENCE)
    player.pause()


def test_it_stops_where_the_run_diverges(qtbot: QtBot) -> None:
    session = Session(DIVERGING)
    player = Player(session)
    player.start()
    wait_until_paused(qtbot, player)
    assert session.trainer.diverged


def test_it_gives_the_numbers_of_a_run_without_a_window(qtbot: QtBot, session: Session) -> None:
    alone = Session(article_experiment())
    alone.trainer.run(500)
    player = Player(session)
    player.start(500)
    wait_until_paused(qtbot, player)
    assert session.trainer.loss == alone.trainer.loss


def test_between_two_pictures_are_many_epochs(qtbot: QtBot, session: Session) -> None:
    told: list[Change] = []
    session.changed.connect(told.append)
    player = Player(session)
    player.start(2000)
    wait_until_paused(qtbot, player)
    assert len(told) < 1000


def test_it_knows_how_fast_it_goes_while_it_runs(qtbot: QtBot, session: Session) -> None:
    player = Player(session)
    assert player.speed == 0
    player.start()
    qtbot.waitUntil(lambda: player.speed > 0, timeout=PATIENCE)
    player.pause()
    assert player.speed == 0


def test_training_gets_what_drawing_leaves_of_a_frame(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    now, slices = [0.0], list[float]()

    def run_for(seconds: float, _goal: float) -> bool:
        slices.append(seconds)
        now[0] += seconds
        return True

    monkeypatch.setattr("gui.player.perf_counter", lambda: now[0])
    monkeypatch.setattr(session, "run_for", run_for)
    player = Player(session)
    player.start()
    for _ in range(200):
        player._run_slice()
        now[0] += 0.010
    assert slices[-1] == pytest.approx(FRAME_SECONDS - 0.010, rel=0.01)
    for _ in range(200):
        player._run_slice()
        now[0] += 0.100
    assert slices[-1] == SHORTEST_SLICE
    player.pause()
