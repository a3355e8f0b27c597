"""Edits of many cells or samples at once."""

from collections.abc import Collection

from core.data import Data, Rows
from core.text import RefusalError, translatable


def with_block(data: Data, row: int, column: int, block: Rows, *, test: bool = False) -> Data:
    """Put a block of values over the cells from (row, column) on; rows that are missing are added, with zeros.

    Raises RefusalError where the block is wider than the columns that are left.
    """
    rows, width, room = list(data.rows(test=test)), len(block[0]), data.input_count + data.target_count - column
    if width > room:
        raise RefusalError(
            translatable("core", "The cells have {count} columns, but from here on there are {room}."),
            count=width,
            room=max(0, room),
        )
    missing = row + len(block) - len(rows)
    rows += [(0.0,) * (column + room)] * missing
    for at, values in enumerate(block, row):
        rows[at] = (*rows[at][:column], *values, *rows[at][column + width :])
    return data.with_rows(rows, test=test)


def moved_to(data: Data, chosen: Collection[int], *, test: bool) -> Data:
    """Take samples from those to learn from, and put them behind those to test with; or, without `test`, back.

    Raises RefusalError where none would be left to learn from.
    """
    leaving = tuple(row for at, row in enumerate(data.rows(test=not test)) if at in chosen)
    left = data.without_samples(chosen, test=not test)
    return left.with_rows(left.rows(test=test) + leaving, test=test)
