"""Scripts for PyTorch come to the numbers of their trainers, wherever PyTorch is installed."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.experiment import Experiment, Layer, ParameterIndex
from core.export import pytorch_script
from core.losses import LOSSES, REDUCTIONS
from core.training import Trainer
from tests.core.export.runs import ARTICLE, RUNS, experiment, printed, shown, trained

PYTHON = os.environ.get("GYAKU_TORCH_PYTHON", sys.executable)
TOLERANCE = 1e-9

DRIVER = """
import contextlib, io, json, sys
printed = {}
for name, script in json.load(sys.stdin).items():
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(script, name, "exec"), {})
    printed[name] = output.getvalue()
print(json.dumps(printed))
"""


def registries() -> dict[str, Experiment]:
    """Return an experiment for each pair of an activation and a loss that go together."""
    found: dict[str, Experiment] = {}
    for name, function in ACTIVATIONS.items():
        for loss, rule in LOSSES.items():
            if function.probabilities or not rule.for_probabilities:
                hidden = Layer(4, "tanh" if function.mixes_units else name)
                reduction = sorted(REDUCTIONS)[len(found) % 2]
                rate = 0.1 if reduction == "mean" else 0.01
                start = experiment(hidden, Layer(3, name), loss=loss, reduction=reduction).with_learning_rate(rate)
                found[f"{name}, {loss}"] = start
    return found


def test_numbers_agree_with_those_of_pytorch() -> None:
    if subprocess.run([PYTHON, "-I", "-c", "import torch, numpy"], capture_output=True, check=False).returncode:
        pytest.skip(f"{PYTHON} has no PyTorch; name one that has in GYAKU_TORCH_PYTHON")
    trainers = {name: make() for name, make in RUNS.items()} | {
        name: trained(start, 10) for name, start in registries().items()
    }
    scripts = {name: pytorch_script(trainer) for name, trainer in trainers.items()}
    process = subprocess.run(
        [PYTHON, "-I", "-W", "error", "-c", DRIVER],
        input=json.dumps(scripts),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (process.returncode, process.stderr) == (0, "")
    for name, output in json.loads(process.stdout).items():
        result = printed(output)
        for array, rows in shown(trainers[name]).items():
            np.testing.assert_allclose(
                result[array], rows, rtol=TOLERANCE, atol=TOLERANCE * np.abs(rows).max(), err_msg=f"{name}: {array}"
            )


@pytest.mark.parametrize("name", RUNS)
def test_every_script_is_python(name: str) -> None:
    text = pytorch_script(RUNS[name]())
    compile(text, name, "exec")
    assert text.count(".backward()") == 1
    assert text.count("optimizer.step()") == 1


def batch_of(trainer: Trainer) -> list[str]:
    """Return the lines of a batch, without comments."""
    text = pytorch_script(trainer)
    lines = text[text.index("# --- Forward") : text.index("# --- Result")].splitlines()
    return [line.strip() for line in lines if line.strip() and "# ---" not in line]


def test_the_batch_of_the_article() -> None:
    assert batch_of(trained(ARTICLE, 1)) == [
        "z1 = X @ W1 + b1",
        "a1 = torch.sigmoid(z1)",
        "z2 = a1 @ W2 + b2",
        "a2 = torch.sigmoid(z2)",
        "loss = torch.sum((a2 - y) ** 2)",
        "optimizer.zero_grad()",
        "loss.backward()",
        "optimizer.step()",
    ]


def test_penalties_are_part_of_what_is_made_small_and_come_before_clipping() -> None:
    lines = batch_of(RUNS["L2 and clipping by norm"]())
    assert lines[-5:] == [
        "cost = loss + 0.5 * 0.02 * sum((W**2).sum() for W in weights)",
        "optimizer.zero_grad()",
        "cost.backward()",
        "torch.nn.utils.clip_grad_norm_(parameters, 0.05)",
        "optimizer.step()",
    ]


def test_weights_that_cross_zero_under_l1_stop_there() -> None:
    lines = batch_of(RUNS["L1 and clipping by value"]())
    assert lines[-9:] == [
        "cost = loss + 0.001 * sum(W.abs().sum() for W in weights)",
        "optimizer.zero_grad()",
        "cost.backward()",
        "torch.nn.utils.clip_grad_value_(parameters, 0.01)",
        "before = [W.detach().clone() for W in weights]",
        "optimizer.step()",
        "with torch.no_grad():  # a weight that crosses zero stops at zero",
        "for W, old in zip(weights, before):",
        "W *= W * old >= 0",
    ]


def test_what_is_frozen_is_put_back_after_the_step_and_the_stop_at_zero() -> None:
    lines = batch_of(RUNS["frozen under L1"]())
    assert lines[-9:] == [
        "before = [W.detach().clone() for W in weights]",
        "held = [parameter.detach()[cells] for parameter, cells in frozen]",
        "optimizer.step()",
        "with torch.no_grad():  # a weight that crosses zero stops at zero",
        "for W, old in zip(weights, before):",
        "W *= W * old >= 0",
        "with torch.no_grad():  # what is frozen stays as it was",
        "for (parameter, cells), values in zip(frozen, held):",
        "parameter[cells] = values",
    ]
    text = pytorch_script(Trainer(ARTICLE.with_frozen([ParameterIndex(2, 0, 1), ParameterIndex(1, 0)], True)))
    assert "\nfree_b1 = torch.tensor([[0.0, 1.0]])\nfree_W2 = torch.tensor([[1.0], [0.0]])\n" in text
    assert "\nfrozen = [(b1, free_b1 == 0), (W2, free_W2 == 0)]\n" in text
    assert "frozen" not in pytorch_script(Trainer(ARTICLE))


def test_the_mean_is_over_samples_where_the_loss_says_so() -> None:
    assert any(line.endswith(") / len(y)") for line in batch_of(RUNS["softmax and cross-entropy"]()))
    assert any(line.startswith("loss = torch.mean(") for line in batch_of(RUNS["deep"]()))


def test_numpy_is_imported_only_where_it_draws_something() -> None:
    assert "import numpy as np\n" in pytorch_script(Trainer(ARTICLE))
    trainer = trained(ARTICLE, 3)
    trainer.edit(trainer.experiment.with_learning_rate(1.0))
    assert "numpy" not in pytorch_script(trainer)


def test_a_rate_that_changes_is_set_in_each_epoch() -> None:
    assert '\n    optimizer.param_groups[0]["lr"] = 0.1 * 0.5 ** (epoch // 3)\n' in pytorch_script(RUNS["in steps"]())
    assert "\nimport math\n" in pytorch_script(RUNS["cosine"]())


def test_another_number_of_epochs_can_be_asked_for() -> None:
    assert "\nepochs = 12\n" in pytorch_script(Trainer(ARTICLE), epochs=12)
