"""What the learner is shown, run as it stands: NumPy as Python, written arithmetic as a sum to be done."""

import math
from typing import Any

import numpy as np

_PYTHON_SIGNS = {"−": "-", "·": "*", "²": "**2", "½": "0.5", "^": "**"}


def run_numpy(line: str, names: dict[str, Any]) -> None:
    """Run one line of NumPy over `names`, which it may change."""
    with np.errstate(all="ignore"):
        exec(line, {"np": np}, names)  # noqa: S102 - the line is ours, and running it is the test


def numpy_value(expression: str, **names: object) -> Any:
    """Return what an expression of NumPy gives."""
    return eval(expression, {"np": np, **names})  # noqa: S307


def calculate(arithmetic: str) -> float:
    """Do a sum as it is written for people: 0.5·(−2)² + e^−(1)."""
    for sign, python in _PYTHON_SIGNS.items():
        arithmetic = arithmetic.replace(sign, python)
    names = {"e": math.e, "ln": math.log, "sin": math.sin, "tanh": math.tanh, "max": max, "min": min}
    return float(eval(arithmetic, names))  # noqa: S307
