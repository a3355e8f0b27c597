import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from core.history import LOSS, Curve
from core.numerals import format_number
from gui.panels.loss_curve import LOGARITHMIC, LossPanel, polyline
from gui.session import Session
from gui.theme import Appearance
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to
from tests.gui.runs import DIVERGING, experiment_of

values = st.lists(st.floats(0, 1e6), min_size=1, max_size=20)


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> LossPanel:
    return show(LossPanel(session, appearance), 360, 320)


def legend(panel: LossPanel) -> str:
    """Return the legend as it is read."""
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", panel.legend.text())).strip()


def point_at_epoch(panel: LossPanel, epoch: float) -> None:
    panel.plot.grab()  # lays the axes out
    box = panel.plot.plotItem.vb
    place = box.mapViewToScene(QPointF(epoch, box.viewRect().center().y()))
    move_to(panel.plot.viewport(), QPoint(round(place.x()), round(place.y())))


@given(values, values)
def test_a_polyline_reaches_all_low_and_high_values_and_none_beyond(some: list[float], others: list[float]) -> None:
    count = min(len(some), len(others))
    low = np.minimum(some[:count], others[:count])
    high = np.maximum(some[:count], others[:count])
    x, y = polyline(Curve(np.arange(float(count)), low, high))
    assert x.shape == y.shape
    assert (np.diff(x) >= 0).all()
    for epoch in range(count):
        assert {y[x == epoch].min(), y[x == epoch].max()} == {low[epoch], high[epoch]}


def test_where_low_and_high_are_the_same_there_is_one_point_each() -> None:
    x, y = polyline(Curve(np.arange(3.0), np.array([3.0, 2.0, 1.0]), np.array([3.0, 2.0, 1.0])))
    assert (x.tolist(), y.tolist()) == ([0, 1, 2], [3, 2, 1])


def test_before_the_first_epoch_there_is_nothing_to_read(panel: LossPanel) -> None:
    assert legend(panel) == "epoch 0 ━ L – ━ MSE –"


def test_an_empty_plot_says_why_it_is_empty(panel: LossPanel, session: Session) -> None:
    assert panel.plot.emptiness.text() == "The curve begins with the first epoch."
    session.run_epoch()
    assert panel.plot.emptiness.text() == ""
    session.reset()
    assert panel.plot.emptiness.text() != ""


def test_the_legend_tells_the_latest_values(panel: LossPanel, session: Session) -> None:
    session.seek(1200)
    loss = session.trainer.loss
    assert loss is not None
    assert legend(panel) == f"epoch 1,200 ━ L {format_number(loss)} ━ MSE {format_number(loss / 4)}"


def test_the_legend_tells_the_values_under_the_pointer(panel: LossPanel, session: Session) -> None:
    session.seek(100)
    latest = legend(panel)
    point_at_epoch(panel, 40)
    shown = re.match(r"epoch (\d+) ━ L (\S+) ━ MSE (\S+)", legend(panel))
    assert shown is not None
    epoch, loss, error = shown.groups()
    assert int(epoch) == pytest.approx(40, abs=1)
    exact, _ = session.trainer.timeline.history.at(LOSS, int(epoch))
    assert (loss, error) == (format_number(exact), format_number(exact / 4))
    leave(panel.plot)
    assert legend(panel) == latest


def test_beyond_the_last_epoch_the_last_is_told(panel: LossPanel, session: Session) -> None:
    session.seek(3)
    point_at_epoch(panel, 4.9)
    assert legend(panel).startswith("epoch 2 ")


def test_of_a_long_run_a_bucket_is_told_from_its_lowest_to_its_highest(panel: LossPanel, session: Session) -> None:
    session.seek(20_000)
    point_at_epoch(panel, 0)
    assert "…" in legend(panel)


def test_the_curves_are_those_of_the_history(panel: LossPanel, session: Session) -> None:
    session.seek(50)
    x, loss = panel.plot.curves[0].getData()
    _, error = panel.plot.curves[1].getData()
    history = session.trainer.timeline.history
    assert x.tolist() == list(range(50))
    assert loss.tolist() == [history.at(LOSS, epoch)[0] for epoch in range(50)]
    np.testing.assert_allclose(error, loss / 4)
    assert panel.plot.marker.value() == 50


def test_a_long_run_is_drawn_in_about_as_many_points_as_there_are_pixels(panel: LossPanel, session: Session) -> None:
    session.seek(30_000)
    x, _ = panel.plot.curves[0].getData()
    assert len(x) <= panel.plot.width() + 2
    assert x[-1] > 29_000


def test_by_the_logarithm_a_curve_is_drawn_and_told_right(panel: LossPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    _, linear = panel.plot.curves[0].getData()
    before = legend(panel)
    qtbot.mouseClick(panel.scale.button(LOGARITHMIC), Qt.MouseButton.LeftButton)
    _, logarithms = panel.plot.curves[0].getData()
    np.testing.assert_allclose(10**logarithms, linear)
    assert panel.plot.axis.logarithmic
    assert legend(panel) == before


def test_a_loss_of_zero_has_a_place_by_the_logarithm(appearance: Appearance, show: Show, qtbot: QtBot) -> None:
    session = Session(experiment_of(1, 1, samples=1, activation="relu"))
    session.trainer.plan.parameters.flat[:] = 0
    session.run_epoch()
    assert session.trainer.loss == 0
    panel = show(LossPanel(session, appearance), 360, 320)
    qtbot.mouseClick(panel.scale.button(LOGARITHMIC), Qt.MouseButton.LeftButton)
    panel.grab()
    _, logarithms = panel.plot.curves[0].getData()
    assert np.isfinite(logarithms).all()


@pytest.mark.parametrize("scale", [0, LOGARITHMIC])
def test_a_run_that_diverges_is_drawn(appearance: Appearance, show: Show, qtbot: QtBot, scale: int) -> None:
    session = Session(DIVERGING)
    panel = show(LossPanel(session, appearance), 360, 320)
    qtbot.mouseClick(panel.scale.button(scale), Qt.MouseButton.LeftButton)
    session.seek(1000)
    panel.grab()
    assert "∞" in legend(panel) or "NaN" in legend(panel)
