import pytest

from core.training import Trainer
from gui.painting.flow_items import Maps
from gui.painting.flow_maps import SECONDS, FlowMaps
from gui.theme import DARK, LIGHT, Theme
from tests.gui.runs import ARTICLE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return what it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def maps(clock: Clock) -> FlowMaps:
    return FlowMaps(clock)


def images(maps: FlowMaps, trainer: Trainer, theme: Theme = LIGHT, *, running: bool) -> Maps:
    return maps.images(trainer.experiment, trainer.plan.parameters, theme, running=running)


def test_each_unit_has_a_map(maps: FlowMaps) -> None:
    assert [len(layer) for layer in images(maps, Trainer(experiment_of(2, 3, 4, 1)), running=False)] == [2, 3, 4, 1]


def test_at_rest_maps_follow_every_change(maps: FlowMaps) -> None:
    trainer = Trainer(ARTICLE)
    before = images(maps, trainer, running=False)
    trainer.run(500)
    assert images(maps, trainer, running=False) != before


def test_while_it_runs_maps_are_made_ten_times_a_second(maps: FlowMaps, clock: Clock) -> None:
    trainer = Trainer(ARTICLE)
    first = images(maps, trainer, running=True)
    trainer.run(500)
    clock.now = 0.9 * SECONDS
    assert images(maps, trainer, running=True) is first
    clock.now = 1.1 * SECONDS
    assert images(maps, trainer, running=True) != first


@pytest.mark.parametrize("other", ["theme", "network"])
def test_other_colours_and_another_network_are_seen_at_once(maps: FlowMaps, other: str) -> None:
    first = images(maps, Trainer(ARTICLE), running=True)
    trainer = Trainer(experiment_of(2, 3, 1)) if other == "network" else Trainer(ARTICLE)
    assert images(maps, trainer, DARK if other == "theme" else LIGHT, running=True) != first
