"""Train from many seeds, and count how many runs converge."""

import argparse
from contextlib import ExitStack

from core.commands.arguments import add_file, add_json, count, read
from core.commands.output import progress, show, show_json, show_table, warn
from core.numerals import format_number, parse_number
from core.sweeps.executors import Workers, all_cores, dask, in_process
from core.sweeps.grid import Chosen, Grid, parse_seeds
from core.sweeps.sweep import CONVERGED_BELOW, Run, SweepResult, sweep
from core.text import RefusalError

MOST_ROWS = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    parser.add_argument(
        "--seeds", required=True, metavar="SEEDS", help="0:1000, 0:1000:10 or 1,5,9; the end is left out"
    )
    parser.add_argument("--epochs", type=count, required=True, metavar="N", help="how many epochs to train from each")
    parser.add_argument(
        "--vary",
        action="append",
        default=[],
        metavar="NAME=A,B",
        help="try each value of a setting, too: learning_rate=0.1,0.5, units=2,3, optimizer=sgd,adam …",
    )
    parser.add_argument(
        "--below",
        type=_limit,
        default=CONVERGED_BELOW,
        metavar="ERROR",
        help="a run has converged where its mean squared error is below (default: %(default)s)",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=count, metavar="N", help="how many processes; 0 for one on each core (default: 1)"
    )
    where.add_argument("--dask", metavar="ADDRESS", help="run on a Dask cluster, such as tcp://host:8786")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Sweep, and show the runs."""
    experiment = read(arguments).experiment
    what = Grid.parse(experiment, arguments.vary)
    seeds = parse_seeds(arguments.seeds)
    with ExitStack() as stack:
        executor = stack.enter_context(_workers(arguments))
        bar = stack.enter_context(progress(len(seeds) * len(what.combinations()), "runs"))
        result = sweep(
            what,
            seeds,
            arguments.epochs,
            executor=executor,
            converged_below=arguments.below,
            progress=lambda done, _total: bar.update(done - bar.n),
        )
    if arguments.json:
        show_json({"converged": result.converged, "runs": [_run(found) for found in result.runs]})
    else:
        _show(result)
    return 0


def _workers(arguments: argparse.Namespace) -> Workers:
    if arguments.dask is not None:
        return dask(arguments.dask)
    if arguments.workers in (None, 1):
        return in_process()
    return all_cores(arguments.workers or None)


def _run(found: Run) -> dict[str, object]:
    settings = {"settings": dict(found.settings)} if found.settings else {}
    return {**settings, "seed": found.seed, "loss": found.loss}


def _show(result: SweepResult) -> None:
    groups = result.by_settings()
    if len(groups) > 1:
        rows = [(_settings(settings), f"{part.converged:,} of {len(part.runs):,}") for settings, part in groups]
        show_table(("SETTINGS", "CONVERGED"), rows)
        return
    limit = f"mean squared error below {result.converged_below:g}"
    show(f"{result.converged:,} of {len(result.runs):,} runs converged: {limit}")
    best_first = sorted(result.runs, key=lambda found: (found.loss is None, found.loss))
    rows = [
        (str(found.seed), "not finite" if found.loss is None else format_number(found.loss)) for found in best_first
    ]
    show_table(("SEED", "LOSS"), rows[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        warn(f"… and {len(rows) - MOST_ROWS:,} more; --json lists all")


def _settings(settings: Chosen) -> str:
    return ", ".join(f"{name} {value}" for name, value in settings.items())


def _limit(text: str) -> float:
    try:
        return parse_number(text)
    except RefusalError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from None
