"""A map of the loss over a plane, with contours, the path of training, and the point of now."""

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.kernels import Array
from core.questions.landscape import Landscape
from gui.painting.contour import contour
from gui.painting.log_scale import LogScale
from gui.painting.loss_colors import LossColors
from gui.painting.plane_axes import Frame, draw_axes, draw_bar, frame_in
from gui.painting.plane_image import image_of
from gui.theme import Theme, scaled
from gui.widgets.probe import ARROWS, Point, draw_probe, moved

CONTOURS = 12
RADIUS = 5.0
NARROWEST, MOST_DECADES = 0.01, 12.0  # of the colours
FARTHEST = 1e5  # pixels from the field that a line is drawn


class LandscapeView(QWidget):
    """Draws what of a landscape is computed. `pointed` carries the point under the pointer, (x, y), or None.

    With the keyboard on the map, the arrow keys move the point that is read.
    """

    pointed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._landscape: Landscape | None = None
        self._theme: Theme | None = None
        self._names = ("", "")
        self._colors: LossColors | None = None
        self._lines: Array = np.zeros((0, 2, 2))
        self._path: Array = np.zeros((0, 2))
        self._now: Array | None = None
        self.probe: Point | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(scaled(96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for a map that is easily read."""
        return QSize(310, 280)

    def show_landscape(self, landscape: Landscape | None, path: Array, names: tuple[str, str], theme: Theme) -> None:
        """Show what is computed of a landscape, and a path in its plane, shape (points, 2)."""
        self._landscape, self._path, self._names, self._theme = landscape, path, names, theme
        if landscape is not None:
            self._colors = LossColors(_scale(landscape.losses), theme)
            self._lines = _contours(landscape, self._colors.scale)
        self.update()

    def show_now(self, point: Array | None) -> None:
        """Show where the parameters of now lie, or are nearest to."""
        self._now = point
        self.update()

    def frame(self) -> Frame | None:
        """Return where on the widget the map lies."""
        if self._landscape is None:
            return None
        x, y = self._landscape.x, self._landscape.y
        return frame_in(QRectF(self.rect()), (float(x[0]), float(x[-1])), (float(y[0]), float(y[-1])), square=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw map, contours, path and axes."""
        frame, theme, colors = self.frame(), self._theme, self._colors
        if frame is None or theme is None or colors is None or self._landscape is None:
            return
        painter = QPainter(self)
        painter.fillRect(frame.field, QColor(theme.ground))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixels = colors.pixels(self._landscape.losses)
        pixels[np.isnan(self._landscape.losses)] = QColor(theme.ground).rgb()
        painter.drawImage(frame.field, image_of(pixels))
        draw_bar(painter, frame.field, colors.bar(), colors.texts(), theme)
        draw_axes(painter, frame, self._names, theme)
        painter.setClipRect(frame.field)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_contours(painter, frame, theme)
        self._draw_path(painter, frame, theme)
        self._draw_focus(painter, frame, theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which point is under the pointer."""
        frame = self.frame()
        on_map = frame is not None and frame.field.contains(event.position())
        self._point(frame.point_at(event.position()) if frame is not None and on_map else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move over the map from being taken for steps."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the loss a little further on."""
        key, frame = Qt.Key(event.key()), self.frame()
        if frame is None or key not in ARROWS:
            super().keyPressEvent(event)
        else:
            self._point(moved(frame, self.probe, ARROWS[key]))

    def _point(self, point: Point | None) -> None:
        if point != self.probe:
            self.probe = point
            self.pointed.emit(point)
            self.update()

    def _draw_focus(self, painter: QPainter, frame: Frame, theme: Theme) -> None:
        """Draw what is read, and a frame, while the map has the keyboard."""
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1))
        if self.probe is not None:
            draw_probe(painter, QPointF(*frame.on_screen(np.array(self.probe)).tolist()))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRect(frame.field)

    def _draw_contours(self, painter: QPainter, frame: Frame, theme: Theme) -> None:
        pen = QPen(QColor(theme.quiet), 1)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLines([QLineF(*ends) for ends in frame.on_screen(self._lines).reshape(-1, 4).tolist()])

    def _draw_path(self, painter: QPainter, frame: Frame, theme: Theme) -> None:
        places = _near(frame, self._path)
        line = QPolygonF([QPointF(*place) for place in places.tolist()])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((theme.card, 4.0), (theme.accent, 2.0)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawPolyline(line)
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.setBrush(QColor(theme.accent))
        if len(places):
            painter.drawEllipse(QPointF(*places[0]), RADIUS / 2, RADIUS / 2)
        if self._now is not None:
            painter.drawEllipse(QPointF(*_near(frame, self._now)), RADIUS, RADIUS)


def _near(frame: Frame, points: Array) -> Array:
    """Return points as places on the screen, none of them so far away that nothing could be drawn."""
    return np.clip(np.nan_to_num(frame.on_screen(points), nan=FARTHEST), -FARTHEST, FARTHEST)


def _scale(losses: Array) -> LogScale:
    """Return the scale from the lowest of the losses to the highest, however near they are."""
    sizes = losses[np.isfinite(losses) & (losses > 0)]
    low, high = (float(np.log10(end)) for end in (sizes.min(), sizes.max())) if sizes.size else (0.0, 0.0)
    return LogScale(max(low, high - MOST_DECADES), max(high, low + NARROWEST))


def _contours(landscape: Landscape, scale: LogScale) -> Array:
    """Return lines of equal loss, evenly spread by its logarithm, in the plane's own coordinates."""
    with np.errstate(all="ignore"):
        powers = np.log10(landscape.losses)
    levels = np.linspace(scale.low, scale.high, CONTOURS + 2)[1:-1]
    lines = np.concatenate([contour(powers, float(level)) for level in levels])
    start = np.array([landscape.x[0], landscape.y[0]])
    steps = np.array([landscape.x[1] - start[0], landscape.y[1] - start[1]])
    placed: Array = start + lines * steps
    return placed
