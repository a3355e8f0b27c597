"""A script, line by line, of which some lines are operations."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.operations import Phase
from gui.painting.color_scale import mix
from gui.theme import Appearance, number_font, scaled, styled

LINE_HEIGHT = 20
NUMBER_WIDTH = 38
NO_OPERATION = -1
LINES_BEFORE = 2  # of the first operation, that are shown with it
OPERATION = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """A line of a script; `operation` is which one of the batch it is, from 0, and `phase` that of it."""

    text: str
    operation: int = NO_OPERATION
    phase: Phase | None = None


class CodeModel(QAbstractListModel):
    """The lines of a script."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Hold other lines."""
        if len(lines) != len(self.lines):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        else:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt passes it
        """Return the number of lines."""
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's text, or which operation it is."""
        line = self.lines[index.row()]
        return line.text if role == Qt.ItemDataRole.DisplayRole else line.operation if role == OPERATION else None


class LineDelegate(QStyledItemDelegate):
    """Draws a line with its number, in the colour of its phase where its operation was done last."""

    def __init__(self, model: CodeModel, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._appearance = model, appearance
        self.done = 0  # operations of the batch

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a line."""
        width = QFontMetrics(number_font()).horizontalAdvance(self._model.lines[index.row()].text)
        return QSize(width + scaled(NUMBER_WIDTH) + 24, scaled(LINE_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        theme, line = self._appearance.theme, self._model.lines[index.row()]
        rect: QRect = option.rect
        is_current = line.operation == self.done - 1 and line.phase is not None
        if is_current and line.phase:
            painter.fillRect(rect, mix(QColor(theme.card), theme.phase(line.phase), 0.18))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.phase(line.phase))
        font, middle = number_font(), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet))
        number = QRect(rect.left(), rect.top(), scaled(NUMBER_WIDTH), rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | middle, str(index.row() + 1))
        font.setBold(is_current)
        painter.setFont(font)
        is_done = line.phase is not None and line.operation < self.done
        painter.setPen(QColor(theme.text if is_done else theme.quiet))
        field = rect.adjusted(number.width() + 10, 0, 0, 0)
        painter.drawText(field, Qt.AlignmentFlag.AlignLeft | middle, line.text)


class CodeView(QListView):
    """Shows a script. `operation_chosen` carries the operation whose line was clicked, or entered by key."""

    operation_chosen = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        styled(self, "code")
        self._model = CodeModel(self)
        self._delegate = LineDelegate(self._model, appearance, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.clicked.connect(self._on_line)
        self.activated.connect(self._on_line)

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show another script."""
        self._model.show_lines(lines)

    def show_done(self, done: int, *, follow: bool) -> None:
        """Mark the line of the operation that was done last, and bring it into view where `follow`."""
        if done == self._delegate.done:
            return
        self._delegate.done = done
        self.viewport().update()
        row = next((row for row, line in enumerate(self.lines) if line.operation == done - 1 >= 0), None)
        if follow and row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def show_first_operation(self) -> None:
        """Bring the part of the script into view that is done for each batch."""
        row = next((row for row, line in enumerate(self.lines) if line.phase is not None), 0)
        self.scrollTo(self._model.index(max(0, row - LINES_BEFORE)), QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current line in view in another room."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the lines that are selected, one below the other."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QApplication.clipboard().setText("\n".join(self.lines[row].text for row in rows))
        else:
            super().keyPressEvent(event)

    def _on_line(self, index: QModelIndex) -> None:
        line = self.lines[index.row()]
        if line.phase is not None:
            self.operation_chosen.emit(line.operation)
