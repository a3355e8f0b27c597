"""Sliders that no turn of the wheel in passing moves."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSlider


class CalmSlider(QSlider):
    """Leaves the wheel to what is around it."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a move by mouse, Space still runs

    def show_position(self, position: int) -> None:
        """Stand somewhere, without calling it a move."""
        with QSignalBlocker(self):
            self.setValue(position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let a turn in passing change nothing."""
        event.ignore()


class StrokeSlider(CalmSlider):
    """`moved` carries what it stands for, and a key that is the same as long as the learner does not let go."""

    moved = Signal(float, object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._stroke = object()
        self.sliderPressed.connect(self._begin_stroke)
        self.valueChanged.connect(self._on_value)

    def number_at(self, position: int) -> float:
        """Return what a position stands for."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take what is done by the keys from here on as one move."""
        super().focusInEvent(event)
        self._begin_stroke()

    def _begin_stroke(self) -> None:
        self._stroke = object()

    def _on_value(self, position: int) -> None:
        self.moved.emit(self.number_at(position), self._stroke)
