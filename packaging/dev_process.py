"""Other programs, started without what the caller's shell would lead astray."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Each of these has Python or pip look, or install, elsewhere than in the environment it is started from.
ASTRAY = (
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "VIRTUAL_ENV",
)


class CommandError(Exception):
    """What keeps a command from being done, as one sentence for its user."""


def surroundings(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables of a program to start, with *extra* ones."""
    kept = {name: value for name, value in os.environ.items() if name not in ASTRAY}
    return kept | dict(extra or {})


def call(command: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Run *command* at the root of the checkout and return its exit code."""
    try:
        return subprocess.call(command, cwd=ROOT, env=surroundings(extra))
    except OSError as error:
        raise CommandError(f"{command[0]} cannot be started: {error.strerror}.") from error


def demand(command: Sequence[str], sentence: str, extra: Mapping[str, str] | None = None) -> None:
    """Run *command*; if it fails, that *sentence* is the failure."""
    if call(command, extra) != 0:
        raise CommandError(sentence)
