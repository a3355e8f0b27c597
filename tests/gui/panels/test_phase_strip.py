import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from core.experiment import MAX_HIDDEN_LAYERS
from gui.panels.phase_strip import Chip, PhaseStrip
from gui.session import Session
from gui.theme import DARK, LIGHT, Appearance, Mode
from tests.gui.conftest import Show, free_deleted
from tests.gui.looks import count_of, nearly, pixels
from tests.gui.runs import ARTICLE, diverged_session, experiment_of


@pytest.fixture
def strip(session: Session, appearance: Appearance, show: Show) -> PhaseStrip:
    return show(PhaseStrip(session, appearance), 1400, 66)


def current(strip: PhaseStrip) -> list[str]:
    return [chip.text() for chip in strip.chips if chip.is_current]


def is_seen(strip: PhaseStrip, chip: Chip) -> bool:
    area = strip.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    place = chip.mapTo(area.viewport(), chip.rect().center())
    return area.viewport().rect().contains(place)


def click(qtbot: QtBot, chip: Chip) -> None:
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_there_is_a_chip_for_each_operation_in_their_order(strip: PhaseStrip, session: Session) -> None:
    assert [chip.text() for chip in strip.chips] == [each.symbol.text for each in session.trainer.plan.operations]
    lefts = [chip.mapTo(strip, chip.rect().topLeft()).x() for chip in strip.chips]
    assert lefts == sorted(lefts)


def test_the_four_phases_are_named(strip: PhaseStrip) -> None:
    titles = [label.text() for label in strip.findChildren(QLabel)]
    assert titles == ["Forward", "Loss", "Backward", "Update"]


def test_a_click_goes_there_forward_and_back(strip: PhaseStrip, session: Session, qtbot: QtBot) -> None:
    for place in (7, 18, 2, 0):
        click(qtbot, strip.chips[place])
        assert session.trainer.cursor == place + 1
        assert current(strip) == [strip.chips[place].text()]


def test_the_keys_go_there_too(strip: PhaseStrip, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(strip.chips[4], Qt.Key.Key_Space)
    assert session.trainer.cursor == 5


def test_at_the_start_no_chip_is_current(strip: PhaseStrip, session: Session) -> None:
    assert current(strip) == []
    session.step()
    assert current(strip) == ["z⁽¹⁾"]
    session.step_back()
    assert current(strip) == []


def test_chips_that_are_done_current_or_to_come_look_different(strip: PhaseStrip, session: Session) -> None:
    session.go_to(3)
    done, now, to_come = (pixels(strip.chips[place]) for place in (1, 2, 3))
    assert nearly(LIGHT.forward, now) > 500
    assert nearly(LIGHT.forward, done) < 200
    assert count_of(LIGHT.card, to_come) > 500 > count_of(LIGHT.card, done)


@pytest.mark.parametrize("place", [0, 20, 60, -1])
def test_in_a_long_network_the_current_chip_is_in_view(strip: PhaseStrip, session: Session, place: int) -> None:
    session.edit(experiment_of(2, *[2] * MAX_HIDDEN_LAYERS, 1), "Edit")
    session.step()
    chip = strip.chips[place]
    session.go_to(strip.chips.index(chip) + 1)
    if session.trainer.batch_complete:
        session.step_back()
        (chip,) = [each for each in strip.chips if each.is_current]
    assert is_seen(strip, chip)


def test_another_network_gets_other_chips_and_the_old_ones_are_freed(strip: PhaseStrip, session: Session) -> None:
    session.edit(experiment_of(2, 3, 3, 1), "Edit")
    free_deleted()
    assert strip.findChildren(Chip) == strip.chips
    assert len(strip.chips) == len(session.trainer.plan.operations)


def test_the_same_operations_keep_their_chips(strip: PhaseStrip, session: Session) -> None:
    chips = strip.chips
    session.set_learning_rate(0.3)
    assert strip.chips is chips


def test_another_activation_is_named_on_its_chip_and_in_its_tooltip(strip: PhaseStrip, session: Session) -> None:
    session.edit(experiment_of(2, 2, 1, activation="tanh"), "Edit")
    assert "tanh′(z⁽¹⁾)" in [chip.text() for chip in strip.chips]


def test_a_chip_says_what_it_stands_for(strip: PhaseStrip) -> None:
    assert strip.chips[0].toolTip() == "1 · weighted sum of layer 1"
    assert strip.chips[0].accessibleName() == "z⁽¹⁾, weighted sum of layer 1"


def test_no_symbol_is_cut_off(strip: PhaseStrip) -> None:
    strip.resize(300, strip.height())
    for chip in strip.chips:
        assert chip.fontMetrics().horizontalAdvance(chip.text()) < chip.width()


def test_the_colours_follow_the_theme(strip: PhaseStrip, session: Session, appearance: Appearance) -> None:
    session.go_to(1)
    appearance.set_mode(Mode.DARK)
    assert nearly(DARK.forward, pixels(strip.chips[0])) > 500
    titles = {label.text(): label.styleSheet() for label in strip.findChildren(QLabel)}
    assert DARK.backward in titles["Backward"]


def test_where_a_run_has_diverged_a_click_forward_stays(appearance: Appearance, show: Show, qtbot: QtBot) -> None:
    session = diverged_session()
    strip = show(PhaseStrip(session, appearance), 1400, 66)
    cursor = session.trainer.cursor
    click(qtbot, strip.chips[-1])
    assert session.trainer.cursor == cursor
    assert session.experiment != ARTICLE
