import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.literals import WIDTH, array, comment, integers, number, packed
from core.kernels import Array

NUMPY = {"np": np}


def read_back(lines: list[str], name: str) -> object:
    names: dict[str, object] = dict(NUMPY)
    exec("\n".join(lines), names)  # noqa: S102 - the lines under test
    return names[name]


@given(st.floats(allow_nan=False))
def test_a_number_is_read_back_bit_for_bit(value: float) -> None:
    assert struct.pack("d", eval(number(value))) == struct.pack("d", value)  # noqa: S307


def test_numbers_are_written_as_short_as_they_can_be() -> None:
    assert [number(value) for value in (0.1, 1, -0.0, math.inf)] == ["0.1", "1.0", "-0.0", 'float("inf")']
    assert math.isnan(eval(number(math.nan)))  # noqa: S307


def test_a_short_array_stands_in_one_line() -> None:
    assert [*array("b1", "np.array", np.array([[0.5, -1]]))] == ["b1 = np.array([[0.5, -1.0]])"]


def test_a_longer_array_has_a_row_in_each_line() -> None:
    lines = [*array("X", "np.array", np.full((20, 2), 0.25))]
    assert lines == ["X = np.array([", *["    [0.25, 0.25],"] * 20, "])"]


@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (50, 3), (51, 3), (500, 2), (60, 20), (4, 64)])
def test_an_array_of_any_length_is_read_back(shape: tuple[int, int]) -> None:
    values: Array = np.random.RandomState(0).randn(*shape)
    back = read_back([*array("a", "np.array", values)], "a")
    assert isinstance(back, np.ndarray)
    assert back.tobytes() == values.tobytes()


def test_a_long_array_is_packed() -> None:
    lines = [*array("X", "np.array", np.zeros((500, 2)))]
    assert len(lines) < 90
    assert max(map(len, lines)) <= WIDTH


def test_what_is_too_long_for_a_line_has_one_of_its_own() -> None:
    assert [*packed(["x" * 200, "y", "z"])] == ["    " + "x" * 200 + ",", "    y, z,"]


def test_integers_are_packed_and_read_back() -> None:
    values = list(range(2**32 - 624, 2**32))
    assert read_back([*integers("key", values)], "key") == values


def test_a_comment_stays_in_its_line() -> None:
    assert comment("a\nimport os\r\u2028b\x00 c") == "a import os b c"
