from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from core.illustrations import illustrate
from gui.theme import Appearance
from gui.widgets.drop_down import DropDown
from tests.gui.conftest import Show
from tests.gui.looks import pixels
from tests.gui.pointer import leave, move_to, rest_on, turn_wheel


@pytest.fixture
def drop_down(show: Show) -> DropDown:
    return show(DropDown("Loss", {"squared_error": "squared error", "other": "another"}))


@pytest.fixture
def explained(show: Show, appearance: Appearance) -> DropDown:  # noqa: ARG001
    titles = {name: activation.title for name, activation in ACTIVATIONS.items()}
    return show(DropDown("Activation", titles, lambda name: illustrate(ACTIVATIONS[name])), 150, 30)


def test_titles_are_shown_and_names_are_known(drop_down: DropDown) -> None:
    assert [drop_down.itemText(index) for index in range(drop_down.count())] == ["squared error", "another"]
    drop_down.show_name("other")
    assert (drop_down.currentText(), drop_down.currentData()) == ("another", "other")
    assert drop_down.accessibleName() == "Loss"


def test_a_choice_of_the_learner_is_told_and_what_is_only_shown_is_not(drop_down: DropDown, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(drop_down.activated):
        drop_down.show_name("other")
    with qtbot.waitSignal(drop_down.activated):
        qtbot.keyClick(drop_down, Qt.Key.Key_Up)
    assert drop_down.currentData() == "squared_error"


def test_a_turn_of_the_wheel_in_passing_changes_nothing(drop_down: DropDown) -> None:
    turn_wheel(drop_down, drop_down.rect().center(), -120)
    assert drop_down.currentData() == "squared_error"


def test_a_name_nobody_knows_shows_nothing(drop_down: DropDown) -> None:
    drop_down.show_name("mystery")
    assert drop_down.currentIndex() == -1
    rest_on(drop_down, drop_down.rect().center())
    assert drop_down.card.isHidden()


def test_a_title_too_long_for_the_box_is_shortened_there_and_whole_in_the_list(explained: DropDown) -> None:
    explained.show_name("leaky_relu")
    explained.resize(60, 30)
    narrow = pixels(explained)
    explained.show_name("linear")
    assert (pixels(explained) != narrow).any()
    assert explained.minimumSizeHint().width() <= 60
    assert explained.view().minimumWidth() > explained.fontMetrics().horizontalAdvance("leaky ReLU")


def test_at_first_nothing_is_explained(explained: DropDown) -> None:
    assert explained.card.isHidden()


def test_the_entry_under_the_pointer_is_explained(explained: DropDown) -> None:
    explained.showPopup()
    view = explained.view()
    for name in ("relu", "sine"):
        place = view.visualRect(explained.model().index(explained.findData(name), 0)).center()
        move_to(view.viewport(), place)
        assert explained.card.isVisible()
        assert explained.card.title.text() == ACTIVATIONS[name].title
    assert explained.currentData() == "linear"
    explained.hidePopup()
    assert explained.card.isHidden()


def test_the_entry_the_keys_are_on_is_explained_and_heard(explained: DropDown, qtbot: QtBot) -> None:
    explained.showPopup()
    assert explained.card.title.text() == "linear"
    qtbot.keyClick(explained.view(), Qt.Key.Key_Down)
    assert explained.card.title.text() == "sigmoid"
    assert explained.accessibleDescription() == f"Activation: {ACTIVATIONS['sigmoid'].sentence}"
    with qtbot.waitSignal(explained.activated):
        qtbot.keyClick(explained.view(), Qt.Key.Key_Return)
    assert explained.card.isHidden()
    assert explained.currentData() == "sigmoid"


def test_escape_takes_list_and_explanation_away(explained: DropDown, qtbot: QtBot) -> None:
    explained.showPopup()
    qtbot.keyClick(explained.view(), Qt.Key.Key_Down)
    qtbot.keyClick(explained.view(), Qt.Key.Key_Escape)
    assert explained.card.isHidden()
    assert explained.currentData() == "linear"


def test_the_chosen_entry_is_explained_where_the_pointer_rests_on_the_box(explained: DropDown, qtbot: QtBot) -> None:
    explained.show_name("elu")
    rest_on(explained, QPoint(5, 5))
    assert explained.card.title.text() == "ELU"
    assert explained.card.isVisible()
    leave(explained)
    assert explained.card.isHidden()
    for go_on in (
        lambda: turn_wheel(explained, QPoint(5, 5), 120),
        lambda: qtbot.keyClick(explained, Qt.Key.Key_Down),
        explained.hide,
    ):
        rest_on(explained, QPoint(5, 5))
        assert explained.card.isVisible()
        go_on()
        assert explained.card.isHidden()


def test_a_press_makes_room_for_the_list(explained: DropDown, qtbot: QtBot) -> None:
    rest_on(explained, QPoint(5, 5))
    qtbot.mousePress(explained, Qt.MouseButton.LeftButton)
    assert explained.view().isVisible()
    assert explained.card.geometry().left() >= explained.view().window().geometry().right()
    explained.hidePopup()


def test_without_explanations_there_is_no_card(drop_down: DropDown) -> None:
    drop_down.showPopup()
    assert drop_down.card.isHidden()
    drop_down.hidePopup()


def test_a_click_gives_the_box_no_focus_so_that_space_still_runs(explained: DropDown) -> None:
    assert explained.focusPolicy() == Qt.FocusPolicy.TabFocus


@pytest.fixture
def quick_clicks(qapp: QApplication) -> Iterator[None]:
    """Let a second click never be half of a double one."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("quick_clicks")
def test_after_a_choice_by_mouse_the_keys_are_where_they_were(show: Show, qtbot: QtBot) -> None:
    owner = QWidget()
    field, drop_down = QLineEdit(), DropDown("Activation", dict.fromkeys(ACTIVATIONS, "title"))
    layout = QVBoxLayout(owner)
    layout.addWidget(field)
    layout.addWidget(drop_down)
    show(owner)
    owner.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.mouseClick(drop_down, Qt.MouseButton.LeftButton)
    place = drop_down.view().visualRect(drop_down.model().index(3, 0)).center()
    move_to(drop_down.view().viewport(), place)
    QApplication.processEvents()  # the time is over in which Qt takes a click for the end of the first one
    with qtbot.waitSignal(drop_down.activated):
        qtbot.mouseClick(drop_down.view().viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert drop_down.currentIndex() == 3
    qtbot.waitUntil(field.hasFocus)
