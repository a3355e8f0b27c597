"""A run as a script that needs only NumPy and comes to the same numbers, bit for bit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from core.export import sections
from core.export.literals import array
from core.export.run import Run, run_of
from core.export.sections import Dialect
from core.notation import LEARNING_RATE, UPDATE_COUNT, biases, vector, weights
from core.operations import Phase
from core.training import Trainer

FEWEST_SHARED = 9216  # summands of a product; OpenBLAS, interface/gemv.c
NUMPY = Dialect(literal="np.array", convert="{0}")

HEADINGS = {
    Phase.FORWARD: "# --- Forward ---",
    Phase.LOSS: "# --- Loss ---",
    Phase.BACKWARD: "# --- Backward ---",
    Phase.UPDATE: "# --- Update ---",
}


@dataclass(frozen=True, slots=True)
class Script:
    """A script. `lines` says, for each operation of the trainer's plan, which of `text.splitlines()` it is, from 0."""

    text: str
    lines: tuple[int, ...]


def numpy_script(trainer: Trainer, epochs: int | None = None) -> Script:
    """Return the script that prints the parameters the trainer has now, and the outputs of the last complete batch.

    It starts from where the experiment that is shown began to hold, and does the batches completed since then, or
    `epochs` epochs. A batch that is partly done is left out, so that the parameters are those at its start.
    """
    run = run_of(trainer, epochs)
    lines = [*_head(run)]
    places: list[int] = []
    phase = None
    for operation in run.plan.operations:
        if operation.phase is not phase:
            lines += [""] if phase else []
            lines.append(sections.depth(run) + HEADINGS[operation.phase])
            phase = operation.phase
        places.append(len(lines))
        lines.append(sections.depth(run) + operation.numpy)
    lines += ["", *sections.results(run), ""]
    return Script("\n".join(lines), tuple(places))


def _head(run: Run) -> Iterator[str]:
    rate = f"{LEARNING_RATE.code} = {sections.rate(run)}"
    constant = run.experiment.training.schedule.is_constant
    yield from sections.title(run, "NumPy")
    shares = _shares_products(run)
    modules = [name for name, is_used in (("math", "math." in rate), ("os", shares)) if is_used]
    yield from (f"import {name}" for name in modules)
    yield from [""] if modules else []
    if shares:
        yield "# One thread adds up in one order, whatever the number of cores."
        yield 'os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")'
        yield ""
    yield "import numpy as np"
    yield ""
    yield "# exp overflows where a unit is saturated, and 1 / (1 + inf) is 0, as it should be: no warnings."
    yield 'np.seterr(all="ignore")'
    yield ""
    yield "# --- Data ---"
    yield from sections.data(run, NUMPY)
    yield ""
    yield "# --- Parameters ---"
    yield from sections.parameters(run, NUMPY)
    yield ""
    held = [line for _, name, free in sections.frozen(run) for line in array(name, NUMPY.literal, free)]
    for heading, lines in (
        ("# --- What training may change: 1, and 0 for what is frozen ---", held),
        ("# --- What the optimizer keeps from one update to the next ---", [*_kept(run)]),
    ):
        if lines:
            yield heading
            yield from lines
            yield ""
    yield "# --- Training ---"
    if constant:
        yield f"{rate}  # learning rate"
    yield from sections.counts(run)
    yield ""
    yield from sections.loop(run, [] if constant else [f"{rate}  # learning rate"])


def _shares_products(run: Run) -> bool:
    """Say whether NumPy's OpenBLAS might share a product out to threads, which then add up in another order."""
    terms = [run.experiment.batch_size * before * after for before, after in pairwise(run.experiment.sizes)]
    return max(terms) >= FEWEST_SHARED


def _kept(run: Run) -> Iterator[str]:
    """Yield the optimizer's vectors, and how many updates it has made."""
    for letter, values in run.state.vectors.items():
        for at in range(len(values.weights)):
            for symbol, values_of_layer in ((weights(at + 1), values.weights[at]), (biases(at + 1), values.biases[at])):
                code = vector(letter, symbol).code
                if any(values_of_layer.tobytes()):  # -0.0 is not 0.0
                    yield from array(code, NUMPY.literal, values_of_layer)
                else:
                    yield f"{code} = np.zeros({values_of_layer.shape})"
    if run.state.count is not None:
        yield f"{UPDATE_COUNT.code} = {run.state.count.item():.0f}  # updates so far"
