import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import format_exactly, format_number, parse_number, parse_whole_number
from core.text import RefusalError

finite = st.floats(-1e308, 1e308)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0.5", 0.5), (" 2 ", 2.0), ("-0.25", -0.25), ("−0.25", -0.25), ("1e-3", 0.001), ("1e−3", 0.001), ("+7", 7.0)],
)
def test_a_number_is_read(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "abc", "1,5", "1 2", "½", "--1", "{0}"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_number(f" {text} ")
    assert str(refused.value) == f"“{text}” is not a number; write it like 0.5 or −2."


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e999"])
def test_what_is_not_finite_is_refused(text: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_number(text)
    assert str(refused.value) == f"A value must be finite, so “{text}” cannot be used."


@pytest.mark.parametrize(
    ("text", "number"),
    [("42", 42), (" 7 ", 7), ("−3", -3), ("10,000", 10_000), ("10 000", 10_000), ("1,234,567", 1_234_567)],
)
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert parse_whole_number(text) == number


@pytest.mark.parametrize("text", ["", "abc", "1.0", "1e3", "1,5", "10,00", "1 2", "1,2345", ",100"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_whole_number(f" {text} ")
    assert str(refused.value) == f"“{text}” is not a whole number."


@pytest.mark.parametrize("parse", [parse_number, parse_whole_number])
def test_of_very_many_digits_only_the_first_are_said_again(parse: Callable[[str], float]) -> None:
    with pytest.raises(RefusalError) as refused:
        parse("9" * 10_001)
    assert f"“{'9' * 39}…”" in str(refused.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (3.0, "3"),
        (-12345.0, "−12345"),
        (99999.0, "99999"),
        (100000.0, "1.000e5"),
        (0.1, "0.1000"),
        (-0.000999, "−9.990e−4"),
        (0.00099996, "0.001000"),
        (0.001, "0.001000"),
        (0.99999, "1.000"),
        (9.99961, "10.00"),
        (123.456, "123.5"),
        (1234.56, "1235"),
        (12345.6, "12346"),
        (9999.96, "10000"),
        (99999.9, "1.000e5"),
        (1.5e-300, "1.500e−300"),
        (-2.5e17, "−2.500e17"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
    ],
)
def test_a_number_is_shown_with_four_digits(value: float, text: str) -> None:
    assert format_number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "+0.5000"), (-0.5, "−0.5000"), (2.0, "+2"), (0.0, "0"), (math.inf, "+∞")]
)
def test_the_plus_sign_is_shown_where_it_is_asked_for(value: float, text: str) -> None:
    assert format_number(value, signed=True) == text


@given(finite)
def test_what_is_shown_is_the_number_to_four_digits(value: float) -> None:
    assert parse_number(format_number(value)) == pytest.approx(value, rel=5.001e-4, abs=1e-320)


@given(finite)
def test_no_number_is_shown_with_a_hyphen_or_in_two_notations(value: float) -> None:
    text = format_number(value)
    assert "-" not in text
    assert ("e" in text) == (value != 0 and not 1e-3 <= abs(parse_number(text)) < 1e5)


@given(finite)
def test_the_exact_text_reads_back_as_the_very_same_double(value: float) -> None:
    back = parse_number(format_exactly(value))
    assert (back, math.copysign(1, back)) == (value, math.copysign(1, value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (3.0, "3"),
        (-2.0, "−2"),
        (1e-5, "1e−05"),
        (1e20, "1e+20"),
        (np.float64(0.1), "0.1"),
        (math.inf, "∞"),
    ],
)
def test_the_exact_text_is_the_shortest(value: float, text: str) -> None:
    assert format_exactly(value) == text
