import math
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.adaptive_optimizers import Adam
from core.datasets import preset_experiment
from core.experiment import Experiment, Initial, Layer, ParameterIndex
from core.files.reading import loads
from core.files.state import resumed, run_of
from core.files.writing import dumps
from core.network import Parameters
from core.optimizers import OPTIMIZERS
from core.text import RefusalError
from core.training import Trainer
from tests.core.files.runs import ARTICLE, Action, actions, cells, diverging, experiments, run

SHUFFLED = ARTICLE.with_training(optimizer=Adam(), batch_size=3, shuffle=True)


def again(trainer: Trainer) -> Trainer:
    return loads(dumps(trainer)).trainer()


def assert_alike(one: Trainer, other: Trainer) -> None:
    """Both have come to the very same numbers, in the parameters, in what is shown and in what is kept."""
    assert one.experiment == other.experiment
    assert (one.epoch, one.batch, one.cursor, one.diverged) == (other.epoch, other.batch, other.cursor, other.diverged)
    assert one.plan.state.flat.tobytes() == other.plan.state.flat.tobytes()
    assert one.plan.state_before.flat.tobytes() == other.plan.state_before.flat.tobytes()
    assert np.array_equal(one.reading or (), other.reading or (), equal_nan=True)
    assert one.sample_numbers == other.sample_numbers
    assert dumps(one) == dumps(other)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(experiments(), st.lists(actions, max_size=5), st.lists(actions, max_size=4))
def test_a_run_that_was_saved_goes_on_as_if_it_had_never_stopped(
    experiment: Experiment, before: list[Action], after: list[Action]
) -> None:
    trainer = run(Trainer(experiment), *before)
    other = again(trainer)
    assert_alike(trainer, other)
    for do in after:
        assert_alike(run(trainer, do), run(other, do))


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
@pytest.mark.parametrize("steps", [0, 1, 7, 25, 64])
def test_every_optimizer_goes_on_from_the_middle_of_a_batch(name: str, steps: int) -> None:
    experiment = SHUFFLED.with_training(optimizer=OPTIMIZERS[name]())
    trainer = Trainer(experiment)
    trainer.run(5)
    for _ in range(steps):
        trainer.step()
    other = again(trainer)
    assert_alike(trainer, other)
    trainer.run(20)
    other.run(20)
    assert_alike(trainer, other)


@pytest.mark.parametrize("epoch", [0, 1, 31, 32, 33, 39])
def test_a_loaded_run_goes_back_to_any_epoch(epoch: int) -> None:
    trainer = Trainer(SHUFFLED)
    trainer.run(20)
    trainer.edit(trainer.experiment.with_learning_rate(0.5))
    trainer.run(20)
    other = again(trainer)
    trainer.seek(epoch)
    other.seek(epoch)
    assert_alike(trainer, other)
    other.seek(40)
    trainer.seek(40)
    assert_alike(trainer, other)


def test_parameters_set_by_hand_in_the_middle_stay() -> None:
    trainer = Trainer(SHUFFLED)
    trainer.run(3)
    trainer.step()
    trainer.edit(trainer.experiment, Parameters(SHUFFLED.sizes).flat + 0.5)
    other = again(trainer)
    trainer.seek(2)
    other.seek(2)
    trainer.run(6)
    other.run(6)
    assert_alike(trainer, other)


def test_a_diverged_run_stays_diverged() -> None:
    trainer = Trainer(diverging())
    trainer.run(100)
    assert trainer.diverged
    other = again(trainer)
    assert_alike(trainer, other)
    assert not other.step()
    assert_alike(run(trainer, Trainer.step_back), run(other, Trainer.step_back))


def test_parameters_that_are_not_finite_come_back() -> None:
    trainer = Trainer(ARTICLE)
    flat = np.array([math.nan, math.inf, -math.inf, *[0.5] * 6])
    trainer.edit(ARTICLE, flat)
    assert np.array_equal(again(trainer).plan.parameters.flat, flat, equal_nan=True)


def test_a_large_run_with_data_of_its_own_goes_on() -> None:
    trainer = Trainer(preset_experiment("rings"))
    trainer.run(3)
    for _ in range(30):
        trainer.step()
    other = again(trainer)
    trainer.run(2)
    other.run(2)
    assert_alike(trainer, other)


def test_random_numbers_are_written_where_they_change_only() -> None:
    assert b'"random"' not in dumps(run(Trainer(ARTICLE), lambda trainer: trainer.run(9)))
    assert dumps(run(Trainer(SHUFFLED), lambda trainer: trainer.run(9))).count(b'"random"') == 1


