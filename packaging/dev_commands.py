"""The commands of dev.py."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import system_packages
from dev_environment import DEVELOPMENT, DEVELOPMENT_LOCK, PROGRAM, PROGRAM_LOCK, Environment
from dev_process import ROOT, CommandError, call, demand

ENVIRONMENT = Environment(ROOT / ".venv")

# The version that made the lock files; another one may write the same content in another form.
UV = "uv==0.13.9"

WHOLE_SUITE = ("--numprocesses=auto", "--cov=core", "--cov-branch", "--cov-report=term-missing", "--cov-fail-under=100")


def main(arguments: list[str]) -> int:
    """Run the command that *arguments* name and return the exit code: 2 for what could not even start."""
    chosen, rest = _parser().parse_known_args(arguments)
    command: Callable[[list[str]], int] = chosen.command
    try:
        # "--" parts the script's words from the program's; argparse hands it on or not, by its version.
        return command(rest[1:] if rest[:1] == ["--"] else rest)
    except CommandError as error:
        print(f"dev.py: {error}", file=sys.stderr)
    except OSError as error:
        print(f"dev.py: {error.filename or 'a file'}: {error.strerror}.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 2


def run(arguments: list[str]) -> int:
    """Open the window, with the words after it for the program."""
    on_x11 = "xcb" in os.environ.get("QT_QPA_PLATFORM", "xcb")
    system_packages.ensure(system_packages.QT + (system_packages.QT_X11 if on_x11 else ()))
    ENVIRONMENT.ensure(PROGRAM)
    code = call([ENVIRONMENT.python, "-m", "gui", *arguments])
    if code < 0 and not _has_screen():
        raise CommandError("There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    return code if code >= 0 else 128 - code  # a signal, told the way a shell tells it


def test(arguments: list[str]) -> int:
    """Run the tests that the words after it name to pytest; without any, all tests and their coverage."""
    system_packages.ensure(system_packages.QT)
    ENVIRONMENT.ensure(DEVELOPMENT)
    return call([ENVIRONMENT.python, "-m", "pytest", *(arguments or WHOLE_SUITE)], {"QT_QPA_PLATFORM": "offscreen"})


def check(arguments: list[str]) -> int:
    """Run every linter and the type checker, whatever the others say."""
    _no_more(arguments)
    system_packages.ensure(())
    ENVIRONMENT.ensure(DEVELOPMENT)
    failed = [name for name, command in _checks().items() if call(command) != 0]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure how fast the core is or, with --window, the window."""
    script = "bench_window" if "--window" in arguments else "bench"
    system_packages.ensure((system_packages.QT + system_packages.QT_X11) if script == "bench_window" else ())
    ENVIRONMENT.ensure(DEVELOPMENT)
    options = [argument for argument in arguments if argument != "--window"]
    return call([ENVIRONMENT.python, f"packaging/{script}.py", *options], {"PYTHONPATH": str(ROOT)})


def translate(arguments: list[str]) -> int:
    """Gather all texts for their translation, and make of it what the program reads."""
    _no_more(arguments)
    system_packages.ensure(system_packages.QT + system_packages.QT_TOOLS)
    ENVIRONMENT.ensure(DEVELOPMENT)
    return call([ENVIRONMENT.python, "packaging/translate.py"])


def lock(arguments: list[str]) -> int:
    """Remake the lock files from pyproject.toml, at the newest versions it allows."""
    _no_more(arguments)
    system_packages.ensure(())
    with tempfile.TemporaryDirectory() as folder:
        uv = _uv(Path(folder) / "uv")
        _compile(uv, PROGRAM_LOCK)
        # Bound to the program's lock: whoever develops runs the very versions the user runs.
        program = PROGRAM_LOCK.relative_to(ROOT).as_posix()
        _compile(uv, DEVELOPMENT_LOCK, "--extra", "dev", "--constraints", program)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Start, test and check Gyaku from source.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (run, test, check, bench, translate, lock):
        about = (command.__doc__ or "").rstrip(".")
        # No help of its own and no abbreviation: what follows belongs to the program that is started.
        own = commands.add_parser(command.__name__, help=about, add_help=False, allow_abbrev=False)
        own.set_defaults(command=command)
    return parser


def _no_more(arguments: list[str]) -> None:
    if arguments:
        raise CommandError(f"This command takes no arguments: {' '.join(arguments)}.")


def _has_screen() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _checks() -> dict[str, list[str]]:
    python = ENVIRONMENT.python
    return {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [ENVIRONMENT.program("lint-imports"), "--no-logo"],
    }


def _uv(folder: Path) -> list[str]:
    """Install uv outside the checkout's environment, which holds what its lock names and no more."""
    own = Environment(folder)
    own.make()
    own.pip("--quiet", UV)
    return [own.python, "-I", "-m", "uv"]


def _compile(uv: list[str], output: Path, *options: str) -> None:
    demand(
        [
            *(*uv, "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes"),
            *("--python-version", "3.11"),
            # One version for all: 3.11 and 3.14 compute with the same NumPy.
            *("--fork-strategy", "fewest"),
            # The lock names no registry: it holds for a mirror as well.
            *("--no-emit-index-url", "--no-emit-find-links"),
            *("--custom-compile-command", "python3 packaging/dev.py lock"),
            *options,
            *("--output-file", output.relative_to(ROOT).as_posix(), "pyproject.toml"),
        ],
        f"{output.name} could not be made; uv's message is above.",
    )
