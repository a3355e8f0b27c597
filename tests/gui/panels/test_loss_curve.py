import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.history import LOSS, MEAN_SQUARED_ERROR, TEST_LOSS
from core.numerals import format_number
from core.training import Trainer
from gui.painting.curve_lines import Line, quantity_color
from gui.panels.loss_curve import ACCURACY, LOGARITHMIC, LossPanel
from gui.session import Session
from gui.theme import LIGHT, Appearance, Mode
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.pointer import leave, move_to
from tests.gui.runs import ARTICLE, DIVERGING, experiment_of

WITH_TEST = ARTICLE.with_data(
    replace(ARTICLE.data, test_inputs=ARTICLE.data.inputs[:1], test_targets=ARTICLE.data.targets[:1])
)


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> LossPanel:
    return show(LossPanel(session, appearance), 330, 260)


def reading(panel: LossPanel) -> str:
    """Return what is read off the curves."""
    return f"{panel.epoch.text()}: {panel.legend.text()}"


def lines(panel: LossPanel, quantity: int) -> list[Line]:
    """Return what is drawn of a quantity of the run."""
    return [line for line in panel.plot.lines if line.color == quantity_color(LIGHT, quantity)]


def dashed(panel: LossPanel) -> list[Line]:
    """Return what is drawn of the runs that are kept."""
    return [line for line in panel.plot.lines if line.dash]


def at_epoch(panel: LossPanel, epoch: float) -> QPoint:
    return QPoint(round(panel.plot.frame.x(epoch)), 60)


def choose(panel: LossPanel, qtbot: QtBot, scale: int) -> None:
    qtbot.mouseClick(panel.scale.button(scale), Qt.MouseButton.LeftButton)


def test_before_the_first_epoch_there_is_nothing_to_read_and_it_says_why(panel: LossPanel, session: Session) -> None:
    assert reading(panel) == "epoch 0: L –  MSE –"
    assert panel.plot.sentence == "The curve begins with the first epoch."
    session.run_epoch()
    assert panel.plot.sentence == ""
    session.open(Trainer(ARTICLE))
    assert panel.plot.sentence != ""


def test_the_latest_values_are_told(panel: LossPanel, session: Session) -> None:
    session.seek(1200)
    loss = session.trainer.loss
    assert loss is not None
    assert reading(panel) == f"epoch 1,200: L {format_number(loss)}  MSE {format_number(loss / 4)}"


def test_the_values_under_the_pointer_are_told(panel: LossPanel, session: Session) -> None:
    session.seek(100)
    latest = reading(panel)
    move_to(panel.plot, at_epoch(panel, 40))
    exact, _ = session.trainer.timeline.history.at(LOSS, 40)
    assert reading(panel) == f"epoch 40: L {format_number(exact)}  MSE {format_number(exact / 4)}"
    leave(panel.plot)
    assert reading(panel) == latest


def test_beyond_the_last_epoch_the_last_is_told(panel: LossPanel, session: Session) -> None:
    session.seek(3)
    move_to(panel.plot, at_epoch(panel, 4.9))
    assert reading(panel).startswith("epoch 2:")


def test_of_a_long_run_a_bucket_is_told_from_its_lowest_to_its_highest(panel: LossPanel, session: Session) -> None:
    session.seek(20_000)
    move_to(panel.plot, at_epoch(panel, 0))
    assert "…" in reading(panel)


def test_the_curves_are_those_of_the_history(panel: LossPanel, session: Session) -> None:
    session.seek(50)
    (loss,), (error,) = lines(panel, LOSS), lines(panel, MEAN_SQUARED_ERROR)
    history = session.trainer.timeline.history
    assert loss.epochs.tolist() == list(range(50))
    assert loss.values.tolist() == [history.at(LOSS, epoch)[0] for epoch in range(50)]
    np.testing.assert_allclose(error.values, loss.values / 4)
    assert panel.plot.epoch == 50
    assert nearly(loss.color, pixels(panel.plot), within=150) > 30


def test_a_long_run_is_drawn_in_about_as_many_points_as_there_are_pixels(panel: LossPanel, session: Session) -> None:
    session.seek(30_000)
    (loss,) = lines(panel, LOSS)
    assert len(loss.epochs) <= 2 * panel.plot.width()
    assert loss.epochs[-1] > 29_000


def test_enlarged_there_is_more_to_be_seen(panel: LossPanel, session: Session) -> None:
    session.seek(8000)
    assert not panel.menu.whole.isEnabled()
    panel.plot.view((1000.0, 1100.0))
    (loss,) = lines(panel, LOSS)
    assert np.diff(loss.epochs).max() == 1
    assert (loss.epochs[0], loss.epochs[-1]) == (1000, 1101)
    assert panel.accuracy.zoomed == panel.plot.zoomed
    panel.menu.whole.trigger()
    assert panel.plot.zoomed is None
    assert len(lines(panel, LOSS)[0].epochs) > 200


