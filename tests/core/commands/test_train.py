import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets import article_experiment, preset_experiment
from core.evaluation import Evaluation
from core.experiment import Stop
from core.training import Trainer
from tests.core.commands.terminal import Terminal

ARTICLE = article_experiment()


def test_the_article_comes_out(terminal: Terminal) -> None:
    result = terminal.type_json("train", terminal.file(), "--epochs", "10000")
    assert list(result) == ["epoch", "loss", "test_loss", "outputs", "parameters", "gradients"]
    assert (result["epoch"], result["test_loss"]) == (10_000, None)
    np.testing.assert_allclose(result["outputs"], [[0.02474037], [0.49921517], [0.96965772], [0.50185449]], atol=5e-9)


def test_what_is_shown_is_that_of_the_final_parameters(terminal: Terminal) -> None:
    experiment = preset_experiment("circle")
    result = terminal.type_json("train", terminal.file(experiment), "--epochs", "3")
    trainer = Trainer(experiment)
    trainer.run(3)
    for test, name in ((False, "loss"), (True, "test_loss")):
        evaluation = Evaluation(experiment, test=test)
        assert result[name] == pytest.approx(evaluation.loss(evaluation.outputs(trainer.plan.parameters)), rel=1e-12)
    for name in ("weights", "biases"):
        for ours, theirs in zip(getattr(trainer.plan.parameters, name), result["parameters"][name], strict=True):
            np.testing.assert_array_equal(ours.reshape(np.shape(theirs)), theirs)
    assert [np.shape(weights) for weights in result["gradients"]["weights"]] == [(2, 4), (4, 2), (2, 1)]
    assert [np.shape(biases) for biases in result["gradients"]["biases"]] == [(4,), (2,), (1,)]


def test_training_goes_on_from_what_was_written(terminal: Terminal) -> None:
    out = str(terminal.folder / "half.gyaku")
    terminal.type("train", terminal.file(), "--epochs", "1500", "-o", out)
    assert terminal.type_json("train", out, "--epochs", "1500") == terminal.type_json(
        "train", terminal.file(), "--epochs", "3000"
    )


def test_a_stop_condition_ends_it(terminal: Terminal) -> None:
    experiment = ARTICLE.with_training(stop=Stop(epochs=7))
    assert terminal.type_json("train", terminal.file(experiment), "--epochs", "100")["epoch"] == 7


def test_a_run_that_diverges_says_so_and_prints_null(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    linear = replace(ARTICLE, layers=tuple(replace(layer, activation="linear") for layer in ARTICLE.layers))
    file = terminal.file(linear.with_learning_rate(100.0))
    assert terminal.type_json("train", file, "--epochs", "1000")["loss"] is None
    terminal.type("train", file, "--epochs", "0")
    assert capsys.readouterr().err == ""


def test_people_get_a_table(terminal: Terminal) -> None:
    lines = terminal.type("train", terminal.file(), "--epochs", "10000").splitlines()
    assert lines[0].startswith("epoch 10,000   loss 0.504")
    assert lines[1].split() == ["INPUTS", "TARGETS", "OUTPUTS"]
    assert lines[3].split() == ["0", "1", "1", "0.4992"]
    many = terminal.type("train", terminal.file(preset_experiment("circle")), "--epochs", "1").splitlines()
    assert "test loss" in many[0]
    assert many[-1] == "… and 230 more samples"
