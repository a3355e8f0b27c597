from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from core.experiment import MAX_HIDDEN_LAYERS, Layer, ParameterIndex
from gui.panels.network import NetworkPanel, input_names
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.layer_row import LayerRow
from tests.gui.conftest import Show, free_deleted
from tests.gui.runs import ARTICLE, experiment_of


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> NetworkPanel:
    return show(NetworkPanel(session, appearance), 320, 500)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def sizes(session: Session) -> tuple[int, ...]:
    return session.experiment.sizes


def test_it_shows_the_layers_of_the_session(panel: NetworkPanel, session: Session) -> None:
    session.edit(experiment_of(2, 5, 3, 1, activation="tanh"), "Edit")
    assert [row.units.field.text() for row in panel.rows] == ["5", "3", "1"]
    assert {row.activation.currentData() for row in panel.rows} == {"tanh"}
    assert panel.head.text().startswith("2–5–3–1 · 37 parameter")


def test_a_hidden_layer_can_be_added_in_front_of_the_output(
    panel: NetworkPanel, session: Session, qtbot: QtBot
) -> None:
    click(qtbot, panel.add)
    assert session.experiment.sizes == (2, 2, 2, 1)
    assert [row.is_output for row in panel.rows] == [False, False, True]


def test_a_layer_that_is_added_comes_into_view(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(2, *[3] * (MAX_HIDDEN_LAYERS - 1), 1), "Edit")
    panel.resize(320, 250)
    click(qtbot, panel.add)
    qtbot.waitUntil(lambda: not panel.rows[-1].visibleRegion().isEmpty())


def test_there_can_be_no_eleventh_hidden_layer(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    most = experiment_of(2, *[3] * MAX_HIDDEN_LAYERS, 1)
    session.edit(most, "Edit")
    click(qtbot, panel.add)
    assert session.experiment == most
    assert panel.notice.isVisible()
    assert panel.notice.text() == "A network needs an output layer and can have up to 10 hidden layers."
    click(qtbot, panel.rows[0].remove)
    assert panel.notice.isHidden()


def test_a_hidden_layer_can_be_removed(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(2, 5, 3, 1), "Edit")
    click(qtbot, panel.rows[0].remove)
    assert sizes(session) == (2, 3, 1)
    click(qtbot, panel.rows[0].remove)
    assert sizes(session) == (2, 1)
    assert len(panel.rows) == 1


def test_hidden_layers_can_be_moved(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(2, 5, 3, 1), "Edit")
    click(qtbot, panel.rows[0].down)
    assert sizes(session) == (2, 3, 5, 1)
    click(qtbot, panel.rows[1].up)
    assert sizes(session) == (2, 5, 3, 1)


def test_the_first_layer_cannot_go_up_nor_the_last_hidden_one_down(panel: NetworkPanel, session: Session) -> None:
    session.edit(experiment_of(2, 5, 4, 3, 1), "Edit")
    assert [row.up.isEnabled() for row in panel.rows[:-1]] == [False, True, True]
    assert [row.down.isEnabled() for row in panel.rows[:-1]] == [True, True, False]


def test_units_and_activation_go_into_the_experiment(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    click(qtbot, panel.rows[0].units.more)
    qtbot.keyClick(panel.rows[0].activation, Qt.Key.Key_Down)
    (hidden, output) = session.experiment.layers
    assert (hidden.units, hidden.activation) == (3, "tanh")
    qtbot.keyClick(panel.rows[1].activation, Qt.Key.Key_Home)
    assert session.experiment.layers[1].activation == "linear"
    assert session.experiment.layers[0] == hidden
    assert output.activation == "sigmoid"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0", "A layer can have 1 to 64 units, not 0."),
        ("65", "A layer can have 1 to 64 units, not 65."),
        ("many", "“many” is not a whole number."),
    ],
)
def test_a_number_of_units_can_be_refused_and_the_old_one_stays(
    panel: NetworkPanel, session: Session, qtbot: QtBot, typed: str, sentence: str
) -> None:
    field = panel.rows[0].units.field
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert panel.notice.isVisible()
    assert panel.notice.text() == sentence
    assert field.text() == "2"
    assert session.experiment == ARTICLE


def test_the_last_unit_cannot_be_taken_away(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(2, 1, 1), "Edit")
    click(qtbot, panel.rows[0].units.fewer)
    assert panel.notice.text() == "A layer can have 1 to 64 units, not 0."
    assert session.experiment.sizes == (2, 1, 1)


def test_the_outputs_units_follow_from_the_data(panel: NetworkPanel) -> None:
    output = panel.rows[-1]
    assert not output.units.isEnabled()
    assert "target" in output.units.toolTip()
    assert output.remove.isHidden() or not output.remove.isVisible()


