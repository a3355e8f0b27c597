"""The legend of a plot: what each curve is, its value, and whether it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.theme import number_font

SAMPLE, GAP, BETWEEN, MARGIN = 12, 4, 8, 2
ROOM = "0.0000"  # for a value; more where one needs it
PIXELS = 11


@dataclass(frozen=True)
class Entry:
    """One curve: its name, what it is in a sentence, its colour, and whether it is shown at first."""

    name: str
    sentence: str
    color: str
    shown: bool = True


class LegendEntry(QAbstractButton):
    """A button that shows and hides a curve."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.value = ""
        self.setFont(number_font(PIXELS))
        self.setCheckable(True)
        self.setChecked(entry.shown)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.setText(entry.name)
        self.setToolTip(entry.sentence)
        self.setAccessibleDescription(entry.sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._room = self.fontMetrics().horizontalAdvance(ROOM)
        self._name = self.fontMetrics().horizontalAdvance(entry.name)

    def sizeHint(self) -> QSize:
        """Return the room for the line, the name and, where the curve is shown, a value."""
        width = SAMPLE + GAP + self._name + (GAP + self._room if self.isChecked() else 0)
        return QSize(width, self.fontMetrics().height() + 2 * MARGIN)

    def show_value(self, value: str) -> bool:
        """Show a value; return whether that needs more room than there was."""
        if value == self.value:
            return False
        self.value = value
        self.setAccessibleName(f"{self.entry.name} {value}")
        self.update()
        needed, room = self.fontMetrics().horizontalAdvance(value), self._room
        self._room = max(room, needed)
        return needed > room

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the name and the value; of a curve that is not shown, only the name."""
        painter, palette = QPainter(self), self.palette()
        quiet = palette.placeholderText().color()
        color = QColor(self.entry.color) if self.isChecked() else quiet
        baseline = (self.height() + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) // 2
        painter.setPen(QPen(color, 2 if self.isChecked() else 1))
        middle = self.height() / 2
        painter.drawLine(QLineF(0, middle, SAMPLE, middle))
        painter.setPen(color)
        painter.drawText(SAMPLE + GAP, baseline, self.entry.name)
        if self.isChecked():
            painter.drawText(SAMPLE + GAP + self._name + GAP, baseline, self.value)
        if self.hasFocus():
            painter.setPen(palette.link().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        elif self.underMouse():
            painter.setPen(quiet)
            painter.drawLine(SAMPLE + GAP, self.height() - 2, SAMPLE + GAP + self._name, self.height() - 2)


class CurveLegend(QWidget):
    """The entries, beside one another and, where there is no room, below. `changed`: other curves are to be shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, LegendEntry] = {}

    @property
    def shown(self) -> list[int]:
        """Which curves are to be shown."""
        return [key for key, entry in self._entries.items() if entry.isChecked()]

    def entry(self, key: int) -> LegendEntry:
        """Return one of the entries."""
        return self._entries[key]

    def set_entries(self, entries: Mapping[int, Entry]) -> None:
        """Offer other curves; one that was there before is shown or not as it was."""
        if {key: shown.entry for key, shown in self._entries.items()} == entries:
            return
        before = {key: entry.isChecked() for key, entry in self._entries.items()}
        for old in self._entries.values():
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._entries = {}
        for key, entry in entries.items():
            made = LegendEntry(entry)
            made.setChecked(before.get(key, entry.shown))
            made.setParent(self)
            made.toggled.connect(self._on_toggled)
            made.show()
            self._entries[key] = made
        self._place()

    def show_values(self, values: Mapping[int, str]) -> None:
        """Show the values of the curves."""
        grown = [self._entries[key].show_value(value) for key, value in values.items() if key in self._entries]
        if any(grown):
            self._place()

    def text(self) -> str:
        """Return what is to be read."""
        return "  ".join(f"{self._entries[key].entry.name} {self._entries[key].value}" for key in self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        x, y, height = 0, 0, 0
        for entry in self._entries.values():
            width, height = entry.sizeHint().toTuple()
            if x and x + width > self.width():
                x, y = 0, y + height
            entry.setGeometry(x, y, width, height)
            x += width + BETWEEN
        self.setFixedHeight(y + height)

    def _on_toggled(self) -> None:
        self._place()
        self.changed.emit()
