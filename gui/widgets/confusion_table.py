"""The confusion matrix: a row for each class, and in its columns what its samples were taken for."""

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from core.classes import Numbers
from gui.painting.color_scale import mix, readable_on
from gui.text import count_text
from gui.theme import Appearance, number_font, scaled

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CELL_HEIGHT, CELL_WIDTH = 22, 44
FEWEST_SEEN, MOST_SEEN = 2, 5  # rows at once
TOP = QModelIndex()  # of which all cells are children; cells have none


class ConfusionModel(QAbstractTableModel):
    """Counts: right answers on the diagonal, in blue, the others in orange; the more of a class, the stronger."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._counts: Numbers = np.zeros((0, 0), int)
        self._names: list[str] = []

    def show_counts(self, counts: Numbers, names: list[str]) -> None:
        """Show counts[target class, answered class] of classes by their names."""
        if names != self._names:
            self.beginResetModel()
            self._counts, self._names = counts, names
            self.endResetModel()
        else:
            self._counts = counts
            last = len(counts) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))

    def rowCount(self, parent: Index = TOP) -> int:
        """Return the number of classes."""
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return the number of classes."""
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the class: as target in front of a row, as output above a column."""
        if role != Role.DisplayRole:
            return None
        name = self._names[section]
        is_row = orientation is Qt.Orientation.Vertical
        return self.tr("target {name}").format(name=name) if is_row else f"→ {name}"

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell's count and colour."""
        count = int(self._counts[index.row(), index.column()])
        if role == Role.DisplayRole:
            return count_text(count)
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Role.FontRole:
            return number_font(11)
        if role == Role.BackgroundRole:
            return self._ground(index)
        if role == Role.ForegroundRole:
            return readable_on(self._ground(index))
        if role == Role.ToolTipRole:
            target, answer = self._names[index.row()], self._names[index.column()]
            return self.tr("Samples of class {target} that are taken for {answer}").format(target=target, answer=answer)
        return None

    def _ground(self, index: Index) -> QColor:
        theme, row = self._appearance.theme, self._counts[index.row()]
        hue = theme.positive_value if index.row() == index.column() else theme.negative_value
        return mix(QColor(theme.card), QColor(hue), int(row[index.column()]) / max(1, int(row.sum())))


class ConfusionTable(QTableView):
    """Shows the matrix at its own size, up to some rows at once."""

    def __init__(self, name: str, model: ConfusionModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for header, size in ((self.verticalHeader(), CELL_HEIGHT), (self.horizontalHeader(), CELL_WIDTH)):
            header.setMinimumSectionSize(scaled(size))
            header.setDefaultSectionSize(scaled(size))
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room for the classes, up to some at once."""
        return self._room(min(self.model().rowCount(), MOST_SEEN))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few classes; the others are scrolled to."""
        return QSize(0, self._room(min(self.model().rowCount(), FEWEST_SEEN)).height())

    def _room(self, rows: int) -> QSize:
        width = self.verticalHeader().sizeHint().width() + self.model().columnCount() * scaled(CELL_WIDTH)
        height = self.horizontalHeader().sizeHint().height() + rows * scaled(CELL_HEIGHT)
        return QSize(width, height + 2 * self.frameWidth())
