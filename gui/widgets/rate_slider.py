"""A slider for a learning rate."""

from math import log10

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSlider

STEPS = (1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8)  # of a decade, evenly by the logarithm (ISO 3, rounded)
LEAST, MOST = -4, 1  # powers of ten


class RateSlider(QSlider):
    """Goes from 0.0001 to 10 by the logarithm, in round numbers.

    `moved` carries the rate, and a key that is the same as long as the learner does not let go.
    """

    moved = Signal(float, object)

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a move by mouse, Space still runs
        self.setRange(LEAST * len(STEPS), MOST * len(STEPS))
        self.setPageStep(len(STEPS))
        self._stroke = object()
        self.sliderPressed.connect(self._begin_stroke)
        self.valueChanged.connect(self._on_value)

    def show_rate(self, rate: float) -> None:
        """Show a rate, as near as there is a step."""
        self.blockSignals(True)
        self.setValue(round(min(max(len(STEPS) * log10(rate), self.minimum()), self.maximum())))
        self.blockSignals(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take what is done by the keys from here on as one move."""
        super().focusInEvent(event)
        self._begin_stroke()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around it: a turn in passing must not change the experiment."""
        event.ignore()

    def _begin_stroke(self) -> None:
        self._stroke = object()

    def _on_value(self, value: int) -> None:
        power, step = divmod(value, len(STEPS))
        self.moved.emit(float(f"{STEPS[step]}e{power}"), self._stroke)
