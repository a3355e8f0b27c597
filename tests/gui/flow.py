"""Ways to point at the gradient flow, and to read it."""

from PySide6.QtCore import QPoint, QPointF

from gui.panels.gradient_flow import GradientFlowPanel
from tests.gui.pointer import move_to


def move_in_field(panel: GradientFlowPanel, x: float, y: float) -> None:
    """Move the pointer to a point of the field."""
    place = panel.view.box.mapViewToScene(QPointF(x, y))
    move_to(panel.view.viewport(), QPoint(round(place.x()), round(place.y())))


def point_at_unit(panel: GradientFlowPanel, layer: int, unit: int) -> None:
    """Move the pointer onto a unit."""
    assert panel.layout_now is not None
    x, y = panel.layout_now.centers[layer][unit].tolist()
    move_in_field(panel, x, y)


def point_at_edge(panel: GradientFlowPanel, layer: int, unit_in: int, unit_out: int) -> None:
    """Move the pointer onto an edge into a layer."""
    assert panel.layout_now is not None
    x, y = panel.layout_now.curves[layer - 1][unit_in, unit_out, 6].tolist()
    move_in_field(panel, x, y)


def captions(panel: GradientFlowPanel) -> tuple[str, ...]:
    """Return what stands below the layers."""
    picture = panel.items[0]._picture
    assert picture is not None
    return picture.captions
