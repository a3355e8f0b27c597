import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.experiment import MAX_SEED, Layer
from gui.panels.training import TrainingPanel
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.drop_down import DropDown
from gui.widgets.number_field import NumberField
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> TrainingPanel:
    return show(TrainingPanel(session, appearance))


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(qtbot: QtBot, drop_down: DropDown, name: str) -> None:
    """Go to an entry with the keys."""
    qtbot.keyClick(drop_down, Qt.Key.Key_Home)
    for _ in range(drop_down.findData(name)):
        qtbot.keyClick(drop_down, Qt.Key.Key_Down)


def test_it_shows_the_settings_of_the_session(panel: TrainingPanel, session: Session) -> None:
    session.edit(
        ARTICLE.with_training(loss="half_squared_error", reduction="mean").with_learning_rate(1e-05).with_seed(7)
    )
    assert panel.loss.currentData() == "half_squared_error"
    assert panel.reduction.currentData() == "mean"
    assert panel.learning_rate.text() == "1e−05"
    assert panel.seed.text() == "7"


def test_choices_go_into_the_experiment(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    choose(qtbot, panel.loss, "half_squared_error")
    choose(qtbot, panel.reduction, "mean")
    assert session.experiment == ARTICLE.with_training(loss="half_squared_error", reduction="mean")


@pytest.mark.parametrize(("text", "rate"), [("0.5", 0.5), ("1e-3", 0.001), ("100", 100.0)])
def test_a_learning_rate_goes_into_the_experiment(
    panel: TrainingPanel, session: Session, qtbot: QtBot, text: str, rate: float
) -> None:
    enter(qtbot, panel.learning_rate, text)
    assert session.experiment.training.learning_rate == rate
    assert panel.notice.isHidden()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0", "The learning rate must be a number above 0, not 0."),
        ("-1", "The learning rate must be a number above 0, not −1."),
        ("inf", "A value must be finite, so “inf” cannot be used."),
        ("nan", "A value must be finite, so “nan” cannot be used."),
        ("fast", "“fast” is not a number; write it like 0.5 or −2."),
        ("", "“” is not a number; write it like 0.5 or −2."),
    ],
)
def test_a_learning_rate_can_be_refused_and_the_old_one_stays(
    panel: TrainingPanel, session: Session, qtbot: QtBot, text: str, sentence: str
) -> None:
    session.run_epoch()
    enter(qtbot, panel.learning_rate, text)
    assert panel.notice.isVisible()
    assert panel.notice.text() == sentence
    assert panel.learning_rate.text() == "0.1"
    assert session.experiment == ARTICLE
    assert session.trainer.epoch == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("-1", f"The seed must be an integer from 0 to {MAX_SEED}, not −1."),
        (str(MAX_SEED + 1), f"The seed must be an integer from 0 to {MAX_SEED}, not {MAX_SEED + 1}."),
        ("lucky", "“lucky” is not a whole number."),
        ("1.5", "“1.5” is not a whole number."),
    ],
)
def test_a_seed_can_be_refused_and_the_old_one_stays(
    panel: TrainingPanel, session: Session, qtbot: QtBot, text: str, sentence: str
) -> None:
    enter(qtbot, panel.seed, text)
    assert panel.notice.isVisible()
    assert panel.notice.text() == sentence
    assert panel.seed.text() == "0"
    assert session.experiment == ARTICLE


@pytest.mark.parametrize("seed", [0, 42, MAX_SEED])
def test_a_seed_begins_a_new_run(panel: TrainingPanel, session: Session, qtbot: QtBot, seed: int) -> None:
    session.run_epoch()
    session.edit(ARTICLE.with_seed(5))
    enter(qtbot, panel.seed, str(seed))
    assert session.experiment.initial.seed == seed
    assert session.trainer.epoch == 0


def test_a_new_seed_can_be_drawn(
    panel: TrainingPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.panels.training.secrets.randbelow", lambda above: above - 1)
    qtbot.mouseClick(panel.new_seed, Qt.MouseButton.LeftButton)
    assert session.experiment.initial.seed == 9999
    assert panel.seed.text() == "9999"


def test_an_edit_within_a_run_lets_the_run_go_on(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(10)
    enter(qtbot, panel.learning_rate, "0.5")
    assert session.trainer.epoch == 10


def test_a_loss_that_does_not_go_with_the_outputs_is_refused_and_the_old_one_stays(
    panel: TrainingPanel, session: Session, qtbot: QtBot
) -> None:
    session.edit(ARTICLE.with_layer(1, Layer(1, "linear")))
    qtbot.keyClick(panel.loss, Qt.Key.Key_End)
    sentence = "“cross_entropy” needs outputs between 0 and 1: those of a sigmoid or softmax layer."
    assert panel.notice.text() == sentence
    assert panel.loss.currentData() == session.experiment.training.loss == "squared_error"
