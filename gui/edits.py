"""Edits: what the learner changes and can take back. Training is none of them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from core.experiment import Experiment, ParameterIndex
from core.network import Parameters
from core.training import Trainer

MERGING = 1  # any id but −1 lets Qt ask whether two commands are one


@dataclass(frozen=True)
class ParameterValue:
    """A weight or a bias, and the value it is to have."""

    index: ParameterIndex
    value: float


Held = Experiment | ParameterValue | Trainer
"""What an edit puts in place: settings, one parameter's value, or a whole run as it stands."""


class Edit(QUndoCommand):
    """One edit, by the name it has in the menu.

    `swap` puts something in its place and returns what puts back what was there, so that undo and redo are the same
    act. Edits that follow one another with the same `merge` key, such as the moves of a slider, are one.
    """

    def __init__(self, name: str, held: Held, swap: Callable[[Held], Held], merge: Hashable | None) -> None:
        super().__init__(name)
        self._held, self._swap, self._merge = held, swap, merge

    def redo(self) -> None:
        """Make the edit."""
        self._held = self._swap(self._held)

    def undo(self) -> None:
        """Take the edit back."""
        self._held = self._swap(self._held)

    def id(self) -> int:
        """Say whether this edit may be part of the one before."""
        return -1 if self._merge is None else MERGING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the edit that was made after this one: what was there before this one is what counts."""
        assert isinstance(other, Edit)
        loses_a_run = isinstance(other._held, Trainer) and not isinstance(self._held, Trainer)
        return other._merge == self._merge and not loses_a_run


def forked(trainer: Trainer) -> Trainer:
    """Return a run with the same past that stands at the same place, and that goes on by itself."""
    return Trainer.resumed(trainer.timeline.copy(), *trainer.standing())


def parameters_to_edit(trainer: Trainer) -> Parameters:
    """Return a copy of the parameters an edit starts from: those of the batch under way, or of the next one."""
    plan = trainer.plan
    source = plan.parameters if trainer.batch_complete else plan.before
    return Parameters(trainer.experiment.sizes, source.flat.copy())


def last_epoch(trainer: Trainer) -> int:
    """Return how many epochs of a run are recorded; more than are complete where its past is looked at."""
    return max(trainer.timeline.history.length, trainer.epoch)


def looks_back(trainer: Trainer) -> bool:
    """Say whether a run has gone on from the moment that is shown."""
    return last_epoch(trainer) > trainer.epoch + 1


def put(trainer: Trainer, held: Held) -> tuple[Trainer, Held]:
    """Put settings, a parameter's value or a run in place; return the run then, and what puts back what was there.

    Where the run has to give way, because it begins otherwise or because its future would be lost, it is left as it
    stands, and another one is returned.
    """
    if isinstance(held, Trainer):
        return held, trainer
    now = _now(trainer, held)
    if held == now:
        return trainer, now
    if isinstance(held, Experiment) and not held.starts_like(trainer.experiment):
        is_untouched = not last_epoch(trainer) and not trainer.cursor
        return Trainer(held), now if is_untouched else trainer
    run, displaced = (forked(trainer), trainer) if looks_back(trainer) else (trainer, now)
    if isinstance(held, ParameterValue):
        _set_parameter(run, held)
    else:
        run.edit(held)
    return run, displaced


def _now(trainer: Trainer, held: Experiment | ParameterValue) -> Experiment | ParameterValue:
    """Return what holds now of the kind of `held`."""
    if isinstance(held, Experiment):
        return trainer.experiment
    return ParameterValue(held.index, parameters_to_edit(trainer).value(held.index))


def _set_parameter(trainer: Trainer, wanted: ParameterValue) -> None:
    """Set a parameter by hand. The batch is computed anew, a new one up to its update, so that the effect is seen."""
    parameters, was_complete = parameters_to_edit(trainer), trainer.batch_complete
    parameters.set_value(wanted.index, wanted.value)
    trainer.edit(trainer.experiment, parameters.flat)
    if was_complete:
        trainer.go_to(trainer.plan.update_index)
