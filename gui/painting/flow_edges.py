"""The edges of the gradient flow."""

from collections import defaultdict
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from core.kernels import Array
from core.operations import Phase
from gui.painting.color_scale import STEPS, ColorScale, Hue, mix
from gui.painting.flow_items import FlowItem, FlowPicture
from gui.painting.flow_layout import FlowLayout
from gui.painting.flow_state import EdgeLayer
from gui.theme import Theme

MOST_EDGES = 400  # drawn into one layer; of more, the strongest
CROWDED = 64  # edges into one layer: of more, all are thin
THIN, THICK = 1.0, 4.0
SLEEPING = 0.55  # how much of an edge's colour goes while another is computed
DASH = 9.0

Indices = np.ndarray[tuple[int, ...], np.dtype[np.int_]]
Look = tuple[object, ...]
Stroke = tuple[QPen, list[QPainterPath]]


class EdgesItem(FlowItem):
    """The edges.

    Each is a path of its own, as one path that crosses itself takes ten times as long, and the thinnest are one pixel
    wide, for which Qt has a way that is four times as fast. What was drawn is kept until an edge changes its colour.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self._layout: FlowLayout | None = None
        self._paths: list[list[QPainterPath]] = []
        self._looks: list[Look] = []
        self._strokes: list[list[Stroke]] = []

    def _prepare(self, picture: FlowPicture) -> bool:
        if picture.layout is not self._layout:
            self._layout = picture.layout
            self._paths = [curve_paths(curves) for curves in picture.layout.curves]
            self._looks, self._strokes = [()] * len(self._paths), [[] for _ in self._paths]
        changed = [self._prepare_layer(picture, index) for index in range(len(self._paths))]
        return any(changed)

    def _prepare_layer(self, picture: FlowPicture, index: int) -> bool:
        """Make the strokes of the edges into one layer, where any of them looks otherwise than before."""
        edges, paths = picture.state.edges[index], self._paths[index]
        shown = _shown(edges, len(paths))
        steps = None if edges.values is None else picture.edge_scale.steps(edges.values.ravel()[shown])
        drawn = shown.tobytes(), None if steps is None else steps.tobytes()
        look = (*drawn, edges.lit, picture.state.phase, picture.edge_scale.hue, id(picture.theme))
        if look == self._looks[index]:
            return False
        by_step: defaultdict[int | None, list[QPainterPath]] = defaultdict(list)
        for at, step in zip(shown.tolist(), [None] * len(shown) if steps is None else steps.tolist(), strict=True):
            by_step[step].append(paths[at])
        weakest_first = sorted(by_step.items(), key=lambda item: abs(item[0] or 0))
        crowded = len(paths) > CROWDED
        self._strokes[index] = [(_pen(picture, edges, step, crowded=crowded), alike) for step, alike in weakest_first]
        self._looks[index] = look
        return True

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:  # noqa: ARG002
        for strokes in self._strokes:
            for pen, paths in strokes:
                painter.setPen(pen)
                for path in paths:
                    painter.drawPath(path)


def curve_paths(curves: Array) -> list[QPainterPath]:
    """Return the cubics with the first and last points of `curves`, shape (…, points, 2)."""
    paths = []
    for (x0, y0), (x1, y1) in curves[..., [0, -1], :].reshape(-1, 2, 2).tolist():
        middle = (x0 + x1) / 2
        path = QPainterPath(QPointF(x0, y0))
        path.cubicTo(middle, y0, middle, y1, x1, y1)
        paths.append(path)
    return paths


def _shown(edges: EdgeLayer, count: int) -> Indices:
    """Return which edges into a layer are drawn: all, or of too many the strongest, or some of each unit's."""
    if count <= MOST_EDGES:
        return np.arange(count)
    if edges.values is None:
        return np.linspace(0, count - 1, MOST_EDGES).astype(int)
    return np.argsort(np.abs(edges.values), axis=None, kind="stable")[-MOST_EDGES:]


def _pen(picture: FlowPicture, edges: EdgeLayer, step: int | None, *, crowded: bool) -> QPen:
    """Return the pen of a step of colour; None stands for numbers that are still to come."""
    phase = picture.state.phase
    if step is None:
        return _pen_of_unknown(picture.theme, phase if edges.lit else None, crowded=crowded)
    sleeps = phase is not None and not edges.lit
    return _pen_of_step(picture.theme, picture.edge_scale.hue, step, sleeps=sleeps, crowded=crowded)


def _pen_of_unknown(theme: Theme, phase: Phase | None, *, crowded: bool) -> QPen:
    """Return a grey pen, or one of the phase that is working on the edges."""
    color = theme.phase(phase) if phase else QColor(theme.edge)
    if crowded:
        color.setAlphaF(0.4)
    return QPen(color, THIN if crowded or not phase else 2 * THIN)


@lru_cache(maxsize=512)
def _pen_of_step(theme: Theme, hue: Hue, step: int, *, sleeps: bool, crowded: bool) -> QPen:
    """Return a pen that is wider for larger sizes, and dashed for negative ones."""
    size = abs(step) / STEPS
    color = ColorScale(hue, theme, 1.0, theme.edge).color_of_step(step)
    color = mix(QColor(theme.edge), color, 0.35 + 0.65 * size if step else 0)
    if sleeps:
        color = mix(color, QColor(theme.edge), SLEEPING)
    pen = QPen(color, THIN if crowded else max(THIN, THICK * size))
    if step < 0:
        pen.setDashPattern([DASH / pen.widthF()] * 2)
    return pen
