"""The legend of a colour scale: its colours, and the numbers at its ends."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.numerals import MINUS
from gui.painting.color_scale import STEPS, ColorScale
from gui.text import round_text
from gui.theme import number_font, scaled

BAR_WIDTH = 96
BAR_HEIGHT = 8


class ColorBar(QWidget):
    """−limit, the colours, +limit, and what they stand for."""

    def __init__(self) -> None:
        super().__init__()
        self._scale: ColorScale | None = None
        self._unit = ""
        self._font = number_font(11)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: ColorScale, unit: str) -> None:
        """Show a scale of `unit`."""
        if (scale, unit) != (self._scale, self._unit):
            self._scale, self._unit = scale, unit
            low, high = self._ends()
            self.setAccessibleName(self.tr("Colours from {low} to {high}").format(low=low, high=high))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bar and its numbers."""
        metrics = QFontMetrics(self._font)
        low, high = self._ends()
        text = metrics.horizontalAdvance(low) + metrics.horizontalAdvance(f"{high} {self._unit}")
        return QSize(text + scaled(BAR_WIDTH) + 16, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw numbers and bar."""
        if self._scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.palette().window().color()
        ground.setAlphaF(0.85)  # it lies over the picture
        painter.fillRect(self.rect(), ground)
        painter.setFont(self._font)
        painter.setPen(self.palette().placeholderText().color())
        low, high = self._ends()
        start = painter.fontMetrics().horizontalAdvance(low) + 8
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        end = self.rect().adjusted(start + scaled(BAR_WIDTH) + 8, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(end, flags, f"{high} {self._unit}")
        bar = QRectF(start, (self.height() - BAR_HEIGHT) / 2, scaled(BAR_WIDTH), BAR_HEIGHT)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for step in range(-STEPS, STEPS + 1, 4):
            gradient.setColorAt((step + STEPS) / (2 * STEPS), self._scale.color_of_step(step))
        painter.setPen(QPen(self.palette().mid().color()))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 4, 4)

    def _ends(self) -> tuple[str, str]:
        limit = round_text(self._scale.limit) if self._scale else ""
        return f"{MINUS}{limit}", f"+{limit}"
