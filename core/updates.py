"""The update of a batch: from the gradients to new parameters, stage by stage.

The stages come from regularisation, clipping and the optimizer. Here they are put in a row and bound to arrays twice:
layer by layer, as operations to be looked at, and over the vectors of all parameters at once, to be fast.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from core import notation
from core.clipping import ClippingByNorm
from core.experiment import Experiment
from core.kernels import Array, Kernel, constant, only_cell, total
from core.network import Parameters, State
from core.notation import Symbol
from core.numerals import format_exactly
from core.operations import NOTHING, Combination, Operation, Phase, Quantity, Role, units
from core.stages import CLIPPED, COUNT, FACTOR, GRADIENT, NEW, PARAMETERS, PENALIZED, PROPOSED, RATE, Stage

ONE, SMALLEST_NORM = constant(1.0), constant(1e-6)
STEPPED = NEW + PARAMETERS


@dataclass(frozen=True, slots=True)
class _Link:
    """A stage in its place in the row: the names of the vectors it reads and of the one it writes."""

    stage: Stage
    reads: tuple[str, ...]
    writes: str


class Updates:
    """The update operations of a batch.

    `before` is the state at the start of the batch, `after` what the update writes. The backward operations write
    `gradients`; `learning_rate`, of shape (1, 1), is set from outside.
    """

    def __init__(self, experiment: Experiment, before: State, after: State, learning_rate: Array) -> None:
        self._training, self._layers = experiment.training, len(experiment.layers)
        self._before, self._after = before, after
        self._runs = before.flat.shape[1:]
        self._sizes = experiment.sizes
        self._kept = {vector.name: vector for vector in self._training.optimizer.vectors}
        self._vectors = self._allocate()
        self.gradients = self._vectors[GRADIENT]
        self._scalars = {
            RATE: _scalar(notation.LEARNING_RATE, learning_rate),
            FACTOR: _scalar(notation.CLIP_FACTOR, np.zeros((1, 1, *self._runs))),
        }
        if after.count is not None:
            self._scalars[COUNT] = _scalar(notation.UPDATE_COUNT, after.count)
        self._quantities: dict[tuple[str, bool, int], Quantity] = {}
        self._penalties, self._weight_links = self._row(of_biases=False)
        _, self._bias_links = self._row(of_biases=True)
        self._counting = list(self._count())
        self._clipping = list(self._measure())

    def operations(self) -> Iterator[Operation]:
        """Return the operations in their order: those of the last layer first, as its gradients are."""
        yield from self._counting
        for layer in range(self._layers, 0, -1):
            for link in self._penalties:
                yield self._operation(link, layer, of_biases=False)
        yield from self._clipping
        for layer in range(self._layers, 0, -1):
            for links, of_biases in ((self._weight_links, False), (self._bias_links, True)):
                for link in links:
                    yield self._operation(link, layer, of_biases=of_biases)

    def kernels(self, *, in_place: bool = False) -> list[Kernel]:
        """Return what computes the same as all operations, over the vectors of all parameters.

        `in_place` writes the new state over that at the start of the batch, where nobody wants to look at it.
        """
        vectors, before, after = self._vectors, self._before.count, self._after.count
        kernels = [kernel for operation in self._counting for kernel in operation.kernels]
        if in_place:
            vectors = vectors | {name: vectors[name.removeprefix(NEW)] for name in vectors if name.startswith(NEW)}
            if before is not None and after is not None:
                kernels.append(partial(np.copyto, before, after))
        kernels += self._bind(self._penalties, vectors, "flat_weights")
        kernels += [kernel for operation in self._clipping for kernel in operation.kernels]
        if self._training.regularization.final_stages:
            return [
                *kernels,
                *self._bind(self._weight_links, vectors, "flat_weights"),
                *self._bind(self._bias_links, vectors, "flat_biases"),
            ]
        return [*kernels, *self._bind(self._weight_links, vectors, "flat")]

    def quantity(self, name: str, layer: int, *, of_biases: bool) -> Quantity:
        """Return a vector's piece that belongs to the weights or biases of `layer`, or a number by its name."""
        if name in self._scalars:
            return self._scalars[name]
        key = name, of_biases, layer
        if key not in self._quantities:
            vector = self._vectors[name]
            values = (vector.biases if of_biases else vector.weights)[layer - 1]
            rows = NOTHING if of_biases else units(layer - 1)
            self._quantities[key] = Quantity(self._symbol(name, layer, of_biases=of_biases), values, rows, units(layer))
        return self._quantities[key]

    def _allocate(self) -> dict[str, Parameters]:
        vectors = {PARAMETERS: self._before.parameters, STEPPED: self._after.parameters, **self._before.vectors}
        vectors |= {NEW + name: vector for name, vector in self._after.vectors.items()}
        vectors |= {name: Parameters(self._sizes, runs=self._runs) for name in (GRADIENT, PENALIZED, CLIPPED, PROPOSED)}
        if self._training.regularization.stages:  # biases have no penalty: their gradient is what the next stage reads
            vectors[GRADIENT].share_biases(vectors[PENALIZED])
        return vectors

    def _row(self, *, of_biases: bool) -> tuple[list[_Link], list[_Link]]:
        """Return the penalty, and what follows it."""
        training, gradient = self._training, GRADIENT
        first, last = ((), ()) if of_biases else (training.regularization.stages, training.regularization.final_stages)
        links: list[_Link] = []
        for stage in (*first, *training.clipping.stages, *training.optimizer.stages):
            writes = PROPOSED if last and stage.result == STEPPED else stage.result
            reads = tuple(gradient if name == GRADIENT else name for name in stage.operands)
            links.append(_Link(stage, reads, writes))
            if stage.result in (PENALIZED, CLIPPED):
                gradient = stage.result
        links += [_Link(stage, stage.operands, stage.result) for stage in last]
        return links[: len(first)], links[len(first) :]

    def _bind(self, links: list[_Link], vectors: Mapping[str, Parameters], extent: str) -> list[Kernel]:
        """Return the kernels of `links` over the part `extent` of the vectors, an attribute of Parameters."""

        def values(name: str) -> Array:
            array: Array = getattr(vectors[name], extent)
            return array

        kernels: list[Kernel] = []
        for link in links:
            reads = [self._only_cell(name) if name in self._scalars else values(name) for name in link.reads]
            kernels += link.stage.kernels(*reads, values(link.writes))
        return kernels

    def _only_cell(self, name: str) -> Array:
        return only_cell(self._scalars[name].values)

    def _operation(self, link: _Link, layer: int, *, of_biases: bool) -> Operation:
        stage = link.stage
        operands = [self.quantity(name, layer, of_biases=of_biases) for name in link.reads]
        result = self.quantity(link.writes, layer, of_biases=of_biases)
        symbols = dict(zip(stage.operands, (operand.symbol for operand in operands), strict=True))
        arrow = r"\leftarrow" if link.writes.startswith(NEW) else "="
        latex = stage.latex.format(**{name: symbol.latex for name, symbol in symbols.items()})
        reads = [
            self._only_cell(name) if name in self._scalars else operand.values
            for name, operand in zip(link.reads, operands, strict=True)
        ]
        return Operation(
            phase=Phase.UPDATE,
            role=_role(link, of_biases=of_biases),
            layer=layer,
            result=result,
            operands=tuple(operands),
            signs=stage.signs,
            formula=f"{result.symbol.latex} {arrow} {latex}",
            numpy=_line(link, result.symbol, symbols),
            kernels=tuple(stage.kernels(*reads, result.values)),
            combination=Combination.ELEMENTWISE,
            term=stage.written,
            stage=stage,
            of_biases=of_biases,
        )

    def _symbol(self, name: str, layer: int, *, of_biases: bool) -> Symbol:
        parameters = notation.biases(layer) if of_biases else notation.weights(layer)
        kept = self._kept.get(name.removeprefix(NEW))
        return notation.vector(kept.text, kept.latex, parameters) if kept else SYMBOLS[name](parameters)

    def _count(self) -> Iterator[Operation]:
        """Yield the operation that counts updates, for an optimizer that needs to know."""
        before, after = self._before.count, self._after.count
        if before is None or after is None:
            return
        symbol = notation.UPDATE_COUNT
        yield Operation(
            phase=Phase.UPDATE,
            role=Role.UPDATE_COUNT,
            layer=0,
            result=self._scalars[COUNT],
            operands=(_scalar(symbol, before),),
            signs=("", "+ 1"),
            formula=rf"{symbol.latex} \leftarrow {symbol.latex} + 1",
            numpy=f"{symbol.code} += 1",
            kernels=(partial(np.add, before, ONE, after),),
            combination=Combination.ELEMENTWISE,
            term="{0} + 1",
        )

    def _measure(self) -> Iterator[Operation]:
        """Yield what clipping by the norm needs to know of all gradients together (Pascanu et al. 2013)."""
        clipping = self._training.clipping
        if not isinstance(clipping, ClippingByNorm):
            return
        gradient_of_weights = PENALIZED if self._penalties else GRADIENT
        gradients = [
            self.quantity(GRADIENT if of_biases else gradient_of_weights, layer, of_biases=of_biases)
            for layer in range(self._layers, 0, -1)
            for of_biases in (False, True)
        ]
        norm = _scalar(notation.GRADIENT_NORM, np.zeros((1, 1, *self._runs)))
        yield _norm_operation(gradients, norm)
        yield _factor_operation(clipping.limit, norm, self._scalars[FACTOR])


