"""The training panel: what is made small, how fast, and from which start."""

import secrets

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from core.experiment import MAX_SEED
from core.losses import LOSSES, REDUCTIONS
from core.numerals import format_exactly, parse_number, parse_whole_number
from gui.session import Change, Session
from gui.theme import Appearance
from gui.widgets.drop_down import DropDown
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.panel import Panel, column


class TrainingPanel(Panel):
    """Loss, reduction, learning rate and seed."""

    cares_for = Change.EXPERIMENT

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self.loss = DropDown(self.tr("Loss"), {name: loss.title for name, loss in LOSSES.items()})
        self.reduction = DropDown(self.tr("Over samples"), {name: rule.title for name, rule in REDUCTIONS.items()})
        self.learning_rate = NumberField(self.tr("Learning rate"), parse_number, self._set_learning_rate, self.notice)
        self.seed = NumberField(self.tr("Seed"), parse_whole_number, self._set_seed, self.notice)
        self.new_seed = IconButton("new-seed", self.tr("New seed: start from other weights"))
        self._lay_out()
        self.loss.activated.connect(self._on_loss)
        self.reduction.activated.connect(self._on_reduction)
        self.new_seed.clicked.connect(self._on_new_seed)

    def refresh(self, _change: Change) -> None:
        """Show the settings."""
        experiment = self.session.experiment
        self.loss.show_name(experiment.training.loss)
        self.reduction.show_name(experiment.training.reduction)
        self.learning_rate.show_text(format_exactly(experiment.training.learning_rate))
        self.seed.show_text(str(experiment.initial.seed))

    def _lay_out(self) -> None:
        seed = QWidget()
        beside = QHBoxLayout(seed)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.seed, 1)
        beside.addWidget(self.new_seed)
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Loss"), self.loss)
        form.addRow(self.tr("Over samples"), self.reduction)
        form.addRow(self.tr("Learning rate η"), self.learning_rate)
        form.addRow(self.tr("Seed"), seed)
        column(self, fields).addStretch(1)

    def _set_learning_rate(self, rate: float) -> None:
        self.session.set_learning_rate(rate)

    def _set_seed(self, seed: float) -> None:
        self.session.edit(self.session.experiment.with_seed(int(seed)))

    def _on_loss(self) -> None:
        self.notice.attempt(lambda: self.session.set_training(loss=self.loss.currentData()), self.loss)
        self.loss.show_name(self.session.experiment.training.loss)

    def _on_reduction(self) -> None:
        self.session.set_training(reduction=self.reduction.currentData())

    def _on_new_seed(self) -> None:
        self._set_seed(secrets.randbelow(min(MAX_SEED, 9999) + 1))
