"""What commands print: JSON for machines, tables for people, and how far long work has come."""

import math
import sys
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from core.kernels import Array
from core.network import Parameters


def show_json(value: object) -> None:
    """Print `value` as one line of JSON; what is not finite is null, as JSON has no word for it."""
    show(msgspec.json.encode(plain(value)).decode())


def show(text: str) -> None:
    """Print a line."""
    print(text)  # noqa: T201


def warn(text: str) -> None:
    """Print a line to those who watch, not into the result."""
    print(text, file=sys.stderr)  # noqa: T201


def plain(value: Any) -> Any:
    """Return `value` with arrays as nested lists and None for what is not finite."""
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def nested(parameters: Parameters) -> dict[str, list[Array]]:
    """Return weights[layer][unit before][unit] and biases[layer][unit]."""
    return {"weights": list(parameters.weights), "biases": [biases[0] for biases in parameters.biases]}


def show_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under a head, in columns as wide as they need to be."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        show("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def progress(total: int, unit: str) -> Any:
    """Return a progress bar, to be used with `with`; it is seen on a terminal only."""
    from tqdm import tqdm  # late: not every command takes long

    return tqdm(total=total, unit=f" {unit}", disable=None, leave=False, file=sys.stderr)
