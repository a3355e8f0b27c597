"""A field that can be zoomed and moved with the mouse."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 8.0


class FlowView(pg.GraphicsView):
    """Shows items in one field. `pointed` carries the pointer's point in the field and on the screen.

    A double click asks for all of it to be fitted into view, and so does another size.
    """

    pointed = Signal(QPointF, QPoint)
    left = Signal()
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = pg.ViewBox(lockAspect=True, invertY=True, enableMenu=False)
        self.setCentralItem(self.box)
        self.setMouseTracking(True)

    def show_field(self, width: float, height: float) -> None:
        """Show the whole of a field, and let it be zoomed from there."""
        self.box.setLimits(minXRange=width / LARGEST_ZOOM, maxXRange=width / SMALLEST_ZOOM)
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
