"""Values that come faster than they can be followed: only the newest counts."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer

FRAME_MILLISECONDS = 16
PAUSE_MILLISECONDS = 120
SLOW_SECONDS = 0.1


class Coalescer(QObject):
    """Calls `act` with the newest value it was given, at most once a frame.

    Where the call before was slow, it waits until for a moment no other value has come, so that what is dragged stays
    under the hand. `clock` gives the time in seconds.
    """

    def __init__(
        self, act: Callable[[Any], object], parent: QObject, clock: Callable[[], float] = perf_counter
    ) -> None:
        super().__init__(parent)
        self._act, self._clock = act, clock
        self._wanted: list[Any] = []
        self._slow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.finish)

    @property
    def waits(self) -> bool:
        """Whether a value is still to be followed."""
        return bool(self._wanted)

    def want(self, value: Any) -> None:
        """Follow a value soon, unless another one comes."""
        if self._slow:
            self._timer.start(PAUSE_MILLISECONDS)
        elif not self._wanted:
            self._timer.start(FRAME_MILLISECONDS)
        self._wanted = [value]

    def finish(self) -> None:
        """Follow the newest value now, if there is one."""
        self._timer.stop()
        if self._wanted:
            start, value = self._clock(), self._wanted.pop()
            self._act(value)
            self._slow = self._clock() - start > SLOW_SECONDS
