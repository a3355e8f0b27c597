"""Scripts print the very numbers of their trainers."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.experiment import Experiment, Initial, Layer, ParameterIndex
from core.export import numpy_script
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from core.training import Trainer
from tests.core.export.runs import (
    ARTICLE,
    LARGE_RUNS,
    RUNS,
    SOME,
    after_batches,
    experiment,
    given,
    printed,
    shown,
    trained,
)
from tests.core.strategies import some_parameters

ROOT = Path(__file__).parents[3]

ARTICLE_SCRIPT = """\
# Backpropagation with NumPy: a network of 2-2-1 units (sigmoid, sigmoid). Written by Gyaku.
import numpy as np

# exp overflows where a unit is saturated, and 1 / (1 + inf) is 0, as it should be: no warnings.
np.seterr(all="ignore")

# --- Data ---
# Inputs, one row for each sample
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
# Targets
y = np.array([[0.0], [1.0], [1.0], [0.0]])

# --- Parameters ---
random = np.random.RandomState(0)
W1 = random.randn(2, 2)
b1 = np.zeros((1, 2))
W2 = random.randn(2, 1)
b2 = np.zeros((1, 1))

# --- Training ---
lr = 0.1  # learning rate
epochs = 10000

for epoch in range(epochs):
    # --- Forward ---
    z1 = X @ W1 + b1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ W2 + b2
    a2 = 1 / (1 + np.exp(-z2))

    # --- Loss ---
    loss = np.sum((a2 - y) ** 2)

    # --- Backward ---
    d_loss_a2 = 2 * (a2 - y)
    d_a2_z2 = a2 * (1 - a2)
    d_loss_z2 = d_loss_a2 * d_a2_z2
    d_loss_W2 = a1.T @ d_loss_z2
    d_loss_b2 = np.sum(d_loss_z2, axis=0, keepdims=True)
    d_loss_a1 = d_loss_z2 @ W2.T
    d_a1_z1 = a1 * (1 - a1)
    d_loss_z1 = d_loss_a1 * d_a1_z1
    d_loss_W1 = X.T @ d_loss_z1
    d_loss_b1 = np.sum(d_loss_z1, axis=0, keepdims=True)

    # --- Update ---
    W2 -= lr * d_loss_W2
    b2 -= lr * d_loss_b2
    W1 -= lr * d_loss_W1
    b1 -= lr * d_loss_b1

# --- Result, with all digits ---
print("W1 =", W1.tolist())
print("b1 =", b1.tolist())
print("W2 =", W2.tolist())
print("b2 =", b2.tolist())
print("a2 =", a2.tolist())
"""

SATURATED = experiment(Layer(4), Layer(3), initial=Initial(scale=2000.0))

IN_PROCESSES: dict[str, Callable[[], Trainer]] = {
    "article": lambda: trained(ARTICLE, 10_000),
    "saturated": lambda: trained(SATURATED, 10),
    **{
        name: RUNS[name]
        for name in ("deep", "continued 7", "softmax and cross-entropy", "features", "cosine", "gone back", "L1")
    },
}

TRAIN_LARGE_ONES = """
import json
import core  # first, as in the program: it says how many threads NumPy has
from tests.core.export.runs import LARGE_RUNS, shown
from core.export import numpy_script

trainers = {name: make() for name, make in LARGE_RUNS.items()}
print(json.dumps({name: (numpy_script(trainer).text, shown(trainer)) for name, trainer in trainers.items()}))
"""


def run_alone(program: str, *options: str) -> str:
    """Return what a program prints that is run in a process of its own, without warnings."""
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    process = subprocess.run(
        [sys.executable, *options, "-W", "error", "-"],
        input=program,
        capture_output=True,
        encoding="utf-8",
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (process.returncode, process.stderr) == (0, "")
    return process.stdout


def executed(text: str) -> dict[str, list[list[float]]]:
    """Return what a script prints that is run in this process."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), np.errstate():
        exec(compile(text, "script", "exec"), {})  # noqa: S102 - the script under test
    return printed(output.getvalue())


def require_same(trainer: Trainer, result: dict[str, list[list[float]]]) -> None:
    """Require what a script printed to be what the trainer has; NaN is the same as NaN."""
    expected = shown(trainer)
    assert {name: repr(result[name]) for name in expected} == {name: repr(rows) for name, rows in expected.items()}


@pytest.mark.parametrize("name", IN_PROCESSES)
def test_a_script_by_itself_prints_the_numbers_of_its_trainer(name: str) -> None:
    trainer = IN_PROCESSES[name]()
    require_same(trainer, printed(run_alone(numpy_script(trainer).text, "-I")))


def test_scripts_of_large_networks_print_the_numbers_of_their_trainers() -> None:
    results = json.loads(run_alone(TRAIN_LARGE_ONES))
    assert set(results) == set(LARGE_RUNS)
    for name, (script, expected) in results.items():
        assert ("OPENBLAS_NUM_THREADS" in script) == (name != "small products")
        assert printed(run_alone(script, "-I")) == expected, name


