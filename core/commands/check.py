"""Compare the gradients with differences of the loss."""

import argparse

from core.commands.arguments import add_file, add_json, read
from core.commands.output import show, show_json, show_table
from core.numerals import format_number
from core.questions.gradient_check import check_gradients, parse_objective

MOST_ROWS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    parser.add_argument(
        "--objective",
        metavar="NAME",
        help="what to take the differences of: a reduction, a loss, or mean_squared_error",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check the gradients at the parameters of now."""
    trainer = read(arguments).trainer()
    experiment = trainer.experiment
    objective = None if arguments.objective is None else parse_objective(arguments.objective, experiment)
    result = check_gradients(experiment, trainer.plan.parameters, objective)
    if arguments.json:
        show_json(
            {
                "max_relative_error": result.max_relative_error,
                "parameters": [
                    {
                        "name": parameter.name,
                        "analytic": parameter.analytic,
                        "numeric": parameter.numeric,
                        "relative_error": parameter.relative_error,
                    }
                    for parameter in result.parameters
                ],
            }
        )
        return 0
    rows = [
        (
            parameter.name,
            format_number(parameter.analytic),
            format_number(parameter.numeric),
            format_number(parameter.relative_error),
        )
        for parameter in result.worst_first[:MOST_ROWS]
    ]
    show(f"largest relative error {format_number(result.max_relative_error)}")
    if result.factor is not None and abs(result.factor - 1) > 1e-3:
        show(f"every gradient is {format_number(result.factor)} times the difference: another objective")
    show_table(("PARAMETER", "ANALYTIC", "NUMERIC", "RELATIVE ERROR"), rows)
    return 0
