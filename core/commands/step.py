"""Do operations one by one, and show each result."""

import argparse

from core.commands.arguments import add_file, add_json, count, read
from core.commands.output import show_json, show_table, warn
from core.numerals import format_number
from core.operations import Operation
from core.training import Trainer

MOST_CELLS = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    parser.add_argument(
        "--operations", type=count, metavar="N", help="how many operations; by default those of a batch"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do the operations."""
    trainer = read(arguments).trainer()
    wanted = len(trainer.plan.operations) if arguments.operations is None else arguments.operations
    done = _show_json(trainer, wanted) if arguments.json else _show_table(trainer, wanted)
    if done < wanted:
        warn("The loss is no longer finite, and training stopped.")
    return 0


def _show_json(trainer: Trainer, wanted: int) -> int:
    for number in range(wanted):
        if not trainer.step():
            return number
        operation = trainer.operation
        assert operation is not None
        show_json(
            {
                "phase": operation.phase.name.lower(),
                "layer": operation.layer,
                "symbol": operation.symbol.text,
                "shape": list(operation.result.values.shape),
                "values": operation.result.values,
            }
        )
    return wanted


def _show_table(trainer: Trainer, wanted: int) -> int:
    rows = []
    for _ in range(wanted):
        if not trainer.step():
            break
        operation = trainer.operation
        assert operation is not None
        rows.append(
            (
                operation.phase.name.lower(),
                operation.symbol.text,
                _shape(operation),
                _values(operation),
                operation.numpy,
            )
        )
    show_table(("PHASE", "SYMBOL", "SHAPE", "VALUES", "NUMPY"), rows)
    return len(rows)


def _shape(operation: Operation) -> str:
    return "×".join(map(str, operation.result.values.shape))


def _values(operation: Operation) -> str:
    values = operation.result.values.ravel()
    return " ".join(map(format_number, values[:MOST_CELLS].tolist())) + (" …" if values.size > MOST_CELLS else "")
