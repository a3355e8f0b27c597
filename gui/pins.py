"""Runs that are kept beside the current one, to be compared with it."""

from dataclasses import dataclass

from core.experiment import Experiment
from core.history import History

MOST_PINS = 6


@dataclass(frozen=True, eq=False)
class Pin:
    """A run of the past: its settings when it was kept, what was measured in it, and how far it went.

    `automatic` says that it was kept because an edit put another run in its place, and not by the learner.
    """

    name: str
    experiment: Experiment
    history: History
    epoch: int
    automatic: bool = False


def with_pin(pins: tuple[Pin, ...], pin: Pin) -> tuple[Pin, ...]:
    """Return the pins with one more; where there are too many, the oldest goes, an automatic one first."""
    kept = [*pins, pin]
    while len(kept) > MOST_PINS:
        kept.remove(next((old for old in kept[:-1] if old.automatic), kept[0]))
    return tuple(kept)
