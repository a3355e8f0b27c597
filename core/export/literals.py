"""Numbers as Python text, from which the very same doubles are read back."""

import math
from collections.abc import Iterable, Iterator, Sequence

from core.kernels import Array

WIDTH = 100
MOST_ROWS = 50  # an array of more rows has several of them in a line


def number(value: float) -> str:
    """Return a number as Python."""
    return repr(float(value)) if math.isfinite(value) else f'float("{float(value)}")'


def array(name: str, call: str, values: Array) -> Iterator[str]:
    """Yield the lines of `name = call([...])`: one line where they fit, else a row in each, else as many as fit."""
    rows = [f"[{', '.join(map(number, row))}]" for row in values.tolist()]
    line = f"{name} = {call}([{', '.join(rows)}])"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{name} = {call}(["
    yield from packed(rows) if len(rows) > MOST_ROWS else (f"    {row}," for row in rows)
    yield "])"


def integers(name: str, values: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a long list of integers."""
    yield f"{name} = ["
    yield from packed(map(str, values))
    yield "]"


def packed(items: Iterable[str]) -> Iterator[str]:
    """Yield lines of as many items as fit."""
    line = "   "
    for item in items:
        if line.strip() and len(line) + len(item) + 2 > WIDTH:
            yield line
            line = "   "
        line += f" {item},"
    yield line


def comment(text: str) -> str:
    """Return a text from outside so that it stays in the line of a comment."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
