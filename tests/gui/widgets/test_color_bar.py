import pytest

from gui.painting.color_scale import ColorScale, Hue
from gui.theme import DARK, LIGHT
from gui.widgets.color_bar import ColorBar
from tests.gui.conftest import Show
from tests.gui.looks import count_of, is_blank, pixels


def scale(limit: float, hue: Hue = Hue.GRADIENT) -> ColorScale:
    return ColorScale(hue, LIGHT, limit, LIGHT.card)


@pytest.mark.parametrize(
    ("limit", "low", "high"),
    [(2.0, "−2", "+2"), (0.05, "−0.05", "+0.05"), (1e-07, "−1e−7", "+1e−7"), (5e-300, "−5e−300", "+5e−300")],
)
def test_the_ends_are_written_with_a_true_minus_sign(show: Show, limit: float, low: str, high: str) -> None:
    bar = show(ColorBar())
    bar.show_scale(scale(limit), "w")
    assert bar.accessibleName() == f"Colours from {low} to {high}"


@pytest.mark.parametrize("hue", Hue)
def test_both_hues_are_to_be_seen(show: Show, hue: Hue) -> None:
    bar = show(ColorBar(), 300, 40)
    bar.show_scale(ColorScale(hue, DARK, 1.0, DARK.edge), "∂L/∂w")
    shown = pixels(bar).reshape(-1, 3).astype(int)
    for step in (-14, 14):
        wanted = ColorScale(hue, DARK, 1.0, DARK.edge).color_of_step(step)
        assert abs(shown - (wanted.red(), wanted.green(), wanted.blue())).sum(axis=1).min() < 12


def test_before_there_is_a_scale_there_is_nothing(show: Show) -> None:
    assert is_blank(pixels(show(ColorBar(), 200, 30)))


def test_a_longer_number_gets_more_room(show: Show) -> None:
    bar = show(ColorBar())
    bar.show_scale(scale(1), "w")
    narrow = bar.sizeHint().width()
    bar.show_scale(scale(0.0002), "∂L/∂w")
    assert bar.sizeHint().width() > narrow
    bar.resize(bar.sizeHint())
    last_column = pixels(bar)[:, -1:]
    assert count_of(bar.palette().placeholderText().color(), last_column) == 0, "nothing is cut off"
