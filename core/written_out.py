"""One number of a result written out as arithmetic: 0.325·0.022 − 0.987·0.251 + … = −0.0101."""

from core.numerals import MINUS, format_number
from core.operations import Combination, Operation

MOST_SUMMANDS = 6


def write_out(operation: Operation, row: int, column: int) -> str:
    """Return how result[row, column] of `operation` is made, with numbers; long sums are cut in the middle."""
    summands = _summands(operation, row, column)
    count = len(summands)
    if count > MOST_SUMMANDS:
        summands[MOST_SUMMANDS - 1 : -1] = []
    texts = [_write_summand(operation, numbers) for numbers in summands]
    if count > MOST_SUMMANDS:
        texts.insert(-1, "…")
    text = " + ".join(texts).replace(f"+ {MINUS}", f"{MINUS} ")
    if operation.divisor != 1:
        text = f"{text} / {operation.divisor}" if count == 1 else f"({text}) / {operation.divisor}"
    result = format_number(float(operation.result.values[row, column]))
    return f"{operation.symbol.text} = {text} = {result}"


def _summands(operation: Operation, row: int, column: int) -> list[tuple[float, ...]]:
    """Return the operands' numbers in each summand."""
    values = [
        operand.values[region].ravel().tolist()
        for operand, region in zip(operation.operands, operation.sources(row, column), strict=True)
    ]
    if operation.combination is Combination.PRODUCT:
        first, second, *rest = values
        return [*zip(first, second, strict=True), *(tuple(value) for value in rest)]
    return list(zip(*values, strict=True))


def _write_summand(operation: Operation, numbers: tuple[float, ...]) -> str:
    first, *others = map(format_number, numbers)
    others = [f"({number})" if number.startswith(MINUS) else number for number in others]
    if operation.combination is Combination.PRODUCT:
        return "·".join([first, *others])
    return operation.term.format(first, *others)
