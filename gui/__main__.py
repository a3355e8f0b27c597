"""The command `gyaku`."""

import argparse
import sys

from core import __version__


def main(arguments: list[str] | None = None) -> int:
    """Open the window; return the exit code."""
    parser = argparse.ArgumentParser(prog="gyaku", description="See backpropagation happen, one operation at a time.")
    parser.add_argument("--version", action="version", version=f"Gyaku {__version__}")
    parser.parse_args(arguments)
    try:
        from gui.app import run  # late, so that --version needs no Qt
    except ImportError as error:
        print(f"Gyaku cannot load what it draws its window with: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())
