"""What the learner is shown, run as it stands: NumPy as Python, written arithmetic as a sum to be done."""

import math
import re
from typing import Any

import numpy as np

_PYTHON_SIGNS = {"−": "-", "·": "*", "²": "**2", "½": "0.5", "^": "**", "√": "sqrt", "≥": ">=", "∞": "inf"}
_SIZE = re.compile(r"\|([^|]*)\|")

_NAMES: dict[str, Any] = {"max": max, "min": min, "abs": abs, "inf": math.inf, "NaN": math.nan, "e": np.float64(math.e)}
_NAMES |= {"ln": np.log, "sin": np.sin, "cos": np.cos, "tanh": np.tanh, "sqrt": np.sqrt, "sign": np.sign}


def run_numpy(line: str, names: dict[str, Any]) -> None:
    """Run one line of NumPy over `names`, which it may change."""
    with np.errstate(all="ignore"):
        exec(line, {"np": np}, names)  # noqa: S102 - the line is ours, and running it is the test


def numpy_value(expression: str, **names: object) -> Any:
    """Return what an expression of NumPy gives."""
    with np.errstate(all="ignore"):
        return eval(expression, {"np": np, **names})  # noqa: S307


def calculate(arithmetic: str) -> float:
    """Do a sum as it is written for people: 0.5·(−2)² + e^−(1)."""
    arithmetic = _SIZE.sub(r"abs(\1)", arithmetic)
    for sign, python in _PYTHON_SIGNS.items():
        arithmetic = arithmetic.replace(sign, python)
    with np.errstate(all="ignore"):
        return float(eval(arithmetic, dict(_NAMES)))  # noqa: S307
