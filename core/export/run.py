"""The part of a run that a script repeats: from where its settings began to hold to where the trainer stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.experiment import Experiment
from core.network import State, draw_parameters, random_state
from core.plan import Plan
from core.training import Trainer


@dataclass(frozen=True, slots=True)
class Run:
    """What a script starts from, and how far it goes.

    It begins in `epoch`, with batch `index` of it, from `state`; its parameters are those the experiment draws where
    `drawn`. `random` is the random state from which the samples of that epoch are shuffled, or None where it is that
    of the experiment's seed, after the parameters are drawn if they are. It completes `epochs` epochs, and of one more
    the batches before batch `rest`.
    """

    plan: Plan
    state: State
    drawn: bool
    random: Mapping[str, Any] | None
    epoch: int
    index: int
    epochs: int
    rest: int

    @property
    def experiment(self) -> Experiment:
        """The experiment that holds in all of it."""
        return self.plan.experiment

    @property
    def cuts_epochs(self) -> bool:
        """Whether an epoch is more than the one batch of all samples."""
        return self.experiment.batches > 1

    @property
    def shuffles(self) -> bool:
        """Whether each epoch has an order of its own."""
        return self.experiment.training.shuffle

    @property
    def does_anything(self) -> bool:
        """Whether there is any batch to do."""
        return bool(self.epochs or self.rest)


def run_of(trainer: Trainer, epochs: int | None = None) -> Run:
    """Return the run up to where the trainer stands, or `epochs` epochs of it.

    A batch that is partly done is left out. An epoch that was under way at the start of the run counts as one.
    """
    segment = trainer.timeline.segment(trainer.batch)
    start, experiment = segment.start, segment.experiment
    state = State(experiment.sizes, experiment.training.optimizer, flat=start.state)
    fresh = random_state(experiment.initial)
    drawn = draw_parameters(experiment, fresh).flat
    is_drawn = experiment.parameters is None and drawn.tobytes() == state.parameters.flat.tobytes()
    if not is_drawn:
        fresh = random_state(experiment.initial)
    batches = trainer.batch + trainer.batch_complete - start.batch
    whole, rest = divmod(start.index + batches, experiment.batches) if batches else (0, 0)
    return Run(
        plan=trainer.plan,
        state=state,
        drawn=is_drawn,
        random=None if _are_equal(start.random, fresh.get_state(legacy=False)) else start.random,
        epoch=start.epoch,
        index=start.index,
        epochs=whole if epochs is None else epochs,
        rest=rest if epochs is None else 0,
    )


def _are_equal(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return (
        one["state"]["pos"] == other["state"]["pos"]
        and (one["has_gauss"], one["gauss"]) == (other["has_gauss"], other["gauss"])
        and np.array_equal(one["state"]["key"], other["state"]["key"])
    )
