"""The data as Qt's tables see it: inputs, targets, and what the network answers now."""

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from core.evaluation import Evaluation
from core.experiment import Experiment
from core.kernels import Array
from core.notation import subscript
from core.numerals import MINUS, format_exactly, format_number
from gui.painting.color_scale import mix
from gui.session import Session
from gui.theme import Appearance, number_font
from gui.widgets.data_editor import DataEditor

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
MOST_LETTERS = 6  # of an input or a target
SMALLEST_PLAIN, LARGEST_PLAIN = 0.01, 100  # between them, three digits are written without a power of ten


class DataModel(QAbstractTableModel):
    """One row a sample: one to learn from or, where the editor says so, one to test with.

    Inputs and targets can be edited.
    """

    def __init__(self, session: Session, appearance: Appearance, editor: DataEditor) -> None:
        super().__init__(editor)
        self._session, self._appearance, self._editor = session, appearance, editor
        self._shown = editor.data
        self._outputs: Array = np.zeros((0, 0))
        self._shape = (0, 0, 0)
        self._tested: tuple[Experiment, Evaluation] | None = None
        self._chosen: int | None = None
        self._pointed: int | None = None
        self._font = number_font(11)

    def refresh(self) -> None:
        """Show data and outputs as they are."""
        self._shown = data = self._editor.data
        rows = data.test_inputs if self._editor.test else data.inputs
        shape = (len(rows), data.input_count, data.target_count)
        self._outputs = self._answers()
        if shape != self._shape:
            self.beginResetModel()
            self._shape = shape
            self.endResetModel()
        else:
            self._tell(0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def refresh_outputs(self) -> None:
        """Show the outputs as they are; they change with each step, the data does not."""
        self._outputs = self._answers()
        self._tell(0, self.rowCount() - 1, self._shape[1] + self._shape[2])

    def light(self, chosen: int | None, pointed: int | None) -> None:
        """Show which row is looked at and which one the pointer is on, here or elsewhere."""
        changed = {self._chosen, chosen, self._pointed, pointed}
        if (chosen, pointed) != (self._chosen, self._pointed):
            self._chosen, self._pointed = chosen, pointed
            for row in changed:
                if row is not None:
                    self._tell(row, row)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt passes it
        """Return the number of samples."""
        return self._shape[0]

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt passes it
        """Return the number of inputs, targets and outputs."""
        return self._shape[1] + 2 * self._shape[2]

    def is_output(self, column: int) -> bool:
        """Say whether a column shows what the network answers."""
        data = self._editor.data
        return column >= data.input_count + data.target_count

    def value(self, row: int, column: int) -> float:
        """Return the number in a cell."""
        output = column - self._shape[1] - self._shape[2]
        if output >= 0:
            return float(self._outputs[row, output])
        return self._shown.value(row, column, test=self._editor.test)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return a column's own name, or x₁, target, output; rows are counted from 1."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.ToolTipRole and self.is_output(section):
            return self.tr("What the network answers with the weights as they are now")
        if role == Role.ToolTipRole:
            return self._numbered(section) if self._name(section) else None
        return self.title(section) if role == Role.DisplayRole else None

    def title(self, column: int) -> str:
        """Return what a column is called."""
        return self._name(column) or self._numbered(column)

    def point_text(self, point: int) -> str:
        """Return a sample in words; samples to test with are counted on behind those to learn from."""
        data = self._editor.data
        test, row = point >= data.samples, point if point < data.samples else point - data.samples
        values = data.rows(test=test)[row]
        written = ", ".join(f"{self.title(column)} = {format_number(value)}" for column, value in enumerate(values))
        sample = self.tr("test sample {number}") if test else self.tr("sample {number}")
        return f"{sample.format(number=row + 1)}: {written}"

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
        if role == Role.BackgroundRole:
            return self._ground(index.row())
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            value = self.value(index.row(), index.column())
            if role != Role.DisplayRole:
                return format_exactly(value)
            return _short(value) if self.is_output(index.column()) else _shorter(_short(value), value)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Take what was typed into a cell; where it is refused, what was there stays."""
        if role != Role.EditRole or str(value) == format_exactly(self.value(index.row(), index.column())):
            return False
        return self._editor.set_value(index.row(), index.column(), str(value))

    def _answers(self) -> Array:
        if not self._editor.test:
            return self._session.outputs()
        experiment = self._session.experiment
        if self._tested is None or self._tested[0] is not experiment:
            self._tested = experiment, Evaluation(experiment, test=True)
        return self._tested[1].outputs(self._session.trainer.plan.parameters)

    def _tell(self, first: int, last: int, column: int = 0) -> None:
        if 0 <= first <= last < self.rowCount():
            self.dataChanged.emit(self.index(first, column), self.index(last, self.columnCount() - 1))

    def _name(self, column: int) -> str:
        data = self._editor.data
        names = data.input_names if column < data.input_count else data.target_names
        at = column if column < data.input_count else column - data.input_count
        return names[at] if names and not self.is_output(column) else ""

    def _numbered(self, column: int) -> str:
        inputs, targets = self._editor.data.input_count, self._editor.data.target_count
        if column < inputs:
            return f"x{subscript(column + 1)}"
        is_output = self.is_output(column)
        name = self.tr("output") if is_output else self.tr("target")
        number = column - inputs - targets if is_output else column - inputs
        return f"{name}{subscript(number + 1)}" if targets > 1 else name

    def _ground(self, row: int) -> QColor | None:
        theme = self._appearance.theme
        if row == self._chosen:
            return mix(QColor(theme.card), QColor(theme.selection), 0.6)
        return QColor(theme.ground) if row == self._pointed else None


def _shorter(text: str, value: float) -> str:
    """Return the text of a number or, where it is long for a narrow column, one of three digits."""
    fits = len(text) <= MOST_LETTERS or not SMALLEST_PLAIN <= abs(value) < LARGEST_PLAIN
    return text if fits else f"{value:.3g}".replace("-", MINUS)


def _short(value: float) -> str:
    """Return a number as it fits into a column: with fewer digits where it has a power of ten."""
    mantissa, power, exponent = format_number(value).partition("e")
    return f"{mantissa[:-2]}e{exponent}" if power else mantissa
