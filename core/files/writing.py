"""Writing an experiment file, whole or not at all."""

import re
from pathlib import Path

import msgspec

from core.disk import write_atomically
from core.experiment import Experiment
from core.files.document import MAX_BYTES, document_of
from core.files.state import run_of
from core.text import RefusalError, translatable
from core.training import Trainer

INDENT = 2

_NUMBER = rb'(?:-?\d[\d.eE+-]*+|null|"-?infinity")'
_NUMBERS = re.compile(rb"\[\n *+(" + _NUMBER + rb"(?:,\n *+" + _NUMBER + rb")*+)\n *+\]")
_GAP = re.compile(rb",\n *+")


def dumps(thing: Experiment | Trainer) -> bytes:
    """Return an experiment, or a run with its experiment as it is now, as the content of a file.

    Raises RefusalError where that would be larger than what is read.
    """
    document = document_of(thing.experiment, run_of(thing)) if isinstance(thing, Trainer) else document_of(thing)
    raw = msgspec.to_builtins(document)
    for key in ("parameters", "frozen", "state"):
        if raw[key]:
            raw[key] = _without_nulls(raw[key])
        else:
            del raw[key]
    content = _readable(msgspec.json.encode(raw))
    if len(content) > MAX_BYTES:
        raise RefusalError(
            translatable("core", "The file would be too large: up to {most} MB can be read."), most=MAX_BYTES // 2**20
        )
    return content


def save(path: Path, thing: Experiment | Trainer) -> None:
    """Write an experiment or a run to a file.

    Whatever happens, the file then holds all of it, or is as it was. Raises RefusalError where it cannot be written.
    """
    write_atomically(path, dumps(thing))


def _without_nulls(raw: object) -> object:
    """Return the objects in `raw` without what is not there; null in a list is a number that is none."""
    if isinstance(raw, dict):
        return {key: _without_nulls(value) for key, value in raw.items() if value is not None}
    if isinstance(raw, list | tuple) and any(isinstance(value, dict) for value in raw):
        return [_without_nulls(value) for value in raw]
    return raw


def _readable(content: bytes) -> bytes:
    """Return JSON in lines, but each row of numbers in a line of its own."""
    indented = msgspec.json.format(content, indent=INDENT)
    return _NUMBERS.sub(lambda row: b"[" + _GAP.sub(b", ", row[1]) + b"]", indented) + b"\n"
