"""The seed sweep: it answers how often a network learns."""

from collections.abc import Callable, Iterator
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.experiment import EPOCHS, Experiment
from core.numerals import format_exactly, format_number, parse_whole_number
from core.settings import Range
from core.text import translatable
from gui.csv_text import csv_text
from gui.jobs import Job
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, number_font, scaled, styled
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.job_bar import JobBar
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.panel import Panel, column
from gui.widgets.sweep_map import SweepMap
from gui.widgets.wrapping_row import WrappingRow, titled

if TYPE_CHECKING:  # sweeps are imported when the first one begins, so that the window opens soon
    from core.sweeps import Run, StepwiseSweep

USUAL_SEEDS, USUAL_EPOCHS = 400, 10_000
SEEDS = Range(least=1, most=10_000, whole=True)
FIELD_WIDTH = 78


class SeedSweepPanel(Panel):
    """Trains the experiment from many seeds, and shows what became of each run."""

    cares_for = Change.EXPERIMENT | Change.HISTORY
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self._seeds, self._typed_epochs = USUAL_SEEDS, 0
        self._epochs, self._count = 0, 0
        self._base: Experiment | None = None
        self._sorted: list[Run] = []
        self._stopped = False
        self._limit = 0.0
        self.notice = Notice(self)
        self.seeds = self._field(self.tr("Seeds"), self._set_seeds)
        self.epochs = self._field(self.tr("Epochs"), self._set_epochs)
        self.start = QPushButton(self.tr("Start"))
        self.start.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.headline, self.reading = QLabel(), styled(ElidedLabel(), "quiet")
        self.headline.setWordWrap(True)
        self.reading.setFont(number_font(11))
        self.map = SweepMap(self.tr("Runs by their error"))
        self.bar = JobBar()
        self.results = styled(QWidget(), "panel")
        column(self.results, self.headline, self.map, self.reading).setContentsMargins(0, 0, 0, 0)
        controls = QWidget()
        WrappingRow(controls, titled(self.tr("seeds"), self.seeds), titled(self.tr("epochs"), self.epochs), self.start)
        column(self, controls, self.results, self.bar).setStretch(1, 1)
        self.start.clicked.connect(self.ask)
        self.map.pointed.connect(self._show_reading)
        self.map.chosen.connect(self._on_chosen)
        self.bar.ended.connect(self._show)

    @property
    def epochs_wanted(self) -> int:
        """How long to train: as was typed, or else as long as the run that is recorded."""
        return self._typed_epochs or self.session.last_epoch or USUAL_EPOCHS

    def ask(self) -> None:
        """Train from each of the seeds."""
        from core.sweeps import CONVERGED_BELOW, StepwiseSweep

        self._limit = CONVERGED_BELOW
        self.bar.stop()
        self._base, self._epochs, self._count = self._own(), self.epochs_wanted, self._seeds
        sweep = StepwiseSweep(self._base, range(self._count), self._epochs)
        self._sorted, self._stopped = [], False
        title = self.tr("Training from {count} seeds").format(count=count_text(self._count))
        self.bar.follow(Job(self._steps(sweep), sweep.total), title)
        self._show()

    def refresh(self, change: Change) -> None:
        """Show whether the results are still those of the experiment; a sweep of another one is of no use."""
        if change & Change.EXPERIMENT and not self._fits() and self.bar.stop():
            self._stopped = True
        self.seeds.show_text(str(self._seeds))
        self.epochs.show_text(str(self.epochs_wanted))
        if change & Change.EXPERIMENT:
            self._show()

    def picture(self) -> QWidget:
        """Return the map with its headline."""
        return self.results

    def numbers(self) -> str | None:
        """Return seed, error and loss of each run, best first."""
        if not self._sorted:
            return None
        rows = [(run.seed, run.mean_squared_error, run.loss) for run in self._sorted]
        return csv_text(("seed", "mean_squared_error", "loss"), rows)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the map."""
        return [
            (self.tr("Go to another run"), "← → ↑ ↓"),
            (self.tr("Begin from the seed of the run"), "Enter"),
        ]

    def _field(self, name: str, commit: Callable[[float], None]) -> NumberField:
        field = NumberField(name, parse_whole_number, commit, self.notice)
        field.setFixedWidth(scaled(FIELD_WIDTH))
        return field

    def _set_seeds(self, count: float) -> None:
        SEEDS.require(translatable("core", "number of seeds"), count, "")
        self._seeds = int(count)
        self.seeds.show_text(str(self._seeds))

    def _set_epochs(self, count: float) -> None:
        EPOCHS.require(translatable("core", "number of epochs"), count, "")
        self._typed_epochs = int(count)
        self.epochs.show_text(str(self._typed_epochs))

    def _own(self) -> Experiment:
        """Return the experiment but for its seed, which does not matter here."""
        return self.session.experiment.with_seed(0)

    def _fits(self) -> bool:
        return self._base is not None and self._own() == self._base

    def _steps(self, sweep: "StepwiseSweep") -> Iterator[int]:
        """Go through a sweep; show what is finished whenever there is more of it."""
        for done in sweep.steps():
            if len(sweep.runs) > len(self._sorted):
                self._sorted = sorted(sweep.runs, key=_error)
                self._show()
            yield done

    def _show(self) -> None:
        errors = [_error(run) for run in self._sorted]
        self.map.show_errors(errors, self._count, self._limit, self.appearance.theme)
        self.map.setVisible(self._base is not None)
        self.map.setEnabled(self._fits())
        self.headline.setText(self._headline())
        self.map.setAccessibleDescription(self.headline.text())
        self._show_reading(self.map.cell)

    def _headline(self) -> str:
        if self._base is None:
            return self.tr(
                "How often does this learn? Train it from many seeds, and see how good each run becomes. The run that "
                "is shown stays as it is."
            )
        if not self._fits():
            if self._stopped:
                return self.tr("The experiment was changed, so the sweep was stopped. Start again, or undo the edit.")
            return self.tr("These runs are those of other settings. Start again, or undo the edit.")
        done = len(self._sorted)
        converged = sum(run.converged(self._limit) for run in self._sorted)
        texts = {name: count_text(count) for name, count in (("converged", converged), ("done", done))}
        if done == self._count:
            sentence = self.tr(
                "<b>{converged} of {done} learn</b>: after {epochs} epochs, their mean squared error is below {limit}."
            )
        elif self.bar.job is not None:
            sentence = self.tr("<b>{converged} of {done} learn</b> so far, {left} are still to come.")
        else:
            sentence = self.tr("<b>{converged} of {done} learn</b>; the other {left} were not trained.")
        limit, left = format_exactly(self._limit), count_text(self._count - done)
        return sentence.format(**texts, epochs=count_text(self._epochs), limit=limit, left=left)

    def _show_reading(self, cell: int | None) -> None:
        """Write the numbers of the run that is pointed at."""
        if cell is None:
            hint = self.tr("Click a run to begin from its seed.")
            self.reading.show_text(hint if self._sorted and self._fits() else "")
            return
        run = self._sorted[cell]
        if run.mean_squared_error is None or run.loss is None:
            self.reading.show_text(self.tr("seed {seed}: diverged").format(seed=run.seed))
            return
        sentence = self.tr("seed {seed}: mean squared error {error}, loss {loss}")
        error, loss = format_number(run.mean_squared_error), format_number(run.loss)
        self.reading.show_text(sentence.format(seed=run.seed, error=error, loss=loss))

    def _on_chosen(self, cell: int) -> None:
        seed = self._sorted[cell].seed
        name = self.tr("Begin from seed {seed}").format(seed=seed)
        self.session.edit(self.session.experiment.with_seed(seed), name)


def _error(run: "Run") -> float:
    """Return the error of a run, by which it is sorted; a run that has diverged is the worst."""
    return inf if run.mean_squared_error is None else run.mean_squared_error
