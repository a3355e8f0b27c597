"""The table of the data."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

FEWEST_ROWS = 3  # to be seen at once
ROW_HEIGHT = 26
NARROWEST_COLUMN, ANSWER_WIDTH = 44, 66
WIDTH_AT_FIRST = 250
MOVING_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class DataTable(QTableView):
    """Cells to be edited by typing. `row_chosen` carries the row the learner went to, `deleted` one to be removed."""

    row_chosen = Signal(object)
    deleted = Signal(int)

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._moves_by_keys = False
        self.setModel(model)
        self.setAccessibleName(self.tr("Data"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what is cut is not the power of ten
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight((FEWEST_ROWS + 1) * ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(NARROWEST_COLUMN)
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def fit(self, answers: int) -> None:
        """Share the width among the columns, or let them be scrolled where there are too many.

        The last `answers` columns show numbers of any size, and have room for them.
        """
        header, columns = self.horizontalHeader(), self.model().columnCount()
        wanted = (columns - answers) * NARROWEST_COLUMN + answers * ANSWER_WIDTH
        stretch = wanted <= max(self.viewport().width(), WIDTH_AT_FIRST)
        for column in range(columns):
            is_answer = column >= columns - answers
            narrow = QHeaderView.ResizeMode.Fixed if is_answer else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, narrow if is_answer or not stretch else QHeaderView.ResizeMode.Stretch)
            if is_answer:
                header.resizeSection(column, ANSWER_WIDTH)

    def show_row(self, row: int | None) -> None:
        """Select a row, or none, without calling it the learner's choice; the current column stays."""
        current = self.currentIndex()
        if row == (current.row() if current.isValid() else None):
            return
        with QSignalBlocker(self.selectionModel()):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex() if row is None else self.model().index(row, max(0, current.column())))
        self.viewport().update()

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
        """Remove the current row on Delete; let go of it on Escape."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and row >= 0:
            self.deleted.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.row_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _on_row(self, current: QModelIndex) -> None:
        self.row_chosen.emit(current.row() if current.isValid() else None)
