"""Back in time, and one thing that lights everywhere."""

import pytest
from PySide6.QtCore import QPoint

from core.operations import Role
from gui.painting.flow_spots import Spot
from gui.panels.calculation import CalculationPanel
from gui.panels.code import CodePanel
from gui.panels.data import PLOT, DataPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.output_map import OutputMapPanel
from gui.panels.training import TrainingPanel
from tests.gui.flow import point_at
from tests.gui.looks import pixels
from tests.gui.pointer import leave, move_to, press, release
from tests.journeys.learner import CONTROL, LEFT, NO_MODIFIER, Key, Learner


def at_epoch(learner: Learner, epoch: int) -> QPoint:
    slider = learner.window.timeline.slider
    return QPoint(round(slider.place_of(epoch)), slider.height() // 2)


def wait_for_epoch(learner: Learner, epoch: str) -> None:
    learner.qtbot.waitUntil(lambda: learner.read()[0] == epoch)


def seen(learner: Learner) -> tuple[object, ...]:
    """Return what the window shows of a moment."""
    window = learner.window
    return (
        learner.read(),
        learner.outputs(),
        window.panel(OutputMapPanel).line.text(),
        window.panel(LossPanel).epoch.text(),
        window.panel(CalculationPanel).head.title.text(),
        [line.text for line in window.panel(CodePanel).view.lines],
        pixels(window.flow.view.viewport()).tobytes(),
    )


def test_the_past_is_gone_through_by_mouse_and_every_panel_shows_it(learner: Learner) -> None:
    moments = {}
    for _ in range(30):
        learner.press(Key.Key_Right, modifier=CONTROL)
        moments[learner.read()[0]] = seen(learner)
    slider = learner.window.timeline.slider
    press(slider, at_epoch(learner, 30))
    for epoch in (21, 12, 7):
        move_to(slider, at_epoch(learner, epoch), LEFT)
    release(slider, at_epoch(learner, 7))
    wait_for_epoch(learner, "7")
    move_to(learner.window.flow.view.viewport(), QPoint(2, 2))
    assert seen(learner) == moments["7"]
    assert "looking back" in learner.window.timeline.sentence.text()
    learner.press(Key.Key_Right, 23, CONTROL)
    assert seen(learner) == moments["30"]


def test_the_past_is_gone_through_by_key(learner: Learner) -> None:
    timeline = learner.window.timeline
    learner.press(Key.Key_Right, 30, CONTROL)
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, "0.5")
    learner.press(Key.Key_Right, 10, CONTROL)
    timeline.slider.setFocus()
    for key, modifier, epoch in (
        (Key.Key_Home, NO_MODIFIER, "0"),
        (Key.Key_End, NO_MODIFIER, "40"),
        (Key.Key_Left, NO_MODIFIER, "39"),
        (Key.Key_Left, CONTROL, "30"),
        (Key.Key_Right, NO_MODIFIER, "31"),
    ):
        learner.press(key, modifier=modifier)
        wait_for_epoch(learner, epoch)
    learner.type_into(timeline.field, "12")
    assert learner.read()[0] == "12"
    learner.type_into(timeline.field, "41")
    assert timeline.notice.isVisible()
    assert learner.read()[0] == "12"


def test_another_way_is_gone_from_the_past_and_the_old_one_is_kept(learner: Learner) -> None:
    window = learner.window
    learner.press(Key.Key_Right, 30, CONTROL)
    assert not window.timeline.branch.isEnabled()
    learner.click(window.timeline.slider, at_epoch(learner, 12))
    wait_for_epoch(learner, "12")
    learner.click(window.timeline.branch)
    assert window.timeline.last.text() == "12"
    assert window.panel(LossPanel).pins.isVisible()
    assert learner.last_edit == "Undo: Branch at epoch 12"
    learner.type_into(window.panel(TrainingPanel).learning_rate, "3")
    learner.press(Key.Key_Right, 5, CONTROL)
    assert learner.read()[0] == "17"
    learner.undo()
    learner.undo()
    assert window.timeline.last.text() == "30"


def go_to(learner: Learner, role: Role, layer: int) -> None:
    place = learner.session.trainer.plan.place(role, layer)
    assert place is not None
    learner.click(learner.window.phase_strip.chips[place])


@pytest.mark.parametrize("by_mini_batch", [False, True], ids=["whole data", "shuffled mini-batches"])
def test_a_cell_a_unit_and_a_sample_light_together(learner: Learner, by_mini_batch: bool) -> None:
    window = learner.window
    training, data = window.panel(TrainingPanel), window.panel(DataPanel)
    if by_mini_batch:
        learner.type_into(training.batch_size.field, "2")
        learner.click(training.shuffle, QPoint(8, training.shuffle.height() // 2))
        learner.press(Key.Key_Right, 5, CONTROL)
    go_to(learner, Role.ACTIVATION, 2)
    learner.click(window.flow.sample_choice.button(1))
    result = window.panel(CalculationPanel).result.view
    flow, plane = window.flow.view.viewport(), window.panel(OutputMapPanel).view
    dark = pixels(flow), pixels(plane), pixels(data.table.viewport())
    lit = []
    for row in range(2):
        move_to(result.viewport(), result.cell_rect(row, 0).center())
        now = pixels(flow), pixels(plane), pixels(data.table.viewport())
        assert all((one != other).any() for one, other in zip(now, dark, strict=True))
        numbers = learner.session.trainer.sample_numbers
        changed = (now[2] != dark[2]).any(axis=(1, 2)).nonzero()[0]
        assert data.table.rowAt(int(changed.mean())) == numbers[row]
        lit.append(numbers[row])
    assert len(set(lit)) == 2
    leave(result.viewport())
    after = pixels(flow), pixels(plane), pixels(data.table.viewport())
    assert all((one == other).all() for one, other in zip(after, dark, strict=True))


def test_a_point_of_the_plot_frames_its_row_in_the_matrix(learner: Learner) -> None:
    data, result = learner.window.panel(DataPanel), learner.window.panel(CalculationPanel).result.view
    go_to(learner, Role.ACTIVATION, 1)
    learner.click(data.view.button(PLOT))
    plot = data.plot_page.plot
    dark = pixels(result.viewport())
    move_to(plot, plot.place_of(3).toPoint())
    changed = (pixels(result.viewport()) != dark).any(axis=(1, 2)).nonzero()[0]
    assert result.cell_at(QPoint(5, int(changed.mean())))[0] == 3


def test_a_cell_of_a_gradient_and_its_edge_light_together(learner: Learner) -> None:
    go_to(learner, Role.WEIGHT_GRADIENT, 1)
    calculation, flow = learner.window.panel(CalculationPanel), learner.window.flow.view
    result = calculation.result.view
    dark = pixels(flow.viewport())
    move_to(result.viewport(), result.cell_rect(1, 0).center())
    by_cell = pixels(flow.viewport())
    assert (by_cell != dark).any()
    leave(result.viewport())
    framed = pixels(result.viewport())
    point_at(flow, Spot(1, 0, 1))
    assert (pixels(result.viewport()) != framed).any()
    assert "·" in calculation.written_out.text()
