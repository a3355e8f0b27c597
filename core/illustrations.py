"""What can be shown of an entry of a registry: its formulas, and a small drawing.

Drawings are computed by the very functions that train, so that an entry that is added has one without more work.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

import numpy as np
from msgspec.structs import replace

from core.activation import Activation
from core.clipping import Clipping, ClippingByNorm
from core.initializers import Initializer
from core.kernels import Array, execute
from core.losses import Loss, Reduction
from core.notation import CLIP_FACTOR, GRADIENT_NORM
from core.optimizer import Optimizer
from core.regularizers import Regularizer
from core.schedules import Schedule
from core.settings import options_of
from core.stages import CLIPPED, COUNT, FACTOR, GRADIENT, NEW, PARAMETERS, PENALIZED, PROPOSED, RATE, Stage
from core.text import translatable
from core.update_numbers import clip_factor, number

POINTS = 201
LETTERS = {PARAMETERS: "W", GRADIENT: "g", PENALIZED: "g", CLIPPED: r"\hat{g}", PROPOSED: r"\tilde{W}", RATE: r"\eta"}
LETTERS |= {COUNT: "t", FACTOR: "k", NEW + PARAMETERS: "W"}
STEEPNESS = 13.0  # of the valley an optimizer is shown in: how much steeper it is across than along
VALLEY_START, VALLEY_STEPS, VALLEY_RATE = (-1.9, 0.3), 50, 0.1
RADIUS = 1.3  # of the gradients that clipping is shown with, where the limit is 1
DRAWN_UNITS = 8  # of the layers whose weights an initializer is shown with
BINS = 50
EPOCHS, DURATIONS = 10_000, 3


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from point to point. `text` names it beside others; a `quiet` one is there to be compared with."""

    x: Array
    y: Array
    text: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Illustration:
    """An entry in words, formulas (LaTeX) and curves; `caption` says what the curves are.

    Where `is_map`, both directions have one scale.
    """

    title: str
    sentence: str
    formulas: tuple[str, ...] = ()
    caption: str = ""
    curves: tuple[Curve, ...] = ()
    is_map: bool = False


@singledispatch
def illustrate(entry: object) -> Illustration:
    """Return what can be shown of an entry of a registry."""
    raise TypeError(f"{type(entry).__name__} is no entry of a registry")


@illustrate.register
def _(entry: Activation) -> Illustration:
    z = _line(-5, 5)
    sums = np.column_stack([z, np.zeros_like(z)]) if entry.mixes_units else z[:, None]
    answers, slopes = np.empty_like(sums), np.empty_like(sums)
    execute(entry.forward(sums, answers))
    only_first = np.zeros_like(sums)
    only_first[:, 0] = 1
    execute(entry.derivative(only_first if entry.mixes_units else sums, answers, slopes))
    gradient = r"\frac{\partial L}{\partial a}"
    slope = r"\frac{\partial L}{\partial z}" if entry.mixes_units else r"\frac{\partial a}{\partial z}"
    alone = translatable("core", "The answer a and its slope ∂a/∂z over the sum z.")
    among = translatable(
        "core", "The answer a and its slope ∂a/∂z over the sum z of one of two units, the other’s is 0."
    )
    return Illustration(
        entry.title,
        entry.sentence,
        (
            f"a = {entry.latex.format(z='z')}",
            f"{slope} = {entry.latex_derivative.format(z='z', a='a', g=gradient)}",
        ),
        among if entry.mixes_units else alone,
        (Curve(z, answers[:, 0], "a"), Curve(z, slopes[:, 0], "∂a/∂z", quiet=True)),
    )


@illustrate.register
def _(entry: Loss) -> Illustration:
    outputs = _line(0.01, 0.99) if entry.for_probabilities else _line(-1, 2)

    def terms(target: float) -> Array:
        found = np.empty_like(outputs)
        execute(entry.term(outputs, np.full_like(outputs, target), found))
        return found

    return Illustration(
        entry.title,
        entry.sentence,
        (
            f"L = {entry.latex.format(a='a', y='y')}",
            rf"\frac{{\partial L}}{{\partial a}} = {entry.latex_derivative.format(a='a', y='y')}",
        ),
        translatable("core", "The loss of one output a, where the target y is 1 and where it is 0."),
        (Curve(outputs, terms(1), "y = 1"), Curve(outputs, terms(0), "y = 0", quiet=True)),
    )


@illustrate.register
def _(entry: Reduction) -> Illustration:
    return Illustration(entry.title, entry.sentence, (entry.latex,))


@illustrate.register
def _(entry: Optimizer) -> Illustration:
    along, across = _way_down(replace(entry, learning_rate=VALLEY_RATE))
    return Illustration(
        entry.title,
        entry.sentence,
        tuple(_assignments(entry.stages, entry.vectors)),
        translatable("core", "Its way down a long valley, seen from above."),
        (*_valley(), Curve(along, across)),
        is_map=True,
    )


