"""A matrix with its name and shape. Only the cells that are seen are drawn, so that it may be of any size."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from core.numerals import format_exactly, format_number
from core.operations import Quantity, Region
from gui.painting.color_scale import ColorScale, readable_on
from gui.theme import number_font, scaled

MOST_ROWS, MOST_COLUMNS = 8, 6  # seen at once; of more, the rest is scrolled to
CELL_HEIGHT = 22
LONGEST = len("−1.234e155")  # in letters of the usual size; what is longer, such as −1.234e−155, gets smaller ones
FEWEST = 3
MEASURED = 200
CELL_MARGIN = 10
NOWHERE = (-1, -1)
TIP_ABOVE = 12  # Qt shows a tooltip so much below a place, and a little more
ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class MatrixView(QAbstractScrollArea):
    """Shows a quantity's numbers in colour. `cell_pointed` carries row and column, or −1 and −1.

    The cell is under the pointer; with the keyboard on the matrix, the arrow keys go from one to another.
    """

    cell_pointed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._quantity: Quantity | None = None
        self._scale: ColorScale | None = None
        self._lit: Region | None = None
        self._is_pointed: Callable[[int, int], bool] = _nothing
        self._font, self._small_font = number_font(), number_font(10)
        self._letter_width = QFontMetrics(self._font).horizontalAdvance("0")
        self._cell_width, self._cell_height = 0, scaled(CELL_HEIGHT)
        self._cell = NOWHERE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, the arrow keys still step
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_quantity(self, quantity: Quantity, scale: ColorScale) -> None:
        """Show the numbers of `quantity` as they are when it is painted."""
        cell_width = self._letter_width * _letters(quantity) + CELL_MARGIN
        same_shape = self._quantity is not None and quantity.values.shape == self._quantity.values.shape
        resized = not same_shape or cell_width != self._cell_width
        self._quantity, self._scale, self._lit, self._cell_width = quantity, scale, None, cell_width
        rows, columns = quantity.values.shape
        self.setAccessibleName(f"{quantity.symbol.text}, {rows}×{columns}")
        if resized:
            always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(always if rows > MOST_ROWS else never)
            self.setHorizontalScrollBarPolicy(always if columns > MOST_COLUMNS else never)
            self.updateGeometry()
            self._update_scroll_bars()
        self.viewport().update()

    def light(self, region: Region | None, is_pointed: Callable[[int, int], bool]) -> None:
        """Frame a region, and each cell of which `is_pointed` says that the pointer is on what it stands for."""
        self._lit, self._is_pointed = region, is_pointed
        self.viewport().update()

    @property
    def quantity(self) -> Quantity | None:
        """What is shown."""
        return self._quantity

    def sizeHint(self) -> QSize:
        """Return the room of the matrix, up to the most that is seen at once."""
        if self._quantity is None:
            return QSize(0, 0)
        rows, columns = self._quantity.values.shape
        width, height = min(columns, MOST_COLUMNS) * self._cell_width, min(rows, MOST_ROWS) * self._cell_height
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(width + 1 + bar * (rows > MOST_ROWS), height + 1 + bar * (columns > MOST_COLUMNS))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a matrix is not squeezed."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bars."""
        super().resizeEvent(event)
        self._update_scroll_bars()

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """Return row and column under a point of the viewport, or −1 and −1."""
        if self._quantity is None:
            return NOWHERE
        row = (point.y() + self.verticalScrollBar().value()) // self._cell_height
        column = (point.x() + self.horizontalScrollBar().value()) // self._cell_width
        rows, columns = self._quantity.values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else NOWHERE

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return where a cell lies in the viewport."""
        x = column * self._cell_width - self.horizontalScrollBar().value()
        y = row * self._cell_height - self.verticalScrollBar().value()
        return QRect(x, y, self._cell_width, self._cell_height)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell where the pointer is, and the exact value there."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point(self.cell_at(event.position().toPoint()))
        elif event.type() == QEvent.Type.Leave:
            self._point(NOWHERE)
        elif isinstance(event, QHelpEvent):
            self._show_exact_value(event)
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that go from cell to cell from being taken for steps."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another cell."""
        if self._quantity is None or event.key() not in ARROWS:
            super().keyPressEvent(event)
        else:
            down, right = ARROWS[Qt.Key(event.key())]
            rows, columns = self._quantity.values.shape
            row, column = self._cell if self._cell != NOWHERE else (0, 0)
            self._go_to(min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if self._quantity is not None and event.reason() in BY_KEYBOARD:
            self._go_to(0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._point(NOWHERE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells that are seen."""
        if self._quantity is None or self._scale is None:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._font)
        seen = event.rect()
        top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        rows, columns = self._quantity.values.shape
        last_row = min(rows, (seen.bottom() + top) // self._cell_height + 1)
        last_column = min(columns, (seen.right() + left) // self._cell_width + 1)
        cells = [
            (row, column)
            for row in range(max(0, (seen.top() + top) // self._cell_height), last_row)
            for column in range(max(0, (seen.left() + left) // self._cell_width), last_column)
        ]
        for row, column in cells:
            self._paint_cell(painter, row, column)
        self._frame_lit(painter, cells)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        assert self._quantity is not None
        assert self._scale is not None
        value = float(self._quantity.values[row, column])
        rect, color = self.cell_rect(row, column), self._scale.color(value)
        painter.fillRect(rect, color)
        painter.setPen(QPen(QColor(self._scale.theme.line)))
        painter.drawRect(rect)
        painter.setPen(readable_on(color))
        text = _cell_text(value)
        painter.setFont(self._font if len(text) <= LONGEST else self._small_font)
        painter.drawText(rect.adjusted(0, 0, -6, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _frame_lit(self, painter: QPainter, cells: list[tuple[int, int]]) -> None:
        assert self._scale is not None
        painter.setPen(QPen(QColor(self._scale.theme.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row, column in cells:
            in_region = self._lit is not None and _is_in(self._lit, row, column)
            has_keys = self.hasFocus() and (row, column) == self._cell
            if in_region or has_keys or self._is_pointed(row, column):
                painter.drawRect(self.cell_rect(row, column).adjusted(1, 1, -1, -1))

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self._cell:
            self._cell = cell
            self.cell_pointed.emit(*cell)

    def _go_to(self, row: int, column: int) -> None:
        """Point at a cell, wherever it must be scrolled to, and let a screen reader say its value."""
        rect = self.cell_rect(row, column)
        for bar, start, end, room in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
        ):
            bar.setValue(bar.value() + min(start, 0) + max(end - room + 1, 0))
        self._point((row, column))
        self.viewport().update()
        self.setAccessibleDescription(self._exact_value((row, column)))

    def _exact_value(self, cell: tuple[int, int]) -> str:
        assert self._quantity is not None
        value = format_exactly(float(self._quantity.values[cell]))
        row, column = (index + 1 for index in cell)
        place = self.tr("row {row}, column {column}").format(row=row, column=column)
        return f"{self._quantity.symbol.text} = {value}\n{place}"

    def _show_exact_value(self, event: QHelpEvent) -> None:
        """Tell a cell's value below the matrix, where it covers no other."""
        cell = self.cell_at(event.pos())
        if self._quantity is not None and cell != NOWHERE:
            rect = self.cell_rect(*cell)
            below = self.viewport().mapToGlobal(QPoint(rect.left(), self.viewport().height() - TIP_ABOVE))
            QToolTip.showText(below, self._exact_value(cell), self.viewport(), rect)

    def _update_scroll_bars(self) -> None:
        if self._quantity is None:
            return
        rows, columns = self._quantity.values.shape
        size = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, rows * self._cell_height + 1 - size.height()))
        self.verticalScrollBar().setPageStep(size.height())
        self.verticalScrollBar().setSingleStep(self._cell_height)
        self.horizontalScrollBar().setRange(0, max(0, columns * self._cell_width + 1 - size.width()))
        self.horizontalScrollBar().setPageStep(size.width())
        self.horizontalScrollBar().setSingleStep(self._cell_width)


def _cell_text(value: float) -> str:
    return format_number(value, signed=not value.is_integer())


def _letters(quantity: Quantity) -> int:
    """Return how many letters a cell needs; in a large matrix, by some of its numbers."""
    values = quantity.values.ravel()
    some = values[:: max(1, values.size // MEASURED)]
    return min(LONGEST, max(FEWEST, *(len(_cell_text(float(value))) for value in some)))


def _nothing(_row: int, _column: int) -> bool:
    return False


def _is_in(region: Region, row: int, column: int) -> bool:
    return all(
        (part.start or 0) <= index and (part.stop is None or index < part.stop)
        for part, index in zip(region, (row, column), strict=True)
    )