def test_a_click_on_the_curve_goes_to_that_epoch(panel: LossPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(1000)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at_epoch(panel, 400))
    assert session.trainer.epoch == pytest.approx(400, abs=3)
    assert panel.plot.epoch == session.trainer.epoch
    assert session.last_epoch == 1000


def test_beyond_the_recorded_run_it_goes_to_its_end(panel: LossPanel, session: Session) -> None:
    session.seek(5)
    panel.plot.chosen.emit(9)
    assert session.trainer.epoch == 5


def test_by_the_logarithm_the_same_is_drawn_and_told(panel: LossPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    before = reading(panel)
    choose(panel, qtbot, LOGARITHMIC)
    assert panel.plot.frame.logarithmic
    assert reading(panel) == before


def test_a_loss_of_zero_has_no_logarithm_and_it_says_so(appearance: Appearance, show: Show, qtbot: QtBot) -> None:
    session = Session(experiment_of(1, 1, samples=1, activation="relu"))
    session.trainer.plan.parameters.flat[:] = 0
    session.run_epoch()
    assert session.trainer.loss == 0
    panel = show(LossPanel(session, appearance), 330, 260)
    assert panel.plot.sentence == ""
    choose(panel, qtbot, LOGARITHMIC)
    assert panel.plot.sentence.startswith("A loss of 0 has no logarithm")
    panel.grab()


@pytest.mark.parametrize("scale", [0, LOGARITHMIC])
def test_a_run_that_diverges_is_drawn(appearance: Appearance, show: Show, qtbot: QtBot, scale: int) -> None:
    session = Session(DIVERGING)
    panel = show(LossPanel(session, appearance), 330, 260)
    choose(panel, qtbot, scale)
    session.seek(1000)
    assert "∞" in reading(panel) or "NaN" in reading(panel)
    low, high = panel.plot.frame.values
    assert np.isfinite([low, high]).all()
    assert nearly(quantity_color(LIGHT, LOSS), pixels(panel.plot), within=200) > 20


def test_a_run_that_diverges_at_once_says_that_there_is_no_curve(appearance: Appearance, show: Show) -> None:
    session = Session(ARTICLE.with_data(ARTICLE.data.with_value(0, 2, 1e200)))
    session.run_epoch()
    assert session.trainer.diverged
    panel = show(LossPanel(session, appearance), 330, 260)
    assert panel.plot.sentence.startswith("The loss was not finite from the start")


def test_smoothed_the_curve_stays_behind_its_mean(panel: LossPanel, session: Session) -> None:
    session.seek(500)
    panel.menu.smoothing_action(2).trigger()
    raw, mean = lines(panel, LOSS)
    assert raw.faint
    assert not mean.faint
    assert mean.values.tolist() != raw.values.tolist()


def test_the_test_loss_is_drawn_where_there_are_test_samples(appearance: Appearance, show: Show) -> None:
    session = Session(WITH_TEST)
    panel = show(LossPanel(session, appearance), 330, 260)
    session.seek(20)
    (test,) = lines(panel, TEST_LOSS)
    assert test.values[-1] == session.trainer.timeline.history.at(TEST_LOSS, 19)[0]
    assert f"test {format_number(test.values[-1])}" in reading(panel)


def test_curves_can_be_hidden(panel: LossPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(20)
    qtbot.mouseClick(panel.legend.entry(LOSS), Qt.MouseButton.LeftButton)
    assert lines(panel, LOSS) == []
    assert len(lines(panel, MEAN_SQUARED_ERROR)) == 1
    qtbot.mouseClick(panel.legend.entry(MEAN_SQUARED_ERROR), Qt.MouseButton.LeftButton)
    assert panel.plot.sentence == "Choose a curve above."


def test_the_accuracy_has_a_plot_of_its_own_where_it_is_wanted(
    panel: LossPanel, session: Session, qtbot: QtBot
) -> None:
    session.seek(3000)
    assert not panel.accuracy.isVisible()
    qtbot.mouseClick(panel.legend.entry(ACCURACY), Qt.MouseButton.LeftButton)
    assert panel.accuracy.isVisible()
    assert panel.accuracy.frame.epochs == panel.plot.frame.epochs
    assert "accuracy 0.5" in reading(panel)
    assert panel.numbers().splitlines()[0].endswith(",accuracy")  # type: ignore[union-attr]


def test_a_regression_has_no_accuracy(panel: LossPanel, session: Session) -> None:
    panel.legend.entry(ACCURACY).click()
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(0, 2, 0.3)), "Change")
    assert panel.legend.shown == [LOSS, MEAN_SQUARED_ERROR]
    assert not panel.accuracy.isVisible()


