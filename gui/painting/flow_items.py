"""The edges of the gradient flow, and what all its items share."""

from dataclasses import dataclass, replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
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
MOST_LABELS = 12  # on the edges into one layer
LABEL_POINT = 5  # of the points of a curve, near where it starts
THIN, THICK = 1.2, 4.0
SLEEPING = 0.55  # how much of an edge's colour goes while another is computed
DASH = [3.0, 3.0]


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
    """The edges, in one path for each colour, as many small drawings are slow."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[tuple[QPen, QPainterPath]] = []

    def _prepare(self, picture: FlowPicture) -> None:
        self._strokes = [
            stroke for index, edges in enumerate(picture.state.edges) for stroke in _strokes(picture, index, edges)
        ]

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        for pen, path in self._strokes:
            painter.strokePath(path, pen)
        self._mark_pointed(painter, picture)
        painter.setFont(number_font(11))
        for index, edges in enumerate(picture.state.edges):
            if edges.values is not None and edges.values.size <= MOST_LABELS:
                _draw_labels(painter, picture, index, edges.values, sleeps=_sleeps(picture, edges))

    def _mark_pointed(self, painter: QPainter, picture: FlowPicture) -> None:
        for index, curves in enumerate(picture.layout.curves):
            unit_in, unit_out = picture.pointed.get(units(index)), picture.pointed.get(units(index + 1))
            if unit_in is not None and unit_out is not None:
                path = QPainterPath()
                add_curves(path, curves[unit_in, unit_out][None])
                painter.strokePath(path, QPen(QColor(picture.theme.text), 2.5))


def _strokes(picture: FlowPicture, index: int, edges: EdgeLayer) -> list[tuple[QPen, QPainterPath]]:
    layout_curves = picture.layout.curves[index]
    curves = layout_curves.reshape(-1, *layout_curves.shape[2:])
    if edges.values is None:
        path = QPainterPath()
        add_curves(path, curves[:: max(1, len(curves) // MOST_EDGES)])
        phase = picture.state.phase
        color = picture.theme.phase(phase) if edges.lit and phase else QColor(picture.theme.edge)
        return [(QPen(color, THIN + edges.lit), path)]
    values = edges.values.ravel()
    shown = np.argsort(np.abs(values), kind="stable")[-MOST_EDGES:]
    steps = picture.edge_scale.steps(values[shown])
    strokes = []
    for step in sorted(set(steps.tolist()), key=abs):
        path = QPainterPath()
        add_curves(path, curves[shown[steps == step]])
        strokes.append((_edge_pen(picture, step, sleeps=_sleeps(picture, edges)), path))
    return strokes


def _edge_pen(picture: FlowPicture, step: int, *, sleeps: bool) -> QPen:
    """Return the pen of a step of colour: wider for larger sizes, dashed for negative ones."""
    size = abs(step) / STEPS
    color = mix(QColor(picture.theme.edge), picture.edge_scale.color_of_step(step), 0.35 + 0.65 * size if step else 0)
    if sleeps:
        color = mix(color, QColor(picture.theme.edge), SLEEPING)
    pen = QPen(color, THIN + (THICK - THIN) * size)
    if step < 0:
        pen.setDashPattern([length * 3 / pen.widthF() for length in DASH])
    return pen


def add_curves(path: QPainterPath, curves: Array) -> None:
    """Append the cubics with the first and last points of `curves`, shape (curves, points, 2)."""
    for curve in curves:
        (x0, y0), (x1, y1) = curve[0].tolist(), curve[-1].tolist()
        middle = (x0 + x1) / 2
        path.moveTo(x0, y0)
        path.cubicTo(middle, y0, middle, y1, x1, y1)


def _sleeps(picture: FlowPicture, edges: EdgeLayer) -> bool:
    """Say whether something else is being computed than these edges."""
    return picture.state.phase is not None and not edges.lit


def _draw_labels(painter: QPainter, picture: FlowPicture, index: int, values: Array, *, sleeps: bool) -> None:
    ground = QColor(picture.theme.panel)
    ground.setAlphaF(0.85)
    for place, value in np.ndenumerate(values):
        x, y = picture.layout.curves[index][place][LABEL_POINT].tolist()
        text = format_number(float(value), signed=True)
        field = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-3, -1, 3, 1)
        field.moveCenter(QPointF(x, y))
        painter.fillRect(field, ground)
        painter.setPen(QColor(picture.theme.quiet if sleeps else picture.theme.text))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)
