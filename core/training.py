"""Training: a cursor that walks the plan, forward and back in time."""

import math

from core.engine import Engine, Reading
from core.experiment import Experiment
from core.kernels import Array
from core.network import State, draw_parameters, random_state
from core.operations import Operation, Role
from core.plan import Plan
from core.timeline import Moment, Segment, Timeline


class Trainer:
    """One run of an experiment.

    `cursor` is how many operations of the batch are done. After the last one the batch is complete and stays to be
    looked at; the next step begins another. Where the loss is NaN or infinite the trainer stands right after the loss,
    and does not go forward. `timeline` is the run's past; `engine` stands at the batch that is shown.
    """

    def __init__(self, experiment: Experiment) -> None:
        self._start(experiment)

    def _start(self, experiment: Experiment) -> None:
        random = random_state(experiment.initial)
        state = State(experiment.sizes, experiment.training.optimizer)
        state.parameters.flat[:] = draw_parameters(experiment, random).flat
        moment = Moment(0, 0, 0, state.flat, random.get_state(legacy=False))
        self.timeline = Timeline([Segment(moment, experiment)])
        self.engine = Engine(experiment)
        self._reading_before: Reading | None = None  # of the batch before
        self._stand_at(moment)

    @classmethod
    def resumed(cls, timeline: Timeline, moment: Moment, cursor: int, reading_before: Reading | None) -> "Trainer":
        """Return a trainer with the past `timeline` that stands where another one did, as its `standing` said."""
        trainer = cls.__new__(cls)
        trainer.timeline = timeline
        trainer.engine = Engine(timeline.segment(moment.batch).experiment)
        trainer._reading_before = reading_before
        trainer._stand_at(moment)
        trainer._forward_to(cursor)
        return trainer

    def standing(self) -> tuple[Moment, int, Reading | None]:
        """Return where it stands: the start of its batch, the cursor, and the reading of the batch before."""
        return self.engine.moment(), self.cursor, self._reading_before

    @property
    def plan(self) -> Plan:
        """The plan of the batch that is shown."""
        return self.engine.plan

    @property
    def experiment(self) -> Experiment:
        """The experiment that holds in the batch that is shown."""
        return self.engine.experiment

    @property
    def batch(self) -> int:
        """Which batch of the run is shown, from 0 on."""
        return self.engine.batch

    @property
    def batch_of_epoch(self) -> int:
        """Which batch of its epoch is shown, from 0 on."""
        return self.engine.index

    @property
    def sample_numbers(self) -> list[int]:
        """Which samples of the data the batch that is shown is made of, row by row."""
        return self.engine.batches.sample_numbers(self.engine.index)

    @property
    def epoch(self) -> int:
        """Number of complete epochs."""
        return self.engine.epoch + (self.batch_complete and self.engine.is_last)

    @property
    def batch_complete(self) -> bool:
        """Whether all operations of the batch are done."""
        return self.cursor == len(self.plan.operations)

    @property
    def operation(self) -> Operation | None:
        """The operation that was done last in this batch, or None at its start."""
        return self.plan.operations[self.cursor - 1] if self.cursor else None

    @property
    def diverged(self) -> bool:
        """Whether the loss of this batch is known and is NaN or infinite."""
        return self.cursor > self.plan.loss_index and not math.isfinite(self.plan.loss.item())

    @property
    def reading(self) -> Reading | None:
        """Loss and mean squared error of this batch, or of the one before where they are not computed yet."""
        return self._reading() if self.cursor > self.plan.loss_index else self._reading_before

    @property
    def loss(self) -> float | None:
        """The loss of this batch or, where it is not computed yet, of the batch before; None where there is none."""
        return self.reading[0] if self.reading else None

    def done(self, role: Role, layer: int) -> bool:
        """Say whether the operation with `role` in `layer` is done in this batch, so that its result can be shown."""
        place = self.plan.place(role, layer)
        return place is not None and place < self.cursor

    def step(self) -> bool:
        """Do one operation; return False where the run has diverged and cannot go on."""
        if self.diverged:
            return False
        if self.batch_complete:
            self._begin_next()
        self._forward_to(self.cursor + 1)
        return True

    def step_phase(self) -> bool:
        """Do the operations up to the end of the phase; return False where the run cannot go on."""
        if not self.step():
            return False
        operations = self.plan.operations
        phase = operations[self.cursor - 1].phase
        while not self.batch_complete and operations[self.cursor].phase is phase and self.step():
            pass
        return True

    def step_back(self) -> bool:
        """Undo one operation, also into the batch before; return False at the start of the run."""
        if self.cursor > 1 or (self.cursor == 1 and self.batch == 0):
            self.go_to(self.cursor - 1)
        elif self.batch:
            self._stand_at_end_of(self.batch - 1)
        else:
            return False
        return True

    def go_to(self, cursor: int) -> None:
        """Go to where `cursor` operations of this batch are done, forward or back.

        Raises ValueError where the batch has not that many.
        """
        if not 0 <= cursor <= len(self.plan.operations):
            raise ValueError(cursor)
        if cursor < self.cursor:
            self._back_to(cursor)
        elif not self.diverged:
            self._forward_to(cursor)

    def seek(self, epoch: int) -> None:
        """Go to where `epoch` epochs are complete; in the past, the very numbers of then.

        A run that diverges on the way to the future stays where it did; stop conditions do not hold it up.
        """
        if epoch <= 0:
            self.return_to(0)
        elif epoch <= max(self.engine.epoch, self.timeline.history.length):
            self._stand_at_end_of(self.timeline.batch_of(epoch) - 1)
        else:
            self._run_to_epoch(epoch)

    def return_to(self, batch: int) -> None:
        """Stand at the start of a batch of the past, with the experiment that holds in it."""
        if batch:
            self._stand_at_end_of(batch - 1)
            self._begin_next()
        else:
            self._reading_before = None
            self._stand_at(self.timeline.moment(0))

    def run(self, epochs: int) -> int:
        """Complete `epochs` epochs, the one that is under way among them; return how many were completed.

        Those are fewer where the loss is no longer finite, or where a stop condition holds after an epoch.
        """
        start, goal = self.epoch, self.epoch + epochs
        if not self.experiment.training.stop.is_set:
            self._run_to_epoch(goal)
        while self.epoch < goal and not self.diverged:
            self._run_to_epoch(self.epoch + 1)
            if self.stopped:
                break
        return self.epoch - start

    @property
    def stopped(self) -> bool:
        """Whether an epoch is complete after which a stop condition of the experiment holds."""
        return self.batch_complete and self.engine.is_last and self.engine.may_stop()

    def best_batch(self) -> int:
        """Return the batch with which the epoch of the lowest loss began, since the experiment of now began to hold."""
        start = self.timeline.segment(self.batch).start
        best = self.timeline.history.lowest_epoch(start.epoch)
        return start.batch if best is None else max(start.batch, self.timeline.batch_of(best))

    def epoch_of(self, batch: int) -> int:
        """Return to which epoch a batch of the past belongs."""
        return self.timeline.segment(batch).epoch_of(batch)

    def reset(self) -> None:
        """Begin the run again from the same initial parameters, with the experiment as it is now."""
        self._start(self.experiment)

    def edit(self, experiment: Experiment, parameters: Array | None = None) -> bool:
        """Let `experiment` hold from here on; return whether a new run had to be started for it.

        It holds from the start of the batch that is under way, which is computed anew up to the cursor, or from the
        next batch where this one is complete; so do `parameters` set by hand. Where it starts from other parameters a
        new run begins. Where an epoch is made of other batches now, it begins anew.
        """
        if not experiment.starts_like(self.experiment):
            self._start(experiment)
            return True
        reading_before = self._reading() if self.batch_complete else self._reading_before
        cursor = 0 if self.batch_complete else self.cursor
        moment = self.engine.moment_after() if self.batch_complete else self.engine.moment()
        if not experiment.has_batches_of(self.experiment):
            moment = Moment(moment.batch, moment.epoch, 0, moment.state, moment.random)
        moment = moment.converted(self.experiment, experiment, parameters)
        self._forget_from(moment)
        self.timeline.change(moment, experiment)
        self._stand_at(moment)
        self._reading_before = reading_before
        self._forward_to(min(cursor, len(self.plan.operations)))
        return False

    def _reading(self) -> Reading:
        return self.plan.loss.item(), self.plan.mean_squared_error()

    def _stand_at(self, moment: Moment) -> None:
        experiment = self.timeline.segment(moment.batch).experiment
        if experiment is not self.experiment:
            self.engine = Engine(experiment)
        self.engine.place(moment)
        self.cursor = 0

    def _stand_at_end_of(self, batch: int) -> None:
        """Stand where a batch of the past is complete; the batch before it is trained anew, too, for its loss."""
        self._reading_before = None
        self._stand_at(self.timeline.moment(max(0, batch - 1)))
        self._run_to_batch(batch + 1)

    def _begin_next(self) -> None:
        """Stand at the start of the next batch, with the experiment that holds in it."""
        self._reading_before = self._reading()
        batch = self.batch + 1
        start = self.timeline.segment(batch).start
        if start.batch == batch:
            self._stand_at(start)
            return
        self.engine.advance()
        self.cursor = 0
        if self.engine.index == 0 and self.timeline.is_due(self.engine.epoch, batch):
            self.timeline.keep(self.engine.moment())

    def _forward_to(self, cursor: int) -> None:
        while self.cursor < cursor and not self.diverged:
            self.plan.operations[self.cursor].execute()
            self.cursor += 1
        if self.batch_complete and self.engine.is_last:
            self.timeline.history.record(self.engine.epoch, [self.engine.measured_after()])

    def _back_to(self, cursor: int) -> None:
        """Go back in this batch. Only updates changed what others read, so only they are undone and done again."""
        self.plan.state.flat[:] = self.plan.state_before.flat
        for operation in self.plan.operations[self.plan.update_index : cursor]:
            operation.execute()
        self.cursor = cursor

    def _run_to_epoch(self, goal: int) -> None:
        """Complete epochs until there are `goal`, or the run diverges."""
        while self.epoch < goal and not self.diverged:
            segment = self.timeline.segment(self.batch + self.batch_complete)
            self._run_to_batch(min(segment.batch_of(goal), self.timeline.next_stop(self.batch + self.batch_complete)))

    def _run_to_batch(self, goal: int) -> None:
        """Complete batches until there are `goal`, or the run diverges."""
        while self.batch + self.batch_complete < goal and not self.diverged:
            if self.batch_complete:
                self._begin_next()
            if self.cursor:
                self._forward_to(len(self.plan.operations))
            else:
                self._run_batches(min(goal, self.timeline.next_stop(self.batch)) - self.batch)

    def _run_batches(self, count: int) -> None:
        """Complete this batch, from its start, and those after it, up to `count` in all."""
        epoch = self.engine.epoch
        completed, measured, reading_before = self.engine.run(count)
        self.cursor = len(self.plan.operations) if completed == count else self.plan.loss_index + 1
        self._reading_before = reading_before or self._reading_before
        self.timeline.history.record(epoch, measured)

    def _forget_from(self, moment: Moment) -> None:
        """Drop the recorded future. Losses that share a bucket with it are measured again."""
        known = self.timeline.truncate(moment.batch, moment.epoch)
        if known < moment.epoch:
            self.return_to(self.timeline.batch_of(known))
            self._run_to_batch(moment.batch)
