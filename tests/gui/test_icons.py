from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from gui.icons import icon_path, icon_source, tinted_icon
from tests.gui.looks import pixels_of

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(Path(entry.name).stem for entry in files("resources").joinpath("icons").iterdir())
OWN_COLORS = {"gyaku", "arrow-dark", "arrow-light", "check"}


def image(name: str, color: str, size: int = 32) -> QImage:
    return tinted_icon(name, color).pixmap(size, size).toImage()


def opaque(drawn: QImage) -> NDArray[np.bool_]:
    """Return where an image is fully painted."""
    alpha = drawn.convertToFormat(QImage.Format.Format_Alpha8)
    rows = np.frombuffer(alpha.constBits(), np.uint8).reshape(alpha.height(), alpha.bytesPerLine())
    return np.equal(rows[:, : alpha.width()], 255)


@pytest.mark.parametrize("name", sorted(set(NAMES) - OWN_COLORS))
@pytest.mark.parametrize("color", ["#ff0000", "#00ff00"])
def test_an_icon_is_drawn_in_the_colour_asked_for_and_no_other(name: str, color: str) -> None:
    drawn = image(name, color)
    painted = pixels_of(drawn)[opaque(drawn)]
    assert len(painted) > 10
    assert {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in painted.tolist()} == {color}


@pytest.mark.parametrize("size", [10, 14, 16, 21, 28, 32, 64])
def test_an_icon_is_sharp_at_each_size(size: int) -> None:
    assert image("run", "#000000", size).width() == size


def test_no_two_icons_look_the_same() -> None:
    drawings = {name: pixels_of(image(name, "#ffffff")).tobytes() for name in set(NAMES) - {"arrow-dark"}}
    assert len(set(drawings.values())) == len(drawings)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_lies_where_its_path_says(name: str) -> None:
    assert Path(icon_path(name)).read_text("utf-8") == icon_source(name)
    assert "\\" not in icon_path(name)
