"""The gradient check: does what the way back computes agree with what nudging each parameter does to the loss.

The numeric gradient is the central difference (L(w + h) − L(w − h)) / 2h with a step h of its own for each parameter,
the size at which cutting off and rounding cost about the same: ∛ε · max(1, |w|) (Press et al., Numerical Recipes,
section 5.7). The relative error is that of Stanford's CS231n: |a − n| / max(|a|, |n|).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment, ParameterIndex
from core.kernels import Array
from core.losses import LOSSES, REDUCTIONS
from core.network import Parameters
from core.numerals import format_number
from core.questions.whole_data import ManyLosses, gradient, parameter_indices, parameter_names, whole_plan
from core.regularizers import NoRegularization
from core.text import Phrase, RefusalError, translatable

STEP = float(np.cbrt(np.finfo(np.float64).eps))
FLOOR = 3e-4  # × max(1, |L|): where differences of losses are rounded by ε·L / h, that is still far below 1e-6 of it
SAME_FACTOR = 1e-4  # all gradients are one multiple of the others where no relative error is above it
KINK = 1e-4  # of the gradient's size; one-sided differences of a smooth loss come out far closer than that
ROUNDING = 64 * float(np.finfo(np.float64).eps)  # of a loss, by the step: below it, differences are but rounding
PENALTY = "penalty"
PASS_MARK = 1e-5
"""Up to this relative error a gradient passes; one that is right comes out far below it with the usual step."""

OTHER_FACTOR = 1e-3  # a common factor farther than this from 1 is that of another objective
HALVINGS = 3  # of the step: whole, half and a quarter


@dataclass(frozen=True, slots=True)
class Objective:
    """The number whose gradient is asked for: a loss, a reduction, and whether the penalty on the weights is added."""

    loss: str
    reduction: str
    penalized: bool = False


@dataclass(frozen=True, slots=True)
class CheckedParameter:
    """The gradient by one parameter, `index` in Parameters.flat and `place` in the network, by both ways.

    `kinked` says that the loss bends sharply within the step, so that the two need not agree: there a ReLU's sum or an
    error that counts by its size is 0, or a weight whose size is penalized.
    """

    name: str
    index: int
    place: ParameterIndex
    analytic: float
    numeric: float
    relative_error: float
    kinked: bool

    @property
    def passes(self) -> bool:
        """Whether both agree, or need not."""
        return self.kinked or self.relative_error <= PASS_MARK


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

    @property
    def verdict(self) -> Phrase:
        """What has come out, in a sentence."""
        limit, count = format_number(PASS_MARK), len(self.parameters)
        wrong = sum(not checked.passes for checked in self.parameters)
        if self.factor is not None and abs(self.factor - 1) > OTHER_FACTOR:
            other = translatable(
                "core", "Every gradient is {factor} times the difference: what is made small is that multiple of it."
            )
            return Phrase(other, factor=format_number(self.factor))
        if wrong:
            differing = translatable(
                "core", "{wrong} of {count} gradients do not pass: they differ by more than {limit}."
            )
            return Phrase(differing, wrong=wrong, count=count, limit=limit)
        right = translatable(
            "core", "All {count} gradients pass: none differs by more than {largest}, and {limit} is allowed."
        )
        return Phrase(right, count=count, largest=format_number(self.max_relative_error), limit=limit)

    @property
    def remark(self) -> Phrase | None:
        """What there is to say of parameters at a kink, or None where there are none."""
        if not self.kinked:
            return None
        sentence = translatable(
            "core",
            "{count} of {all} parameters are at a kink, where the loss has no one slope and the two need not agree: "
            "the sum of a ReLU, an error or a penalized weight is just 0.",
        )
        return Phrase(sentence, count=len(self.kinked), all=len(self.parameters))


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
    experiment: Experiment, parameters: Parameters, objective: Objective | None = None, step: float = STEP
) -> GradientCheck:
    """Compare the gradient the experiment descends with the numeric gradient of `objective`, by default its own loss.

    Both are over all training samples at once; `step` is that of a parameter of size 1. Raises RefusalError where the
    objective does not suit the network, asks for a penalty that there is not, or is not finite.
    """
    comparison = Comparison(experiment, parameters, objective, step)
    for _ in comparison.steps():
        pass
    return comparison.result()


class Comparison:
    """A gradient check in steps so short that a window answers in between; raises what `check_gradients` raises.

    `differences[k]`, shape (2, parameters), are the one-sided differences of the objective with steps h / 2ᵏ, left and
    right. `total` is how many losses have to be computed for them.
    """

    def __init__(
        self, experiment: Experiment, parameters: Parameters, objective: Objective | None = None, step: float = STEP
    ) -> None:
        self.objective = own_objective(experiment) if objective is None else objective
        if self.objective.penalized and isinstance(experiment.training.regularization, NoRegularization):
            raise RefusalError(
                translatable("core", "There is no penalty to check: the experiment has no regularisation.")
            )
        self._own = experiment
        self._experiment = experiment.with_training(loss=self.objective.loss, reduction=self.objective.reduction)
        self._flat, self._step = parameters.flat.copy(), step
        self._center = 0.0
        self.differences: Array = np.zeros((HALVINGS, 2, self._flat.size))
        self.total = self.differences.size

    def steps(self) -> Iterator[int]:
        """Measure, and yield every few milliseconds how many losses are known."""
        losses = ManyLosses(self._experiment, 2 * self._flat.size)
        self._center = float(self._at(losses, self._flat[:, np.newaxis])[0])
        steps = self._step * np.maximum(1.0, np.abs(self._flat))
        done = 0
        for by_side, power in zip(self.differences, range(HALVINGS), strict=True):
            for differences, sign in zip(by_side, (-1, 1), strict=True):
                moved = self._flat + sign * steps / 2**power  # as it comes out after rounding
                for start in range(0, self._flat.size, losses.runs):
                    piece = slice(start, min(start + losses.runs, self._flat.size))
                    with np.errstate(all="ignore"):
                        rises = self._nudged(losses, piece, moved) - self._center
                        differences[piece] = rises / (moved - self._flat)[piece]
                    done += piece.stop - piece.start
                    yield done

    def result(self) -> GradientCheck:
        """Return what has come out, once all is measured."""
        parameters = Parameters(self._own.sizes, self._flat)
        analytic = gradient(whole_plan(self._own, parameters), penalized=self.objective.penalized).flat
        floor = FLOOR * max(1.0, abs(self._center))
        if not (np.isfinite(self.differences).all() and np.isfinite(analytic).all()):
            raise RefusalError(
                translatable("core", "The gradient cannot be checked where the loss is not a finite number.")
            )
        numeric: Array = np.mean(self.differences[0], axis=0)
        errors, kinked = _relative_errors(analytic, numeric, floor), self._kinked(floor)
        columns = analytic.tolist(), numeric.tolist(), errors.tolist(), kinked.tolist()
        names = zip(parameter_names(self._own), parameter_indices(self._own), strict=True)
        checked = [
            CheckedParameter(name, index, place, *numbers)
            for index, ((name, place), *numbers) in enumerate(zip(names, *columns, strict=True))
        ]
        return GradientCheck(self.objective, tuple(checked), _factor(analytic[~kinked], numeric[~kinked], floor))

    def _kinked(self, floor: float) -> NDArray[np.bool_]:
        """Return by which parameters the loss has a kink within the step, shape (parameters,), bool.

        Left and right also differ where the loss is curved, but then half as much with half the step, and a quarter
        as much with a quarter of it. A kink cannot keep to both, wherever it lies.
        """
        gaps = self.differences[:, 1] - self.differences[:, 0]
        size = np.maximum(np.max(np.abs(self.differences), axis=(0, 1)), floor)
        bent = np.maximum(np.abs(gaps[0] - 2 * gaps[1]), np.abs(gaps[0] - 4 * gaps[2]))
        rounding = ROUNDING * max(1.0, abs(self._center)) / self._step
        bends: NDArray[np.bool_] = bent > np.maximum(KINK * size, rounding)
        return bends

    def _nudged(self, losses: ManyLosses, piece: slice, moved: Array) -> Array:
        """Return the objective with one parameter after the other of a piece moved, shape (parameters of it,)."""
        indices = np.arange(piece.start, piece.stop)
        vectors = np.repeat(self._flat[:, np.newaxis], indices.size, axis=1)
        vectors[indices, indices - piece.start] = moved[indices]
        return self._at(losses, vectors)

    def _at(self, losses: ManyLosses, vectors: Array) -> Array:
        found = losses(vectors)
        if self.objective.penalized:
            rule = self._own.training.regularization
            weights = Parameters(self._own.sizes, vectors, vectors.shape[1:]).flat_weights
            found += [rule.penalty(column) for column in weights.T]
        return found


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
