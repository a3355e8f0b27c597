"""The outputs: what the network answers to each sample, how far off it is, and which classes it takes for which."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.classes import Classes, Numbers, classes_of
from core.evaluation import Evaluation
from core.kernels import Array
from core.numerals import format_number
from core.operations import SAMPLES
from core.questions.confusion import confusion, error_sizes
from gui.csv_text import csv_text
from gui.names import class_names
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, styled
from gui.widgets.choice import Choice
from gui.widgets.confusion_table import ConfusionModel, ConfusionTable
from gui.widgets.outputs_model import Answers, OutputsModel
from gui.widgets.panel import Panel, column
from gui.widgets.sample_table import SampleTable

TRAINING, TEST = range(2)
IN_ORDER, BY_ERROR = range(2)
NARROWEST = 220
LARGEST_NAMED = 3


class OutputsPanel(Panel):
    """A table of samples, in their order or the largest error first, above a summary and the confusion matrix."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE | Change.POINTED
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.set = Choice(self.tr("Samples"), [self.tr("training"), self.tr("test")])
        self.order = Choice(self.tr("Order"), [self.tr("in order"), self.tr("by error")])
        self.model = OutputsModel(appearance, self)
        self.table = SampleTable(self.tr("Outputs"), self.model)
        self.summary = styled(QLabel(), "quiet")
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts = ConfusionModel(appearance)
        self.confusion = ConfusionTable(self.tr("Confusion matrix"), self.counts)
        self.setMinimumWidth(NARROWEST)
        column(self, self._head(), self.table, self.summary, self.confusion).setStretch(1, 1)
        self._evaluations: list[Evaluation] = []
        self._classes: Classes | None = None
        for choice in (self.set, self.order):
            choice.chosen.connect(self._show)
        self.table.row_chosen.connect(self._on_row)
        self.table.row_pointed.connect(self._on_pointed)

    def refresh(self, change: Change) -> None:
        """Show what the network answers now."""
        if change & Change.EXPERIMENT:
            experiment = self.session.experiment
            self._evaluations = [Evaluation(experiment), Evaluation(experiment, test=True)]
            self._classes = classes_of(experiment.data)
            has_tests = len(self._evaluations[TEST].targets) > 0
            self.set.setVisible(has_tests)
            if not has_tests:
                self.set.show_index(TRAINING)
        if change & (Change.EXPERIMENT | Change.POSITION):
            self._show()
        elif change & Change.SAMPLE:
            self._show_selected()
            self.table.scrollTo(self.table.currentIndex())
        if change & Change.POINTED:
            self._light()

    def picture(self) -> QWidget:
        """Return the table with what is below it."""
        return self

    def numbers(self) -> str:
        """Return the table, a line for each sample in the order that is shown."""
        model = self.model
        header = [self.tr("sample"), *model.headers()[: model.number_columns]]
        rows = ([sample + 1, *model.values(sample)] for sample in model.answers.order.tolist())
        return csv_text(header, rows)

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.order)
        layout.addStretch(1)
        layout.addWidget(self.set)
        return head

    def _show(self) -> None:
        evaluation = self._evaluations[self.set.index]
        outputs, targets = evaluation.outputs(self.session.trainer.plan.parameters), evaluation.targets
        sizes = error_sizes(outputs, targets)
        wrong = None
        if self._classes is not None:
            wanted, answered = self._classes.of_targets(targets), self._classes.of_outputs(outputs)
            wrong = wanted != answered
            counted = confusion(wanted, answered, len(self._classes.values))
            self.counts.show_counts(counted.counts, class_names(self.session.experiment.data))
            self._say_accuracy(counted.right, counted.samples)
        else:
            self._say_errors(sizes)
        self.confusion.setVisible(self._classes is not None)
        self.model.show_answers(Answers(targets, outputs, _errors(outputs, targets), wrong, self._ordered(sizes)))
        self._show_selected()

    def _ordered(self, sizes: Array) -> Numbers:
        if self.order.index == IN_ORDER:
            return np.arange(len(sizes))
        return _largest_first(sizes)

    def _show_selected(self) -> None:
        is_training = self.set.index == TRAINING
        self.table.show_row(self.model.row_of(self.session.sample) if is_training else None)

    def _light(self) -> None:
        row = self.session.pointed.get(SAMPLES)
        is_shown = row is not None and self.set.index == TRAINING
        self.model.light(self.session.sample_in(row) if row is not None and is_shown else None)

    def _say_accuracy(self, right: int, samples: int) -> None:
        share = format_number(100 * right / samples)
        self.summary.setText(
            self.tr("{right} of {count} right: {percent} %").format(
                right=count_text(right), count=count_text(samples), percent=share
            )
        )

    def _say_errors(self, sizes: Array) -> None:
        template = self.tr("{error} (sample {sample})")
        largest = [
            template.format(error=format_number(float(sizes[at])), sample=count_text(at + 1))
            for at in _largest_first(sizes)[:LARGEST_NAMED].tolist()
        ]
        self.summary.setText(
            self.tr("Mean error {mean}; largest: {largest}").format(
                mean=format_number(float(sizes.mean())), largest=", ".join(largest)
            )
        )

    def _on_row(self, row: int) -> None:
        if self.set.index == TRAINING:
            self.session.select_sample(self.model.sample_in(row))

    def _on_pointed(self, row: int | None) -> None:
        in_batch = None
        if row is not None and self.set.index == TRAINING:
            in_batch = self.session.row_of(self.model.sample_in(row))
        self.session.point_at({} if in_batch is None else {SAMPLES: in_batch})


def _errors(outputs: Array, targets: Array) -> Array:
    """Return output − target or, of several outputs, the length of that."""
    if targets.shape[1] > 1:
        return error_sizes(outputs, targets)
    with np.errstate(all="ignore"):
        errors: Array = (outputs - targets)[:, 0]
    return errors


def _largest_first(sizes: Array) -> Numbers:
    """Return the samples in the order of their errors; what is no number is the largest error of all."""
    return np.argsort(-np.nan_to_num(sizes, nan=np.inf, posinf=np.inf), kind="stable")
