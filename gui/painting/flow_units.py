"""The units of the gradient flow, with what fits into them, and the captions of the layers."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from core.notation import subscript, superscript
from core.numerals import MINUS, format_number
from core.operations import units as axis_of_units
from gui.painting.color_scale import readable_on
from gui.painting.flow_items import FlowItem, FlowPicture
from gui.painting.flow_layout import CAPTION_HEIGHT
from gui.painting.flow_state import UnitLayer
from gui.theme import Theme, number_font, text_font

RADIUS_FOR_NAMES = 23.0  # on the screen
RADIUS_FOR_VALUES = 13.0


class UnitsItem(FlowItem):
    """The units as circles, with what fits into them at their size on the screen, and the captions below."""

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        zoom = painter.deviceTransform().m11() / painter.device().devicePixelRatioF()
        for number, units in enumerate(picture.state.units):
            _draw_units(painter, picture, number, units, zoom)
        _draw_targets(painter, picture)
        painter.setFont(text_font(11))
        painter.setPen(QColor(picture.theme.quiet))
        top = picture.layout.height - CAPTION_HEIGHT + 10
        for centers, caption in zip(picture.layout.centers, picture.captions, strict=True):
            x = float(centers[:, 0].mean())
            field = QRectF(x - 80, top, 160, CAPTION_HEIGHT)
            painter.drawText(field, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, caption)


def _draw_units(painter: QPainter, picture: FlowPicture, number: int, units: UnitLayer, zoom: float) -> None:
    radius = picture.layout.radii[number]
    phase = picture.state.phase
    rim = QPen(QColor(picture.theme.text), 1.3)
    if units.lit and phase is not None:
        rim = QPen(picture.theme.phase(phase), 3)
    elif units.activation is None:
        rim = QPen(QColor(picture.theme.quiet), 1)
    pointed_unit = picture.pointed.get(axis_of_units(number))
    for unit, (x, y) in enumerate(picture.layout.centers[number].tolist()):
        value = None if units.activation is None else float(units.activation[unit])
        fill = QColor(picture.theme.card) if value is None else picture.unit_scale.color(value)
        painter.setPen(QPen(QColor(picture.theme.text), 3) if unit == pointed_unit else rim)
        painter.setBrush(QBrush(fill))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if radius * zoom >= RADIUS_FOR_VALUES:
            painter.setPen(readable_on(fill))
            _write_in_unit(painter, QPointF(x, y), radius, unit_name(number, unit), value, radius * zoom)
        if radius >= RADIUS_FOR_NAMES and _has_room_below(picture, number):
            _write_below(painter, picture.theme, QPointF(x, y + radius), unit, units)


def _has_room_below(picture: FlowPicture, number: int) -> bool:
    y = picture.layout.centers[number][:, 1]
    return len(y) == 1 or float(y[1] - y[0]) > 2 * picture.layout.radii[number] + 34


def unit_name(layer: int, unit: int) -> str:
    """Return x₁ for an input and a₁⁽¹⁾ for a unit."""
    return f"x{subscript(unit + 1)}" if layer == 0 else f"a{subscript(unit + 1)}⁽{superscript(layer)}⁾"


def _write_in_unit(
    painter: QPainter, center: QPointF, radius: float, name: str, value: float | None, on_screen: float
) -> None:
    field = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    text = "–" if value is None else format_number(value) if on_screen >= RADIUS_FOR_NAMES else _short(value)
    painter.setFont(_fitting_font(text, radius))
    if on_screen < RADIUS_FOR_NAMES:
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)
        return
    painter.drawText(field.translated(0, radius * 0.3), Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(_scaled(text_font(12, bold=True), radius))
    painter.drawText(field.translated(0, -radius * 0.28), Qt.AlignmentFlag.AlignCenter, name)


def _short(value: float) -> str:
    """Return a number with the few digits a small unit has room for."""
    digits = 0 if abs(value) >= 10 or value.is_integer() else 1 if abs(value) >= 1 else 2
    return f"{value:.{digits}f}".replace("-", MINUS)


def _scaled(font: QFont, radius: float) -> QFont:
    font.setPixelSize(max(4, round(font.pixelSize() * min(1.0, radius / 28))))
    return font


def _fitting_font(text: str, radius: float) -> QFont:
    """Return the monospace font in which `text` fits across a unit."""
    width_of_a_letter = 0.62  # of the font's size, in all usual monospace fonts
    return number_font(int(np.clip(1.75 * radius / (len(text) * width_of_a_letter), 4, 12)))


def _write_below(painter: QPainter, theme: Theme, bottom: QPointF, unit: int, units: UnitLayer) -> None:
    painter.setFont(number_font(11))
    painter.setPen(QColor(theme.quiet))
    line = QRectF(bottom.x() - 70, bottom.y() + 3, 140, 14)
    for letter, values in (("z", units.pre_activation), ("δ", units.delta)):
        if values is not None:
            text = f"{letter} = {format_number(float(values[unit]), signed=True)}"
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            line.translate(0, 14)


def _draw_targets(painter: QPainter, picture: FlowPicture) -> None:
    """Write target and error beside each output, where there is room for two lines and no other output."""
    centers, radius = picture.layout.centers[-1], picture.layout.radii[-1]
    if radius < RADIUS_FOR_VALUES or np.ptp(centers[:, 0]) > 0:
        return
    outputs = picture.state.units[-1].activation
    painter.setFont(number_font(11))
    painter.setPen(QColor(picture.theme.quiet))
    for unit, (x, y) in enumerate(centers.tolist()):
        target = float(picture.state.targets[unit])
        lines = f"y = {format_number(target)}"
        if outputs is not None:
            lines += f"\na − y = {format_number(float(outputs[unit]) - target, signed=True)}"
        field = QRectF(x + radius + 8, y - 16, 200, 32)
        painter.drawText(field, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, lines)
