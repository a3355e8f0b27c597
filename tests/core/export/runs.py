"""Runs to be written as scripts: one for everything that can be set, and for every way a run can stand."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from msgspec.structs import replace

from core.adaptive_optimizers import Adagrad, Adam, RmsProp
from core.clipping import ClippingByNorm, ClippingByValue
from core.data import Data
from core.datasets import article_experiment
from core.experiment import Experiment, Initial, Layer, ParameterIndex, Training
from core.given_parameters import GivenParameters
from core.kernels import Array
from core.optimizer import Optimizer
from core.optimizers import Momentum, Nesterov, Sgd
from core.regularizers import L1, L2
from core.schedules import CosineDecay, ExponentialDecay, StepDecay
from core.training import Trainer

ARTICLE = article_experiment()


def scattered(samples: int, inputs: int, targets: int, seed: int = 3) -> Data:
    """Return random samples whose targets lie between 0 and 1 and add up to 1."""
    random = np.random.RandomState(seed)
    outputs = random.uniform(0.1, 1, (samples, targets))
    outputs /= outputs.sum(axis=1, keepdims=True)
    return Data(_rows(random.randn(samples, inputs)), _rows(outputs))


def _rows(values: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, values.tolist()))


SOME = scattered(13, 2, 3)
LAYERS = (Layer(5, "tanh"), Layer(3))
SEEDED = Initial(seed=5)


def experiment(*layers: Layer, data: Data = SOME, initial: Initial = SEEDED, **training: Any) -> Experiment:
    """Return an experiment with batches of 5, 5 and 3 samples, which are shuffled, unless something else is said."""
    settings = {"batch_size": 5, "shuffle": True, "reduction": "mean", **training}
    return Experiment(data, layers or LAYERS, Training(**settings), initial)


def trained(start: Experiment, epochs: int = 40) -> Trainer:
    """Return the trainer after some epochs."""
    trainer = Trainer(start)
    trainer.run(epochs)
    return trainer


def after_batches(trainer: Trainer, count: int) -> Trainer:
    """Complete so many more batches."""
    for _ in range(count):
        trainer.step()
        trainer.go_to(len(trainer.plan.operations))
    return trainer


OPTIMIZERS: list[Optimizer] = [
    Sgd(),
    Momentum(momentum=0.8),
    Momentum(momentum=0.0),
    Nesterov(),
    Nesterov(momentum=0.0),
    Adagrad(),
    RmsProp(learning_rate=0.01),
    Adam(learning_rate=0.01),
]


def held(optimizer: Optimizer) -> Trainer:
    """Return a run of one optimizer in which some parameters are frozen."""
    return trained(frozen(experiment(optimizer=optimizer)))


def optimized(optimizer: Optimizer) -> Trainer:
    """Return a run of one optimizer."""
    return trained(experiment(optimizer=optimizer))


def continued(optimizer: Optimizer) -> Trainer:
    """Return a run whose rate was changed in the middle of an epoch, in the middle of a batch."""
    trainer = after_batches(trained(experiment(optimizer=optimizer), 4), 1)
    for _ in range(4):
        trainer.step()
    trainer.edit(trainer.experiment.with_learning_rate(0.02))
    trainer.run(3)
    return trainer


def with_parameters_set() -> Trainer:
    """Return a run with parameters set by hand before its first batch, so that its random numbers were drawn."""
    trainer = Trainer(experiment())
    trainer.edit(trainer.experiment, trainer.plan.before.flat + 0.25)
    trainer.run(3)
    return trainer


def with_shuffling_again() -> Trainer:
    """Return a run from drawn parameters in which the random numbers are not those that follow them."""
    trainer = Trainer(experiment())
    trainer.edit(trainer.experiment.with_training(batch_size=4))
    trainer.run(3)
    return trainer


def with_optimizer_switched() -> Trainer:
    """Return a run that changed its optimizer in the middle of an epoch, and stands in the middle of another batch."""
    trainer = after_batches(trained(experiment(optimizer=Momentum()), 3), 2)
    trainer.edit(trainer.experiment.with_training(optimizer=Adam(learning_rate=0.01), schedule=StepDecay(2, 0.5)))
    after_batches(trainer, 5)
    trainer.step_phase()
    return trainer


def gone_back() -> Trainer:
    """Return a run that stands before its last edit."""
    trainer = trained(experiment(), 6)
    trainer.edit(trainer.experiment.with_training(optimizer=Adam()))
    trainer.run(2)
    trainer.seek(4)
    return trainer


def given(start: Experiment) -> Experiment:
    """Start from the experiment's own parameters, but given and not drawn."""
    parameters = Trainer(start).plan.before
    weights = tuple(_rows(array - 0.125) for array in parameters.weights)
    return replace(start, parameters=GivenParameters(weights, tuple(_rows(array)[0] for array in parameters.biases)))


def frozen(start: Experiment) -> Experiment:
    """Freeze a weight of each unit of the first layer, and the bias of the last unit."""
    layers, units = len(start.layers), start.layers[-1].units
    return start.with_frozen(
        [*(ParameterIndex(1, unit, unit % 2) for unit in range(start.sizes[1])), ParameterIndex(layers, units - 1)],
        True,
    )


def frozen_later(optimizer: Optimizer) -> Trainer:
    """Return a run in which some parameters were frozen on the way, in the middle of a batch, and one freed again."""
    trainer = after_batches(trained(experiment(optimizer=optimizer), 3), 1)
    trainer.step_phase()
    trainer.edit(frozen(trainer.experiment))
    after_batches(trainer, 4)
    trainer.edit(trainer.experiment.with_frozen([ParameterIndex(1, 0, 0)], False))
    trainer.run(3)
    return trainer


