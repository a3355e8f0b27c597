"""The gradient check: does what the way back computes agree with what nudging each parameter does to the loss.

The numeric gradient is the central difference (L(w + h) − L(w − h)) / 2h with a step h of its own for each parameter,
the size at which cutting off and rounding cost about the same: ∛ε · max(1, |w|) (Press et al., Numerical Recipes,
section 5.7). The relative error is that of Stanford's CS231n: |a − n| / max(|a|, |n|).
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.kernels import Array
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters
from core.questions.whole_data import ManyLosses, gradient, parameter_names, whole_plan
from core.regularizers import NoRegularization
from core.text import RefusalError, translatable

STEP = float(np.cbrt(np.finfo(np.float64).eps))
FLOOR = 3e-4  # × max(1, |L|): where differences of losses are rounded by ε·L / h, that is still far below 1e-6 of it
SAME_FACTOR = 1e-4  # all gradients are one multiple of the others where no relative error is above it
KINK = 1e-4  # of the gradient's size; one-sided differences of a smooth loss come out far closer than that
PENALTY = "penalty"


@dataclass(frozen=True, slots=True)
class Objective:
    """The number whose gradient is asked for: a loss, a reduction, and whether the penalty on the weights is added."""

    loss: str
    reduction: str
    penalized: bool = False


@dataclass(frozen=True, slots=True)
class CheckedParameter:
    """The gradient by one parameter, `index` in Parameters.flat, by both ways.

    `kinked` says that the loss bends sharply within the step, so that the two need not agree: there a ReLU's sum or an
    error that counts by its size is 0, or a weight whose size is penalized.
    """

    name: str
    index: int
    analytic: float
    numeric: float
    relative_error: float
    kinked: bool


@dataclass(frozen=True, slots=True)
class GradientCheck:
    """The gradients by all parameters, in the order of Parameters.flat.

    `factor` is what analytic / numeric is for all of them, to 1e-4, or None where they do not agree on one number.
    """

    objective: Objective
    parameters: tuple[CheckedParameter, ...]
    factor: float | None

    @property
    def max_relative_error(self) -> float:
        """The largest relative error away from kinks; 0 where there are only kinks."""
        return max((checked.relative_error for checked in self.parameters if not checked.kinked), default=0.0)

    @property
    def worst_first(self) -> tuple[CheckedParameter, ...]:
        """The parameters by their relative error, largest first, those at a kink last."""
        return tuple(sorted(self.parameters, key=lambda checked: (checked.kinked, -checked.relative_error)))

    @property
    def kinked(self) -> tuple[CheckedParameter, ...]:
        """The parameters at a kink."""
        return tuple(checked for checked in self.parameters if checked.kinked)


def own_objective(experiment: Experiment, *, penalized: bool = False) -> Objective:
    """Return the loss that the experiment trains with; `penalized` adds its penalty."""
    return Objective(experiment.training.loss, experiment.training.reduction, penalized)


def parse_objective(text: str, experiment: Experiment) -> Objective:
    """Return the objective a person named: a loss, a reduction or both, such as “mean squared error” or “mean”.

    What is not named is the experiment's own. The word “penalty” adds its penalty on the weights. Spaces, hyphens,
    underscores, colons and plus signs all part words. Raises RefusalError where something is not known.
    """
    words = re.split(r"[\s\-_:+]+", text.replace("½", "half ").strip().lower())
    penalized = PENALTY in words
    reductions = [word for word in words if word in REDUCTIONS]
    loss = "_".join(word for word in words if word not in REDUCTIONS and word != PENALTY)
    if len(reductions) > 1 or loss not in ("", *LOSSES) or not any(words):
        raise RefusalError(
            translatable(
                "core", "There is no objective called “{text}”: known are the losses {losses}, and {reductions}."
            ),
            text=text.strip(),
            losses=", ".join(LOSSES),
            reductions=", ".join(REDUCTIONS),
        )
    own = own_objective(experiment)
    return Objective(loss or own.loss, reductions[0] if reductions else own.reduction, penalized)


def check_gradients(
    experiment: Experiment, parameters: Parameters, objective: Objective | None = None
) -> GradientCheck:
    """Compare the gradient the experiment descends with the numeric gradient of `objective`, by default its own loss.

    Both are over all training samples at once. Raises RefusalError where the objective does not suit the network, asks
    for a penalty that there is not, or is not finite.
    """
    chosen = own_objective(experiment) if objective is None else objective
    if chosen.penalized and isinstance(experiment.training.regularization, NoRegularization):
        raise RefusalError(translatable("core", "There is no penalty to check: the experiment has no regularisation."))
    analytic = gradient(whole_plan(experiment, parameters), penalized=chosen.penalized).flat
    measured = _Measured(experiment, parameters, chosen)
    floor = FLOOR * max(1.0, abs(measured.center))
    if not (np.isfinite(measured.differences).all() and np.isfinite(analytic).all()):
        raise RefusalError(
            translatable("core", "The gradient cannot be checked where the loss is not a finite number.")
        )
    numeric = measured.numeric
    errors, kinked = _relative_errors(analytic, numeric, floor), measured.kinked(floor)
    columns = analytic.tolist(), numeric.tolist(), errors.tolist(), kinked.tolist()
    checked = [
        CheckedParameter(name, index, *numbers)
        for index, (name, *numbers) in enumerate(zip(parameter_names(experiment), *columns, strict=True))
    ]
    return GradientCheck(chosen, tuple(checked), _factor(analytic[~kinked], numeric[~kinked], floor))


class _Measured:
    """The objective around some parameters.

    `differences[k]`, shape (2, parameters), are the one-sided differences with steps h / 2ᵏ, left and right.
    """

    def __init__(self, experiment: Experiment, parameters: Parameters, objective: Objective) -> None:
        flat = parameters.flat
        steps = STEP * np.maximum(1.0, np.abs(flat))
        own = experiment.with_training(loss=objective.loss, reduction=objective.reduction)
        self._experiment, self._penalized = own, objective.penalized
        self._losses = ManyLosses(own, 2 * flat.size)
        self.center = float(self._at(flat[:, np.newaxis])[0])
        self.differences = np.array([self._one_sided(flat, steps / 2**power) for power in range(3)])

    @property
    def numeric(self) -> Array:
        """The central differences, shape (parameters,)."""
        both: Array = np.mean(self.differences[0], axis=0)
        return both

    def kinked(self, floor: float) -> NDArray[np.bool_]:
        """Return by which parameters the loss has a kink within the step, shape (parameters,), bool.

        Left and right also differ where the loss is curved, but then half as much with half the step, and a quarter
        as much with a quarter of it. A kink cannot keep to both, wherever it lies.
        """
        gaps = self.differences[:, 1] - self.differences[:, 0]
        size = np.maximum(np.max(np.abs(self.differences), axis=(0, 1)), floor)
        bent = np.maximum(np.abs(gaps[0] - 2 * gaps[1]), np.abs(gaps[0] - 4 * gaps[2]))
        bends: NDArray[np.bool_] = bent > KINK * size
        return bends

    def _one_sided(self, flat: Array, steps: Array) -> Array:
        """Return the differences to the left and to the right, shape (2, parameters)."""
        right, left = flat + steps, flat - steps  # the steps as they come out after rounding are what is divided by
        moved = np.concatenate([self._nudged(flat, left), self._nudged(flat, right)])
        losses = moved.reshape(2, flat.size)
        with np.errstate(all="ignore"):
            return np.array([(self.center - losses[0]) / (flat - left), (losses[1] - self.center) / (right - flat)])

    def _nudged(self, flat: Array, moved: Array) -> Array:
        """Return the objective with one parameter after the other moved, shape (parameters,)."""
        losses: Array = np.empty(flat.size)
        for start in range(0, flat.size, self._losses.runs):
            indices = np.arange(start, min(start + self._losses.runs, flat.size))
            vectors = np.repeat(flat[:, np.newaxis], indices.size, axis=1)
            vectors[indices, indices - start] = moved[indices]
            losses[indices] = self._at(vectors)
        return losses

    def _at(self, vectors: Array) -> Array:
        losses = self._losses(vectors)
        if self._penalized:
            rule = self._experiment.training.regularization
            weights = Parameters(self._experiment.sizes, vectors, vectors.shape[1:]).flat_weights
            losses += [rule.penalty(column) for column in weights.T]
        return losses


def _relative_errors(analytic: Array, numeric: Array, floor: float) -> Array:
    errors: Array = np.abs(analytic - numeric) / np.maximum(np.maximum(np.abs(analytic), np.abs(numeric)), floor)
    return errors


def _factor(analytic: Array, numeric: Array, floor: float) -> float | None:
    """Return the one number that all of `numeric` times it are `analytic`, by least squares, or None."""
    if max(np.abs(numeric).max(initial=0.0), np.abs(analytic).max(initial=0.0)) < floor:
        return None
    square = float(numeric @ numeric)
    factor = float(analytic @ numeric) / square if square else 0.0
    fits = square and _relative_errors(analytic, factor * numeric, floor).max() <= SAME_FACTOR
    return factor if fits else None
