"""One number of a result written out as arithmetic: 0.325·0.022 − 0.987·0.251 + … = −0.0101."""

import re

from core.numerals import MINUS, format_number
from core.operations import Combination, Operation

MOST_SUMMANDS = 6

_DOUBLE_BRACKETS = re.compile(r"\((\([^()]*\))\)")


def write_out(operation: Operation, row: int, column: int) -> str:
    """Return how result[row, column] of `operation` is made, with numbers; long sums are cut in the middle."""
    result = format_number(float(operation.result.values[row, column]))
    if operation.combination is Combination.ROWS:
        return f"{operation.symbol.text} = {_write_row(operation, row, column)} = {result}"
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
    if operation.combination is Combination.NORM:
        text = f"√({text})"
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
    if operation.combination is Combination.NORM:
        return [(number,) for numbers in values for number in numbers]
    return list(zip(*values, strict=True))


def _write_row(operation: Operation, row: int, column: int) -> str:
    """Return the arithmetic of a number that depends on the whole row, whose cells it names only to add them up."""
    rows = [
        operand.values[region].ravel().tolist()
        for operand, region in zip(operation.operands, operation.sources(row, column), strict=True)
    ]
    summands = [operation.summand.format(*map(_bracketed, numbers)) for numbers in zip(*rows, strict=True)]
    if len(summands) > MOST_SUMMANDS:
        summands[MOST_SUMMANDS - 1 : -1] = ["…"]
    own = [_bracketed(numbers[column]) for numbers in rows]
    return _without_double_brackets(operation.term.format(*own, sum=" + ".join(summands)))


def _bracketed(number: float) -> str:
    text = format_number(number)
    return f"({text})" if text.startswith(MINUS) else text


def _write_summand(operation: Operation, numbers: tuple[float, ...]) -> str:
    first, *others = map(format_number, numbers)
    others = [f"({number})" if number.startswith(MINUS) else number for number in others]
    if operation.combination is Combination.PRODUCT:
        return "·".join([first, *others])
    if operation.combination is Combination.NORM:
        return f"({first})²"
    return _without_double_brackets(operation.term.format(first, *others))


def _without_double_brackets(text: str) -> str:
    return _DOUBLE_BRACKETS.sub(r"\1", text)
