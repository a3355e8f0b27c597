"""Write an experiment to begin with."""

import argparse
from pathlib import Path

from core.commands.output import show, show_table, warn
from core.csv_files import load_csv
from core.data import Data
from core.datasets import DATASETS, preset_experiment
from core.experiment import Experiment, Layer, Training
from core.files import dumps, save
from core.playground import read_address
from core.text import RefusalError, translatable

TABLES = (".csv", ".tsv", ".txt")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "preset",
        nargs="?",
        metavar="PRESET",
        help="one of those that --list lists, the address of a TensorFlow Playground, or a CSV file",
    )
    which.add_argument("--list", action="store_true", help="list the presets")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it; otherwise it is printed")


def run(arguments: argparse.Namespace) -> int:
    """Write the experiment."""
    if arguments.list:
        show_table(("PRESET", "WHAT IT IS"), [(name, dataset.sentence) for name, dataset in DATASETS.items()])
        return 0
    experiment = _experiment(arguments.preset)
    if arguments.output is None:
        show(dumps(experiment).decode().rstrip("\n"))
    else:
        save(arguments.output, experiment)
    return 0


def _experiment(source: str) -> Experiment:
    if source in DATASETS:
        return preset_experiment(source)
    if "#" in source:
        experiment, notes = read_address(source)
        for note in notes:
            warn(str(note))
        return experiment
    if source.lower().endswith(TABLES):
        return _suiting(_read_table(Path(source)))
    raise RefusalError(
        translatable("core", "There is no preset called “{name}”; gyaku new --list lists them."), name=source
    )


def _read_table(path: Path) -> Data:
    try:
        return load_csv(path)
    except OSError as error:
        raise RefusalError(
            translatable("core", "“{file}” cannot be read: {reason}."), file=path.name, reason=error.strerror
        ) from error


def _suiting(data: Data) -> Experiment:
    """Return an experiment to begin with for any data: outputs of the size of the targets."""
    within = all(0 <= value <= 1 for row in data.targets for value in row)
    layers = Layer(4, "tanh"), Layer(data.target_count, "sigmoid" if within else "linear")
    return Experiment(data, layers, Training(reduction="mean"))
