"""The table of the data."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from core.csv_files import write_block
from gui.theme import scaled
from gui.widgets.data_model import DataModel

FEWEST_ROWS = 3  # to be seen at once
ROW_HEIGHT = 26
NARROWEST_COLUMN, ANSWER_WIDTH = 52, 66
WIDTH_AT_FIRST = 250
MOVING_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class DataTable(QTableView):
    """Cells to be edited by typing, and to be copied to and from a spreadsheet.

    `row_chosen` carries the row the learner went to, `row_pointed` the one under the pointer, `deleted` those to be
    removed, `inserted` the one in front of which there shall be another, and `pasted` a cell and a text.
    """

    row_chosen = Signal(object)
    row_pointed = Signal(object)
    deleted = Signal(object)
    inserted = Signal(int)
    pasted = Signal(int, int, str)

    def __init__(self, model: DataModel) -> None:
        super().__init__()
        self._moves_by_keys = False
        self._model = model
        self.setModel(model)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Data"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what is cut is not the power of ten
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(scaled(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight((FEWEST_ROWS + 1) * scaled(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(scaled(NARROWEST_COLUMN))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_nothing_entered)

    def sizeHint(self) -> QSize:
        """Return a size in which some rows are seen; it has more where there is room."""
        return QSize(scaled(WIDTH_AT_FIRST), self.minimumHeight())

    def fit(self, answers: int) -> None:
        """Share the width among the columns, or let them be scrolled where there are too many.

        The last `answers` columns show numbers of any size, and have room for them.
        """
        header, columns = self.horizontalHeader(), self.model().columnCount()
        wanted = (columns - answers) * scaled(NARROWEST_COLUMN) + answers * scaled(ANSWER_WIDTH)
        stretch = wanted <= max(self.viewport().width(), scaled(WIDTH_AT_FIRST))
        for column in range(columns):
            is_answer = column >= columns - answers
            narrow = QHeaderView.ResizeMode.Fixed if is_answer else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, narrow if is_answer or not stretch else QHeaderView.ResizeMode.Stretch)
            if is_answer:
                header.resizeSection(column, scaled(ANSWER_WIDTH))

    def show_row(self, row: int | None) -> None:
        """Go to a row, or to none, without calling it the learner's choice; the current column stays."""
        current = self.currentIndex()
        if row == (current.row() if current.isValid() else None):
            return
        index = QModelIndex() if row is None else self._model.index(row, max(0, current.column()))
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        if row is not None:
            self.scrollTo(index)
        self.viewport().update()

    def rows(self) -> list[int]:
        """Return the rows of the selected cells, or else the current one."""
        current = self.currentIndex()
        chosen = {index.row() for index in self.selectedIndexes()} or ({current.row()} if current.isValid() else set())
        return sorted(chosen)

    def copy(self) -> None:
        """Copy the selected cells, or else the current one."""
        cells = self.selectedIndexes() or [self.currentIndex()]
        if cells[0].isValid():
            self._copy(self.rows(), sorted({cell.column() for cell in cells}))

    def copy_all(self) -> None:
        """Copy all cells."""
        self._copy(range(self._model.rowCount()), range(self._model.columnCount()))

    def paste(self) -> None:
        """Ask for what was copied elsewhere to be put over the cells from the first selected one on."""
        cells = self.selectedIndexes() or [self.currentIndex()]
        row, column = min(cell.row() for cell in cells), min(cell.column() for cell in cells)
        self.pasted.emit(max(0, row), max(0, column), QGuiApplication.clipboard().text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the learner came by keyboard, to move among cells, or by a click, and goes on stepping."""
        super().focusInEvent(event)
        self._moves_by_keys = event.reason() in BY_KEYBOARD

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move among cells from being taken for steps, for those who came by keyboard."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and self._moves_by_keys
        if is_override and isinstance(event, QKeyEvent) and event.key() in MOVING_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove rows on Delete, insert one on Insert, copy and paste; let go of the row on Escape."""
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.deleted.emit(self.rows())
        elif event.key() == Qt.Key.Key_Insert:
            self.inserted.emit(row + 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.row_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.row_pointed.emit(None)

    def _copy(self, rows: Iterable[int], columns: Iterable[int]) -> None:
        cells = tuple(tuple(self._model.value(row, column) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText(write_block(cells))

    def _on_row(self, current: QModelIndex) -> None:
        self.row_chosen.emit(current.row() if current.isValid() else None)

    def _on_entered(self, index: QModelIndex) -> None:
        self.row_pointed.emit(index.row())

    def _on_nothing_entered(self) -> None:
        self.row_pointed.emit(None)
