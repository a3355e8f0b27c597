"""The sections of a script that are the same with NumPy and with PyTorch: data, parameters, and the loop's beginning.

What differs is a `Dialect`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from core import notation
from core.export.literals import array, comment, integers, number
from core.export.run import Run
from core.features import FEATURES
from core.initializers import INITIALIZERS
from core.kernels import Array, as_array
from core.network import free_parameters

RANDOM = "random"
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Dialect:
    """`literal` makes an array of nested numbers, `convert` one of NumPy's array {0}."""

    literal: str
    convert: str


def title(run: Run, library: str) -> Iterator[str]:
    """Yield what stands above everything."""
    layers = run.experiment.layers
    sizes = "-".join(map(str, run.experiment.sizes))
    functions = ", ".join(layer.activation for layer in layers)
    yield f"# Backpropagation with {library}: a network of {sizes} units ({functions}). Written by Gyaku."


def data(run: Run, dialect: Dialect) -> Iterator[str]:
    """Yield the samples: as X and y where a batch is all of them, or as what batches are cut from."""
    samples = run.experiment.data
    inputs, targets = ("inputs", "targets") if run.cuts_epochs or run.shuffles else ("X", "y")
    if samples.features:
        columns = [FEATURES[name].text for name in samples.features]
        if samples.input_names:
            meaning = ", ".join(
                f"{axis} is {comment(name)}" for axis, name in zip("xy", samples.input_names, strict=True)
            )
            columns[-1] += f" ({meaning})"
    else:
        columns = list(map(comment, samples.input_names))
    yield f"# Inputs, one row for each sample{_named(columns)}"
    yield from array(inputs, dialect.literal, samples.network_inputs(samples.inputs))
    yield f"# Targets{_named(list(map(comment, samples.target_names)))}"
    yield from array(targets, dialect.literal, as_array(samples.targets, samples.target_count))


def parameters(run: Run, dialect: Dialect) -> Iterator[str]:
    """Yield the parameters at the start of the run, and the random numbers from which samples are shuffled."""
    experiment = run.experiment
    seeded = f"{RANDOM} = np.random.RandomState({experiment.initial.seed})"
    pairs = arrays(run)
    if run.drawn:
        drawn = dict(_drawn(run, dialect))
        if any(RANDOM in line for line in drawn.values()) or (run.shuffles and run.random is None):
            yield seeded
        weights_first = any(RANDOM in drawn[biases] for _, biases in pairs)
        order = sorted(drawn, key=lambda name: name[0] == "b") if weights_first else list(drawn)
        yield from (drawn[name] for name in order)
    else:
        values = run.state.parameters
        for (weights, biases), weight, bias in zip(pairs, values.weights, values.biases, strict=True):
            yield from array(weights, dialect.literal, weight)
            yield from array(biases, dialect.literal, bias)
        if run.shuffles and run.random is None:
            yield seeded
    if run.shuffles and run.random is not None:
        yield from _random_state(run.random)


def frozen(run: Run) -> Iterator[tuple[str, str, Array]]:
    """Yield each array with a frozen parameter: its name, and name and values of what is 0 there and 1 elsewhere."""
    free = free_parameters(run.experiment)
    for layer, of_layer in enumerate(zip(free.weights, free.biases, strict=True), start=1):
        for symbol, values in zip((notation.weights(layer), notation.biases(layer)), of_layer, strict=True):
            if not values.all():
                yield symbol.code, notation.free(symbol).code, values


def counts(run: Run) -> Iterator[str]:
    """Yield how long the run is."""
    yield f"epochs = {run.epochs}"
    if run.epoch:
        yield f"first_epoch = {run.epoch}  # those before it are done"
    if run.cuts_epochs:
        yield f"batch_size = {run.experiment.batch_size}"


def rate(run: Run) -> str:
    """Return the learning rate as Python; it names `epoch` where it is not constant."""
    training = run.experiment.training
    return training.schedule.numpy.format(lr=number(training.learning_rate), epoch="epoch")


