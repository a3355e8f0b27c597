"""Train for some epochs, and say what came out."""

import argparse
from pathlib import Path

from core.commands.arguments import add_file, add_json, count, read
from core.commands.output import nested, progress, show, show_json, show_table, warn
from core.evaluation import Evaluation
from core.files import save
from core.numerals import format_number
from core.plan import Plan
from core.questions.whole_data import whole_plan
from core.training import Trainer

MOST_ROWS = 20
SLICE = 1000  # epochs between two looks at the progress bar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    parser.add_argument("--epochs", type=count, required=True, metavar="N", help="how many epochs to train")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="where to write the trained experiment")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, and show outputs, parameters and gradients as they are at the end."""
    trainer = read(arguments).trainer()
    _train(trainer, arguments.epochs)
    if trainer.diverged:
        warn(f"The loss is no longer finite after {trainer.epoch:,} epochs, and training stopped.")
    if arguments.output is not None:
        save(arguments.output, trainer)
    look = whole_plan(trainer.experiment, trainer.plan.parameters)
    if arguments.json:
        show_json(_result(trainer, look))
    else:
        _show(trainer, look)
    return 0


def _train(trainer: Trainer, epochs: int) -> None:
    goal = trainer.epoch + epochs
    with progress(epochs, "epochs") as bar:
        while trainer.epoch < goal:
            wanted = min(SLICE, goal - trainer.epoch)
            completed = trainer.run(wanted)
            bar.update(completed)
            if completed < wanted or trainer.stopped:
                break


def _test_loss(trainer: Trainer) -> float | None:
    if not trainer.experiment.data.test_inputs:
        return None
    test = Evaluation(trainer.experiment, test=True)
    return test.loss(test.outputs(trainer.plan.parameters))


def _result(trainer: Trainer, look: Plan) -> dict[str, object]:
    return {
        "epoch": trainer.epoch,
        "loss": look.loss.item(),
        "test_loss": _test_loss(trainer),
        "outputs": look.layers[-1].activation.values,
        "parameters": nested(trainer.plan.parameters),
        "gradients": nested(look.gradients),
    }


def _show(trainer: Trainer, look: Plan) -> None:
    data, test_loss = trainer.experiment.data, _test_loss(trainer)
    show(
        f"epoch {trainer.epoch:,}   loss {format_number(look.loss.item())}"
        + ("" if test_loss is None else f"   test loss {format_number(test_loss)}")
    )
    rows = [
        (_numbers(inputs), _numbers(targets), _numbers(outputs))
        for inputs, targets, outputs in zip(
            data.inputs, data.targets, look.layers[-1].activation.values.tolist(), strict=True
        )
    ]
    show_table(("INPUTS", "TARGETS", "OUTPUTS"), rows[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        show(f"… and {len(rows) - MOST_ROWS:,} more samples")


def _numbers(values: tuple[float, ...] | list[float]) -> str:
    return " ".join(map(format_number, values))
