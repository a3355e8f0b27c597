import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from core.experiment import MAX_HIDDEN_LAYERS, ParameterIndex
from core.numerals import format_exactly
from core.operations import SAMPLES, Role, units
from gui.painting.flow_edges import MOST_EDGES
from gui.painting.flow_state import EdgeValue
from gui.panels.gradient_flow import ALL_SAMPLES, MAPS, NUMBERS, ONE_SAMPLE, GradientFlowPanel
from gui.session import Session
from gui.theme import DARK, LIGHT, Appearance, Mode
from tests.gui.conftest import Show
from tests.gui.flow import captions, move_in_field, point_at_edge, point_at_unit, shown_picture
from tests.gui.looks import count_of, nearly, pixels
from tests.gui.pointer import double_click, leave
from tests.gui.runs import ARTICLE, experiment_of

WEIGHTS, GRADIENTS, UPDATES = range(3)


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> GradientFlowPanel:
    return show(GradientFlowPanel(session, appearance), 900, 450)


def choose(qtbot: QtBot, panel: GradientFlowPanel, index: int) -> None:
    qtbot.mouseClick(panel.edge_choice.button(index), Qt.MouseButton.LeftButton)


def go_to(session: Session, role: Role, layer: int) -> None:
    place = session.trainer.plan.place(role, layer)
    assert place is not None
    session.go_to(place + 1)


def drawing(panel: GradientFlowPanel) -> np.ndarray:
    return pixels(panel.view)


def test_it_begins_with_gradients(panel: GradientFlowPanel) -> None:
    assert panel.edge_value is EdgeValue.GRADIENT


@pytest.mark.parametrize(("index", "value"), list(enumerate(EdgeValue)))
def test_the_learner_chooses_what_edges_show(
    panel: GradientFlowPanel, session: Session, qtbot: QtBot, index: int, value: EdgeValue
) -> None:
    session.run_epoch()
    choose(qtbot, panel, (index + 1) % 3)
    before = drawing(panel)
    choose(qtbot, panel, index)
    assert panel.edge_value is value
    assert not np.array_equal(drawing(panel), before)


def test_a_unit_under_the_pointer_is_told_with_its_exact_values(panel: GradientFlowPanel, session: Session) -> None:
    session.select_sample(2)
    go_to(session, Role.DELTA, 1)
    point_at_unit(panel, 1, 1)
    layer = session.trainer.plan.layers[0]
    z, a, delta = (q.values[2, 1] for q in (layer.pre_activation, layer.activation, layer.delta))
    assert session.pointed == {units(1): 1, SAMPLES: 2}
    told = ["a₂⁽¹⁾", *(f"{n} = {format_exactly(v)}" for n, v in (("z", z), ("a", a), ("δ", delta), ("b", 0)))]
    assert QToolTip.text().splitlines() == told


def test_of_all_samples_a_unit_tells_means_and_says_so(panel: GradientFlowPanel, session: Session) -> None:
    session.select_sample(None)
    point_at_unit(panel, 0, 0)
    assert session.pointed == {units(0): 0}
    assert QToolTip.text().splitlines() == ["x₁", "x = 0.5", "mean over the samples"]


def test_an_edge_under_the_pointer_is_told_with_its_exact_values(panel: GradientFlowPanel, session: Session) -> None:
    session.select_sample(None)
    session.run_epoch()
    point_at_edge(panel, 1, 1, 0)
    layer = session.trainer.plan.layers[0]
    weight, gradient = layer.new_weights.values[1, 0], layer.weight_gradient.values[1, 0]
    assert session.pointed == {units(0): 1, units(1): 0}
    lines = QToolTip.text().splitlines()
    assert lines[:3] == ["x₂ → a₁⁽¹⁾", f"w = {format_exactly(weight)}", f"∂L/∂w = {format_exactly(gradient)}"]
    assert lines[3] == f"Δw = {format_exactly(weight - layer.weights.values[1, 0])}"


def test_what_is_not_computed_yet_is_not_told(panel: GradientFlowPanel) -> None:
    point_at_edge(panel, 2, 0, 0)
    assert [line.split(" = ")[0] for line in QToolTip.text().splitlines()] == ["a₁⁽¹⁾ → a₁⁽²⁾", "w"]
    point_at_unit(panel, 1, 0)
    assert QToolTip.text() == "a₁⁽¹⁾\nb = 0"


def test_with_the_pointer_gone_nothing_is_pointed_at(panel: GradientFlowPanel, session: Session) -> None:
    point_at_unit(panel, 1, 0)
    assert panel.view.cursor().shape() is Qt.CursorShape.CrossCursor
    move_in_field(panel, 3, 3)
    assert session.pointed == {}
    assert panel.view.cursor().shape() is Qt.CursorShape.ArrowCursor
    point_at_unit(panel, 1, 0)
    leave(panel.view)
    assert session.pointed == {}


