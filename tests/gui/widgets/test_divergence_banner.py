import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.training import Trainer
from gui.widgets.divergence_banner import DivergenceBanner
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, diverged_session


@pytest.fixture
def banner(show: Show) -> DivergenceBanner:
    return show(DivergenceBanner(), 900, 50)


def test_it_comes_where_a_run_has_diverged_and_goes_where_it_has_not(banner: DivergenceBanner) -> None:
    banner.show_trainer(Trainer(ARTICLE))
    assert banner.isHidden()
    banner.show_trainer(diverged_session().trainer)
    assert banner.isVisible()
    banner.show_trainer(Trainer(ARTICLE))
    assert banner.isHidden()


def test_it_says_what_happened_where_and_why(banner: DivergenceBanner) -> None:
    trainer = diverged_session().trainer
    banner.show_trainer(trainer)
    sentence = banner.sentence.text()
    assert f"in epoch {trainer.epoch}," in sentence
    assert "learning rate 100 is too large" in sentence
    assert "became ∞" in sentence or "became NaN" in sentence


def test_it_offers_the_best_epoch_and_the_start(banner: DivergenceBanner, qtbot: QtBot) -> None:
    trainer = diverged_session().trainer
    banner.show_trainer(trainer)
    assert banner.back.text() == f"Back to epoch {trainer.best_batch()}"
    with qtbot.waitSignal(banner.return_wanted) as told:
        qtbot.mouseClick(banner.back, Qt.MouseButton.LeftButton)
    assert told.args == [trainer.best_batch()]
    with qtbot.waitSignal(banner.reset_wanted):
        qtbot.mouseClick(banner.reset, Qt.MouseButton.LeftButton)


def test_a_learning_rate_is_written_as_it_was_typed(banner: DivergenceBanner) -> None:
    session = diverged_session()
    session.reset()
    session.set_learning_rate(123.456789)
    session.seek(1000)
    banner.show_trainer(session.trainer)
    assert "learning rate 123.456789 is" in banner.sentence.text()
