"""The command `gyaku` with a word after it."""

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from core.commands import COMMANDS
from core.text import RefusalError


class OneSentenceParser(argparse.ArgumentParser):
    """Says what is wrong in one line; `--help` has the rest."""

    def error(self, message: str) -> NoReturn:
        """Print `message` and exit with code 2."""
        self.exit(2, f"{self.prog}: {message.rstrip('.')}.\n")


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code: 2, after one sentence, where they cannot be followed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # pragma: no branch - it is another only where it is replaced
            stream.reconfigure(encoding="utf-8")  # δ and σ′ go through a pipe on every system
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except RefusalError as refusal:
        print(f"gyaku: {refusal}", file=sys.stderr)  # noqa: T201
        return 2
    except BrokenPipeError:  # pragma: no cover - in a process of its own
        # Who reads has seen enough; Python must not flush into nothing once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> OneSentenceParser:
    parser = OneSentenceParser(prog="gyaku", description="See backpropagation happen, one operation at a time.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneSentenceParser)
    for name in COMMANDS:
        module = import_module(f"core.commands.{name}")
        about = module.__doc__ or ""
        own = commands.add_parser(name, help=about.lower().rstrip("."), description=about, allow_abbrev=False)
        module.add_arguments(own)
        own.set_defaults(run=module.run)
    return parser
