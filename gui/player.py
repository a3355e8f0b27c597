"""Running: as many epochs as fit between two pictures."""

from math import inf

from PySide6.QtCore import QObject, QTimer

from gui.session import Session

SLICE_SECONDS = 0.012  # of training between two redraws; the rest of a frame is for drawing and for the learner
PAUSE_MILLISECONDS = 2


class Player(QObject):
    """Runs the session until it is paused, reaches its goal, or diverges, or the learner goes elsewhere by hand."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._goal = inf
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._run_slice)
        session.moved_by_hand.connect(self.pause)

    @property
    def running(self) -> bool:
        """Whether training goes on by itself."""
        return self._session.running

    def start(self, goal: float = inf) -> None:
        """Run, up to `goal` complete epochs where one is given."""
        self._goal = goal
        if not self.running:
            self._timer.start()
            self._session.set_running(True)

    def toggle(self) -> None:
        """Run, or pause."""
        if self.running:
            self.pause()
        else:
            self.start()

    def pause(self) -> None:
        """Stop after the epoch that is done last."""
        if self.running:
            self._timer.stop()
            self._session.set_running(False)

    def _run_slice(self) -> None:
        if not self._session.run_for(SLICE_SECONDS, self._goal):
            self.pause()
