"""Data sets at a choice: the logic gates and parity."""

from collections.abc import Callable
from itertools import product

from core.experiment import Data, Experiment, Layer
from core.text import translatable


def _truth_table(inputs: int, answer: Callable[[tuple[int, ...]], bool]) -> Data:
    rows = list(product((0, 1), repeat=inputs))
    return Data(
        inputs=tuple(tuple(float(bit) for bit in row) for row in rows),
        targets=tuple((float(answer(row)),) for row in rows),
    )


def _odd(bits: tuple[int, ...]) -> bool:
    return sum(bits) % 2 == 1


DATASETS: dict[str, tuple[str, Data]] = {
    "xor": (translatable("core", "XOR"), _truth_table(2, _odd)),
    "and": (translatable("core", "AND"), _truth_table(2, all)),
    "or": (translatable("core", "OR"), _truth_table(2, any)),
    "nand": (translatable("core", "NAND"), _truth_table(2, lambda bits: not all(bits))),
    "xnor": (translatable("core", "XNOR"), _truth_table(2, lambda bits: not _odd(bits))),
    "parity_3": (translatable("core", "3-bit parity"), _truth_table(3, _odd)),
}
"""From a name to a title and the data."""


def article_experiment() -> Experiment:
    """Return the experiment of the article: XOR, 2-2-1, sigmoid, the summed squared error, rate 0.1, seed 0."""
    return Experiment(DATASETS["xor"][1], layers=(Layer(2), Layer(1)))
