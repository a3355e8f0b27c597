"""A plot of what the network answers over a plane, with the samples on it and a probe to be moved."""

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.kernels import Array
from gui.painting.plane_axes import Frame, draw_axes, draw_bar, frame_in
from gui.painting.plane_picture import PlanePicture
from gui.painting.plane_points import LARGEST, PlanePoints, PointPictures
from gui.theme import LIGHT, Theme, scaled
from gui.widgets.probe import ARROWS, Point, draw_probe, moved

NEAR = 9.0  # pixels from a point at which the pointer is on it
FARTHEST = 1e5  # pixels from the field that a line is drawn

OWN_KEYS = {*ARROWS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class PlaneView(QWidget):
    """Shows a picture and points, and a probe to ask for numbers.

    The probe is under the mouse; with the keyboard on the plot, the arrow keys move it. A click, or Enter, chooses a
    point. `probed` carries where the probe is, or None; before that, `point_probed` tells when it is on another point,
    or on none.
    """

    probed = Signal(object)
    point_probed = Signal(object)
    point_chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture: PlanePicture | None = None
        self._points: PlanePoints | None = None
        self._look = LIGHT, 1.0, 0
        self._pictures = PointPictures(*self._look)
        self._theme: Theme | None = None
        self._names = ("", "")
        self._selected: Point | None = None
        self._lit: Point | None = None
        self.probe: Point | None = None
        self._on_point: int | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(scaled(96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for a plot that is easily read."""
        return QSize(310, 190)

    def set_look(self, theme: Theme, names: tuple[str, str]) -> None:
        """Take on the colours of a theme, and the names of the axes."""
        self._theme, self._names = theme, names
        self.update()

    def show_picture(self, picture: PlanePicture, points: PlanePoints) -> None:
        """Show a picture with points on it; with other points, the probe is on none any more."""
        if self._points is not None and len(points.codes) != len(self._points.codes):
            self._probe(None)
        self._picture, self._points = picture, points
        self.update()

    def mark(self, selected: Point | None, lit: Point | None) -> None:
        """Ring the selected sample, and the one that is pointed at anywhere in the window."""
        if (selected, lit) != (self._selected, self._lit):
            self._selected, self._lit = selected, lit
            self.update()

    def frame(self) -> Frame | None:
        """Return where on the widget the picture lies."""
        if self._picture is None:
            return None
        is_plane = self._picture.image is not None
        return frame_in(QRectF(self.rect()), self._picture.x, self._picture.y, square=is_plane)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, points and axes."""
        frame, picture, points, theme = self.frame(), self._picture, self._points, self._theme
        if frame is None or picture is None or points is None or theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(frame.field, QColor(theme.card))
        if picture.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame.field, picture.image)
            draw_bar(painter, frame.field, picture.bar, picture.texts, theme)
        draw_axes(painter, frame, self._names, theme)
        painter.setClipRect(frame.field.adjusted(-LARGEST, -LARGEST, LARGEST, LARGEST))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_lines(painter, frame, picture.lines, theme)
        self._drawn_points(theme, points).draw(painter, frame.on_screen(points.places), points.codes)
        self._draw_marks(painter, frame, theme)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(frame.field)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the probe under the mouse."""
        frame = self.frame()
        if frame is None or not frame.field.contains(event.position()):
            self._probe(None)
        else:
            self._probe(frame.point_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the mouse."""
        self.mouseMoveEvent(event)
        self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the probe away."""
        super().leaveEvent(event)
        self._probe(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the probe away."""
        super().focusOutEvent(event)
        self._probe(None)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move the probe from being taken for steps."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the probe; choose the point it is on with Enter; take it away with Escape."""
        key, frame = Qt.Key(event.key()), self.frame()
        if frame is None or key not in OWN_KEYS:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._probe(moved(frame, self.probe, ARROWS[key]))
        elif key == Qt.Key.Key_Escape:
            self._probe(None)
        else:
            self._choose()

    def _drawn_points(self, theme: Theme, points: PlanePoints) -> PointPictures:
        look = theme, self.devicePixelRatioF(), len(points.codes)
        if look != self._look:
            self._look, self._pictures = look, PointPictures(*look)
        return self._pictures

    def _choose(self) -> None:
        if self._on_point is not None:
            self.point_chosen.emit(self._on_point)

    def _probe(self, point: Point | None) -> None:
        if point == self.probe:
            return
        self.probe = point
        on_point = None if point is None else self._nearest(point)
        if on_point != self._on_point:
            self._on_point = on_point
            self.point_probed.emit(on_point)
        self.probed.emit(point)
        self.update()

    def _nearest(self, point: Point) -> int | None:
        """Return which of the points is under the probe."""
        frame, points = self.frame(), self._points
        if frame is None or points is None:
            return None
        distances = np.hypot(*(frame.on_screen(points.places) - frame.on_screen(np.array(point))).T)
        near = np.flatnonzero(distances <= NEAR)
        return int(near[np.argmin(distances[near])]) if near.size else None

    def _draw_marks(self, painter: QPainter, frame: Frame, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for point, color, radius in (
            (self._selected, theme.text, LARGEST + 2.0),
            (self._lit, theme.accent, LARGEST + 4.0),
        ):
            if point is not None:
                painter.setPen(QPen(QColor(color), 2))
                painter.drawEllipse(_on_screen(frame, point), radius, radius)
        if self.probe is not None:
            center = _on_screen(frame, self.probe)
            painter.setPen(QPen(QColor(theme.text), 1))
            draw_probe(painter, center)


def _on_screen(frame: Frame, point: Point) -> QPointF:
    return QPointF(*frame.on_screen(np.array(point)).tolist())


def _draw_lines(painter: QPainter, frame: Frame, lines: Array, theme: Theme) -> None:
    places = np.clip(frame.on_screen(lines).reshape(-1, 4), -FARTHEST, FARTHEST)
    drawn = [QLineF(*ends) for ends in places[np.isfinite(places).all(axis=1)].tolist()]
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLines(drawn)
