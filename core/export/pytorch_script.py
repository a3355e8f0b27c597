"""A run as a script for PyTorch, whose automatic gradients come to the same numbers but for rounding."""

from collections.abc import Iterator

from core import notation
from core.clipping import Clipping, ClippingByNorm, ClippingByValue
from core.export import sections
from core.export.literals import array, number
from core.export.pytorch_optimizers import optimizer_lines
from core.export.run import Run, run_of
from core.export.sections import INDENT, Dialect
from core.losses import LOSSES, REDUCTIONS
from core.operations import Role
from core.regularizers import L1, L2, Regularizer
from core.training import Trainer

TORCH = Dialect(literal="torch.tensor", convert="torch.tensor({0})")


def pytorch_script(trainer: Trainer, epochs: int | None = None) -> str:
    """Return the script that prints the parameters the trainer has now, and the outputs of the last complete batch.

    It covers the same part of the run as `numpy_script` does.
    """
    run = run_of(trainer, epochs)
    lines = [*_head(run)]
    lines += [sections.depth(run) + line if line else "" for line in _batch(run)]
    lines += ["", *sections.results(run), ""]
    return "\n".join(lines)


def _head(run: Run) -> Iterator[str]:
    rate, constant = sections.rate(run), run.experiment.training.schedule.is_constant
    parameters = [*sections.parameters(run, TORCH)]
    yield from sections.title(run, "PyTorch")
    if "math." in rate:
        yield "import math"
        yield ""
    if any("np." in line for line in parameters):
        yield "import numpy as np"
    yield "import torch"
    yield ""
    yield "torch.set_default_dtype(torch.float64)"
    yield ""
    yield "# --- Data ---"
    yield from sections.data(run, TORCH)
    yield ""
    yield "# --- Parameters ---"
    yield from parameters
    yield f"parameters = [{', '.join(sections.names(run))}]"
    yield "for parameter in parameters:"
    yield f"{INDENT}parameter.requires_grad_()"
    if run.experiment.training.regularization.stages:
        yield f"weights = [{', '.join(weights for weights, _ in sections.arrays(run))}]"
    yield ""
    yield from _frozen(run)
    yield "# --- Optimizer ---"
    yield from optimizer_lines(run, sections.arrays(run))
    yield ""
    yield "# --- Training ---"
    yield from sections.counts(run)
    yield ""
    yield from sections.loop(run, [] if constant else [f'optimizer.param_groups[0]["lr"] = {rate}'])


def _frozen(run: Run) -> Iterator[str]:
    """Yield which cells of which parameters training leaves as they are."""
    held = [*sections.frozen(run)]
    if not held:
        return
    yield "# --- What training may change: 1, and 0 for what is frozen ---"
    for _, name, free in held:
        yield from array(name, TORCH.literal, free)
    yield f"frozen = [{', '.join(f'({parameter}, {name} == 0)' for parameter, name, _ in held)}]"
    yield ""


def _batch(run: Run) -> Iterator[str]:
    training, plan = run.experiment.training, run.plan
    yield "# --- Forward ---"
    for operation in plan.operations[: plan.loss_index]:
        if operation.role is Role.PRE_ACTIVATION:
            yield operation.numpy
        else:
            function = plan.layers[operation.layer - 1].function
            z = operation.operands[0].symbol.code
            yield f"{operation.symbol.code} = {function.torch.format(z=z)}"
    yield ""
    yield "# --- Loss ---"
    yield f"{notation.LOSS.code} = {_loss(run)}"
    penalty = _penalty(training.regularization)
    yield from penalty
    yield ""
    yield "# --- Backward ---"
    yield "optimizer.zero_grad()"
    yield "cost.backward()" if penalty else "loss.backward()"
    yield ""
    yield "# --- Update ---"
    yield from _clipping(training.clipping)
    yield from _step(run)


def _step(run: Run) -> Iterator[str]:
    """Yield the step, and what is done to some parameters after it."""
    stops, holds = run.experiment.training.regularization.final_stages, run.experiment.frozen
    if stops:
        yield "before = [W.detach().clone() for W in weights]"
    if holds:
        yield "held = [parameter.detach()[cells] for parameter, cells in frozen]"
    yield "optimizer.step()"
    if stops:
        yield "with torch.no_grad():  # a weight that crosses zero stops at zero"
        yield f"{INDENT}for W, old in zip(weights, before):"
        yield f"{INDENT * 2}W *= W * old >= 0"
    if holds:
        yield "with torch.no_grad():  # what is frozen stays as it was"
        yield f"{INDENT}for (parameter, cells), values in zip(frozen, held):"
        yield f"{INDENT * 2}parameter[cells] = values"


def _loss(run: Run) -> str:
    training, output = run.experiment.training, run.plan.layers[-1].activation.symbol.code
    rule, targets = LOSSES[training.loss], notation.TARGETS.code
    terms = rule.torch.format(a=output, y=targets)
    if not REDUCTIONS[training.reduction].averages:
        return f"torch.sum({terms})"
    return f"torch.sum({terms}) / len({targets})" if rule.by_sample else f"torch.mean({terms})"


def _penalty(regularization: Regularizer) -> list[str]:
    """Return the line that adds the penalty to what is made small, if there is one."""
    if isinstance(regularization, L1):
        return [f"cost = loss + {number(regularization.rate)} * sum(W.abs().sum() for W in weights)"]
    if isinstance(regularization, L2):
        return [f"cost = loss + 0.5 * {number(regularization.rate)} * sum((W**2).sum() for W in weights)"]
    return []


def _clipping(clipping: Clipping) -> Iterator[str]:
    if isinstance(clipping, ClippingByValue):
        yield f"torch.nn.utils.clip_grad_value_(parameters, {number(clipping.limit)})"
    elif isinstance(clipping, ClippingByNorm):
        yield f"torch.nn.utils.clip_grad_norm_(parameters, {number(clipping.limit)})"
