import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.icons import tinted_icon
from gui.theme import LIGHT, Appearance
from gui.widgets.freeze_button import FreezeButton
from tests.gui.conftest import Show


@pytest.fixture
def button(show: Show, appearance: Appearance) -> FreezeButton:  # noqa: ARG001
    return show(FreezeButton("Hidden 1"), 30, 30)


def has_drawing(button: FreezeButton, name: str) -> bool:
    expected = tinted_icon(name, LIGHT.text).pixmap(32, 32).toImage()
    return button.icon().pixmap(32, 32).toImage() == expected


@pytest.mark.parametrize(
    ("frozen", "closed", "name"),
    [
        (0, False, "Freeze Hidden 1: training leaves its weights and biases as they are"),
        (2, False, "Freeze Hidden 1: 2 of its 6 weights and biases are frozen already"),
        (6, True, "Free Hidden 1: let training change its weights and biases again"),
    ],
)
def test_it_is_closed_where_all_is_frozen(button: FreezeButton, frozen: int, closed: bool, name: str) -> None:
    button.show_frozen(frozen, 6)
    assert button.isChecked() == closed
    assert has_drawing(button, "lock" if closed else "unlock")
    assert button.toolTip() == button.accessibleName() == name


@pytest.mark.parametrize("frozen", [0, 2, 6])
def test_a_click_asks_for_the_other_and_what_is_shown_asks_for_nothing(
    button: FreezeButton, qtbot: QtBot, frozen: int
) -> None:
    with qtbot.assertNotEmitted(button.toggled_by_learner):
        button.show_frozen(frozen, 6)
    with qtbot.waitSignal(button.toggled_by_learner) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [frozen < 6]