def test_another_activation_of_the_same_network_keeps_the_run(
    panel: NetworkPanel, session: Session, qtbot: QtBot
) -> None:
    session.seek(10)
    qtbot.keyClick(panel.rows[0].activation, Qt.Key.Key_Down)
    assert session.trainer.epoch == 10


def test_rows_that_are_gone_are_freed(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    for _ in range(3):
        click(qtbot, panel.add)
        click(qtbot, panel.rows[0].remove)
    free_deleted()
    assert panel.findChildren(LayerRow) == panel.rows
    assert len(panel.rows) == len(session.experiment.layers)


def test_an_activation_that_can_only_be_the_outputs_is_refused_in_a_hidden_layer(
    panel: NetworkPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.rows[0].activation, Qt.Key.Key_End)
    assert panel.notice.text() == "“softmax” can only be the activation of the output layer."
    assert panel.rows[0].activation.currentData() == session.experiment.layers[0].activation == "sigmoid"


def test_the_inputs_are_the_first_row(panel: NetworkPanel, session: Session) -> None:
    assert (panel.inputs.count.text(), panel.inputs.names.text()) == ("2", "x₁, x₂")
    data = replace(DATASETS["xor"].make(), features=("x", "x_squared", "sin_y"))
    session.edit(session.experiment.with_data(data), "Edit")
    assert (panel.inputs.count.text(), panel.inputs.names.text()) == ("3", "x, x², sin y")
    assert panel.inputs.y() < panel.rows[0].y()


def test_inputs_are_called_as_the_data_calls_them() -> None:
    named = replace(ARTICLE.data, input_names=("length", "width"))
    assert input_names(ARTICLE.with_data(named)) == ["length", "width"]


def test_a_layer_is_frozen_and_freed_with_its_button(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    click(qtbot, panel.rows[1].freeze)
    assert session.experiment.frozen == (
        ParameterIndex(2, 0),
        ParameterIndex(2, 0, 0),
        ParameterIndex(2, 0, 1),
    )
    assert [row.freeze.isChecked() for row in panel.rows] == [False, True]
    before = session.parameter(ParameterIndex(2, 0, 0)), session.parameter(ParameterIndex(1, 0, 0))
    session.run_epoch()
    assert session.parameter(ParameterIndex(2, 0, 0)) == before[0]
    assert session.parameter(ParameterIndex(1, 0, 0)) != before[1]
    click(qtbot, panel.rows[1].freeze)
    assert not session.experiment.frozen
    assert not panel.rows[1].freeze.isChecked()


def test_a_layer_of_which_a_part_is_frozen_is_frozen_whole_by_a_click(
    panel: NetworkPanel, session: Session, qtbot: QtBot
) -> None:
    session.freeze([ParameterIndex(1, 0)], frozen=True)
    assert not panel.rows[0].freeze.isChecked()
    assert "1 of its 6" in panel.rows[0].freeze.toolTip()
    click(qtbot, panel.rows[0].freeze)
    assert len(session.experiment.frozen) == 6


def test_every_edit_is_one_step_with_a_name(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    edits: list[Callable[[], object]] = [
        lambda: click(qtbot, panel.add),
        lambda: click(qtbot, panel.rows[0].units.more),
        lambda: qtbot.keyClick(panel.rows[0].activation, Qt.Key.Key_Down),
        lambda: click(qtbot, panel.rows[0].down),
        lambda: click(qtbot, panel.rows[1].remove),
    ]
    names = []
    for edit in edits:
        edit()
        names.append(session.undo_stack.undoText())
    assert names == [
        "Add a hidden layer",
        "Change the units of Hidden 1",
        "Change the activation of Hidden 1",
        "Move Hidden 1",
        "Remove Hidden 2",
    ]
    for _ in edits:
        session.undo_stack.undo()
    assert session.experiment == ARTICLE
    assert len(panel.rows) == 2


def test_a_refusal_stands_at_the_control_it_is_about(panel: NetworkPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(ARTICLE.with_layer(0, Layer(64)), "Edit")
    click(qtbot, panel.rows[0].units.more)
    units = panel.rows[0].units.mapTo(panel, panel.rows[0].units.rect().bottomLeft())
    assert panel.notice.geometry().top() > units.y()
    assert panel.notice.x() <= units.x() <= panel.notice.geometry().right()


def test_nothing_is_cut_at_the_width_of_the_column(panel: NetworkPanel, session: Session) -> None:
    session.edit(experiment_of(2, *[3] * 8, 1), "Edit")
    panel.resize(300, 250)
    assert panel.width() == 300
    assert panel.minimumSizeHint().width() <= 300
    assert all(row.width() >= row.minimumSizeHint().width() for row in panel.rows)
