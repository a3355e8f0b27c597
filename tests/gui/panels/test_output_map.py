import csv

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.data import Data
from core.datasets import DATASETS
from core.experiment import Experiment, Layer
from core.network import predict
from core.numerals import format_number, parse_number
from core.operations import SAMPLES
from core.questions.plane import SIZE
from gui.panels.output_map import OutputMapPanel
from gui.session import Change, Session
from gui.theme import DARK, LIGHT, Appearance, Mode
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.pointer import leave, move_to, press
from tests.gui.runs import ARTICLE, diverged_session, experiment_of

CLASSES = Experiment(
    Data(
        inputs=((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)),
        targets=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        test_inputs=((1.0, 1.0),),
        test_targets=((0.0, 1.0, 0.0),),
    ),
    (Layer(3, "softmax"),),
)
CURVE = Experiment(Data(inputs=((0.0,), (1.0,), (2.0,)), targets=((-1.0,), (3.0,), (1.0,))), (Layer(1, "linear"),))


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> OutputMapPanel:
    return show(OutputMapPanel(session, appearance), 330, 240)


def panel_of(experiment: Experiment, appearance: Appearance, show: Show) -> OutputMapPanel:
    return show(OutputMapPanel(Session(experiment), appearance), 330, 240)


def place_of(panel: OutputMapPanel, x: float, y: float) -> QPoint:
    frame = panel.view.frame()
    assert frame is not None
    return QPointF(*frame.on_screen(np.array([x, y])).tolist()).toPoint()


