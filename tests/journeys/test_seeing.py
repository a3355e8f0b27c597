"""What the run is like: outputs over the plane and in tables, unit by unit, losses, gradient sizes, histograms."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QLineEdit

from core.history import TEST_LOSS
from gui.panels.data import DataPanel
from gui.panels.gradient_sizes import GradientSizesPanel
from gui.panels.histograms import HistogramsPanel
from gui.panels.loss_curve import ACCURACY, LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.output_map import OutputMapPanel
from gui.panels.outputs_table import BY_ERROR, OutputsPanel
from gui.panels.training import TrainingPanel
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.plane_view import PlaneView
from tests.gui.looks import is_blank, pixels
from tests.gui.pointer import move_to
from tests.journeys.learner import CONTROL, LONG, Key, Learner, texts_in


def place_on(view: PlaneView, x: float, y: float) -> QPoint:
    frame = view.frame()
    assert frame is not None
    return QPointF(*frame.on_screen(np.array((x, y))).tolist()).toPoint()


def epoch_on(plot: CurvePlot, epoch: float) -> QPoint:
    return QPoint(round(plot.frame.x(epoch)), round(plot.frame.field.center().y()))


def use(learner: Learner, name: str) -> None:
    box = learner.window.panel(DataPanel).dataset
    learner.pick(box, box.findData(name))


def test_the_output_over_the_plane_can_be_probed_and_its_points_chosen(learner: Learner) -> None:
    panel = learner.window.panel(OutputMapPanel)
    before = pixels(panel.view)
    assert not is_blank(before)
    learner.press(Key.Key_Right, 20, CONTROL)
    assert (pixels(panel.view) != before).any()
    assert "of 4 right" in panel.line.text()
    move_to(panel.view, place_on(panel.view, 0.5, 0.5))
    assert panel.line.text().count("0.5") >= 2
    assert "target" not in panel.line.text()
    learner.click(panel.view, place_on(panel.view, 1, 0))
    assert panel.line.text().startswith("3: ")
    assert "target 1" in panel.line.text()
    assert learner.window.flow.sample_choice.button(0).text() == "sample 3"
    assert learner.window.panel(DataPanel).table.currentIndex().row() == 2


def test_the_probe_goes_by_key(learner: Learner) -> None:
    view = learner.window.panel(OutputMapPanel).view
    view.setFocus()
    learner.press(Key.Key_Up)
    first = learner.window.panel(OutputMapPanel).line.text()
    learner.press(Key.Key_Right)
    assert learner.window.panel(OutputMapPanel).line.text() != first
    assert learner.read()[2] == "0 of 19"


def test_of_more_inputs_any_two_are_seen_with_the_others_held(learner: Learner) -> None:
    use(learner, "parity_3")
    panel = learner.window.panel(OutputMapPanel)
    choice = panel.choice
    before = pixels(panel.view)
    learner.pick(choice.up, choice.up.count() - 1)
    assert (choice.horizontal, choice.vertical) == (0, 2)
    assert choice.other.isVisible()
    learner.type_into(choice.value, "3")
    assert (pixels(panel.view) != before).any()


def test_every_unit_can_show_its_own_small_map(learner: Learner) -> None:
    flow = learner.window.flow
    learner.press(Key.Key_Right, 5, CONTROL)
    numbers = pixels(flow.view.viewport())
    learner.click(flow.unit_choice.button(1))
    maps = pixels(flow.view.viewport())
    assert (maps != numbers).any()
    learner.press(Key.Key_Right, 20, CONTROL)
    assert (pixels(flow.view.viewport()) != maps).any()


def test_many_inputs_have_a_table_of_outputs_and_a_confusion_matrix(learner: Learner) -> None:
    use(learner, "parity_4")
    learner.action("View", "Outputs").trigger()
    panel = learner.window.panel(OutputsPanel)
    assert panel.isVisible()
    learner.press(Key.Key_Right, 3, CONTROL)
    assert panel.table.model().rowCount() == 16
    counts = [int(cell) for row in range(2) for cell in texts_in(panel.confusion, row, range(2))]
    assert sum(counts) == 16
    assert panel.summary.text().startswith(f"{counts[0] + counts[3]} of 16 right")
    first = texts_in(panel.table, 0, range(panel.table.model().columnCount()))
    learner.click(panel.order.button(BY_ERROR))
    assert texts_in(panel.table, 0, range(panel.table.model().columnCount())) != first
    index = panel.table.model().index(2, 0)
    learner.click(panel.table.viewport(), panel.table.visualRect(index).center())
    header = panel.table.model().headerData(2, panel.table.verticalHeader().orientation())
    assert learner.window.flow.sample_choice.button(0).text() == f"sample {header}"


def test_test_loss_and_accuracy_have_their_curves(learner: Learner) -> None:
    use(learner, "circle")
    panel = learner.window.panel(LossPanel)
    learner.press(Key.Key_Right, 10, CONTROL)
    assert panel.legend.entry(TEST_LOSS).isVisible()
    assert panel.legend.entry(TEST_LOSS).value not in ("", "–")
    learner.click(panel.legend.entry(ACCURACY))
    learner.window.resize(1440, 1300)
    assert panel.accuracy.isVisible()
    assert " test " in panel.legend.entry(ACCURACY).value
    lines = len(panel.plot.lines)
    learner.click(panel.legend.entry(TEST_LOSS))
    assert len(panel.plot.lines) == lines - 1


def test_the_curve_is_seen_on_both_scales_and_smoothed(learner: Learner) -> None:
    panel = learner.window.panel(LossPanel)
    learner.type_into(learner.window.panel(TrainingPanel).batch_size.field, "1")
    learner.window.panel(TrainingPanel).shuffle.click()
    learner.run_until(300)
    linear = pixels(panel.plot)
    learner.click(panel.scale.button(1))
    logarithmic = pixels(panel.plot)
    assert (linear != logarithmic).any()
    panel.menu.smoothing_action(2).trigger()
    assert (pixels(panel.plot) != logarithmic).any()


def test_runs_are_kept_named_compared_and_let_go(learner: Learner) -> None:
    panel = learner.window.panel(LossPanel)
    pins = panel.pins
    learner.press(Key.Key_Right, 15, CONTROL)
    learner.press(Key.Key_K, modifier=CONTROL)
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, "1.5")
    learner.choose("Train", "Reset")
    learner.press(Key.Key_Right, 15, CONTROL)
    assert pins.isVisible()
    assert "learning rate: 1.5 → 0.1" in pins.model().index(0, 0).data()
    assert len({line.color for line in panel.plot.lines}) > 2
    pins.setCurrentIndex(pins.model().index(0, 0))
    pins.setFocus()
    learner.press(Key.Key_F2)
    editor = pins.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    learner.qtbot.keyClicks(editor, "slow")
    learner.qtbot.keyClick(editor, Key.Key_Return)
    learner.qtbot.waitUntil(lambda: "slow" in pins.model().index(0, 0).data())
    rows = pins.model().rowCount()
    pins.setFocus()
    learner.press(Key.Key_Delete)
    assert pins.model().rowCount() == rows - 1


def test_a_click_on_the_curve_goes_to_that_epoch(learner: Learner) -> None:
    panel = learner.window.panel(LossPanel)
    learner.press(Key.Key_Right, 60, CONTROL)
    move_to(panel.plot, epoch_on(panel.plot, 30))
    assert panel.epoch.text() in ("epoch 29", "epoch 30", "epoch 31")
    learner.click(panel.plot, epoch_on(panel.plot, 20))
    assert learner.read()[0] in ("19", "20", "21")
    assert learner.read()[0] == learner.window.timeline.field.text()


def test_a_vanishing_gradient_is_seen_and_said(learner: Learner) -> None:
    panel = learner.window.panel(GradientSizesPanel)
    for _ in range(5):
        learner.click(learner.window.panel(NetworkPanel).add)
    learner.press(Key.Key_Right, 3, CONTROL)
    learner.qtbot.waitUntil(panel.finding.isVisible, timeout=LONG)
    assert panel.finding.text().startswith("Vanishing: layer 1 gets ")
    assert panel.curves.isVisible()
    learner.click(panel.view.button(1))
    assert panel.bars.isVisible()
    assert not is_blank(pixels(panel.bars))


def measured_up_to(panel: GradientSizesPanel) -> float:
    """Return the last epoch of which the sizes are known."""
    return float(str(panel.numbers()).splitlines()[-1].split(",")[0])


def test_a_click_on_the_sizes_goes_to_that_epoch(learner: Learner) -> None:
    panel = learner.window.panel(GradientSizesPanel)
    learner.run_until(200)
    last = learner.session.last_epoch
    learner.qtbot.waitUntil(lambda: measured_up_to(panel) == last, timeout=LONG)
    learner.click(panel.curves, panel.curves.rect().center())
    assert 0 < learner.session.trainer.epoch < last


def test_histograms_fill_as_the_batch_is_computed(learner: Learner) -> None:
    learner.action("View", "Histograms").trigger()
    panel = learner.window.panel(HistogramsPanel)
    assert "fill as the batch is computed" in panel.note.text()
    learner.press(Key.Key_Right)
    first = panel.numbers()
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert not panel.note.isVisible()
    assert panel.numbers() != first
    picture = pixels(panel.grid)
    learner.press(Key.Key_Right, 50, CONTROL)
    assert (pixels(panel.grid) != picture).any()
