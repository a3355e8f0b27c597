import pytest

from core.files import dumps, loads
from core.training import Trainer
from gui import replay
from gui.replay import start_of_long_replay
from tests.gui.runs import ARTICLE, experiment_of


def opened(epochs: int) -> Trainer:
    """Return a run as a file holds it, which is without the moments that were kept on the way."""
    trainer = Trainer(ARTICLE)
    trainer.run(epochs)
    return loads(dumps(trainer)).trainer()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "LONGEST_AT_ONCE", 0.01)


@pytest.mark.usefixtures("short")
def test_what_is_far_from_any_moment_that_is_known_takes_long() -> None:
    trainer = opened(5000)
    assert start_of_long_replay(trainer, 4000) == 0
    assert start_of_long_replay(trainer, 20) is None


@pytest.mark.usefixtures("short")
def test_what_is_near_to_a_moment_does_not() -> None:
    trainer = Trainer(ARTICLE)
    trainer.run(5000)
    assert start_of_long_replay(trainer, 4000) is None


@pytest.mark.parametrize("epoch", [0, -1, 5001, 10**9])
def test_what_is_not_recorded_is_not_done_again(epoch: int) -> None:
    assert start_of_long_replay(opened(5000), epoch) is None


def test_a_large_network_takes_long_sooner() -> None:
    times = []
    for experiment in (experiment_of(2, 2, 1), experiment_of(64, 64, 64, 1, samples=2000)):
        trainer = Trainer(experiment)
        trainer.timeline.history.record(0, [(0.0, 0.0, 0.0)] * 100)
        times.append(start_of_long_replay(trainer, 100))
    assert times == [None, 0]
