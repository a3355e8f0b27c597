"""The command `gyaku`."""

import argparse
import sys
from pathlib import Path

from core import __version__
from core.commands import COMMANDS


def main(arguments: list[str] | None = None) -> int:
    """Open the window, or do what a command says without one; return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        from core.commands.main import main as command  # late, so that the window opens sooner

        return command(words)
    parser = argparse.ArgumentParser(
        prog="gyaku",
        description="See backpropagation happen, one operation at a time.",
        epilog=f"Without a window: gyaku {{{', '.join(COMMANDS)}}} --help",
    )
    parser.add_argument("--version", action="version", version=f"Gyaku {__version__}")
    parser.add_argument("file", nargs="?", type=Path, help="an experiment to open")
    path = parser.parse_args(words).file
    try:
        from gui.app import run  # late, so that --version needs no Qt
    except ImportError as error:
        print(f"Gyaku cannot load what it draws its window with: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return run(path)


if __name__ == "__main__":
    sys.exit(main())
