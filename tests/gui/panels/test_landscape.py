import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from gui.panels.landscape import RANDOM, LandscapePanel
from gui.session import Session
from gui.theme import Appearance, Mode
from tests.gui.by_hand import finish, run_jobs_by_hand
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels
from tests.gui.pointer import leave, move_to
from tests.gui.runs import DIVERGING


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show, monkeypatch: pytest.MonkeyPatch) -> LandscapePanel:
    run_jobs_by_hand(monkeypatch)
    panel = show(LandscapePanel(session, appearance), 340, 480)
    panel.resolution.setCurrentIndex(0)
    return panel


def compute(qtbot: QtBot, panel: LandscapePanel) -> None:
    qtbot.mouseClick(panel.update_button, Qt.MouseButton.LeftButton)
    finish(panel.bar)


def losses(panel: LandscapePanel) -> list[tuple[float, float, float]]:
    """Return x, y and loss of each point."""
    numbers = panel.numbers()
    assert numbers is not None
    header, *rows = numbers.splitlines()
    assert header == "x,y,loss"
    found = [tuple(map(float, row.split(","))) for row in rows]
    return [(x, y, loss) for x, y, loss in found]


def test_before_it_is_computed_it_says_what_it_is(panel: LandscapePanel) -> None:
    assert panel.sentence.text().startswith("How does the loss look")
    assert panel.update_button.text() == "Compute"
    assert panel.view.isHidden()
    assert panel.numbers() is None


def test_along_the_path_it_has_the_loss_of_now_at_the_point_of_now(
    panel: LandscapePanel, session: Session, qtbot: QtBot
) -> None:
    session.seek(300)
    compute(qtbot, panel)
    session.step()
    session.go_to(len(session.trainer.plan.operations))
    assert "% of the run’s way lies in this plane" in panel.sentence.text()
    assert panel.update_button.text() == "Update"
    found = losses(panel)
    assert len(found) == 31 * 31
    at_end = next(loss for x, y, loss in found if x == y == 0)
    assert at_end == pytest.approx(session.trainer.loss, rel=1e-12)


def test_a_random_plane_lies_around_the_parameters_of_now(
    panel: LandscapePanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.plane.button(RANDOM), Qt.MouseButton.LeftButton)
    finish(panel.bar)
    assert panel.sentence.text().startswith("Two random directions")
    session.run_epoch()
    at_center = next(loss for x, y, loss in losses(panel) if x == y == 0)
    assert at_center == pytest.approx(session.trainer.loss, rel=1e-12)


def test_a_run_that_has_not_begun_has_no_path(panel: LandscapePanel, qtbot: QtBot) -> None:
    compute(qtbot, panel)
    assert panel.sentence.text() == "A path needs at least two points, all of them finite."
    assert panel.view.isHidden()


def test_the_point_of_now_moves_with_the_run(panel: LandscapePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(300)
    compute(qtbot, panel)
    before = pixels(panel.view)
    session.seek(100)
    assert (pixels(panel.view) != before).any()
    session.seek(300)
    np.testing.assert_array_equal(pixels(panel.view), before)


def test_it_is_shown_as_it_grows_and_keeps_what_is_done(panel: LandscapePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    panel.ask()
    while panel.view.isHidden():
        assert panel.bar.job is not None
        panel.bar.job.run_slice()
    assert panel.bar.job is not None
    assert 0 < panel.bar.job.done < panel.bar.job.total
    panel.bar.show()
    qtbot.mouseClick(panel.bar.cancel, Qt.MouseButton.LeftButton)
    assert panel.bar.job is None
    known = np.isfinite([loss for _, _, loss in losses(panel)])
    assert known.any()
    assert not known.all()
    assert count_of(panel.appearance.theme.ground, pixels(panel.view)) > 100


def test_progress_only_grows_and_ends_at_the_end(panel: LandscapePanel, session: Session) -> None:
    session.seek(500)
    panel.ask()
    job, done = panel.bar.job, [0]
    assert job is not None
    job.progressed.connect(lambda: done.append(job.done))
    finish(panel.bar)
    assert done == sorted(done)
    assert done[-1] == job.total


def test_another_experiment_puts_it_away_and_stops_it(panel: LandscapePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    compute(qtbot, panel)
    session.set_learning_rate(0.5)
    assert panel.view.isHidden()
    assert panel.sentence.text().startswith("How does the loss look")
    panel.ask()
    session.set_learning_rate(0.6)
    assert panel.bar.job is None
    assert panel.sentence.text() == "The experiment was changed, so the work was stopped."


def test_the_run_may_go_on_while_it_is_computed(panel: LandscapePanel, session: Session) -> None:
    session.seek(50)
    panel.ask()
    while panel.bar.job is not None:
        panel.bar.job.run_slice()
        session.run_epoch()
    assert panel.view.isVisible()


def test_a_run_that_has_diverged_says_what_to_do(panel: LandscapePanel, session: Session, qtbot: QtBot) -> None:
    session.edit(DIVERGING, "Edit")
    session.seek(1000)
    session.trainer.plan.before.flat[:] = np.nan
    session.trainer.plan.parameters.flat[:] = np.nan
    panel.plane.show_index(RANDOM)
    compute(qtbot, panel)
    assert panel.sentence.text() == "The parameters are no finite numbers any more: go back first."


def test_the_loss_under_the_pointer_is_told(panel: LandscapePanel, session: Session, qtbot: QtBot) -> None:
    session.seek(50)
    compute(qtbot, panel)
    frame = panel.view.frame()
    assert frame is not None
    place: QPoint = QPointF(*frame.on_screen(np.zeros(2)).tolist()).toPoint()
    move_to(panel.view, place)
    assert ": loss 0.94" in panel.reading.text()
    leave(panel.view)
    assert panel.reading.text() == ""


def test_it_follows_the_theme(panel: LandscapePanel, session: Session, appearance: Appearance, qtbot: QtBot) -> None:
    session.seek(50)
    compute(qtbot, panel)
    light = pixels(panel.picture())
    appearance.set_mode(Mode.DARK)
    assert (pixels(panel.picture()) != light).any()
    assert panel.view.isVisible()
