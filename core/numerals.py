"""Numbers as a person writes and reads them."""

import math
import re

from core.text import RefusalError, shortened, translatable

MINUS = "\N{MINUS SIGN}"
SIGNIFICANT_DIGITS = 4
FIXED_RANGE = (1e-3, 1e5)  # sizes outside it are written with a power of ten

_THOUSANDS = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")  # the comma of “1,000”; that of “1,5” is a decimal point


def parse_number(text: str) -> float:
    """Return the finite number a person typed; a true minus sign is understood.

    Raises RefusalError where `text` is no number, is NaN or is infinite.
    """
    try:
        number = float(_python(text))
    except ValueError:
        raise RefusalError(
            translatable("core", "“{text}” is not a number; write it like 0.5 or −2."), text=shortened(text.strip())
        ) from None
    if not math.isfinite(number):
        raise RefusalError(
            translatable("core", "A value must be finite, so “{text}” cannot be used."), text=shortened(text.strip())
        )
    return number


def parse_whole_number(text: str) -> int:
    """Return the whole number a person typed; thousands may be set apart by commas or spaces.

    Raises RefusalError where `text` is no whole number.
    """
    try:
        return int(_THOUSANDS.sub("", _python(text)))
    except ValueError:
        raise RefusalError(
            translatable("core", "“{text}” is not a whole number."), text=shortened(text.strip())
        ) from None


def _python(text: str) -> str:
    """Return a number as Python reads it; Python's own 1_000 is no way to write one elsewhere."""
    return text.replace("_", "?").replace(MINUS, "-")


def format_number(value: float, *, signed: bool = False) -> str:
    """Return `value` with four significant digits and a true minus sign; `signed` writes the plus sign, too.

    Whole numbers stand without digits after the point; very small and very large sizes get a power of ten.
    """
    if math.isnan(value):
        return "NaN"
    if value == 0:
        return "0"
    if math.isinf(value):
        text = "∞"
    elif value.is_integer() and abs(value) < FIXED_RANGE[1]:
        text = f"{abs(value):.0f}"
    else:
        mantissa, power = f"{abs(value):.{SIGNIFICANT_DIGITS - 1}e}".split("e")
        exponent = int(power)
        if FIXED_RANGE[0] <= float(f"{mantissa}e{power}") < FIXED_RANGE[1]:
            text = f"{abs(value):.{max(0, SIGNIFICANT_DIGITS - 1 - exponent)}f}"
        else:
            text = f"{mantissa}e{exponent}".replace("-", MINUS)
    sign = MINUS if value < 0 else "+" if signed else ""
    return sign + text


def format_exactly(value: float) -> str:
    """Return the shortest text from which the very same double is read back, with a true minus sign."""
    if not math.isfinite(value):
        return format_number(value)
    whole = value == round(value) and abs(value) < 1e15
    return (f"{value:.0f}" if whole else repr(float(value))).replace("-", MINUS)
