"""What one operation of a batch is.

An operation reads its operands and writes its own result, and never writes over an operand. So it can be done again
at any time, and taking a step back needs no undoing but that of the parameters.
"""

from dataclasses import dataclass
from enum import Enum, auto

from core.kernels import Array, Kernel, execute
from core.notation import Symbol
from core.stages import Stage
from core.text import Phrase, translatable

Region = tuple[slice, slice]


class Phase(Enum):
    """The four parts of a batch, in their order."""

    FORWARD = auto()
    LOSS = auto()
    BACKWARD = auto()
    UPDATE = auto()


class Role(Enum):
    """What an operation computes: a title, and a plain sentence on what it does."""

    PRE_ACTIVATION = (
        translatable("core", "weighted sum of layer {layer}"),
        translatable(
            "core",
            "Each unit adds up its inputs, each times the weight of its connection, and then its bias.",
        ),
    )
    ACTIVATION = (
        translatable("core", "activation of layer {layer}"),
        translatable("core", "Each unit bends its sum through the activation function; this is what it answers."),
    )
    LOSS = (
        translatable("core", "loss"),
        translatable("core", "One number says how far all outputs are from their targets. Training makes it small."),
    )
    OUTPUT_GRADIENT = (
        translatable("core", "gradient of the loss by the outputs"),
        translatable(
            "core",
            "How the loss would change if an output grew a little: it asks for less where this is positive.",
        ),
    )
    SLOPE = (
        translatable("core", "slope of the activation of layer {layer}"),
        translatable(
            "core",
            "How strongly each unit reacts to its sum just now. Near 0 the unit is saturated, and little passes.",
        ),
    )
    DELTA = (
        translatable("core", "δ of layer {layer}"),
        translatable("core", "What reaches the answer, times how the unit reacts: the gradient by the unit’s sum."),
    )
    WEIGHT_GRADIENT = (
        translatable("core", "gradient of the weights of layer {layer}"),
        translatable("core", "Each weight gets “what came in × δ”, added over the samples."),
    )
    BIAS_GRADIENT = (
        translatable("core", "gradient of the biases of layer {layer}"),
        translatable("core", "A bias comes in as a constant 1, so its gradient is δ, added over the samples."),
    )
    ACTIVATION_GRADIENT = (
        translatable("core", "gradient by the activations of layer {layer}"),
        translatable("core", "δ goes back through the same weights: each unit collects its share of the blame."),
    )
    UPDATE_COUNT = (
        translatable("core", "number of this update"),
        translatable("core", "The optimizer counts its updates, to correct for having started at zero."),
    )
    GRADIENT_NORM = (
        translatable("core", "length of the whole gradient"),
        translatable("core", "All gradients of the network taken as one long arrow; this is its length."),
    )
    CLIP_FACTOR = (
        translatable("core", "factor that cuts the gradient to size"),
        translatable("core", "1 where the gradient is short enough; otherwise what shortens it to the limit."),
    )
    STAGE = (
        translatable("core", "on the way to the new parameters"),
        translatable("core", "The optimizer makes something of the gradient before it takes the step."),
    )
    PROPOSED = (
        translatable("core", "{parameters} of layer {layer} after the step"),
        translatable("core", "Where the step leads. They are not final yet: what follows may hold some of them back."),
    )
    STOPPED = (
        translatable("core", "weights of layer {layer}, stopped at zero"),
        translatable("core", "Each is 0 if it crossed zero on this step. They are not final yet: some are frozen."),
    )
    WEIGHT_UPDATE = (
        translatable("core", "new weights of layer {layer}"),
        translatable("core", "Each weight takes a small step against its gradient; the learning rate sets its length."),
    )
    BIAS_UPDATE = (
        translatable("core", "new biases of layer {layer}"),
        translatable("core", "Each bias takes a small step against its gradient."),
    )

    def __init__(self, title: str, sentence: str) -> None:
        self.title = title
        self.sentence = sentence


