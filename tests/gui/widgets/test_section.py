import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.icons import tinted_icon
from gui.theme import DARK, Appearance, Mode
from gui.widgets.section import Section
from tests.gui.conftest import Show


@pytest.fixture
def section(show: Show, appearance: Appearance) -> Section:  # noqa: ARG001
    return show(Section("Schedule", QLineEdit(), QLineEdit()), 260, 200)


def fields(section: Section) -> list[QLineEdit]:
    return section.findChildren(QLineEdit)


def test_at_first_it_is_folded(section: Section) -> None:
    assert not any(field.isVisible() for field in fields(section))
    assert section.sizeHint().height() < 40


def test_a_click_unfolds_it_and_another_folds_it(section: Section, qtbot: QtBot) -> None:
    qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert all(field.isVisible() for field in fields(section))
    qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert not any(field.isVisible() for field in fields(section))


def test_it_is_unfolded_by_the_keyboard_and_a_click_takes_no_focus(section: Section, qtbot: QtBot) -> None:
    assert section.head.focusPolicy() == Qt.FocusPolicy.TabFocus
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert all(field.isVisible() for field in fields(section))


def test_what_is_set_is_said_in_its_head_and_heard(section: Section) -> None:
    section.summarize("cosine")
    assert section.summary.text() == "cosine"
    assert section.head.accessibleDescription() == "cosine"


def test_its_mark_follows_the_theme_and_says_whether_it_is_folded(section: Section, appearance: Appearance) -> None:
    appearance.set_mode(Mode.DARK)
    for icon in ("right", "down"):
        expected = tinted_icon(icon, DARK.text).pixmap(32, 32).toImage()
        assert section.head.icon().pixmap(32, 32).toImage() == expected
        section.head.click()
