import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.painting.layer_series import LayerSeries, evenly, layer_color, spread
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import READABLE, contrast

SERIES = LayerSeries("size", ("W⁽¹⁾", "W⁽²⁾"), np.array([0.0, 1.0]), np.array([[1.0, 2.0], [0.5, np.nan]]), 1)


def test_a_label_has_a_layers_name_and_its_value_of_now() -> None:
    assert (SERIES.layers, SERIES.text) == (2, "W⁽¹⁾ 0.5000, W⁽²⁾ NaN")
    assert SERIES.labels(0) == ["W⁽¹⁾ 1", "W⁽²⁾ 2"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("layers", [1, 2, 3, 11])
def test_the_colours_of_layers_can_be_read_and_differ(theme: Theme, layers: int) -> None:
    colors = [layer_color(theme, layer, layers) for layer in range(layers)]
    assert len({color.name() for color in colors}) == layers
    assert all(contrast(color, theme.card) >= READABLE for color in colors)


@given(st.integers(1, 30), st.integers(0, 30))
def test_the_first_and_the_last_are_among_those_that_are_labelled(count: int, most: int) -> None:
    labelled = evenly(count, most)
    assert labelled == sorted(set(labelled))
    assert (labelled[0], labelled[-1]) == (0, count - 1)
    assert len(labelled) == min(count, max(2, most))


@given(st.lists(st.floats(-50, 150), min_size=1, max_size=10))
def test_labels_keep_their_distance_their_order_and_within_their_room(wanted: list[float]) -> None:
    places = spread(wanted, 10, 0, 100)
    order = np.argsort(wanted, kind="stable")
    assert (np.diff(np.array(places)[order]) >= 10 - 1e-9).all()
    assert min(places) >= 0
    assert max(places) <= 100 + 1e-9


def test_where_there_is_room_a_label_stands_where_it_is_wanted() -> None:
    assert spread([70.0, 20.0, 50.0], 10, 0, 100) == [70, 20, 50]
    assert spread([50.0, 51.0], 10, 0, 100) == [50, 60]
    assert spread([99.0, 98.0], 10, 0, 100) == [100, 90]
