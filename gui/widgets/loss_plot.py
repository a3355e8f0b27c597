"""A plot of two curves over the epochs, with a line at the epoch that is shown and one under the pointer."""

from math import ceil, floor, log10

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from core.kernels import Array
from gui.text import count_text, round_text
from gui.theme import Theme, number_font, styled

# A wider antialiased pen takes many times as long on a noisy curve.
PEN_WIDTH = 1
FEW_DECADES, MOST_DECADES = 2, 8
TICK_ROOM = 60.0  # pixels from one epoch that is written to the next


class LogAxis(pg.AxisItem):
    """An axis that writes 10⁻³ as 0.001 where the curve is drawn by its logarithm."""

    def __init__(self) -> None:
        super().__init__("left")
        self.logarithmic = False
        self.setWidth(56)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return where ticks are: by the logarithm, at 1, 2 and 5 times each power of ten, or at the powers alone."""
        if not self.logarithmic:
            return list(super().tickValues(low, high, size))
        steps = (1, 2, 5) if high - low < FEW_DECADES else (1,)
        each = max(1, round((high - low) / MOST_DECADES))
        powers = range(floor(low), ceil(high) + 1, each)
        ticks = [power + log10(step) for power in powers for step in steps]
        return [(1.0, [tick for tick in ticks if low <= tick <= high])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return what stands at the ticks."""
        if self.logarithmic:
            return [round_text(10.0**value) for value in values]
        return list(super().tickStrings(values, scale, spacing))


class EpochAxis(pg.AxisItem):
    """An axis of whole epochs."""

    def __init__(self) -> None:
        super().__init__("bottom")

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Return the distance of ticks: so far apart that their numbers have room, and whole."""
        nearest = max(1.0, (high - low) * TICK_ROOM / size)
        power = 10.0 ** floor(log10(nearest))
        return [(next(power * step for step in (1, 2, 5, 10) if power * step >= nearest), 0.0)]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Return what stands at the ticks."""
        return [count_text(round(value)) for value in values]


class LossPlot(pg.PlotWidget):
    """Draws curves given as polylines. `pointed` carries the epoch under the pointer, or None."""

    pointed = Signal(object)

    def __init__(self) -> None:
        self.axis = LogAxis()
        super().__init__(axisItems={"left": self.axis, "bottom": EpochAxis()})
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.setMinimumHeight(110)
        self.plotItem.setContentsMargins(0, 8, 12, 0)
        self.setLimits(xMin=0, minXRange=5)
        self.curves = [pg.PlotCurveItem(antialias=True) for _ in range(2)]
        for curve in self.curves:
            self.addItem(curve)
        self.marker = pg.InfiniteLine(angle=90)
        self.pointer = pg.InfiniteLine(angle=90)
        for line in (self.marker, self.pointer):
            self.addItem(line, ignoreBounds=True)
        self.pointer.hide()
        self.emptiness = styled(QLabel(), "quiet")
        self.emptiness.setWordWrap(True)
        self.emptiness.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.emptiness.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over_plot = QVBoxLayout(self)
        over_plot.setContentsMargins(60, 0, 8, 16)  # so that it stands in the field, clear of the axes
        over_plot.addWidget(self.emptiness)
        for side in ("left", "bottom"):
            self.getAxis(side).setStyle(tickFont=number_font(10), tickLength=-4, maxTickLevel=0)

    def set_colors(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self.setBackground(QColor(theme.card))
        for curve, color in zip(self.curves, curve_colors(theme), strict=True):
            curve.setPen(pg.mkPen(color, width=PEN_WIDTH))
        self.marker.setPen(pg.mkPen(theme.line))
        self.pointer.setPen(pg.mkPen(theme.quiet))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(pg.mkPen(theme.line))
            self.getAxis(side).setTextPen(pg.mkPen(theme.quiet))

    def show_curve(self, number: int, epochs: Array, values: Array) -> None:
        """Draw curve `number` through the points given."""
        self.curves[number].setData(epochs, values)

    def show_epoch(self, epoch: int) -> None:
        """Mark the epoch that is shown."""
        self.marker.setValue(epoch)

    def show_emptiness(self, sentence: str) -> None:
        """Say why there is nothing to be seen; with an empty sentence, there is something."""
        if self.emptiness.text() != sentence:
            self.emptiness.setText(sentence)
            if sentence:
                self.setRange(xRange=(0, 10), yRange=(0, 1), padding=0)
            self.enableAutoRange()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Say whether the values are logarithms."""
        self.axis.logarithmic = logarithmic
        self.axis.picture = None
        self.axis.update()
        self.enableAutoRange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which epoch the pointer is on."""
        super().mouseMoveEvent(event)
        epoch = float(self.plotItem.vb.mapSceneToView(event.position()).x())
        self.pointer.setValue(epoch)
        self.pointer.show()
        self.pointed.emit(epoch)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.pointer.hide()
        self.pointed.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all of it again."""
        super().mouseDoubleClickEvent(event)
        self.enableAutoRange()


def curve_colors(theme: Theme) -> tuple[str, str]:
    """Return the colours of the objective and of the mean squared error."""
    return theme.forward, theme.loss
