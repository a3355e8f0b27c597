import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from core.training import Trainer
from gui.painting.flow_items import Highlights
from gui.painting.flow_spots import Spot
from gui.theme import DARK, LIGHT
from gui.widgets.flow_canvas import FlowCanvas
from tests.gui.conftest import Show
from tests.gui.flow import place_of
from tests.gui.looks import count_of, nearly, pixels
from tests.gui.painting.pictures import picture_of
from tests.gui.runs import experiment_of

SIZES = (2, 3, 1)
SPOTS = [Spot(0, 1), Spot(1, 2), Spot(2, 0), Spot(1, 0, 1), Spot(2, 0, 2)]


@pytest.fixture
def canvas(show: Show) -> FlowCanvas:
    canvas = show(FlowCanvas(), 900, 430)
    canvas.lay_out(SIZES)
    canvas.show_picture(picture_of(Trainer(experiment_of(*SIZES))))
    return canvas


@pytest.mark.parametrize("zoomed", [False, True])
@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_units_and_edges_are_found_where_they_are_drawn(canvas: FlowCanvas, spot: Spot, zoomed: bool) -> None:
    if zoomed:
        canvas.look_at(spot)
        assert canvas.zoom() > 2
    point = canvas.in_field(QPointF(place_of(canvas, spot)))
    assert canvas.spot_at(point) == spot
    assert canvas.column_at(point) == spot.column or spot.before is not None


def test_where_nothing_is_nothing_is_found(canvas: FlowCanvas) -> None:
    assert canvas.spot_at(QPointF(2, 2)) is None


def test_before_there_is_a_network_nothing_is_found(show: Show) -> None:
    canvas = show(FlowCanvas())
    assert canvas.spot_at(QPointF(2, 2)) is None
    assert canvas.column_at(QPointF(200, 2)) == 0
    assert canvas.below_column(0).isNull()


def test_what_is_looked_at_is_in_the_middle(canvas: FlowCanvas) -> None:
    for spot in SPOTS:
        canvas.look_at(spot)
        at = canvas.point_of(spot)
        assert abs(at.x() - canvas.width() / 2) + abs(at.y() - canvas.height() / 2) < 6


def test_the_layout_stays_as_long_as_the_network_does(canvas: FlowCanvas) -> None:
    layout = canvas.layout_for(SIZES)
    assert canvas.layout_for(SIZES) is layout
    assert [len(centers) for centers in canvas.layout_for((2, 2, 2, 1)).centers] == [2, 2, 2, 1]


def test_points_below_columns_go_from_left_to_right_below_the_units(canvas: FlowCanvas) -> None:
    points = [canvas.below_column(column) for column in range(5)]
    assert [point.x() for point in points] == sorted({point.x() for point in points})
    lowest = max(canvas.point_of(Spot(1, unit)).y() for unit in range(3))
    assert all(lowest < point.y() < canvas.height() for point in points)


def test_its_ground_is_that_of_the_theme(canvas: FlowCanvas) -> None:
    for theme in (LIGHT, DARK):
        canvas.show_picture(picture_of(Trainer(experiment_of(*SIZES)), theme=theme))
        shown = pixels(canvas)
        assert count_of(QColor(theme.panel), shown) > shown.size / 6


def test_highlights_come_and_go(canvas: FlowCanvas) -> None:
    canvas.show_highlights(Highlights(focused=Spot(1, 1)))
    assert nearly(LIGHT.focus, pixels(canvas)) > 100
    canvas.show_highlights(Highlights())
    assert nearly(LIGHT.focus, pixels(canvas)) < 100
