from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import DARK, LIGHT, Theme
from gui.widgets.loss_plot import EpochAxis, LogAxis, LossPlot, curve_colors
from tests.gui.conftest import Show
from tests.gui.looks import READABLE, contrast, nearly, pixels
from tests.gui.pointer import leave, move_to


@pytest.fixture
def plot(show: Show) -> LossPlot:
    plot = show(LossPlot(), 400, 300)
    plot.set_colors(LIGHT)
    plot.show_curve(0, np.arange(100.0), np.linspace(1, 0.5, 100))
    return plot


def column_of_epoch(plot: LossPlot, epoch: float) -> QPoint:
    place = plot.plotItem.vb.mapViewToScene(plot.plotItem.vb.viewRect().center())
    return QPoint(round(plot.plotItem.vb.mapViewToScene(type(place)(epoch, place.y())).x()), round(place.y()))


def test_a_curve_is_to_be_seen_in_its_colour(plot: LossPlot) -> None:
    color = curve_colors(LIGHT)[0]
    assert nearly(color, pixels(plot)) > 30
    plot.show_curve(0, np.zeros(0), np.zeros(0))
    assert nearly(color, pixels(plot)) == 0


def test_the_epoch_under_the_pointer_is_told_and_marked(plot: LossPlot, qtbot: QtBot) -> None:
    plot.grab()
    with qtbot.waitSignal(plot.pointed) as told:
        move_to(plot.viewport(), column_of_epoch(plot, 40))
    assert told.args is not None
    assert told.args[0] == pytest.approx(40, abs=1)
    assert plot.pointer.isVisible()
    with qtbot.waitSignal(plot.pointed) as told:
        leave(plot)
    assert told.args == [None]
    assert not plot.pointer.isVisible()


def test_the_epoch_that_is_shown_is_marked(plot: LossPlot) -> None:
    plot.show_epoch(63)
    assert plot.marker.value() == 63


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_both_curves_stand_out_from_the_ground_and_from_each_other(theme: Theme) -> None:
    first, second = curve_colors(theme)
    assert contrast(first, theme.card) >= READABLE
    assert contrast(second, theme.card) >= READABLE
    assert first != second


def test_by_the_logarithm_ticks_are_written_as_what_they_stand_for(qapp: QApplication) -> None:  # noqa: ARG001
    axis = LogAxis()
    axis.logarithmic = True
    assert axis.tickStrings([-3.0, 0.0, 2.0], 1, 1) == ["0.001", "1", "100"]


@given(st.floats(-30, 10), st.floats(0.1, 40))
def test_by_the_logarithm_ticks_stand_at_round_numbers_and_there_are_not_too_many(low: float, size: float) -> None:
    axis = LogAxis()
    axis.logarithmic = True
    ((_, ticks),) = axis.tickValues(low, low + size, 300)
    assert size < 0.5 or 1 <= len(ticks) <= 12
    assert all(low <= tick <= low + size for tick in ticks)
    assert {text[0] for text in axis.tickStrings([tick % 1 for tick in ticks], 1, 1)} <= set("125")
    assert all(first < second for first, second in pairwise(ticks))


def test_epochs_are_whole_numbers_with_their_thousands_set_apart(qapp: QApplication) -> None:  # noqa: ARG001
    axis = EpochAxis()
    assert axis.tickStrings([0.0, 1000.0, 12345.0], 1, 1) == ["0", "1,000", "12,345"]
    for high in (1, 3, 50, 100_000):
        assert all(spacing >= 1 for spacing, _ in axis.tickSpacing(0, high, 300))
