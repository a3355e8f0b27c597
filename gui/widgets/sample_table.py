"""A table of samples to be read: one row is chosen by click or arrow key, and another is under the pointer."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.theme import scaled

ROW_HEIGHT = 22
NARROWEST_COLUMN = 62  # −0.1234 and its neighbours' lines


class SampleTable(QTableView):
    """`row_chosen` carries the row the learner went to, `row_pointed` the one under the pointer, or None."""

    row_chosen = Signal(int)
    row_pointed = Signal(object)

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(scaled(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        columns.setMinimumSectionSize(scaled(NARROWEST_COLUMN))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setHighlightSections(False)
        self.setMinimumHeight(3 * scaled(ROW_HEIGHT))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what is cut is not the power of ten
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.entered.connect(self._on_entered)

    def show_row(self, row: int | None) -> None:
        """Select a row, or none, without calling it the learner's choice."""
        if row == (self.currentIndex().row() if self.currentIndex().isValid() else None):
            return
        with QSignalBlocker(self.selectionModel()):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex() if row is None else self.model().index(row, 0))
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.row_pointed.emit(None)

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())

    def _on_entered(self, index: QModelIndex) -> None:
        self.row_pointed.emit(index.row())
