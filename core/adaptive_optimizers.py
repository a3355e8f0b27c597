"""Optimizers that give each parameter a step of its own, by how large its gradients were."""

from functools import partial
from typing import Annotated

import numpy as np

from core.kernels import Array, Kernel, constant
from core.numerals import format_exactly
from core.optimizer import DECAY, Optimizer, decayed
from core.settings import Option, Range
from core.stages import COUNT, GRADIENT, NEW, RATE, Stage, parameter_step
from core.text import translatable

EPSILON = Option(translatable("core", "offset ε"), Range(above=0))
ALPHA = Option(translatable("core", "decay α"), DECAY)
BETA1 = Option(translatable("core", "decay β₁"), DECAY)
BETA2 = Option(translatable("core", "decay β₂"), DECAY)
ONE = constant(1.0)

MEAN, SQUARES = "m", "s"


def _running_mean(vector: str, factor: float, latex: str, *, squared: bool, title: str, sentence: str) -> Stage:
    """Return the stage vector ← factor · vector + (1 − factor) · gradient, or its square; `latex` is the factor's."""
    share = 1 - factor
    power, square, code_power = ("²", r"\left({g}\right)^2", " ** 2") if squared else ("", "{g}", "")
    shown = format_exactly(factor)
    return Stage(
        result=NEW + vector,
        operands=(vector, GRADIENT),
        signs=(f"{shown} ·", f"+ (1 − {shown}) ·", power),
        latex=rf"{latex}\,{{{vector}}} + (1 - {latex})\,{square}",
        numpy=f"{factor!r} * {{{vector}}} + (1 - {factor!r}) * {{g}}{code_power}",
        written=f"{shown}·{{0}} + (1 − {shown})·({{1}}){power}",
        kernels=decayed(factor, share, squared=squared),
        title=title,
        sentence=sentence,
    )


class _BySize(Optimizer, frozen=True):
    """The step of each parameter is divided by the size its gradient had so far."""

    vectors = (SQUARES,)

    def _scaled_step(self, epsilon: float) -> Stage:
        exact, shown = constant(epsilon), format_exactly(epsilon)

        def kernels(rate: Array, gradient: Array, squares: Array, out: Array) -> list[Kernel]:
            root = np.empty_like(out)
            return [
                partial(np.sqrt, squares, root),
                partial(np.add, root, exact, root),
                partial(np.multiply, rate, gradient, out),
                partial(np.divide, out, root, out),
            ]

        return parameter_step(
            operands=(RATE, GRADIENT, NEW + SQUARES),
            signs=("·", "/ (√", f"+ {shown})"),
            latex=r"\frac{{{lr}\,{g}}}{{\sqrt{{{new_s}}} + \varepsilon}}",
            numpy=f"{{lr}} * {{g}} / (np.sqrt({{new_s}}) + {epsilon!r})",
            written=f"{{1}}·{{2}} / (√({{3}}) + {shown})",
            kernels=kernels,
        )


def _sum_of_squares(squares: Array, gradient: Array, out: Array) -> list[Kernel]:
    squared = np.empty_like(out)
    return [partial(np.square, gradient, squared), partial(np.add, squares, squared, out)]


