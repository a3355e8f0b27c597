"""Runs that end by themselves, begin from given parameters, or are edited by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import article_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, Stop
from core.given_parameters import GivenParameters
from core.history import LOSS
from core.operations import Role
from core.optimizers import Momentum
from core.schedules import StepDecay
from core.training import Trainer
from tests.core.plans import everything_seen
from tests.core.strategies import experiments, values

ARTICLE = article_experiment()
PAIRS = ARTICLE.with_training(batch_size=3, shuffle=True, optimizer=Momentum(learning_rate=0.05))


def stopping(**conditions: float) -> Experiment:
    return ARTICLE.with_learning_rate(2.0).with_training(stop=Stop(**conditions))  # type: ignore[arg-type]


def test_a_run_stops_after_so_many_epochs_but_goes_on_when_asked_again() -> None:
    trainer = Trainer(stopping(epochs=7))
    assert not trainer.stopped
    assert trainer.run(100) == 7
    assert trainer.stopped
    assert trainer.run(100) == 1
    trainer.step()
    assert not trainer.stopped


@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_run_stops_after_the_first_epoch_whose_loss_is_low_enough(batch_size: int | None) -> None:
    experiment = stopping().with_training(batch_size=batch_size)
    free = Trainer(experiment)
    free.run(1000)
    losses = [free.timeline.history.at(LOSS, epoch)[0] for epoch in range(1000)]
    limit = losses[3] / 2 + min(losses) / 2
    trainer = Trainer(experiment.with_training(stop=Stop(loss_below=limit)))
    assert trainer.run(1000) == next(epoch for epoch, loss in enumerate(losses) if loss < limit) + 1


def test_a_run_stops_when_all_samples_are_answered_rightly() -> None:
    trainer = Trainer(stopping(accuracy=1.0).with_seed(1))
    completed = trainer.run(5000)
    assert 0 < completed < 5000
    evaluation = Evaluation(trainer.experiment)

    def right() -> bool:
        answers = evaluation.outputs(trainer.plan.parameters) > 0.5
        return answers.ravel().tolist() == [False, True, True, False]

    assert right()
    trainer.seek(completed - 1)
    assert not right()


def test_there_is_no_stop_for_an_accuracy_of_what_is_no_class() -> None:
    experiment = stopping(accuracy=0.0)
    assert Trainer(experiment).run(5) == 1
    assert Trainer(experiment.with_data(experiment.data.with_value(0, 2, 0.5))).run(5) == 5


def test_stop_conditions_do_not_hold_up_a_seek() -> None:
    trainer = Trainer(stopping(epochs=7))
    trainer.seek(20)
    assert trainer.epoch == 20
    free = Trainer(stopping())
    free.run(20)
    np.testing.assert_array_equal(trainer.plan.state.flat, free.plan.state.flat)


def test_given_parameters_start_the_run() -> None:
    given_ones = GivenParameters((((1.0, 2.0), (3.0, 4.0)), ((5.0,), (6.0,))), ((7.0, 8.0), (9.0,)))
    experiment = Experiment(ARTICLE.data, ARTICLE.layers, parameters=given_ones)
    trainer = Trainer(experiment)
    assert trainer.plan.before.flat.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    trainer.run(5)
    trainer.seek(0)
    assert trainer.plan.parameters.flat.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_the_learning_rate_that_is_shown_is_that_of_the_epoch() -> None:
    trainer = Trainer(ARTICLE.with_training(schedule=StepDecay(every=2, factor=0.5), batch_size=2))
    rates = []
    for _ in range(5):
        trainer.run(1)
        update = trainer.plan.operations[trainer.plan.place(Role.WEIGHT_UPDATE, 1) or 0]
        rates.append(update.operands[1].values.item())
    assert rates == [0.1, 0.1, 0.05, 0.05, 0.025]


@given(experiments(), st.integers(0, 6), st.integers(0, 30), values)
def test_a_parameter_set_by_hand_holds_from_there_and_is_found_again(
    experiment: Experiment, epochs: int, cursor: int, value: float
) -> None:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    trainer.go_to(min(cursor, len(trainer.plan.operations)))
    state = trainer.plan.parameters if trainer.batch_complete else trainer.plan.before
    changed = state.flat.copy()
    changed[0] = value
    assert not trainer.edit(trainer.experiment, changed)
    batch = trainer.batch
    np.testing.assert_array_equal(trainer.plan.before.flat, changed)
    trainer.run(3)
    before = everything_seen(trainer)
    trainer.seek(0)
    trainer.seek(before[0] if isinstance(before[0], int) else 0)
    if not trainer.diverged:
        assert everything_seen(trainer) == before
        trainer.return_to(batch)
        np.testing.assert_array_equal(trainer.plan.before.flat, changed)


@given(st.integers(0, 12), st.integers(0, 12))
def test_seeking_across_edits_is_running_across_them(target: int, away: int) -> None:
    edits = [
        PAIRS.with_learning_rate(0.5),
        PAIRS.with_training(batch_size=1),
        PAIRS.with_data(PAIRS.data.with_sample(1)),
        ARTICLE,
    ]

    def run(epochs: int) -> Trainer:
        trainer = Trainer(PAIRS)
        for number, edited in enumerate(edits):
            trainer.run(2)
            trainer.step()
            if number % 2:
                trainer.run(1)
            trainer.edit(edited)
        trainer.seek(epochs)
        return trainer

    trainer = run(away)
    trainer.seek(target)
    assert everything_seen(trainer) == everything_seen(run(target))
    assert trainer.epoch_of(trainer.batch) == trainer.epoch - trainer_is_done(trainer)


def trainer_is_done(trainer: Trainer) -> bool:
    return trainer.batch_complete and trainer.batch_of_epoch == trainer.experiment.batches - 1


@given(experiments(), st.integers(0, 5), st.integers(0, 30))
def test_a_run_is_resumed_where_another_one_stood(experiment: Experiment, epochs: int, cursor: int) -> None:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    trainer.go_to(min(cursor, len(trainer.plan.operations)))
    resumed = Trainer.resumed(trainer.timeline, *trainer.standing())
    assert everything_seen(resumed) == everything_seen(trainer)
    trainer.run(2)
    resumed.run(2)
    assert everything_seen(resumed) == everything_seen(trainer)


def test_the_short_last_batch_is_shown_with_its_samples() -> None:
    trainer = Trainer(PAIRS)
    trainer.run(1)
    assert (trainer.batch, trainer.batch_of_epoch, trainer.epoch) == (1, 1, 1)
    assert len(trainer.sample_numbers) == trainer.plan.samples == 1
    trainer.step_back()
    trainer.return_to(0)
    first = trainer.sample_numbers
    assert len(first) == 3
    data = np.array(PAIRS.data.inputs)
    np.testing.assert_array_equal(trainer.plan.inputs.values, data[first])
