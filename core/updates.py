"""The update of a batch: from the gradients to new parameters, stage by stage.

The stages come from regularisation, clipping, the optimizer and freezing. Here they are put in a row and bound to
arrays twice: layer by layer, as operations to be looked at, and over the vectors of all parameters at once, to be fast.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from core import notation, update_numbers
from core.clipping import ClippingByNorm
from core.experiment import Experiment
from core.freezing import HOLD
from core.kernels import Array, Kernel, only_cell
from core.network import Parameters, State, free_parameters
from core.notation import Symbol
from core.operations import NOTHING, Combination, Operation, Phase, Quantity, Role, units
from core.stages import (
    CLIPPED,
    COUNT,
    FACTOR,
    FREE,
    GRADIENT,
    NEW,
    PARAMETERS,
    PENALIZED,
    PROPOSED,
    RATE,
    STOPPED,
    Stage,
)
from core.update_numbers import number

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
        self._vectors = self._allocate(experiment)
        self.gradients = self._vectors[GRADIENT]
        self._scalars = {
            RATE: number(notation.LEARNING_RATE, learning_rate),
            FACTOR: number(notation.CLIP_FACTOR, np.zeros((1, 1, *self._runs))),
        }
        if after.count is not None:
            self._scalars[COUNT] = number(notation.UPDATE_COUNT, after.count)
        self._quantities: dict[tuple[str, bool, int], Quantity] = {}
        self._held = {(index.layer, index.before is None) for index in experiment.frozen}
        self._penalties, _ = self._row(of_biases=False, held=False)
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
            for of_biases in (False, True):
                _, links = self._row(of_biases=of_biases, held=(layer, of_biases) in self._held)
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
        _, of_weights = self._row(of_biases=False, held=bool(self._held))
        if not self._training.regularization.final_stages:
            if self._penalties:  # biases have no penalty: what follows reads their gradient
                kernels.append(partial(np.copyto, vectors[PENALIZED].flat_biases, self.gradients.flat_biases))
            return [*kernels, *self._bind(of_weights, vectors, "flat")]
        _, of_biases = self._row(of_biases=True, held=bool(self._held))
        of_all = (of_weights, "flat_weights"), (of_biases, "flat_biases")
        return [*kernels, *(kernel for links, extent in of_all for kernel in self._bind(links, vectors, extent))]

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

    def _allocate(self, experiment: Experiment) -> dict[str, Parameters]:
        vectors = {PARAMETERS: self._before.parameters, STEPPED: self._after.parameters, **self._before.vectors}
        vectors |= {NEW + name: vector for name, vector in self._after.vectors.items()}
        own = (GRADIENT, PENALIZED, CLIPPED, PROPOSED, *((STOPPED,) if experiment.frozen else ()))
        vectors |= {name: Parameters(experiment.sizes, runs=self._runs) for name in own}
        if experiment.frozen:
            vectors[FREE] = free_parameters(experiment, self._runs)
        return vectors

    def _row(self, *, of_biases: bool, held: bool) -> tuple[list[_Link], list[_Link]]:
        """Return the penalty, and what follows it; `held` says that a parameter of them is frozen."""
        training = self._training
        first, last = ((), ()) if of_biases else (training.regularization.stages, training.regularization.final_stages)
        stages = [*first, *training.clipping.stages, *training.optimizer.stages, *last, *([HOLD] if held else [])]
        newest: dict[str, str] = {}  # for gradient and proposed parameters, what the stages before have made of them
        links: list[_Link] = []
        for at, stage in enumerate(stages, start=1):
            reads, writes = tuple(newest.get(name, name) for name in stage.operands), stage.result
            if writes in (PENALIZED, CLIPPED):
                newest[GRADIENT] = writes
            elif writes == STEPPED and at < len(stages):
                writes = newest[PROPOSED] = STOPPED if PROPOSED in newest else PROPOSED
            links.append(_Link(stage, reads, writes))
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
        letter = name.removeprefix(NEW)
        is_kept = letter in self._training.optimizer.vectors
        return notation.vector(letter, parameters) if is_kept else SYMBOLS[name](parameters)

    def _count(self) -> Iterator[Operation]:
        """Yield the operation that counts updates, for an optimizer that needs to know."""
        before, after = self._before.count, self._after.count
        if before is None or after is None:
            return
        yield update_numbers.count(number(notation.UPDATE_COUNT, before), self._scalars[COUNT])

    def _measure(self) -> Iterator[Operation]:
        """Yield what clipping by the norm needs to know of all gradients together."""
        clipping = self._training.clipping
        if not isinstance(clipping, ClippingByNorm):
            return
        gradient_of_weights = PENALIZED if self._penalties else GRADIENT
        gradients = [
            self.quantity(GRADIENT if of_biases else gradient_of_weights, layer, of_biases=of_biases)
            for layer in range(self._layers, 0, -1)
            for of_biases in (False, True)
        ]
        norm = number(notation.GRADIENT_NORM, np.zeros((1, 1, *self._runs)))
        yield update_numbers.norm(gradients, norm)
        yield update_numbers.clip_factor(clipping.limit, norm, self._scalars[FACTOR])


SYMBOLS: dict[str, Callable[[Symbol], Symbol]] = {
    PARAMETERS: lambda parameters: parameters,
    STEPPED: lambda parameters: parameters,
    GRADIENT: notation.loss_by,
    PENALIZED: notation.penalized,
    CLIPPED: notation.clipped,
    PROPOSED: notation.proposed,
    STOPPED: notation.stopped,
    FREE: notation.free,
}

ROLES = {PROPOSED: Role.PROPOSED, STOPPED: Role.STOPPED}


def _role(link: _Link, *, of_biases: bool) -> Role:
    if link.writes == STEPPED:
        return Role.BIAS_UPDATE if of_biases else Role.WEIGHT_UPDATE
    return ROLES.get(link.writes, Role.STAGE)


def _line(link: _Link, result: Symbol, symbols: Mapping[str, Symbol]) -> str:
    code = link.stage.numpy.format(**{name: symbol.code for name, symbol in symbols.items()})
    if not link.stage.is_step:
        return f"{result.code} = {code}"
    return f"{result.code} -= {code}" if link.writes == STEPPED else f"{result.code} = {symbols['p'].code} - {code}"
