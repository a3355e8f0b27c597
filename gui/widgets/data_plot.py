"""The plot of the data: points that are chosen, moved, added and removed, by pointer and by keys."""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip

from core.kernels import Array
from gui.painting.scatter_scene import draw_cursor, draw_frame
from gui.theme import Appearance
from gui.widgets.plot_gestures import BRUSH_POINTS, Brush, Frame, Gesture, Move, moved, within
from gui.widgets.points_view import NOTHING, PointsView

KEY_STEPS = 50  # of the arrow keys from one side to the other
BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
ARROWS: dict[int, QPointF] = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Tool(IntEnum):
    """What the pointer does where there is no point."""

    SELECT = 0
    ADD = 1
    BRUSH = 2


class DataPlot(PointsView):
    """Shows points, and tells what the learner wants of them; it changes none itself.

    `pointed` carries a point or None, `added` places and a key for what belongs to one edit, `moved` points,
    their places and such a key, `removed` points, `menu_wanted` a place on the screen. Tab goes from point to point;
    after Escape it goes on to the next widget.
    """

    pointed = Signal(object)
    added = Signal(object, object)
    moved = Signal(object, object, object)
    removed = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, appearance: Appearance, describe: Callable[[int], str]) -> None:
        super().__init__(appearance, describe)
        self.tool, self.spread = Tool.SELECT, 0.0
        self._cursor: QPointF | None = None
        self._corner: QPointF | None = None  # of the frame that Shift and the arrows draw
        self._gesture: Gesture | None = None
        self._leaves = False
        self._random = np.random.RandomState(0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Plot of the data"))

    @property
    def held(self) -> bool:
        """Whether a button is pressed in it."""
        return self._gesture is not None

    def paint_over(self, painter: QPainter) -> None:
        """Draw the frame and the cursor."""
        theme = self._appearance.theme
        if isinstance(self._gesture, Frame):
            draw_frame(painter, self._gesture.rect, theme)
        if self._cursor is not None:
            if self._corner is not None:
                draw_frame(painter, QRectF(self._corner, self._cursor).normalized(), theme)
            draw_cursor(painter, self._cursor, theme)

    def move_points(self, points: list[int], places: Array, key: object) -> None:
        """Ask for points to be moved."""
        self.moved.emit(points, places, key)

    def dab(self, point: QPointF, key: object) -> None:
        """Ask for some points scattered around a place."""
        offsets = self._random.standard_normal((BRUSH_POINTS, 2)) * self.spread * self.field.rect.width()
        places = [self.field.to_values(point + QPointF(*offset)) for offset in offsets.tolist()]
        self.added.emit(places, key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move, to frame or to brush; a click adds a point where the tool says so."""
        place, adds = event.position(), bool(event.modifiers() & ADDING)
        point = self.point_at(place)
        if event.button() == Qt.MouseButton.RightButton:
            if point not in self.selected:
                self.select(NOTHING if point is None else frozenset({point}))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._begin(place, point, adds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun, or tell what the pointer is on."""
        if self._gesture is not None:
            self._gesture.to(event.position())
            self.update()
        elif (point := self.point_at(event.position())) != self.lit:
            self.pointed.emit(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was begun."""
        if self._gesture is not None and event.button() == Qt.MouseButton.LeftButton:
            gesture, self._gesture = self._gesture, None
            gesture.end()
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Say what the pointer is on; keep the arrow keys from stepping, for those who came by keyboard."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if point is None else self._describe(point), self)
            return True
        is_override = event.type() == QEvent.Type.ShortcutOverride and self._cursor is not None
        if is_override and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a cursor to those who came by keyboard."""
        super().focusInEvent(event)
        self._leaves = False
        if event.reason() in BY_KEYBOARD:
            self._put_cursor(self.place_of(self.current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away."""
        super().focusOutEvent(event)
        self._cursor = self._corner = None
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next point on Tab; past the last one, or after Escape, to the next widget."""
        wanted = self._next_point(forward)
        if self._cursor is None or self._leaves or wanted is None:
            return super().focusNextPrevChild(forward)
        self.select(frozenset({wanted}), wanted)
        self._put_cursor(self.place_of(wanted))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add, remove, select all or let go."""
        direction = ARROWS.get(event.key())
        if direction is not None and self._cursor is not None:
            self._on_arrow(direction, event.modifiers())
        elif event.key() in ENTER and self._cursor is not None:
            self._add(self._cursor)
        elif event.key() == Qt.Key.Key_Delete and self.selected:
            self.removed.emit(sorted(self.selected))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(frozenset(range(self.points.count)))
        elif event.key() == Qt.Key.Key_Escape:
            self._leaves, self._corner = True, None
            self.select(NOTHING)
        else:
            super().keyPressEvent(event)

    def _begin(self, place: QPointF, point: int | None, adds: bool) -> None:
        if self.tool is Tool.BRUSH:
            self._gesture = Brush(self, place)
        elif point is not None:
            if adds:
                self.select(self.selected ^ {point}, point)
            else:
                self.select(self.selected if point in self.selected else frozenset({point}), point)
            self._gesture = Move(self, place)
        elif self.tool is Tool.ADD:
            self._add(place)
        else:
            self._gesture = Frame(self, place, self.selected if adds else NOTHING)

    def _add(self, place: QPointF) -> None:
        """Ask for a point, or for a dab of the brush."""
        if self.tool is Tool.BRUSH:
            self.dab(place, object())
        else:
            self.added.emit([self.field.to_values(place)], None)

    def _on_arrow(self, direction: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Move the selected points, or else the cursor; with Shift, select what is between it and where it was."""
        assert self._cursor is not None
        step = max(1.0, min(self.field.rect.width(), self.field.rect.height()) / KEY_STEPS)
        offset = direction * step
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._corner = self._corner or self._cursor
            self._put_cursor(self._cursor + offset)
            self.select(within(self, QRectF(self._corner, self._cursor).normalized()))
        elif self.selected and self._corner is None:
            self._move_by(offset)
        else:
            self._corner = None
            self._put_cursor(self._cursor + offset)

    def _move_by(self, offset: QPointF) -> None:
        points, (x, y) = sorted(self.selected), self.field.pixel
        places = moved(self.points.places[points], (offset.x() * x, -offset.y() * y), (x, y))
        self.moved.emit(points, places, ("keys", tuple(points)))
        self._put_cursor(self.place_of(self.current))

    def _next_point(self, forward: bool) -> int | None:
        step = 1 if forward else -1
        start = -1 if forward else self.points.count
        wanted = (start if self.current is None else self.current) + step
        return wanted if 0 <= wanted < self.points.count else None

    def _put_cursor(self, place: QPointF) -> None:
        rect = self.field.rect
        x, y = np.clip((place.x(), place.y()), (rect.left(), rect.top()), (rect.right(), rect.bottom()))
        self._cursor = QPointF(x, y)
        self.update()
