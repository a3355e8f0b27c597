"""Running: as many epochs as fit between two pictures."""

from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from gui.session import Session

FRAME_SECONDS = 0.033  # from one picture to the next
SHORTEST_SLICE = 0.008  # of training in a frame, however long the drawing takes
CALMING = 0.1  # how much of the newest frame goes into what drawing is thought to take


class Player(QObject):
    """Runs the session until it is paused, reaches its goal, or diverges, or the learner goes elsewhere by hand.

    Training gets the time that drawing, and what the learner does, leave of a frame.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._goal = inf
        self._drawing = 0.0  # seconds of a frame that are not for training, as far as is known
        self.speed = 0.0  # epochs a second, of the last frames
        self._began: float | None = None
        self._slice, self._epoch = FRAME_SECONDS, 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
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
            self._began, self.speed = None, 0.0
            self._session.set_running(False)

    def _run_slice(self) -> None:
        now = perf_counter()
        if self._began is not None:
            self._learn_from_frame(now - self._began)
        self._began, self._epoch = now, self._session.trainer.epoch
        self._slice = max(SHORTEST_SLICE, FRAME_SECONDS - self._drawing)
        if not self._session.run_for(self._slice, self._goal):
            self.pause()

    def _learn_from_frame(self, seconds: float) -> None:
        """Learn from the last frame how fast it goes and how long drawing takes."""
        speed = (self._session.trainer.epoch - self._epoch) / seconds
        self.speed += (speed - self.speed) * (CALMING if self.speed else 1)
        self._drawing += (seconds - self._slice - self._drawing) * CALMING
