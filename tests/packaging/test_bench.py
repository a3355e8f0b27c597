from functools import partial

import bench
import numpy as np
import pytest

from core.batches import Batches
from core.plan import Plan

MEASURES = ("article", "full_batch", "batches", "sweep", "length", "samples", "timeline", "threads")


def test_everything_is_measured_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--quick"]) == 0
    out = capsys.readouterr().out
    for name in MEASURES:
        assert getattr(bench, name).__doc__.splitlines()[0] in out
    assert "the same numbers, bit for bit: yes" in out
    assert out.count("samples: ") == 4


def test_what_takes_turns_is_compared_with_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []
    times = bench.take_turns({"a": partial(done.append, "a"), "b": partial(done.append, "b")}, rounds=2)
    assert done == ["a", "b"] * 3
    assert set(times) == {"a", "b"}
    bench.report({"slow": 3.0, "fast": 1.5}, 3, "epoch")
    slow, fast = capsys.readouterr().out.splitlines()
    assert slow.split() == ["slow", "1000000.00", "µs", "an", "epoch", "2.00"]
    assert fast.split()[-1] == "1.00"


def test_the_bare_products_are_those_of_a_batch() -> None:
    experiment = bench.network(20, 8, 8)
    plan = Plan(experiment)
    Batches(experiment).feed(0, plan)
    products = bench.products(plan)
    bench.multiply(products)
    assert len(products) == 3 * len(plan.layers) - 1
    for left, right, out in products:
        np.testing.assert_array_equal(out, left @ right)
