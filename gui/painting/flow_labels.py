"""The numbers on the edges of the gradient flow."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.kernels import Array
from core.numerals import format_number
from gui.painting.flow_items import FlowItem, FlowPicture, Fonts
from gui.painting.flow_layout import FlowLayout

MOST_LABELS = 12  # on the edges into one layer
DISTANCE = 8.0  # from the rim of a unit


class LabelsItem(FlowItem):
    """The numbers on the edges into each layer, the largest first; one that finds no room is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._font = Fonts().numbers(11)
        metrics = QFontMetricsF(self._font)
        self._digit, self._height = metrics.horizontalAdvance("0"), metrics.height()

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        painter.setFont(self._font)
        ground = QColor(picture.theme.panel)
        ground.setAlphaF(0.85)
        for index, edges in enumerate(picture.state.edges):
            if edges.values is None or edges.values.size > MOST_LABELS:
                continue
            sleeps = picture.state.phase is not None and not edges.lit
            painter.setPen(QColor(picture.theme.quiet if sleeps else picture.theme.text))
            for text, field in self._labels(picture.layout, index, edges.values):
                painter.fillRect(field, ground)
                painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)

    def _labels(self, layout: FlowLayout, index: int, values: Array) -> list[tuple[str, QRectF]]:
        labels: list[tuple[str, QRectF]] = []
        for flat in np.argsort(-np.abs(values), axis=None, kind="stable").tolist():
            place = divmod(flat, values.shape[1])
            text = format_number(float(values[place]), signed=True)
            field = _field_on_edge(layout, index, place, len(text) * self._digit + 6, self._height)
            if field is not None and not any(field.intersects(other) for _, other in labels):
                labels.append((text, field))
        return labels


def _field_on_edge(
    layout: FlowLayout, index: int, place: tuple[int, int], width: float, height: float
) -> QRectF | None:
    """Return the room for a number on an edge, as near to its start as the unit there lets it be, or None."""
    curve = layout.curves[index][place]
    first = curve[0, 0] + layout.radii[index] + DISTANCE + width / 2
    last = curve[-1, 0] - layout.radii[index + 1] - DISTANCE - width / 2
    if first > last:
        return None
    x, y = curve[int(np.searchsorted(curve[:, 0], first))].tolist()
    return QRectF(x - width / 2, y - height / 2, width, height)
