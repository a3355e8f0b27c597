"""Runs that are kept beside the current one, to be compared with it."""

from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from core.experiment import Experiment
from core.history import History
from core.training import Trainer
from gui.edits import last_epoch

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

    @classmethod
    def of(cls, run: Trainer, name: str, *, automatic: bool = False) -> "Pin":
        """Return a pin of a run as it is now. One that gave way stays as it is, and its history need not be copied."""
        history = run.timeline.history if automatic else deepcopy(run.timeline.history)
        return cls(name, run.experiment, history, last_epoch(run), automatic)


def free_name(template: str, pins: tuple[Pin, ...]) -> str:
    """Return a name that no pin has, as `template` says, with a number put in."""
    taken = {pin.name for pin in pins}
    names = (template.format(number=number) for number in count(1 + len(pins)))
    return next(name for name in names if name not in taken)


def with_pin(pins: tuple[Pin, ...], pin: Pin) -> tuple[Pin, ...]:
    """Return the pins with one more; where there are too many, the oldest goes, an automatic one first."""
    kept = [*pins, pin]
    while len(kept) > MOST_PINS:
        kept.remove(next((old for old in kept[:-1] if old.automatic), kept[0]))
    return tuple(kept)
