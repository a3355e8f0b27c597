"""The training panel: what is made small, how fast and by which rule, and from which start."""

import secrets
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from core.clipping import CLIPPINGS, Clipping, NoClipping
from core.experiment import MAX_SEED, Initial, Stop
from core.illustrations import illustrate
from core.losses import LOSSES, REDUCTIONS
from core.numerals import format_exactly, parse_number, parse_whole_number
from core.optimizer import Optimizer
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS, NoRegularization, Regularizer
from core.schedules import SCHEDULES, ConstantRate, Schedule
from core.settings import Choice
from gui.session import Change, Session
from gui.text import core_text
from gui.theme import Appearance, scaled
from gui.widgets.choice_form import ChoiceForm
from gui.widgets.drop_down import DropDown
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.optional_field import OptionalField
from gui.widgets.panel import Panel, column
from gui.widgets.rate_slider import RateSlider
from gui.widgets.section import Section
from gui.widgets.settings_form import SettingsForm
from gui.widgets.start_form import StartForm
from gui.widgets.stop_form import StopForm
from gui.widgets.vertical_scroll import VerticalScroll

FEW_DIGITS_WIDTH = 64
MOST_DRAWN_SEED = 9999
NO_RULES: list[type[Choice]] = [NoRegularization, NoClipping, ConstantRate]


