import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from gui.painting.log_scale import LogScale
from gui.painting.loss_colors import TEXTS, LossColors
from gui.theme import DARK, LIGHT, Theme

SCALE = LogScale(-4.0, 0.0)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_they_go_from_the_card_to_the_hue_of_the_loss(theme: Theme) -> None:
    low, high = LossColors(SCALE, theme).pixels(np.array([1e-4, 1.0])).tolist()
    assert (QColor(low).name(), QColor(high).name()) == (theme.card, theme.loss)


@given(st.lists(st.floats(1e-6, 10), min_size=2, max_size=9))
def test_a_higher_loss_is_never_lighter(losses: list[float]) -> None:
    pixels = LossColors(SCALE, LIGHT).pixels(np.sort(losses)).tolist()
    blues = [QColor(pixel).blue() for pixel in pixels]
    assert blues == sorted(blues, reverse=True)


def test_what_is_not_finite_has_a_colour_of_its_own() -> None:
    colors = LossColors(SCALE, LIGHT)
    nan, infinite = colors.pixels(np.array([np.nan, np.inf])).tolist()
    assert QColor(nan) == QColor(infinite) == QColor(LIGHT.text)


def test_the_legend_goes_from_the_lowest_to_the_highest() -> None:
    colors = LossColors(SCALE, LIGHT)
    bar = colors.bar()
    assert bar.pixelColor(0, 0).name() == LIGHT.loss
    assert bar.pixelColor(0, bar.height() - 1).name() == LIGHT.card
    assert colors.texts() == ["0.0001", "0.001", "0.01", "0.1", "1"]
    assert len(colors.texts()) == TEXTS
