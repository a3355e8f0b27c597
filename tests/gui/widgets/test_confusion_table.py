import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, Appearance
from gui.widgets.confusion_table import MOST_SEEN, ConfusionModel, ConfusionTable
from tests.gui.conftest import Show
from tests.gui.looks import READABLE, contrast

Role = Qt.ItemDataRole
PLUS_MINUS = ["−1", "1"]


@pytest.fixture
def model(appearance: Appearance) -> ConfusionModel:
    model = ConfusionModel(appearance)
    model.show_counts(np.array([[3, 1], [0, 2000]]), PLUS_MINUS)
    return model


def test_it_keeps_the_rules_of_qts_models(model: ConfusionModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_counts_stand_under_their_classes(model: ConfusionModel) -> None:
    texts = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert texts == [["3", "1"], ["0", "2,000"]]
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(2)] == ["target −1", "target 1"]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["→ −1", "→ 1"]
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.ToolTipRole) is None
    assert model.index(0, 1).data(Role.ToolTipRole) == "Samples of class −1 that are taken for 1"


def test_right_answers_are_blue_and_others_orange_by_their_share_of_the_class(model: ConfusionModel) -> None:
    def ground(row: int, column: int) -> QColor:
        color = model.index(row, column).data(Role.BackgroundRole)
        assert isinstance(color, QColor)
        letters = model.index(row, column).data(Role.ForegroundRole)
        assert contrast(letters, color) >= READABLE
        return color

    assert ground(1, 1) == QColor(LIGHT.positive_value)
    assert ground(1, 0) == QColor(LIGHT.card)
    assert ground(0, 0).hue() == pytest.approx(QColor(LIGHT.positive_value).hue(), abs=4)
    assert ground(0, 1).hue() == pytest.approx(QColor(LIGHT.negative_value).hue(), abs=4)
    assert ground(0, 0).saturationF() > ground(0, 1).saturationF() / 2


def test_a_class_without_samples_has_no_colour(model: ConfusionModel) -> None:
    model.show_counts(np.zeros((2, 2), int), PLUS_MINUS)
    assert model.index(0, 0).data(Role.BackgroundRole) == QColor(LIGHT.card)
    assert model.index(0, 0).data(Role.DecorationRole) is None


def test_other_counts_of_the_same_classes_reset_nothing(model: ConfusionModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_counts(np.array([[4, 0], [1, 7]]), PLUS_MINUS)
    assert model.index(1, 1).data() == "7"
    with qtbot.waitSignal(model.modelReset):
        model.show_counts(np.eye(3, dtype=int), ["1", "2", "3"])
    assert model.rowCount() == model.columnCount() == 3


def test_the_table_is_as_high_as_its_rows_up_to_some(model: ConfusionModel, show: Show) -> None:
    table = show(ConfusionTable("Confusion matrix", model))
    two = table.sizeHint().height()
    heights = []
    for count in (MOST_SEEN, MOST_SEEN + 20):
        model.show_counts(np.eye(count, dtype=int), [str(number) for number in range(count)])
        heights.append(table.sizeHint().height())
    assert two == table.minimumSizeHint().height() < heights[0] == heights[1]


def test_all_rows_of_two_classes_are_seen(model: ConfusionModel, show: Show) -> None:
    table = show(ConfusionTable("Confusion matrix", model))
    table.resize(table.sizeHint())
    assert table.verticalScrollBar().maximum() == 0
