"""The run so far: what a file keeps of it, and the trainer that goes on from there."""

from itertools import pairwise
from typing import Any

from msgspec.structs import asdict, replace

from core.batches import Batches
from core.experiment import Experiment
from core.files.document import (
    MomentValues,
    Network,
    RandomValues,
    ReadingValues,
    RunValues,
    SegmentValues,
)
from core.files.values import (
    first_random,
    from_history,
    from_moment,
    from_number,
    to_history,
    to_measured,
    to_number,
    to_optimizer,
    to_parameters,
    to_random,
)
from core.network import State
from core.plan import Plan
from core.text import RefusalError, translatable
from core.timeline import Moment, Segment, Timeline
from core.training import Trainer

PLACE = ".state"


def run_of(trainer: Trainer) -> RunValues:
    """Return all that a run needs to go on as if it had never stopped."""
    own, timeline = trainer.experiment, trainer.timeline
    moment, cursor, before = trainer.standing()
    random = first_random(own)
    segments = []
    for segment in timeline.segments:
        values, random = _moment_values(segment.start, segment.experiment, random)
        segments.append(SegmentValues(**asdict(values), **_differences(segment.experiment, own)))
    now, _ = _moment_values(moment, own, random)
    return RunValues(
        **asdict(now),
        cursor=cursor,
        reading_before=None if before is None else ReadingValues(*map(to_number, before)),
        segments=tuple(segments),
        history=to_history(timeline.history),
    )


def resumed(experiment: Experiment, run: RunValues) -> Trainer:
    """Return a trainer that stands where the one stood of which `run` was kept.

    Raises RefusalError, with the place in the file, where the run cannot have been one of `experiment`.
    """
    random = first_random(experiment)
    segments: list[Segment] = []
    for at, values in enumerate(run.segments):
        place = f"{PLACE}.segments[{at}]"
        held = _held(values, experiment, place)
        segments.append(Segment(from_moment(values, random, held, place), held))
        random = values.random or random
    _require_order(segments)
    now = from_moment(run, random, experiment, PLACE)
    history = from_history(run.history, f"{PLACE}.history")
    timeline = Timeline(segments, history)
    _require_place(now, timeline, experiment)
    samples = Batches(experiment).samples(now.index)
    if run.cursor > len(Plan(experiment, samples).operations):
        raise RefusalError(translatable("core", "A batch has not that many operations."), place=f"{PLACE}.cursor")
    if timeline.moment(now.batch).batch < now.batch:
        timeline.keep(now)
    before = run.reading_before
    reading = None if before is None else (from_number(before.loss), from_number(before.mean_squared_error))
    return Trainer.resumed(timeline, now, run.cursor, reading)


def _moment_values(moment: Moment, experiment: Experiment, random: RandomValues) -> tuple[MomentValues, RandomValues]:
    """Return a moment as a file has it, and its random numbers; `random` are those of the moment before."""
    state = State(experiment.sizes, experiment.training.optimizer, flat=moment.state)
    own = to_random(moment.random)
    values = MomentValues(
        batch=moment.batch,
        epoch=moment.epoch,
        index=moment.index,
        parameters=to_parameters(state.parameters),
        optimizer=to_optimizer(state),
        random=None if own == random else own,
        measured=to_measured(moment.measured),
    )
    return values, own


def _differences(held: Experiment, own: Experiment) -> dict[str, Any]:
    return {
        "data": None if held.data == own.data else held.data,
        "network": None if held.layers == own.layers else Network(held.layers),
        "training": None if held.training == own.training else held.training,
        "frozen": None if held.frozen == own.frozen else held.frozen,
    }


def _held(values: SegmentValues, own: Experiment, place: str) -> Experiment:
    """Return the experiment that held in a segment: `own` itself where nothing differs."""
    if all(part is None for part in (values.data, values.network, values.training, values.frozen)):
        return own
    try:
        held = replace(
            own,
            data=values.data or own.data,
            layers=values.network.layers if values.network else own.layers,
            training=values.training or own.training,
            frozen=own.frozen if values.frozen is None else values.frozen,
        )
    except RefusalError as refusal:
        raise RefusalError(refusal.template, place=place + refusal.place, **refusal.values) from None
    if not held.starts_like(own):
        raise RefusalError(translatable("core", "The network of a run keeps its shape."), place=place)
    return held


def _require_order(segments: list[Segment]) -> None:
    if not segments or (segments[0].start.batch, segments[0].start.epoch, segments[0].start.index) != (0, 0, 0):
        raise RefusalError(
            translatable("core", "A run begins with batch 0, epoch 0 and index 0."), place=f"{PLACE}.segments"
        )
    for at, (before, after) in enumerate(pairwise(segments), 1):
        start = after.start
        # An edit that changes the batches has their epoch begin anew.
        if start.batch <= before.start.batch or not (
            _is_at(before, start) or (start.index == 0 and before.epoch_of(start.batch) == start.epoch)
        ):
            raise RefusalError(
                translatable("core", "Batch, epoch and index do not follow from the segment before."),
                place=f"{PLACE}.segments[{at}]",
            )


def _require_place(now: Moment, timeline: Timeline, experiment: Experiment) -> None:
    segment = timeline.segment(now.batch)
    if segment.experiment != experiment:
        raise RefusalError(
            translatable("core", "The segment this batch belongs to must have the file’s own experiment."),
            place=f"{PLACE}.batch",
        )
    if not _is_at(segment, now):
        raise RefusalError(
            translatable("core", "Batch, epoch and index do not follow from the segment before."),
            place=f"{PLACE}.batch",
        )
    if timeline.history.length < now.epoch:
        raise RefusalError(
            translatable("core", "The epochs before this one are missing."), place=f"{PLACE}.history.length"
        )


def _is_at(segment: Segment, moment: Moment) -> bool:
    """Say whether a moment's batch, epoch and index are those to which `segment` leads."""
    epoch = segment.epoch_of(moment.batch)
    return (epoch, moment.batch - segment.batch_of(epoch)) == (moment.epoch, moment.index)
