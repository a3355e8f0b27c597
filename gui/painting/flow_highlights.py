"""What stands out in the gradient flow: under the pointer, under the keys, marked by a finding, or frozen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from core.experiment import ParameterIndex
from gui.painting.color_scale import mix
from gui.painting.flow_edges import curve_paths
from gui.painting.flow_items import FlowItem, FlowPicture
from gui.painting.flow_layout import FlowLayout
from gui.painting.flow_spots import Spot, exists

HALO = 0.3  # how much of the text's colour the pointer's halo has
GROUND = 0.16  # how much of the warning's colour what is marked lies on
REACH = 5.0  # from the middle of an edge, or the rim of a unit, to the outline around it
WIDER = 3.0  # is the outline of what is marked than that of what has the keys, so that both are seen
BAR, BAR_DISTANCE = 6.0, 2.2  # half the length of the bars across what is frozen, and half the way between the two
FROZEN_AT = 0.62  # of the way along an edge, so that its number stands beside it
MOST_BARS = 600


class HighlightsItem(FlowItem):
    """Outlines around units and edges, behind them: under the pointer full, under the keys a line, marked dots."""

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        theme, highlights = picture.theme, picture.highlights
        sizes = [len(centers) for centers in picture.layout.centers]
        dots = QPen(QColor(theme.warning), 2.4, Qt.PenStyle.DotLine)
        ground = mix(QColor(theme.panel), QColor(theme.warning), GROUND)
        for spot in highlights.marked:
            if exists(sizes, spot):
                self._draw_outline(painter, outline(picture, spot, REACH + WIDER), dots, ground)
        if highlights.pointed is not None and exists(sizes, highlights.pointed):
            halo = mix(QColor(theme.panel), QColor(theme.text), HALO)
            self._draw_outline(painter, outline(picture, highlights.pointed, REACH), None, halo)
        if highlights.focused is not None:
            line = QPen(QColor(theme.focus), 2)
            self._draw_outline(painter, outline(picture, highlights.focused, REACH), line, None)

    def _draw_outline(self, painter: QPainter, path: QPainterPath, pen: QPen | None, ground: QColor | None) -> None:
        painter.setPen(pen or Qt.PenStyle.NoPen)
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class FrozenItem(FlowItem):
    """Two short bars across each edge whose weight is frozen, and across the rim of each unit whose bias is."""

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        bars = [bar for index in picture.frozen[:MOST_BARS] for bar in _bars(picture.layout, index)]
        for color, width in ((picture.theme.panel, 4.0), (picture.theme.text, 1.6)):
            painter.setPen(QPen(QColor(color), width))
            for start, end in bars:
                painter.drawLine(start, end)


def outline(picture: FlowPicture, spot: Spot, reach: float) -> QPainterPath:
    """Return the line around a unit or an edge, `reach` away from it."""
    layout, path = picture.layout, QPainterPath()
    if spot.before is not None:
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * reach)
        (edge,) = curve_paths(layout.curves[spot.layer - 1][spot.before, spot.unit])
        return stroker.createStroke(edge)
    center = QPointF(*layout.centers[spot.layer][spot.unit].tolist())
    radius = layout.radii[spot.layer] + reach
    if picture.maps is None:
        path.addEllipse(center, radius, radius)
    else:
        field = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        path.addRoundedRect(field, 2 * reach, 2 * reach)
    return path


def _bars(layout: FlowLayout, index: ParameterIndex) -> list[tuple[QPointF, QPointF]]:
    """Return the ends of the two bars across an edge, or across the rim of a unit at its lower left."""
    if index.before is None:
        x, y = layout.centers[index.layer][index.unit].tolist()
        radius = layout.radii[index.layer]
        middle, along = QPointF(x - 0.5 * radius, y + 0.866 * radius), QPointF(0.866, 0.5)
    else:
        (path,) = curve_paths(layout.curves[index.layer - 1][index.before, index.unit])
        middle = path.pointAtPercent(FROZEN_AT)
        before, after = path.pointAtPercent(FROZEN_AT - 0.01), path.pointAtPercent(FROZEN_AT + 0.01)
        step = after - before
        length = max((step.x() ** 2 + step.y() ** 2) ** 0.5, 1e-9)
        along = step / length
    across = QPointF(-along.y(), along.x()) * BAR
    middles = (middle - along * BAR_DISTANCE, middle + along * BAR_DISTANCE)
    return [(point - across, point + across) for point in middles]
