"""A size in each layer as a bar, as long as it is beside the largest."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from core.numerals import format_number
from gui.painting.layer_series import LayerSeries, evenly, layer_color
from gui.theme import Theme, number_font, scaled
from gui.widgets.layer_view import LayerView

FONT_PIXELS = 10
GAP = 6.0
HIGHEST_ROW, THICKEST_BAR = 26.0, 14.0
FILLED = 0.7  # of a row's height
THINNEST = 1.0  # what is not 0 is to be seen
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LayerBars(LayerView):
    """Draws a row for each layer, the first on top: its name, a bar and its value."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title and the rows."""
        if self._series is None or self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(FONT_PIXELS))
        painter.fillRect(self.rect(), QColor(self._theme.card))
        line = float(painter.fontMetrics().height())
        painter.setPen(QColor(self._theme.quiet))
        title = QRectF(GAP, 0, self.width() - 2 * GAP, line + GAP)
        painter.drawText(title, LEFT | Qt.AlignmentFlag.AlignVCenter, self._series.title)
        self._draw_rows(painter, self._series, self._theme, title.bottom())

    def _draw_rows(self, painter: QPainter, series: LayerSeries, theme: Theme, top: float) -> None:
        line, values = float(painter.fontMetrics().height()), [format_number(size) for size in series.sizes.tolist()]
        room = self.height() - top - GAP
        height = min(scaled(HIGHEST_ROW), room / series.layers)
        labelled = evenly(series.layers, int(room / max(height, line)))
        start = max(map(painter.fontMetrics().horizontalAdvance, series.symbols)) + 2 * GAP
        end = self.width() - max(map(painter.fontMetrics().horizontalAdvance, values)) - 2 * GAP
        for layer, share in enumerate(_shares(series)):
            middle = top + (layer + 0.5) * height
            color = layer_color(theme, layer, series.layers)
            thickness = min(THICKEST_BAR, FILLED * height)
            length = max(THINNEST, share * (end - start)) if share else 0.0
            painter.fillRect(QRectF(start, middle - thickness / 2, length, thickness), color)
            if layer in labelled:
                painter.setPen(color)
                row = QRectF(GAP, middle - line / 2, self.width() - 2 * GAP, line)
                painter.drawText(row, LEFT | Qt.AlignmentFlag.AlignVCenter, series.symbols[layer])
                painter.drawText(row, RIGHT | Qt.AlignmentFlag.AlignVCenter, values[layer])


def _shares(series: LayerSeries) -> list[float]:
    """Return each size as a share of the largest that is finite; 0 for what is not."""
    sizes = np.where(np.isfinite(series.sizes), series.sizes, 0.0)
    largest = float(sizes.max())
    shares: list[float] = (sizes / largest if largest else sizes).tolist()
    return shares
