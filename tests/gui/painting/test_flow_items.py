import numpy as np
import pytest
from PySide6.QtGui import QPainter

from core.training import Trainer
from gui.painting.flow_items import FlowItem, FlowPicture, Fonts, Highlights
from gui.painting.flow_spots import Spot
from gui.theme import number_font, set_text_percent
from tests.gui.painting.pictures import HEIGHT, WIDTH, drawn_again, picture_of
from tests.gui.runs import ARTICLE

pytestmark = pytest.mark.usefixtures("qapp")


class PointedItem(FlowItem):
    """Fills the field where something is pointed at."""

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        if picture.highlights.pointed is not None:
            painter.fillRect(self.boundingRect(), picture.theme.text)


def test_an_item_takes_the_whole_field_once_it_has_a_picture() -> None:
    item = PointedItem()
    assert item.boundingRect().isEmpty()
    item.show_picture(picture_of(Trainer(ARTICLE)))
    assert item.boundingRect().size().toTuple() == (WIDTH, HEIGHT)


def test_without_a_picture_there_is_nothing_to_highlight() -> None:
    item = PointedItem()
    item.show_highlights(Highlights(Spot(0, 0)))
    assert item._picture is None


def test_highlights_change_while_the_rest_of_the_picture_stays() -> None:
    item, picture = PointedItem(), picture_of(Trainer(ARTICLE))
    item.show_picture(picture)
    _, before = drawn_again(item, picture)
    item.show_highlights(Highlights(pointed=Spot(0, 0)))
    _, after = drawn_again(item, picture)
    assert not np.array_equal(before, after)
    assert item._picture is not None
    assert item._picture.state is picture.state


def test_fonts_fit_the_pixels_asked_for_whatever_the_size_of_text() -> None:
    try:
        for percent in (100, 200):
            set_text_percent(percent)
            fonts = Fonts()
            assert fonts.numbers(9).pixelSize() == 9
            assert fonts.numbers(9).family() == number_font().family()
            assert fonts.names(7).pixelSize() == 7
            assert fonts.names(7).bold()
            assert fonts.names(7) is fonts.names(7)
    finally:
        set_text_percent(100)
