"""The calculation: formula, operands and result of the current operation, with their numbers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.disk import write_atomically
from core.operations import Operation, Phase, Quantity
from core.written_out import write_out
from gui.painting.calculation_page import calculation_page, pdf_of, quantities_as_csv
from gui.painting.color_scale import ColorScale, Hue, round_limit
from gui.session import Change, Session
from gui.text import core_text, count_text, phrase_text
from gui.theme import LIGHT, Appearance, Theme, number_font, styled, text_font
from gui.widgets.formula_view import FormulaView
from gui.widgets.matrix_view import NOWHERE, MatrixView
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, PanelHead
from gui.widgets.saving import ask_where_to_save

RESULT_COLUMN = 100  # behind any operand
GRADIENT_CODES = ("d_loss", "d_cost", "clipped")
MARGIN, TERM_SPACING = 12, 4
TYPESETTING_PAUSE = 30  # milliseconds between two formulas that are not needed yet
FIRST_PAUSE = 600  # before the first of them, which takes long; the window is to be seen sooner


class Term(QWidget):
    """One matrix of the calculation: the sign before it, its name and shape, and its numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = QLabel()
        self.sign.setFont(text_font(18))
        self.name = QLabel()
        self.view = MatrixView()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.name, 0, 1)
        layout.addWidget(self.sign, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.view, 1, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout.setRowStretch(2, 1)

    def show_quantity(self, sign: str, quantity: Quantity, scale: ColorScale) -> None:
        """Show a quantity behind its sign."""
        rows, columns = quantity.values.shape
        self.sign.setText(sign)
        self.sign.setVisible(bool(sign))
        self.name.setText(f"<b>{quantity.symbol.text}</b> {rows}×{columns}")
        self.view.show_quantity(quantity, scale)
        self.show()


class CalculationPanel(Panel):
    """What the current operation computes; the cell under the pointer is written out."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.POINTED | Change.RUNNING

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.head = PanelHead("")
        self.sentence = styled(QLabel(), "quiet")
        self.sentence.setWordWrap(True)
        self.formula = FormulaView()
        self.operands: list[Term] = []
        self.result = Term()
        self.written_out = styled(QLabel(), "quiet")
        self.written_out.setFont(number_font())
        self.written_out.setWordWrap(True)
        self.written_out.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.written_out.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.written_out.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space still runs
        self._notice = Notice(self)
        self._lay_out()
        self._to_typeset: list[str] = []
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._typeset_next)
        self.result.view.cell_pointed.connect(self._on_cell)

    def refresh(self, change: Change) -> None:
        """Show the current operation."""
        if change & Change.EXPERIMENT:
            self._to_typeset = [operation.formula for operation in reversed(self.session.trainer.plan.operations)]
            self._idle.start(FIRST_PAUSE)
        operation = self.session.trainer.operation
        if self.session.running or operation is None:
            self._show_nothing()
        elif change == Change.POINTED:
            self._light(operation)
        else:
            self._show(operation)

    def numbers(self) -> str | None:
        """Return the matrices of the current operation, one below the other."""
        operation = self.session.trainer.operation
        return None if operation is None else quantities_as_csv(operation)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the matrices."""
        return [(self.tr("Go to another number, to see how it is made and where it is used"), "←, →, ↑, ↓")]

    def print_page(self) -> None:
        """Ask for a printer, and print the current operation."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: few print, and it takes time to load

        if page := self._page():
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            dialog = QPrintDialog(printer, self)
            if dialog.exec():
                page.print_(printer)
            dialog.deleteLater()

    def save_pdf(self) -> None:
        """Ask for a file, and keep the current operation there as PDF."""
        page = self._page()
        if page and (path := ask_where_to_save(self, self.tr("Save as PDF"), "gyaku.pdf", "PDF (*.pdf)")):
            self._notice.attempt(partial(write_atomically, path, pdf_of(page)), self.head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is; only matrices are scrolled to the side."""
        super().resizeEvent(event)
        bar = self._area.verticalScrollBar().sizeHint().width()
        for widget in (self.sentence, self.formula):
            widget.setMaximumWidth(max(1, self.width() - 2 * MARGIN - bar))
        self._place_result()

    def _lay_out(self) -> None:
        content = styled(QWidget(), "panel")
        self._terms = QGridLayout()
        self._terms.setHorizontalSpacing(TERM_SPACING)
        self._terms.setVerticalSpacing(TERM_SPACING)
        self._terms.setColumnStretch(RESULT_COLUMN + 1, 1)
        self._terms.setRowStretch(2, 1)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.sentence)
        inside.addWidget(self.formula)
        inside.addLayout(self._terms, 1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 8, MARGIN, 8)
        outer.setSpacing(4)
        for widget in (self.head, area, self.written_out):
            outer.addWidget(widget)
        outer.setStretch(1, 1)
        self.head.title.setMinimumWidth(1)  # where text is large, it gives way

    def _add_operand(self) -> None:
        term = Term()
        term.view.cell_pointed.connect(self._on_cell)
        self._terms.addWidget(term, 0, len(self.operands), Qt.AlignmentFlag.AlignTop)
        self.operands.append(term)

    def _place_result(self) -> None:
        """Put the result beside the operands or, where there is no room, below them."""
        terms = [term for term in (*self.operands, self.result) if not term.isHidden()]
        needed = sum(term.sizeHint().width() + TERM_SPACING for term in terms)
        below = needed > self.width() - 2 * MARGIN + TERM_SPACING
        self._terms.removeWidget(self.result)
        row, place, columns = (1, 0, max(1, len(self.operands))) if below else (0, RESULT_COLUMN, 1)
        side = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._terms.addWidget(self.result, row, place, 1, columns, side)

    def _show_nothing(self) -> None:
        title = self.tr("Running") if self.session.running else self.tr("Nothing is computed yet in this batch")
        sentence = (
            self.tr("The numbers of a single step appear when you pause or step.")
            if self.session.running
            else self.tr("Press → to do the first operation, or Space to run.")
        )
        self.head.title.setText(title)
        self.sentence.setText(sentence)
        self.formula.show_formula("", "")
        self.written_out.setText("")
        for term in (*self.operands, self.result):
            term.hide()

    def _show(self, operation: Operation) -> None:
        count = len(self.session.trainer.plan.operations)
        title = phrase_text(operation.title)
        place = self.tr("Step {n} of {count}").format(n=self.session.trainer.cursor, count=count)
        self.head.title.setText(f"{place} · {title}")
        self.sentence.setText(core_text(operation.sentence))
        self.formula.show_formula(operation.formula, f"{operation.symbol.text}: {title}")
        while len(self.operands) < len(operation.operands):
            self._add_operand()
        for term in self.operands[len(operation.operands) :]:
            term.hide()
        for term, sign, quantity in zip(self.operands, operation.signs, operation.operands, strict=False):
            term.show_quantity(sign, quantity, self._scale(quantity))
        closing = operation.signs[len(operation.operands)]
        self.result.show_quantity(f"{closing} =", operation.result, self._scale(operation.result))
        if operation.phase is Phase.UPDATE:
            new = self.tr("(new)")  # lupdate reads nothing inside an f-string
            self.result.name.setText(f"{self.result.name.text()} {new}")
        self._place_result()
        self._light(operation)

    def _scale(self, quantity: Quantity) -> ColorScale:
        return scale_of(quantity, self.appearance.theme)

    def _page(self) -> QTextDocument | None:
        """Return the page of the current operation; where there is none, say so."""
        operation = self.session.trainer.operation
        if operation is None:
            self.session.announced.emit(self.tr("Do a step first: there is no calculation to be printed yet."))
            return None
        epoch = self.tr("epoch {epoch}").format(epoch=count_text(self.session.trainer.epoch))
        sizes = "–".join(map(str, self.session.experiment.sizes))
        cell = self._cell_written_out(operation)
        written_out = "" if cell == NOWHERE else write_out(operation, *cell)
        return calculation_page(operation, self.head.title.text(), f"{sizes} · {epoch}", written_out, light_scale)

    def _light(self, operation: Operation) -> None:
        """Frame the cell that is written out, what it is made of, and what else the pointer is on."""
        cell = self._cell_written_out(operation)
        sources = None if cell == NOWHERE else operation.sources(*cell)
        for number, term in enumerate(self.operands[: len(operation.operands)]):
            term.view.light(sources[number] if sources else None, self._pointer_on(operation.operands[number]))
        self.result.view.light(None, self._pointer_on(operation.result))
        if cell == NOWHERE:
            self.written_out.setText(self.tr("Point at a number to see how it is made."))
        else:
            self.written_out.setText(write_out(operation, *cell))

    def _cell_written_out(self, operation: Operation) -> tuple[int, int]:
        """Return the cell of the result that the pointer is on, here or in another panel."""
        if operation.result.values.size == 1:
            return 0, 0
        rows, columns = operation.result.values.shape
        row = self.session.pointed.get(operation.result.rows, 0 if rows == 1 else -1)
        column = self.session.pointed.get(operation.result.columns, 0 if columns == 1 else -1)
        seen = 0 <= row < rows and 0 <= column < columns and self.session.pointed
        return (row, column) if seen else NOWHERE

    def _pointer_on(self, quantity: Quantity) -> Callable[[int, int], bool]:
        pointed = self.session.pointed.items()

        def is_pointed(row: int, column: int) -> bool:
            place = quantity.place(row, column).items()
            return bool(place and pointed) and (place <= pointed or pointed <= place)  # a sample has a whole row

        return is_pointed

    def _typeset_next(self) -> None:
        """Typeset a formula ahead of its time, so that the first step to it is as quick as the next."""
        if not self._to_typeset:
            self._idle.stop()
        elif not self.session.running:
            self._idle.setInterval(TYPESETTING_PAUSE)
            self.formula.prepare(self._to_typeset.pop())

    def _on_cell(self, row: int, column: int) -> None:
        view = self.sender()
        assert isinstance(view, MatrixView)
        on_cell = view.quantity is not None and (row, column) != NOWHERE
        self.session.point_at(view.quantity.place(row, column) if on_cell and view.quantity else {})


def scale_of(quantity: Quantity, theme: Theme) -> ColorScale:
    """Return the colours of a quantity: those of gradients for what the loss was differentiated by."""
    is_gradient = quantity.symbol.code.startswith(GRADIENT_CODES)
    return ColorScale(Hue.GRADIENT if is_gradient else Hue.VALUE, theme, round_limit(quantity.values), theme.card)


def light_scale(quantity: Quantity) -> ColorScale:
    """Return the colours of a quantity on paper."""
    return scale_of(quantity, LIGHT)
