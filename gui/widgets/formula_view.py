"""A typeset formula."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.painting.formulas import typeset
from gui.theme import scaled

PIXELS = 20


class FormulaView(QWidget):
    """Shows one formula, given as LaTeX, in the colour of text; `spoken` is what a screen reader says."""

    def __init__(self, pixels: int = PIXELS) -> None:
        super().__init__()
        self._pixels, self._latex = scaled(pixels), ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_formula(self, latex: str, spoken: str) -> None:
        """Show a formula; an empty one shows nothing."""
        self.setAccessibleName(spoken)
        if latex != self._latex:
            self._latex = latex
            self.updateGeometry()
            self.update()

    def prepare(self, latex: str) -> None:
        """Typeset a formula that will be shown soon."""
        typeset(latex, self._pixels, self._color())

    def sizeHint(self) -> QSize:
        """Return the formula's own size."""
        return typeset(self._latex, self._pixels, self._color()).defaultSize() if self._latex else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the formula at the left, made smaller where it is too wide."""
        if not self._latex:
            return
        drawing = typeset(self._latex, self._pixels, self._color())
        size = drawing.defaultSize()
        scale = min(1.0, self.width() / size.width(), self.height() / size.height())
        drawing.render(QPainter(self), QRectF(0, 0, size.width() * scale, size.height() * scale))

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _color(self) -> str:
        return self.palette().text().color().name()
