import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.notice import Notice
from gui.widgets.parameter_popover import LEAST_LIMIT, TICKS, ParameterPopover
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel

Told = list[tuple[float, object]]


@pytest.fixture
def owner(show: Show, qtbot: QtBot) -> QWidget:
    owner = show(QWidget(), 500, 300)
    with qtbot.waitActive(owner):
        owner.activateWindow()
    return owner


@pytest.fixture
def card(owner: QWidget) -> ParameterPopover:
    card = ParameterPopover(owner, Notice(owner))
    card.open("w₁₁⁽¹⁾", "x₁ → a₁⁽¹⁾", 0.75, is_frozen=False, at=QPoint(40, 30))
    return card


@pytest.fixture
def told(card: ParameterPopover) -> Told:
    told: Told = []

    def keep(value: float, merge: object) -> None:
        told.append((value, merge))

    card.valued.connect(keep)
    return told


def test_it_opens_with_the_number_ready_to_be_typed_over(card: ParameterPopover) -> None:
    assert card.pos() == QPoint(40, 30)
    assert card.field.hasFocus()
    assert card.field.selectedText() == card.field.text() == "0.7500"
    assert card.accessibleName() == "w₁₁⁽¹⁾, x₁ → a₁⁽¹⁾"
    assert card.field.accessibleName() == "Value of w₁₁⁽¹⁾"
    assert not card.box.isChecked()


@pytest.mark.parametrize("at", [QPoint(-50, -50), QPoint(490, 290)])
def test_it_stays_within_its_owner(card: ParameterPopover, owner: QWidget, at: QPoint) -> None:
    card.open("b₁⁽¹⁾", "a₁⁽¹⁾", 0.0, is_frozen=True, at=at)
    assert owner.rect().contains(card.geometry())
    assert card.box.isChecked()


def test_enter_takes_what_was_typed_and_closes(card: ParameterPopover, told: Told, qtbot: QtBot) -> None:
    qtbot.keyClicks(card.field, "-1.5")
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert told == [(-1.5, None)]
    assert card.isHidden()


def test_escape_closes_and_says_so(card: ParameterPopover, told: Told, qtbot: QtBot) -> None:
    qtbot.keyClicks(card.field, "-1.5")
    with qtbot.waitSignals([card.cancelled, card.closed]):
        qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    assert told == []
    assert card.isHidden()


@pytest.mark.parametrize(("typed", "word"), [("nan", "finite"), ("", "not a number"), ("inf", "finite"), ("a", "“a”")])
def test_what_is_no_number_is_refused_and_nothing_is_lost(
    card: ParameterPopover, owner: QWidget, told: Told, qtbot: QtBot, typed: str, word: str
) -> None:
    qtbot.keyClick(card.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(card.field, typed)
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    notice = owner.findChild(Notice)
    assert isinstance(notice, Notice)
    assert notice.isVisible()
    assert word in notice.text()
    assert told == []
    assert card.isVisible()
    assert card.field.text() == "0.7500"


def test_the_slider_tells_values_and_one_key_for_each_drag(card: ParameterPopover, told: Told, qtbot: QtBot) -> None:
    for end in (0.4, 0.6):
        card.slider.setSliderDown(True)
        for share in (0.2, end):
            card.slider.setValue(round(share * TICKS))
        card.slider.setSliderDown(False)
    assert [value for value, _ in told] == pytest.approx([0.4, 0.8, 0.4, 1.2])
    keys = [merge for _, merge in told]
    assert keys[0] is keys[1] is not keys[2]
    assert keys[2] is keys[3]
    qtbot.keyClick(card.slider, Qt.Key.Key_Left)
    assert told[-1][0] == pytest.approx(1.18)


def test_the_slider_has_room_for_the_value(card: ParameterPopover, told: Told) -> None:
    assert card.slider.limit == LEAST_LIMIT
    card.show_value(37.0, is_frozen=False)
    assert card.slider.limit == 50
    assert (card.lowest.text(), card.highest.text()) == ("\N{MINUS SIGN}50", "+50")
    assert card.slider.value() == round(37 / 50 * TICKS)
    assert told == []


def test_a_turn_of_the_wheel_in_passing_changes_nothing(card: ParameterPopover, told: Told) -> None:
    turn_wheel(card.slider, QPoint(20, 5), 240)
    assert told == []
    assert turn_wheel(card, QPoint(5, 5), 240), "what is below the card stays as it is"


def test_a_value_that_has_diverged_is_shown(card: ParameterPopover) -> None:
    card.show_value(float("nan"), is_frozen=False)
    assert card.field.text() == "NaN"
    card.show_value(float("-inf"), is_frozen=False)
    assert card.slider.value() == -TICKS


def test_the_box_tells_of_freezing(card: ParameterPopover, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.frozen) as told:
        qtbot.keyClick(card.box, Qt.Key.Key_Space)
    assert told.args == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape], ids=str)
def test_enter_and_escape_close_from_anywhere_on_the_card(card: ParameterPopover, qtbot: QtBot, key: Qt.Key) -> None:
    card.slider.setFocus()
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card.slider, key)
    assert card.isHidden()


def test_when_the_keys_go_elsewhere_what_was_typed_is_taken(
    card: ParameterPopover, owner: QWidget, told: Told, qtbot: QtBot
) -> None:
    other = QLineEdit(owner)
    other.show()
    qtbot.keyClicks(card.field, "2")
    with qtbot.assertNotEmitted(card.closed):
        other.setFocus()
    assert told == [(2.0, None)]
    assert card.isHidden()
    assert other.hasFocus()


def test_its_parts_can_be_gone_through_with_tab(card: ParameterPopover, qtbot: QtBot) -> None:
    reached = []
    for _ in range(3):
        reached.append(card.focusWidget())
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    assert set(reached) == {card.field, card.slider, card.box}
    assert card.isVisible()
