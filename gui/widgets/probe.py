"""A point of a field that is moved by the arrow keys, to ask for the numbers there."""

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from gui.painting.plane_axes import Frame

PROBE_STEPS = 40  # by key, from one border to the other
PROBE_SIZE = 5.0

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}

Point = tuple[float, float]


def moved(frame: Frame, point: Point | None, by: tuple[int, int]) -> Point:
    """Return where the probe is after one key; it begins in the middle, and stays in the field."""
    if point is None:
        return (frame.x[0] + frame.x[1]) / 2, (frame.y[0] + frame.y[1]) / 2
    x, y = (
        min(max(value + direction * (ends[1] - ends[0]) / PROBE_STEPS, ends[0]), ends[1])
        for value, direction, ends in zip(point, by, (frame.x, frame.y), strict=True)
    )
    return x, y


def draw_probe(painter: QPainter, center: QPointF) -> None:
    """Draw a cross, in the painter's colour."""
    x, y = center.x(), center.y()
    painter.drawLines([QLineF(x - PROBE_SIZE, y, x + PROBE_SIZE, y), QLineF(x, y - PROBE_SIZE, x, y + PROBE_SIZE)])
