import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from core.kernels import Array
from gui.painting.scatter_field import Field
from gui.painting.scatter_points import CIRCLE, Points
from gui.widgets.plot_gestures import BRUSH_STEP, Brush, Frame, Move, moved, within

PLACES = np.array([[0.0, 0.0], [0.5, 0.5], [1.0, 1.0]])


class Canvas:
    """A field of 100 by 100 pixels for values from 0 to 1, with three points on its diagonal."""

    def __init__(self, selected: frozenset[int] = frozenset()) -> None:
        self.points = Points(PLACES, np.ones(3), np.full(3, CIRCLE), 3)
        self.field = Field((0.0, 1.0), (0.0, 1.0), QRectF(0, 0, 100, 100))
        self.selected = selected
        self.moves: list[tuple[list[int], list[list[float]], object]] = []
        self.dabs: list[tuple[QPointF, object]] = []

    def select(self, points: frozenset[int]) -> None:
        self.selected = points

    def move_points(self, points: list[int], places: Array, key: object) -> None:
        self.moves.append((points, places.tolist(), key))

    def dab(self, point: QPointF, key: object) -> None:
        self.dabs.append((point, key))


def test_selected_points_go_with_the_pointer_and_up_is_more() -> None:
    canvas = Canvas(frozenset({1, 2}))
    move = Move(canvas, QPointF(50, 50))
    move.to(QPointF(60, 45))
    move.to(QPointF(40, 40))
    move.end()
    assert [(points, places) for points, places, _ in canvas.moves] == [
        ([1, 2], [[0.6, 0.55], [1.1, 1.05]]),
        ([1, 2], [[0.4, 0.6], [0.9, 1.1]]),
    ]
    assert canvas.moves[0][2] is canvas.moves[1][2]


def test_a_click_moves_nothing_but_what_has_moved_can_come_back() -> None:
    canvas = Canvas(frozenset({1}))
    move = Move(canvas, QPointF(50, 50))
    move.to(QPointF(51, 51))
    assert canvas.moves == []
    move.to(QPointF(60, 50))
    move.to(QPointF(50, 50))
    assert canvas.moves[-1][1] == [[0.5, 0.5]]


def test_two_moves_are_two_edits() -> None:
    canvas = Canvas(frozenset({1}))
    for _ in range(2):
        Move(canvas, QPointF(50, 50)).to(QPointF(60, 60))
    assert canvas.moves[0][2] is not canvas.moves[1][2]


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_a_frame_selects_what_is_in_it_in_whichever_direction(x: float, y: float, to_x: float, to_y: float) -> None:
    canvas = Canvas()
    frame = Frame(canvas, QPointF(x, y), frozenset())
    frame.to(QPointF(to_x, to_y))
    frame.end()
    low, high = sorted((x, to_x)), sorted((y, to_y))
    places = [(0, 100), (50, 50), (100, 0)]
    wanted = {at for at, (px, py) in enumerate(places) if low[0] <= px <= low[1] and high[0] <= py <= high[1]}
    assert canvas.selected == wanted


def test_a_frame_keeps_what_was_selected_before_and_a_click_does_too() -> None:
    canvas = Canvas(frozenset({0}))
    frame = Frame(canvas, QPointF(40, 40), frozenset({0}))
    frame.to(QPointF(60, 60))
    frame.end()
    assert canvas.selected == {0, 1}
    Frame(canvas, QPointF(20, 20), frozenset()).end()
    assert canvas.selected == frozenset()


def test_a_brush_dabs_as_the_way_gets_long_enough() -> None:
    canvas = Canvas()
    brush = Brush(canvas, QPointF(10, 10))
    for x in range(10, 10 + int(3 * BRUSH_STEP) + 1):
        brush.to(QPointF(x, 10))
    brush.end()
    assert [point.x() for point, _ in canvas.dabs] == [10, 18, 26, 34]
    assert {key for _, key in canvas.dabs} == {brush}


def test_what_is_within_a_rectangle() -> None:
    assert within(Canvas(), QRectF(-1, -1, 60, 110)) == {0, 1}


def test_a_coordinate_that_is_not_moved_keeps_all_its_digits() -> None:
    places = np.array([[1 / 3, 1 / 3]])
    assert moved(places, (0.0, 0.1), (0.01, 0.01)).tolist() == [[1 / 3, 0.433]]
    assert places.tolist() == [[1 / 3, 1 / 3]]