@illustrate.register
def _(entry: Schedule) -> Illustration:
    durations = [getattr(entry, name) for name, option in options_of(type(entry)).items() if option.range.whole]
    epochs = np.linspace(0, DURATIONS * max(durations) if durations else EPOCHS, POINTS).round()
    rates = np.array([entry.rate(1.0, int(epoch)) for epoch in epochs])
    return Illustration(
        entry.title,
        entry.sentence,
        (rf"\eta_t = {entry.latex}",),
        translatable("core", "The learning rate over the epochs t."),
        (Curve(epochs, rates),),
    )


@illustrate.register
def _(entry: Regularizer) -> Illustration:
    weights = _line(-2, 2)
    return Illustration(
        entry.title,
        entry.sentence,
        tuple(_assignments((*entry.stages, *entry.final_stages))),
        translatable("core", "The penalty over one weight."),
        (Curve(weights, np.array([entry.penalty(weights[at : at + 1]) for at in range(POINTS)])),),
    )


@illustrate.register
def _(entry: Clipping) -> Illustration:
    angles = _line(0, 2 * np.pi)
    gradients = RADIUS * np.column_stack([np.cos(angles), np.sin(angles)])
    clipped, arrays = gradients.copy(), {GRADIENT: gradients}
    formulas = []
    if isinstance(entry, ClippingByNorm):
        arrays[FACTOR] = np.empty((POINTS, 1))
        norm = number(GRADIENT_NORM, np.full((POINTS, 1), RADIUS))
        operation = clip_factor(entry.limit, norm, number(CLIP_FACTOR, arrays[FACTOR]))
        execute(operation.kernels)
        formulas = [operation.formula]
    for stage in entry.stages:
        execute(stage.kernels(*(arrays[name] for name in stage.operands), clipped))
    return Illustration(
        entry.title,
        entry.sentence,
        (*formulas, *_assignments(entry.stages)),
        translatable("core", "Gradients of one length in all directions, before and after."),
        (Curve(gradients[:, 0], gradients[:, 1], quiet=True), Curve(clipped[:, 0], clipped[:, 1])),
        is_map=True,
    )


@illustrate.register
def _(entry: Initializer) -> Illustration:
    size = entry.size(DRAWN_UNITS, DRAWN_UNITS)
    drawn = entry.draw(np.random.RandomState(0), size, DRAWN_UNITS**2, DRAWN_UNITS**2)
    counts, edges = np.histogram(drawn, BINS, (-2.5, 2.5))
    return Illustration(
        entry.title,
        entry.sentence,
        (rf"w \sim {entry.latex}" if np.ptp(drawn) else f"w = {entry.latex}",),
        translatable("core", "How often each weight is drawn, in a layer with 8 units before it and 8 units."),
        (Curve(np.repeat(edges, 2), np.concatenate([[0.0], np.repeat(counts, 2), [0.0]])),),
    )


def _line(first: float, last: float) -> Array:
    return np.linspace(first, last, POINTS)


def _assignments(stages: Iterable[Stage], vectors: Iterable[str] = ()) -> Iterator[str]:
    """Yield the stages as formulas of one weight matrix, as they are written where it has no layer."""
    letters = LETTERS | {name: letter for letter in vectors for name in (letter, NEW + letter)}
    for stage in stages:
        yield rf"{letters[stage.result]} \leftarrow {stage.latex.format(**letters)}"


def _way_down(optimizer: Optimizer) -> Array:
    """Return where an optimizer goes in the valley, shape (2, steps)."""
    arrays = {name: np.zeros(2) for name in (PARAMETERS, GRADIENT, *optimizer.vectors)}
    arrays |= {RATE: np.array(optimizer.learning_rate), COUNT: np.zeros(())}
    place, gradient, count = arrays[PARAMETERS], arrays[GRADIENT], arrays[COUNT]
    kernels = [
        kernel
        for stage in optimizer.stages
        for kernel in stage.kernels(*(arrays[name.removeprefix(NEW)] for name in (*stage.operands, stage.result)))
    ]
    place[:] = VALLEY_START
    way = [place.copy()]
    for _ in range(VALLEY_STEPS):
        np.multiply(place, (1.0, STEEPNESS), gradient)
        count += 1
        execute(kernels)
        way.append(place.copy())
    return np.transpose(way)


def _valley() -> Iterator[Curve]:
    """Yield lines of one height of the valley ½ (along² + 13 · across²)."""
    angles = _line(0, 2 * np.pi)
    for length in (0.7, 1.4, 2.1):
        yield Curve(length * np.cos(angles), length / np.sqrt(STEEPNESS) * np.sin(angles), quiet=True)
