"""A map of many runs, best first: a cell each, in the colour of its error."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.kernels import Array
from gui.painting.log_scale import LogScale
from gui.painting.loss_colors import LossColors
from gui.painting.plane_axes import RIGHT, draw_bar
from gui.painting.plane_image import image_of
from gui.theme import Theme, scaled

LARGEST_CELL, SMALLEST_LINED = 28, 6  # pixels; between smaller cells there are no lines
EDGE = 3  # around the cells, for the frame of one
FADED = 0.4  # where it can not be chosen from

STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = {*STEPS, *ENTER, Qt.Key.Key_Home, Qt.Key.Key_End}


@dataclass(frozen=True)
class Cells:
    """Where `count` square cells lie, row by row."""

    size: int
    columns: int
    count: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-self.count // self.columns)

    def rect(self, cell: int) -> QRect:
        """Return where a cell lies."""
        row, column = divmod(cell, self.columns)
        return QRect(EDGE + column * self.size, EDGE + row * self.size, self.size, self.size)

    def at(self, place: QPoint) -> int | None:
        """Return the cell at a place, or None."""
        row, column = (place.y() - EDGE) // self.size, (place.x() - EDGE) // self.size
        cell = row * self.columns + column
        return cell if row >= 0 and 0 <= column < self.columns and cell < self.count else None


def lay_out_cells(count: int, width: int, height: int) -> Cells:
    """Return cells as large as there is room for."""
    size = LARGEST_CELL
    while size > 1 and max(1, width // size) * (height // size) < count:
        size -= 1
    return Cells(size, max(1, width // size), count)


class SweepMap(QWidget):
    """Shows errors from the lowest up, infinity for a run that has diverged, and places for those to come.

    `pointed` carries the cell under the pointer or, with the keyboard on the map, the one that was moved to; or None.
    `chosen` carries the cell that was clicked, or on which Enter was pressed.
    """

    pointed = Signal(object)
    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._errors: Array = np.zeros(0)
        self._count, self._limit = 0, 1.0
        self._theme: Theme | None = None
        self.cell: int | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(scaled(96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for a map that is easily read."""
        return QSize(310, 220)

    def show_errors(self, errors: Sequence[float], count: int, limit: float, theme: Theme) -> None:
        """Show errors, sorted, of `count` runs; below `limit`, a run has converged."""
        self._errors, self._count, self._limit, self._theme = np.array(errors), count, limit, theme
        if self.cell is not None and self.cell >= len(errors):
            self._point(None)
        self.update()

    def cells(self) -> Cells:
        """Return where the cells lie."""
        return lay_out_cells(self._count, self.width() - int(RIGHT) - 2 * EDGE, self.height() - 2 * EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells, the line between those that have converged and the others, and the legend."""
        theme = self._theme
        if theme is None or not self._count:
            return
        painter, cells = QPainter(self), self.cells()
        colors = LossColors(LogScale.around(np.append(self._errors, self._limit)), theme)
        painter.setOpacity(1.0 if self.isEnabled() else FADED)
        self._draw_cells(painter, cells, colors)
        self._draw_limit(painter, cells, theme)
        field = QRectF(EDGE, EDGE, cells.columns * cells.size, max(cells.rows * cells.size, 90))
        draw_bar(painter, field, colors.bar(), colors.texts(), theme)
        self._mark_limit(painter, field, colors)
        if self.cell is not None:
            painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.text), 2))
            painter.drawRect(cells.rect(self.cell).adjusted(-1, -1, 0, 0))
        elif self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which run is under the pointer."""
        cell = self.cells().at(event.position().toPoint()) if self._count else None
        self._point(cell if cell is not None and cell < len(self._errors) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the run under the pointer."""
        self.mouseMoveEvent(event)
        self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move over the cells from being taken for steps."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the cells; choose one with Enter."""
        key = Qt.Key(event.key())
        if key not in OWN_KEYS or not len(self._errors):
            super().keyPressEvent(event)
        elif key in ENTER:
            self._choose()
        else:
            self._point(self._moved(key))

    def _moved(self, key: Qt.Key) -> int:
        last = len(self._errors) - 1
        if key == Qt.Key.Key_End:
            return last
        if key == Qt.Key.Key_Home or self.cell is None:
            return 0
        down, right = STEPS[key]
        return min(max(self.cell + down * self.cells().columns + right, 0), last)

    def _point(self, cell: int | None) -> None:
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(cell)
            self.update()

    def _choose(self) -> None:
        if self.cell is not None:
            self.chosen.emit(self.cell)

    def _draw_cells(self, painter: QPainter, cells: Cells, colors: LossColors) -> None:
        theme, room = colors.theme, cells.rows * cells.columns
        pixels = np.full(room, QColor(theme.panel).rgb(), np.uint32)
        pixels[: cells.count] = QColor(theme.ground).rgb()
        pixels[: len(self._errors)] = colors.pixels(self._errors)
        field = QRect(EDGE, EDGE, cells.columns * cells.size, cells.rows * cells.size)
        painter.drawImage(field, image_of(pixels.reshape(cells.rows, cells.columns)[::-1]))
        if cells.size >= SMALLEST_LINED:
            painter.setPen(QPen(QColor(theme.line), 1))
            for cell in range(cells.count):
                painter.drawRect(cells.rect(cell))

    def _draw_limit(self, painter: QPainter, cells: Cells, theme: Theme) -> None:
        """Draw a line between the last run that has converged and the first that has not."""
        converged = int(np.count_nonzero(self._errors < self._limit))
        if 0 < converged < len(self._errors):
            next_cell, size = cells.rect(converged), cells.size
            left, right = EDGE, EDGE + cells.columns * size
            painter.setPen(QPen(QColor(theme.text), 2))
            corners = [(right, next_cell.top()), (next_cell.left(), next_cell.top())]
            corners += [(next_cell.left(), next_cell.top() + size), (left, next_cell.top() + size)]
            painter.drawPolyline([QPointF(*corner) for corner in corners])

    def _mark_limit(self, painter: QPainter, field: QRectF, colors: LossColors) -> None:
        """Mark the limit on the legend."""
        height = field.bottom() - colors.scale.share(self._limit) * field.height()
        painter.setPen(QPen(QColor(colors.theme.text), 2))
        painter.drawLine(QPointF(field.right() + 7, height), QPointF(field.right() + 22, height))
