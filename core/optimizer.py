"""What an optimizer is, and what several of them do alike."""

from functools import partial
from typing import Annotated, ClassVar

import numpy as np

from core.kernels import Array, Kernel, constant
from core.settings import Choice, Option, Range
from core.stages import Stage
from core.text import translatable

LEARNING_RATE = Option(translatable("core", "learning rate"), Range(above=0))
DECAY = Range(least=0, below=1)


class Optimizer(Choice, frozen=True):
    """One update rule with its options.

    `vectors` are the letters of what it keeps from one update to the next: vectors as long as the parameters', which
    start at zero. `counts` is whether it needs to know which update it is.
    """

    vectors: ClassVar[tuple[str, ...]] = ()
    counts: ClassVar[bool] = False

    learning_rate: Annotated[float, LEARNING_RATE.meta] = 0.1

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the operations of an update, in their order; the last gives the new parameters."""
        raise NotImplementedError


def decayed(factor: float, share: float, *, squared: bool) -> "partial[list[Kernel]]":
    """Return what binds out = factor · vector + share · gradient, or the same of the gradient's square."""
    return partial(_decay, constant(factor), constant(share), squared)


def _decay(factor: Array, share: Array, squared: bool, vector: Array, gradient: Array, out: Array) -> list[Kernel]:
    scratch = np.empty_like(out)
    kernels: list[Kernel] = [partial(np.multiply, factor, vector, out)]
    if squared:
        kernels += [partial(np.square, gradient, scratch), partial(np.multiply, share, scratch, scratch)]
    elif share == 1:
        return [*kernels, partial(np.add, out, gradient, out)]
    else:
        kernels.append(partial(np.multiply, share, gradient, scratch))
    return [*kernels, partial(np.add, out, scratch, out)]
