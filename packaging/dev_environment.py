"""The virtual environment of a checkout: made from a lock file, and remade when it no longer fits.

A stamp inside the environment tells what it was made from. Nothing is asked of pip while the stamp fits.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from dev_process import ROOT, CommandError, demand, surroundings

PROGRAM_LOCK = ROOT / "packaging" / "requirements.txt"
DEVELOPMENT_LOCK = ROOT / "packaging" / "requirements-dev.txt"

# What an environment must have been made from. The development lock names all that the program's does, at the
# same versions: what serves development serves the program too.
PROGRAM = (PROGRAM_LOCK,)
DEVELOPMENT = (PROGRAM_LOCK, DEVELOPMENT_LOCK)

UNFINISHED = "unfinished"
_TELL_IDENTITY = "import platform, sys; print(sys.implementation.cache_tag, sys.platform, platform.machine())"


class Environment:
    """A folder with a Python and packages of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stamp = folder / "made-from"

    @property
    def python(self) -> str:
        """The path of the environment's Python."""
        return self.program("python")

    def program(self, name: str) -> str:
        """Return the path of a program of the environment."""
        windows = os.name == "nt"
        return str(self.folder / "Scripts" / f"{name}.exe" if windows else self.folder / "bin" / name)

    def ensure(self, locks: tuple[Path, ...]) -> None:
        """See to it that the environment was made from *locks*, the last of which names all packages."""
        wanted, found = requirements(locks), self._made_from()
        works = self._works()
        if works and wanted <= found:
            return
        # Packages are added to an environment, never exchanged: pip takes a version that is there for good
        # without a look at its hash, and leaves behind what no lock names any longer.
        if not works or not found <= wanted or not self._has_pip():
            self.make()
        self._install(locks[-1])
        # Replacing is all or nothing: pulling the plug leaves one stamp or the other, never half of one.
        draft = self.stamp.with_suffix(".draft")
        draft.write_text("\n".join(sorted(wanted)) + "\n", encoding="utf-8")
        os.replace(draft, self.stamp)

    def make(self) -> None:
        """Make the environment anew, with pip and nothing else in it."""
        if Path(sys.prefix).resolve() == self.folder.resolve():
            raise CommandError(f"{self.folder.name} must be remade, and not by the Python inside it: use another.")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        self._mark_unfinished()
        demand(
            [sys.executable, "-I", "-m", "venv", str(self.folder)],
            "The virtual environment could not be made; Python's message is above.",
        )

    def pip(self, *arguments: str) -> None:
        """Install what *arguments* name. Wheels only: no hash covers what a source package is built with."""
        demand(
            [
                *(self.python, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"),
                *("install", "--only-binary", ":all:", *arguments),
            ],
            "The packages could not be installed; pip's message is above. Is there a network?",
        )

    def _install(self, lock: Path) -> None:
        # A package may be half installed from here on: after an interruption all is made anew.
        self._mark_unfinished()
        print(f"Installing {lock.name} into {self.folder.name}", flush=True)
        self.pip("--require-hashes", "--requirement", str(lock))

    def _mark_unfinished(self) -> None:
        self.stamp.write_text(f"{UNFINISHED}\n", encoding="utf-8")

    def _made_from(self) -> frozenset[str]:
        try:
            return frozenset(self.stamp.read_text(encoding="utf-8").splitlines())
        except FileNotFoundError:
            return frozenset()

    def _works(self) -> bool:
        """Tell whether the environment's Python starts, and is of the kind that runs this script."""
        return self._answer(_TELL_IDENTITY) == identity()

    def _has_pip(self) -> bool:
        return self._answer("import pip; print('here')") == "here"

    def _answer(self, question: str) -> str:
        command = [self.python, "-I", "-c", question]
        try:
            return subprocess.run(command, env=surroundings(), capture_output=True, text=True).stdout.strip()
        except OSError:
            return ""


def requirements(locks: tuple[Path, ...]) -> frozenset[str]:
    """Return the lines that the stamp of an environment made from *locks* by this Python has."""
    return frozenset({identity(), *(f"{lock.name} {_digest(lock)}" for lock in locks)})


def identity() -> str:
    """Return what an environment shares with the Python that made it, and with no other kind."""
    return f"{sys.implementation.cache_tag} {sys.platform} {platform.machine()}"


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
