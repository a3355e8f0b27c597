import numpy as np
import pytest
from PySide6.QtGui import QColor

from core.illustrations import Curve
from core.kernels import Array
from gui.theme import DARK, LIGHT, Appearance, Mode, Theme
from gui.widgets.curve_view import CurveView
from tests.gui.conftest import Show
from tests.gui.looks import is_blank, nearly, pixels

X: Array = np.linspace(-5, 5, 101)


@pytest.fixture
def view(show: Show, appearance: Appearance) -> CurveView:  # noqa: ARG001
    return show(CurveView(), 240, 116)


def rows_of_ink(view: CurveView, column: int) -> list[int]:
    """Return in which rows a column shows more than ground."""
    shown = pixels(view).astype(int)
    return np.flatnonzero(np.abs(shown[:, column] - shown[-1, 0]).sum(axis=-1) > 200).tolist()


def test_without_curves_there_is_nothing(view: CurveView) -> None:
    assert is_blank(pixels(view))


def test_a_line_that_rises_rises(view: CurveView) -> None:
    view.show_curves([Curve(X, X)])
    left, right = rows_of_ink(view, 70), rows_of_ink(view, 200)
    assert max(right) < min(left)


@pytest.mark.parametrize(("mode", "theme"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_it_is_drawn_in_the_colours_of_the_theme(
    view: CurveView, appearance: Appearance, mode: Mode, theme: Theme
) -> None:
    appearance.set_mode(mode)
    view.show_curves([Curve(X, X**2, "a"), Curve(X, X, "b", quiet=True)])
    assert nearly(QColor(theme.text), pixels(view)) > 50
    assert nearly(QColor(theme.quiet), pixels(view)) > 20


def test_a_curve_is_drawn_over_those_it_is_compared_with(view: CurveView) -> None:
    view.show_curves([Curve(X, X)])
    alone = nearly(LIGHT.text, pixels(view))
    view.show_curves([Curve(X, X), Curve(X, X, quiet=True)])
    assert nearly(LIGHT.text, pixels(view)) > 0.9 * alone


def test_names_of_curves_stand_above_them(view: CurveView) -> None:
    view.show_curves([Curve(X, X)])
    assert is_blank(pixels(view)[:14])
    view.show_curves([Curve(X, X, "a"), Curve(X, -X, "∂a/∂z", quiet=True)])
    assert not is_blank(pixels(view)[:14])


def test_a_curve_that_leaves_a_map_is_cut_off_and_does_not_shrink_the_rest(view: CurveView) -> None:
    angles = np.linspace(0, 2 * np.pi, 50)
    ring = Curve(np.cos(angles), np.sin(angles), quiet=True)
    view.show_curves([ring, Curve(np.array([0.0, 0.1]), np.array([0.0, 0.1]))], is_map=True)
    before = pixels(view)
    view.show_curves([ring, Curve(np.array([0.0, 1e9]), np.array([0.0, 1e9]))], is_map=True)
    left = view.width() // 2 - 2
    np.testing.assert_array_equal(pixels(view)[:, :left], before[:, :left])
    assert (pixels(view) != before).any()