def choose(box: QComboBox, data: int) -> None:
    """Choose an entry as a learner does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def held_at(panel: OutputMapPanel) -> list[float]:
    """Return at which values the inputs that are not shown are held, as can be read."""
    box, values = panel.choice.other, []
    for index in range(box.count()):
        choose(box, box.itemData(index))
        values.append(parse_number(panel.choice.value.text()))
    return values


def answered(panel: OutputMapPanel, *inputs: float) -> list[float]:
    session = panel.session
    outputs = predict(session.experiment.layers, session.trainer.plan.parameters, np.array([inputs]))
    return [float(output) for output in outputs[0]]


def test_the_picture_follows_the_training(panel: OutputMapPanel, session: Session) -> None:
    before = pixels(panel.view)
    session.seek(3000)
    after = pixels(panel.view)
    assert nearly(LIGHT.positive_value, after) > nearly(LIGHT.positive_value, before) + 100
    session.reset()
    assert np.array_equal(pixels(panel.view), before)


def test_the_picture_takes_on_the_theme(panel: OutputMapPanel, appearance: Appearance) -> None:
    appearance.set_mode(Mode.DARK)
    shown = pixels(panel.view)
    assert nearly(DARK.positive_value, shown) > 20
    assert nearly(LIGHT.positive_value, shown, within=20) == 0


def test_the_line_tells_how_many_are_right(panel: OutputMapPanel, session: Session) -> None:
    session.seek(3000)
    right = int(((session.outputs() > 0.5) == (np.array(session.experiment.data.targets) > 0.5)).sum())
    assert panel.line.text() == f"{right} of 4 right"
    assert panel.view.accessibleDescription() == panel.line.text()


def test_of_numbers_the_line_tells_the_errors(appearance: Appearance, show: Show) -> None:
    panel = panel_of(CURVE, appearance, show)
    panel.session.trainer.plan.parameters.flat[:] = 0
    panel.refresh(Change.POSITION)
    assert panel.line.text() == "error: mean 1.667, largest 3"


def test_the_numbers_under_the_pointer_are_told(panel: OutputMapPanel) -> None:
    move_to(panel.view, place_of(panel, 0.5, 0.25))
    assert panel.view.probe is not None
    x, y = panel.view.probe
    (output,) = answered(panel, x, y)
    assert panel.line.text() == f"x₁ {format_number(x)}, x₂ {format_number(y)} → {format_number(output)}"
    leave(panel.view)
    assert panel.line.text().endswith("right")


def test_while_training_runs_on_the_numbers_under_the_pointer_do_too(panel: OutputMapPanel, session: Session) -> None:
    move_to(panel.view, place_of(panel, 0.5, 0.25))
    before = panel.line.text()
    session.seek(500)
    assert panel.line.text() != before
    assert panel.line.text().split("→")[0] == before.split("→")[0]


def test_a_point_under_the_pointer_lights_its_sample_everywhere(panel: OutputMapPanel, session: Session) -> None:
    move_to(panel.view, place_of(panel, 1, 0))
    assert session.pointed == {SAMPLES: 2}
    (output,) = answered(panel, 1, 0)
    assert panel.line.text() == f"3: x₁ 1, x₂ 0 → {format_number(output)}, target 1"
    leave(panel.view)
    assert session.pointed == {}


def test_a_sample_of_another_batch_lights_nowhere_else(appearance: Appearance, show: Show) -> None:
    panel = panel_of(ARTICLE.with_training(batch_size=1), appearance, show)
    move_to(panel.view, place_of(panel, 1, 0))
    assert panel.session.pointed == {}
    assert panel.line.text().startswith("3: ")


def ring_at(panel: OutputMapPanel, x: float, y: float, color: str) -> int:
    place = place_of(panel, x, y)
    return nearly(color, pixels(panel.view)[place.y() - 1 : place.y() + 2, place.x() + 7 : place.x() + 12])


def test_a_sample_pointed_at_elsewhere_is_lit_here(panel: OutputMapPanel, session: Session) -> None:
    assert ring_at(panel, 1, 0, LIGHT.accent) == 0
    session.point_at({SAMPLES: 2})
    assert ring_at(panel, 1, 0, LIGHT.accent) > 0
    session.point_at({})
    assert ring_at(panel, 1, 0, LIGHT.accent) == 0


def test_a_click_on_a_point_selects_its_sample(panel: OutputMapPanel, session: Session) -> None:
    assert ring_at(panel, 1, 1, LIGHT.text) == 0
    press(panel.view, place_of(panel, 1, 1))
    assert session.sample == 3
    leave(panel.view)
    assert ring_at(panel, 1, 1, LIGHT.text) > 0


def test_test_samples_are_told_but_are_none_of_the_session(appearance: Appearance, show: Show) -> None:
    panel = panel_of(CLASSES, appearance, show)
    session = panel.session
    selected = session.sample
    press(panel.view, place_of(panel, 1, 1))
    assert panel.line.text().startswith("test 1: x₁ 1, x₂ 1 → y")
    assert (session.sample, session.pointed) == (selected, {})


def test_of_several_classes_the_winner_is_told(appearance: Appearance, show: Show) -> None:
    panel = panel_of(CLASSES, appearance, show)
    move_to(panel.view, place_of(panel, 0.5, 0.5))
    assert panel.view.probe is not None
    outputs = answered(panel, *panel.view.probe)
    winner = int(np.argmax(outputs))
    assert panel.line.text().endswith(f"→ y{'₁₂₃'[winner]} {format_number(outputs[winner])}")
    choose(panel.choice.output_box, 1)
    move_to(panel.view, place_of(panel, 0.5, 0.4))
    assert panel.view.probe is not None
    assert panel.line.text().endswith(f"→ y₂ {format_number(answered(panel, *panel.view.probe)[1])}")


def test_over_one_input_there_is_a_curve_with_points_at_their_targets(appearance: Appearance, show: Show) -> None:
    panel = panel_of(CURVE, appearance, show)
    move_to(panel.view, place_of(panel, 1, 3))
    (output,) = answered(panel, 1.0)
    assert panel.line.text() == f"2: x₁ 1 → {format_number(output)}, target 3"
    move_to(panel.view, place_of(panel, 0.5, 0))
    assert panel.view.probe is not None
    (output,) = answered(panel, panel.view.probe[0])
    assert panel.line.text() == f"x₁ {format_number(panel.view.probe[0])} → {format_number(output)}"
    panel.session.select_sample(2)
    leave(panel.view)
    assert ring_at(panel, 2, 1, LIGHT.text) > 0


def test_inputs_that_are_not_shown_have_the_values_of_the_selected_sample(appearance: Appearance, show: Show) -> None:
    panel = panel_of(experiment_of(4, 2, 1), appearance, show)
    session = panel.session
    data = session.experiment.data
    session.select_sample(0)
    assert held_at(panel) == list(data.inputs[0][2:])
    session.select_sample(None)
    assert held_at(panel) == np.mean(data.inputs, axis=0)[2:].tolist()


def test_a_value_that_is_typed_holds_until_another_sample_is_selected(
    appearance: Appearance, show: Show, qtbot: QtBot
) -> None:
    panel = panel_of(experiment_of(4, 2, 1), appearance, show)
    panel.choice.value.setText("7.5")
    qtbot.keyClick(panel.choice.value, Qt.Key.Key_Return)
    assert held_at(panel)[0] == 7.5
    panel.session.run_epoch()
    assert held_at(panel)[0] == 7.5
    panel.session.select_sample(0)
    assert held_at(panel) == list(panel.session.experiment.data.inputs[0][2:])


def test_any_two_inputs_are_shown(appearance: Appearance, show: Show) -> None:
    panel = panel_of(experiment_of(3, 2, 1), appearance, show)
    choose(panel.choice.up, 2)
    move_to(panel.view, place_of(panel, 0.5, 0.4))
    assert panel.line.text().startswith("x₁ 0.")
    assert ", x₃ 0." in panel.line.text()


def test_its_numbers_are_the_outputs_over_the_plane(panel: OutputMapPanel) -> None:
    header, *lines = csv.reader(str(panel.numbers()).splitlines())
    assert header == ["x₁", "x₂", "y₁"]
    assert len(lines) == SIZE**2
    for line in lines[::97]:
        x, y, output = map(float, line)
        assert answered(panel, x, y) == [pytest.approx(output)]
    assert panel.picture() is panel.view


def test_the_numbers_of_a_curve_have_one_input(appearance: Appearance, show: Show) -> None:
    header, *lines = csv.reader(str(panel_of(CURVE, appearance, show).numbers()).splitlines())
    assert header == ["x₁", "y₁"]
    assert len(lines) == SIZE


def test_before_it_is_shown_it_has_no_numbers(session: Session, appearance: Appearance) -> None:
    panel = OutputMapPanel(session, appearance)
    assert panel.numbers() is None
    panel.deleteLater()


def test_with_other_data_under_the_pointer_nothing_is_out_of_place(panel: OutputMapPanel, session: Session) -> None:
    move_to(panel.view, place_of(panel, 1, 1))
    data = session.experiment.data
    fewer = replace(data, inputs=data.inputs[:3], targets=data.targets[:3])
    session.edit(session.experiment.with_data(fewer), "remove")
    assert session.pointed == {}
    assert panel.line.text().endswith("of 3 right")
    session.edit(experiment_of(1, 1), "another")
    session.edit(CLASSES, "another")
    panel.grab()
    assert panel.choice.output is None


def test_a_run_that_has_diverged_is_shown(appearance: Appearance, show: Show) -> None:
    session = diverged_session()
    panel = show(OutputMapPanel(session, appearance), 330, 240)
    session.trainer.plan.parameters.flat[:] = np.nan
    panel.refresh(Change.POSITION)
    assert nearly(LIGHT.warning_ground, pixels(panel.view), within=10) > 1000
    assert panel.line.text() == "0 of 4 right"


def test_very_many_samples_are_shown(appearance: Appearance, show: Show) -> None:
    data = DATASETS["circle"].make()
    many = replace(data, inputs=data.inputs * 40, targets=data.targets * 40)
    panel = panel_of(Experiment(many, (Layer(1, "tanh"),)), appearance, show)
    panel.session.select_sample(1)
    panel.grab()
    right, _, count, *_ = panel.line.text().split()
    assert int(right.replace(",", "")) <= int(count.replace(",", "")) < 2000


@pytest.mark.parametrize("height", [170, 400])
def test_it_is_shown_in_little_room_and_in_much(
    session: Session, appearance: Appearance, show: Show, height: int
) -> None:
    panel = show(OutputMapPanel(session, appearance), 330, height)
    assert panel.height() == height
    frame = panel.view.frame()
    assert frame is not None
    assert frame.field.height() > 80
    assert panel.view.rect().toRectF().contains(frame.field)
