from collections.abc import Hashable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS, DatasetOptions
from core.experiment import SEED
from gui.widgets.dataset_fields import DatasetFields
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel

OPTIONS = DatasetOptions(samples=500, noise=10.0, seed=3, test_share=0.5)


class Owner(QWidget):
    """The fields, and what they asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.asked: list[tuple[DatasetOptions, str, Hashable | None]] = []
        self.beside = QLabel("beside")
        self.fields = DatasetFields(self.ask, self.notice, self.beside)
        QVBoxLayout(self).addWidget(self.fields)
        self.fields.show_made(("circle", OPTIONS))

    def ask(self, options: DatasetOptions, edit: str, merge: Hashable | None) -> None:
        """Keep what is asked for, and show it."""
        self.asked.append((options, edit, merge))
        self.fields.show_made(("circle", options))


@pytest.fixture
def owner(show: Show) -> Owner:
    return show(Owner(), 320, 160)


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_options_are_shown(owner: Owner) -> None:
    fields = owner.fields
    assert [field.text() for field in (fields.samples, fields.test, fields.seed)] == ["500", "50", "3"]
    assert (fields.noise.value(), fields.noise_value.text()) == (10, "10 %")


@pytest.mark.parametrize(
    ("name", "options", "samples", "seed"),
    [
        ("circle", OPTIONS, True, True),
        ("xor", DATASETS["xor"].default, False, False),
        ("xor", replace(DATASETS["xor"].default, noise=5.0), False, True),
        ("xor", replace(DATASETS["xor"].default, test_share=0.25), False, True),
    ],
)
def test_only_what_the_data_set_uses_is_shown(
    owner: Owner, name: str, options: DatasetOptions, samples: bool, seed: bool
) -> None:
    owner.fields.show_made((name, options))
    assert owner.fields.samples.isVisible() == samples
    assert owner.fields.seed.isVisible() == owner.fields.new_seed.isVisible() == seed
    assert owner.fields.noise.isVisible()
    assert owner.fields.test.isVisible()


def test_own_data_have_no_options(owner: Owner) -> None:
    owner.fields.show_made(None)
    fields = owner.fields
    assert not any(field.isVisible() for field in (fields.samples, fields.test, fields.noise, fields.seed))
    assert owner.beside.isVisible()


def test_each_field_asks_for_one_edit(owner: Owner, qtbot: QtBot) -> None:
    fields = owner.fields
    enter(qtbot, fields.samples, "80")
    enter(qtbot, fields.test, "25")
    enter(qtbot, fields.seed, "9")
    assert owner.asked == [
        (replace(OPTIONS, samples=80), "Change the number of samples", None),
        (replace(OPTIONS, samples=80, test_share=0.25), "Change the share of test samples", None),
        (replace(OPTIONS, samples=80, test_share=0.25, seed=9), "Change the seed of the data", None),
    ]


def test_a_new_seed_is_drawn(owner: Owner, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.mouseClick(owner.fields.new_seed, Qt.MouseButton.LeftButton)
    assert len({options.seed for options, _, _ in owner.asked}) > 1
    assert all(options.seed in SEED for options, _, _ in owner.asked)


def test_all_moves_of_the_noise_are_one_edit(owner: Owner, qtbot: QtBot) -> None:
    owner.fields.noise.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageUp):
        qtbot.keyClick(owner.fields.noise, key)
    assert [options.noise for options, _, _ in owner.asked] == [11, 12, 17]
    assert len({merge for _, _, merge in owner.asked}) == 1
    assert owner.asked[0][1] == "Change the noise"
    enter(qtbot, owner.fields.seed, "8")
    qtbot.keyClick(owner.fields.noise, Qt.Key.Key_Right)
    assert owner.asked[-1][2] != owner.asked[0][2]


def test_the_wheel_in_passing_changes_nothing(owner: Owner) -> None:
    turn_wheel(owner.fields.noise, QPoint(5, 5), 120)
    assert owner.asked == []


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("samples", "0", "The number of samples must be an integer from 1 to 100000, not 0."),
        ("samples", "many", "“many” is not a whole number."),
        ("test", "100", "The share of samples for testing must be a number from 0 to below 1, not 1."),
        ("seed", "-1", "The seed must be an integer from 0 to 4294967295, not −1."),
    ],
)
def test_what_cannot_be_is_refused_where_it_was_typed(
    owner: Owner, qtbot: QtBot, field: str, text: str, sentence: str
) -> None:
    number: NumberField = getattr(owner.fields, field)
    before = number.text()
    enter(qtbot, number, text)
    assert owner.notice.text() == sentence
    assert owner.notice.isVisible()
    assert number.text() == before
    assert owner.asked == []
