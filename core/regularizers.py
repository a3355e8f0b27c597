"""Regularisation: a penalty on large weights, added to the loss before its gradient is followed.

Biases are left alone. The loss that is shown is the loss without the penalty.
"""

from collections.abc import Callable
from functools import partial
from typing import Annotated, ClassVar, get_args

import numpy as np

from core.kernels import Array, Kernel, constant
from core.numerals import format_exactly
from core.settings import Choice, Option, Range, name_of
from core.stages import GRADIENT, NEW, PARAMETERS, PENALIZED, PROPOSED, Stage
from core.text import translatable

RATE = Option(translatable("core", "regularisation rate"), Range(least=0))
ZERO = constant(0.0)


class Regularizer(Choice, frozen=True):
    """One penalty. For weights, `stages` come before the optimizer's, and `final_stages` after them."""

    final_stages: ClassVar[tuple[Stage, ...]] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return what is done to the gradient of the weights."""
        return ()

    def penalty(self, weights: Array) -> float:  # noqa: ARG002 - others look at them
        """Return what is added to the loss for an array of weights."""
        return 0.0


class NoRegularization(Regularizer, frozen=True, tag="none"):
    """No penalty."""

    title = translatable("core", "none")
    sentence = translatable("core", "Only the loss counts.")


class _Pull(Regularizer, frozen=True):
    """A penalty whose gradient, times the rate λ, is added to that of the loss."""

    rate: Annotated[float, RATE.meta] = 0.001

    def _pulled(
        self, signs: tuple[str, ...], latex: str, numpy: str, written: str, kernels: Callable[..., list[Kernel]]
    ) -> Stage:
        return Stage(
            result=PENALIZED,
            operands=(GRADIENT, PARAMETERS),
            signs=signs,
            latex=latex,
            numpy=numpy,
            written=written,
            kernels=kernels,
            title=translatable("core", "gradient of the weights of layer {layer}, with the penalty"),
            sentence=translatable("core", "Each weight is also pulled towards 0, so that none grows without need."),
        )


def _stop_at_zero(before: Array, proposed: Array, out: Array) -> list[Kernel]:
    return [
        partial(np.multiply, before, proposed, out),
        partial(np.greater_equal, out, ZERO, out),
        partial(np.multiply, proposed, out, out),
    ]


class L1(_Pull, frozen=True, tag="l1"):
    """λ Σ |W|. A weight that crosses zero stops at zero."""

    title = translatable("core", "L1: λ Σ |W|")
    sentence = translatable("core", "Every weight is pulled towards 0 equally hard; needless ones become exactly 0.")
    final_stages = (
        Stage(
            result=NEW + PARAMETERS,
            operands=(PARAMETERS, PROPOSED),
            signs=("", "→", "; ± → 0"),  # it has changed its sign
            latex=r"{proposed} \odot \left[{p} \odot {proposed} \geq 0\right]",
            numpy="{proposed} * ({p} * {proposed} >= 0)",
            written="{1} if {0}·{1} ≥ 0 else 0",
            kernels=_stop_at_zero,
            title="",
            sentence="",
        ),
    )

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return g + λ sign(W)."""
        shown, rate = format_exactly(self.rate), constant(self.rate)

        def kernels(gradient: Array, weights: Array, out: Array) -> list[Kernel]:
            return [
                partial(np.sign, weights, out),
                partial(np.multiply, rate, out, out),
                partial(np.add, gradient, out, out),
            ]

        stage = self._pulled(
            signs=("", f"+ {shown} · sign(", ")"),
            latex=r"{g} + \lambda\,\mathrm{{sign}}({p})",
            numpy=f"{{g}} + {self.rate!r} * np.sign({{p}})",
            written=f"{{0}} + {shown}·sign({{1}})",
            kernels=kernels,
        )
        return (stage,)

    def penalty(self, weights: Array) -> float:
        """Return λ Σ |W|."""
        return self.rate * float(np.sum(np.abs(weights)))


class L2(_Pull, frozen=True, tag="l2"):
    """½ λ Σ W², as in PyTorch's `weight_decay` and in TensorFlow Playground."""

    title = translatable("core", "L2: ½ λ Σ W²")
    sentence = translatable("core", "Large weights are pulled towards 0 harder than small ones (weight decay).")

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return g + λ W."""
        shown, rate = format_exactly(self.rate), constant(self.rate)

        def kernels(gradient: Array, weights: Array, out: Array) -> list[Kernel]:
            return [partial(np.multiply, rate, weights, out), partial(np.add, gradient, out, out)]

        stage = self._pulled(
            signs=("", f"+ {shown} ·", ""),
            latex=r"{g} + \lambda\,{p}",
            numpy=f"{{g}} + {self.rate!r} * {{p}}",
            written=f"{{0}} + {shown}·{{1}}",
            kernels=kernels,
        )
        return (stage,)

    def penalty(self, weights: Array) -> float:
        """Return ½ λ Σ W²."""
        return 0.5 * self.rate * float(np.sum(np.square(weights)))


AnyRegularizer = NoRegularization | L1 | L2

REGULARIZERS: dict[str, type[Regularizer]] = {name_of(kind): kind for kind in get_args(AnyRegularizer)}
