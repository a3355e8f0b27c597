"""Many runs at once are what each of them is by itself."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.clipping import ClippingByNorm, ClippingByValue
from core.data import Data
from core.datasets import article_experiment, preset_experiment
from core.evaluation import Evaluation
from core.experiment import Experiment, Initial, Layer, Stop, Training
from core.given_parameters import GivenParameters
from core.optimizers import OPTIMIZERS, Sgd
from core.regularizers import L1
from core.schedules import CosineDecay, StepDecay
from core.sweeps import stack
from core.sweeps.stack import LANES, stack_width, train_stack
from core.text import RefusalError
from core.training import Trainer
from tests.core.strategies import experiments

STUCK = [0, 6, 8, 11, 13, 24, 25, 30, 32, 36, 38]


def single(experiment: Experiment, seed: int, epochs: int) -> tuple[float, float]:
    """Return loss and mean squared error of a trainer's run, NaN where it diverges."""
    training = replace(experiment.training, stop=Stop())
    initial = replace(experiment.initial, seed=seed)
    trainer = Trainer(replace(experiment, initial=initial, training=training))
    if trainer.run(epochs) < epochs:
        return math.nan, math.nan
    evaluation = Evaluation(trainer.experiment)
    outputs = evaluation.outputs(trainer.plan.parameters)
    return evaluation.loss(outputs), evaluation.mean_squared_error(outputs)


def assert_like_singles(experiment: Experiment, seeds: Sequence[int], epochs: int) -> None:
    losses, errors = train_stack(experiment, seeds, epochs)
    wanted = np.array([single(experiment, seed, epochs) for seed in seeds])
    np.testing.assert_allclose(losses, wanted[:, 0], 1e-9, 1e-12)
    np.testing.assert_allclose(errors, wanted[:, 1], 1e-9, 1e-12)


def test_eleven_of_the_articles_first_forty_seeds_are_stuck() -> None:
    _, errors = train_stack(article_experiment(), range(40), 10_000)
    assert np.flatnonzero(errors >= 0.05).tolist() == STUCK
    assert np.count_nonzero(errors < 0.05) == 29


def test_the_articles_error_is_that_after_the_last_update() -> None:
    outputs = np.array([0.02474037, 0.49921517, 0.96965772, 0.50185449])
    losses, errors = train_stack(article_experiment(), [0], 10_000)
    squares = (outputs - [0, 1, 1, 0]) ** 2
    assert errors[0] == pytest.approx(np.mean(squares[[0, 1, 2, 3]]), abs=1e-7)
    assert losses[0] == pytest.approx(4 * errors[0], rel=1e-12)


@given(experiments(), st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=3), st.integers(1, 4))
def test_a_stack_is_its_runs(experiment: Experiment, seeds: list[int], epochs: int) -> None:
    losses, errors = train_stack(experiment, seeds, epochs)
    for at, seed in enumerate(seeds):
        loss, error = single(experiment, seed, epochs)
        assume(not math.isfinite(loss) or abs(loss) < 1e6)  # what grows beyond all bounds carries its rounding along
        if math.isfinite(loss):
            assert losses[at] == pytest.approx(loss, rel=1e-9, abs=1e-9)
            assert errors[at] == pytest.approx(error, rel=1e-9, abs=1e-9)
        else:
            assert not math.isfinite(losses[at])


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("name", ["circle", "rings"])
def test_shuffled_batches_with_a_short_last_one(name: str, optimizer: str) -> None:
    experiment = preset_experiment(name).with_training(
        optimizer=OPTIMIZERS[optimizer](learning_rate=0.01), batch_size=48, schedule=CosineDecay(epochs=5)
    )
    assert experiment.data.samples % 48
    assert experiment.training.shuffle
    assert_like_singles(experiment, [3, 1, 2**32 - 1], 3)


def test_batches_in_the_order_of_the_data() -> None:
    experiment = article_experiment().with_training(
        batch_size=3, reduction="mean", regularization=L1(), clipping=ClippingByNorm(0.1), schedule=StepDecay(every=2)
    )
    assert_like_singles(experiment, range(5), 20)


