"""Questions asked of a run: are its gradients right, how often does it learn, where does it go, why is it stuck."""

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QSpinBox

from gui.panels.diagnosis import DiagnosisPanel
from gui.panels.gradient_check import GradientCheckPanel
from gui.panels.landscape import LandscapePanel
from gui.panels.seed_sweep import SeedSweepPanel
from tests.gui.looks import is_blank, pixels
from tests.gui.pointer import move_to
from tests.journeys.learner import CONTROL, LONG, SHIFT, Key, Learner


def run_to(learner: Learner, epoch: int) -> None:
    learner.press(Key.Key_G, modifier=CONTROL)
    spin = learner.dialog(QInputDialog).findChild(QSpinBox)
    assert spin is not None
    spin.selectAll()
    learner.qtbot.keyClicks(spin, str(epoch))
    learner.qtbot.keyClick(spin, Key.Key_Return)
    learner.come_back()
    learner.qtbot.waitUntil(lambda: not learner.window.player.running, timeout=LONG)


def test_the_gradient_is_checked_and_the_worst_parameters_are_marked(learner: Learner) -> None:
    learner.press(Key.Key_Right, 3, CONTROL)
    learner.press(Key.Key_G, modifier=CONTROL | SHIFT)
    panel = learner.window.panel(GradientCheckPanel)
    assert panel.isVisible()
    learner.qtbot.waitUntil(panel.table.isVisible, timeout=LONG)
    assert panel.verdict.text()
    model = panel.table.model()
    assert model.rowCount() == 9
    errors = [float(row["relative_error"]) for row in csv.DictReader(str(panel.numbers()).splitlines())]
    assert errors == sorted(errors, reverse=True)
    plain = pixels(learner.window.flow.view.viewport())
    learner.click(panel.table.viewport(), panel.table.visualRect(model.index(0, 0)).center())
    move_to(learner.window.flow.view.viewport(), QPoint(2, 2))
    marked = pixels(learner.window.flow.view.viewport())
    assert (marked != plain).any()
    learner.click(panel.table.viewport(), panel.table.visualRect(model.index(4, 0)).center())
    move_to(learner.window.flow.view.viewport(), QPoint(2, 2))
    assert (pixels(learner.window.flow.view.viewport()) != marked).any()
    learner.press(Key.Key_Right)
    assert "the run has moved since" in panel.verdict.text()


@pytest.fixture
def sweep(learner: Learner) -> SeedSweepPanel:
    """Open the panel, and cancel what it does at first."""
    learner.choose("Explore", "How often does it learn?")
    panel = learner.window.panel(SeedSweepPanel)
    learner.qtbot.waitUntil(panel.bar.isVisible, timeout=LONG)
    learner.click(panel.bar.cancel)
    return panel


def test_a_sweep_shows_its_runs_and_a_click_begins_from_one(learner: Learner, sweep: SeedSweepPanel) -> None:
    learner.type_into(sweep.seeds, "40")
    learner.type_into(sweep.epochs, "300")
    learner.click(sweep.start)
    assert sweep.bar.job is not None
    learner.qtbot.waitUntil(lambda: sweep.bar.job is None, timeout=LONG)
    assert "of 40 learn" in sweep.headline.text()
    assert not is_blank(pixels(sweep.map))
    rows = [row.split(",") for row in str(sweep.numbers()).splitlines()[1:]]
    assert len(rows) == 40
    assert [float(row[1]) for row in rows] == sorted(float(row[1]) for row in rows)
    cells = sweep.map.cells()
    move_to(sweep.map, cells.rect(0).center())
    assert f"seed {rows[0][0]}:" in sweep.reading.text()
    learner.click(sweep.map, cells.rect(0).center())
    assert learner.session.experiment.initial.seed == int(rows[0][0])
    assert learner.last_edit == f"Undo: Begin from seed {rows[0][0]}"


def test_a_sweep_is_seen_while_it_runs_and_can_be_cancelled(learner: Learner, sweep: SeedSweepPanel) -> None:
    learner.type_into(sweep.seeds, "10000")
    learner.type_into(sweep.epochs, "100000")
    learner.click(sweep.start)
    learner.qtbot.waitUntil(sweep.bar.isVisible, timeout=LONG)
    assert sweep.bar.bar.value() < sweep.bar.bar.maximum()
    learner.press(Key.Key_Right)
    assert learner.read()[2] == "1 of 19"
    learner.click(sweep.bar.cancel)
    assert sweep.bar.job is None
    assert "were not trained" in sweep.headline.text()


def test_the_landscape_shows_the_way_the_run_has_come(learner: Learner) -> None:
    run_to(learner, 300)
    learner.press(Key.Key_L, modifier=CONTROL)
    panel = learner.window.panel(LandscapePanel)
    learner.qtbot.waitUntil(lambda: panel.bar.job is None, timeout=LONG)
    assert panel.view.isVisible()
    assert "% of the run’s way" in panel.sentence.text()
    move_to(panel.view, panel.view.rect().center())
    assert "loss" in panel.reading.text()
    pictures = []
    for key, epoch in ((Key.Key_Home, "0"), (Key.Key_End, "300"), (Key.Key_Home, "0")):
        learner.window.timeline.slider.setFocus(Qt.FocusReason.TabFocusReason)
        learner.press(key)
        learner.qtbot.waitUntil(lambda epoch=epoch: learner.read()[0] == epoch)  # type: ignore[misc]
        pictures.append(pixels(panel.view).tobytes())
    assert pictures[1] != pictures[2]
    learner.click(panel.plane.button(1))
    learner.qtbot.waitUntil(lambda: panel.bar.job is None, timeout=LONG)
    assert "random directions" in panel.sentence.text()


def test_why_the_run_of_the_article_is_stuck(learner: Learner) -> None:
    window = learner.window
    run_to(learner, 10_000)
    learner.qtbot.waitUntil(window.finding.isVisible, timeout=LONG)
    assert window.finding.title.text()
    learner.click(window.finding.why_button)
    panel = window.panel(DiagnosisPanel)
    learner.qtbot.waitUntil(lambda: any(card.isVisible() for card in panel.cards), timeout=LONG)
    texts = " ".join(card.sentence.text() for card in panel.cards if card.isVisible())
    assert "0.5" in texts or "saturated" in texts
    plain = pixels(window.flow.view.viewport())
    learner.click(panel.cards[0].button)
    marked = pixels(window.flow.view.viewport())
    assert (marked != plain).any()
    assert learner.session.marked


def test_a_run_that_learns_has_nothing_to_complain_about(learner: Learner) -> None:
    learner.press(Key.Key_D, modifier=CONTROL)
    panel = learner.window.panel(DiagnosisPanel)
    assert panel.nothing.isVisible()
    assert "nothing stands in the way" in panel.nothing.text()
    assert not learner.window.finding.isVisible()
