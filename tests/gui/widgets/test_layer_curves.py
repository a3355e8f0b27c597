import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from core.kernels import Array
from gui.painting.layer_series import LayerSeries, layer_color
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.layer_curves import LayerCurves
from tests.gui.conftest import Show
from tests.gui.looks import Pixels, blended, is_blank, pixels
from tests.gui.pointer import press, rest_on

EPOCHS = np.array([0.0, 1.0, 2.0, 4.0, 8.0])


def series(values: Array, now: int = -1) -> LayerSeries:
    layers = values.shape[1]
    symbols = tuple(f"W{layer}" for layer in range(1, layers + 1))
    return LayerSeries("size", symbols, EPOCHS[: len(values)], values, now % len(values))


def falling(layers: int) -> Array:
    return 10.0 ** (np.arange(layers) - np.arange(5)[:, np.newaxis] / 4)


def shown(show: Show, of: LayerSeries, theme: Theme = LIGHT, width: int = 310, height: int = 110) -> Pixels:
    curves = show(LayerCurves(), width, height)
    curves.show_series(of, theme)
    return pixels(curves)


def rows_of(layer: int, layers: int, within: Pixels) -> Array:
    """Return in which rows a layer's colour is to be seen."""
    color = layer_color(LIGHT, layer, layers)
    return np.array([at for at, row in enumerate(within) if blended(color, LIGHT.card, row)], float)


def test_before_there_is_a_series_there_is_nothing(show: Show) -> None:
    assert is_blank(pixels(show(LayerCurves(), 200, 100)))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_layer_has_a_curve_and_a_label_in_its_colour(show: Show, theme: Theme) -> None:
    seen = shown(show, series(falling(3)), theme)
    curves, labels = seen[20:-20, 60:190], seen[:, 240:]
    for layer in range(3):
        assert blended(layer_color(theme, layer, 3), theme.card, curves) > 60
        assert blended(layer_color(theme, layer, 3), theme.card, labels) > 15


def test_a_larger_size_lies_higher(show: Show) -> None:
    field = shown(show, series(falling(2)))[20:-20, 60:190]
    small, large = (rows_of(layer, 2, field) for layer in range(2))
    assert large.mean() < small.mean()
    assert large.min() < large.max(), "they fall"


def test_what_is_no_finite_number_is_a_gap(show: Show) -> None:
    values = np.ones((5, 1))
    whole = blended(layer_color(LIGHT, 0, 1), LIGHT.card, shown(show, series(values))[:, 50:200])
    values[3] = np.nan
    gap = blended(layer_color(LIGHT, 0, 1), LIGHT.card, shown(show, series(values))[:, 50:200])
    assert 0 < gap < 0.7 * whole


@pytest.mark.parametrize("values", [np.zeros((5, 2)), np.full((5, 2), np.nan), np.full((5, 2), np.inf)])
def test_sizes_that_have_no_logarithm_are_drawn(show: Show, values: Array) -> None:
    of = series(values)
    seen = shown(show, of)
    assert blended(layer_color(LIGHT, 0, 2), LIGHT.card, seen[:, 230:]) > 10, "the label tells what it is"


def test_of_many_layers_in_little_room_the_first_and_the_last_are_named(show: Show) -> None:
    labels = shown(show, series(falling(11)), height=60)[:, 235:]
    assert blended(layer_color(LIGHT, 0, 11), LIGHT.card, labels) > 10
    assert blended(layer_color(LIGHT, 10, 11), LIGHT.card, labels) > 10


@pytest.mark.parametrize("layers", [2, 11])
def test_labels_are_not_cut_off(show: Show, layers: int) -> None:
    seen = shown(show, series(falling(layers)))
    for edge in (seen[0], seen[-1], seen[:, -1]):
        assert is_blank(edge[np.newaxis])


def test_the_moment_shown_is_marked_on_the_curve(show: Show) -> None:
    of = falling(1)
    first, last = (shown(show, series(of, now))[:, 40:].astype(int) for now in (1, 3))
    columns = np.flatnonzero(np.abs(first - last).sum(axis=(0, 2)))
    assert columns.size
    assert columns.min() < 120 < columns.max(), "the mark has moved to the right"


def test_of_few_points_each_is_marked(show: Show) -> None:
    few, many = np.ones((5, 1)), np.ones((40, 1))
    dots = [
        blended(layer_color(LIGHT, 0, 1), LIGHT.card, shown(show, LayerSeries("size", ("W1",), epochs, values, 0)))
        for epochs, values in ((np.linspace(0, 8, 5), few), (np.linspace(0, 8, 40), many))
    ]
    assert dots[0] > dots[1] + 4 * 4, "four dots more, and each is wider than the line"


def test_a_start_alone_is_a_point_with_its_label(show: Show) -> None:
    seen = shown(show, series(falling(2)[:1]))
    assert all(blended(layer_color(LIGHT, layer, 2), LIGHT.card, seen) > 15 for layer in range(2))


@pytest.mark.parametrize(("x", "epoch"), [(5, 0), (122, 4), (300, 8)])
def test_the_nearest_point_is_told_and_gone_to(show: Show, qtbot: QtBot, x: int, epoch: int) -> None:
    curves = show(LayerCurves(), 310, 110)
    chosen: list[int] = []
    curves.chosen.connect(chosen.append)
    place = QPoint(x, 50)
    press(curves, place)
    rest_on(curves, place)
    assert chosen == [], "there is nothing yet"
    of = series(falling(2))
    curves.show_series(of, LIGHT)
    curves.grab()
    rest_on(curves, place)
    lines = QToolTip.text().splitlines()
    assert lines == [f"epoch {epoch}; click to go there", *of.labels(EPOCHS.tolist().index(epoch))]
    qtbot.mouseClick(curves, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [epoch]
    press(curves, place, Qt.MouseButton.RightButton)
    assert chosen == [epoch]


def test_numbers_are_told_in_words_too(show: Show) -> None:
    curves = show(LayerCurves())
    curves.show_series(series(falling(2)), LIGHT)
    assert curves.accessibleName() == "size"
    assert curves.accessibleDescription() == "W1 0.1000, W2 1"
    assert curves.sizeHint().width() >= curves.minimumSizeHint().width()
