import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.experiment import MAX_HIDDEN_LAYERS, MAX_UNITS, Experiment, ParameterIndex
from gui.painting.flow_spots import Spot
from gui.session import Session
from gui.widgets.flow_editor import FlowEditor
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, experiment_of

DEEP = experiment_of(2, 3, 4, 1, activation="tanh")
WEIGHT = Spot(1, 0, 1)
INDEX = ParameterIndex(1, 0, 1)
AT = QPoint(60, 40)


@pytest.fixture
def owner(show: Show, qtbot: QtBot) -> QWidget:
    owner = show(QWidget(), 500, 300)
    owner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(owner):
        owner.activateWindow()
    return owner


@pytest.fixture
def editor(session: Session, owner: QWidget) -> FlowEditor:
    return FlowEditor(session, owner)


def use(session: Session, experiment: Experiment) -> None:
    session.use(experiment, "Edit")


def refusal(owner: QWidget) -> str:
    """Return the sentence that is shown, or nothing."""
    notice = owner.findChild(Notice)
    return notice.text() if isinstance(notice, Notice) and notice.isVisible() else ""


def test_units_are_added_and_removed_each_an_edit_with_a_name(editor: FlowEditor, session: Session) -> None:
    use(session, DEEP)
    editor.add_unit(2)
    assert session.experiment.sizes == (2, 3, 5, 1)
    assert session.undo_stack.undoText() == "Add a unit to hidden 2"
    editor.remove_unit(1)
    assert session.experiment.sizes == (2, 2, 5, 1)
    assert session.undo_stack.undoText() == "Remove a unit from hidden 1"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.experiment == DEEP


@pytest.mark.parametrize(("units", "by", "word"), [(1, "remove", "not 0"), (MAX_UNITS, "add", f"not {MAX_UNITS + 1}")])
def test_too_few_and_too_many_units_are_refused(
    editor: FlowEditor, session: Session, owner: QWidget, units: int, by: str, word: str
) -> None:
    use(session, experiment_of(2, units, 1))
    editor.show_tools(2, AT)
    (editor.remove_unit if by == "remove" else editor.add_unit)(1)
    assert word in refusal(owner)
    assert session.experiment.sizes == (2, units, 1)


@pytest.mark.parametrize(("layer", "word"), [(0, "columns of the data"), (2, "one unit for each target")])
def test_inputs_and_outputs_belong_to_the_data(
    editor: FlowEditor, session: Session, owner: QWidget, layer: int, word: str
) -> None:
    editor.add_unit(layer)
    assert word in refusal(owner)
    assert session.experiment == ARTICLE


@pytest.mark.parametrize(("before", "sizes"), [(1, (2, 2, 3, 4, 1)), (2, (2, 3, 2, 4, 1)), (3, (2, 3, 4, 2, 1))])
def test_a_layer_is_inserted_and_works_like_the_one_beside_it(
    editor: FlowEditor, session: Session, before: int, sizes: tuple[int, ...]
) -> None:
    use(session, DEEP)
    editor.insert_layer(before)
    assert session.experiment.sizes == sizes
    assert session.experiment.layers[before - 1].activation == "tanh"
    assert session.undo_stack.undoText() == "Insert a hidden layer"


def test_the_first_hidden_layer_does_not_work_like_the_output(editor: FlowEditor, session: Session) -> None:
    use(session, experiment_of(2, 1, activation="linear"))
    editor.insert_layer(1)
    assert session.experiment.sizes == (2, 2, 1)
    assert session.experiment.layers[0].activation == "sigmoid"


def test_too_many_layers_are_refused(editor: FlowEditor, session: Session, owner: QWidget) -> None:
    use(session, experiment_of(2, *[2] * MAX_HIDDEN_LAYERS, 1))
    editor.insert_layer(4)
    assert f"up to {MAX_HIDDEN_LAYERS}" in refusal(owner)


def test_a_layer_is_removed(editor: FlowEditor, session: Session) -> None:
    use(session, DEEP)
    editor.remove_layer(1)
    assert session.experiment.sizes == (2, 4, 1)
    assert session.undo_stack.undoText() == "Remove hidden 1"


