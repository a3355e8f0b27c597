"""The one script of a checkout: starts Gyaku from source, tests it, checks it and locks what it is built on.

    python3 packaging/dev.py run        open the window
    python3 packaging/dev.py test       run every test
    python3 packaging/dev.py check      run the linters and the type checker
    python3 packaging/dev.py bench      measure how fast the core is or, with --window, the window
    python3 packaging/dev.py translate  gather all texts for their translation, and compile it
    python3 packaging/dev.py lock       remake the lock files from pyproject.toml

It needs Python 3.11 or newer and nothing else: the rest goes into `.venv` beside pyproject.toml, at the
versions and hashes of the lock files.

This file keeps to the syntax of Python 3.6, so that an old Python reads it and is told so in a sentence.
"""

import sys

OLDEST_PYTHON = (3, 11)


def main(arguments: "list[str]") -> int:
    """Run one command and return the exit code."""
    found = tuple(sys.version_info[:2])
    if found < OLDEST_PYTHON:
        needed, here = ("{}.{}".format(*version) for version in (OLDEST_PYTHON, found))
        print(f"dev.py: Gyaku needs Python {needed} or newer, and this is Python {here}.", file=sys.stderr)
        return 2
    import dev_commands  # only here: an older Python could not read it

    return dev_commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
