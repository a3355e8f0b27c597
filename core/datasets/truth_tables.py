"""The logic gates and parity: whole truth tables, bits counted up.

Noise moves each input by U(±1) · noise, drawn by rows; the targets stay those of the bits.
"""

from collections.abc import Callable
from itertools import product

import numpy as np

from core.datasets.dataset import Dataset, DatasetOptions, Draw
from core.kernels import Array
from core.text import translatable

Answer = Callable[[tuple[int, ...]], bool]


def _odd(bits: tuple[int, ...]) -> bool:
    return sum(bits) % 2 == 1


def _table(inputs: int, answer: Answer) -> Draw:
    rows = list(product((0, 1), repeat=inputs))
    bits = np.array(rows, np.float64)
    answers = np.array([[float(answer(row))] for row in rows])

    def draw(random: np.random.RandomState, _samples: int, noise: float) -> tuple[Array, Array]:
        return bits + random.uniform(-1, 1, bits.shape) * noise, answers

    return draw


def _truth_table(name: str, title: str, sentence: str, inputs: int, answer: Answer) -> Dataset:
    options = DatasetOptions(samples=2**inputs)
    return Dataset(name, title, sentence, _table(inputs, answer), options, is_random=False)


TRUTH_TABLES = (
    _truth_table(
        "xor",
        translatable("core", "XOR"),
        translatable("core", "1 where exactly one input is 1; no single line separates the answers."),
        inputs=2,
        answer=_odd,
    ),
    _truth_table(
        "and", translatable("core", "AND"), translatable("core", "1 where both inputs are 1."), inputs=2, answer=all
    ),
    _truth_table(
        "or",
        translatable("core", "OR"),
        translatable("core", "1 where at least one input is 1."),
        inputs=2,
        answer=any,
    ),
    _truth_table(
        "nand",
        translatable("core", "NAND"),
        translatable("core", "1 unless both inputs are 1."),
        inputs=2,
        answer=lambda bits: not all(bits),
    ),
    _truth_table(
        "xnor",
        translatable("core", "XNOR"),
        translatable("core", "1 where both inputs are alike; the opposite of XOR."),
        inputs=2,
        answer=lambda bits: not _odd(bits),
    ),
    _truth_table(
        "parity_3",
        translatable("core", "3-bit parity"),
        translatable("core", "1 where an odd number of the three inputs is 1."),
        inputs=3,
        answer=_odd,
    ),
    _truth_table(
        "parity_4",
        translatable("core", "4-bit parity"),
        translatable("core", "1 where an odd number of the four inputs is 1."),
        inputs=4,
        answer=_odd,
    ),
)
"""In the order in which they are offered."""