def test_what_another_panel_points_at_is_marked(panel: GradientFlowPanel, session: Session) -> None:
    before = drawing(panel)
    session.point_at({units(0): 1, units(1): 0})
    marked = drawing(panel)
    assert not np.array_equal(marked, before)
    session.point_at({})
    assert np.array_equal(drawing(panel), before)


def test_the_learner_chooses_between_a_sample_and_all(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    session.select_sample(2)
    assert panel.sample_choice.index == ONE_SAMPLE
    assert panel.sample_choice.button(ONE_SAMPLE).text() == "sample 3"
    qtbot.mouseClick(panel.sample_choice.button(ALL_SAMPLES), Qt.MouseButton.LeftButton)
    assert session.sample is None
    assert panel.sample_choice.button(ONE_SAMPLE).text() == "sample 3"
    qtbot.mouseClick(panel.sample_choice.button(ONE_SAMPLE), Qt.MouseButton.LeftButton)
    assert session.sample == 2


def test_a_sample_that_is_gone_cannot_be_chosen_again(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    session.select_sample(3)
    session.edit(ARTICLE.with_data(ARTICLE.data.resized(2, 2, 1)), "Edit")
    assert session.sample is None
    qtbot.mouseClick(panel.sample_choice.button(ONE_SAMPLE), Qt.MouseButton.LeftButton)
    assert session.sample == 1
    assert panel.sample_choice.button(ONE_SAMPLE).text() == "sample 2"


def test_each_operation_gives_another_picture_but_that_of_the_slope_which_it_does_not_show(
    panel: GradientFlowPanel, session: Session
) -> None:
    seen, same = drawing(panel), []
    for operation in session.trainer.plan.operations:
        session.step()
        before, seen = seen, drawing(panel)
        if np.array_equal(before, seen):
            same.append(operation.role)
    assert set(same) <= {Role.SLOPE}


@pytest.mark.parametrize("sizes", [(1, 1), (2, 3, 4, 2), (64, 64, 64), (2, *[64] * 10, 3)])
def test_a_network_is_fitted_into_view(panel: GradientFlowPanel, session: Session, sizes: tuple[int, ...]) -> None:
    session.edit(experiment_of(*sizes), "Edit")
    session.step()
    assert panel.view.layout_now is not None
    assert tuple(len(centers) for centers in panel.view.layout_now.centers) == sizes
    assert len(np.unique(drawing(panel).reshape(-1, 3), axis=0)) > 5
    point_at_unit(panel, len(sizes) - 1, sizes[-1] - 1)
    assert session.pointed[units(len(sizes) - 1)] == sizes[-1] - 1


def test_after_zooming_it_can_be_fitted_again(panel: GradientFlowPanel, qtbot: QtBot) -> None:  # noqa: ARG001
    before = drawing(panel)
    for fit in (panel.fit, lambda: double_click(panel.view.viewport(), QPoint(10, 10))):
        panel.view.box.scaleBy((0.3, 0.3))
        assert not np.array_equal(drawing(panel), before)
        fit()
        assert np.array_equal(drawing(panel), before)


def test_zooming_leaves_the_zoom_alone_while_stepping(panel: GradientFlowPanel, session: Session) -> None:
    panel.view.box.scaleBy((0.5, 0.5))
    zoom = panel.view.zoom()
    session.step()
    session.run_epoch()
    assert panel.view.zoom() == pytest.approx(zoom)


def test_captions_name_layers_and_their_activations(panel: GradientFlowPanel, session: Session) -> None:
    session.edit(experiment_of(2, 3, 1, activation="tanh"), "Edit")
    assert captions(panel) == ("input", "hidden 1\ntanh", "output\ntanh")


def test_it_is_said_where_not_all_edges_are_drawn(panel: GradientFlowPanel, session: Session) -> None:
    assert panel.note.text() == ""
    session.edit(experiment_of(64, 64, 1), "Edit")
    assert panel.note.text() == f"Of more than {MOST_EDGES} edges into a layer, the {MOST_EDGES} strongest are drawn."


def test_in_a_deep_network_layers_have_short_names(panel: GradientFlowPanel, session: Session) -> None:
    session.edit(experiment_of(2, *[2] * MAX_HIDDEN_LAYERS, 1), "Edit")
    assert captions(panel) == ("in", *map(str, range(1, 11)), "out")


def test_the_legend_names_what_edges_show(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    session.run_epoch()
    named = []
    for index in (WEIGHTS, GRADIENTS, UPDATES):
        choose(qtbot, panel, index)
        named.append(panel.bar.accessibleName())
    assert named[0] == "Colours from −5 to +5" or named[0] == "Colours from −2 to +2"
    assert len(set(named)) == 3


def test_dashes_travel_only_within_a_batch(panel: GradientFlowPanel, session: Session) -> None:
    session.step()
    panel.animate()
    assert panel.motion.isVisible()
    session.run_epoch()
    assert not panel.motion.isVisible()
    panel.animate()
    assert not panel.motion.isVisible()


def test_the_dark_theme_is_dark(panel: GradientFlowPanel, appearance: Appearance) -> None:
    appearance.set_mode(Mode.DARK)
    shown = drawing(panel)
    assert count_of(DARK.panel, shown) > shown.shape[0] * shown.shape[1] / 2


def test_a_run_that_has_diverged_is_drawn(panel: GradientFlowPanel, session: Session) -> None:
    session.trainer.plan.before.flat[:] = np.nan
    session.go_to(session.trainer.plan.loss_index)
    point_at_unit(panel, 1, 0)
    assert "z = nan" in QToolTip.text().lower()


def test_a_sample_is_shown_while_its_batch_is_and_else_the_whole_batch(
    panel: GradientFlowPanel, session: Session
) -> None:
    session.edit(ARTICLE.with_training(batch_size=1), "Edit")
    session.select_sample(2)
    for index in range(4):
        go_to(session, Role.WEIGHT_GRADIENT, 1)
        assert session.trainer.batch_of_epoch == index
        point_at_edge(panel, 1, 0, 0)
        assert ("of sample 3" in QToolTip.text()) == (index == 2)
        assert session.row == (0 if index == 2 else None)
        session.go_to(len(session.trainer.plan.operations))
        session.step()


def test_in_shuffled_batches_a_unit_lights_the_row_its_sample_has(panel: GradientFlowPanel, session: Session) -> None:
    session.edit(ARTICLE.with_training(batch_size=2, shuffle=True), "Edit")
    for sample in range(4):
        session.select_sample(sample)
        point_at_unit(panel, 1, 0)
        row = session.pointed.get(SAMPLES)
        assert row is None or session.sample_in(row) == sample
        assert (row is None) == (sample not in session.trainer.sample_numbers)
        session.point_at({})


def test_units_show_maps_at_a_choice(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    numbers = drawing(panel)
    qtbot.mouseClick(panel.unit_choice.button(MAPS), Qt.MouseButton.LeftButton)
    maps = shown_picture(panel).maps
    assert maps is not None
    assert [len(layer) for layer in maps] == [2, 2, 1]
    assert not np.array_equal(drawing(panel), numbers)
    session.edit(experiment_of(3, 4, 1), "Edit")
    assert len((shown_picture(panel).maps or [])[1]) == 4
    session.edit(ARTICLE, "Edit")
    qtbot.mouseClick(panel.unit_choice.button(NUMBERS), Qt.MouseButton.LeftButton)
    assert shown_picture(panel).maps is None


def test_what_a_finding_points_at_is_marked(panel: GradientFlowPanel, session: Session) -> None:
    before = nearly(LIGHT.warning, drawing(panel))
    session.mark(({units(1): 1}, {units(0): 0, units(1): 0}))
    assert nearly(LIGHT.warning, drawing(panel)) > before + 100
    session.mark(())
    assert nearly(LIGHT.warning, drawing(panel)) == before


def test_what_is_frozen_looks_so(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    for index in (WEIGHTS, GRADIENTS, UPDATES):
        choose(qtbot, panel, index)
        before = drawing(panel)
        session.freeze([ParameterIndex(1, 0, 0)], True)
        assert not np.array_equal(drawing(panel), before)
        session.freeze([ParameterIndex(1, 0, 0)], False)
        assert np.array_equal(drawing(panel), before)


def test_its_picture_is_the_drawing_and_its_keys_are_told(panel: GradientFlowPanel) -> None:
    assert panel.picture() is panel.view
    told = panel.keys()
    assert all(what and keys for what, keys in told)


def test_its_numbers_are_those_of_the_edges(panel: GradientFlowPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.numbers().splitlines() == ["from,to,∂L/∂w"]
    choose(qtbot, panel, WEIGHTS)
    lines = panel.numbers().splitlines()
    assert len(lines) == 1 + 6
    assert lines[2] == f"x₁,a₂⁽¹⁾,{float(session.trainer.plan.parameters.weights[0][0, 1])}"


def test_in_a_narrow_panel_everything_can_be_reached(session: Session, appearance: Appearance, show: Show) -> None:
    panel = show(GradientFlowPanel(session, appearance), 330, 300)
    assert panel.width() == 330
    for choice in (panel.edge_choice, panel.sample_choice, panel.unit_choice):
        assert choice.geometry().right() <= panel.head.width()
    assert panel.view.height() > 100


def test_its_picture_and_its_numbers_can_be_taken_out(panel: GradientFlowPanel) -> None:
    menu = panel.take_out.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isVisible()] == [
        "Copy picture", "Save picture…", "Copy numbers", "Save numbers…",
    ]  # fmt: skip
