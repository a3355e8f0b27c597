import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.data import Data
from gui.widgets.plane_choice import PlaneChoice
from tests.gui.conftest import Show
from tests.gui.runs import experiment_of


def data_of(inputs: int, targets: int) -> Data:
    return experiment_of(inputs, targets).data


@pytest.fixture
def choice(show: Show) -> PlaneChoice:
    return show(PlaneChoice(), 330, 80)


def choose(box: QComboBox, data: int) -> None:
    """Choose an entry as a learner does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def entries(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


@pytest.mark.parametrize("inputs", [1, 2])
def test_where_there_is_no_choice_there_is_nothing_to_choose(choice: PlaneChoice, inputs: int) -> None:
    choice.offer(data_of(inputs, 1), classes=True)
    assert not choice.isVisible()
    assert (choice.horizontal, choice.vertical) == (0, 1 if inputs > 1 else None)
    assert choice.output == 0


def test_of_several_outputs_one_is_chosen_and_of_classes_the_winner(choice: PlaneChoice, qtbot: QtBot) -> None:
    choice.offer(data_of(2, 3), classes=False)
    assert entries(choice.output_box) == ["y₁", "y₂", "y₃"]
    assert not choice.across.isVisible()
    choice.offer(data_of(2, 3), classes=True)
    assert entries(choice.output_box) == ["largest output", "y₁", "y₂", "y₃"]
    assert choice.output is None
    with qtbot.waitSignal(choice.changed):
        choose(choice.output_box, 2)
    assert choice.output == 2


def test_a_curve_is_of_one_output(choice: PlaneChoice) -> None:
    choice.offer(data_of(1, 2), classes=True)
    assert entries(choice.output_box) == ["y₁", "y₂"]


def test_of_more_than_two_inputs_any_two_are_shown(choice: PlaneChoice, qtbot: QtBot) -> None:
    choice.offer(data_of(4, 1), classes=False)
    assert (choice.horizontal, choice.vertical) == (0, 1)
    assert entries(choice.other) == ["x₃", "x₄"]
    with qtbot.waitSignal(choice.changed):
        choose(choice.across, 3)
    assert (choice.horizontal, choice.vertical) == (3, 1)
    assert entries(choice.other) == ["x₁", "x₃"]
    choose(choice.up, 2)
    assert (choice.horizontal, choice.vertical) == (3, 2)


def test_the_same_input_twice_lets_both_change_places(choice: PlaneChoice) -> None:
    choice.offer(data_of(3, 1), classes=False)
    choose(choice.across, 1)
    assert (choice.horizontal, choice.vertical) == (1, 0)
    choose(choice.up, 1)
    assert (choice.horizontal, choice.vertical) == (0, 1)
    assert (choice.across.currentText(), choice.up.currentText()) == ("x₁", "x₂")


def test_inputs_that_are_not_shown_are_held_at_what_is_typed(choice: PlaneChoice, qtbot: QtBot) -> None:
    choice.offer(data_of(4, 1), classes=False)
    choice.show_fixed(np.array([0.0, 0.0, 2.5, -1.0]))
    assert choice.value.text() == "2.5"
    choose(choice.other, 3)
    assert choice.value.text() == "−1"
    choice.value.setText("7")
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(choice.value, Qt.Key.Key_Return)
    assert choice.held == {3: 7}


def test_what_is_no_number_is_refused_where_it_was_typed(choice: PlaneChoice, qtbot: QtBot) -> None:
    choice.offer(data_of(3, 1), classes=False)
    choice.show_fixed(np.array([0.0, 0.0, 2.5]))
    choice.value.setText("many")
    qtbot.keyClick(choice.value, Qt.Key.Key_Return)
    assert choice.held == {}
    assert choice.value.text() == "2.5"


def test_a_choice_stays_while_the_columns_do(choice: PlaneChoice) -> None:
    data = data_of(3, 2)
    choice.offer(data, classes=False)
    choose(choice.across, 2)
    choose(choice.output_box, 1)
    choice.held[0] = 3
    choice.offer(data.with_value(0, 0, 9.0), classes=False)
    assert (choice.horizontal, choice.vertical, choice.output, choice.held) == (2, 1, 1, {0: 3})
    choice.offer(data_of(4, 2), classes=False)
    assert (choice.horizontal, choice.vertical, choice.output, choice.held) == (0, 1, 0, {})
