"""Curves as a table of numbers, one column or two for each."""

from collections.abc import Mapping

import numpy as np

from core.history import Curve
from core.kernels import Array
from gui.csv_text import csv_text


def curve_table(epoch: str, curves: Mapping[str, Curve], lowest: str, highest: str) -> str:
    """Return a line for each epoch that any of the curves has a point at, and columns for the curves by their names.

    A curve whose points stand for several epochs has two columns, with the `lowest` and the `highest` value. `epoch`,
    `lowest` and `highest` are what stands in the first line. Where there is no number, the place is empty.
    """
    columns: dict[str, tuple[Array, Array]] = {}
    for name, curve in curves.items():
        if np.array_equal(curve.low, curve.high, equal_nan=True):
            columns[name] = curve.epochs, curve.low
        else:
            columns[f"{name} {lowest}"] = curve.epochs, curve.low
            columns[f"{name} {highest}"] = curve.epochs, curve.high
    epochs = np.unique(np.concatenate([np.zeros(0), *(places for places, _ in columns.values())]))
    table = np.full((len(epochs), len(columns)), np.nan)
    for number, (places, values) in enumerate(columns.values()):
        table[np.searchsorted(epochs, places), number] = values
    rows = zip(epochs.tolist(), table.tolist(), strict=True)
    return csv_text((epoch, *columns), ((_epoch(at), *map(_cell, row)) for at, row in rows))


def _epoch(epoch: float) -> float:
    return int(epoch) if epoch.is_integer() else epoch


def _cell(value: float) -> object:
    return "" if np.isnan(value) else value
