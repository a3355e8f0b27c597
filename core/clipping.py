"""Gradient clipping: a gradient that is too large is cut to size before it is followed."""

from functools import partial
from typing import Annotated, get_args

import numpy as np

from core.kernels import Array, Kernel, constant
from core.numerals import format_exactly
from core.settings import Choice, Option, Range, name_of
from core.stages import CLIPPED, FACTOR, GRADIENT, Stage
from core.text import translatable

LIMIT = Option(translatable("core", "clipping limit c"), Range(above=0))
TITLE = translatable("core", "clipped gradient of the {parameters} of layer {layer}")


class Clipping(Choice, frozen=True):
    """One way to clip."""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return what is done to the gradients."""
        return ()


class NoClipping(Clipping, frozen=True, tag="none"):
    """Gradients of any size are followed."""

    title = translatable("core", "off")
    sentence = translatable("core", "Gradients of any size are followed.")


class ClippingByValue(Clipping, frozen=True, tag="value"):
    """Each number by itself is cut to ± limit (`torch.nn.utils.clip_grad_value_`)."""

    title = translatable("core", "each value")
    sentence = translatable("core", "No number of the gradient is larger than the limit. The direction may change.")

    limit: Annotated[float, LIMIT.meta] = 1.0

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return max(−c, min(g, c))."""
        shown, most, least = format_exactly(self.limit), constant(self.limit), constant(-self.limit)

        def kernels(gradient: Array, out: Array) -> list[Kernel]:
            return [partial(np.minimum, gradient, most, out=out), partial(np.maximum, out, least, out=out)]

        stage = Stage(
            result=CLIPPED,
            operands=(GRADIENT,),
            signs=(f"−{shown} ≤", f"≤ {shown}"),
            latex=r"\max(-c, \min({g}, c))",
            numpy=f"np.clip({{g}}, -{self.limit!r}, {self.limit!r})",
            written=f"max(−{shown}, min({{0}}, {shown}))",
            kernels=kernels,
            title=TITLE,
            sentence=translatable("core", "What is larger than the limit is cut off."),
        )
        return (stage,)


class ClippingByNorm(Clipping, frozen=True, tag="norm"):
    """All gradients together are shortened to the limit (`torch.nn.utils.clip_grad_norm_`; Pascanu et al. 2013)."""

    title = translatable("core", "length of the whole")
    sentence = translatable("core", "The gradient of all parameters is shortened to the limit and keeps its direction.")

    limit: Annotated[float, LIMIT.meta] = 1.0

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the gradient times the factor that all gradients together give."""
        stage = Stage(
            result=CLIPPED,
            operands=(GRADIENT, FACTOR),
            signs=("", "·", ""),
            latex=r"{g}\,{factor}",
            numpy="{g} * {factor}",
            written="{0}·{1}",
            kernels=_multiply,
            title=TITLE,
            sentence=translatable("core", "All gradients are made shorter by the same factor."),
        )
        return (stage,)


def _multiply(gradient: Array, factor: Array, out: Array) -> list[Kernel]:
    return [partial(np.multiply, gradient, factor, out)]


AnyClipping = NoClipping | ClippingByValue | ClippingByNorm

CLIPPINGS: dict[str, type[Clipping]] = {name_of(kind): kind for kind in get_args(AnyClipping)}
