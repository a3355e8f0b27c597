"""The gradient check: it answers whether backpropagation computes the slope that the loss really has."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.experiment import Experiment, ParameterIndex
from core.losses import REDUCTIONS
from core.operations import units
from core.questions.gradient_check import STEP, CheckedParameter, Comparison, GradientCheck, Objective, own_objective
from core.regularizers import NoRegularization
from core.text import RefusalError
from gui.csv_text import csv_text
from gui.jobs import Job
from gui.session import Change, Place, Session
from gui.text import core_text, count_text, phrase_text, refusal_text, round_text
from gui.theme import Appearance, styled
from gui.widgets.drop_down import DropDown
from gui.widgets.gradient_table import GradientTable
from gui.widgets.job_bar import JobBar
from gui.widgets.panel import Panel, column
from gui.widgets.wrapping_row import WrappingRow, titled

STEPS = (1e-1, 1e-2, 1e-3, 1e-4, STEP, 1e-8, 1e-10, 1e-12)


class GradientCheckPanel(Panel):
    """Compares the gradient by each parameter with what a small step of it does to the loss."""

    cares_for = Change.EXPERIMENT | Change.POSITION
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self._check: GradientCheck | None = None
        self._checked_at: tuple[Experiment, int, int] | None = None
        self._refusal = ""
        self.step = DropDown(self.tr("Step of the difference"), {})
        self.objective = DropDown(self.tr("Loss that is compared with"), {})
        self.again = QPushButton(self.tr("Check"))
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.verdict, self.remark = QLabel(), styled(QLabel(), "quiet")
        for label in (self.verdict, self.remark):
            label.setWordWrap(True)
        self.table = GradientTable(self.tr("Gradients by parameter, the worst first"))
        self.bar = JobBar()
        for step in STEPS:
            best = self.tr("{step} (best)") if step == STEP else "{step}"
            self.step.addItem(best.format(step=round_text(float(f"{step:.1g}"))), step)
        self.step.setCurrentIndex(STEPS.index(STEP))
        controls = QWidget()
        WrappingRow(
            controls, titled(self.tr("step"), self.step), titled(self.tr("against"), self.objective), self.again
        )
        column(self, controls, self.verdict, self.remark, self.table, self.bar).setStretch(3, 1)
        self.again.clicked.connect(self.ask)
        self.step.activated.connect(self.ask)
        self.objective.activated.connect(self.ask)
        self.table.selected.connect(self._on_selected)
        self.table.hovered.connect(self._on_hovered)

    def ask(self) -> None:
        """Check the gradients at the parameters of now."""
        self.bar.stop()
        trainer, experiment = self.session.trainer, self.session.experiment
        self._offer_objectives(experiment)
        self._check, self._refusal, self._checked_at = None, "", (experiment, trainer.batch, trainer.cursor)
        objective = self.objective.currentData()
        try:
            comparison = Comparison(experiment, trainer.plan.parameters, objective, self.step.currentData())
        except RefusalError as refusal:
            self._refusal = refusal_text(refusal)
        else:
            self.bar.follow(Job(self._steps(comparison), comparison.total), self.tr("Checking the gradients"))
        self._show()

    def refresh(self, change: Change) -> None:
        """Say where what is shown is no longer that of now; a check of another experiment is given up."""
        if change & Change.EXPERIMENT and self.session.experiment is not self._asked_of:
            self._offer_objectives(self.session.experiment)
            stopped, self._check, self._checked_at = self.bar.stop(), None, None
            self._refusal = self.tr("The experiment was changed, so the check was stopped.") if stopped else ""
        if change & Change.EXPERIMENT:
            self._show()
        else:
            self._show_sentences()

    def numbers(self) -> str | None:
        """Return what the table shows."""
        if self._check is None:
            return None
        rows = [(one.name, one.analytic, one.numeric, one.relative_error) for one in self._check.worst_first]
        return csv_text(("parameter", "analytic", "numeric", "relative_error"), rows)

    @property
    def _asked_of(self) -> Experiment | None:
        return self._checked_at[0] if self._checked_at else None

    def _offer_objectives(self, experiment: Experiment) -> None:
        """Offer the loss that is made small, the same with another reduction, and with the penalty there is."""
        own, chosen = own_objective(experiment), self.objective.currentIndex()
        offered: list[tuple[str, Objective]] = [(self.tr("the loss made small"), own)]
        for name, reduction in REDUCTIONS.items():
            if name != own.reduction:
                offered.append((core_text(reduction.title), Objective(own.loss, name)))
        if not isinstance(experiment.training.regularization, NoRegularization):
            offered.append((self.tr("loss + penalty"), own_objective(experiment, penalized=True)))
        if [self.objective.itemData(index) for index in range(self.objective.count())] != [one for _, one in offered]:
            self.objective.clear()
            for text, objective in offered:
                self.objective.addItem(text, objective)
            self.objective.setCurrentIndex(max(0, chosen) if chosen < len(offered) else 0)

    def _steps(self, comparison: Comparison) -> Iterator[int]:
        yield from comparison.steps()
        try:
            self._check = comparison.result()
        except RefusalError as refusal:
            self._refusal = refusal_text(refusal)
        self._show()

    def _show(self) -> None:
        worst_first = self._check.worst_first if self._check else ()
        self.table.show_parameters(worst_first, self.appearance.theme)
        self.table.setVisible(bool(worst_first))
        self._show_sentences()

    def _show_sentences(self) -> None:
        self.verdict.setText(self._verdict())
        remark = self._check.remark if self._check else None
        self.remark.setText(phrase_text(remark) if remark else "")
        self.remark.setVisible(remark is not None)

    def _verdict(self) -> str:
        if self._check is None:
            intro = self.tr(
                "Is the gradient right? Move each parameter a little to both sides, see how the loss changes, and "
                "compare that with what backpropagation computes."
            )
            return self._refusal or intro
        trainer = self.session.trainer
        sentence = phrase_text(self._check.verdict)
        if self._checked_at == (self.session.experiment, trainer.batch, trainer.cursor):
            return f"<b>{sentence}</b>"
        note = self.tr("{sentence} That was in batch {batch}; the run has moved since.")
        batch = self._checked_at[1] + 1 if self._checked_at else 0
        return note.format(sentence=sentence, batch=count_text(batch))

    def _on_selected(self, chosen: Sequence[CheckedParameter]) -> None:
        self.session.mark([_place(checked.place) for checked in chosen])

    def _on_hovered(self, checked: CheckedParameter | None) -> None:
        self.session.point_at(_place(checked.place) if checked else {})


def _place(index: ParameterIndex) -> Place:
    """Return the edge of a weight, or the unit of a bias."""
    place = {units(index.layer): index.unit}
    return place if index.before is None else {units(index.layer - 1): index.before, **place}
