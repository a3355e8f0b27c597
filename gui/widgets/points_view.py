"""Points that can be selected and lit, over axes."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.painting.axes import Span
from gui.painting.scatter_field import Field, fitting_span
from gui.painting.scatter_points import Points
from gui.painting.scatter_scene import draw_rings, draw_scene, room_for_points
from gui.theme import Appearance, scaled

REACH = 8.0  # pixels from the pointer within which a point is meant
CLIPPED = 10  # pixels around the field in which a ring may still be
NOTHING: frozenset[int] = frozenset()


class PointsView(QWidget):
    """Shows points, those that are selected, the one of them that is current, and the one that is pointed at.

    `describe` puts a point into words, for those who do not see it. `chosen` carries the point that became the current
    one, or None. While it is `held`, the field stays as it is.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, describe: Callable[[int], str]) -> None:
        super().__init__()
        self._appearance, self._describe = appearance, describe
        self.points = Points(np.zeros((0, 2)), np.zeros(0), np.zeros(0, int), 0)
        self.field = Field((0.0, 1.0), (0.0, 1.0), QRectF(0, 0, 1, 1))
        self.selected = NOTHING
        self.current: int | None = None
        self.lit: int | None = None
        self._names = ("", "")
        self._spans: tuple[Span, Span] | None = None
        self._layer: QPixmap | None = None
        self.setMinimumSize(scaled(120), scaled(90))
        appearance.changed.connect(self.repaint_all)

    @property
    def held(self) -> bool:
        """Whether points are just being moved or added, so that the axes must stay where they are."""
        return False

    def sizeHint(self) -> QSize:
        """Return a size in which points can be told apart."""
        return QSize(240, self.minimumHeight())

    def show_points(self, points: Points, names: tuple[str, str]) -> None:
        """Show other points over two named axes; what was selected stays so, where there are as many."""
        if points.count != self.points.count or names != self._names:
            self.selected, self.current, self.lit = NOTHING, None, None
        if names != self._names:
            self._spans = None
        self.points, self._names = points, names
        self.fit()

    def show_chosen(self, point: int | None) -> None:
        """Select one point, or none, without calling it the learner's choice; of several, the one that is current."""
        if point != self.current:
            self.current = point
            if point is None or point not in self.selected:
                self.selected = NOTHING if point is None else frozenset({point})
            self._tell_current()
            self.update()

    def show_pointed(self, point: int | None) -> None:
        """Light the point that is pointed at, here or elsewhere."""
        if point != self.lit:
            self.lit = point
            self.update()

    def select(self, points: frozenset[int], current: int | None = None) -> None:
        """Select points; one of them is the current one."""
        if current is None and points:
            current = self.current if self.current in points else min(points)
        if (points, current) == (self.selected, self.current):
            return
        self.selected = points
        self.update()
        if current != self.current:
            self.current = current
            self._tell_current()
            self.chosen.emit(current)

    def point_at(self, place: QPointF) -> int | None:
        """Return the point at a place on the screen, the topmost of the nearest, or None."""
        if not self.points.count:
            return None
        away = np.hypot(*(self.field.to_pixels(self.points.places) - (place.x(), place.y())).T)[::-1]
        nearest = int(np.argmin(away))
        return self.points.count - 1 - nearest if away[nearest] <= REACH else None

    def place_of(self, point: int | None) -> QPointF:
        """Return where a point is on the screen; the middle, where there is none."""
        if point is None:
            return self.field.rect.center()
        return QPointF(*self.field.to_pixels(self.points.places[[point]])[0])

    def repaint_all(self) -> None:
        """Draw the points anew, as in other colours."""
        self._layer = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the points, and over them what is selected and what is pointed at."""
        theme = self._appearance.theme
        if self._layer is None:
            self._layer = draw_scene(self, self.points, self.field, self._names, theme)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.field.rect.adjusted(-CLIPPED, -CLIPPED, CLIPPED, CLIPPED))
        pixels = self.field.to_pixels(self.points.places)
        draw_rings(painter, pixels[sorted(self.selected)], theme.text, theme)
        draw_rings(painter, pixels[[point for point in (self.lit,) if point is not None]], theme.accent, theme)
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the points."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill another room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit the field to the points; while a button is pressed, it stays."""
        if self._spans is None or not self.held:
            shown = self._spans or (None, None)
            across, up = (fitting_span(self.points.places[:, axis], shown[axis]) for axis in range(2))
            self._spans = across, up
        self.field = Field(*self._spans, room_for_points(QRectF(self.rect())))
        self.repaint_all()

    def _tell_current(self) -> None:
        """Let a screen reader say the values of the current point."""
        self.setAccessibleDescription("" if self.current is None else self._describe(self.current))
