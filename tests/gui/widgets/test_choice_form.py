import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.adaptive_optimizers import Adam
from core.clipping import CLIPPINGS
from core.optimizer import Optimizer
from core.optimizers import OPTIMIZERS, Momentum, Nesterov, Sgd
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES, ConstantRate, CosineDecay, Schedule
from core.settings import Choice, options_of
from core.text import RefusalError
from gui.widgets.choice_form import ChoiceForm, sentence_case
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from tests.gui.conftest import Show, free_deleted
from tests.gui.pointer import rest_on


class Owner(QWidget):
    """An optimizer, as a panel would keep it; one with momentum of 0.123 is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.optimizer: Optimizer = Sgd(learning_rate=0.5)
        self.notice = Notice(self)
        self.form = ChoiceForm[Optimizer]("Optimizer", OPTIMIZERS, self.take, self.notice, elsewhere=["learning_rate"])
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.form.show_choice(self.optimizer)

    def take(self, optimizer: Optimizer) -> None:
        """Keep an optimizer, and show it as a panel would."""
        if optimizer == Adam(0.5):
            raise RefusalError("Not that one.")
        self.optimizer = optimizer
        self.form.show_choice(optimizer)


@pytest.fixture
def notice(show: Show) -> Notice:
    return Notice(show(QWidget()))


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner())


def choose(qtbot: QtBot, owner: Owner, name: str) -> None:
    """Go to an entry of the list with the keys."""
    owner.form.kind.showPopup()
    view = owner.form.kind.view()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(owner.form.kind.findData(name)):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def titles(form: QWidget) -> list[str]:
    free_deleted()
    return [label.text() for label in form.findChildren(QLabel)]


@pytest.mark.parametrize("registry", [OPTIMIZERS, REGULARIZERS, CLIPPINGS, SCHEDULES])
def test_every_entry_has_a_field_for_each_of_its_options(
    show: Show, notice: Notice, registry: dict[str, type[Choice]]
) -> None:
    form = ChoiceForm[Choice]("Title", registry, print, notice)
    show(form)
    for kind in registry.values():
        form.show_choice(kind())
        assert form.kind.currentData() == kind().name
        assert list(form.options) == list(options_of(kind))
        assert titles(form)[1:] == [sentence_case(option.title) for option in options_of(kind).values()]
        assert [field.accessibleName() for field in form.options.values()] == titles(form)[1:]


def test_an_option_that_has_its_place_elsewhere_has_no_field(owner: Owner) -> None:
    assert owner.form.options == {}
    assert titles(owner.form) == ["Optimizer"]


def test_another_entry_keeps_what_both_have(owner: Owner, qtbot: QtBot) -> None:
    choose(qtbot, owner, "momentum")
    assert owner.optimizer == Momentum(0.5)
    enter(qtbot, owner.form.options["momentum"], "0.3")
    assert owner.optimizer == Momentum(0.5, 0.3)
    choose(qtbot, owner, "nesterov")
    assert owner.optimizer == Nesterov(0.5, 0.3)
    assert owner.form.options["momentum"].text() == "0.3"


def test_the_entry_that_is_there_chosen_again_changes_nothing(owner: Owner, qtbot: QtBot) -> None:
    owner.take(Momentum(0.5, 0.3))
    choose(qtbot, owner, "momentum")
    assert owner.optimizer == Momentum(0.5, 0.3)


def test_an_option_out_of_its_range_is_refused_and_the_old_one_stays(owner: Owner, qtbot: QtBot) -> None:
    owner.take(Momentum(0.5))
    enter(qtbot, owner.form.options["momentum"], "1.5")
    assert owner.notice.text() == "The momentum μ must be a number from 0 to below 1, not 1.5."
    assert owner.optimizer == Momentum(0.5)
    assert owner.form.options["momentum"].text() == "0.9"


def test_an_option_that_is_whole_takes_no_fraction(show: Show, notice: Notice, qtbot: QtBot) -> None:
    taken: list[Schedule] = []
    form = show(ChoiceForm[Schedule]("Schedule", SCHEDULES, taken.append, notice))
    form.show_choice(CosineDecay())
    enter(qtbot, form.options["epochs"], "2.5")
    enter(qtbot, form.options["lowest"], "0.5")
    assert taken == [CosineDecay(lowest=0.5)]


def test_an_entry_can_be_refused_and_the_old_one_stays(owner: Owner, qtbot: QtBot) -> None:
    choose(qtbot, owner, "adam")
    assert owner.notice.text() == "Not that one."
    assert owner.form.kind.currentData() == "sgd"
    assert owner.optimizer == Sgd(0.5)


def test_what_is_being_typed_into_an_option_that_goes_is_forgotten(owner: Owner, qtbot: QtBot) -> None:
    owner.take(Momentum(0.5))
    field = owner.form.options["momentum"]
    owner.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "0.4")
    owner.take(Sgd(0.5))
    assert owner.optimizer == Sgd(0.5)
    assert owner.notice.isHidden()


def test_what_is_chosen_is_explained_with_its_own_options(owner: Owner) -> None:
    def explained(momentum: float) -> object:
        owner.take(Momentum(0.5, momentum))
        rest_on(owner.form.kind, owner.form.kind.rect().center())
        return owner.form.kind.card.curves.grab().toImage()

    assert explained(0.1) != explained(0.9)
    owner.form.kind.showPopup()
    assert owner.form.kind.card.title.text() == "momentum"
    owner.form.kind.hidePopup()


def test_a_text_begins_a_line_with_a_capital() -> None:
    assert [sentence_case(text) for text in ("decay α", "", "減衰")] == ["Decay α", "", "減衰"]


def test_before_anything_is_shown_nothing_is_explained_wrongly(show: Show, notice: Notice) -> None:
    form = show(ChoiceForm[Schedule]("Schedule", SCHEDULES, print, notice))
    rest_on(form.kind, form.kind.rect().center())
    assert form.kind.card.title.text() == ConstantRate.title
