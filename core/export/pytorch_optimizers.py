"""The optimizers of `torch.optim` that do what ours do, and where they keep what ours keep."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from core import notation
from core.adaptive_optimizers import Adagrad, Adam, RmsProp
from core.export.literals import array, number
from core.export.run import Run
from core.optimizer import Optimizer
from core.optimizers import Momentum, Nesterov, Sgd


@dataclass(frozen=True, slots=True)
class TorchOptimizer:
    """One class of `torch.optim`: its name, its options but for the learning rate, and its names for our vectors."""

    name: str
    options: Callable[..., Mapping[str, str]]
    kept: Mapping[str, str]
    counts: bool


def _of_momentum(optimizer: Momentum) -> dict[str, str]:
    """PyTorch refuses Nesterov's rule without momentum, where it is plain gradient descent."""
    options = {"momentum": number(optimizer.momentum)}
    return options | {"nesterov": "True"} if isinstance(optimizer, Nesterov) and optimizer.momentum else options


def _of_adagrad(optimizer: Adagrad) -> dict[str, str]:
    return {"eps": number(optimizer.epsilon)}


def _of_rmsprop(optimizer: RmsProp) -> dict[str, str]:
    return {"alpha": number(optimizer.alpha), "eps": number(optimizer.epsilon)}


def _of_adam(optimizer: Adam) -> dict[str, str]:
    betas = f"({number(optimizer.beta1)}, {number(optimizer.beta2)})"
    return {"betas": betas, "eps": number(optimizer.epsilon)}


def _of_sgd(_optimizer: Sgd) -> dict[str, str]:
    return {}


TORCH_OPTIMIZERS: dict[type[Optimizer], TorchOptimizer] = {
    Sgd: TorchOptimizer("SGD", _of_sgd, {}, counts=False),
    Momentum: TorchOptimizer("SGD", _of_momentum, {"v": "momentum_buffer"}, counts=False),
    Nesterov: TorchOptimizer("SGD", _of_momentum, {"v": "momentum_buffer"}, counts=False),
    Adagrad: TorchOptimizer("Adagrad", _of_adagrad, {"s": "sum"}, counts=True),
    RmsProp: TorchOptimizer("RMSprop", _of_rmsprop, {"s": "square_avg"}, counts=True),
    Adam: TorchOptimizer("Adam", _of_adam, {"m": "exp_avg", "s": "exp_avg_sq"}, counts=True),
}


def optimizer_lines(run: Run, names: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines that make the optimizer; `names` are those of weights and biases, layer by layer.

    Where ours has been at work before, so has PyTorch's.
    """
    optimizer = run.experiment.training.optimizer
    entry = TORCH_OPTIMIZERS[type(optimizer)]
    options = {"lr": number(optimizer.learning_rate), **entry.options(optimizer)}
    shown = ", ".join(f"{name}={value}" for name, value in options.items())
    yield f"optimizer = torch.optim.{entry.name}(parameters, {shown})"
    vectors = run.state.vectors
    if not any(vector.flat.any() for vector in vectors.values()):
        return
    count = 0.0 if run.state.count is None else run.state.count.item()
    steps = [f"step=torch.tensor({count})"] if entry.counts else []
    for layer, pair in enumerate(names):
        for name, of_biases in zip(pair, (False, True), strict=True):
            parameters = (notation.biases if of_biases else notation.weights)(layer + 1)
            kept = list(steps)
            for letter, vector in vectors.items():
                code = notation.vector(letter, parameters).code
                yield from array(code, "torch.tensor", (vector.biases if of_biases else vector.weights)[layer])
                kept.append(f"{entry.kept[letter]}={code}")
            yield f"optimizer.state[{name}].update({', '.join(kept)})"