class Adagrad(_BySize, frozen=True, tag="adagrad"):
    """s ← s + g², W ← W − η g / (√s + ε) (`torch.optim.Adagrad`)."""

    title = translatable("core", "AdaGrad")
    sentence = translatable("core", "Parameters whose gradients were large so far take ever smaller steps.")

    epsilon: Annotated[float, EPSILON.meta] = 1e-10

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the sum of squares, and the step it scales."""
        squares = Stage(
            result=NEW + SQUARES,
            operands=(SQUARES, GRADIENT),
            signs=("", "+", "²"),
            latex=r"{s} + \left({g}\right)^2",
            numpy="{s} + {g} ** 2",
            written="{0} + ({1})²",
            kernels=_sum_of_squares,
            title=translatable("core", "sum of squared gradients, {parameters} of layer {layer}"),
            sentence=translatable("core", "How large this parameter’s gradients were in all; nothing is forgotten."),
        )
        return squares, self._scaled_step(self.epsilon)


SQUARES_TITLE = translatable("core", "running mean of squared gradients, {parameters} of layer {layer}")
SQUARES_SENTENCE = translatable("core", "How large this parameter’s gradients were lately.")


class RmsProp(_BySize, frozen=True, tag="rmsprop"):
    """s ← α s + (1 − α) g², W ← W − η g / (√s + ε) (`torch.optim.RMSprop`)."""

    title = translatable("core", "RMSprop")
    sentence = translatable("core", "Each parameter’s step is divided by how large its gradients were lately.")

    alpha: Annotated[float, ALPHA.meta] = 0.9
    epsilon: Annotated[float, EPSILON.meta] = 1e-8

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the mean of squares, and the step it scales."""
        squares = _running_mean(
            SQUARES, self.alpha, r"\alpha", squared=True, title=SQUARES_TITLE, sentence=SQUARES_SENTENCE
        )
        return squares, self._scaled_step(self.epsilon)


class Adam(Optimizer, frozen=True, tag="adam"):
    """m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², W ← W − η m̂ / (√ŝ + ε) (`torch.optim.Adam`; Kingma, Ba 2015)."""

    title = translatable("core", "Adam")
    sentence = translatable("core", "Momentum and RMSprop in one, corrected for having started at zero.")
    vectors = (MEAN, SQUARES)
    counts = True

    beta1: Annotated[float, BETA1.meta] = 0.9
    beta2: Annotated[float, BETA2.meta] = 0.999
    epsilon: Annotated[float, EPSILON.meta] = 1e-8

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return both running means, and the step they give."""
        mean = _running_mean(
            MEAN,
            self.beta1,
            r"\beta_1",
            squared=False,
            title=translatable("core", "running mean of gradients, {parameters} of layer {layer}"),
            sentence=translatable("core", "Where this parameter’s gradients pointed lately."),
        )
        squares = _running_mean(
            SQUARES, self.beta2, r"\beta_2", squared=True, title=SQUARES_TITLE, sentence=SQUARES_SENTENCE
        )
        return mean, squares, self._step()

    def _step(self) -> Stage:
        beta1, beta2, epsilon = map(format_exactly, (self.beta1, self.beta2, self.epsilon))
        return parameter_step(
            operands=(RATE, NEW + MEAN, NEW + SQUARES, COUNT),
            signs=("·", "/ √", ", t =", ""),
            latex=r"{lr}\,\frac{{{new_m} / (1 - \beta_1^{{{t}}})}}"
            r"{{\sqrt{{{new_s} / (1 - \beta_2^{{{t}}})}} + \varepsilon}}",
            numpy=f"{{lr}} * ({{new_m}} / (1 - np.power({self.beta1!r}, {{t}})))"
            f" / (np.sqrt({{new_s}} / (1 - np.power({self.beta2!r}, {{t}}))) + {self.epsilon!r})",
            written=f"{{1}}·({{2}} / (1 − {beta1}^{{4}})) / (√({{3}} / (1 − {beta2}^{{4}})) + {epsilon})",
            kernels=self._step_kernels,
        )

    def _step_kernels(self, rate: Array, mean: Array, squares: Array, count: Array, out: Array) -> list[Kernel]:
        correction, root = np.empty_like(count), np.empty_like(out)
        return [
            partial(np.power, constant(self.beta1), count, correction),
            partial(np.subtract, ONE, correction, correction),
            partial(np.divide, mean, correction, out),
            partial(np.multiply, rate, out, out),
            partial(np.power, constant(self.beta2), count, correction),
            partial(np.subtract, ONE, correction, correction),
            partial(np.divide, squares, correction, root),
            partial(np.sqrt, root, root),
            partial(np.add, root, constant(self.epsilon), root),
            partial(np.divide, out, root, out),
        ]