def test_the_activation_is_changed_or_refused(editor: FlowEditor, session: Session, owner: QWidget) -> None:
    editor.set_activation(1, "relu")
    assert session.experiment.layers[0].activation == "relu"
    assert session.undo_stack.undoText() == "Change the activation to ReLU"
    session.set_training("Edit", loss="binary_cross_entropy")
    editor.set_activation(2, "linear")
    assert "between 0 and 1" in refusal(owner)
    assert session.experiment.layers[1].activation == "sigmoid"


def test_the_buttons_edit_the_layer_they_stand_below(editor: FlowEditor, session: Session, qtbot: QtBot) -> None:
    use(session, DEEP)
    editor.show_tools(4, AT)
    qtbot.mouseClick(editor.tools.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.tools.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.tools.less, Qt.MouseButton.LeftButton)
    assert list(session.experiment.sizes) == [2, 3, 5, 1]
    qtbot.mouseClick(editor.tools.remove, Qt.MouseButton.LeftButton)
    assert list(session.experiment.sizes) == [2, 3, 1]
    editor.show_tools(1, AT)
    qtbot.mouseClick(editor.tools.insert, Qt.MouseButton.LeftButton)
    assert list(session.experiment.sizes) == [2, 2, 3, 1]


def test_inputs_and_outputs_have_no_buttons(editor: FlowEditor) -> None:
    editor.show_tools(2, AT)
    assert editor.tools.isVisible()
    for column in (0, 4):
        editor.show_tools(column, AT)
        assert editor.tools.isHidden()
    editor.show_tools(3, AT)
    assert editor.tools.isVisible()
    editor.hide_tools()
    assert editor.tools.isHidden()


@pytest.mark.parametrize("spot", [WEIGHT, Spot(2, 0)], ids=["weight", "bias"])
def test_a_parameter_is_set_by_hand_and_the_batch_shown_anew(
    editor: FlowEditor, session: Session, qtbot: QtBot, spot: Spot
) -> None:
    index = spot.parameter
    assert index is not None
    session.run_epoch()
    before = float(session.trainer.plan.layers[-1].activation.values[1, 0])
    editor.open(spot, AT)
    qtbot.keyClicks(editor.popover.field, "2.5")
    qtbot.keyClick(editor.popover.field, Qt.Key.Key_Return)
    assert session.parameter(index) == 2.5
    assert float(session.trainer.plan.layers[-1].activation.values[1, 0]) != before
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.parameter(index) != 2.5


def test_a_drag_of_the_slider_is_one_edit(editor: FlowEditor, session: Session) -> None:
    editor.open(WEIGHT, AT)
    slider = editor.popover.slider
    slider.setSliderDown(True)
    for tick in range(0, 500, 50):
        slider.setValue(tick)
    slider.setSliderDown(False)
    assert session.undo_stack.count() == 1
    assert session.parameter(INDEX) == pytest.approx(450 / 1000 * slider.limit)


def test_escape_puts_everything_back(editor: FlowEditor, session: Session, owner: QWidget, qtbot: QtBot) -> None:
    session.set_learning_rate(0.5)
    before = session.parameter(INDEX)
    editor.open(WEIGHT, AT)
    editor.popover.slider.setValue(100)
    qtbot.mouseClick(editor.popover.box, Qt.MouseButton.LeftButton)
    editor.popover.slider.setValue(200)
    assert editor.is_frozen(INDEX)
    qtbot.keyClick(editor.popover.field, Qt.Key.Key_Escape)
    assert session.parameter(INDEX) == before
    assert not editor.is_frozen(INDEX)
    assert session.undo_stack.index() == 1
    assert owner.hasFocus()


def test_the_card_follows_training_and_edits_elsewhere(editor: FlowEditor, session: Session) -> None:
    editor.open(WEIGHT, AT)
    shown = editor.popover.field.text()
    session.run_epoch()
    session.freeze([INDEX], True)
    editor.refresh()
    assert editor.popover.field.text() != shown
    assert editor.popover.box.isChecked()
    use(session, experiment_of(1, 1))
    editor.refresh()
    assert editor.popover.isHidden()


def test_an_input_has_nothing_to_set_and_says_so(editor: FlowEditor, owner: QWidget) -> None:
    editor.open(Spot(0, 1), AT)
    assert editor.popover.isHidden()
    assert "no bias" in refusal(owner)