NAMED = replace(SOME, input_names=("left\n", "right"), target_names=("a", "b", "c"))
DEEP = tuple(Layer(8, name) for name in ("relu", "leaky_relu", "elu", "softplus", "sine", "linear", "tanh"))

RUNS: dict[str, Callable[[], Trainer]] = {
    **{f"optimizer {at}": partial(optimized, optimizer) for at, optimizer in enumerate(OPTIMIZERS)},
    **{f"continued {at}": partial(continued, optimizer) for at, optimizer in enumerate(OPTIMIZERS)},
    "L1": lambda: trained(experiment(regularization=L1(0.02))),
    "L2 and clipping by norm": lambda: trained(experiment(regularization=L2(0.02), clipping=ClippingByNorm(0.05))),
    "L1 and clipping by value": lambda: trained(experiment(regularization=L1(), clipping=ClippingByValue(0.01))),
    "Adam, clipping by norm": lambda: trained(experiment(optimizer=Adam(), clipping=ClippingByNorm(0.05))),
    "in steps": lambda: trained(experiment(schedule=StepDecay(3, 0.5))),
    "exponential": lambda: trained(experiment(schedule=ExponentialDecay(0.9), shuffle=False)),
    "cosine": lambda: trained(experiment(schedule=CosineDecay(30, 0.01), batch_size=None)),
    "softmax and cross-entropy": lambda: trained(
        experiment(Layer(6, "relu"), Layer(3, "softmax"), loss="cross_entropy")
    ),
    "binary cross-entropy": lambda: trained(experiment(loss="binary_cross_entropy", reduction="sum")),
    "deep": lambda: trained(
        experiment(*DEEP, Layer(3), loss="half_squared_error", initial=Initial("xavier_normal", 5))
    ),
    "one layer": lambda: trained(experiment(Layer(3, "linear"), loss="absolute_error", shuffle=False)),
    "features": lambda: trained(experiment(data=replace(NAMED, features=("x", "x_times_y", "sin_y")))),
    "features, no names": lambda: trained(experiment(data=replace(SOME, features=("y_squared",)))),
    "names": lambda: trained(experiment(data=NAMED, batch_size=None, shuffle=False)),
    "given parameters": lambda: trained(given(experiment())),
    "random biases": lambda: trained(
        experiment(initial=Initial("xavier_uniform", 7, -0.5, "uniform", -0.25), batch_size=None)
    ),
    "constant": lambda: trained(experiment(initial=Initial("constant", 7, 0.5, "constant", 0.1), shuffle=False)),
    "He": lambda: trained(experiment(initial=Initial("he_normal", 7, 2.0, "normal", 0.5))),
    **{f"frozen {at}": partial(held, optimizer) for at, optimizer in enumerate(OPTIMIZERS)},
    "frozen under L1": lambda: trained(frozen(experiment(regularization=L1(0.02), clipping=ClippingByNorm(0.05)))),
    "frozen under L2": lambda: trained(frozen(experiment(regularization=L2(0.02), batch_size=None))),
    "frozen later": partial(frozen_later, Nesterov()),
    "parameters set": with_parameters_set,
    "shuffling again": with_shuffling_again,
    "optimizer switched": with_optimizer_switched,
    "gone back": gone_back,
    "not begun": lambda: Trainer(experiment()),
    "middle of the first epoch": lambda: after_batches(Trainer(experiment()), 2),
    "many samples": lambda: trained(experiment(Layer(8, "tanh"), Layer(1), data=scattered(120, 2, 1), batch_size=9), 3),
}

LARGE = scattered(500, 2, 3)
EIGHTS, WIDE = (Layer(8, "tanh"), Layer(8, "tanh"), Layer(3)), (Layer(64, "tanh"), Layer(64, "relu"), Layer(3))
LARGE_RUNS: dict[str, Callable[[], Trainer]] = {
    "small products": lambda: trained(experiment(*EIGHTS, data=LARGE, batch_size=10), 5),
    "all at once": lambda: trained(experiment(*EIGHTS, data=LARGE, batch_size=None), 20),
    "64 units": lambda: trained(experiment(*WIDE, data=LARGE, batch_size=10, optimizer=Adam()), 3),
    "64 units, all at once": lambda: trained(
        experiment(*WIDE, data=LARGE, batch_size=None, shuffle=False, optimizer=Adam()), 10
    ),
}


def shown(trainer: Trainer) -> dict[str, list[list[float]]]:
    """Return what a script of this run has to print."""
    plan = trainer.plan
    parameters = plan.parameters if trainer.batch_complete else plan.before
    result: dict[str, list[list[float]]] = {}
    for at, (weights, biases) in enumerate(zip(parameters.weights, parameters.biases, strict=True), start=1):
        result |= {f"W{at}": weights.tolist(), f"b{at}": biases.tolist()}
    if trainer.batch_complete:
        result[f"a{len(plan.layers)}"] = plan.layers[-1].activation.values.tolist()
    return result


def printed(output: str) -> dict[str, list[list[float]]]:
    """Return what a script printed."""
    numbers = {"nan": float("nan"), "inf": float("inf")}
    pairs = (line.split(" = ") for line in output.splitlines())
    return {name: eval(value, numbers) for name, value in pairs}  # noqa: S307 - a script of our own
