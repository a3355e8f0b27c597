"""Ways to point at the gradient flow, and to read it."""

from PySide6.QtCore import QPoint, Qt

from gui.painting.flow_items import FlowPicture
from gui.painting.flow_spots import Spot
from gui.panels.gradient_flow import GradientFlowPanel
from gui.widgets.flow_canvas import FlowCanvas
from tests.gui.pointer import move_to, press, release

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def move_in_field(panel: GradientFlowPanel, x: float, y: float) -> None:
    """Move the pointer to a point of the field."""
    move_to(panel.view.viewport(), panel.view.in_view(x, y))


def point_at(canvas: FlowCanvas, spot: Spot) -> None:
    """Move the pointer onto a unit or an edge."""
    move_to(canvas.viewport(), place_of(canvas, spot))


def click_on(canvas: FlowCanvas, spot: Spot, button: Qt.MouseButton = LEFT) -> None:
    """Click on a unit or an edge."""
    click_at(canvas, place_of(canvas, spot), button)


def click_at(canvas: FlowCanvas, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Move to a place of the view, and click."""
    move_to(canvas.viewport(), place)
    press(canvas.viewport(), place, button)
    release(canvas.viewport(), place, button)


def place_of(canvas: FlowCanvas, spot: Spot) -> QPoint:
    """Return where in the view a unit is, or a point of an edge where no other one crosses it."""
    assert canvas.layout_now is not None
    if spot.before is None:
        x, y = canvas.layout_now.centers[spot.layer][spot.unit].tolist()
    else:
        x, y = canvas.layout_now.curves[spot.layer - 1][spot.before, spot.unit, 6].tolist()
    return canvas.in_view(x, y)


def point_at_unit(panel: GradientFlowPanel, layer: int, unit: int) -> None:
    """Move the pointer onto a unit."""
    point_at(panel.view, Spot(layer, unit))


def point_at_edge(panel: GradientFlowPanel, layer: int, unit_in: int, unit_out: int) -> None:
    """Move the pointer onto an edge into a layer."""
    point_at(panel.view, Spot(layer, unit_out, unit_in))


def shown_picture(panel: GradientFlowPanel) -> FlowPicture:
    """Return what is drawn."""
    assert panel.view.picture is not None
    return panel.view.picture


def captions(panel: GradientFlowPanel) -> tuple[str, ...]:
    """Return what stands below the layers."""
    return shown_picture(panel).captions
