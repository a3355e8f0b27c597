"""The data as Qt's tables see it: inputs, targets, and what the network answers now."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from core.kernels import Array
from core.notation import subscript
from core.numerals import format_exactly, format_number, parse_number
from core.text import RefusalError
from gui.session import Session
from gui.theme import Appearance, number_font

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class DataModel(QAbstractTableModel):
    """One row a sample. Inputs and targets can be edited; a refusal goes to `refuse`."""

    def __init__(
        self, session: Session, appearance: Appearance, refuse: Callable[[RefusalError | None], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance, self._refuse = session, appearance, refuse
        self._outputs: Array = np.zeros((0, 0))
        self._shape = (0, 0, 0)
        self._font = number_font(11)

    def refresh(self) -> None:
        """Show data and outputs as they are."""
        data = self._session.experiment.data
        shape = (data.samples, data.input_count, data.target_count)
        self._outputs = self._session.outputs()
        if shape != self._shape:
            self.beginResetModel()
            self._shape = shape
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def refresh_outputs(self) -> None:
        """Show the outputs as they are; they change with each step, the data does not."""
        self._outputs = self._session.outputs()
        first = self._shape[1] + self._shape[2]
        self.dataChanged.emit(self.index(0, first), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt passes it
        """Return the number of samples."""
        return self._shape[0]

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt passes it
        """Return the number of inputs, targets and outputs."""
        return self._shape[1] + 2 * self._shape[2]

    def is_output(self, column: int) -> bool:
        """Say whether a column shows what the network answers."""
        return column >= self._shape[1] + self._shape[2]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return x₁, target, output; rows are counted from 1."""
        if role == Role.ToolTipRole and orientation is Qt.Orientation.Horizontal and self.is_output(section):
            return self.tr("What the network answers with the weights as they are now")
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        _, inputs, targets = self._shape
        if section < inputs:
            return f"x{subscript(section + 1)}"
        name, index = (
            (self.tr("output"), section - inputs - targets)
            if self.is_output(section)
            else (self.tr("target"), section - inputs)
        )
        return f"{name}{subscript(index + 1)}" if targets > 1 else name

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all be selected, and inputs and targets be edited."""
        flags = super().flags(index)
        return flags if self.is_output(index.column()) else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell's text, colour and the like; numbers typed are edited at full length."""
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Role.FontRole:
            return self._font
        if role == Role.ForegroundRole and self.is_output(index.column()):
            return QColor(self._appearance.theme.positive_value)
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            value = self._value(index)
            return _short(value) if role == Role.DisplayRole else format_exactly(value)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Take what was typed into a cell; where it is refused, what was there stays."""
        if role != Role.EditRole or str(value) == format_exactly(self._value(index)):
            return False
        experiment = self._session.experiment
        try:
            data = experiment.data.with_value(index.row(), index.column(), parse_number(str(value)))
            self._session.edit(experiment.with_data(data))
        except RefusalError as refusal:
            self._refuse(refusal)
            return False
        self._refuse(None)
        return True

    def _value(self, index: Index) -> float:
        row, column = index.row(), index.column()
        if self.is_output(column):
            return float(self._outputs[row, column - self._shape[1] - self._shape[2]])
        return self._session.experiment.data.value(row, column)


def _short(value: float) -> str:
    """Return a number as it fits into a column: with fewer digits where it has a power of ten."""
    mantissa, power, exponent = format_number(value).partition("e")
    return f"{mantissa[:-2]}e{exponent}" if power else mantissa
