"""The table of the data."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

FEWEST_ROWS = 3  # to be seen at once
ROW_HEIGHT = 26
NARROWEST_COLUMN = 48
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
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight((FEWEST_ROWS + 1) * ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(NARROWEST_COLUMN)
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def fit(self) -> None:
        """Share the width among the columns, or let them be scrolled where there are too many."""
        columns = max(1, self.model().columnCount())
        stretch = columns * NARROWEST_COLUMN <= max(self.viewport().width(), 4 * NARROWEST_COLUMN)
        mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
        self.horizontalHeader().setSectionResizeMode(mode)

    def show_row(self, row: int | None) -> None:
        """Select a row, or none, without calling it the learner's choice."""
        if row == (self.currentIndex().row() if self.selectionModel().hasSelection() else None):
            return
        with QSignalBlocker(self.selectionModel()):
            if row is None:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                self.selectRow(row)
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
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.deleted.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.row_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _on_row(self, current: QModelIndex) -> None:
        self.row_chosen.emit(current.row() if current.isValid() else None)
