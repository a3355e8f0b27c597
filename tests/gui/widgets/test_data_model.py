import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.datasets import DATASETS
from core.numerals import format_exactly
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_model import DataModel
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, experiment_of

Role = Qt.ItemDataRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Owner(QWidget):
    """What the model belongs to, with the notice in which refusals are said."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.editor = DataEditor(session, self.notice, self)
        self.model = DataModel(session, appearance, self.editor)
        self.model.refresh()


@pytest.fixture
def owner(session: Session, appearance: Appearance, show: Show) -> Owner:
    return show(Owner(session, appearance))


@pytest.fixture
def model(owner: Owner) -> DataModel:
    return owner.model


def texts(model: DataModel, role: Role = Role.DisplayRole) -> list[list[object]]:
    columns = range(model.columnCount())
    return [[model.data(model.index(row, column), role) for column in columns] for row in range(model.rowCount())]


def test_a_row_is_a_sample_with_its_target_and_the_networks_answer(model: DataModel, session: Session) -> None:
    shown = texts(model)
    assert [row[:3] for row in shown] == [["0", "0", "0"], ["0", "1", "1"], ["1", "0", "1"], ["1", "1", "0"]]
    assert [row[3] for row in shown] == [f"{value:.4f}" for value in session.outputs()[:, 0]]


def test_outputs_follow_the_parameters(model: DataModel, session: Session) -> None:
    before = texts(model)
    session.run_epoch()
    model.refresh_outputs()
    after = texts(model)
    assert [row[3] for row in after] != [row[3] for row in before]
    assert [row[:3] for row in after] == [row[:3] for row in before]


def test_columns_are_named_and_rows_counted_from_1(model: DataModel, session: Session) -> None:
    assert [model.headerData(column, ACROSS) for column in range(4)] == ["x₁", "x₂", "target", "output"]
    assert [model.headerData(row, DOWN) for row in range(4)] == ["1", "2", "3", "4"]
    session.edit(experiment_of(1, 2), "edit")
    model.refresh()
    names = [model.headerData(column, ACROSS) for column in range(5)]
    assert names == ["x₁", "target₁", "target₂", "output₁", "output₂"]


def test_only_inputs_and_targets_can_be_edited(model: DataModel) -> None:
    editable = [bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in range(4)]
    assert editable == [True, True, True, False]


def test_a_number_typed_goes_into_the_experiment(model: DataModel, session: Session, owner: Owner) -> None:
    assert model.setData(model.index(1, 0), "0.25")
    assert session.experiment.data.inputs[1] == (0.25, 1)
    assert model.setData(model.index(3, 2), "−2")
    assert session.experiment.data.targets[3] == (-2,)
    assert owner.notice.isHidden()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("one", "“one” is not a number; write it like 0.5 or −2."),
        ("", "“” is not a number; write it like 0.5 or −2."),
        ("nan", "A value must be finite, so “nan” cannot be used."),
        ("inf", "A value must be finite, so “inf” cannot be used."),
        ("1e999", "A value must be finite, so “1e999” cannot be used."),
    ],
)
def test_what_is_no_finite_number_is_refused_and_the_data_stay(
    model: DataModel, session: Session, owner: Owner, typed: str, sentence: str
) -> None:
    assert not model.setData(model.index(1, 1), typed)
    assert owner.notice.text() == sentence
    assert owner.notice.isVisible()
    assert session.experiment == ARTICLE


def test_a_cell_that_is_left_as_it_was_is_no_edit(model: DataModel, session: Session) -> None:
    session.run_epoch()
    assert not model.setData(model.index(1, 1), "1")
    assert session.trainer.epoch == 1
    assert session.undo_stack.count() == 0


def test_a_cell_is_edited_and_told_at_full_length(model: DataModel, session: Session) -> None:
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(0, 0, 1 / 3)), "edit")
    model.refresh()
    cell = model.index(0, 0)
    assert model.data(cell) == "0.3333"
    assert model.data(cell, Role.EditRole) == model.data(cell, Role.ToolTipRole) == "0.3333333333333333"


def test_a_number_with_a_power_of_ten_is_shown_with_fewer_digits(model: DataModel, session: Session) -> None:
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(0, 0, -1.23456e-7)), "edit")
    model.refresh()
    assert model.data(model.index(0, 0)) == "−1.2e−7"


def test_outputs_stand_out_and_say_what_they_are(model: DataModel) -> None:
    assert model.data(model.index(0, 3), Role.ForegroundRole) is not None
    assert model.data(model.index(0, 2), Role.ForegroundRole) is None
    assert "network answers" in str(model.headerData(3, ACROSS, Role.ToolTipRole))
    assert model.headerData(2, ACROSS, Role.ToolTipRole) is None


def test_another_shape_is_a_reset_and_other_numbers_are_not(model: DataModel, session: Session) -> None:
    told: list[str] = []

    def on_reset() -> None:
        told.append("reset")

    def on_changed(_first: QModelIndex, _last: QModelIndex) -> None:
        told.append("changed")

    model.modelReset.connect(on_reset)
    model.dataChanged.connect(on_changed)
    session.edit(ARTICLE.with_data(DATASETS["and"].make()), "edit")
    model.refresh()
    session.edit(ARTICLE.with_data(DATASETS["parity_3"].make()), "edit")
    model.refresh()
    assert told == ["changed", "reset"]
    assert (model.rowCount(), model.columnCount()) == (8, 5)


def test_outputs_that_have_diverged_are_shown(model: DataModel, session: Session) -> None:
    session.trainer.plan.parameters.flat[:] = float("nan")
    model.refresh_outputs()
    assert {row[3] for row in texts(model)} == {"NaN"}


def test_columns_have_their_own_names_where_there_are_any(model: DataModel, session: Session) -> None:
    session.edit(ARTICLE.with_data(DATASETS["circle"].make()), "edit")
    model.refresh()
    assert [model.headerData(column, ACROSS) for column in range(4)] == ["x", "y", "label", "output"]
    tips = [model.headerData(column, ACROSS, Role.ToolTipRole) for column in range(3)]
    assert tips == ["x₁", "x₂", "target"]


def test_samples_to_test_with_are_shown_with_the_answers_to_them(
    model: DataModel, session: Session, owner: Owner
) -> None:
    data = replace(ARTICLE.data, test_inputs=((1.0, 1.0), (0.0, 0.0)), test_targets=((0.0,), (1.0,)))
    session.edit(ARTICLE.with_data(data), "edit")
    owner.editor.test = True
    model.refresh()
    outputs = session.outputs()[:, 0]
    assert [row[:3] for row in texts(model)] == [["1", "1", "0"], ["0", "0", "1"]]
    assert [row[3] for row in texts(model)] == [f"{outputs[3]:.4f}", f"{outputs[0]:.4f}"]
    session.run_epoch()
    model.refresh_outputs()
    assert model.value(0, 3) == session.outputs()[3, 0]
    assert model.setData(model.index(1, 2), "0.5")
    assert session.experiment.data.test_targets == ((0,), (0.5,))


def test_a_sample_is_put_into_words(model: DataModel, session: Session) -> None:
    assert model.point_text(1) == "sample 2: x₁ = 0, x₂ = 1, target = 1"
    data = replace(ARTICLE.data, test_inputs=((1 / 3, 1.0),), test_targets=((0.0,),))
    session.edit(ARTICLE.with_data(data), "edit")
    assert model.point_text(4) == "test sample 1: x₁ = 0.3333, x₂ = 1, target = 0"


def test_the_rows_that_are_looked_at_and_pointed_at_stand_out(model: DataModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _: told.append(first.row()))
    model.light(1, 2)
    grounds = [model.data(model.index(row, 0), Role.BackgroundRole) for row in range(4)]
    assert [ground is None for ground in grounds] == [True, False, False, True]
    assert isinstance(grounds[1], QColor)
    assert grounds[1] != grounds[2]
    assert sorted(told) == [1, 2]
    told.clear()
    model.light(1, 2)
    assert told == []
    model.light(9, None)
    assert sorted(told) == [1, 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.69492322, "−0.695"), (5.06441914, "5.064"), (0.5, "0.5000"), (-1.0, "−1"), (-12.3456789, "−12.35")],
)
def test_an_input_has_as_many_digits_as_its_column_has_room_for(
    owner: Owner, session: Session, value: float, text: str
) -> None:
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(0, 0, value)), "Edit")
    owner.model.refresh()
    assert owner.model.data(owner.model.index(0, 0)) == text
    assert owner.model.data(owner.model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == format_exactly(value)
