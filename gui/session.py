"""The session: the one owner of the experiment and its training, and the only thing that changes them."""

from collections.abc import Callable, Mapping
from enum import Flag, auto
from functools import partial
from math import inf
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.datasets import article_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment
from core.kernels import Array
from core.operations import Axis
from core.training import Trainer
from gui.text import count_text

Place = Mapping[Axis, int]


class Change(Flag):
    """What a panel may have to show anew."""

    EXPERIMENT = auto()  # data, network, settings: there is another plan
    POSITION = auto()  # epoch, cursor, and with them parameters and results
    HISTORY = auto()  # the losses
    SAMPLE = auto()  # which sample is looked at
    POINTED = auto()  # what the pointer is on
    RUNNING = auto()  # whether it trains by itself


FIRST_SAMPLE = 1  # of XOR the first that asks for a 1, and the one the article's run never learns
EVERYTHING = ~Change(0)
MOVED = Change.POSITION | Change.HISTORY


class Session(QObject):
    """One learner's work: a run, the sample looked at, and what the pointer is on.

    Methods are intents; `changed` tells the facts. `announced` carries a sentence for the status line. `moved_by_hand`
    says that the learner goes to a moment to look at it, so that what runs by itself gives way.
    """

    changed = Signal(Change)
    announced = Signal(str)
    moved_by_hand = Signal()

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trainer = Trainer(experiment or article_experiment())
        self.sample: int | None = FIRST_SAMPLE if self.experiment.data.samples > FIRST_SAMPLE else None
        self.pointed: Place = {}
        self.running = False
        self._planned = self.trainer.plan
        self._samples: tuple[Experiment, Evaluation] | None = None

    @property
    def experiment(self) -> Experiment:
        """The experiment that holds in the batch that is shown."""
        return self.trainer.experiment

    @property
    def row(self) -> int | None:
        """In which row of the batch that is shown the sample looked at is; None where it is none, or not in it."""
        engine = self.trainer.engine
        return None if self.sample is None else engine.batches.row_of(engine.index, self.sample)

    def outputs(self) -> Array:
        """Return what the network answers with the parameters as they are now, shape (samples, outputs)."""
        if self._samples is None or self._samples[0] is not self.experiment:
            self._samples = self.experiment, Evaluation(self.experiment)
        return self._samples[1].outputs(self.trainer.plan.parameters)

    def edit(self, experiment: Experiment) -> None:
        """Let another experiment hold from here on, and say so."""
        if experiment == self.experiment:
            return
        epoch = self.trainer.epoch
        if self.trainer.edit(experiment):
            self.announced.emit(self.tr("A new run begins from seed {seed}.").format(seed=experiment.initial.seed))
        elif epoch or self.trainer.cursor:
            self.announced.emit(
                self.tr("This holds from epoch {epoch} on; training goes on.").format(epoch=count_text(epoch))
            )
        self._moved()

    def set_training(self, **settings: Any) -> None:
        """Change training settings, named as in core.experiment.Training."""
        self.edit(self.experiment.with_training(**settings))

    def set_learning_rate(self, rate: float) -> None:
        """Change the learning rate."""
        self.edit(self.experiment.with_learning_rate(rate))

    def step(self) -> None:
        """Do one operation."""
        self._by_hand(self.trainer.step)

    def step_phase(self) -> None:
        """Do the operations up to the end of the phase."""
        self._by_hand(self.trainer.step_phase)

    def step_back(self) -> None:
        """Undo one operation, also into the epoch before."""
        self._by_hand(self.trainer.step_back)

    def go_to(self, cursor: int) -> None:
        """Go to where `cursor` operations of this batch are done."""
        self._by_hand(partial(self.trainer.go_to, cursor))

    def run_epoch(self) -> None:
        """Complete one epoch."""
        self._by_hand(partial(self.trainer.run, 1))

    def seek(self, epoch: int) -> None:
        """Go to where `epoch` epochs are complete."""
        self._by_hand(partial(self.trainer.seek, epoch))

    def return_to(self, batch: int) -> None:
        """Go to the start of a batch of the past, with the settings that hold in it."""
        self._by_hand(partial(self.trainer.return_to, batch))

    def reset(self) -> None:
        """Begin the run again from the same initial parameters."""
        self._by_hand(self.trainer.reset)

    def run_for(self, seconds: float, goal: float = inf) -> bool:
        """Train for about `seconds`, up to `goal` complete epochs; return whether there is more to do.

        Stretches of epochs double until they fill the time, so that no clock is read in the training loop.
        """
        start, first = perf_counter(), self.trainer.epoch
        stretch, goes_on = 1, True
        while goes_on and self.trainer.epoch < goal and (elapsed := perf_counter() - start) < seconds:
            each = elapsed / max(1, self.trainer.epoch - first)
            fitting = (seconds - elapsed) / each
            wanted = int(max(1, min(stretch, fitting, goal - self.trainer.epoch)))
            goes_on = self.trainer.run(wanted) == wanted and not self.trainer.stopped
            stretch *= 2
        self._moved()
        return goes_on and self.trainer.epoch < goal

    def set_running(self, running: bool) -> None:
        """Say whether training goes on by itself; single steps are then not worth showing."""
        if running != self.running:
            self.running = running
            self.changed.emit(Change.RUNNING)

    def select_sample(self, sample: int | None) -> None:
        """Look at one sample, or, with None, at the whole batch."""
        if sample != self.sample:
            self.sample = sample
            self.changed.emit(Change.SAMPLE)

    def point_at(self, place: Place) -> None:
        """Say what the pointer is on: for each axis, which of its rows or columns. Empty: on nothing."""
        if place != self.pointed:
            self.pointed = place
            self.changed.emit(Change.POINTED)

    def _by_hand(self, act: Callable[[], object]) -> None:
        self.moved_by_hand.emit()
        act()
        self._moved()

    def _moved(self) -> None:
        change = MOVED
        if self.trainer.plan is not self._planned:
            self._planned = self.trainer.plan
            change |= Change.EXPERIMENT
            self.pointed = {}
            if self.sample is not None and self.sample >= self.experiment.data.samples:
                self.sample = None
                change |= Change.SAMPLE
        self.changed.emit(change)
