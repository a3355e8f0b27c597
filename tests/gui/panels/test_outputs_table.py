import csv

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.data import Data
from core.datasets import DATASETS
from core.experiment import Experiment, Layer
from core.operations import SAMPLES
from gui.panels.outputs_table import BY_ERROR, TEST, OutputsPanel
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.outputs_model import OutputsModel
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to
from tests.gui.runs import ARTICLE, diverged_session

NUMBERS = Experiment(
    Data(
        inputs=((0.0,), (1.0,), (2.0,)),
        targets=((0.0,), (5.0,), (-1.0,)),
        test_inputs=((3.0,),),
        test_targets=((7.0,),),
    ),
    (Layer(1, "linear"),),
)


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> OutputsPanel:
    return show(OutputsPanel(session, appearance), 330, 400)


@pytest.fixture
def numbers(appearance: Appearance, show: Show) -> OutputsPanel:
    session = Session(NUMBERS)
    session.trainer.plan.parameters.flat[:] = 0
    return show(OutputsPanel(session, appearance), 330, 400)


def column_of(model: OutputsModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def samples(panel: OutputsPanel) -> list[int]:
    return [panel.model.sample_in(row) for row in range(panel.model.rowCount())]


def test_it_shows_what_the_network_answers_now(panel: OutputsPanel, session: Session) -> None:
    session.seek(3000)
    np.testing.assert_array_equal(panel.model.answers.outputs, session.outputs())
    assert column_of(panel.model, 0) == ["0", "1", "1", "0"]
    right = column_of(panel.model, 3).count("✓")
    assert panel.summary.text() == f"{right} of 4 right: {25 * right} %"
    counts = [[int(str(panel.counts.index(row, column).data())) for column in range(2)] for row in range(2)]
    assert counts[0][0] + counts[1][1] == right
    assert [sum(row) for row in counts] == [2, 2]
    assert panel.confusion.isVisible()


def test_of_numbers_the_errors_are_told_and_there_is_no_confusion(numbers: OutputsPanel) -> None:
    assert column_of(numbers.model, 2) == ["0", "−5", "1"]
    assert numbers.summary.text() == "Mean error 2; largest: 5 (sample 2), 1 (sample 3), 0 (sample 1)"
    assert not numbers.confusion.isVisible()


def test_of_several_outputs_the_error_is_the_length(appearance: Appearance, show: Show) -> None:
    data = replace(NUMBERS.data, targets=((3.0, 4.0), (0.0, 0.0), (2.0, 0.0)), test_inputs=(), test_targets=())
    session = Session(Experiment(data, (Layer(2, "linear"),)))
    session.trainer.plan.parameters.flat[:] = 0
    panel = show(OutputsPanel(session, appearance))
    assert column_of(panel.model, 4) == ["5", "0", "2"]


def test_by_error_the_largest_is_first_and_no_number_before_all(numbers: OutputsPanel, qtbot: QtBot) -> None:
    assert samples(numbers) == [0, 1, 2]
    qtbot.mouseClick(numbers.order.button(BY_ERROR), Qt.MouseButton.LeftButton)
    assert samples(numbers) == [1, 2, 0]
    plan = numbers.session.trainer.plan
    plan.parameters.weights[0][...] = np.inf  # times an input of 0 is no number
    numbers.session.step()
    numbers.session.trainer.plan.parameters.weights[0][...] = np.inf
    qtbot.mouseClick(numbers.order.button(BY_ERROR), Qt.MouseButton.LeftButton)
    assert samples(numbers) == [0, 1, 2]


def test_test_samples_are_shown_where_there_are_any(numbers: OutputsPanel, panel: OutputsPanel, qtbot: QtBot) -> None:
    assert not panel.set.isVisible()
    qtbot.mouseClick(numbers.set.button(TEST), Qt.MouseButton.LeftButton)
    assert column_of(numbers.model, 0) == ["7"]
    numbers.session.use(ARTICLE, "another")
    assert not numbers.set.isVisible()
    assert numbers.model.rowCount() == 4


def test_the_selected_sample_is_selected_here_and_the_other_way_round(panel: OutputsPanel, session: Session) -> None:
    session.select_sample(2)
    assert panel.table.currentIndex().row() == 2
    session.select_sample(None)
    assert not panel.table.currentIndex().isValid()
    panel.table.setCurrentIndex(panel.model.index(3, 0))
    assert session.sample == 3


def test_test_samples_are_not_those_of_the_session(numbers: OutputsPanel, qtbot: QtBot) -> None:
    session = numbers.session
    qtbot.mouseClick(numbers.set.button(TEST), Qt.MouseButton.LeftButton)
    session.select_sample(0)
    assert not numbers.table.currentIndex().isValid()
    numbers.table.setCurrentIndex(numbers.model.index(0, 0))
    session.select_sample(1)
    numbers.table.row_chosen.emit(0)
    numbers.table.row_pointed.emit(0)
    assert (session.sample, session.pointed) == (1, {})
    session.point_at({SAMPLES: 0})
    assert numbers.model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is None


def test_the_sample_under_the_pointer_lights_everywhere(panel: OutputsPanel, session: Session) -> None:
    move_to(panel.table.viewport(), panel.table.visualRect(panel.model.index(2, 1)).center())
    assert session.pointed == {SAMPLES: 2}
    leave(panel.table)
    assert session.pointed == {}


def test_a_sample_pointed_at_elsewhere_is_lit_here(panel: OutputsPanel, session: Session) -> None:
    background = Qt.ItemDataRole.BackgroundRole
    session.edit(session.experiment.with_training(batch_size=2), "smaller batches")
    session.run_epoch()
    session.go_to(0)
    row = 1
    sample = session.sample_in(row)
    assert sample is not None
    session.point_at({SAMPLES: row})
    assert panel.model.index(sample, 0).data(background) is not None
    session.point_at({})
    assert panel.model.index(sample, 0).data(background) is None


def test_its_numbers_are_the_table_at_full_length(panel: OutputsPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(10)
    qtbot.mouseClick(panel.order.button(BY_ERROR), Qt.MouseButton.LeftButton)
    header, *lines = csv.reader(panel.numbers().splitlines())
    assert header == ["sample", "target", "output", "error"]
    assert [int(line[0]) - 1 for line in lines] == samples(panel)
    outputs = session.outputs()[:, 0]
    assert [float(line[2]) for line in lines] == [outputs[sample] for sample in samples(panel)]


def test_before_it_is_shown_it_has_no_numbers_but_their_names(session: Session, appearance: Appearance) -> None:
    panel = OutputsPanel(session, appearance)
    assert panel.numbers() == "sample,target,output,error\n"
    panel.deleteLater()


def test_a_run_that_has_diverged_is_shown(appearance: Appearance, show: Show) -> None:
    session = diverged_session()
    session.trainer.plan.parameters.flat[:] = np.nan
    panel = show(OutputsPanel(session, appearance), 330, 400)
    assert column_of(panel.model, 1) == ["NaN"] * 4
    assert panel.summary.text() == "0 of 4 right: 0 %"
    assert panel.picture() is panel
    panel.grab()


def test_ten_thousand_samples_are_only_written_out_where_they_are_seen(
    appearance: Appearance, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DATASETS["circle"].make()
    many = replace(data, inputs=data.inputs * 40, targets=data.targets * 40)
    panel = show(OutputsPanel(Session(Experiment(many, (Layer(1, "tanh"),))), appearance), 330, 400)
    asked: list[int] = []
    values = OutputsModel.values

    def noted(model: OutputsModel, sample: int) -> list[float]:
        asked.append(sample)
        return values(model, sample)

    monkeypatch.setattr(OutputsModel, "values", noted)
    panel.session.run_epoch()
    panel.grab()
    assert panel.model.rowCount() == 10_000
    assert 0 < len(set(asked)) < 50