SYMBOLS: dict[str, Callable[[Symbol], Symbol]] = {
    PARAMETERS: lambda parameters: parameters,
    STEPPED: lambda parameters: parameters,
    GRADIENT: notation.loss_by,
    PENALIZED: notation.penalized,
    CLIPPED: notation.clipped,
    PROPOSED: notation.proposed,
}


def _role(link: _Link, *, of_biases: bool) -> Role:
    if link.writes == STEPPED:
        return Role.BIAS_UPDATE if of_biases else Role.WEIGHT_UPDATE
    return Role.PROPOSED_WEIGHTS if link.writes == PROPOSED else Role.STAGE


def _line(link: _Link, result: Symbol, symbols: Mapping[str, Symbol]) -> str:
    code = link.stage.numpy.format(**{name: symbol.code for name, symbol in symbols.items()})
    if not link.stage.is_step:
        return f"{result.code} = {code}"
    return f"{result.code} -= {code}" if link.writes == STEPPED else f"{result.code} = {symbols['p'].code} - {code}"


def _scalar(symbol: Symbol, values: Array) -> Quantity:
    return Quantity(symbol, values, NOTHING, NOTHING)


def _norm_operation(gradients: Sequence[Quantity], norm: Quantity) -> Operation:
    kernels: list[Kernel] = []
    for number, gradient in enumerate(gradients):
        squares, share = np.empty_like(gradient.values), np.empty_like(norm.values)
        kernels += [partial(np.square, gradient.values, squares), total(squares, share if number else norm.values)]
        if number:
            kernels.append(partial(np.add, norm.values, share, norm.values))
    kernels.append(partial(np.sqrt, norm.values, norm.values))
    codes = " + ".join(f"np.sum({gradient.symbol.code} ** 2)" for gradient in gradients)
    return Operation(
        phase=Phase.UPDATE,
        role=Role.GRADIENT_NORM,
        layer=0,
        result=norm,
        operands=tuple(gradients),
        signs=("√ Σ", *(",",) * (len(gradients) - 1), ""),
        formula=rf"{norm.symbol.latex} = \sqrt{{\sum g^2}}",
        numpy=f"{norm.symbol.code} = np.sqrt({codes})",
        kernels=tuple(kernels),
        combination=Combination.NORM,
    )


def _factor_operation(limit: float, norm: Quantity, factor: Quantity) -> Operation:
    shown = format_exactly(limit)
    return Operation(
        phase=Phase.UPDATE,
        role=Role.CLIP_FACTOR,
        layer=0,
        result=factor,
        operands=(norm,),
        signs=(f"min(1, {shown} /", ")"),
        formula=rf"{factor.symbol.latex} = \min\left(1, \frac{{c}}{{{norm.symbol.latex} + 10^{{-6}}}}\right)",
        numpy=f"{factor.symbol.code} = np.minimum(1, {limit!r} / ({norm.symbol.code} + 1e-06))",
        kernels=(
            partial(np.add, norm.values, SMALLEST_NORM, factor.values),
            partial(np.divide, constant(limit), factor.values, factor.values),
            partial(np.minimum, factor.values, ONE, out=factor.values),
        ),
        combination=Combination.ELEMENTWISE,
        term=f"min(1, {shown} / ({{0}} + 1e−6))",
    )
