import json

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets import article_experiment
from core.training import Trainer
from tests.core.commands.terminal import Terminal

ARTICLE = article_experiment()


def test_each_operation_is_an_object(terminal: Terminal) -> None:
    lines = [json.loads(line) for line in terminal.type("step", terminal.file(), "--json").splitlines()]
    trainer = Trainer(ARTICLE)
    for line, operation in zip(lines, trainer.plan.operations, strict=True):
        trainer.step()
        values = operation.result.values
        assert line == {
            "phase": operation.phase.name.lower(),
            "layer": operation.layer,
            "symbol": operation.symbol.text,
            "shape": list(values.shape),
            "values": values.tolist(),
        }


def test_steps_go_on_into_the_next_batch(terminal: Terminal) -> None:
    lines = terminal.type("step", terminal.file(), "--operations", "21", "--json").splitlines()
    assert json.loads(lines[20])["symbol"] == "a⁽¹⁾"
    trainer = Trainer(ARTICLE)
    for _ in range(21):
        trainer.step()
    np.testing.assert_array_equal(json.loads(lines[20])["values"], trainer.plan.layers[0].activation.values)


def test_people_get_a_table(terminal: Terminal) -> None:
    lines = terminal.type("step", terminal.file(), "--operations", "2").splitlines()
    assert lines[0].split() == ["PHASE", "SYMBOL", "SHAPE", "VALUES", "NUMPY"]
    assert lines[1].startswith("forward  z⁽¹⁾")
    assert lines[1].endswith("  z1 = X @ W1 + b1")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_it_stops_where_the_loss_is_no_longer_finite(
    terminal: Terminal, form: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    linear = replace(ARTICLE, layers=tuple(replace(layer, activation="linear") for layer in ARTICLE.layers))
    file = terminal.file(linear.with_learning_rate(1e200))
    terminal.type("step", file, "--operations", "0", *form)
    from core.commands.main import main

    assert main(["step", file, "--operations", "100", *form]) == 0
    out, err = capsys.readouterr()
    assert err == "The loss is no longer finite, and training stopped.\n"
    assert len(out.splitlines()) < 50
