"""Histograms in rows and columns, each with its name, what is to be said of it, and the numbers at its ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.numerals import format_number
from core.questions.histograms import Histogram
from gui.painting.color_scale import Hue
from gui.text import count_text, round_text
from gui.theme import Theme, number_font, scaled, text_font

FONT_PIXELS, NUMBER_PIXELS = 11, 10
GAP = 10.0
LEAST_FIELD, MOST_FIELD = 24.0, 90.0  # height
NARROWEST = 130.0
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """One histogram, or None where its numbers are not known yet, under a title and the words beside it."""

    title: str
    words: str
    hue: Hue
    histogram: Histogram | None


class HistogramGrid(QWidget):
    """Draws rows of cells. Bins below 0 have the colour of negative numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Sequence[Cell]] = ()
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[Sequence[Cell]], theme: Theme) -> None:
        """Show rows of as many cells each."""
        if len(rows) != len(self._rows):
            self.updateGeometry()
        self._rows, self._theme = rows, theme
        self.setAccessibleDescription(", ".join(f"{cell.title} {cell.words}" for row in rows for cell in row))
        self.setMinimumSize(self.minimumSizeHint())
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room for all rows at their lowest."""
        columns = max(map(len, self._rows), default=0)
        width = columns * (NARROWEST + GAP) - GAP
        return QSize(max(0, round(width)), round(len(self._rows) * (LEAST_FIELD + 2 * _line() + GAP)))

    def sizeHint(self) -> QSize:
        """Return the same: rows grow where there is more room."""
        return self.minimumSizeHint()

    def field(self, row: int, column: int) -> QRectF:
        """Return where the bins of a cell are drawn."""
        width = (self.width() - GAP * (len(self._rows[row]) - 1)) / len(self._rows[row])
        each = self.height() / len(self._rows)
        height = min(MOST_FIELD, each - 2 * _line() - GAP)
        top = row * (height + 2 * _line() + GAP) + _line()
        return QRectF(column * (width + GAP), top, width, height)

    def event(self, event: QEvent) -> bool:
        """Say how many numbers the bin under the pointer has."""
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all cells."""
        if self._theme is None:
            return
        painter = QPainter(self)
        for row, cells in enumerate(self._rows):
            for column, cell in enumerate(cells):
                _draw(painter, cell, self.field(row, column), self._theme)

    def _tip(self, place: QPointF) -> str:
        for row, cells in enumerate(self._rows):
            for column, cell in enumerate(cells):
                field = self.field(row, column)
                if cell.histogram is not None and field.contains(place):
                    return self._bin_text(cell, cell.histogram, (place.x() - field.left()) / field.width())
        return ""

    def _bin_text(self, cell: Cell, found: Histogram, share: float) -> str:
        at = min(int(share * len(found.counts)), len(found.counts) - 1)
        low, high = (format_number(edge) for edge in found.edges()[at : at + 2].tolist())
        return self.tr("{title}: {count} of {total} from {low} to {high}").format(
            title=cell.title,
            count=count_text(int(found.counts[at])),
            total=count_text(found.total),
            low=low,
            high=high,
        )


def _line() -> float:
    return float(scaled(FONT_PIXELS + 3))


def _draw(painter: QPainter, cell: Cell, field: QRectF, theme: Theme) -> None:
    above = QRectF(field.left(), field.top() - _line(), field.width(), _line())
    painter.setFont(number_font(FONT_PIXELS))
    painter.setPen(QColor(theme.text))
    painter.drawText(above, LEFT | MIDDLE, cell.title)
    room = field.width() - painter.fontMetrics().horizontalAdvance(cell.title) - GAP
    painter.setFont(text_font(FONT_PIXELS))
    painter.setPen(QColor(theme.quiet))
    words = painter.fontMetrics().elidedText(cell.words, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(above, RIGHT | MIDDLE, words)
    painter.fillRect(field, QColor(theme.card))
    if cell.histogram is not None:
        _draw_bins(painter, cell.histogram, field, theme, cell.hue)
    painter.setPen(QColor(theme.line))
    painter.drawLine(field.bottomLeft(), field.bottomRight())


def _draw_bins(painter: QPainter, found: Histogram, field: QRectF, theme: Theme, hue: Hue) -> None:
    width, largest = field.width() / len(found.counts), max(1, int(found.counts.max()))
    edges = found.edges()
    for at, count in enumerate(found.counts.tolist()):
        height = max(1.0, count / largest * (field.height() - 2)) if count else 0.0
        sign = "positive" if edges[at] + edges[at + 1] > 0 else "negative"
        place = QRectF(field.left() + at * width + 0.5, field.bottom() - height, max(1.0, width - 1), height)
        painter.fillRect(place, QColor(getattr(theme, f"{sign}_{hue.value}")))
    below = QRectF(field.left(), field.bottom(), field.width(), _line())
    painter.setFont(number_font(NUMBER_PIXELS))
    painter.setPen(QColor(theme.quiet))
    painter.drawText(below, LEFT | MIDDLE, round_text(found.low))
    painter.drawText(below, RIGHT | MIDDLE, round_text(found.high))
    if found.low < 0 < found.high:
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | MIDDLE, "0")
