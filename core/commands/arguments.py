"""Arguments that several commands have."""

import argparse
from pathlib import Path

from core.files import Saved, load
from core.numerals import parse_whole_number
from core.settings import MOST_EPOCHS
from core.text import RefusalError


def add_file(parser: argparse.ArgumentParser) -> None:
    """Let the command have a file to work on."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an experiment, as `gyaku new` or the window writes it")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let the command write for machines."""
    parser.add_argument("--json", action="store_true", help="write JSON")


def read(arguments: argparse.Namespace) -> Saved:
    """Return what the file holds. Raises RefusalError."""
    file: Path = arguments.file
    return load(file)


def count(text: str) -> int:
    """Return a number of epochs or operations, for argparse."""
    try:
        number = parse_whole_number(text)
    except RefusalError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from None
    if not 0 <= number <= MOST_EPOCHS:
        raise argparse.ArgumentTypeError(f"{text} is not from 0 to {MOST_EPOCHS:,}")
    return number
