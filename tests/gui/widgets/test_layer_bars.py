import numpy as np
import pytest

from gui.painting.layer_series import LayerSeries, layer_color
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.layer_bars import LayerBars
from tests.gui.conftest import Show
from tests.gui.looks import Pixels, blended, count_of, is_blank, pixels


def series(*sizes: float) -> LayerSeries:
    symbols = tuple(f"W{layer}" for layer in range(1, len(sizes) + 1))
    return LayerSeries("size", symbols, np.array([3.0]), np.array([sizes]), 0)


def shown(show: Show, of: LayerSeries, theme: Theme = LIGHT, height: int = 110) -> Pixels:
    bars = show(LayerBars(), 310, height)
    bars.show_series(of, theme)
    return pixels(bars)


def longest_run(theme: Theme, layer: int, layers: int, seen: Pixels) -> int:
    """Return how many pixels the longest row in a layer's colour has."""
    color = layer_color(theme, layer, layers)
    return int((seen == (color.red(), color.green(), color.blue())).all(axis=-1).sum(axis=1).max())


def test_before_there_is_a_series_there_is_nothing(show: Show) -> None:
    assert is_blank(pixels(show(LayerBars(), 200, 100)))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_bar_is_as_long_as_its_size_beside_the_largest(show: Show, theme: Theme) -> None:
    seen = shown(show, series(0.5, 2.0, 1.0), theme)
    half, whole, fourth = (longest_run(theme, layer, 3, seen) for layer in (2, 1, 0))
    assert whole > 150
    assert half == pytest.approx(whole / 2, abs=6)
    assert fourth == pytest.approx(whole / 4, abs=6)


def test_a_tiny_size_is_to_be_seen_but_nothing_is_not(show: Show) -> None:
    bars = slice(21, 200)  # right of the names
    tiny, nothing = (
        blended(layer_color(LIGHT, 0, 2), LIGHT.card, shown(show, series(size, 1.0))[20:40, bars])
        for size in (1e-9, 0.0)
    )
    assert tiny > nothing == 0


@pytest.mark.parametrize("size", [np.nan, np.inf])
def test_what_is_no_finite_number_has_no_bar_but_a_label(show: Show, size: float) -> None:
    seen = shown(show, series(size, 1.0))
    assert longest_run(LIGHT, 0, 2, seen) < 20
    assert blended(layer_color(LIGHT, 0, 2), LIGHT.card, seen[:, 260:]) > 3
    assert longest_run(LIGHT, 1, 2, seen) > 150


def test_all_may_be_nothing(show: Show) -> None:
    assert longest_run(LIGHT, 0, 2, shown(show, series(0.0, 0.0))) < 20


def test_many_layers_have_their_bars_in_little_room(show: Show) -> None:
    seen = shown(show, series(*np.linspace(0.5, 1, 11).tolist()), height=70)
    assert all(count_of(layer_color(LIGHT, layer, 11), seen) > 50 for layer in range(11))
    assert is_blank(seen[-1:])


def test_numbers_are_told_in_words_too(show: Show) -> None:
    bars = show(LayerBars())
    bars.show_series(series(0.25, 4.0), LIGHT)
    assert (bars.accessibleName(), bars.accessibleDescription()) == ("size", "W1 0.2500, W2 4")
    assert bars.sizeHint().width() >= bars.minimumSizeHint().width()
