"""Files: what those of experiments end in, and writing a file whole or not at all."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from core.text import RefusalError, translatable

SUFFIX = ".gyaku"


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file that then holds all of `content`, or is as it was.

    Raises RefusalError where it cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise RefusalError(
            translatable("core", "“{file}” cannot be written: {reason}."), file=path.name, reason=error.strerror
        ) from error


def _replace(path: Path, content: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(None, translatable("core", "it is write-protected"))
    beside = path.with_name(f".gyaku-{secrets.token_hex(8)}.part")  # another file system cannot put it in place at once
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