class Combination(Enum):
    """Which cells of the operands a cell of the result is made of."""

    PRODUCT = auto()  # row of the first × column of the second, plus the cell below it in a third
    ELEMENTWISE = auto()  # the same cell of each, and the only cell of those that have but one
    ROWS = auto()  # the row of each
    COLUMN_SUM = auto()  # the column of the first
    TOTAL = auto()  # all cells of each
    NORM = auto()  # the squares of all cells


class AxisKind(Enum):
    """What one row or one column can stand for; NOTHING where there is but one."""

    SAMPLE = auto()
    UNIT = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Axis:
    """What the rows or the columns of an array stand for; `layer` is that of the units, 0 the input."""

    kind: AxisKind
    layer: int = 0


SAMPLES = Axis(AxisKind.SAMPLE)
NOTHING = Axis(AxisKind.NOTHING)


def units(layer: int) -> Axis:
    """Return the axis of the units of `layer`."""
    return Axis(AxisKind.UNIT, layer)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A named array of two dimensions, and what its rows and columns stand for."""

    symbol: Symbol
    values: Array
    rows: Axis
    columns: Axis

    @property
    def transposed(self) -> "Quantity":
        """The transpose: another view of the same numbers."""
        return Quantity(self.symbol.transposed, self.values.swapaxes(0, 1), self.columns, self.rows)

    def place(self, row: int, column: int) -> dict[Axis, int]:
        """Return what values[row, column] belongs to: a sample and a unit, two units, or one."""
        return {axis: index for axis, index in ((self.rows, row), (self.columns, column)) if axis != NOTHING}


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a batch.

    `formula` is LaTeX, `numpy` the line of NumPy that does the same, bit for bit. `signs` is what stands before the
    first operand, between them, and after the last. `term` writes out one number of the result, or one summand of it,
    with {0}, {1} … for the operands' numbers, and is empty for products; `divisor` is what the sum is divided by.
    Where a number depends on its row, {sum} in `term` stands for the sum of `summand` over the row. `stage` is the
    stage of an update that it is, and `of_biases` says that it is done for biases.
    """

    phase: Phase
    role: Role
    layer: int
    result: Quantity
    operands: tuple[Quantity, ...]
    signs: tuple[str, ...]
    formula: str
    numpy: str
    kernels: tuple[Kernel, ...]
    combination: Combination
    term: str = ""
    divisor: int = 1
    summand: str = ""
    stage: Stage | None = None
    of_biases: bool = False

    @property
    def title(self) -> Phrase:
        """What is computed, in a few words."""
        parameters = translatable("core", "biases") if self.of_biases else translatable("core", "weights")
        template = (self.stage and self.stage.title) or self.role.title
        return Phrase(template, layer=self.layer, parameters=Phrase(parameters))

    @property
    def sentence(self) -> str:
        """What it does, in a plain sentence."""
        return (self.stage and self.stage.sentence) or self.role.sentence

    @property
    def symbol(self) -> Symbol:
        """The symbol of what is computed."""
        return self.result.symbol

    def execute(self) -> None:
        """Compute the result from the operands."""
        execute(self.kernels)

    def sources(self, row: int, column: int) -> tuple[Region, ...]:
        """Return, for each operand, the region of it that result[row, column] is made of."""
        one_row, one_column, everything = slice(row, row + 1), slice(column, column + 1), slice(None)
        match self.combination:
            case Combination.ELEMENTWISE:
                cell, only_cell = (one_row, one_column), (slice(0, 1), slice(0, 1))
                return tuple(only_cell if operand.values.size == 1 else cell for operand in self.operands)
            case Combination.ROWS:
                return ((one_row, everything),) * len(self.operands)
            case Combination.COLUMN_SUM:
                return ((everything, one_column),)
            case Combination.TOTAL | Combination.NORM:
                return ((everything, everything),) * len(self.operands)
            case Combination.PRODUCT:  # pragma: no branch - there is no other
                rest = ((slice(0, 1), one_column),) * (len(self.operands) - 2)
                return ((one_row, everything), (everything, one_column), *rest)
