"""The runs that are kept to be compared: how each is drawn, its value, its name, and in what it differs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLineF, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from core.differences import differences
from core.experiment import Experiment
from gui.painting.curve_lines import pin_style
from gui.pins import Pin
from gui.text import phrase_text
from gui.theme import Theme, styled, text_font

Index = QModelIndex | QPersistentModelIndex
DISPLAY, EDIT, DECORATION, TOOLTIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
)
SAMPLE = QSize(26, 12)
MOST_ROWS = 3  # without scrolling
PIXELS = 11


@dataclass(frozen=True)
class PinRow:
    """One run: its name, its differences in a few words and in all of them, how it is drawn, and its value."""

    name: str
    label: str
    tip: str
    color: str
    dash: tuple[float, ...]
    value: str = ""


class PinModel(QAbstractListModel):
    """The runs, by row. `renamed` carries a row and what it is to be called."""

    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PinRow, ...] = ()
        self._samples: list[QPixmap] = []

    def set_rows(self, rows: Sequence[PinRow]) -> None:
        """Show other runs."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._samples = [_sample(row) for row in rows]
        self.endResetModel()

    def show_values(self, values: Sequence[str]) -> None:
        """Show another value of each run."""
        for number, (row, value) in enumerate(zip(self.rows, values, strict=True)):
            if row.value != value:
                self.rows = (*self.rows[:number], replace(row, value=value), *self.rows[number + 1 :])
                self.dataChanged.emit(self.index(number), self.index(number), [DISPLAY])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what is to be read, edited or seen."""
        row = self.rows[index.row()]
        if role == DISPLAY:
            return "  ".join(filter(None, (row.value, row.name, row.label)))
        if role == DECORATION:
            return self._samples[index.row()]
        return {EDIT: row.name, TOOLTIP: row.tip}.get(Qt.ItemDataRole(role))

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        """Ask for another name; an empty one is none."""
        name = str(value).strip()
        if role != EDIT or not name:
            return False
        self.renamed.emit(index.row(), name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every run be renamed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class PinList(QListView):
    """The list. A double click or F2 renames a run, Delete removes it: `removed` carries its row."""

    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        styled(self, "pins")
        self.runs = PinModel()
        self.setModel(self.runs)
        self.setAccessibleName(name)
        self.setFont(text_font(PIXELS))
        self.setIconSize(SAMPLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a click selects what F2 and Delete are to work on
        triggers = QAbstractItemView.EditTrigger
        self._most = MOST_ROWS
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.hide()

    def show_pins(self, pins: Sequence[Pin], experiment: Experiment, theme: Theme) -> None:
        """Show runs, each with the settings in which it differs from an experiment."""
        self.set_rows([self._row(number, pin, experiment, theme) for number, pin in enumerate(pins)])

    def set_rows(self, rows: Sequence[PinRow]) -> None:
        """Show other runs; where there are none, nothing."""
        current = self.currentIndex().row()
        self.runs.set_rows(rows)
        self.setCurrentIndex(self.runs.index(min(current, len(rows) - 1)))
        self._fit()
        self.setVisible(bool(rows))

    def show_at_most(self, rows: int) -> None:
        """Take the room of so many runs; the others are scrolled to."""
        self._most = rows
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the run that is selected."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.removed.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _row(self, number: int, pin: Pin, experiment: Experiment, theme: Theme) -> PinRow:
        differs = [phrase_text(difference.phrase) for difference in differences(experiment, pin.experiment)]
        settings = differs or [self.tr("the same settings")]
        intro = self.tr("In “{name}”, beside the run of now:").format(name=pin.name)
        keys = self.tr("A double click or F2 renames it, Delete removes it.")
        tip = "\n".join([intro, *settings, "", keys])
        return PinRow(pin.name, ", ".join(settings), tip, *pin_style(theme, number))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHintForRow(0) * min(self._most, len(self.runs.rows)))


def _sample(row: PinRow) -> QPixmap:
    """Return a piece of the line, twice as fine as most screens need it."""
    picture = QPixmap(SAMPLE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    pen = QPen(QColor(row.color), 1.5)
    pen.setDashPattern(row.dash)
    painter.setPen(pen)
    painter.drawLine(QLineF(0, SAMPLE.height() / 2, SAMPLE.width(), SAMPLE.height() / 2))
    painter.end()
    return picture
