"""What all settings have in common: they are frozen, typed, and within their range.

A setting's type says its range once. The constructor holds to it, and so does what reads a file.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any, ClassVar, TypeVar

from msgspec import Meta, Struct, inspect

from core.numerals import format_exactly
from core.text import Phrase, RefusalError, translatable

Chosen = TypeVar("Chosen", bound="Choice")

MOST_EPOCHS = 10**12  # at a million epochs a second, eleven days


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """A group of settings. An edit makes a new one out of an old one, with `msgspec.structs.replace`."""


class Choice(Settings, frozen=True, tag_field="name"):
    """One entry of a registry with its options; the entry's class is tagged with its name."""

    title: ClassVar[str]
    sentence: ClassVar[str]

    def __post_init__(self) -> None:
        for name, option in options_of(type(self)).items():
            option.range.require(option.title, getattr(self, name), f".{name}")

    @property
    def name(self) -> str:
        """The name under which the registry has it."""
        return name_of(type(self))


def name_of(choice: type[Choice]) -> str:
    """Return the name under which a registry has `choice`."""
    return str(choice.__struct_config__.tag)


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a setting may have: from `least` to `most`, or `above` and `below` where an end does not belong."""

    least: float = -inf
    most: float = inf
    above: float = -inf
    below: float = inf
    whole: bool = False

    @property
    def meta(self) -> Meta:
        """The range for a type annotation, `Annotated[float, RANGE.meta]`."""
        return self.meta_with()

    def meta_with(self, **extra: object) -> Meta:
        """Return the range for a type annotation, with what else is to be known of the setting."""
        bounds: dict[str, Any] = {"ge": self.least, "le": self.most, "gt": self.above, "lt": self.below}
        finite: dict[str, Any] = {
            name: int(bound) if self.whole else bound for name, bound in bounds.items() if abs(bound) < inf
        }
        return Meta(**finite, description=str(self.phrase), extra={"range": self, **extra})

    @property
    def phrase(self) -> Phrase:
        """The range in words: an integer from 1 to 64."""
        if self.whole:
            return Phrase(
                translatable("core", "an integer from {least} to {most}"),
                least=format_exactly(self.least),
                most=format_exactly(self.most),
            )
        if self.above > -inf and self.most < inf:
            return Phrase(
                translatable("core", "a number above {above}, up to {most}"),
                above=format_exactly(self.above),
                most=format_exactly(self.most),
            )
        if self.below < inf:
            return Phrase(
                translatable("core", "a number from {least} to below {below}"),
                least=format_exactly(self.least),
                below=format_exactly(self.below),
            )
        if self.most < inf:
            return Phrase(
                translatable("core", "a number from {least} to {most}"),
                least=format_exactly(self.least),
                most=format_exactly(self.most),
            )
        if self.above > -inf:
            return Phrase(translatable("core", "a number above {above}"), above=format_exactly(self.above))
        if self.least > -inf:
            return Phrase(translatable("core", "a number of at least {least}"), least=format_exactly(self.least))
        return Phrase(translatable("core", "a finite number"))

    def __contains__(self, value: float) -> bool:
        within = self.least <= value <= self.most and self.above < value < self.below
        return within and (not self.whole or value == int(value))

    def require(self, setting: str, value: float, place: str) -> None:
        """Raise RefusalError where `value` is not in the range; `setting` is what it is called."""
        if value not in self:
            raise RefusalError(
                translatable("core", "The {setting} must be {range}, not {value}."),
                place=place,
                setting=Phrase(setting),
                range=self.phrase,
                value=format_exactly(value),
            )


@dataclass(frozen=True, slots=True)
class Option:
    """One number of a choice: what it is called, and which numbers it may be."""

    title: str
    range: Range

    @property
    def meta(self) -> Meta:
        """The option for a type annotation, `Annotated[float, OPTION.meta]`."""
        return self.range.meta_with(option=self)


@cache
def options_of(choice: type[Choice]) -> dict[str, Option]:
    """Return the options of `choice` by the names of its fields."""
    struct = inspect.type_info(choice)
    assert isinstance(struct, inspect.StructType)
    return {
        field.name: field.type.extra["option"]
        for field in struct.fields
        if isinstance(field.type, inspect.Metadata) and field.type.extra and "option" in field.type.extra
    }


def changed_to(kind: type[Chosen], old: Choice) -> Chosen:
    """Return another choice, with those options that `old` has, too, and that are not as they are by default."""
    default, had = type(old)(), options_of(type(old))
    kept = {
        name: getattr(old, name)
        for name, option in options_of(kind).items()
        if had.get(name) == option and getattr(old, name) != getattr(default, name)
    }
    return kind(**kept)


def require_known(kind: str, name: str, known: Collection[str], place: str) -> None:
    """Raise RefusalError where no entry is called `name`; `kind` is what the entries are."""
    if name not in known:
        raise RefusalError(
            translatable("core", "There is no {kind} called “{name}”."), place=place, kind=Phrase(kind), name=name
        )


def one_of(names: Collection[str]) -> Meta:
    """Return what tells a JSON Schema that a string is one of `names`."""
    return Meta(extra_json_schema={"enum": list(names)})
