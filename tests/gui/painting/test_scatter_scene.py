import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from gui.painting.scatter_field import Field
from gui.painting.scatter_points import Points
from gui.painting.scatter_scene import draw_cursor, draw_frame, draw_rings, draw_scene, room_for_points
from gui.theme import DARK, LIGHT, Appearance, Theme
from tests.gui.conftest import Show
from tests.gui.looks import Pixels, nearly, pixels_of

pytestmark = pytest.mark.usefixtures("qapp")  # sizes are those of its font

NOTHING = Points(np.zeros((0, 2)), np.zeros(0), np.zeros(0, int), 0)


class Card:
    """A card of 100 by 100 to draw on."""

    def __init__(self) -> None:
        self._image = QImage(100, 100, QImage.Format.Format_RGB32)
        self._image.fill(QColor(LIGHT.card))
        self.painter = QPainter(self._image)

    def finished(self) -> Pixels:
        """Return what was drawn."""
        self.painter.end()
        return pixels_of(self._image)


@pytest.fixture
def card(appearance: Appearance) -> Card:  # noqa: ARG001 - an application is needed
    return Card()


def scene(widget: QWidget, points: Points, theme: Theme = LIGHT, names: tuple[str, str] = ("x₁", "x₂")) -> Pixels:
    field = Field((-1.0, 1.0), (-1.0, 1.0), room_for_points(QRectF(widget.rect())))
    return pixels_of(draw_scene(widget, points, field, names, theme).toImage())


def test_there_is_room_for_the_axes_and_never_less_than_a_pixel_for_points() -> None:
    rect = QRectF(0, 0, 300, 200)
    assert rect.contains(room_for_points(rect))
    assert room_for_points(rect).left() > 20
    assert room_for_points(QRectF(0, 0, 5, 5)).width() == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axes_have_lines_numbers_and_names(show: Show, theme: Theme) -> None:
    widget = show(QWidget(), 240, 160)
    shown = scene(widget, NOTHING, theme)
    assert nearly(theme.line, shown, 20) > 200
    assert nearly(theme.quiet, shown) > 10
    assert not np.array_equal(shown, scene(widget, NOTHING, theme, ("x₁", "x₃")))


def test_points_are_over_the_axes(show: Show) -> None:
    shown = scene(show(QWidget(), 240, 160), Points(np.zeros((1, 2)), np.ones(1), np.ones(1, int), 1))
    assert nearly(LIGHT.positive_value, shown) > 20


def test_a_ring_goes_around_a_point(card: Card) -> None:
    draw_rings(card.painter, np.array([[50.0, 50.0]]), LIGHT.text, LIGHT)
    shown = card.finished()
    assert nearly(LIGHT.text, shown) > 10
    assert nearly(LIGHT.card, shown[47:54, 47:54]) == 49


def test_a_frame_is_drawn_in_the_accent(card: Card) -> None:
    draw_frame(card.painter, QRectF(10, 10, 60, 40), LIGHT)
    shown = card.finished()
    assert nearly(LIGHT.accent, shown) > 40
    assert nearly(LIGHT.card, shown[12:48, 12:68], 10) == 0


def test_a_cursor_is_a_cross(card: Card) -> None:
    draw_cursor(card.painter, QPointF(50, 50), LIGHT)
    shown = card.finished()
    assert nearly(LIGHT.accent, shown[:, 48:52]) >= 12
    assert nearly(LIGHT.accent, shown[48:52]) >= 12
    assert nearly(LIGHT.accent, shown[:42]) == 0
