"""A card that shows what an entry of a registry is: in words, as a formula and as a curve."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.illustrations import Illustration
from gui.text import core_text
from gui.theme import scaled, styled
from gui.widgets.curve_view import CurveView
from gui.widgets.formula_view import FormulaView

WIDTH = 280
DISTANCE = 6
FORMULA_PIXELS = 16


class ChoiceCard(QWidget):
    """Lies beside what it explains, like a tooltip: it takes neither the keyboard nor the pointer."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = styled(QLabel(), "title")
        self.sentence = QLabel()
        self.formulas: list[FormulaView] = []
        self.curves = CurveView()
        self.caption = styled(QLabel(), "caption")
        for label in (self.sentence, self.caption):
            label.setWordWrap(True)
        self._formulas = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.sentence)
        self._layout.addLayout(self._formulas)
        self._layout.addWidget(self.curves)
        self._layout.addWidget(self.caption)

    def show_beside(self, place: QRect, illustration: Illustration) -> None:
        """Show an illustration to the right of `place`, given on the screen, or to the left where there is no room."""
        self._fill(illustration)
        width = scaled(WIDTH)
        self.setFixedSize(width, self._layout.totalHeightForWidth(width))
        screen = self.screen().availableGeometry()
        right, left = place.right() + DISTANCE, place.left() - DISTANCE - width
        across = right if right + width <= screen.right() else left
        down = min(place.top(), screen.bottom() + 1 - self.height())
        self.move(QPoint(max(screen.left(), across), max(screen.top(), down)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card's ground and edge: a style sheet does not reach what belongs to a combo box."""
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        painter.setBrush(self.palette().base())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fill(self, illustration: Illustration) -> None:
        self.title.setText(core_text(illustration.title))
        self.sentence.setText(core_text(illustration.sentence))
        while len(self.formulas) < len(illustration.formulas):
            self.formulas.append(FormulaView(FORMULA_PIXELS))
            self._formulas.addWidget(self.formulas[-1])
        for number, view in enumerate(self.formulas):
            latex = illustration.formulas[number] if number < len(illustration.formulas) else ""
            view.show_formula(latex, self.sentence.text())
            view.setVisible(bool(latex))
        self.curves.show_curves(illustration.curves, is_map=illustration.is_map)
        self.curves.setVisible(bool(illustration.curves))
        self.caption.setText(core_text(illustration.caption) if illustration.caption else "")
        self.caption.setVisible(bool(illustration.caption))
