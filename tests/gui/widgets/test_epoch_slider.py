import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, Appearance
from gui.widgets.epoch_slider import EpochSlider, Mark
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.pointer import move_to, press, release, rest_on

FAR = 10**12


@pytest.fixture
def slider(appearance: Appearance, show: Show) -> EpochSlider:  # noqa: ARG001
    slider = show(EpochSlider("Epoch"), 400, 20)
    slider.clearFocus()
    slider.show_run(500, 2000)
    return slider


@pytest.fixture
def sought(slider: EpochSlider) -> list[int]:
    epochs: list[int] = []
    slider.sought.connect(epochs.append)
    return epochs


def at(slider: EpochSlider, epoch: int) -> QPoint:
    return QPoint(round(slider.place_of(epoch)), 10)


def test_showing_a_run_is_no_wish_to_go_anywhere(slider: EpochSlider, sought: list[int]) -> None:
    slider.show_run(700, 3000)
    assert (slider.epoch, slider.maximum()) == (700, 3000)
    assert sought == []


def test_what_lies_behind_is_filled(slider: EpochSlider) -> None:
    shown = pixels(slider)
    half = nearly(LIGHT.accent, shown)
    slider.show_run(2000, 2000)
    assert nearly(LIGHT.accent, pixels(slider)) > 2 * half > 0


def test_a_press_and_a_drag_seek_and_do_not_take_the_keyboard(
    slider: EpochSlider, sought: list[int], qtbot: QtBot
) -> None:
    press(slider, at(slider, 1000))
    move_to(slider, at(slider, 1500), Qt.MouseButton.LeftButton)
    slider.show_run(1000, 2000)  # the seek comes after; the handle stays under the pointer
    assert slider.epoch == sought[-1]
    with qtbot.waitSignal(slider.released):
        release(slider, at(slider, 1500))
    assert sought == [pytest.approx(1000, abs=5), pytest.approx(1500, abs=5)]
    assert not slider.hasFocus()
    move_to(slider, at(slider, 100))
    assert len(sought) == 2


def test_only_the_left_button_drags(slider: EpochSlider, sought: list[int], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.released):
        qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 1000))
    assert sought == []


@pytest.mark.parametrize(
    ("key", "epoch"),
    [
        (Qt.Key.Key_Right, 501),
        (Qt.Key.Key_Left, 499),
        (Qt.Key.Key_PageUp, 600),
        (Qt.Key.Key_PageDown, 400),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 2000),
    ],
)
def test_keys_go_on_and_back(slider: EpochSlider, sought: list[int], qtbot: QtBot, key: Qt.Key, epoch: int) -> None:
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(slider, key)
    assert sought == [epoch]


def test_with_control_they_go_from_mark_to_mark(slider: EpochSlider, sought: list[int], qtbot: QtBot) -> None:
    slider.show_marks([Mark(300, "one"), Mark(500, "here"), Mark(900, "other")])
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(slider, key, control)
    assert sought == [900, 2000, 900, 500, 300, 0]


def test_marks_are_to_be_seen_and_say_what_they_are(slider: EpochSlider, qtbot: QtBot) -> None:
    before = nearly(LIGHT.text, pixels(slider), within=200)
    slider.show_marks([Mark(1500, "learning rate: 0.1 → 0.5")])
    assert nearly(LIGHT.text, pixels(slider), within=200) > before
    rest_on(slider, at(slider, 1500))
    assert QToolTip.text() == "learning rate: 0.1 → 0.5"
    rest_on(slider, at(slider, 1000))
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_a_run_longer_than_32_bits_is_gone_through_in_larger_steps(
    slider: EpochSlider, sought: list[int], qtbot: QtBot
) -> None:
    slider.show_run(FAR // 2, FAR)
    assert slider.epoch == pytest.approx(FAR // 2, rel=1e-6)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert sought[0] == FAR
    assert FAR - 10_000 < sought[1] < FAR


def test_before_the_first_epoch_there_is_nowhere_to_go(slider: EpochSlider, sought: list[int]) -> None:
    slider.show_run(0, 0)
    press(slider, QPoint(200, 10))
    release(slider, QPoint(200, 10))
    assert sought == []
