"""Print the JSON Schema of experiment files."""

import argparse
import json

from core.commands.output import show
from core.files import schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001 - it takes nothing
    """Print the schema."""
    show(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0
