"""Long work in slices, in the one thread: between two of them the window answers."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE_SECONDS = 0.012
PAUSE_MILLISECONDS = 2


class Job(QObject):
    """Goes through `steps` until they end, fail, or are cancelled. Each step yields how much of `total` is done.

    `progressed` is emitted after each slice, `ended` at last, with whether all was done. An error in a step ends the
    job and goes where all errors go.
    """

    progressed = Signal()
    ended = Signal(bool)

    def __init__(self, steps: Iterator[int], total: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.done, self.total = 0, total
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.run_slice)

    @property
    def running(self) -> bool:
        """Whether there is more to do, and it will be done."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, as soon as the window has nothing else to do."""
        self._timer.start()

    def cancel(self) -> None:
        """Leave the rest undone."""
        if self.running:
            self._end(complete=False)

    def run_slice(self) -> None:
        """Do steps for some milliseconds, one at least."""
        end = perf_counter() + SLICE_SECONDS
        try:
            complete = self._run_until(end)
        except BaseException:
            self._end(complete=False)
            raise
        self.progressed.emit()
        if complete and self.running:  # who was told of the progress may have cancelled it
            self._end(complete=True)

    def _run_until(self, end: float) -> bool:
        """Do steps until it is `end`; return whether none are left."""
        for done in self._steps:
            self.done = done
            if perf_counter() >= end:
                return False
        return True

    def _end(self, *, complete: bool) -> None:
        self._timer.stop()
        self.ended.emit(complete)
        self.deleteLater()
