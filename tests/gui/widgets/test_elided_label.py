import numpy as np
import pytest

from gui.theme import LIGHT, Appearance, styled
from gui.widgets.elided_label import ElidedLabel
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels

TEXT = "L2, each value, in steps"


@pytest.fixture
def label(show: Show, appearance: Appearance) -> ElidedLabel:  # noqa: ARG001
    label = show(styled(ElidedLabel(), "quiet"), 300, 20)
    label.show_text(TEXT)
    return label


def test_where_there_is_room_all_of_the_text_is_drawn(label: ElidedLabel) -> None:
    assert label.drawn == TEXT
    assert label.toolTip() == ""


def test_where_there_is_none_it_is_shortened_and_told_by_the_tooltip(label: ElidedLabel) -> None:
    label.resize(60, 20)
    assert label.drawn.endswith("…")
    assert TEXT.startswith(label.drawn[:-1])
    assert label.text() == label.toolTip() == TEXT
    label.resize(300, 20)
    assert label.drawn == TEXT
    assert label.toolTip() == ""


def test_it_is_drawn_in_its_colour_and_within_its_room(label: ElidedLabel) -> None:
    assert count_of(LIGHT.quiet, pixels(label)) > 20
    whole = np.flatnonzero((pixels(label) != pixels(label)[0, 0]).any(axis=(0, 2)))
    assert whole[-1] == pytest.approx(label.fontMetrics().horizontalAdvance(TEXT), abs=4)


def test_it_asks_for_no_width(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() == 0
    assert label.minimumSizeHint().height() > 8
