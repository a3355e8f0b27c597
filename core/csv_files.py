"""Data as CSV: the table a spreadsheet reads and writes, one row for each sample, inputs first.

Cells may be apart by commas, semicolons, tabs or spaces. A first row that is not all numbers gives the names of the
columns. Where semicolons part the cells, as they do where Excel writes a decimal comma, a comma is one. Rows and
columns are counted from 1, as a spreadsheet counts them, empty rows and the row of names included.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from core.data import COLUMNS, MAX_COLUMNS, MAX_SAMPLES, Data, Names, Row, Rows
from core.numerals import MINUS
from core.text import Phrase, RefusalError, shortened, translatable

MAX_BYTES = 64 * 2**20
ENCODINGS = ("utf-8-sig", "cp932", "cp1252")  # Excel's own in Japan, and in the West
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")  # Excel's “Unicode text” begins with one
HEAD = 2**16  # characters in which the first row is looked for

_QUOTED = re.compile(r'(?<![^\t;,\s])"(?:[^"]|"")*"')  # a quotation mark within a cell is a character like others

Cells = Sequence[str]
NumberedRow = tuple[int, list[str]]


def load_csv(path: Path, target_count: int = 1) -> Data:
    """Read the data in a file; the last `target_count` columns are the targets.

    Raises RefusalError where the file holds no such data, and OSError where it cannot be read.
    """
    return read_csv(load_text(path), target_count)


def load_text(path: Path) -> str:
    """Read the text of a table in a file, in whichever encoding a spreadsheet wrote it.

    Raises RefusalError where the file holds no text, and OSError where it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise RefusalError(
            translatable("core", "The file is too large: up to {most} MB can be read."), most=MAX_BYTES // 2**20
        )
    return _decoded(content)


def read_csv(text: str, target_count: int = 1) -> Data:
    """Read the data in `text`; the last `target_count` columns are the targets.

    Raises RefusalError with the row and the column of the first cell that cannot be used.
    """
    COLUMNS.require(translatable("core", "number of targets"), target_count, ".targets[0]")
    text = text.removeprefix("\ufeff")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter)
    first = next(rows, None)
    if first is None:
        raise RefusalError(translatable("core", "The table is empty."))
    width = len(first[1])
    _require_width(width, target_count)
    inputs = width - target_count
    names = () if _is_sample(first[1], delimiter) else _names(first[1], inputs)
    samples = list(_samples(rows if names else chain([first], rows), names, width, delimiter))
    if not samples:
        raise RefusalError(translatable("core", "The table has the names of columns, but no row of numbers."))
    return Data(
        inputs=tuple(row[:inputs] for row in samples),
        targets=tuple(row[inputs:] for row in samples),
        input_names=names[:inputs],
        target_names=names[inputs:],
    )


def read_block(text: str) -> Rows:
    """Read cells of numbers, as a spreadsheet copies them; a first row of names only is left out.

    Raises RefusalError with the row and the column of the first cell that cannot be used.
    """
    delimiter = _delimiter(text)
    rows = list(_rows(text, delimiter))
    if len(rows) > 1 and not any(_number(cell, delimiter) is not None for cell in rows[0][1]):
        del rows[0]
    if not rows:
        raise RefusalError(translatable("core", "The table is empty."))
    return tuple(_samples(rows, (), len(rows[0][1]), delimiter))


def write_block(rows: Rows) -> str:
    """Return cells of numbers as a spreadsheet pastes them, and as `read_block` reads the same numbers."""
    return "\n".join("\t".join(map(repr, row)) for row in rows)


def write_csv(data: Data, *, test: bool = False) -> str:
    """Return the samples to learn from, or those to test with, as text from which `read_csv` reads the same numbers.

    The first row has the names of the columns. Where there are none, or none that could be told from numbers, inputs
    are called x1, x2 and so on, and targets y1, y2. Features are not written, but the inputs they are made of.
    """
    inputs, targets = (data.test_inputs, data.test_targets) if test else (data.inputs, data.targets)
    if not inputs:
        raise RefusalError(translatable("core", "There are no samples for testing."))
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(_header(data))
    writer.writerows(before + after for before, after in zip(inputs, targets, strict=True))
    return text.getvalue()


