"""The units of the gradient flow, with what fits into them, and the captions of the layers."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from core.kernels import Array
from core.numerals import MINUS, format_number
from gui.painting.color_scale import ColorScale, Hue, readable_on
from gui.painting.flow_items import FlowItem, FlowPicture, Fonts
from gui.painting.flow_layout import CAPTION_HEIGHT, LEAST_WIDTH_WITH_TARGETS
from gui.painting.flow_spots import unit_name
from gui.painting.flow_state import UnitLayer
from gui.theme import Theme

RADIUS_FOR_NAMES = 23.0  # on the screen
RADIUS_FOR_VALUES = 13.0
RADIUS_FOR_NAMES_BELOW = 9.0  # of a map
BESIDE = 12.0  # of an output: the way to its target
CORNER = 0.22  # of a map, in radii
WIDTH_OF_A_LETTER = 0.62  # of the font's size, in all usual monospace fonts
CENTER = Qt.AlignmentFlag.AlignCenter


class UnitsItem(FlowItem):
    """The units, with what fits into them at their size on the screen, and the captions below.

    A unit is a disc with its name and its number; where there are maps, a rounded square with its map.
    """

    def __init__(self) -> None:
        super().__init__()
        self._fonts = Fonts()
        self._small, self._caption_font = self._fonts.numbers(11), self._fonts.words(11)
        self._line = QFontMetricsF(self._small).height()

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        zoom = painter.deviceTransform().m11() / painter.device().devicePixelRatioF()
        for number in range(len(picture.state.units)):
            if picture.maps is None:
                self._draw_discs(painter, picture, number, zoom)
            else:
                self._draw_maps(painter, picture, number, picture.maps[number])
        self._draw_targets(painter, picture)
        self._draw_captions(painter, picture)

    def _draw_discs(self, painter: QPainter, picture: FlowPicture, number: int, zoom: float) -> None:
        units, radius, rim = picture.state.units[number], picture.layout.radii[number], _rim(picture, number)
        centers = picture.layout.centers[number].tolist()
        values = [None] * len(centers) if units.activation is None else units.activation.tolist()
        fills = _fills(picture, units.activation, len(centers))
        has_room_below = radius >= RADIUS_FOR_NAMES and _room_below(picture, number) >= 2 * self._line + 4
        for unit, ((x, y), value, (brush, ink)) in enumerate(zip(centers, values, fills, strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(rim.color())  # a disc on a disc takes half the time of one with a pen
            painter.drawEllipse(QPointF(x, y), radius + rim.widthF() / 2, radius + rim.widthF() / 2)
            painter.setBrush(brush)
            painter.drawEllipse(QPointF(x, y), radius - rim.widthF() / 2, radius - rim.widthF() / 2)
            if radius * zoom >= RADIUS_FOR_VALUES:
                painter.setPen(ink)
                self._write_in(painter, QPointF(x, y), radius, unit_name(number, unit), value, radius * zoom)
            if has_room_below:
                self._write_below(painter, picture.theme, QPointF(x, y + radius), unit, units)

    def _draw_maps(self, painter: QPainter, picture: FlowPicture, number: int, maps: list[QImage]) -> None:
        radius, rim = picture.layout.radii[number], _rim(picture, number)
        named = radius >= RADIUS_FOR_NAMES_BELOW and _room_below(picture, number) >= self._line + 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self._small)
        for unit, ((x, y), image) in enumerate(zip(picture.layout.centers[number].tolist(), maps, strict=True)):
            field = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            painter.save()
            painter.setClipPath(_rounded(field), Qt.ClipOperation.IntersectClip)
            painter.drawImage(field, image)
            painter.restore()
            painter.setPen(rim)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_rounded(field))
            if named:
                painter.setPen(QColor(picture.theme.quiet))
                below = QRectF(x - 70, y + radius + 2, 140, self._line)
                painter.drawText(below, CENTER, unit_name(number, unit))

    def _write_in(
        self, painter: QPainter, center: QPointF, radius: float, name: str, value: float | None, on_screen: float
    ) -> None:
        field = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        with_name = on_screen >= RADIUS_FOR_NAMES
        text = "–" if value is None else format_number(value) if with_name else _short(value)
        painter.setFont(self._fonts.numbers(int(np.clip(1.75 * radius / (len(text) * WIDTH_OF_A_LETTER), 4, 12))))
        painter.drawText(field.translated(0, radius * 0.3 if with_name else 0), CENTER, text)
        if with_name:
            painter.setFont(self._name_font(radius))
            painter.drawText(field.translated(0, -radius * 0.28), CENTER, name)

    def _name_font(self, radius: float) -> QFont:
        return self._fonts.names(max(4, round(12 * min(1.0, radius / 28))))

    def _write_below(self, painter: QPainter, theme: Theme, bottom: QPointF, unit: int, units: UnitLayer) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(theme.quiet))
        line = QRectF(bottom.x() - 70, bottom.y() + 3, 140, self._line)
        for letter, values in (("z", units.pre_activation), ("δ", units.delta)):
            if values is not None:
                text = f"{letter} = {format_number(float(values[unit]), signed=True)}"
                painter.drawText(line, CENTER, text)
                line.translate(0, self._line)

    def _draw_targets(self, painter: QPainter, picture: FlowPicture) -> None:
        """Write target and error beside each output, where there is room for two lines and no other output."""
        centers, radius = picture.layout.centers[-1], picture.layout.radii[-1]
        is_narrow = picture.layout.width < LEAST_WIDTH_WITH_TARGETS
        if radius < RADIUS_FOR_VALUES or np.ptp(centers[:, 0]) > 0 or is_narrow:
            return
        outputs = picture.state.units[-1].activation
        painter.setFont(self._small)
        painter.setPen(QColor(picture.theme.quiet))
        for unit, (x, y) in enumerate(centers.tolist()):
            target = float(picture.state.targets[unit])
            lines = f"y = {format_number(target)}"
            if outputs is not None:
                lines += f"\na − y = {format_number(float(outputs[unit]) - target, signed=True)}"
            field = QRectF(x + radius + BESIDE, y - self._line, 200, 2 * self._line)
            painter.drawText(field, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, lines)

    def _draw_captions(self, painter: QPainter, picture: FlowPicture) -> None:
        painter.setFont(self._caption_font)
        painter.setPen(QColor(picture.theme.quiet))
        top = picture.layout.height - CAPTION_HEIGHT + 10
        for centers, caption in zip(picture.layout.centers, picture.captions, strict=True):
            field = QRectF(float(centers[:, 0].mean()) - 80, top, 160, CAPTION_HEIGHT)
            painter.drawText(field, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, caption)


def _rim(picture: FlowPicture, number: int) -> QPen:
    """Return the pen of the rims in a layer: in the colour of the phase where it is computed."""
    units, phase = picture.state.units[number], picture.state.phase
    if units.lit and phase is not None:
        return QPen(picture.theme.phase(phase), 3)
    if units.activation is None:
        return QPen(QColor(picture.theme.quiet), 1)
    return QPen(QColor(picture.theme.text), 1.3)


def _fills(picture: FlowPicture, activation: Array | None, count: int) -> list[tuple[QBrush, QColor]]:
    """Return for each unit how it is filled, and a colour that is read on it."""
    theme = picture.theme
    steps = np.zeros(count, int) if activation is None else picture.unit_scale.steps(activation)
    return [_fill(theme, step) for step in steps.tolist()]


@lru_cache(maxsize=256)
def _fill(theme: Theme, step: int) -> tuple[QBrush, QColor]:
    color = ColorScale(Hue.VALUE, theme, 1.0, theme.card).color_of_step(step)
    return QBrush(color), readable_on(color)


def _rounded(field: QRectF) -> QPainterPath:
    path = QPainterPath()
    corner = CORNER * field.width() / 2
    path.addRoundedRect(field, corner, corner)
    return path


def _room_below(picture: FlowPicture, number: int) -> float:
    """Return how far it is from the lowest point of a unit to the next unit, or to the caption."""
    layout, radius = picture.layout, picture.layout.radii[number]
    y = np.sort(np.unique(layout.centers[number][:, 1]))
    to_caption = layout.height - CAPTION_HEIGHT + 10 - float(y[-1]) - radius
    return min([to_caption, *(float(step) - 2 * radius for step in np.diff(y))])


def _short(value: float) -> str:
    """Return a number with the few digits a small unit has room for."""
    digits = 0 if abs(value) >= 10 or value.is_integer() else 1 if abs(value) >= 1 else 2
    return f"{value:.{digits}f}".replace("-", MINUS)
