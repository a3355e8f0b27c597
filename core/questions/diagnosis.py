"""The diagnosis: what keeps a network from learning, with the numbers that show it.

It looks at all training samples at once, from the parameters as they are, and at the losses so far. The limits are
constants here; each is far from what a run shows that does well, so that such a run has no findings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from core.experiment import Experiment
from core.history import History
from core.kernels import Array
from core.network import Parameters
from core.numerals import format_number
from core.plan import Plan
from core.questions.plateau import Plateau, find_plateau
from core.questions.whole_data import whole_plan
from core.text import Phrase, translatable

LARGEST_SLOPES = {"sigmoid": 0.25, "tanh": 1.0}
SATURATED_SLOPE = 0.01  # of the largest slope: a sigmoid beyond ±6, a tanh beyond ±3
SATURATED_SHARE = 0.9  # of the samples; a unit that is saturated in fewer still learns from the others
WRONG = 0.5  # of the largest output; an output unit may be saturated where it is right
VANISHING, EXPLODING = 1e-3, 1e3  # root mean square of a layer's δ, as a multiple of the output layer's
SAME_WEIGHTS = 1e-9  # of the largest of two units' weights


class Kind(StrEnum):
    """What can be found, the worst first."""

    EXPLODING = "exploding"
    PLATEAU = "plateau"
    VANISHING = "vanishing"
    DEAD = "dead"
    SYMMETRIC = "symmetric"
    SATURATED = "saturated"


TITLES = {
    Kind.EXPLODING: translatable("core", "The gradient explodes in layer {layer}"),
    Kind.PLATEAU: translatable("core", "The run stands still"),
    Kind.VANISHING: translatable("core", "Layer {layer} learns slowly"),
    Kind.DEAD: translatable("core", "Units of layer {layer} are dead"),
    Kind.SYMMETRIC: translatable("core", "Units of layer {layer} are the same"),
    Kind.SATURATED: translatable("core", "Units of layer {layer} are saturated"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in `layer`, counted from 1, 0 being the input.

    `units` and `samples` are those that it is about, counted from 0; in the sentence they count from 1, as they are
    shown. `evidence` has the numbers by name.
    """

    kind: Kind
    layer: int
    sentence: Phrase = field(compare=False)  # it follows from the others
    units: tuple[int, ...] = ()
    samples: tuple[int, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)

    @property
    def title(self) -> Phrase:
        """What is wrong, in a few words."""
        return Phrase(TITLES[self.kind], layer=self.layer)


