"""What is wrong in a file, and where: msgspec's errors as one sentence that begins with the place.

A place is a path from the top, `$`, such as `$.network.layers[1].units`. What belongs there is read from the types.
"""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

import msgspec
from msgspec import inspect

from core.files.document import Document
from core.settings import Range
from core.text import Phrase, RefusalError, translatable

NOT_FINITE = translatable("core", "{at}: expected a finite number, not {value}")
EXPECTED = translatable("core", "{at}: expected {expected}")
SHOWN_CHARACTERS = 24  # of a number that is too large

_PLACE = re.compile(r" - at `(\$[^`]*)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_MISSING = re.compile(r"^Object missing required field `(.*)`$", re.DOTALL)
_UNKNOWN = re.compile(r"^Object contains unknown field `(.*)`$", re.DOTALL)

_WORDS: dict[type[inspect.Type], str] = {
    inspect.IntType: translatable("core", "an integer"),
    inspect.FloatType: translatable("core", "a number"),
    inspect.StrType: translatable("core", "a text"),
    inspect.BoolType: translatable("core", "true or false"),
    inspect.NoneType: translatable("core", "null"),
    inspect.VarTupleType: translatable("core", "a list"),
    inspect.StructType: translatable("core", "an object"),
}

Step = str | int


def refusal_of(error: msgspec.ValidationError, raw: object) -> RefusalError:
    """Return the refusal of `raw`, the content of a file, which msgspec has found wrong."""
    text = str(error)
    found = _PLACE.search(text)
    place = found[1] if found else "$"
    text = text[: found.start()] if found else text
    if isinstance(error.__cause__, RefusalError):
        return refusal_at(place, error.__cause__, raw)
    steps = steps_of(place)
    kinds, value = _at(steps, raw)
    if missing := _MISSING.match(text):
        return refusal_in(translatable("core", "{at}: “{key}” is missing"), place, key=missing[1])
    if unknown := _UNKNOWN.match(text):
        known = [field.encode_name for kind in _structs(kinds, value) for field in kind.fields]
        tags = [kind.tag_field for kind in _structs(kinds, value) if kind.tag_field]
        return refusal_in(
            translatable("core", "{at}: there is no “{key}” here; there can be {known}"),
            place,
            key=unknown[1],
            known=", ".join(tags + known),
        )
    if text.startswith("Number out of range"):
        return not_finite(place, str(value))
    return refusal_in(EXPECTED, place, expected=_described(kinds))


def refusal_at(place: str, refusal: RefusalError, raw: object) -> RefusalError:
    """Return the refusal of a part of a file, with its place in the file; `place` is that of the part."""
    place += refusal.place
    kinds, value = _at(steps_of(place), raw)
    names = _names(kinds)
    if value is not None and names and value not in names:
        return refusal_in(EXPECTED, place, expected=_described(kinds))
    reason = Phrase(refusal.template, **refusal.values)
    return refusal_in(translatable("core", "{at}: {reason}"), place, reason=reason)


def not_finite(place: str, value: str) -> RefusalError:
    """Return the refusal of a number that is not finite, or not in a double."""
    shown = value if len(value) <= SHOWN_CHARACTERS else f"{value[:SHOWN_CHARACTERS]}…"
    return refusal_in(NOT_FINITE, place, value=shown)


def refusal_in(template: str, place: str, **values: object) -> RefusalError:
    """Return a refusal whose sentence begins with the place in the file, `{at}`."""
    return RefusalError(template, place=place, at=place, **values)


def expected(place: str, what: str) -> RefusalError:
    """Return the refusal of what is at `place`, where `what` is expected."""
    return refusal_in(EXPECTED, place, expected=Phrase(what))


def place_of(steps: Iterable[Step]) -> str:
    """Return the place to which keys and numbers lead from the top."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


def steps_of(place: str) -> list[Step]:
    """Return the keys and numbers that lead to `place`."""
    return [int(number) if number else key for key, number in _STEP.findall(place)]


def _at(steps: Sequence[Step], raw: Any) -> tuple[list[inspect.Type], Any]:
    """Return the types of which something is expected after `steps`, and what is there."""
    kinds: list[inspect.Type] = [inspect.type_info(Document)]
    for step in steps:
        structs = _structs(kinds, raw)
        tags = [kind.tag for kind in structs if kind.tag_field == step]
        if isinstance(step, int):
            kinds = [kind.item_type for kind in _plain(kinds) if isinstance(kind, inspect.VarTupleType)]
        elif tags:
            known = [kind for kind in _plain(kinds) if isinstance(kind, inspect.StructType)]
            kinds = [inspect.LiteralType(tuple(kind.tag for kind in known))]
        else:
            kinds = [field.type for kind in structs for field in kind.fields if field.encode_name == step]
        try:
            raw = raw[step]
        except (LookupError, TypeError):
            raw = None
    return kinds, raw


def _plain(kinds: Iterable[inspect.Type]) -> list[inspect.Type]:
    """Return the types without what is said of them, one by one."""
    plain: list[inspect.Type] = []
    for kind in kinds:
        if isinstance(kind, inspect.Metadata):
            plain += _plain([kind.type])
        elif isinstance(kind, inspect.UnionType):
            plain += _plain(kind.types)
        else:
            plain.append(kind)
    return plain


def _structs(kinds: Iterable[inspect.Type], raw: object) -> list[inspect.StructType]:
    """Return the object that is expected; of several, the one that `raw` names or, where it names none, all."""
    structs = [kind for kind in _plain(kinds) if isinstance(kind, inspect.StructType)]
    named = [
        kind for kind in structs if isinstance(raw, dict) and kind.tag_field and raw.get(kind.tag_field) == kind.tag
    ]
    return named or structs


def _names(kinds: Iterable[inspect.Type]) -> list[object]:
    """Return the names among which there is a choice."""
    names: list[object] = []
    for kind in kinds:
        if isinstance(kind, inspect.LiteralType):
            names += kind.values
        elif isinstance(kind, inspect.Metadata):
            names += (kind.extra_json_schema or {}).get("enum", [])
    return names


def _described(kinds: Iterable[inspect.Type]) -> object:
    words: dict[str, object] = {}
    for kind in kinds:
        word = _word(kind)
        words.setdefault(str(word), word)
    return reduce(_either, words.values())


def _either(one: object, other: object) -> Phrase:
    return Phrase(translatable("core", "{one} or {other}"), one=one, other=other)


def _word(kind: inspect.Type) -> object:
    names = _names([kind])
    if names:
        return Phrase(translatable("core", "one of {names}"), names=", ".join(f"“{name}”" for name in names))
    if isinstance(kind, inspect.Metadata):
        return _wanted(kind) or _word(kind.type)
    if isinstance(kind, inspect.UnionType):
        return _described(kind.types)
    return Phrase(_WORDS[type(kind)])


def _wanted(kind: inspect.Metadata) -> Phrase | None:
    """Return how a type is described: by the range of a setting, or in words of its own."""
    known: Range | None = (kind.extra or {}).get("range")
    description = (kind.extra_json_schema or {}).get("description")
    if known is not None:
        return known.phrase
    return Phrase(description) if description else None
