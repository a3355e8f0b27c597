from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.widgets.sliders import CalmSlider, StrokeSlider
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel


class Tenths(StrokeSlider):
    def number_at(self, position: int) -> float:
        return position / 10


def test_it_is_come_to_by_tab_alone_and_has_its_name(show: Show) -> None:
    slider = show(CalmSlider("Noise"), 200, 24)
    assert slider.accessibleName() == "Noise"
    assert slider.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_turn_of_the_wheel_moves_nothing_and_goes_to_what_is_around_it(show: Show) -> None:
    slider = show(CalmSlider("Noise"), 200, 24)
    assert not turn_wheel(slider, slider.rect().center(), 120)
    assert slider.value() == 0


def test_what_is_only_shown_is_no_move(show: Show, qtbot: QtBot) -> None:
    slider = show(Tenths("Rate"), 200, 24)
    moves: list[tuple[float, object]] = []
    slider.moved.connect(lambda number, stroke: moves.append((number, stroke)))
    slider.show_position(7)
    assert slider.value() == 7
    assert moves == []
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert [number for number, _ in moves] == [0.8]


def test_what_is_moved_without_letting_go_has_one_key(show: Show) -> None:
    slider = show(Tenths("Rate"), 200, 24)
    strokes: list[object] = []
    slider.moved.connect(lambda _number, stroke: strokes.append(stroke))
    for start in (5, 20):
        slider.setSliderDown(True)
        slider.setSliderPosition(start)
        slider.setSliderPosition(start + 1)
        slider.setSliderDown(False)
    assert strokes[0] is strokes[1] is not strokes[2]
    assert strokes[2] is strokes[3]
