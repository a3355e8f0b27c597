import math

import numpy as np
import pytest

from core.initializers import INITIALIZERS
from core.kernels import Array
from tests.core.shown import numpy_value

IN, OUT = 200, 100

every_initializer = pytest.mark.parametrize("name", INITIALIZERS)


def draw(name: str, rows: int, columns: int, seed: int = 0, scale: float = 1.0) -> Array:
    rule = INITIALIZERS[name]
    return rule.draw(np.random.RandomState(seed), scale * rule.size(rows, columns), rows, columns)


def test_seed_0_draws_the_weights_of_the_article() -> None:
    random, rule = np.random.RandomState(0), INITIALIZERS["normal"]
    first, second = rule.draw(random, 1.0, 2, 2), rule.draw(random, 1.0, 2, 1)
    np.testing.assert_allclose(first, [[1.76405235, 0.40015721], [0.97873798, 2.2408932]], atol=5e-9)
    np.testing.assert_allclose(second, [[1.86755799], [-0.97727788]], atol=5e-9)


@every_initializer
def test_gives_a_row_for_each_unit_in_and_a_column_for_each_unit_out(name: str) -> None:
    assert draw(name, 3, 5).shape == (3, 5)


@pytest.mark.parametrize(
    ("name", "deviation"),
    [
        ("normal", 1.0),
        ("uniform", 1 / math.sqrt(3)),
        ("xavier_normal", math.sqrt(2 / (IN + OUT))),
        ("xavier_uniform", math.sqrt(2 / (IN + OUT))),
        ("he_normal", math.sqrt(2 / IN)),
        ("he_uniform", math.sqrt(2 / IN)),
        ("zeros", 0.0),
        ("constant", 0.0),
    ],
)
def test_weights_spread_as_the_paper_says(name: str, deviation: float) -> None:
    drawn = draw(name, IN, OUT)
    assert drawn.std() == pytest.approx(deviation, rel=0.02)
    assert drawn.mean() == pytest.approx(1.0 if name == "constant" else 0.0, abs=0.02)


@pytest.mark.parametrize("name", [name for name in INITIALIZERS if name.endswith("uniform")])
def test_a_uniform_rule_keeps_within_its_limit_and_uses_all_of_it(name: str) -> None:
    limit = INITIALIZERS[name].size(IN, OUT)
    assert 0.999 * limit < np.abs(draw(name, IN, OUT)).max() <= limit


@every_initializer
def test_the_scale_multiplies_what_is_drawn(name: str) -> None:
    np.testing.assert_allclose(draw(name, 4, 3, scale=-2.5), -2.5 * draw(name, 4, 3), rtol=1e-12, atol=1e-15)


@every_initializer
def test_numpy_as_shown_draws_the_same_numbers(name: str) -> None:
    rule = INITIALIZERS[name]
    size = 0.5 * rule.size(4, 3)
    shown = numpy_value(rule.numpy.format(size=size, rows=4, columns=3), random=np.random.RandomState(7))
    np.testing.assert_array_equal(shown, rule.draw(np.random.RandomState(7), size, 4, 3))


@every_initializer
def test_the_size_depends_on_the_units_where_it_says_so(name: str) -> None:
    rule = INITIALIZERS[name]
    assert (rule.size(2, 3) != rule.size(20, 3)) == rule.by_units
    assert rule.name == name
