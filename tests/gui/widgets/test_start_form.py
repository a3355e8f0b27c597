import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Initial
from core.initializers import INITIALIZERS
from gui.widgets.notice import Notice
from gui.widgets.start_form import StartForm
from tests.gui.conftest import Show
from tests.gui.pointer import rest_on


class Owner(QWidget):
    """A start, as a panel would keep it."""

    def __init__(self) -> None:
        super().__init__()
        self.initial = Initial(seed=7)
        self.notice = Notice(self)
        self.form = StartForm(self.take, self.notice)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.form.show_initial(self.initial)

    def take(self, initial: Initial) -> None:
        """Keep the start, and show it."""
        self.initial = initial
        self.form.show_initial(initial)


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner())


def test_schemes_and_scales_are_set_and_the_seed_stays(owner: Owner, qtbot: QtBot) -> None:
    qtbot.keyClick(owner.form.scheme, Qt.Key.Key_Down)
    qtbot.keyClick(owner.form.bias_scheme, Qt.Key.Key_Home)
    for field, text in ((owner.form.scale, "0.5"), (owner.form.bias_scale, "-2")):
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert owner.initial == Initial("uniform", 7, 0.5, "normal", -2.0)
    assert owner.form.bias_scale.text() == "−2"


def test_biases_are_offered_only_what_needs_no_units(owner: Owner) -> None:
    offered = {owner.form.bias_scheme.itemData(index) for index in range(owner.form.bias_scheme.count())}
    assert offered == {name for name, rule in INITIALIZERS.items() if not rule.by_units}
    assert owner.form.scheme.count() == len(INITIALIZERS)


def test_a_scale_that_is_no_number_is_refused(owner: Owner, qtbot: QtBot) -> None:
    owner.form.scale.selectAll()
    qtbot.keyClicks(owner.form.scale, "wide")
    qtbot.keyClick(owner.form.scale, Qt.Key.Key_Return)
    assert owner.notice.text() == "“wide” is not a number; write it like 0.5 or −2."
    assert owner.initial == Initial(seed=7)


def test_it_is_said_in_few_words(owner: Owner) -> None:
    assert owner.form.summary() == "normal"
    owner.take(Initial("he_uniform", scale=0.5))
    assert owner.form.summary() == "0.5 · He, uniform"


def test_schemes_are_explained(owner: Owner) -> None:
    owner.take(Initial("xavier_normal"))
    rest_on(owner.form.scheme, owner.form.scheme.rect().center())
    assert owner.form.scheme.card.title.text() == "Xavier, normal"
