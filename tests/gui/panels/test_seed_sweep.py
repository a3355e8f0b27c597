import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.sweeps import stepwise
from gui.panels.seed_sweep import SeedSweepPanel
from gui.session import Session
from gui.theme import Appearance
from tests.gui.by_hand import finish, run_jobs_by_hand
from tests.gui.conftest import Show
from tests.gui.pointer import move_to, press
from tests.gui.runs import DIVERGING


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show, monkeypatch: pytest.MonkeyPatch) -> SeedSweepPanel:
    run_jobs_by_hand(monkeypatch)
    return show(SeedSweepPanel(session, appearance), 340, 420)


def type_into(qtbot: QtBot, panel: SeedSweepPanel, seeds: str, epochs: str) -> None:
    for field, text in ((panel.seeds, seeds), (panel.epochs, epochs)):
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def start(qtbot: QtBot, panel: SeedSweepPanel, seeds: int = 10, epochs: int = 20) -> None:
    type_into(qtbot, panel, str(seeds), str(epochs))
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)


def cell(panel: SeedSweepPanel, number: int) -> QPoint:
    return panel.map.cells().rect(number).center()


def test_before_it_begins_it_says_what_it_is_for(panel: SeedSweepPanel) -> None:
    assert panel.headline.text().startswith("How often does this learn?")
    assert (panel.seeds.text(), panel.epochs.text()) == ("400", "10000")
    assert panel.map.isHidden()
    assert panel.numbers() is None


def test_it_trains_as_long_as_the_run_unless_it_is_told_otherwise(
    panel: SeedSweepPanel, session: Session, qtbot: QtBot
) -> None:
    session.seek(123)
    assert panel.epochs.text() == "123"
    type_into(qtbot, panel, "400", "50")
    session.seek(200)
    assert panel.epochs.text() == "50"


def test_twentynine_of_the_articles_first_forty_seeds_learn(panel: SeedSweepPanel, qtbot: QtBot) -> None:
    start(qtbot, panel, 40, 10_000)
    finish(panel.bar)
    expected = "<b>29 of 40 learn</b>: after 10,000 epochs, their mean squared error is below 0.05."
    assert panel.headline.text() == expected
    numbers = panel.numbers()
    assert numbers is not None
    header, *rows = numbers.splitlines()
    errors = [float(row.split(",")[1]) for row in rows]
    assert header == "seed,mean_squared_error,loss"
    assert errors == sorted(errors)
    assert sorted(int(row.split(",")[0]) for row in rows) == list(range(40))


def test_the_map_fills_while_it_runs_and_keeps_what_is_done(
    panel: SeedSweepPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stepwise, "SOON", 8)
    start(qtbot, panel, 24, 3)
    assert panel.headline.text() == "<b>0 of 0 learn</b> so far, 24 are still to come."
    while "16 are" not in panel.headline.text():
        assert panel.bar.job is not None
        panel.bar.job.run_slice()
    assert panel.headline.text() == "<b>0 of 8 learn</b> so far, 16 are still to come."
    panel.bar.show()
    qtbot.mouseClick(panel.bar.cancel, Qt.MouseButton.LeftButton)
    assert panel.bar.job is None
    assert panel.headline.text() == "<b>0 of 8 learn</b>; the other 16 were not trained."
    assert len((panel.numbers() or "").splitlines()) == 9


def test_a_click_begins_from_the_seed_of_a_run(panel: SeedSweepPanel, session: Session, qtbot: QtBot) -> None:
    start(qtbot, panel)
    finish(panel.bar)
    seed = int((panel.numbers() or "").splitlines()[4].split(",")[0])
    assert seed != session.experiment.initial.seed
    move_to(panel.map, cell(panel, 3))
    assert panel.reading.text().startswith(f"seed {seed}: mean squared error")
    press(panel.map, cell(panel, 3))
    assert session.experiment.initial.seed == seed
    assert session.undo_stack.undoText() == f"Begin from seed {seed}"
    assert panel.map.isEnabled()
    assert "of 10 learn" in panel.headline.text()


def test_enter_begins_from_the_seed_of_the_cell_with_the_keyboard(
    panel: SeedSweepPanel, session: Session, qtbot: QtBot
) -> None:
    start(qtbot, panel)
    finish(panel.bar)
    panel.map.setFocus()
    qtbot.keyClick(panel.map, Qt.Key.Key_End)
    qtbot.keyClick(panel.map, Qt.Key.Key_Return)
    worst = int((panel.numbers() or "").splitlines()[-1].split(",")[0])
    assert session.experiment.initial.seed == worst


def test_another_experiment_stops_it_and_undoing_brings_it_back(
    panel: SeedSweepPanel, session: Session, qtbot: QtBot
) -> None:
    start(qtbot, panel)
    finish(panel.bar)
    session.set_learning_rate(0.5)
    assert panel.headline.text().startswith("These runs are those of other settings.")
    assert not panel.map.isEnabled()
    session.undo_stack.undo()
    assert "of 10 learn" in panel.headline.text()
    panel.ask()
    session.set_learning_rate(0.5)
    assert panel.bar.job is None
    assert panel.headline.text().startswith("The experiment was changed, so the sweep was stopped.")


def test_going_on_with_the_run_does_not_disturb_it(panel: SeedSweepPanel, session: Session, qtbot: QtBot) -> None:
    start(qtbot, panel)
    session.run_epoch()
    assert panel.bar.job is not None
    finish(panel.bar)
    assert "of 10 learn" in panel.headline.text()


def test_runs_that_diverge_stand_last_and_say_so(panel: SeedSweepPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(DIVERGING, "Edit")
    start(qtbot, panel, 8, 2000)
    finish(panel.bar)
    assert panel.headline.text().startswith("<b>0 of 8 learn</b>")
    move_to(panel.map, cell(panel, 7))
    assert panel.reading.text().endswith(": diverged")


@pytest.mark.parametrize("text", ["0", "many", "10001"])
def test_what_is_no_number_of_seeds_is_refused_where_it_is_typed(
    panel: SeedSweepPanel, qtbot: QtBot, text: str
) -> None:
    panel.seeds.selectAll()
    qtbot.keyClicks(panel.seeds, text)
    qtbot.keyClick(panel.seeds, Qt.Key.Key_Return)
    assert panel.notice.isVisible()
    assert panel.seeds.text() == "400"


def test_no_epochs_are_refused_where_they_are_typed(panel: SeedSweepPanel, qtbot: QtBot) -> None:
    type_into(qtbot, panel, "10", "0")
    assert panel.notice.isVisible()
    assert panel.epochs.text() == "10000"


def test_it_can_be_used_without_a_mouse(panel: SeedSweepPanel) -> None:
    assert panel.picture() is panel.results
    table = panel.keys()
    assert [keys for _, keys in table] == ["← → ↑ ↓", "Enter"]
    assert panel.map.accessibleName()
