"""How fast the core is: ratios of medians of runs that take turns, so that a busy machine slows all of them alike.

    python3 packaging/dev.py bench            all of it, some minutes
    python3 packaging/dev.py bench --quick    a small part of the work, to see that it runs

It judges nothing: it prints what was measured beside what is wanted.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from core.data import Data  # before NumPy: the core says how many threads it may use
from core.datasets import article_experiment
from core.experiment import Experiment, Layer, Training
from core.kernels import Array, execute
from core.optimizers import Sgd
from core.plan import Plan
from core.sweeps.stack import train_stack
from core.training import Trainer

import numpy as np  # isort: skip
from bench_loops import article_loop, torch_loop

ROUNDS = 7


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a small part of the work, to see that it runs")
    share = 0.01 if parser.parse_args(arguments).quick else 1.0
    for measure in (article, full_batch, batches, sweep, length, samples, timeline, threads):
        print(f"\n{(measure.__doc__ or '').splitlines()[0]}", flush=True)
        measure(share)
    return 0


def article(share: float) -> None:
    """The article's network and data against a loop that does what the article's does (wanted: 3 times as fast)."""
    experiment, epochs = article_experiment(), work(4000, share)
    same = np.array_equal(
        np.concatenate([part.ravel() for part in article_loop(experiment, epochs)]),
        _interleaved(train(experiment, epochs)),
    )
    print(f"  the same numbers, bit for bit: {'yes' if same else 'NO'}")
    times = take_turns({"loop": partial(article_loop, experiment, epochs), "core": partial(train, experiment, epochs)})
    report(times, epochs, "epoch")


def full_batch(share: float) -> None:
    """500 samples, 2-8-8-1 tanh, full batch (wanted: 2 times as fast as the loop, 4 times PyTorch's eager mode)."""
    experiment, epochs = network(500, 8, 8), work(300, share)
    report(
        take_turns(
            with_torch(experiment, epochs)
            | {"loop": partial(article_loop, experiment, epochs), "core": partial(train, experiment, epochs)}
        ),
        epochs,
        "epoch",
    )


def batches(share: float) -> None:
    """250 samples, 2-8-8-1 tanh, in batches of 10 (wanted: 8 times as fast as PyTorch's eager mode)."""
    experiment, epochs = network(250, 8, 8).with_training(batch_size=10), work(40, share)
    report(take_turns(with_torch(experiment, epochs) | {"core": partial(train, experiment, epochs)}), epochs, "epoch")


def sweep(share: float) -> None:
    """The article's network from 1,000 seeds (wanted: 5 million epochs of a seed in a second)."""
    seeds, epochs = range(1000), work(10_000, share)
    spent = take_turns({"sweep": partial(train_stack, article_experiment(), seeds, epochs)}, rounds=3)["sweep"]
    print(f"  {len(seeds) * epochs / spent / 1e6:.1f} million epochs of a seed in a second")


def length(share: float) -> None:
    """The cost of an epoch after 10,000 and after 1,000,000 of them (wanted: within 5 %)."""
    young, old = Trainer(article_experiment()), Trainer(article_experiment())
    young.run(work(10_000, share))
    old.run(work(1_000_000, share))
    epochs = work(4000, share)
    report(
        take_turns({"after the long run": partial(old.run, epochs), "after the short run": partial(young.run, epochs)}),
        epochs,
        "epoch",
    )


def samples(share: float) -> None:
    """2-64-64-1 tanh against its bare matrix products (wanted: at most 2 times their time at 10,000 samples)."""
    for count in (10, 100, 1_000, 10_000):
        experiment = network(count, 64, 64)
        plan, times = Plan(experiment), work(200_000 // count, share)
        plan.state_before.flat[:] = np.random.RandomState(0).uniform(-0.1, 0.1, plan.state_before.flat.shape)
        head, tail = plan.kernels()
        spent = take_turns(
            {
                "batch": partial(repeat, partial(execute, head + tail), times),
                "products": partial(repeat, partial(multiply, products(plan)), times),
            }
        )
        each = spent["batch"] / times / count * 1e6
        ratio = spent["batch"] / spent["products"]
        print(f"  {count:>6,} samples: {each:7.3f} µs a sample, {ratio:.2f} times the products")


def timeline(share: float) -> None:
    """The timeline's share of a run (wanted: at most 10 %)."""
    experiment, epochs = article_experiment(), work(10_000, share)

    def alone() -> None:
        trainer = Trainer(experiment)
        trainer.engine.run(epochs)

    report(take_turns({"with timeline": partial(train, experiment, epochs), "without": alone}), epochs, "epoch")


def threads(share: float) -> None:
    """Processor time for each second of a run, with one BLAS thread and with as many as BLAS likes (wanted: 1.00)."""
    code = (
        "import os, time, sys; sys.path.insert(0, os.getcwd())\n"
        "from core.datasets import article_experiment; from core.training import Trainer\n"
        "t = Trainer(article_experiment()); s = time.perf_counter(); c = time.process_time()\n"
        f"t.run({work(40_000, share)})\n"
        "print((time.process_time() - c) / (time.perf_counter() - s))"
    )
    for name, setting in (
        ("as the core sets it", {}),
        ("as BLAS likes", {"OPENBLAS_NUM_THREADS": str(os.cpu_count())}),
    ):
        free = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
        out = subprocess.run(
            [sys.executable, "-c", code], env=free | setting, capture_output=True, text=True, check=True
        )
        print(f"  {name:<22}{float(out.stdout):.2f}")


def work(count: int, share: float) -> int:
    """Return a share of the work, and at least some."""
    return max(10, int(count * share))


def network(samples: int, *hidden: int) -> Experiment:
    """Return a tanh network of two inputs and one output with as many random samples."""
    random = np.random.RandomState(0)
    inputs = random.uniform(-1, 1, (samples, 2))
    data = Data(tuple(map(tuple, inputs.tolist())), tuple((float(np.sign(x * y)),) for x, y in inputs))
    layers = (*(Layer(units, "tanh") for units in hidden), Layer(1, "tanh"))
    return Experiment(data, layers, Training(optimizer=Sgd(1e-5)))


def train(experiment: Experiment, epochs: int) -> Trainer:
    """Train from the start."""
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


def with_torch(experiment: Experiment, epochs: int) -> dict[str, Callable[[], object]]:
    """Return PyTorch's loop, where it is installed."""
    if find_spec("torch") is None:
        print("  PyTorch is not installed here")
        return {}
    return {"PyTorch": partial(torch_loop, experiment, epochs)}


def products(plan: Plan) -> list[tuple[Array, Array, Array]]:
    """Return the matrix products of a batch, each as its two operands and an array for the result."""
    pairs = [
        pair
        for layer in plan.layers
        for pair in (
            (layer.came_in.values, layer.weights.values),
            (layer.came_in.values.T, layer.delta.values),
            *(((layer.delta.values, layer.weights.values.T),) if layer is not plan.layers[0] else ()),
        )
    ]
    return [(left, right, np.empty((left.shape[0], right.shape[1]))) for left, right in pairs]


def multiply(those: list[tuple[Array, Array, Array]]) -> None:
    """Do matrix products and nothing else."""
    for left, right, out in those:
        np.matmul(left, right, out)


def repeat(act: Callable[[], object], times: int) -> None:
    """Do something so many times."""
    for _ in range(times):
        act()


def take_turns(runs: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median seconds of each of `runs`, which are done one after another, over and over."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for act in runs.values():
        act()
    for _ in range(rounds):
        for name, act in runs.items():
            start = perf_counter()
            act()
            spent[name].append(perf_counter() - start)
    return {name: median(seconds) for name, seconds in spent.items()}


def report(times: Mapping[str, float], count: int, unit: str) -> None:
    """Print what each run took, and how many times as long as the last one."""
    fastest = list(times.values())[-1]
    for name, seconds in times.items():
        print(f"  {name:<22}{seconds / count * 1e6:10.2f} µs an {unit}   {seconds / fastest:6.2f}")


def _interleaved(trainer: Trainer) -> Array:
    parameters = trainer.plan.parameters
    pairs = zip(parameters.weights, parameters.biases, strict=True)
    return np.concatenate([part.ravel() for pair in pairs for part in pair])


if __name__ == "__main__":
    sys.exit(main())
