"""What keeps the run from learning, asked for calmly while it goes on, and shown in the diagram."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from core.operations import SAMPLES, units
from core.questions.diagnosis import Finding, diagnose
from gui.session import Place, Session

SOON_MILLISECONDS, CALM_MILLISECONDS = 150, 1000
SHARE = 20  # a diagnosis of a large network takes no more than this part of the time, one in SHARE


class Findings(QObject):
    """The findings of the moment that was asked about last, worst first. `changed` says that there are others."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.found: tuple[Finding, ...] = ()
        self._least = 0  # milliseconds to the next time
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)

    def ask_soon(self) -> None:
        """Ask when the learner rests for a moment; while training runs, once a second at the most."""
        if not self._timer.isActive():
            pause = CALM_MILLISECONDS if self._session.running else SOON_MILLISECONDS
            self._timer.start(max(pause, self._least))

    def ask(self) -> None:
        """Ask now."""
        trainer, start = self._session.trainer, perf_counter()
        history = None if self._session.looks_back else trainer.timeline.history
        found = diagnose(trainer.experiment, trainer.plan.parameters, history)
        self._least = round(1000 * SHARE * (perf_counter() - start))
        if found != self.found:
            self.found = found
            self.changed.emit()


def show_finding(session: Session, finding: Finding) -> None:
    """Mark what a finding is about in the diagram, and look at the first of its samples."""
    if finding.samples:
        session.select_sample(finding.samples[0])
    session.mark(places_of(session, finding))


def places_of(session: Session, finding: Finding) -> list[Place]:
    """Return the units of a finding, or all of its layer, and the rows of its samples in the batch that is shown."""
    whole_layer = range(session.experiment.sizes[finding.layer])
    chosen = finding.units or whole_layer
    rows = (session.row_of(sample) for sample in finding.samples)
    marked: list[Place] = [{units(finding.layer): unit} for unit in chosen]
    return marked + [{SAMPLES: row} for row in rows if row is not None]
