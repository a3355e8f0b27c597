import pytest

from core.experiment import Experiment, Initial
from core.export.run import Run, run_of
from core.training import Trainer
from tests.core.export.runs import ARTICLE, RUNS, after_batches, experiment, given, trained


def test_a_fresh_run_is_drawn_and_does_nothing() -> None:
    run = run_of(Trainer(experiment()))
    assert (run.drawn, run.random, run.epoch, run.index, run.epochs, run.rest) == (True, None, 0, 0, 0, 0)
    assert not run.does_anything
    assert run.cuts_epochs
    assert run.shuffles


def test_epochs_and_batches_are_counted() -> None:
    run = run_of(after_batches(trained(experiment(), 3), 2))
    assert (run.epochs, run.rest) == (3, 2)
    assert run_of(trained(ARTICLE, 7)).epochs == 7


def test_a_batch_that_is_partly_done_is_left_out() -> None:
    trainer = after_batches(Trainer(experiment()), 1)
    trainer.step()
    run = run_of(trainer)
    assert (run.epochs, run.rest) == (0, 1)


def test_another_number_of_epochs_takes_the_place_of_the_trainers() -> None:
    run = run_of(after_batches(trained(experiment(), 3), 2), epochs=9)
    assert (run.epochs, run.rest) == (9, 0)


def test_a_run_begins_where_the_experiment_began_to_hold() -> None:
    run = run_of(RUNS["optimizer switched"]())
    assert (run.drawn, run.epoch, run.index, run.epochs, run.rest) == (False, 3, 2, 2, 1)
    assert run.random is not None


def test_an_edit_in_the_middle_of_an_epoch_does_nothing_by_itself() -> None:
    trainer = after_batches(trained(experiment(), 3), 2)
    trainer.edit(trainer.experiment.with_learning_rate(0.5))
    run = run_of(trainer)
    assert (run.epoch, run.index, run.epochs, run.rest) == (3, 2, 0, 0)
    assert not run.does_anything


def test_before_the_last_edit_the_experiment_of_then_counts() -> None:
    run = run_of(RUNS["gone back"]())
    assert run.drawn
    assert (run.epoch, run.epochs) == (0, 4)


@pytest.mark.parametrize(
    ("start", "drawn"),
    [(experiment(), True), (given(experiment()), False), (experiment(initial=Initial("zeros")), True)],
)
def test_parameters_are_drawn_unless_they_are_given(start: Experiment, drawn: bool) -> None:
    run = run_of(trained(start, 2))
    assert run.drawn == drawn
    assert run.random is None


def test_random_numbers_that_are_not_those_after_the_start_are_kept() -> None:
    run: Run = run_of(RUNS["parameters set"]())
    assert not run.drawn
    assert run.random is not None
