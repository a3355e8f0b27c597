from PySide6.QtGui import QIcon, QImage

from gui.icons import tinted_icon
from gui.theme import DARK, LIGHT, Appearance, Mode
from gui.widgets.icon_button import IconButton
from tests.gui.conftest import Show


def image(icon: QIcon) -> QImage:
    return icon.pixmap(32, 32).toImage()


def test_the_drawing_follows_the_theme(show: Show, appearance: Appearance) -> None:
    button = show(IconButton("remove", "Remove"))
    for mode, theme in ((Mode.LIGHT, LIGHT), (Mode.DARK, DARK)):
        appearance.set_mode(mode)
        assert image(button.icon()) == image(tinted_icon("remove", theme.text))


def test_it_can_show_another_drawing(show: Show, appearance: Appearance) -> None:
    button = show(IconButton("unlock", "Freeze"))
    button.show_icon("lock")
    assert image(button.icon()) == image(tinted_icon("lock", appearance.theme.text))


def test_its_name_is_its_tooltip_too(show: Show) -> None:
    button = show(IconButton("remove", "Remove Hidden 1"))
    assert button.toolTip() == button.accessibleName() == "Remove Hidden 1"