@np.errstate(over="ignore")
def diagnose(experiment: Experiment, parameters: Parameters, history: History | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with the network at `parameters` and, where there is a `history`, with how it got there.

    The worst stands first. Where a gradient is NaN or infinite, that is the only finding: nothing else can be known.
    """
    plan = whole_plan(experiment, parameters)
    diverged = _diverged(plan)
    if diverged is not None:
        return (diverged,)
    findings = [*_gradient_sizes(plan)]
    for number in range(1, len(plan.layers) + 1):
        findings += [*_saturated(plan, number), *_dead(plan, number), *_symmetric(plan, number)]
    plateau = None if history is None else find_plateau(plan, history)
    if plateau is not None:
        findings.append(_plateau_finding(plan, plateau))
    severity = list(Kind).index
    return tuple(sorted(findings, key=lambda finding: severity(finding.kind)))


def _diverged(plan: Plan) -> Finding | None:
    for number in range(len(plan.layers), 0, -1):
        if not np.isfinite(plan.layers[number - 1].delta.values).all():
            sentence = Phrase(
                translatable("core", "The gradient of layer {layer} is no finite number any more."), layer=number
            )
            return Finding(Kind.EXPLODING, number, sentence, evidence={"loss": plan.loss.item()})
    return None


def _gradient_sizes(plan: Plan) -> Iterator[Finding]:
    """Compare the size of δ in the hidden layers with that in the output layer; only the farthest off is told of."""
    sizes = [_root_mean_square(layer.delta.values) for layer in plan.layers]
    if len(sizes) == 1 or sizes[-1] == 0:
        return
    ratios = [size / sizes[-1] for size in sizes[:-1]]
    vanishing = translatable(
        "core", "The gradient vanishes on its way back: in layer {layer}, δ has {ratio} times its size in the output."
    )
    exploding = translatable(
        "core", "The gradient explodes on its way back: in layer {layer}, δ has {ratio} times its size in the output."
    )
    for kind, template, ratio, found in (
        (Kind.VANISHING, vanishing, min(ratios), min(ratios) < VANISHING),
        (Kind.EXPLODING, exploding, max(ratios), max(ratios) > EXPLODING),
    ):
        if found:
            layer = ratios.index(ratio) + 1
            evidence = {"ratio": ratio, "delta": sizes[layer - 1], "output_delta": sizes[-1]}
            yield Finding(kind, layer, Phrase(template, layer=layer, ratio=format_number(ratio)), evidence=evidence)


def _saturated(plan: Plan, number: int) -> Iterator[Finding]:
    layer, samples = plan.layers[number - 1], plan.samples
    largest = LARGEST_SLOPES.get(layer.function.name)
    if largest is None:
        return
    flat = layer.slope.values < SATURATED_SLOPE * largest
    if number == len(plan.layers):
        flat &= np.abs(layer.activation.values - plan.targets.values) > WRONG
    counts = np.sum(flat, axis=0)
    units = tuple(np.flatnonzero(counts >= SATURATED_SHARE * samples).tolist())
    if units:
        count, limit = int(min(counts[list(units)])), SATURATED_SLOPE * largest
        one = translatable(
            "core",
            "Unit {units} of layer {layer} is saturated: its slope is below {limit} in {count} of {samples} samples.",
        )
        many = translatable(
            "core",
            "Units {units} of layer {layer} are saturated: "
            "their slope is below {limit} in at least {count} of {samples} samples.",
        )
        sentence = _of_units(one, many, units, number, limit=format_number(limit), count=count, samples=samples)
        largest_slope = float(np.max(layer.slope.values[:, list(units)]))
        evidence = {"count": count, "samples": samples, "limit": limit, "largest_slope": largest_slope}
        yield Finding(Kind.SATURATED, number, sentence, units, evidence=evidence)


def _dead(plan: Plan, number: int) -> Iterator[Finding]:
    layer = plan.layers[number - 1]
    if layer.function.name != "relu":
        return
    highest = np.max(layer.pre_activation.values, axis=0)
    units = tuple(np.flatnonzero(highest <= 0).tolist())
    if units:
        one = translatable(
            "core",
            "Unit {units} of layer {layer} is dead: it answers 0 to all {samples} samples, and no gradient passes.",
        )
        many = translatable(
            "core",
            "Units {units} of layer {layer} are dead: they answer 0 to all {samples} samples, and no gradient passes.",
        )
        sentence = _of_units(one, many, units, number, samples=plan.samples)
        evidence = {"samples": plan.samples, "highest_sum": float(np.max(highest[list(units)]))}
        yield Finding(Kind.DEAD, number, sentence, units, evidence=evidence)


def _symmetric(plan: Plan, number: int) -> Iterator[Finding]:
    """Find hidden units with the same weights: they get the same gradient, and stay the same for ever."""
    if number == len(plan.layers):
        return
    layer, above = plan.layers[number - 1], plan.layers[number]
    units = np.vstack([layer.weights.values, layer.biases.values, above.weights.values.T])
    groups: list[list[int]] = []
    for unit in range(units.shape[1]):
        for group in groups:
            if _difference(units[:, group[0]], units[:, unit]) <= SAME_WEIGHTS:
                group.append(unit)
                break
        else:
            groups.append([unit])
    template = translatable(
        "core",
        "Units {units} of layer {layer} are the same: "
        "their weights differ by no more than {difference}, and they will always learn the same.",
    )
    for group in groups:
        if len(group) > 1:
            difference = float(np.max(np.ptp(units[:, group], axis=1)))
            sentence = Phrase(template, units=_listed(group), layer=number, difference=format_number(difference))
            yield Finding(Kind.SYMMETRIC, number, sentence, tuple(group), evidence={"difference": difference})


def _plateau_finding(plan: Plan, plateau: Plateau) -> Finding:
    sentence = Phrase(
        translatable(
            "core",
            "The loss changed by {change} % in the last {epochs} epochs, and the whole gradient is {norm} long, "
            "but the mean squared error is still {error}.",
        ),
        change=format_number(100 * plateau.change),
        epochs=plateau.epochs,
        norm=format_number(plateau.gradient_norm),
        error=format_number(plateau.mean_squared_error),
    )
    layer = len(plan.layers) - 1
    details = Phrase("")
    if plateau.closest is not None:
        closest = plateau.closest
        apart = translatable(
            "core",
            "Samples {first} and {second} have different targets, but layer {layer} hardly tells them apart: its "
            "activations differ by {distance}, so that the answers are {first_answer} and {second_answer}.",
        )
        details = Phrase(
            apart,
            first=closest.first + 1,
            second=closest.second + 1,
            layer=layer,
            distance=format_number(closest.distance),
            first_answer=_numbers(closest.first_answer),
            second_answer=_numbers(closest.second_answer),
        )
    elif plateau.undecided:
        halfway = translatable("core", "{count} of {samples} samples are answered halfway between the two classes.")
        details = Phrase(halfway, count=len(plateau.undecided), samples=plan.samples)
    both = Phrase(translatable("core", "{sentence} {details}"), sentence=sentence, details=details)
    return Finding(
        Kind.PLATEAU,
        layer if plateau.closest else layer + 1,
        both if details.template else sentence,
        samples=plateau.conflicting or plateau.undecided,
        evidence=plateau.evidence,
    )


def _of_units(one: str, many: str, units: Sequence[int], layer: int, **values: object) -> Phrase:
    return Phrase(one if len(units) == 1 else many, units=_listed(units), layer=layer, **values)


def _listed(units: Sequence[int]) -> object:
    """Return units as they are counted in sentences: 1, 2 and 3."""
    *others, last = (unit + 1 for unit in units)
    if not others:
        return last
    return Phrase(translatable("core", "{others} and {last}"), others=", ".join(map(str, others)), last=last)


def _numbers(values: tuple[float, ...]) -> str:
    return ", ".join(map(format_number, values))


def _difference(one: Array, other: Array) -> float:
    """Return the largest difference of two units' weights, as a multiple of the largest weight."""
    largest = max(np.max(np.abs(one)), np.max(np.abs(other)))
    return float(np.max(np.abs(one - other)) / largest) if largest else 0.0


def _root_mean_square(values: Array) -> float:
    """Return the size of finite values, whose squares need not be finite."""
    largest = float(np.max(np.abs(values)))
    return largest * float(np.sqrt(np.mean(np.square(values / largest)))) if largest else 0.0
