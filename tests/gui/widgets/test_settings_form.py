import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.widgets.settings_form import SettingsForm
from tests.gui.conftest import Show, free_deleted


@pytest.fixture
def form(show: Show) -> SettingsForm:
    form = SettingsForm()
    form.add("Rate", QLineEdit())
    form.add("A title that needs more than one line of its column", QLineEdit())
    return show(form)


def test_fields_stand_below_one_another_behind_their_titles(form: SettingsForm) -> None:
    first, second = form.findChildren(QLineEdit)
    rate, long = form.findChildren(QLabel)
    assert first.x() == second.x() > rate.geometry().right()
    assert first.width() == second.width()
    assert second.y() > first.geometry().bottom()
    assert long.height() > rate.height()


def test_forms_have_their_columns_at_one_place(form: SettingsForm, show: Show) -> None:
    other = SettingsForm()
    other.add("η", QLineEdit())
    show(other)
    assert other.findChildren(QLineEdit)[0].x() == form.findChildren(QLineEdit)[0].x()


def test_a_title_belongs_to_its_field(form: SettingsForm) -> None:
    assert [label.buddy() for label in form.findChildren(QLabel)] == form.findChildren(QLineEdit)


def test_the_last_row_can_be_taken_out(form: SettingsForm) -> None:
    form.drop_last()
    free_deleted()
    assert len(form.findChildren(QLineEdit)) == len(form.findChildren(QLabel)) == 1
