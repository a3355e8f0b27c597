"""The core's English in the window's language, and large counts."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.numerals import MINUS
from core.text import Phrase, RefusalError


def core_text(template: str, values: Mapping[str, object] | None = None) -> str:
    """Return a text the core marked as translatable, in the language of the window, with `values` put in."""
    translated = QCoreApplication.translate("core", template)
    return translated.format(**{name: _value_text(value) for name, value in values.items()}) if values else translated


def phrase_text(phrase: Phrase) -> str:
    """Return a phrase of the core in the language of the window."""
    return core_text(phrase.template, phrase.values)


def refusal_text(refusal: RefusalError) -> str:
    """Return the sentence of a refusal in the language of the window."""
    return core_text(refusal.template, refusal.values)


def _value_text(value: object) -> object:
    if isinstance(value, Phrase):
        return phrase_text(value)
    return count_text(value) if type(value) is int else value


def count_text(count: int) -> str:
    """Return a whole number with its thousands set apart and a true minus sign."""
    return f"{count:,}".replace("-", MINUS)


def round_text(number: float) -> str:
    """Return a round number, such as stands at an axis, in as few digits as it has."""
    digits, _, power = f"{number:g}".partition("e")
    return (f"{digits}e{int(power)}" if power else digits).replace("-", MINUS)