class TrainingPanel(Panel):
    """Every setting of training: those used most stand first, those used rarely are folded away."""

    cares_for = Change.EXPERIMENT

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self._make_first()
        self._make_rules()
        self.stop = StopForm(self._set_stop, self.notice)
        self.start = StartForm(self._set_initial, self.notice)
        self.rules = Section(self.tr("Regularise, clip, schedule"), self.regularization, self.clipping, self.schedule)
        self.stopping = Section(self.tr("Stop by itself"), self.stop)
        self.starting = Section(self.tr("Initial weights"), self.start)
        self._lay_out()
        self._connect()

    def refresh(self, _change: Change) -> None:
        """Show the settings."""
        experiment = self.session.experiment
        training, initial = experiment.training, experiment.initial
        self.learning_rate.show_text(format_exactly(training.learning_rate))
        self.slider.show_rate(training.learning_rate)
        self.loss.show_name(training.loss)
        self.reduction.show_name(training.reduction)
        self.batch_size.show_number(training.batch_size)
        self.shuffle.setChecked(training.shuffle)
        self.seed.show_text(str(initial.seed))
        self.optimizer.show_choice(training.optimizer)
        self.regularization.show_choice(training.regularization)
        self.clipping.show_choice(training.clipping)
        self.schedule.show_choice(training.schedule)
        self.stop.show_stop(training.stop)
        self.start.show_initial(initial)
        self.rules.summarize(self._rules_in_use())
        self.stopping.summarize(self.stop.summary())
        self.starting.summarize(self.start.summary())

    def _make_first(self) -> None:
        notice = self.notice
        self.learning_rate = NumberField(self.tr("Learning rate"), parse_number, self._set_learning_rate, notice)
        self.learning_rate.setFixedWidth(scaled(FEW_DIGITS_WIDTH))
        self.slider = RateSlider(self.tr("Learning rate, by the logarithm"))
        self.optimizer = ChoiceForm[Optimizer](
            self.tr("Optimizer"), OPTIMIZERS, self._set_optimizer, notice, elsewhere=["learning_rate"]
        )
        self.loss = DropDown(
            self.tr("Loss"),
            {name: loss.title for name, loss in LOSSES.items()},
            lambda name: illustrate(LOSSES[name]),
        )
        self.reduction = DropDown(
            self.tr("Over samples"),
            {name: rule.title for name, rule in REDUCTIONS.items()},
            lambda name: illustrate(REDUCTIONS[name]),
        )
        self.batch_size = OptionalField(
            self.tr("Batch size"), self.tr("all"), parse_whole_number, self._set_batch_size, notice
        )
        self.shuffle = QCheckBox(self.tr("Shuffle"))
        self.shuffle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shuffle.setToolTip(self.tr("Deal the samples into batches anew in every epoch"))
        self.seed = NumberField(self.tr("Seed"), parse_whole_number, self._set_seed, notice)
        self.new_seed = IconButton("new-seed", self.tr("New seed: start from other weights"))

    def _make_rules(self) -> None:
        notice = self.notice
        self.regularization = ChoiceForm[Regularizer](
            self.tr("Regularisation"), REGULARIZERS, self._set_regularization, notice
        )
        self.clipping = ChoiceForm[Clipping](self.tr("Clipping"), CLIPPINGS, self._set_clipping, notice)
        self.schedule = ChoiceForm[Schedule](self.tr("Rate schedule"), SCHEDULES, self._set_schedule, notice)

    def _lay_out(self) -> None:
        first, second = SettingsForm(), SettingsForm()
        first.add(self.tr("Learning rate η"), beside(self.slider, self.learning_rate))
        second.add(self.tr("Loss"), self.loss)
        second.add(self.tr("Over samples"), self.reduction)
        second.add(self.tr("Batch size"), beside(self.batch_size, self.shuffle))
        second.add(self.tr("Seed"), beside(self.seed, self.new_seed))
        settings = QWidget()
        layout = QVBoxLayout(settings)
        layout.setContentsMargins(0, 0, 4, 0)  # clear of the scroll bar
        layout.setSpacing(4)
        for widget in (first, self.optimizer, second, self.rules, self.stopping, self.starting):
            layout.addWidget(widget)
        layout.addStretch(1)
        column(self, VerticalScroll(settings))

    def _connect(self) -> None:
        self.slider.moved.connect(self.session.set_learning_rate)
        self.loss.activated.connect(self._on_loss)
        self.reduction.activated.connect(self._on_reduction)
        self.shuffle.clicked.connect(self._on_shuffle)
        self.new_seed.clicked.connect(self._on_new_seed)

    def _rules_in_use(self) -> str:
        """Return in few words what else is done to gradients and learning rate."""
        training = self.session.experiment.training
        rules: list[Choice] = [training.regularization, training.clipping, training.schedule]
        used = [rule for rule, none in zip(rules, NO_RULES, strict=True) if type(rule) is not none]
        return ", ".join(core_text(rule.title) for rule in used) or self.tr("none")

    def _set_learning_rate(self, rate: float) -> None:
        self.session.set_learning_rate(rate)

    def _set_optimizer(self, optimizer: Optimizer) -> None:
        self.session.set_training(self.tr("Change the optimizer"), optimizer=optimizer)

    def _set_regularization(self, regularization: Regularizer) -> None:
        self.session.set_training(self.tr("Change the regularisation"), regularization=regularization)

    def _set_clipping(self, clipping: Clipping) -> None:
        self.session.set_training(self.tr("Change the clipping"), clipping=clipping)

    def _set_schedule(self, schedule: Schedule) -> None:
        self.session.set_training(self.tr("Change the schedule"), schedule=schedule)

    def _set_batch_size(self, size: int | None) -> None:
        self.session.set_training(self.tr("Change the batch size"), batch_size=size)

    def _set_stop(self, stop: Stop) -> None:
        self.session.set_training(self.tr("Change when to stop"), stop=stop)

    def _set_initial(self, initial: Initial) -> None:
        experiment = replace(self.session.experiment, initial=initial, parameters=None)
        self.session.edit(experiment, self.tr("Change the initial weights"))

    def _set_seed(self, seed: int) -> None:
        self.session.edit(self.session.experiment.with_seed(seed), self.tr("Change the seed"))

    def _on_loss(self) -> None:
        change: Callable[[], None] = partial(
            self.session.set_training, self.tr("Change the loss"), loss=self.loss.currentData()
        )
        self.notice.attempt(change, self.loss)
        self.loss.show_name(self.session.experiment.training.loss)

    def _on_reduction(self) -> None:
        name = self.tr("Change how samples are reduced to one loss")
        self.session.set_training(name, reduction=self.reduction.currentData())

    def _on_shuffle(self, shuffle: bool) -> None:
        self.session.set_training(self.tr("Change the shuffling"), shuffle=shuffle)

    def _on_new_seed(self) -> None:
        self._set_seed(secrets.randbelow(min(MAX_SEED, MOST_DRAWN_SEED) + 1))


def beside(*widgets: QWidget) -> QWidget:
    """Return widgets side by side; the first takes what room there is."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretch(0, 1)
    return row
