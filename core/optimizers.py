"""Optimizers: how a gradient becomes a change of the parameters.

Definitions and defaults are those of PyTorch's `torch.optim` (but for RMSprop's alpha, which is the 0.9 of Hinton's
lecture). To add one, write its class and name it in `AnyOptimizer`.
"""

from functools import partial
from typing import Annotated, get_args

import numpy as np

from core.adaptive_optimizers import Adagrad, Adam, RmsProp
from core.kernels import Array, Kernel, constant
from core.numerals import format_exactly
from core.optimizer import DECAY, Optimizer, decayed
from core.settings import Option, name_of
from core.stages import GRADIENT, NEW, RATE, Stage, parameter_step
from core.text import translatable

VELOCITY = "v"
MOMENTUM = Option(translatable("core", "momentum μ"), DECAY)


def _sgd_step(rate: Array, gradient: Array, out: Array) -> list[Kernel]:
    return [partial(np.multiply, rate, gradient, out)]


class Sgd(Optimizer, frozen=True, tag="sgd"):
    """W ← W − η g (`torch.optim.SGD`)."""

    title = translatable("core", "gradient descent")
    sentence = translatable("core", "SGD: a step against the gradient, as long as the learning rate says.")

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the one operation."""
        return (_plain_step(GRADIENT),)


def _plain_step(read: str) -> Stage:
    return parameter_step(
        operands=(RATE, read),
        signs=("·", ""),
        latex=rf"{{lr}}\,{{{read}}}",
        numpy=f"{{lr}} * {{{read}}}",
        written="{1}·{2}",
        kernels=_sgd_step,
    )


class Momentum(Optimizer, frozen=True, tag="momentum"):
    """v ← μ v + g, W ← W − η v (`torch.optim.SGD` with `momentum`)."""

    title = translatable("core", "momentum")
    sentence = translatable(
        "core", "The steps gather speed where the gradient keeps its direction, like a rolling ball."
    )
    vectors = (VELOCITY,)

    momentum: Annotated[float, MOMENTUM.meta] = 0.9

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the velocity, and the step it gives."""
        return self._velocity, _plain_step(NEW + VELOCITY)

    @property
    def _velocity(self) -> Stage:
        factor = format_exactly(self.momentum)
        return Stage(
            result=NEW + VELOCITY,
            operands=(VELOCITY, GRADIENT),
            signs=(f"{factor} ·", "+", ""),
            latex=r"\mu\,{v} + {g}",
            numpy=f"{self.momentum!r} * {{v}} + {{g}}",
            written=f"{factor}·{{0}} + {{1}}",
            kernels=decayed(self.momentum, 1.0, squared=False),
            title=translatable("core", "velocity of the {parameters} of layer {layer}"),
            sentence=translatable("core", "Most of the last velocity stays, and the gradient is added to it."),
        )


class Nesterov(Momentum, frozen=True, tag="nesterov"):
    """v ← μ v + g, W ← W − η (g + μ v) (`torch.optim.SGD` with `nesterov`)."""

    title = translatable("core", "Nesterov momentum")
    sentence = translatable("core", "Momentum that already looks where the ball will be after the next step.")

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the velocity, and the step that looks ahead along it."""
        factor, exact = format_exactly(self.momentum), constant(self.momentum)

        def kernels(rate: Array, gradient: Array, velocity: Array, out: Array) -> list[Kernel]:
            return [
                partial(np.multiply, exact, velocity, out),
                partial(np.add, gradient, out, out),
                partial(np.multiply, rate, out, out),
            ]

        step = parameter_step(
            operands=(RATE, GRADIENT, NEW + VELOCITY),
            signs=("· (", f"+ {factor} ·", ")"),
            latex=r"{lr}\left({g} + \mu\,{new_v}\right)",
            numpy=f"{{lr}} * ({{g}} + {self.momentum!r} * {{new_v}})",
            written=f"{{1}}·({{2}} + {factor}·{{3}})",
            kernels=kernels,
        )
        return self._velocity, step


AnyOptimizer = Sgd | Momentum | Nesterov | Adagrad | RmsProp | Adam

OPTIMIZERS: dict[str, type[Optimizer]] = {name_of(kind): kind for kind in get_args(AnyOptimizer)}
