"""The session: the one owner of the experiment and its training, and the only thing that changes them."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from enum import Flag, auto
from functools import partial
from math import inf
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.datasets import article_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, ParameterIndex
from core.kernels import Array
from core.operations import Axis
from core.training import Trainer
from gui.edits import Edit, Held, ParameterValue, forked, last_epoch, looks_back, parameters_to_edit, put
from gui.pins import MOST_PINS, Pin, free_name, with_pin
from gui.replay import start_of_long_replay
from gui.stretches import Stretches
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
    MARKED = auto()  # units and edges that a finding points at
    PINS = auto()  # runs kept to be compared


FIRST_SAMPLE = 1  # of XOR the first that asks for a 1, and the one the article's run never learns
EVERYTHING = ~Change(0)
MOVED = Change.POSITION | Change.HISTORY
FEWEST_EPOCHS_KEPT = 10  # a shorter curve is not worth comparing
MOST_EDITS = 100  # that can be taken back


class Session(QObject):
    """One learner's work: a run, the edits that led to it, the sample looked at, and what the pointer is on.

    Methods are intents; `changed` tells the facts, and `edited` that an edit was made or taken back. `announced`
    carries a sentence for the status line. `moved_by_hand` says that the learner goes to a moment to look at it: what
    runs by itself then gives way. `run_wanted` carries an epoch that is only reached by a run.

    An edit is one step of `undo_stack` and holds from the moment shown on. One that needs another run, or that is made
    in the past of a recorded one, leaves the old run as it was: it comes back when the edit is undone.
    """

    changed = Signal(Change)
    edited = Signal()
    announced = Signal(str)
    run_wanted = Signal(object)
    moved_by_hand = Signal()

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trainer = Trainer(experiment or article_experiment())
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_EDITS)
        self.undo_stack.indexChanged.connect(self.edited)
        self.sample: int | None = FIRST_SAMPLE if self.experiment.data.samples > FIRST_SAMPLE else None
        self.pointed: Place = {}
        self.marked: tuple[Place, ...] = ()
        self.pins: tuple[Pin, ...] = ()
        self.running = False
        self._planned = self.trainer.plan
        self._stretches = Stretches()
        self._samples: tuple[Experiment, Evaluation] | None = None

    @property
    def experiment(self) -> Experiment:
        """The experiment that holds in the batch that is shown."""
        return self.trainer.experiment

    @property
    def last_epoch(self) -> int:
        """How many epochs of the run are recorded; more than are complete where the past is looked at."""
        return last_epoch(self.trainer)

    @property
    def looks_back(self) -> bool:
        """Whether the run has gone on from the moment that is shown."""
        return looks_back(self.trainer)

    @property
    def row(self) -> int | None:
        """In which row of the batch that is shown the sample looked at is; None where it is none, or not in it."""
        return None if self.sample is None else self.row_of(self.sample)

    def row_of(self, sample: int) -> int | None:
        """Return in which row of the batch that is shown a sample of the data is, or None."""
        engine = self.trainer.engine
        return engine.batches.row_of(engine.index, sample)

    def sample_in(self, row: int) -> int | None:
        """Return which sample of the data is in a row of the batch that is shown, or None where it has no such row."""
        numbers = self.trainer.sample_numbers
        return numbers[row] if 0 <= row < len(numbers) else None

    def outputs(self) -> Array:
        """Return what the network answers with the parameters as they are now, shape (samples, outputs)."""
        if self._samples is None or self._samples[0] is not self.experiment:
            self._samples = self.experiment, Evaluation(self.experiment)
        return self._samples[1].outputs(self.trainer.plan.parameters)

    def parameter(self, index: ParameterIndex) -> float:
        """Return a weight or bias as an edit would find it."""
        return parameters_to_edit(self.trainer).value(index)

    def edit(self, experiment: Experiment, name: str, merge: Hashable | None = None) -> None:
        """Let another experiment hold from here on. `name` is what the edit is called.

        Edits that follow one another with the same `merge` key, such as the moves of a slider, are one.
        """
        if experiment != self.experiment:
            self._push(name, experiment, merge)

    def use(self, experiment: Experiment, name: str) -> None:
        """Begin a new run with a whole other experiment."""
        self._push(name, Trainer(experiment))

    def set_training(self, name: str, merge: Hashable | None = None, **settings: Any) -> None:
        """Change training settings, named as in core.experiment.Training."""
        self.edit(self.experiment.with_training(**settings), name, merge)

    def set_learning_rate(self, rate: float, merge: Hashable | None = None) -> None:
        """Change the learning rate."""
        self.edit(self.experiment.with_learning_rate(rate), self.tr("Change the learning rate"), merge)

    def set_parameter(self, index: ParameterIndex, value: float, merge: Hashable | None = None) -> None:
        """Set a weight or bias by hand; the batch is computed anew."""
        if value != self.parameter(index):
            name = self.tr("Set a bias") if index.before is None else self.tr("Set a weight")
            self._push(name, ParameterValue(index, value), merge)

    def freeze(self, indices: Collection[ParameterIndex], frozen: bool) -> None:
        """Keep training from changing some parameters, or let it change them again."""
        name = self.tr("Freeze parameters") if frozen else self.tr("Free parameters")
        self.edit(self.experiment.with_frozen(indices, frozen), name)

    def branch(self) -> None:
        """Go another way from here: the run's future is forgotten, and its curve is kept."""
        run = forked(self.trainer)
        run.edit(self.experiment)
        self._push(self.tr("Branch at epoch {epoch}").format(epoch=count_text(self.trainer.epoch)), run)

    def open(self, trainer: Trainer) -> None:
        """Go on with another run, from where it stands; there is nothing to take back."""
        self.undo_stack.clear()
        self.trainer, self.pins = trainer, ()
        self.moved_by_hand.emit()
        self._moved(MOVED | Change.PINS)

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
        """Go to where `epoch` epochs are complete, or to where a run to there begins, which is then asked for."""
        start = start_of_long_replay(self.trainer, epoch)
        if start is None:
            self._by_hand(partial(self.trainer.seek, epoch))
        else:
            self.return_to(start)
            self.run_wanted.emit(epoch)

    def return_to(self, batch: int) -> None:
        """Go to the start of a batch of the past, with the settings that hold in it."""
        self._by_hand(partial(self.trainer.return_to, batch))

    def reset(self) -> None:
        """Begin the run again from the same initial parameters; undoing it brings the old run back."""
        if self.last_epoch or self.trainer.cursor:
            self.moved_by_hand.emit()
            self._push(self.tr("Reset"), Trainer(self.experiment))

    def run_for(self, seconds: float, goal: float = inf) -> bool:
        """Train for about `seconds`, up to `goal` complete epochs; return whether there is more to do."""
        goes_on = self._stretches.run(self.trainer, seconds, goal)
        self._moved()
        return goes_on

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

    def mark(self, places: Sequence[Place]) -> None:
        """Mark units and edges that a finding points at."""
        if tuple(places) != self.marked:
            self.marked = tuple(places)
            self.changed.emit(Change.MARKED)

    def pin(self, name: str = "") -> None:
        """Keep the run's curves as they are now, to be compared with others."""
        before = self.pins
        self._set_pins(with_pin(before, Pin.of(self.trainer, name or self._free_name())))
        for lost in set(before) - set(self.pins):
            self.announced.emit(self.tr("“{name}” made room: {n} runs are kept.").format(name=lost.name, n=MOST_PINS))

    def unpin(self, pin: Pin) -> None:
        """Keep a run's curves no longer."""
        self._set_pins(tuple(kept for kept in self.pins if kept is not pin))

    def rename_pin(self, pin: Pin, name: str) -> None:
        """Call a kept run otherwise."""
        self._set_pins(tuple(replace(kept, name=name) if kept is pin else kept for kept in self.pins))

    def _set_pins(self, pins: tuple[Pin, ...]) -> None:
        if pins != self.pins:
            self.pins = pins
            self.changed.emit(Change.PINS)

    def _push(self, name: str, held: Held, merge: Hashable | None = None) -> None:
        self.undo_stack.push(Edit(name, held, self._swap, merge))

    def _free_name(self) -> str:
        return free_name(self.tr("Run {number}"), self.pins)

    def _swap(self, held: Held) -> Held:
        """Put settings, a parameter's value or a run in place; return what puts back what was there."""
        left, left_at = self.trainer, self.last_epoch
        self.trainer, displaced = put(left, held)
        if self.trainer is left:
            sentence = self.tr("This holds from epoch {epoch} on; training goes on.") if left_at or left.cursor else ""
        elif self.last_epoch:
            sentence = self.tr("Another run takes its place, at epoch {epoch}; the curve of the old one is kept.")
        else:
            sentence = self.tr("A new run begins from seed {seed}.")
        if sentence and displaced != held:
            seed = self.experiment.initial.seed
            self.announced.emit(sentence.format(epoch=count_text(self.trainer.epoch), seed=seed))
        self._moved(MOVED if self.trainer is left else MOVED | self._keep_curve(left))
        return displaced

    def _keep_curve(self, left: Trainer) -> Change:
        """Lay the run that gave way aside and pin its curve; the one that came back needs no pin any more."""
        left.timeline.rest()
        pins = self.pins
        if last_epoch(left) >= FEWEST_EPOCHS_KEPT:
            pins = with_pin(pins, Pin.of(left, self._free_name(), automatic=True))
        self.pins = tuple(pin for pin in pins if pin.history is not self.trainer.timeline.history)
        return Change.PINS

    def _by_hand(self, act: Callable[[], object]) -> None:
        self.moved_by_hand.emit()
        act()
        self._moved()

    def _moved(self, change: Change = MOVED) -> None:
        if self.trainer.plan is not self._planned:
            if self._planned.experiment.sizes != self.experiment.sizes:
                self.marked = ()
                change |= Change.MARKED
            self._planned = self.trainer.plan
            change |= Change.EXPERIMENT
            self.pointed = {}
            if self.sample is not None and self.sample >= self.experiment.data.samples:
                self.sample = None
                change |= Change.SAMPLE
        self.changed.emit(change)
