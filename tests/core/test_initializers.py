import numpy as np

from core.initializers import INITIALIZERS


def test_seed_0_draws_the_weights_of_the_article() -> None:
    random = np.random.RandomState(0)
    first = INITIALIZERS["normal"](random, 2, 2)
    second = INITIALIZERS["normal"](random, 2, 1)
    np.testing.assert_allclose(first, [[1.76405235, 0.40015721], [0.97873798, 2.2408932]], atol=5e-9)
    np.testing.assert_allclose(second, [[1.86755799], [-0.97727788]], atol=5e-9)


def test_gives_a_row_for_each_unit_in_and_a_column_for_each_unit_out() -> None:
    for draw in INITIALIZERS.values():
        assert draw(np.random.RandomState(1), 3, 5).shape == (3, 5)
