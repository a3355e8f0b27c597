from importlib.util import find_spec

import numpy as np
import pytest
from bench import network, train
from bench_loops import article_loop, torch_loop

from core.datasets import article_experiment


@pytest.mark.parametrize("experiment", [article_experiment(), network(30, 4, 3)], ids=["article", "deeper"])
def test_the_loop_and_the_core_find_the_same_numbers(experiment: object) -> None:
    parameters = train(experiment, 200).plan.parameters  # type: ignore[arg-type]
    pairs = zip(parameters.weights, parameters.biases, strict=True)
    for ours, theirs in zip([part for pair in pairs for part in pair], article_loop(experiment, 200), strict=True):  # type: ignore[arg-type]
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.skipif(find_spec("torch") is not None, reason="PyTorch is installed")
def test_without_pytorch_its_loop_says_so() -> None:
    with pytest.raises(ImportError):
        torch_loop(article_experiment(), 1)
