"""Learning-rate schedules: how the learning rate changes from epoch to epoch.

Definitions are those of PyTorch's `torch.optim.lr_scheduler`, stepped once an epoch. Epochs are counted from 0.
"""

import math
from typing import Annotated, ClassVar, get_args

from core.settings import MOST_EPOCHS, Choice, Option, Range, name_of
from core.text import translatable

EPOCHS = Range(least=1, most=MOST_EPOCHS, whole=True)
FACTOR = Range(above=0, most=1)
EVERY = Option(translatable("core", "number of epochs n"), EPOCHS)
FACTOR_OF_STEPS = Option(translatable("core", "factor γ"), FACTOR)
FACTOR_OF_EPOCHS = Option(translatable("core", "factor γ of an epoch"), FACTOR)
DURATION = Option(translatable("core", "number of epochs T"), EPOCHS)
LOWEST = Option(translatable("core", "lowest learning rate η₀"), Range(least=0))


class Schedule(Choice, frozen=True):
    """One schedule. `latex` is the rate of epoch t.

    `numpy` gives the rate as Python, with {lr} for the base rate and {epoch} for the epoch.
    """

    latex: ClassVar[str]

    @property
    def is_constant(self) -> bool:
        """Whether the rate never changes."""
        return False

    def rate(self, base: float, epoch: int) -> float:
        """Return the learning rate of `epoch`."""
        raise NotImplementedError

    @property
    def numpy(self) -> str:
        """The rate as a line of Python."""
        raise NotImplementedError


class ConstantRate(Schedule, frozen=True, tag="constant"):
    """The same rate in every epoch."""

    title = translatable("core", "constant")
    sentence = translatable("core", "The learning rate stays as it is.")
    latex = r"\eta"

    @property
    def is_constant(self) -> bool:
        """Whether the rate never changes."""
        return True

    def rate(self, base: float, epoch: int) -> float:  # noqa: ARG002 - in any epoch
        """Return the base rate."""
        return base

    @property
    def numpy(self) -> str:
        """The base rate."""
        return "{lr}"


class StepDecay(Schedule, frozen=True, tag="step"):
    """Every `every` epochs the rate is multiplied by `factor` (`StepLR`)."""

    title = translatable("core", "in steps")
    sentence = translatable("core", "Every so many epochs the learning rate is multiplied by a factor.")
    latex = r"\eta\,\gamma^{\lfloor t / n \rfloor}"

    every: Annotated[int, EVERY.meta] = 1000
    factor: Annotated[float, FACTOR_OF_STEPS.meta] = 0.5

    def rate(self, base: float, epoch: int) -> float:
        """Return base · factor^⌊epoch / every⌋."""
        return base * self.factor ** (epoch // self.every)

    @property
    def numpy(self) -> str:
        """The same as Python."""
        return f"{{lr}} * {self.factor!r} ** ({{epoch}} // {self.every})"


class ExponentialDecay(Schedule, frozen=True, tag="exponential"):
    """In every epoch the rate is multiplied by `factor` (`ExponentialLR`)."""

    title = translatable("core", "exponential")
    sentence = translatable("core", "After every epoch the learning rate is multiplied by a factor.")
    latex = r"\eta\,\gamma^t"

    factor: Annotated[float, FACTOR_OF_EPOCHS.meta] = 0.9995

    def rate(self, base: float, epoch: int) -> float:
        """Return base · factor^epoch."""
        return float(base * self.factor**epoch)

    @property
    def numpy(self) -> str:
        """The same as Python."""
        return f"{{lr}} * {self.factor!r} ** {{epoch}}"


class CosineDecay(Schedule, frozen=True, tag="cosine"):
    """Half a cosine wave down to `lowest` within `epochs`, where it stays (`CosineAnnealingLR`, without its return)."""

    title = translatable("core", "cosine")
    sentence = translatable("core", "The learning rate falls along half a wave, and then stays at its lowest.")
    latex = r"\eta_0 + \frac{1}{2}(\eta - \eta_0)\left(1 + \cos\frac{\pi \min(t, T)}{T}\right)"

    epochs: Annotated[int, DURATION.meta] = 10_000
    lowest: Annotated[float, LOWEST.meta] = 0.0

    def rate(self, base: float, epoch: int) -> float:
        """Return lowest + (base − lowest) · (1 + cos(π · epoch / epochs)) / 2."""
        turn = math.cos(math.pi * min(epoch, self.epochs) / self.epochs)
        return self.lowest + (base - self.lowest) * (1 + turn) / 2

    @property
    def numpy(self) -> str:
        """The same as Python."""
        turn = f"math.cos(math.pi * min({{epoch}}, {self.epochs}) / {self.epochs})"
        return f"{self.lowest!r} + ({{lr}} - {self.lowest!r}) * (1 + {turn}) / 2"


AnySchedule = ConstantRate | StepDecay | ExponentialDecay | CosineDecay

SCHEDULES: dict[str, type[Schedule]] = {name_of(kind): kind for kind in get_args(AnySchedule)}
