import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.painting.curve_lines import SMOOTHING_SHARES
from gui.widgets.loss_menu import LossMenu
from tests.gui.conftest import Show


@pytest.fixture
def menu(show: Show) -> LossMenu:
    return show(LossMenu(), 40, 30)


def test_at_first_nothing_is_smoothed(menu: LossMenu) -> None:
    assert SMOOTHING_SHARES[menu.smoothing] == 0


def test_a_smoothing_is_chosen_alone(menu: LossMenu, qtbot: QtBot) -> None:
    for number in range(len(SMOOTHING_SHARES)):
        with qtbot.waitSignal(menu.chosen):
            menu.smoothing_action(number).trigger()
        assert menu.smoothing == number
        checked = [menu.smoothing_action(other).isChecked() for other in range(len(SMOOTHING_SHARES))]
        assert checked.count(True) == 1


def test_what_a_smoothing_does_is_said_with_its_share(menu: LossMenu) -> None:
    for number, share in list(enumerate(SMOOTHING_SHARES))[1:]:
        assert f"{100 * share:.0f} %" in menu.smoothing_action(number).toolTip()


def test_it_is_reached_by_tab_alone_so_that_space_still_runs(menu: LossMenu) -> None:
    assert menu.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert menu.accessibleName()
