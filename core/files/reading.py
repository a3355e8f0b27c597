"""Reading an experiment file; whatever is wrong with it is one sentence, a RefusalError."""

import math
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core.experiment import Experiment
from core.files import document
from core.files.document import FORMAT, MAX_BYTES, MAX_COUNT, Document, RunValues
from core.files.places import EXPECTED, Step, expected, not_finite, place_of, refusal_at, refusal_in, refusal_of
from core.files.state import resumed
from core.optimizers import Sgd
from core.text import Phrase, RefusalError, translatable
from core.training import Trainer

Raw = dict[str, Any]

MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""For each version but the last: what makes the content of such a file one of the next version."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MARK = "\0not finite"

_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*+"|-?(?:NaN|Infinity)|-?\d[\d.eE+-]*+', re.DOTALL)
_OFFSET = re.compile(r"\(byte (\d+)\)")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds: an experiment, and the run so far where there is one."""

    experiment: Experiment
    run: RunValues | None = None

    def trainer(self) -> Trainer:
        """Return a trainer that goes on where the saved one stood or, where there was none, a new one."""
        return Trainer(self.experiment) if self.run is None else resumed(self.experiment, self.run)


def load(path: Path) -> Saved:
    """Read an experiment file; raises RefusalError where that cannot be done."""
    try:
        with path.open("rb") as file:
            content = b"" if os.fstat(file.fileno()).st_size > MAX_BYTES else file.read(MAX_BYTES + 1)
            is_too_large = os.fstat(file.fileno()).st_size > MAX_BYTES or len(content) > MAX_BYTES
    except OSError as error:
        raise RefusalError(
            translatable("core", "“{file}” cannot be read: {reason}."), file=path.name, reason=error.strerror
        ) from error
    if is_too_large:
        raise _too_large()
    return loads(content)


def loads(content: bytes) -> Saved:
    """Read the content of an experiment file; raises RefusalError where it is none."""
    if len(content) > MAX_BYTES:
        raise _too_large()
    raw = _prepared(_parsed(content.removeprefix(BYTE_ORDER_MARK)))
    try:
        found = msgspec.convert(raw, Document)
    except msgspec.ValidationError as error:
        raise refusal_of(error, raw) from error
    try:
        saved = Saved(found.experiment, found.state)
        if found.state is not None:
            saved.trainer()
    except RefusalError as refusal:
        raise refusal_at("$", refusal, raw) from refusal
    return saved


def _too_large() -> RefusalError:
    return RefusalError(
        translatable("core", "The file is too large: up to {most} MB can be read."), most=MAX_BYTES // 2**20
    )


def _parsed(content: bytes) -> object:
    try:
        return msgspec.json.decode(content)
    except RecursionError as error:
        raise RefusalError(translatable("core", "The file is nested too deeply to be an experiment.")) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _without_infinities(content) or _malformed(content, error) from error


def _without_infinities(content: bytes) -> RefusalError | None:
    """Return the refusal of the first number that is not finite, or None where that is not what is wrong."""
    found: list[bytes] = []

    def marked(token: re.Match[bytes]) -> bytes:
        text = token[0]
        if text.startswith(b'"') or _is_finite(text):
            return text
        found.append(text)
        return msgspec.json.encode(f"{MARK}{len(found)}")

    without = _TOKENS.sub(marked, content)
    if not found:
        return None
    try:
        raw = msgspec.json.decode(without)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return not_finite(_place_of_mark(raw), found[0].decode())


def _is_finite(token: bytes) -> bool:
    try:
        return math.isfinite(float(token))
    except ValueError:  # no number after all, which is another mistake
        return True


def _place_of_mark(raw: object) -> str:
    """Return where the first mark is. A file may be nested deeper than Python can call."""
    waiting: list[tuple[tuple[Step, ...], object]] = [((), raw)]
    while True:
        steps, value = waiting.pop()
        if value == f"{MARK}1":
            return place_of(steps)
        if isinstance(value, dict):
            waiting += [((*steps, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*steps, at), inner) for at, inner in enumerate(value)]


def _malformed(content: bytes, error: Exception) -> RefusalError:
    if not content.strip():
        return RefusalError(translatable("core", "The file is empty."))
    offset = _OFFSET.search(str(error))
    at = int(offset[1]) if offset else len(content)
    at -= "trailing" in str(error)  # the first of those characters is counted already
    try:
        content.decode()
    except UnicodeDecodeError as invalid:
        at = min(at, invalid.start)
    if not content[:at].strip():
        return RefusalError(translatable("core", "The file is no experiment: it does not begin like JSON."))
    before = content[:at].decode(errors="replace")
    return RefusalError(
        translatable("core", "The file is not valid JSON at line {line}, column {column}."),
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )


def _prepared(raw: object) -> Raw:
    """Return the content as one of this version, with the defaults that types cannot have."""
    if not isinstance(raw, dict):
        raise expected("$", translatable("core", "an object"))
    if raw.get("format", FORMAT) != FORMAT:
        raise expected("$.format", translatable("core", "“gyaku”; the file belongs to another program"))
    version = raw.get("version", document.VERSION)
    if type(version) is not int or version < 1:
        raise expected("$.version", translatable("core", "an integer from 1 on"))
    if version > document.VERSION:
        later = translatable(
            "core", "{at}: the file was written by a later version of the program; only that can read it"
        )
        raise refusal_in(later, "$.version")
    for older in range(version, document.VERSION):
        raw = MIGRATIONS[older](raw)
    raw["version"] = document.VERSION
    _prepare_training(raw, ())
    state = raw.get("state")
    segments = state.get("segments") if isinstance(state, dict) else None
    for at, segment in enumerate(segments if isinstance(segments, list) else []):
        _prepare_training(segment, ("state", "segments", at))
    return raw


def _prepare_training(holder: object, steps: tuple[Step, ...]) -> None:
    """Let an optimizer without a name be plain gradient descent, and refuse numbers too large to compute with."""
    training = holder.get("training") if isinstance(holder, dict) else None
    if not isinstance(training, dict):
        return
    optimizer = training.get("optimizer")
    if isinstance(optimizer, dict):
        training["optimizer"] = {"name": Sgd().name, **optimizer}
    groups = [((), training), *(((key,), group) for key, group in training.items() if isinstance(group, dict))]
    for inner, group in groups:
        for key, value in group.items():
            if isinstance(value, int) and value > MAX_COUNT:
                place = place_of((*steps, "training", *inner, key))
                most = Phrase(translatable("core", "a number up to {most}"), most=MAX_COUNT)
                raise refusal_in(EXPECTED, place, expected=most)