def test_a_run_can_be_kept_beside_others(panel: LossPanel, session: Session) -> None:
    session.seek(300)
    panel.menu.pin.trigger()
    session.use(ARTICLE.with_seed(3), "Another seed")
    session.seek(200)
    (row,) = {row.name: row for row in panel.pins.runs.rows if row.name == "Run 1"}.values()
    assert row.label == "seed: 3 → 0"
    assert "F2" in row.tip
    assert row.value == format_number(session.pins[0].history.at(LOSS, 199)[0])
    assert len(dashed(panel)) == len(session.pins)
    assert dashed(panel)[0].values[0] == session.pins[0].history.at(LOSS, 0)[0]
    panel.legend.entry(LOSS).click()
    assert dashed(panel)[0].values[0] == session.pins[0].history.at(MEAN_SQUARED_ERROR, 0)[0]


def test_the_same_settings_are_said_to_be_the_same(panel: LossPanel, session: Session) -> None:
    session.seek(30)
    panel.pin()
    assert panel.pins.runs.rows[0].label == "the same settings"


def test_without_a_curve_there_is_none_to_be_kept(panel: LossPanel, session: Session) -> None:
    panel.pin()
    assert session.pins == ()
    assert panel.notice.text() == "There is no curve to keep yet: run an epoch first."


def test_kept_runs_are_renamed_and_removed(panel: LossPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(30)
    panel.pin()
    panel.activateWindow()
    panel.pins.setFocus(Qt.FocusReason.TabFocusReason)
    panel.pins.setCurrentIndex(panel.pins.runs.index(0))
    qtbot.keyClick(panel.pins, Qt.Key.Key_F2)
    (editor,) = panel.pins.findChildren(QLineEdit)
    qtbot.keyClicks(editor, "slow")
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [pin.name for pin in session.pins] == ["slow"]
    qtbot.keyClick(panel.pins, Qt.Key.Key_Delete)
    assert session.pins == ()
    assert dashed(panel) == []
    assert not panel.pins.isVisible()


def test_the_numbers_are_those_of_the_curves_that_are_shown(panel: LossPanel, session: Session) -> None:
    session.seek(3)
    panel.pin()
    history = session.trainer.timeline.history
    loss, error = (history.at(quantity, 2)[0] for quantity in (LOSS, MEAN_SQUARED_ERROR))
    rows = (panel.numbers() or "").splitlines()
    assert rows[0] == "epoch,L,MSE,1 Run 1: L"
    assert rows[3] == f"2,{loss!r},{error!r},{loss!r}"
    assert len(rows) == 4
    session.seek(20_000)
    assert (panel.numbers() or "").splitlines()[0].startswith("epoch,L min,L max,MSE min,MSE max,")


def test_the_accuracy_on_test_samples_is_among_the_numbers(appearance: Appearance, show: Show) -> None:
    session = Session(WITH_TEST)
    panel = show(LossPanel(session, appearance), 330, 260)
    panel.legend.entry(ACCURACY).click()
    session.seek(20)
    assert (panel.numbers() or "").splitlines()[0] == "epoch,L,MSE,test,accuracy,test accuracy"


def test_the_picture_has_the_legend(panel: LossPanel) -> None:
    assert panel.picture().isAncestorOf(panel.legend)


def test_in_the_other_theme_it_takes_on_its_colours(panel: LossPanel, session: Session, appearance: Appearance) -> None:
    session.seek(30)
    panel.pin()
    appearance.set_mode(Mode.DARK)
    assert {line.color for line in panel.plot.lines}.isdisjoint({quantity_color(LIGHT, LOSS)})
    assert panel.pins.runs.rows[0].color == appearance.theme.backward


def test_in_a_low_column_the_curve_keeps_its_room(panel: LossPanel, session: Session) -> None:
    session.seek(30)
    for _ in range(3):
        panel.pin()
    panel.legend.entry(ACCURACY).click()
    assert panel.accuracy.isVisible()
    high = panel.pins.height()
    panel.resize(330, 160)
    assert panel.minimumSizeHint().height() <= 160
    assert not panel.accuracy.isVisible()
    assert "accuracy 0.5" in reading(panel)
    assert panel.pins.height() == high / 3
    panel.layout().activate()  # type: ignore[union-attr]
    assert panel.plot.height() >= 60
    assert panel.plot.geometry().bottom() < 160
