import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.data import Data
from core.experiment import Experiment, Layer
from core.operations import units
from core.questions.gradient_check import STEP
from core.regularizers import L2
from gui.panels.gradient_check import STEPS, GradientCheckPanel
from gui.session import Session
from gui.theme import Appearance, Mode
from tests.gui.by_hand import finish, run_jobs_by_hand
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to
from tests.gui.runs import DIVERGING


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show, monkeypatch: pytest.MonkeyPatch) -> GradientCheckPanel:
    run_jobs_by_hand(monkeypatch)
    return show(GradientCheckPanel(session, appearance), 400, 500)


def check(qtbot: QtBot, panel: GradientCheckPanel) -> None:
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    finish(panel.bar)


def choose(qtbot: QtBot, panel: GradientCheckPanel, text: str) -> None:
    """Choose the loss that is compared with, by the keyboard."""
    panel.objective.setFocus()
    qtbot.keyClicks(panel.objective, text)
    panel.objective.activated.emit(panel.objective.currentIndex())
    finish(panel.bar)


def test_before_it_begins_it_says_what_it_is_for(panel: GradientCheckPanel) -> None:
    assert panel.verdict.text().startswith("Is the gradient right?")
    assert panel.table.isHidden()
    assert panel.numbers() is None


def test_the_gradients_of_the_article_pass(panel: GradientCheckPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    check(qtbot, panel)
    assert panel.verdict.text().startswith("<b>All 9 gradients pass")
    assert panel.remark.isHidden()
    assert panel.table.model().rowCount() == 9
    numbers = panel.numbers()
    assert numbers is not None
    header, *rows = numbers.splitlines()
    assert header == "parameter,analytic,numeric,relative_error"
    errors = [float(row.rsplit(",", 1)[1]) for row in rows]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] < 1e-7


def test_against_the_mean_every_gradient_is_four_times_the_difference(panel: GradientCheckPanel, qtbot: QtBot) -> None:
    choose(qtbot, panel, "mean")
    assert panel.verdict.text().startswith("<b>Every gradient is 4.000 times the difference")


def test_a_step_that_is_too_short_does_not_pass(panel: GradientCheckPanel, qtbot: QtBot) -> None:
    assert panel.step.currentData() == STEP
    panel.step.setFocus()
    qtbot.keyClick(panel.step, Qt.Key.Key_End)
    panel.step.activated.emit(panel.step.currentIndex())
    finish(panel.bar)
    assert panel.step.currentData() == STEPS[-1]
    assert "do not pass" in panel.verdict.text()


def test_a_penalty_can_be_checked_where_there_is_one(panel: GradientCheckPanel, session: Session, qtbot: QtBot) -> None:
    count = panel.objective.count()
    session.set_training("Edit", regularization=L2(0.1))
    assert panel.objective.count() == count + 1
    choose(qtbot, panel, "loss +")
    assert panel.verdict.text().startswith("<b>All 9 gradients pass")


def test_a_selected_row_marks_its_edge_or_unit(panel: GradientCheckPanel, session: Session, qtbot: QtBot) -> None:
    check(qtbot, panel)
    for row, checked in enumerate(panel.table.checked.parameters):
        place = panel.table.visualRect(panel.table.model().index(row, 0)).center()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        index = checked.place
        unit = {units(index.layer): index.unit}
        edge = unit if index.before is None else {**unit, units(index.layer - 1): index.before}
        assert session.marked == (edge,)


def test_the_edge_of_the_row_under_the_pointer_lights_up(panel: GradientCheckPanel, session: Session) -> None:
    panel.ask()
    finish(panel.bar)
    move_to(panel.table.viewport(), panel.table.visualRect(panel.table.model().index(0, 0)).center())
    assert session.pointed
    leave(panel.table)
    assert not session.pointed


def test_kinks_are_named(panel: GradientCheckPanel, session: Session, qtbot: QtBot) -> None:
    data = Data(((0.0,), (0.0,)), ((3.0,), (4.0,)))
    session.edit(Experiment(data, (Layer(1, "relu"), Layer(1, "linear"))), "Edit")
    check(qtbot, panel)
    assert panel.remark.isVisible()
    assert "at a kink" in panel.remark.text()


def test_once_the_run_has_moved_on_it_says_so(panel: GradientCheckPanel, session: Session, qtbot: QtBot) -> None:
    check(qtbot, panel)
    session.run_epoch()
    assert panel.verdict.text().endswith("That was in batch 1; the run has moved since.")
    assert panel.table.isVisible()


def test_another_experiment_puts_it_away_and_stops_it(
    panel: GradientCheckPanel, session: Session, qtbot: QtBot
) -> None:
    check(qtbot, panel)
    session.set_learning_rate(0.5)
    assert panel.table.isHidden()
    assert panel.verdict.text().startswith("Is the gradient right?")
    panel.ask()
    session.set_learning_rate(0.6)
    assert panel.bar.job is None
    assert panel.verdict.text() == "The experiment was changed, so the check was stopped."


def test_it_can_be_cancelled(panel: GradientCheckPanel, qtbot: QtBot) -> None:
    panel.ask()
    assert panel.bar.job is not None
    panel.bar.job.run_slice()
    panel.bar.show()
    qtbot.mouseClick(panel.bar.cancel, Qt.MouseButton.LeftButton)
    assert panel.bar.job is None
    assert panel.numbers() is None


def test_a_run_that_has_diverged_is_refused_in_a_sentence(
    panel: GradientCheckPanel, session: Session, qtbot: QtBot
) -> None:
    session.edit(DIVERGING, "Edit")
    session.seek(1000)
    check(qtbot, panel)
    assert panel.verdict.text() == "The gradient cannot be checked where the loss is not a finite number."
    assert panel.table.isHidden()


def test_it_follows_the_theme(panel: GradientCheckPanel, appearance: Appearance, qtbot: QtBot) -> None:
    check(qtbot, panel)
    appearance.set_mode(Mode.DARK)
    index = panel.table.model().index(0, 3)
    assert panel.table.model().data(index, Qt.ItemDataRole.ForegroundRole) == QColor(appearance.theme.quiet)