@pytest.mark.parametrize("name", RUNS)
def test_a_script_prints_the_numbers_of_its_trainer(name: str) -> None:
    trainer = RUNS[name]()
    script = numpy_script(trainer)
    require_same(trainer, executed(script.text))
    lines = script.text.splitlines()
    numbers = [operation.numpy for operation in trainer.plan.operations]
    assert [lines[at].strip() for at in script.lines] == numbers


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    def one_of(registry: dict[str, Any]) -> str:
        return draw(st.sampled_from(sorted(registry)))

    loss = one_of(LOSSES)
    fitting = {
        name: rule for name, rule in ACTIVATIONS.items() if rule.probabilities or not LOSSES[loss].for_probabilities
    }
    plain = {name: rule for name, rule in ACTIVATIONS.items() if not rule.mixes_units}
    hidden = [Layer(draw(st.integers(1, 4)), one_of(plain)) for _ in range(draw(st.integers(0, 2)))]
    biases = {name: rule for name, rule in INITIALIZERS.items() if not rule.by_units}
    scales = st.sampled_from([1.0, 0.5, -0.5, 0.0, -1.0])
    initial = Initial(one_of(INITIALIZERS), draw(st.integers(0, 9)), draw(scales), one_of(biases), draw(scales))
    start = experiment(
        *hidden,
        Layer(3, one_of(fitting)),
        initial=initial,
        loss=loss,
        reduction=one_of(REDUCTIONS),
        optimizer=OPTIMIZERS[one_of(OPTIMIZERS)](),
        regularization=REGULARIZERS[one_of(REGULARIZERS)](),
        clipping=CLIPPINGS[one_of(CLIPPINGS)](),
        schedule=SCHEDULES[one_of(SCHEDULES)](),
        batch_size=draw(st.sampled_from([None, 1, 4, 13])),
        shuffle=draw(st.booleans()),
    )
    start = start.with_frozen(draw(some_parameters(start)), True)
    return given(start) if draw(st.booleans()) else start


@for_any(experiments(), experiments(), st.data())
@settings(max_examples=60)
def test_any_run_is_repeated(start: Experiment, other: Experiment, data: st.DataObject) -> None:
    trainer = after_batches(Trainer(start), data.draw(st.integers(0, 9)))
    trainer.go_to(data.draw(st.integers(0, len(trainer.plan.operations))))
    if data.draw(st.booleans()):
        fields = data.draw(st.sets(st.sampled_from(["optimizer", "schedule", "clipping", "batch_size", "shuffle"])))
        trainer.edit(trainer.experiment.with_training(**{name: getattr(other.training, name) for name in fields}))
        after_batches(trainer, data.draw(st.integers(0, 9)))
    require_same(trainer, executed(numpy_script(trainer).text))


def test_the_script_of_the_article_reads_like_the_article() -> None:
    script = numpy_script(Trainer(ARTICLE), epochs=10_000)
    assert script.text == ARTICLE_SCRIPT
    assert script.text.splitlines()[script.lines[0]] == "    z1 = X @ W1 + b1"


def test_another_number_of_epochs_can_be_asked_for() -> None:
    require_same(trained(experiment(), 4), executed(numpy_script(trained(experiment(), 9), epochs=4).text))


def test_epochs_count_from_the_edit_on_and_the_one_under_way_is_one_of_them() -> None:
    trainer = RUNS["continued 7"]()
    start = trainer.timeline.segments[-1].start
    script = numpy_script(trainer, epochs=2).text
    trainer.seek(start.epoch + 2)
    require_same(trainer, executed(script))


def test_parameters_of_any_value_are_written_exactly() -> None:
    trainer = Trainer(ARTICLE)
    values = np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324, 1e308, 1 / 3, 0.1, 0.0])
    trainer.edit(ARTICLE, values)
    require_same(trainer, executed(numpy_script(trainer).text))


def test_what_an_optimizer_keeps_starts_with_zeros_or_where_it_was() -> None:
    optimizer = OPTIMIZERS["adam"]()
    fresh = numpy_script(trained(experiment(optimizer=optimizer), 2)).text
    assert "m_W1 = np.zeros((2, 5))\n" in fresh
    assert "\nt = 0  # updates so far\n" in fresh
    later = numpy_script(RUNS["continued 7"]()).text
    assert "m_W1 = np.array([" in later
    assert "\nt = 13  # updates so far\n" in later
    assert "optimizer" not in numpy_script(trained(experiment(), 2)).text


def test_what_is_frozen_is_named_once_and_held_in_each_batch() -> None:
    text = numpy_script(Trainer(ARTICLE.with_frozen([ParameterIndex(2, 0, 1)], True)), epochs=3).text
    assert (
        "\n# --- What training may change: 1, and 0 for what is frozen ---\nfree_W2 = np.array([[1.0], [0.0]])\n"
        in text
    )
    assert (
        "    new_W2 = W2 - lr * d_loss_W2\n    W2 = np.where(free_W2, new_W2, W2)\n    b2 -= lr * d_loss_b2\n" in text
    )
    assert "free_b2" not in text


def test_a_rate_that_changes_is_computed_in_each_epoch() -> None:
    text = numpy_script(RUNS["in steps"]()).text
    assert "\n    lr = 0.1 * 0.5 ** (epoch // 3)  # learning rate\n" in text
    assert "import math" not in text
    assert "\nimport math\n\nimport numpy as np\n" in numpy_script(RUNS["cosine"]()).text


def test_no_outputs_are_printed_where_no_batch_was_done() -> None:
    assert 'print("a2' not in numpy_script(Trainer(experiment(data=SOME))).text


def test_products_that_threads_would_share_are_left_to_one() -> None:
    text = numpy_script(LARGE_RUNS["64 units"](), epochs=1).text
    head = text[: text.index("import numpy")]
    assert "\nimport os\n" in head
    assert '\nos.environ.setdefault("OPENBLAS_NUM_THREADS", "1")\n' in head
