import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, Appearance
from gui.widgets.outputs_model import Answers, OutputsModel

Role = Qt.ItemDataRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

TWO = Answers(
    targets=np.array([[0.0], [1.0], [1.0]]),
    outputs=np.array([[0.125], [1 / 3], [np.nan]]),
    errors=np.array([0.125, -2 / 3, np.nan]),
    wrong=np.array([False, True, True]),
    order=np.array([2, 1, 0]),
)
NUMBERS = Answers(np.zeros((2, 2)), np.ones((2, 2)), np.full(2, 2**0.5), None, np.arange(2))


@pytest.fixture
def model(appearance: Appearance) -> OutputsModel:
    model = OutputsModel(appearance, appearance)
    model.show_answers(TWO)
    return model


def row(model: OutputsModel, number: int, role: int = Role.DisplayRole) -> list[object]:
    return [model.index(number, column).data(role) for column in range(model.columnCount())]


def headers(model: OutputsModel) -> list[object]:
    return [model.headerData(column, ACROSS) for column in range(model.columnCount())]


def test_it_keeps_the_rules_of_qts_models(model: OutputsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_stand_in_the_order_given(model: OutputsModel) -> None:
    assert [model.headerData(number, DOWN) for number in range(3)] == ["3", "2", "1"]
    assert row(model, 0) == ["1", "NaN", "NaN", "✗"]
    assert row(model, 1) == ["1", "0.3333", "−0.6667", "✗"]
    assert row(model, 2) == ["0", "0.1250", "0.1250", "✓"]
    assert [model.sample_in(number) for number in range(3)] == [2, 1, 0]
    assert [model.row_of(sample) for sample in (0, 2, 7, None)] == [2, 0, None, None]


def test_all_digits_are_told_and_a_verdict_in_a_word(model: OutputsModel) -> None:
    for role in (Role.ToolTipRole, Role.AccessibleTextRole):
        assert row(model, 1, role) == ["1", "0.3333333333333333", "−0.6666666666666666", "wrong"]
        assert row(model, 2, role)[-1] == "right"


def test_columns_are_named(model: OutputsModel) -> None:
    assert headers(model) == ["target", "output", "error", "right"]
    model.show_answers(NUMBERS)
    assert headers(model) == ["target₁", "target₂", "output₁", "output₂", "error"]
    assert "length" in str(model.headerData(4, ACROSS, Role.ToolTipRole))
    assert model.headerData(0, ACROSS, Role.ToolTipRole) is None
    assert model.headerData(0, DOWN, Role.ToolTipRole) is None


def test_outputs_and_wrong_answers_are_coloured(model: OutputsModel) -> None:
    assert row(model, 1, Role.ForegroundRole) == [None, QColor(LIGHT.positive_value), None, QColor(LIGHT.warning)]
    assert row(model, 2, Role.ForegroundRole)[-1] is None
    assert row(model, 1, Role.DecorationRole) == [None] * 4


def test_the_sample_that_is_pointed_at_is_lit_and_told_of(model: OutputsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as told:
        model.light(1)
    assert told.args is not None
    assert told.args[0].row() == told.args[1].row() == 1
    assert row(model, 1, Role.BackgroundRole) == [QBrush(QColor(LIGHT.selection))] * 4
    assert row(model, 0, Role.BackgroundRole) == [None] * 4
    model.light(99)
    assert row(model, 1, Role.BackgroundRole) == [None] * 4
    with qtbot.assertNotEmitted(model.dataChanged):
        model.light(None)


def test_other_answers_to_the_same_samples_reset_nothing(model: OutputsModel, qtbot: QtBot) -> None:
    later = Answers(TWO.targets, TWO.targets, np.zeros(3), np.zeros(3, bool), TWO.order)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.headerDataChanged):
        model.show_answers(later)
    assert row(model, 0) == ["1", "1", "0", "✓"]
    with qtbot.waitSignal(model.headerDataChanged):
        model.show_answers(TWO.__class__(TWO.targets, TWO.outputs, TWO.errors, TWO.wrong, np.arange(3)))
    with qtbot.waitSignal(model.modelReset):
        model.show_answers(NUMBERS)
    assert (model.rowCount(), model.columnCount()) == (2, 5)
