import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.painting.scatter_points import CIRCLE, Points
from gui.theme import DARK, Appearance, Mode
from gui.widgets.points_view import NOTHING, PointsView
from tests.gui.conftest import Show
from tests.gui.looks import count_of, nearly, pixels

PLACES = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def points(places: np.ndarray, training: int = 4) -> Points:
    count = len(places)
    return Points(places, np.linspace(-1, 1, count), np.full(count, CIRCLE), training)


def describe(point: int) -> str:
    return f"point {point}"


@pytest.fixture
def view(appearance: Appearance, show: Show) -> PointsView:
    view = show(PointsView(appearance, describe), 260, 200)
    view.show_points(points(PLACES), ("x₁", "x₂"))
    return view


def test_points_are_drawn_in_the_field(view: PointsView) -> None:
    for point in range(4):
        assert view.field.rect.contains(view.place_of(point))
        assert view.point_at(view.place_of(point)) == point
    assert view.place_of(None) == view.field.rect.center()
    assert nearly("#2171b5", pixels(view)) > 10


def test_a_point_is_meant_by_what_is_near_it_and_the_topmost_of_several(view: PointsView) -> None:
    assert view.point_at(view.place_of(3) + QPointF(5, -5)) == 3
    assert view.point_at(view.place_of(3) + QPointF(9, 9)) is None
    view.show_points(points(np.zeros((3, 2)), 3), ("x₁", "x₂"))
    assert view.point_at(view.place_of(0)) == 2
    view.show_points(points(np.zeros((0, 2)), 0), ("x₁", "x₂"))
    assert view.point_at(view.field.rect.center()) is None


def test_a_point_that_is_selected_becomes_the_current_one_and_is_told(view: PointsView) -> None:
    told: list[int | None] = []
    view.chosen.connect(told.append)
    before = pixels(view)
    view.select(frozenset({2}))
    assert view.accessibleDescription() == "point 2"
    assert not np.array_equal(pixels(view), before)
    view.select(frozenset({2, 3}))
    view.select(frozenset({3}), 3)
    view.select(frozenset({3}), 3)
    view.select(NOTHING)
    assert told == [2, 3, None]
    assert view.accessibleDescription() == ""
    assert np.array_equal(pixels(view), before)


def test_a_point_that_is_only_shown_is_not_told(view: PointsView) -> None:
    told: list[int | None] = []
    view.chosen.connect(told.append)
    view.show_chosen(1)
    assert view.selected == {1}
    assert view.current == 1
    assert view.accessibleDescription() == "point 1"
    view.show_chosen(None)
    assert view.selected == NOTHING
    assert told == []


def test_one_of_several_that_becomes_current_leaves_the_others_selected(view: PointsView) -> None:
    view.select(frozenset({1, 2}))
    view.show_chosen(2)
    assert view.selected == {1, 2}


def test_a_point_that_is_pointed_at_is_lit_in_the_accent(view: PointsView) -> None:
    before = nearly("#1d4f91", pixels(view), 20)
    view.show_pointed(0)
    assert nearly("#1d4f91", pixels(view), 20) > before
    view.show_pointed(None)
    assert nearly("#1d4f91", pixels(view), 20) == before


def test_the_field_stays_while_points_are_moved_in_it_and_fits_others(view: PointsView) -> None:
    across = view.field.across
    view.show_points(points(PLACES * 0.9), ("x₁", "x₂"))
    assert view.field.across == across
    view.show_points(points(PLACES * 5), ("x₁", "x₂"))
    assert view.field.across[1] > 5
    view.show_points(points(PLACES * 3), ("x₁", "x₃"))
    assert view.field.across[1] < 4


def test_other_points_than_before_are_not_selected(view: PointsView) -> None:
    view.select(frozenset({3}))
    view.show_points(points(PLACES + 1), ("x₁", "x₂"))
    assert view.selected == {3}
    view.show_points(points(PLACES[:3], 3), ("x₁", "x₂"))
    assert view.selected == NOTHING
    assert view.current is None


def test_it_follows_the_size_and_the_theme(view: PointsView, appearance: Appearance) -> None:
    width = view.field.rect.width()
    view.resize(400, 300)
    assert view.field.rect.width() > width
    appearance.set_mode(Mode.DARK)
    assert count_of(DARK.card, pixels(view)) > 1000