def test_given_parameters_are_those_of_all_runs_and_the_seed_shuffles() -> None:
    given_parameters = GivenParameters((((0.5, -0.5), (0.25, 1.0)), ((1.0,), (-1.0,))), ((0.0, 0.1), (0.2,)))
    experiment = replace(article_experiment(), parameters=given_parameters)
    losses, _ = train_stack(experiment, [1, 2], 10)
    assert losses[0] == losses[1]
    shuffled = experiment.with_training(shuffle=True, batch_size=1)
    losses, _ = train_stack(shuffled, [1, 2], 10)
    assert losses[0] != losses[1]
    assert_like_singles(shuffled, [1, 2], 10)


def test_a_stop_condition_is_not_heeded() -> None:
    experiment = article_experiment()
    stopping = experiment.with_training(stop=Stop(epochs=1))
    assert train_stack(stopping, [5], 50)[0] == train_stack(experiment, [5], 50)[0]


def growing(rate: float) -> Experiment:
    """One weight that the squared error of a linear unit throws further and further from its place."""
    data = Data(((1.0,),), ((1.0,),))
    return Experiment(data, (Layer(1, "linear"),), Training(optimizer=Sgd(learning_rate=rate)))


def test_a_diverged_run_is_not_finite_and_leaves_the_others_alone() -> None:
    given_best = replace(growing(1e200), parameters=GivenParameters((((1.0,),),), ((0.0,),)))
    losses, errors = train_stack(given_best, [0], 9)
    assert (losses[0], errors[0]) == (0.0, 0.0)
    losses, errors = train_stack(growing(1e200), range(3), 9)
    assert np.isnan(losses).all()
    assert np.isnan(errors).all()


def test_a_run_that_comes_back_after_its_loss_was_infinite_has_diverged_all_the_same() -> None:
    data = Data(((1e200,), (-1e200,)), ((0.0,), (0.0,)))
    experiment = Experiment(
        data,
        (Layer(1, "relu"), Layer(1, "relu")),
        Training(optimizer=Sgd(learning_rate=1e300), clipping=ClippingByValue(1.0)),
        Initial(scheme="constant"),
    )
    trainer = Trainer(experiment)
    assert trainer.run(3) == 0
    assert trainer.diverged
    assert np.isnan(train_stack(experiment, [0], 3)).all()


CHUNKED = {
    "article": article_experiment(),
    "wide": preset_experiment("xor").with_layer(0, Layer(17, "tanh")),
    "softmax": preset_experiment("rings"),
    "sine": preset_experiment("sine").with_layer(0, Layer(5, "sine")),
    "elu": preset_experiment("parity_3").with_layer(0, Layer(3, "elu")),
    "softplus": preset_experiment("parity_3").with_layer(0, Layer(3, "softplus")),
    "entropy": preset_experiment("moons"),
}


@pytest.mark.parametrize("name", CHUNKED)
def test_results_are_the_same_however_seeds_are_put_together(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment, epochs, seeds = CHUNKED[name], 3, list(range(45))
    whole = np.array(train_stack(experiment, seeds, epochs))
    assert np.isfinite(whole).all()
    for size in (1, 2, 7, 8, 31):
        parts = [train_stack(experiment, seeds[at : at + size], epochs) for at in range(0, len(seeds), size)]
        assert np.hstack(parts).tobytes() == whole.tobytes()
    monkeypatch.setattr(stack, "NUMBERS", 1)
    assert stack_width(experiment) == LANES
    assert np.array(train_stack(experiment, seeds, epochs)).tobytes() == whole.tobytes()


@given(experiments(), st.integers(1, 9))
def test_any_experiment_can_be_cut_anywhere(experiment: Experiment, at: int) -> None:
    seeds = range(10)
    whole = np.array(train_stack(experiment, seeds, 2))
    parts = np.hstack([train_stack(experiment, seeds[:at], 2), train_stack(experiment, seeds[at:], 2)])
    np.testing.assert_array_equal(parts, whole)


def test_no_seeds_are_no_runs() -> None:
    losses, errors = train_stack(article_experiment(), [], 5)
    assert losses.shape == errors.shape == (0,)


@pytest.mark.parametrize(("seeds", "epochs"), [([-1], 1), ([2**32], 1), ([0], 0)])
def test_what_is_no_seed_or_no_number_of_epochs_is_refused(seeds: list[int], epochs: int) -> None:
    with pytest.raises(RefusalError):
        train_stack(article_experiment(), seeds, epochs)
