"""A slider over the epochs of a run, with a mark wherever something was changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

MOST_VALUES = 2**31 - 1  # a slider counts in 32 bits; a longer run is gone through in larger steps
GROOVE, HANDLE, MARK = 4.0, 6.5, 6.0
REACH = 4  # pixels around a mark in which its tooltip is shown
PAGES = 20
SIZE = QSize(200, 20)
OWN_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
PREVIOUS, NEXT = QKeySequence("Ctrl+Left"), QKeySequence("Ctrl+Right")


@dataclass(frozen=True)
class Mark:
    """An epoch from which on something is otherwise, and what."""

    epoch: int
    sentence: str


class EpochSlider(QAbstractSlider):
    """`sought` carries the epoch that the learner goes to, by mouse or by key; `released` says that a drag is over.

    It has the arrow keys only while it has the keyboard, which it gets by Tab alone; with Ctrl they go from mark to
    mark.
    """

    sought = Signal(object)
    released = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.marks: tuple[Mark, ...] = ()
        self._last, self._unit = 0, 1
        self.valueChanged.connect(self._on_value)

    @property
    def epoch(self) -> int:
        """The epoch it stands at."""
        return min(self.value() * self._unit, self._last)

    def show_run(self, epoch: int, last: int) -> None:
        """Stand at an epoch of a run with so many; what is being dragged is left where it is."""
        with QSignalBlocker(self):
            self._last, self._unit = last, 1 + last // MOST_VALUES
            self.setRange(0, -(-last // self._unit))
            self.setPageStep(max(1, self.maximum() // PAGES))
            if not self.isSliderDown():
                self.setValue(-(-epoch // self._unit))
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark epochs."""
        self.marks = tuple(marks)
        self.update()

    def place_of(self, epoch: int) -> float:
        """Return the place of an epoch."""
        return HANDLE + epoch / max(1, self._last) * (self.width() - 2 * HANDLE)

    def sizeHint(self) -> QSize:
        """Return a size in which it can be dragged."""
        return SIZE

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are used here from the window, and say what a mark stands for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent):
            near = [mark for mark in self.marks if abs(self.place_of(mark.epoch) - event.pos().x()) <= REACH]
            QToolTip.showText(event.globalPos(), "\n".join(mark.sentence for mark in near), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, or on and back."""
        pressed = QKeySequence(event.keyCombination())
        if pressed == PREVIOUS:
            self._seek(max((mark.epoch for mark in self.marks if mark.epoch < self.epoch), default=0))
        elif pressed == NEXT:
            self._seek(min((mark.epoch for mark in self.marks if mark.epoch > self.epoch), default=self._last))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the handle along."""
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the handle go."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self.released.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove, what of it is behind the handle, the marks and the handle."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here, end = self.height() / 2, self.place_of(self.epoch), self.width() - HANDLE
        painter.setPen(Qt.PenStyle.NoPen)
        for start, stop, role in (
            (HANDLE, end, QPalette.ColorRole.Mid),
            (HANDLE, here, QPalette.ColorRole.Highlight),
        ):
            painter.setBrush(palette.color(role))
            groove = QRectF(start, middle - GROOVE / 2, stop - start, GROOVE)
            painter.drawRoundedRect(groove, GROOVE / 2, GROOVE / 2)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1.5))
        for mark in self.marks:
            x = self.place_of(mark.epoch)
            painter.drawLine(QPointF(x, middle - MARK), QPointF(x, middle + MARK))
        has_keys = self.hasFocus()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Link if has_keys else QPalette.ColorRole.Highlight), 2.0))
        painter.setBrush(palette.color(QPalette.ColorRole.Link if has_keys else QPalette.ColorRole.Base))
        painter.drawEllipse(QPointF(here, middle), HANDLE - 1.5, HANDLE - 1.5)

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - HANDLE) / max(1.0, self.width() - 2 * HANDLE)
        self._seek(round(min(max(share, 0.0), 1.0) * self._last))

    def _seek(self, epoch: int) -> None:
        self.setValue(-(-epoch // self._unit))

    def _on_value(self) -> None:
        self.update()
        self.sought.emit(self.epoch)


def _is_own(event: QKeyEvent) -> bool:
    plain = event.key() in OWN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain or QKeySequence(event.keyCombination()) in (PREVIOUS, NEXT)