def loop(run: Run, at_epoch: list[str]) -> Iterator[str]:
    """Yield the beginning of the loop, up to where X and y are the samples of a batch; `at_epoch` opens each epoch."""
    first = "first_epoch" if run.epoch else ""
    end = f"{first} + epochs" if first else "epochs"
    last = f"{end} + 1" if run.rest else end
    yield f"for epoch in range({first + ', ' if first else ''}{last}):"
    yield from (INDENT + line for line in at_epoch)
    if run.shuffles:
        yield f"{INDENT}order = {RANDOM}.permutation(len(inputs))"
    if not run.cuts_epochs:
        if run.shuffles:
            yield f"{INDENT}X, y = inputs[order], targets[order]"
        return
    size = run.experiment.batch_size
    yield f"{INDENT}for start in range(0, len(inputs), batch_size):"
    if run.index:
        yield f"{INDENT * 2}if epoch == {first or 0} and start < {run.index * size}:"
        yield f"{INDENT * 3}continue  # these batches are done"
    if run.rest:
        yield f"{INDENT * 2}if epoch == {end} and start >= {run.rest * size}:"
        yield f"{INDENT * 3}break  # the last epoch ends here"
    rows = "order[start : start + batch_size]" if run.shuffles else "start : start + batch_size"
    yield f"{INDENT * 2}X, y = inputs[{rows}], targets[{rows}]"


def depth(run: Run) -> str:
    """Return how far the lines of a batch are indented."""
    return INDENT * (2 if run.cuts_epochs else 1)


def results(run: Run) -> Iterator[str]:
    """Yield what prints the parameters and, where a batch was done, its outputs, with all digits."""
    yield "# --- Result, with all digits ---"
    for name in names(run):
        yield f'print("{name} =", {name}.tolist())'
    if run.does_anything:
        output = notation.activation(len(run.experiment.layers)).code
        yield f'print("{output} =", {output}.tolist())'


def arrays(run: Run) -> list[tuple[str, str]]:
    """Return the names of weights and biases, layer by layer."""
    count = len(run.experiment.layers)
    return [(notation.weights(layer).code, notation.biases(layer).code) for layer in range(1, count + 1)]


def names(run: Run) -> list[str]:
    """Return the names of all parameters, layer by layer."""
    return [name for pair in arrays(run) for name in pair]


def _drawn(run: Run, dialect: Dialect) -> Iterator[tuple[str, str]]:
    initial = run.experiment.initial
    for (weights, biases), (rows, columns) in zip(arrays(run), pairwise(run.experiment.sizes), strict=True):
        for name, scheme, scale, shape in (
            (weights, initial.scheme, initial.scale, (rows, columns)),
            (biases, initial.bias_scheme, initial.bias_scale, (1, columns)),
        ):
            drawing = dialect.convert.format(_drawing(scheme, scale, *shape))
            yield name, f"{name} = {drawing}"


def _drawing(scheme: str, scale: float, rows: int, columns: int) -> str:
    rule = INITIALIZERS[scheme]
    size = number(scale * rule.size(rows, columns))
    code = rule.numpy.format(size=size, rows=rows, columns=columns)
    if code == f"np.full(({rows}, {columns}), 0.0)":
        return f"np.zeros(({rows}, {columns}))"
    return code.removeprefix("1.0 * ").replace(f"--{size[1:]}", size[1:])


def _random_state(state: Mapping[str, Any]) -> Iterator[str]:
    yield "# The random numbers go on from here."
    yield from integers("key", state["state"]["key"].tolist())
    place = f"{state['state']['pos']}, {state['has_gauss']}, {number(state['gauss'])}"
    yield f"{RANDOM} = np.random.RandomState()"
    yield f'{RANDOM}.set_state(("MT19937", np.array(key, np.uint32), {place}))'


def _named(columns: list[str]) -> str:
    return f"; columns: {', '.join(columns)}" if columns else ""