def _header(data: Data) -> Names:
    inputs, targets = _numbered("x", data.input_count), _numbered("y", data.target_count)
    names = (data.input_names or inputs) + (data.target_names or targets)
    return inputs + targets if _is_sample([name.strip() for name in names], ",") else names


def _numbered(letter: str, count: int) -> Names:
    return tuple(f"{letter}{number}" for number in range(1, count + 1))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content.startswith(UTF_16_MARKS) else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RefusalError(translatable("core", "The file is no text; save the table as CSV."))


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first row that is not empty; quoted cells do not count."""
    first = next((line for line in _QUOTED.sub("", text[:HEAD]).splitlines() if line.strip()), "")
    return next((mark for mark in "\t;," if mark in first), " ")


def _rows(text: str, delimiter: str) -> Iterator[NumberedRow]:
    """Yield the cells of each row that is not empty, with the number of the row."""
    lines: Iterable[str] = io.StringIO(text, newline="")
    if delimiter == " ":
        lines = (line.strip() for line in lines)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield number, cells
    except csv.Error:
        raise RefusalError(
            translatable("core", "The quotation marks in row {row} do not match."), row=number + 1
        ) from None


def _require_width(width: int, target_count: int) -> None:
    if width <= target_count:
        raise RefusalError(
            translatable("core", "The table needs {least} columns at least, inputs first; it has {count}."),
            least=target_count + 1,
            count=width,
        )
    if width - target_count > MAX_COLUMNS:
        raise RefusalError(
            translatable("core", "There can be 1 to {most} inputs, not {count}."),
            most=MAX_COLUMNS,
            count=width - target_count,
        )


def _is_sample(cells: Cells, delimiter: str) -> bool:
    """Say whether a first row is one of numbers; a number may be missing, to be missed later."""
    return all(not cell or _number(cell, delimiter) is not None for cell in cells)


def _names(cells: Cells, inputs: int) -> Names:
    """Return the names in the first row; one that is missing is made up."""
    made_up = _numbered("x", inputs) + _numbered("y", len(cells) - inputs)
    return tuple(cell or name for cell, name in zip(cells, made_up, strict=True))


def _samples(rows: Iterable[NumberedRow], names: Names, width: int, delimiter: str) -> Iterator[Row]:
    for count, (number, cells) in enumerate(rows):
        if count == MAX_SAMPLES:
            raise RefusalError(
                translatable("core", "The table has more than {most} samples, which is too many."), most=MAX_SAMPLES
            )
        if len(cells) != width:
            raise RefusalError(
                translatable("core", "Row {row} has {count}, not {width} cells like the first one."),
                row=number,
                count=len(cells),
                width=width,
            )
        yield tuple(_value(cells, column, number, names, delimiter) for column in range(width))


def _value(cells: Cells, column: int, row: int, names: Names, delimiter: str) -> float:
    cell = cells[column]
    value = _number(cell, delimiter)
    if value is not None and math.isfinite(value):
        return value
    if not cell:
        template = translatable("core", "Row {row}, column {column}: there is no number.")
    elif value is None:
        template = translatable("core", "Row {row}, column {column}: “{text}” is not a number.")
    else:
        template = translatable("core", "Row {row}, column {column}: “{text}” is not a finite number.")
    raise RefusalError(template, row=row, column=_column(column, names), text=shortened(cell))


def _number(cell: str, delimiter: str) -> float | None:
    """Return the number in a cell, which may be NaN or infinite, or None where there is none."""
    if "_" in cell:  # Python reads 1_000 as a number; others do not
        return None
    if delimiter == ";":
        cell = cell.replace(",", ".")
    try:
        return float(cell.replace(MINUS, "-"))
    except ValueError:
        return None


def _column(column: int, names: Names) -> Phrase:
    if not names:
        return Phrase("{column}", column=column + 1)
    return Phrase(translatable("core", "{column} (“{name}”)"), column=column + 1, name=shortened(names[column]))