def segments_of(trainer: Trainer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = msgspec.json.decode(dumps(trainer))["state"]["segments"]
    return found


def test_a_segment_has_those_parts_only_that_differ() -> None:
    trainer = run(Trainer(ARTICLE), lambda trainer: trainer.run(2))
    assert not {"data", "network", "training"} & set(segments_of(trainer)[0])
    trainer.edit(ARTICLE.with_layer(0, Layer(2, "tanh")))
    first, second = segments_of(trainer)
    assert {"data", "network", "training"} & set(first) == {"network"}
    assert not {"data", "network", "training"} & set(second)
    trainer.edit(trainer.experiment.with_learning_rate(0.3))
    run(trainer, lambda trainer: trainer.run(2), cells)
    assert {"data", "network", "training"} <= set(segments_of(trainer)[0])


def test_what_was_frozen_belongs_to_its_segment() -> None:
    held = [ParameterIndex(1, 0, 1), ParameterIndex(2, 0)]
    trainer = run(Trainer(ARTICLE), lambda trainer: trainer.run(2))
    trainer.edit(ARTICLE.with_frozen(held, True))
    trainer.run(2)
    assert [segment.get("frozen") for segment in segments_of(trainer)] == [[], None]
    trainer.edit(ARTICLE)
    frozen = [{"layer": 1, "unit": 0, "before": 1}, {"layer": 2, "unit": 0}]
    assert [segment.get("frozen") for segment in segments_of(trainer)] == [None, frozen, None]
    other = again(trainer)
    other.seek(3)
    assert other.experiment.frozen == tuple(held)


def _two_segments() -> Trainer:
    trainer = Trainer(SHUFFLED)
    trainer.run(3)
    trainer.step()
    trainer.edit(SHUFFLED.with_learning_rate(0.5))
    trainer.run(2)
    return trainer


@pytest.mark.parametrize(
    ("keys", "value", "sentence"),
    [
        (("segments",), [], "$.state.segments: A run begins with batch 0, epoch 0 and index 0."),
        (("segments", 0, "epoch"), 1, "$.state.segments: A run begins with batch 0, epoch 0 and index 0."),
        (
            ("segments", 1, "epoch"),
            2,
            "$.state.segments[1]: Batch, epoch and index do not follow from the segment before.",
        ),
        (
            ("segments", 1, "batch"),
            0,
            "$.state.segments[1]: Batch, epoch and index do not follow from the segment before.",
        ),
        (
            ("segments", 1, "training", "loss"),
            "cross_entropy",
            None,
        ),
        (
            ("segments", 0, "training", "loss"),
            "hinge",
            "$.state.segments[0].training.loss: expected one of ",
        ),
        (
            ("segments", 0, "network"),
            {"layers": [{"units": 3}, {"units": 1}]},
            "$.state.segments[0]: The network of a run keeps its shape.",
        ),
        (
            ("segments", 0, "network"),
            {"layers": [{"units": 2}, {"units": 2}]},
            "$.state.segments[0].network.layers[1].units: The output layer needs one unit for each target.",
        ),
        (
            ("segments", 0, "frozen"),
            [{"layer": 2, "unit": 0, "before": 1}, {"layer": 2, "unit": 1}],
            "$.state.segments[0].frozen[1]: Layer 2 has no such weight or bias.",
        ),
        (
            ("segments", 1, "frozen"),
            [{"layer": 2, "unit": 0}],
            "$.state.batch: The segment this batch belongs to must have the file’s own experiment.",
        ),
        (("batch",), 7, "$.state.batch: Batch, epoch and index do not follow from the segment before."),
        (("batch",), 1, "$.state.batch: The segment this batch belongs to must have the file’s own experiment."),
        (("cursor",), 10**6, "$.state.cursor: A batch has not that many operations."),
        (("history",), {}, "$.state.history.length: The epochs before this one are missing."),
        (
            ("history", "length"),
            9,
            "$.state.history.loss.low: There must be a value for each of the 9 buckets, of up to 8192.",
        ),
        (
            ("parameters", "biases"),
            [[0.0]],
            "$.state.parameters.biases: The biases do not have the shapes of this network.",
        ),
        (("optimizer", "vectors"), [], "$.state.optimizer.vectors: The optimizer “adam” keeps other vectors: m, s."),
    ],
)
def test_a_state_that_does_not_fit_is_refused(keys: tuple[Any, ...], value: object, sentence: str | None) -> None:
    raw = msgspec.json.decode(dumps(_two_segments()))
    place = raw["state"]
    for key in keys[:-1]:
        place = place.setdefault(key, {}) if isinstance(place, dict) else place[key]
    place[keys[-1]] = value
    with pytest.raises(RefusalError) as refused:
        loads(msgspec.json.encode(raw))
    assert sentence is None or str(refused.value).startswith(sentence)


def test_a_run_of_another_experiment_is_refused() -> None:
    kept = run_of(run(Trainer(ARTICLE), lambda trainer: trainer.run(2)))
    with pytest.raises(RefusalError) as refused:
        resumed(ARTICLE.with_hidden_layer(0, Layer(2)), kept)
    assert refused.value.place == ".state.segments[0].parameters.weights"
    assert resumed(replace(ARTICLE, initial=Initial(seed=5)), kept).epoch == 2
