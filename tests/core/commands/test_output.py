import math

import numpy as np
import pytest

from core.commands.output import nested, plain, progress, show_table
from core.datasets import article_experiment
from core.network import initial_parameters


def test_what_is_not_finite_is_none() -> None:
    assert plain({"a": np.array([[1.0, math.nan]]), "b": (math.inf, 2, "x")}) == {
        "a": [[1.0, None]],
        "b": [None, 2, "x"],
    }


def test_parameters_are_nested_by_layer() -> None:
    parameters = nested(initial_parameters(article_experiment()))
    assert [np.shape(weights) for weights in parameters["weights"]] == [(2, 2), (2, 1)]
    assert [np.shape(biases) for biases in parameters["biases"]] == [(2,), (1,)]


def test_columns_are_as_wide_as_they_need_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(("A", "LONG"), [("wide", "x"), ("y", "")])
    assert capsys.readouterr().out == "A     LONG\nwide  x\ny\n"


def test_progress_is_not_written_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(10, "epochs") as bar:
        bar.update(10)
    assert capsys.readouterr() == ("", "")
