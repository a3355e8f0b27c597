"""How far a job is, and a button to cancel it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui.jobs import Job
from gui.theme import styled

CALM_MILLISECONDS = 300  # a job that is done sooner needs no bar
FINENESS = 1000


class JobBar(QWidget):
    """Shows the job it follows; where there is none, it keeps its place, so that nothing moves.

    `ended` says that there is none any more.
    """

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.title = styled(QLabel(), "quiet")
        self.bar = QProgressBar()
        self.bar.setRange(0, FINENESS)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.cancel.clicked.connect(self._on_cancel)
        self.hide()

    @property
    def job(self) -> Job | None:
        """The job that is under way, or None."""
        return self._job

    def follow(self, job: Job, title: str) -> None:
        """Show how far `job` is, until it ends, and start it; one that is under way is cancelled."""
        self.stop()
        self._job = job
        self.title.setText(title)
        self.bar.setAccessibleName(title)
        self.bar.setValue(0)
        self.cancel.setAccessibleName(self.tr("Cancel: {job}").format(job=title))
        job.setParent(self)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_end)
        self._wait.start(CALM_MILLISECONDS)
        job.start()

    def stop(self) -> bool:
        """Cancel the job that is under way; return whether there was one."""
        job = self._job
        if job is not None:
            job.cancel()
        return job is not None

    def _on_cancel(self) -> None:
        self.stop()

    def _on_progress(self) -> None:
        if self._job is not None:
            self.bar.setValue(round(FINENESS * self._job.done / max(1, self._job.total)))

    def _on_end(self) -> None:
        self._job = None
        self._wait.stop()
        self.hide()
        self.ended.emit()
