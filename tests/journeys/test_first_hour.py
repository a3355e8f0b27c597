"""A learner's first hour in the window, with real keys and clicks."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QSpinBox

from core.datasets import DATASETS
from core.network import initial_parameters
from gui.panels.calculation import CalculationPanel
from gui.panels.code import CodePanel
from gui.panels.data import DataPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from tests.journeys.learner import CONTROL, LEFT, LONG, SHIFT, Key, Learner


def test_steps_through_a_batch_and_back_again(learner: Learner) -> None:
    window, count = learner.window, len(learner.session.trainer.plan.operations)
    assert learner.read() == ("0", "–", "0 of 19")
    for done in range(1, count + 1):
        learner.press(Key.Key_Right)
        assert learner.read()[2] == f"{done} of {count}"
        assert window.phase_strip.chips[done - 1].is_current
        assert f"Step {done} of {count}" in window.panel(CalculationPanel).head.title.text()
        assert sum(line.phase is not None for line in window.panel(CodePanel).view.lines) == count
    assert learner.read()[0] == "1"
    learner.press(Key.Key_Right, 5)
    learner.press(Key.Key_Left, 5 + count)
    assert learner.read() == ("0", "–", "0 of 19")
    start = initial_parameters(window.session.experiment).flat
    np.testing.assert_array_equal(window.session.trainer.plan.parameters.flat, start)


def test_trains_the_article_to_where_it_got_stuck(learner: Learner) -> None:
    learner.press(Key.Key_G, modifier=CONTROL)
    dialog = learner.window.findChild(QInputDialog)
    assert dialog is not None
    spin = dialog.findChild(QSpinBox)
    assert spin is not None
    spin.selectAll()
    learner.qtbot.keyClicks(spin, "10000")
    learner.qtbot.keyClick(spin, Key.Key_Return)
    learner.window.activateWindow()
    learner.qtbot.waitUntil(lambda: not learner.window.player.running, timeout=60_000)
    assert learner.read() == ("10,000", "0.5042", "19 of 19")
    assert learner.outputs() == ["0.02474", "0.4992", "0.9697", "0.5019"]
    assert "MSE 0.1260" in learner.window.panel(LossPanel).legend.text()
    learner.press(Key.Key_Left, 25)
    assert learner.read()[::2] == ("9,998", "13 of 19")


def test_runs_and_pauses_and_edits_on_the_way(learner: Learner) -> None:
    window = learner.window
    learner.press(Key.Key_Space)
    assert window.player.running
    learner.qtbot.waitUntil(lambda: window.session.trainer.epoch > 50, timeout=LONG)
    learner.type_into(window.panel(TrainingPanel).learning_rate, "0.5")
    assert window.player.running
    assert window.session.experiment.training.learning_rate == 0.5
    epoch = window.session.trainer.epoch
    learner.qtbot.waitUntil(lambda: window.session.trainer.epoch > epoch + 50, timeout=LONG)
    learner.press(Key.Key_Space)
    assert not window.player.running
    assert window.session.trainer.timeline.segment(0).experiment.training.learning_rate == 0.1


def test_makes_the_data_and_the_network_their_own(learner: Learner) -> None:
    window = learner.window
    learner.type_into_cell(3, 2, "1")
    assert window.session.experiment.data == DATASETS["or"].make()
    assert window.panel(DataPanel).dataset.currentText() == "OR"
    learner.click(window.panel(DataPanel).samples.more)
    learner.type_into_cell(4, 0, "-0.5")
    assert window.session.experiment.data.inputs[4] == (-0.5, 0.0)
    learner.click(window.panel(DataPanel).targets.more)
    assert learner.sizes() == (2, 2, 2)
    learner.click(window.panel(NetworkPanel).add)
    learner.type_into(window.panel(NetworkPanel).rows[1].units.field, "5")
    learner.click(window.panel(NetworkPanel).rows[1].up)
    assert learner.sizes() == (2, 5, 2, 2)
    learner.click(window.panel(NetworkPanel).rows[0].remove)
    assert learner.sizes() == (2, 2, 2)
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert learner.read()[0] == "1"


@pytest.mark.parametrize("text", ["abc", "nan", "inf", ""])
def test_a_cell_that_is_no_finite_number_is_refused_on_the_spot(learner: Learner, text: str) -> None:
    before = learner.window.session.experiment
    learner.type_into_cell(0, 0, text)
    assert learner.window.panel(DataPanel).notice.isVisible()
    assert learner.window.session.experiment == before
    assert learner.window.panel(DataPanel).table.model().index(0, 0).data() == "0"


def test_a_run_that_diverges_stops_and_offers_the_way_back(learner: Learner) -> None:
    window = learner.window
    for row, name in enumerate(("relu", "linear")):
        box = window.panel(NetworkPanel).rows[row].activation
        learner.pick(box, box.findData(name))
    learner.type_into(window.panel(TrainingPanel).learning_rate, "1000")
    learner.press(Key.Key_Space)
    learner.qtbot.waitUntil(lambda: window.session.trainer.diverged, timeout=LONG)
    assert not window.player.running
    assert window.banner.isVisible()
    assert "learning rate 1000" in window.banner.sentence.text()
    assert not window.actions_["player.toggle"].isEnabled()
    learner.click(window.banner.back)
    assert not window.banner.isVisible()
    assert not window.session.trainer.diverged
    learner.type_into(window.panel(TrainingPanel).learning_rate, "0.01")
    learner.press(Key.Key_Space)
    learner.qtbot.waitUntil(lambda: window.session.trainer.epoch > 100, timeout=LONG)


def test_goes_to_an_operation_by_its_chip_and_by_its_line(learner: Learner) -> None:
    window = learner.window
    learner.click(window.phase_strip.chips[8])
    assert learner.read()[2] == "9 of 19"
    assert window.panel(CalculationPanel).formula.accessibleName().startswith("∂L/∂W⁽²⁾")
    view = window.panel(CodePanel).view
    row = next(row for row, line in enumerate(view.lines) if line.operation == 2)
    learner.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 0)).center())
    assert learner.read()[2] == "3 of 19"
    learner.press(Key.Key_Right, modifier=SHIFT)
    assert learner.read()[2] == "4 of 19"


def test_what_belongs_together_lights_together(learner: Learner) -> None:
    window = learner.window
    learner.click(window.phase_strip.chips[8])
    layout = window.flow.view.layout_now
    assert layout is not None
    x, y = layout.curves[1][1, 0][8].tolist()
    scene = window.flow.view.box.mapViewToScene(QPoint(round(x), round(y)))
    learner.qtbot.mouseMove(window.flow.view.viewport(), scene.toPoint())
    learner.qtbot.waitUntil(lambda: bool(window.session.pointed), timeout=5_000)
    gradient = window.session.trainer.plan.layers[1].weight_gradient
    assert window.session.pointed == gradient.place(1, 0)
    assert window.panel(CalculationPanel).written_out.text().startswith("∂L/∂W⁽²⁾ = 0.5000·")


def test_a_click_on_a_chip_while_running_stops_there(learner: Learner) -> None:
    learner.press(Key.Key_Space)
    learner.qtbot.waitUntil(lambda: learner.session.trainer.epoch > 20, timeout=LONG)
    learner.click(learner.window.phase_strip.chips[3])
    assert not learner.window.player.running
    assert learner.read()[2] == "4 of 19"


def test_space_runs_after_a_list_was_opened_by_mouse(learner: Learner) -> None:
    box = learner.window.panel(NetworkPanel).rows[0].activation
    learner.click(box)
    view = box.view()
    learner.qtbot.waitUntil(view.isVisible)
    learner.qtbot.keyClick(view, Key.Key_Down)
    learner.qtbot.keyClick(view, Key.Key_Return)
    assert learner.window.session.experiment.layers[0].activation == "tanh"
    learner.qtbot.keyClick(learner.window, Key.Key_Space)
    assert learner.window.player.running
