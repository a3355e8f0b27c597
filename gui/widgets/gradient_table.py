"""The table of a gradient check: a row for each parameter, worst first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from core.numerals import format_exactly, format_number
from core.questions.gradient_check import CheckedParameter
from gui.theme import Theme, number_font, scaled

NAME, ANALYTIC, NUMERIC, DIFFERENCE = range(4)
ROW_HEIGHT = 24
MOST_MARKED = 200  # parameters at once

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GradientModel(QAbstractTableModel):
    """The parameters that were checked."""

    def __init__(self) -> None:
        super().__init__()
        self.parameters: Sequence[CheckedParameter] = ()
        self._theme: Theme | None = None
        self._font = number_font()

    def show_parameters(self, parameters: Sequence[CheckedParameter], theme: Theme) -> None:
        """Show other parameters."""
        self.beginResetModel()
        self.parameters, self._theme = parameters, theme
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many parameters there are."""
        return 0 if parent.isValid() else len(self.parameters)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else DIFFERENCE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column is called, and what it shows."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return [self.tr("parameter"), self.tr("∂L/∂w"), self.tr("difference"), self.tr("off by")][section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return [
                self.tr("A weight or bias, as NumPy counts it"),
                self.tr("The gradient as backpropagation computes it"),
                self.tr("The gradient as the loss changes when the parameter is moved a little to both sides"),
                self.tr("How far the two are apart, as a share of the larger one"),
            ][section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, all its digits, its colour or its font."""
        checked, column = self.parameters[index.row()], index.column()
        numbers = {ANALYTIC: checked.analytic, NUMERIC: checked.numeric, DIFFERENCE: checked.relative_error}
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(checked, numbers, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in numbers:
            return format_exactly(numbers[column])
        if role == Qt.ItemDataRole.ForegroundRole and column == DIFFERENCE and self._theme is not None:
            return QColor(self._theme.quiet if checked.passes else self._theme.warning)
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, checked: CheckedParameter, numbers: dict[int, float], column: int) -> str:
        if column == NAME:
            return checked.name
        if column == DIFFERENCE and checked.kinked:
            return self.tr("kink")
        text = format_number(numbers[column], signed=column != DIFFERENCE)
        return f"✗ {text}" if column == DIFFERENCE and not checked.passes else text


class GradientTable(QTableView):
    """Shows checked parameters. `selected` carries those that are, `hovered` the one under the pointer, or None."""

    selected = Signal(object)
    hovered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.checked = GradientModel()
        self.setModel(self.checked)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(scaled(56))
        self.horizontalHeader().setHighlightSections(False)
        self.entered.connect(self._on_entered)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def show_parameters(self, parameters: Sequence[CheckedParameter], theme: Theme) -> None:
        """Show other parameters; none of them is selected."""
        self.clearSelection()
        self.checked.show_parameters(parameters, theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell that the pointer is on none where it is below the last row."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.hovered.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered.emit(self.checked.parameters[index.row()])

    def _on_selection(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        self.selected.emit([self.checked.parameters[row] for row in rows[:MOST_MARKED]])
