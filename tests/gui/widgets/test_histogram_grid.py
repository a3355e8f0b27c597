import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip

from core.questions.histograms import histogram
from gui.painting.color_scale import Hue
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.histogram_grid import Cell, HistogramGrid
from tests.gui.conftest import Show
from tests.gui.looks import Pixels, count_of, is_blank, pixels
from tests.gui.pointer import rest_on

VALUES = np.array([[-0.9, 0.1], [0.1, 0.1], [0.9, 0.5]])
KNOWN = Cell("a⁽¹⁾", "some words", Hue.VALUE, histogram(VALUES, -1, 1))
GRADIENT = Cell("δ⁽¹⁾", "", Hue.GRADIENT, histogram(VALUES, -1, 1))
UNKNOWN = Cell("δ⁽²⁾", "", Hue.GRADIENT, None)


@pytest.fixture
def grid(show: Show) -> HistogramGrid:
    grid = show(HistogramGrid(), 310, 200)
    grid.show_rows([[KNOWN, GRADIENT], [KNOWN, UNKNOWN]], LIGHT)
    return grid


def cut(grid: HistogramGrid, row: int, column: int) -> Pixels:
    """Return the pixels of one field."""
    field = grid.field(row, column).toRect().adjusted(1, 1, -1, -1)
    return pixels(grid)[field.top() : field.bottom(), field.left() : field.right()]


def test_before_there_is_anything_there_is_nothing(show: Show) -> None:
    assert is_blank(pixels(show(HistogramGrid(), 200, 100)))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_bins_have_the_colours_of_their_signs(grid: HistogramGrid, theme: Theme) -> None:
    grid.show_rows([[KNOWN, GRADIENT]], theme)
    value, gradient = cut(grid, 0, 0), cut(grid, 0, 1)
    half = value.shape[1] // 2
    assert count_of(theme.negative_value, value[:, :half]) > 20
    assert count_of(theme.positive_value, value[:, half:]) > 100
    assert count_of(theme.negative_value, value[:, half:]) == count_of(theme.positive_value, value[:, :half]) == 0
    assert count_of(theme.negative_gradient, gradient[:, :half]) > 20
    assert count_of(theme.positive_gradient, gradient[:, half:]) > 100


def test_the_fullest_bin_is_as_high_as_there_is_room_and_others_in_proportion(grid: HistogramGrid) -> None:
    field = (cut(grid, 0, 0) == (0x21, 0x71, 0xB5)).all(axis=-1)
    heights = field.sum(axis=0)
    assert heights.max() >= field.shape[0] - 3
    assert heights[-len(heights) // 3 :].max() == pytest.approx(heights.max() / 3, abs=2)


def test_what_is_not_known_yet_is_an_empty_field(grid: HistogramGrid) -> None:
    assert is_blank(cut(grid, 1, 1))
    assert not is_blank(cut(grid, 1, 0))


def test_the_pointer_tells_how_many_there_are(grid: HistogramGrid) -> None:
    field = grid.field(0, 0)
    rest_on(grid, QPoint(round(field.left() + 0.55 * field.width()), round(field.center().y())))
    assert QToolTip.text() == "a⁽¹⁾: 3 of 6 from 0.08333 to 0.1667"
    rest_on(grid, grid.field(1, 1).center().toPoint())
    assert "δ⁽²⁾" not in QToolTip.text(), "of what is not known yet there is nothing to tell"


def test_more_rows_ask_for_more_room_and_stay_apart(grid: HistogramGrid) -> None:
    two = grid.minimumSizeHint().height()
    grid.show_rows([[KNOWN, GRADIENT]] * 11, LIGHT)
    assert grid.minimumSizeHint().height() == pytest.approx(two * 5.5, abs=3)
    grid.resize(310, grid.minimumSizeHint().height())
    assert grid.field(1, 0).top() - grid.field(0, 0).bottom() > 20
    assert grid.field(10, 1).bottom() < grid.height()
    assert grid.sizeHint() == grid.minimumSizeHint()


def test_numbers_are_told_in_words_too(grid: HistogramGrid) -> None:
    assert grid.accessibleDescription().startswith("a⁽¹⁾ some words, δ⁽¹⁾")


def test_words_that_are_too_long_give_way_to_the_title(show: Show) -> None:
    titles: list[Pixels] = []
    for words in ("", "very many words " * 10):
        grid = show(HistogramGrid(), 150, 80)
        grid.show_rows([[Cell("a⁽¹⁾", words, Hue.VALUE, None)]], LIGHT)
        titles.append(pixels(grid)[:14, :28])
    assert np.array_equal(titles[0], titles[1])
