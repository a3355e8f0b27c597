"""The edges of the gradient flow, and what all its items share."""

from dataclasses import dataclass, replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from core.kernels import Array
from core.numerals import format_number
from core.operations import units
from gui.painting.color_scale import STEPS, ColorScale, mix
from gui.painting.flow_layout import FlowLayout
from gui.painting.flow_state import EdgeLayer, FlowState
from gui.session import Place
from gui.theme import Theme, number_font

MOST_EDGES = 400  # drawn into one layer; of more, the strongest
CROWDED = 64  # edges into one layer: of more, all are thin
MOST_LABELS = 12  # on the edges into one layer
LABEL_DISTANCE = 8.0  # from the rim of a unit
THIN, THICK = 1.2, 4.0
SLEEPING = 0.55  # how much of an edge's colour goes while another is computed
DASH = [3.0, 3.0]
HALO, HALO_WIDTH = 0.3, 9.0  # behind the edge the pointer is on


@dataclass(frozen=True)
class FlowPicture:
    """All that the items draw."""

    layout: FlowLayout
    state: FlowState
    edge_scale: ColorScale
    unit_scale: ColorScale
    captions: tuple[str, ...]
    pointed: Place

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.edge_scale.theme


class FlowItem(pg.GraphicsObject):
    """An item that draws a part of the picture it was given last."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: FlowPicture | None = None

    def show_picture(self, picture: FlowPicture) -> None:
        """Draw another picture from now on."""
        if self._picture is None or picture.layout is not self._picture.layout:
            self.prepareGeometryChange()
        self._picture = picture
        self._prepare(picture)
        self.update()

    def show_pointed(self, pointed: Place) -> None:
        """Mark what the pointer is on."""
        if self._picture is not None:
            self._picture = replace(self._picture, pointed=pointed)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole field."""
        layout = self._picture.layout if self._picture else None
        return QRectF(0, 0, layout.width, layout.height) if layout else QRectF()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw."""
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, self._picture)

    def _prepare(self, picture: FlowPicture) -> None:
        """Make ready what need not be made anew while the picture is only zoomed."""

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        raise NotImplementedError


class EdgesItem(FlowItem):
    """The edges.

    Each is a path of its own, as one path that crosses itself takes ten times as long, and where there are many they
    are one pixel wide, for which Qt has a way that is three times as fast. What was drawn is kept while dashes travel.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self._strokes: list[tuple[QPen, list[QPainterPath]]] = []

    def _prepare(self, picture: FlowPicture) -> None:
        self._strokes = [
            stroke for index, edges in enumerate(picture.state.edges) for stroke in _strokes(picture, index, edges)
        ]

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        self._mark_pointed(painter, picture)
        for pen, paths in self._strokes:
            painter.setPen(pen)
            for path in paths:
                painter.drawPath(path)
        painter.setFont(number_font(11))
        for index, edges in enumerate(picture.state.edges):
            if edges.values is not None and edges.values.size <= MOST_LABELS:
                _draw_labels(painter, picture, index, edges.values, sleeps=_sleeps(picture, edges))

    def _mark_pointed(self, painter: QPainter, picture: FlowPicture) -> None:
        for index, curves in enumerate(picture.layout.curves):
            unit_in, unit_out = picture.pointed.get(units(index)), picture.pointed.get(units(index + 1))
            if unit_in is not None and unit_out is not None:
                painter.setPen(QPen(mix(QColor(picture.theme.panel), QColor(picture.theme.text), HALO), HALO_WIDTH))
                painter.drawPath(*curve_paths(curves[unit_in : unit_in + 1, unit_out]))


