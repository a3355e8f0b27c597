import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.widgets.curve_legend import CurveLegend, Entry
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels

RED, BLUE = "#ff0000", "#0000ff"
ENTRIES = {0: Entry("L", "the loss", RED), 7: Entry("accuracy", "the share", BLUE, shown=False)}


@pytest.fixture
def legend(show: Show) -> CurveLegend:
    legend = CurveLegend()
    legend.set_entries(ENTRIES)
    legend.show_values({0: "0.5", 7: "0.75"})
    return show(legend, 300, legend.height())


def test_what_is_shown_is_told_with_its_value(legend: CurveLegend) -> None:
    assert legend.shown == [0]
    assert legend.text() == "L 0.5"
    assert legend.entry(0).accessibleName() == "L 0.5"
    assert legend.entry(0).toolTip() == "the loss"


def test_a_curve_that_is_shown_is_drawn_in_its_colour_and_another_is_not(legend: CurveLegend) -> None:
    shown = pixels(legend)
    assert nearly(RED, shown) > 10
    assert nearly(BLUE, shown) == 0


def test_a_click_shows_and_hides_a_curve(legend: CurveLegend, qtbot: QtBot) -> None:
    with qtbot.waitSignal(legend.changed):
        qtbot.mouseClick(legend.entry(7), Qt.MouseButton.LeftButton)
    assert legend.shown == [0, 7]
    assert legend.text() == "L 0.5  accuracy 0.75"
    qtbot.mouseClick(legend.entry(0), Qt.MouseButton.LeftButton)
    assert legend.shown == [7]


def test_space_does_so_where_an_entry_has_the_keyboard(legend: CurveLegend, qtbot: QtBot) -> None:
    legend.activateWindow()
    legend.entry(7).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(legend.entry(7), Qt.Key.Key_Space)
    assert legend.shown == [0, 7]


def test_with_other_entries_what_was_chosen_stays(legend: CurveLegend) -> None:
    legend.entry(7).click()
    legend.entry(0).click()
    legend.set_entries({**ENTRIES, 3: Entry("test", "the others", RED)})
    assert legend.shown == [7, 3]


def test_the_same_entries_are_left_as_they_are(legend: CurveLegend) -> None:
    before = legend.entry(0)
    legend.set_entries(dict(ENTRIES))
    assert legend.entry(0) is before


def test_where_there_is_no_room_a_line_is_begun(legend: CurveLegend) -> None:
    legend.entry(7).click()
    line = legend.height()
    assert legend.entry(0).y() == legend.entry(7).y() == 0
    legend.resize(100, line)
    assert legend.height() == 2 * line
    assert legend.entry(7).geometry().topLeft().toTuple() == (0, line)


def test_a_long_value_gets_its_room(legend: CurveLegend) -> None:
    width = legend.entry(0).width()
    legend.show_values({0: "1.234e−10…1.234e−9"})
    assert legend.entry(0).width() > width
    legend.show_values({0: "1"})
    assert legend.entry(0).width() > width  # or it would twitch


def test_a_value_of_a_curve_that_is_not_offered_is_passed_over(legend: CurveLegend) -> None:
    legend.show_values({0: "1", 99: "2"})
    assert legend.text() == "L 1"
