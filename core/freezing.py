"""Freezing: single weights and biases that training leaves as they are.

It is the end of an update. Up to it, all goes on as if nothing were frozen: gradients are computed, count in the length
by which they are clipped, and are gathered by the optimizer. So a parameter that is freed goes on with a velocity that
is not stale.
"""

from functools import partial

import numpy as np

from core.kernels import Array, Kernel
from core.stages import FREE, NEW, PARAMETERS, PROPOSED, Stage
from core.text import translatable


def _hold(free: Array, proposed: Array, before: Array, out: Array) -> list[Kernel]:
    return [partial(np.copyto, out, before), partial(np.copyto, out, proposed, where=free != 0)]


HOLD = Stage(
    result=NEW + PARAMETERS,
    operands=(FREE, PROPOSED, PARAMETERS),
    signs=("", "⊙", "+ (1 − F) ⊙", ""),
    latex=r"{free} \odot {proposed} + (1 - {free}) \odot {p}",
    numpy="np.where({free}, {proposed}, {p})",
    written="{0}·{1} + (1 − {0})·{2}",
    kernels=_hold,
    title="",
    sentence=translatable("core", "What is frozen (F = 0) stays as it was; all else becomes what the step proposes."),
)
"""The last stage of a layer in which a parameter is frozen."""
