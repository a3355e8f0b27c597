"""The answers to samples as Qt's tables see them: target, output, error, and whether it is right."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from core.classes import Numbers
from core.kernels import Array
from core.notation import subscript
from core.numerals import format_exactly, format_number
from gui.painting.plane_points import Flags
from gui.theme import Appearance, number_font

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
FONT_SIZE = 11
TOP = QModelIndex()  # of which all cells are children; cells have none


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """Targets and outputs, shape (samples, outputs), and the errors, shape (samples,).

    `wrong` is None where there are no classes; `order` says which sample stands in which row.
    """

    targets: Array
    outputs: Array
    errors: Array
    wrong: Flags | None
    order: Numbers

    @property
    def shape(self) -> tuple[int, int, bool]:
        """What the table's shape depends on: samples, outputs, and whether there are classes."""
        return (*self.targets.shape, self.wrong is not None)


NO_ANSWERS = Answers(np.zeros((0, 1)), np.zeros((0, 1)), np.zeros(0), None, np.zeros(0, int))


class OutputsModel(QAbstractTableModel):
    """One row a sample, in any order. Only what is seen is written out, so that there may be very many."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.answers = NO_ANSWERS
        self._lit: int | None = None

    def show_answers(self, answers: Answers) -> None:
        """Show answers to the same samples or to others."""
        if answers.shape != self.answers.shape:
            self.beginResetModel()
            self.answers = answers
            self.endResetModel()
            return
        reordered = not np.array_equal(answers.order, self.answers.order)
        self.answers = answers
        last = self.rowCount() - 1
        self.dataChanged.emit(self.index(0, 0), self.index(last, self.columnCount() - 1))
        if reordered:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def light(self, sample: int | None) -> None:
        """Set off the sample that the pointer is on, anywhere in the window."""
        before, self._lit = self._lit, sample
        for changed in {before, sample} - {None}:
            row = self.row_of(changed)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def sample_in(self, row: int) -> int:
        """Return which sample stands in a row."""
        return int(self.answers.order[row])

    def row_of(self, sample: int | None) -> int | None:
        """Return in which row a sample stands, or None where it is not among them."""
        rows = np.flatnonzero(self.answers.order == sample) if sample is not None else np.zeros(0, int)
        return int(rows[0]) if rows.size else None

    def rowCount(self, parent: Index = TOP) -> int:
        """Return the number of samples."""
        return 0 if parent.isValid() else len(self.answers.order)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return the number of targets, outputs, errors and verdicts."""
        return 0 if parent.isValid() else self.number_columns + (self.answers.wrong is not None)

    @property
    def number_columns(self) -> int:
        """How many of the columns are numbers; a verdict may follow."""
        return 2 * self.answers.shape[1] + 1

    def headers(self) -> list[str]:
        """Return what the columns are called."""
        _, count, classes = self.answers.shape
        names = [
            f"{name}{subscript(number)}" if count > 1 else name
            for name in (self.tr("target"), self.tr("output"))
            for number in range(1, count + 1)
        ]
        return [*names, self.tr("error"), *([self.tr("right")] if classes else [])]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the names of the columns; samples are counted from 1."""
        if orientation is Qt.Orientation.Vertical:
            return str(self.sample_in(section) + 1) if role == Role.DisplayRole else None
        if role == Role.ToolTipRole and section == self.number_columns - 1:
            return self.tr("Output − target; of several outputs, the length of this difference")
        return self.headers()[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell's text, colour and the like."""
        sample, column = self.sample_in(index.row()), index.column()
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Role.FontRole:
            return number_font(FONT_SIZE)
        if role == Role.BackgroundRole and sample == self._lit:
            return QBrush(QColor(self._appearance.theme.selection))
        if role == Role.ForegroundRole:
            return self._color(sample, column)
        if role == Role.DisplayRole:
            return self._text(sample, column)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return self._exactly(sample, column)
        return None

    def values(self, sample: int) -> list[float]:
        """Return targets, outputs and error of a sample."""
        answers = self.answers
        return [*answers.targets[sample].tolist(), *answers.outputs[sample].tolist(), float(answers.errors[sample])]

    def _is_verdict(self, column: int) -> bool:
        return column == self.number_columns

    def _is_wrong(self, sample: int) -> bool:
        return self.answers.wrong is not None and bool(self.answers.wrong[sample])

    def _text(self, sample: int, column: int) -> str:
        if self._is_verdict(column):
            return "✗" if self._is_wrong(sample) else "✓"
        return format_number(self.values(sample)[column])

    def _exactly(self, sample: int, column: int) -> str:
        if self._is_verdict(column):
            return self.tr("wrong") if self._is_wrong(sample) else self.tr("right")
        return format_exactly(self.values(sample)[column])

    def _color(self, sample: int, column: int) -> QColor | None:
        outputs = self.answers.shape[1]
        if self._is_verdict(column) and self._is_wrong(sample):
            return QColor(self._appearance.theme.warning)
        return QColor(self._appearance.theme.positive_value) if outputs <= column < 2 * outputs else None
