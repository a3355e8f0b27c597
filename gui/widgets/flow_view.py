"""A field that can be zoomed and moved with the mouse, and gone through with the keys."""

from collections.abc import Sequence
from enum import Enum, auto

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent

SMALLEST_ZOOM, LARGEST_ZOOM = 0.7, 8.0
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Wish(Enum):
    """What a key asks for."""

    NEXT = auto()
    PREVIOUS = auto()
    NEXT_COLUMN = auto()
    PREVIOUS_COLUMN = auto()
    OPEN = auto()
    ADD = auto()
    REMOVE = auto()
    LEAVE = auto()


WISHES = {
    Qt.Key.Key_Down: Wish.NEXT,
    Qt.Key.Key_Up: Wish.PREVIOUS,
    Qt.Key.Key_PageDown: Wish.NEXT_COLUMN,
    Qt.Key.Key_PageUp: Wish.PREVIOUS_COLUMN,
    Qt.Key.Key_Return: Wish.OPEN,
    Qt.Key.Key_Enter: Wish.OPEN,
    Qt.Key.Key_Plus: Wish.ADD,
    Qt.Key.Key_Minus: Wish.REMOVE,
    Qt.Key.Key_Delete: Wish.REMOVE,
    Qt.Key.Key_Escape: Wish.LEAVE,
}
"""Left, right and Space are not among them: with these the window steps and runs."""

PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class FlowBox(pg.ViewBox):
    """What is zoomed. At an end of the zoom it stays where it is, where pyqtgraph's own limits let it wander off.

    `clicked` carries the button, and where in the field it was clicked without a drag.
    """

    clicked = Signal(Qt.MouseButton, QPointF)

    def __init__(self) -> None:
        super().__init__(lockAspect=True, invertY=True, enableMenu=False)
        self.width_at_first = 1.0
        self.background.hide()  # neither it nor the border is ever to be seen, and both take time
        self.borderRect.hide()

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        """Tell of a click; the second one of two is not another."""
        if not event.double():
            event.accept()
            self.clicked.emit(event.button(), QPointF(self.mapToView(event.pos())))

    def scaleBy(
        self,
        s: Sequence[float | None] | None = None,
        center: pg.Point | None = None,
        x: float | None = None,
        y: float | None = None,
    ) -> None:
        """Make the field seen `s` times as large, as far as the ends of the zoom let it.

        The wheel gives `s`, a drag with the right button `x` and `y`; as both ways go together, `y` goes first.
        """
        if s is not None:
            x, y = s
        factor = x if y is None else y
        if factor is not None:
            width = self.viewRect().width()
            smallest, largest = self.width_at_first / LARGEST_ZOOM, self.width_at_first / SMALLEST_ZOOM
            allowed = min(max(width * factor, smallest), largest) / width
            super().scaleBy((allowed, allowed), center)


class FlowView(pg.GraphicsView):
    """Shows items in one field. `pointed` carries the pointer's point in the field and on the screen.

    `clicked` and `double_clicked` carry a point of the field, `menu_wanted`, too, or None where a key asks for the
    menu. `wished` carries what other keys ask for.
    """

    pointed = Signal(QPointF, QPoint)
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)
    menu_wanted = Signal(object)
    wished = Signal(Wish)
    left = Signal()
    resized = Signal()
    focus_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = FlowBox()
        self._framed = False
        self.setCentralItem(self.box)
        self.setMouseTracking(True)
        self.box.clicked.connect(self._on_clicked)

    def show_field(self, width: float, height: float) -> None:
        """Show the whole of a field, and let it be zoomed and moved from there, but not out of sight."""
        self.box.width_at_first = width
        self.box.setLimits(xMin=-width / 2, xMax=1.5 * width, yMin=-height / 2, yMax=1.5 * height)
        self.box.setRange(QRectF(0, 0, width, height), padding=0, disableAutoRange=True)

    def zoom(self) -> float:
        """Return how many pixels of the screen one of the field takes."""
        return float(1 / self.box.viewPixelSize()[0])

    def zoom_to(self, x: float, y: float, width: float) -> None:
        """Show a part of the field that is so wide, with a point in the middle."""
        height = width * self.height() / max(self.width(), 1)
        self.box.setRange(QRectF(x - width / 2, y - height / 2, width, height), padding=0)

    def in_field(self, point: QPointF) -> QPointF:
        """Return which point of the field lies at a point of the view."""
        return QPointF(self.box.mapSceneToView(point))

    def in_view(self, x: float, y: float) -> QPoint:
        """Return where in the view a point of the field lies."""
        return QPointF(self.box.mapViewToScene(QPointF(x, y))).toPoint()

    def event(self, event: QEvent) -> bool:
        """Take the keys of the field before the window takes them for shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _wish(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is asked for."""
        wish = _wish(event)
        if wish is None:
            event.ignore()
        else:
            self.wished.emit(wish)
            event.setAccepted(wish is not Wish.LEAVE)  # the window leaves its presentation with it, too

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are here, and show it to those who came by keyboard."""
        super().focusInEvent(event)
        self._framed = event.reason() in BY_KEYBOARD
        self.viewport().update()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are gone."""
        super().focusOutEvent(event)
        self._framed = False
        self.viewport().update()
        self.focus_changed.emit()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:  # noqa: N802 - Qt’s name
        """Draw a frame around what has the keyboard."""
        if self._framed:
            painter.resetTransform()
            painter.setPen(QPen(self.palette().link().color(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell that a key asks for the menu; the mouse does with a click, as it zooms with a drag."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.in_field(event.position()), event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of a double click."""
        super().mouseDoubleClickEvent(event)
        self.double_clicked.emit(self.in_field(event.position()))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fill another room."""
        super().resizeEvent(event)
        self.resized.emit()

    def _on_clicked(self, button: Qt.MouseButton, point: QPointF) -> None:
        if button is Qt.MouseButton.LeftButton:
            self.clicked.emit(point)
        elif button is Qt.MouseButton.RightButton:
            self.menu_wanted.emit(point)


def _wish(event: QKeyEvent) -> Wish | None:
    return WISHES.get(Qt.Key(event.key())) if event.modifiers() in PLAIN else None
