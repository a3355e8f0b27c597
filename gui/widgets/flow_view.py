"""A field that can be zoomed and moved with the mouse."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent

SMALLEST_ZOOM, LARGEST_ZOOM = 0.7, 8.0


class FlowBox(pg.ViewBox):
    """What is zoomed. At an end of the zoom it stays where it is, where pyqtgraph's own limits let it wander off."""

    def __init__(self) -> None:
        super().__init__(lockAspect=True, invertY=True, enableMenu=False)
        self.width_at_first = 1.0

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

    A double click asks for all of it to be fitted into view, and so does another size.
    """

    pointed = Signal(QPointF, QPoint)
    left = Signal()
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = FlowBox()
        self.setCentralItem(self.box)
        self.setMouseTracking(True)

    def show_field(self, width: float, height: float) -> None:
        """Show the whole of a field, and let it be zoomed and moved from there, but not out of sight."""
        self.box.width_at_first = width
        self.box.setLimits(xMin=-width / 2, xMax=1.5 * width, yMin=-height / 2, yMax=1.5 * height)
        self.box.setRange(QRectF(0, 0, width, height), padding=0, disableAutoRange=True)

    def zoom(self) -> float:
        """Return how many pixels of the screen one of the field takes."""
        return float(1 / self.box.viewPixelSize()[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = self.box.mapSceneToView(event.position())
            self.pointed.emit(QPointF(point.x(), point.y()), event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all of it again."""
        super().mouseDoubleClickEvent(event)
        self.fit_wanted.emit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fill another room."""
        super().resizeEvent(event)
        self.fit_wanted.emit()