def _strokes(picture: FlowPicture, index: int, edges: EdgeLayer) -> list[tuple[QPen, list[QPainterPath]]]:
    curves = picture.layout.curves[index]
    curves = curves.reshape(-1, *curves.shape[2:])
    crowded = len(curves) > CROWDED
    if edges.values is None:
        pen = _pen_of_unknown(picture, edges, crowded=crowded)
        spread = np.linspace(0, len(curves) - 1, min(len(curves), MOST_EDGES)).astype(int)
        return [(pen, curve_paths(curves[spread]))]
    values = edges.values.ravel()
    shown = np.argsort(np.abs(values), kind="stable")[-MOST_EDGES:]
    steps, sleeps = picture.edge_scale.steps(values[shown]), _sleeps(picture, edges)
    return [
        (_pen(picture, step, sleeps=sleeps, crowded=crowded), curve_paths(curves[shown[steps == step]]))
        for step in sorted(set(steps.tolist()), key=abs)
    ]


def _pen_of_unknown(picture: FlowPicture, edges: EdgeLayer, *, crowded: bool) -> QPen:
    """Return the pen of edges whose numbers are still to come: grey, or of the phase that is working on them."""
    phase = picture.state.phase
    color = picture.theme.phase(phase) if edges.lit and phase else QColor(picture.theme.edge)
    if crowded:
        color.setAlphaF(0.4)
    return QPen(color, 1 if crowded else THIN + edges.lit)


def _pen(picture: FlowPicture, step: int, *, sleeps: bool, crowded: bool) -> QPen:
    """Return the pen of a step of colour: wider for larger sizes, dashed for negative ones."""
    size = abs(step) / STEPS
    color = mix(QColor(picture.theme.edge), picture.edge_scale.color_of_step(step), 0.35 + 0.65 * size if step else 0)
    if sleeps:
        color = mix(color, QColor(picture.theme.edge), SLEEPING)
    pen = QPen(color, 1 if crowded else THIN + (THICK - THIN) * size)
    if step < 0:
        pen.setDashPattern([length * 3 / pen.widthF() for length in DASH])
    return pen


def curve_paths(curves: Array) -> list[QPainterPath]:
    """Return the cubics with the first and last points of `curves`, shape (curves, points, 2)."""
    paths = []
    for curve in curves:
        (x0, y0), (x1, y1) = curve[0].tolist(), curve[-1].tolist()
        middle = (x0 + x1) / 2
        path = QPainterPath(QPointF(x0, y0))
        path.cubicTo(middle, y0, middle, y1, x1, y1)
        paths.append(path)
    return paths


def _sleeps(picture: FlowPicture, edges: EdgeLayer) -> bool:
    """Say whether something else is being computed than these edges."""
    return picture.state.phase is not None and not edges.lit


def _draw_labels(painter: QPainter, picture: FlowPicture, index: int, values: Array, *, sleeps: bool) -> None:
    """Write the numbers on the edges into one layer, the largest first; one that finds no room is left out."""
    color = QColor(picture.theme.quiet if sleeps else picture.theme.text)
    ground = QColor(picture.theme.panel)
    ground.setAlphaF(0.85)
    taken: list[QRectF] = []
    order = np.argsort(-np.abs(values), axis=None, kind="stable")
    for place in zip(*np.unravel_index(order, values.shape), strict=True):
        text = format_number(float(values[place]), signed=True)
        size = QSizeF(painter.fontMetrics().size(0, text)) + QSizeF(6, 0)
        field = _field_on_edge(picture.layout, index, place, size)
        if field is not None and not any(field.intersects(other) for other in taken):
            taken.append(field)
            painter.fillRect(field, ground)
            painter.setPen(color)
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)


def _field_on_edge(layout: FlowLayout, index: int, place: tuple[int, ...], size: QSizeF) -> QRectF | None:
    """Return the room for a number on an edge, as near to its start as the unit there lets it be, or None."""
    curve = layout.curves[index][place]
    first = curve[0, 0] + layout.radii[index] + LABEL_DISTANCE + size.width() / 2
    last = curve[-1, 0] - layout.radii[index + 1] - LABEL_DISTANCE - size.width() / 2
    if first > last:
        return None
    x, y = curve[int(np.searchsorted(curve[:, 0], first))].tolist()
    return QRectF(x - size.width() / 2, y - size.height() / 2, size.width(), size.height())
