import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Stop
from gui.widgets.notice import Notice
from gui.widgets.stop_form import StopForm
from tests.gui.conftest import Show


class Owner(QWidget):
    """Stop conditions, as a panel would keep them."""

    def __init__(self) -> None:
        super().__init__()
        self.stop = Stop()
        self.notice = Notice(self)
        self.form = StopForm(self.take, self.notice)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def take(self, stop: Stop) -> None:
        """Keep the conditions, and show them."""
        self.stop = stop
        self.form.show_stop(stop)


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner())


def enter(qtbot: QtBot, owner: Owner, name: str, text: str) -> None:
    field = owner.form.fields[name].field
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_every_condition_has_its_field(owner: Owner) -> None:
    assert tuple(owner.form.fields) == Stop.__struct_fields__


def test_at_first_all_are_off(owner: Owner) -> None:
    assert {field.field.text() for field in owner.form.fields.values()} == {""}
    assert {field.field.placeholderText() for field in owner.form.fields.values()} == {"off"}
    assert owner.form.summary() == "never"


def test_conditions_are_set_and_taken_away_one_by_one(owner: Owner, qtbot: QtBot) -> None:
    enter(qtbot, owner, "loss_below", "0.01")
    enter(qtbot, owner, "epochs", "20,000")
    enter(qtbot, owner, "accuracy", "0.95")
    assert owner.stop == Stop(0.01, 20_000, 0.95)
    assert owner.form.summary() == "loss < 0.01, epoch 20,000, accuracy ≥ 0.95"
    qtbot.mouseClick(owner.form.fields["epochs"].clear, Qt.MouseButton.LeftButton)
    assert owner.stop == Stop(0.01, None, 0.95)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("loss_below", "0", "The loss to stop below must be a number above 0, not 0."),
        ("epochs", "1.5", "“1.5” is not a whole number."),
        ("accuracy", "95", "The accuracy to stop at must be a number from 0 to 1, not 95."),
    ],
)
def test_a_condition_can_be_refused_and_the_old_one_stays(
    owner: Owner, qtbot: QtBot, name: str, text: str, sentence: str
) -> None:
    enter(qtbot, owner, name, text)
    assert owner.notice.text() == sentence
    assert owner.stop == Stop()
    assert owner.form.fields[name].field.text() == ""
