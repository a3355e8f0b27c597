import numpy as np

from gui.painting.layer_series import LayerSeries
from gui.theme import LIGHT
from gui.widgets.layer_view import LayerView
from tests.gui.conftest import Show


def test_a_screen_reader_is_told_what_is_shown(show: Show) -> None:
    view = show(LayerView(), 200, 100)
    series = LayerSeries("mean size", ("W1", "W2"), np.array([0.0]), np.array([[1.0, 2.0]]), 0)
    view.show_series(series, LIGHT)
    assert view.accessibleName() == "mean size"
    assert view.accessibleDescription() == series.text


def test_it_asks_for_more_room_than_it_needs(show: Show) -> None:
    view = show(LayerView(), 200, 100)
    assert view.minimumSizeHint().boundedTo(view.sizeHint()) == view.minimumSizeHint()
