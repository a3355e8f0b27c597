"""Write the training as a script of its own."""

import argparse
from pathlib import Path

from core.commands.arguments import add_file, count, read
from core.commands.output import show
from core.disk import write_atomically
from core.export.numpy_script import numpy_script
from core.export.pytorch_script import pytorch_script


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    parser.add_argument("--to", choices=("numpy", "pytorch"), required=True, help="what the script is written with")
    parser.add_argument(
        "--epochs", type=count, metavar="N", help="how many epochs it trains; by default as many as the file's run"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="SCRIPT", help="where to write it; otherwise it is printed"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the script."""
    trainer = read(arguments).trainer()
    if arguments.to == "numpy":
        text = numpy_script(trainer, arguments.epochs).text
    else:
        text = pytorch_script(trainer, arguments.epochs)
    if arguments.output is None:
        show(text.rstrip("\n"))
    else:
        write_atomically(arguments.output, text.encode())
    return 0
