from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.adaptive_optimizers import Adam
from core.clipping import ClippingByNorm
from core.experiment import MAX_SEED, Initial, Layer, Stop, Training
from core.given_parameters import GivenParameters
from core.optimizers import Momentum, Sgd
from core.regularizers import L2
from core.schedules import CosineDecay, StepDecay
from gui.panels.training import TrainingPanel
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.drop_down import DropDown
from gui.widgets.number_field import NumberField
from tests.gui.conftest import Show
from tests.gui.pointer import turn_wheel
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
    training = Training(
        loss="half_squared_error",
        reduction="mean",
        optimizer=Adam(1e-05, epsilon=0.5),
        batch_size=3,
        shuffle=True,
        regularization=L2(0.25),
        schedule=StepDecay(7),
        clipping=ClippingByNorm(2.0),
        stop=Stop(epochs=1000),
    )
    initial = Initial("he_normal", 7, 0.5, "constant", 0.125)
    session.edit(replace(ARTICLE, training=training, initial=initial), "Edit")
    assert panel.loss.currentData() == "half_squared_error"
    assert panel.reduction.currentData() == "mean"
    assert panel.learning_rate.text() == "1e−05"
    assert panel.slider.value() == panel.slider.minimum()
    assert (panel.optimizer.kind.currentData(), panel.optimizer.options["epsilon"].text()) == ("adam", "0.5")
    assert (panel.batch_size.field.text(), panel.shuffle.isChecked()) == ("3", True)
    assert panel.regularization.options["rate"].text() == "0.25"
    assert panel.schedule.options["every"].text() == "7"
    assert panel.clipping.options["limit"].text() == "2"
    assert panel.stop.fields["epochs"].field.text() == "1000"
    assert panel.seed.text() == "7"
    assert (panel.start.scheme.currentData(), panel.start.scale.text()) == ("he_normal", "0.5")
    assert (panel.start.bias_scheme.currentData(), panel.start.bias_scale.text()) == ("constant", "0.125")


def test_what_is_folded_away_is_said_in_few_words(panel: TrainingPanel, session: Session) -> None:
    sections = panel.rules, panel.stopping, panel.starting
    assert [section.summary.text() for section in sections] == ["none", "never", "normal"]
    session.edit(
        replace(
            ARTICLE.with_training(schedule=CosineDecay(), clipping=ClippingByNorm(), stop=Stop(epochs=9)),
            initial=Initial("zeros"),
        ),
        "Edit",
    )
    assert panel.rules.summary.text() == "length of the whole, cosine"
    assert [section.summary.text() for section in sections[1:]] == ["epoch 9", "zeros"]


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
    session.edit(ARTICLE.with_seed(5), "Edit")
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
    session.edit(ARTICLE.with_layer(1, Layer(1, "linear")), "Edit")
    qtbot.keyClick(panel.loss, Qt.Key.Key_End)
    sentence = "“cross_entropy” needs outputs between 0 and 1: those of a sigmoid or softmax layer."
    assert panel.notice.text() == sentence
    assert panel.loss.currentData() == session.experiment.training.loss == "squared_error"


def test_another_optimizer_keeps_the_learning_rate(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    enter(qtbot, panel.learning_rate, "0.03")
    choose(qtbot, panel.optimizer.kind, "momentum")
    assert session.experiment.training.optimizer == Momentum(0.03)
    enter(qtbot, panel.optimizer.options["momentum"], "0.5")
    assert session.experiment.training.optimizer == Momentum(0.03, 0.5)
    assert "learning_rate" not in panel.optimizer.options


def test_a_drag_of_the_slider_is_one_step_and_is_followed_by_the_number(panel: TrainingPanel, session: Session) -> None:
    for start in (0, -25):
        panel.slider.setSliderDown(True)
        for step in range(4):
            panel.slider.setSliderPosition(start + step)
        panel.slider.setSliderDown(False)
    assert panel.learning_rate.text() == "0.0063"
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.experiment.training.learning_rate == 2.0
    assert panel.slider.value() == 3
    session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_a_batch_size_can_be_given_and_taken_back(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    enter(qtbot, panel.batch_size.field, "2")
    assert session.experiment.training.batch_size == 2
    qtbot.mouseClick(panel.batch_size.clear, Qt.MouseButton.LeftButton)
    assert session.experiment.training.batch_size is None


def set_everything(panel: TrainingPanel, qtbot: QtBot) -> list[tuple[str, Callable[[], object]]]:
    """Return an edit with each of the controls, and what it is called."""
    return [
        ("Change the learning rate", lambda: enter(qtbot, panel.learning_rate, "0.5")),
        ("Change the optimizer", lambda: choose(qtbot, panel.optimizer.kind, "adam")),
        ("Change the optimizer", lambda: enter(qtbot, panel.optimizer.options["beta1"], "0.5")),
        ("Change the loss", lambda: choose(qtbot, panel.loss, "half_squared_error")),
        ("Change how samples are reduced to one loss", lambda: choose(qtbot, panel.reduction, "mean")),
        ("Change the batch size", lambda: enter(qtbot, panel.batch_size.field, "2")),
        ("Change the shuffling", panel.shuffle.click),
        ("Change the seed", lambda: enter(qtbot, panel.seed, "3")),
        ("Change the regularisation", lambda: choose(qtbot, panel.regularization.kind, "l1")),
        ("Change the regularisation", lambda: enter(qtbot, panel.regularization.options["rate"], "0.5")),
        ("Change the clipping", lambda: choose(qtbot, panel.clipping.kind, "value")),
        ("Change the schedule", lambda: choose(qtbot, panel.schedule.kind, "step")),
        ("Change the schedule", lambda: enter(qtbot, panel.schedule.options["every"], "10")),
        ("Change when to stop", lambda: enter(qtbot, panel.stop.fields["loss_below"].field, "0.1")),
        ("Change the initial weights", lambda: enter(qtbot, panel.start.scale, "0.5")),
        ("Change the initial weights", lambda: choose(qtbot, panel.start.scheme, "uniform")),
    ]


def test_every_edit_is_in_the_undo_stack_under_its_name(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    for name, edit in set_everything(panel, qtbot):
        before = session.experiment
        edit()
        assert session.undo_stack.undoText() == name
        assert session.experiment != before
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.experiment == ARTICLE
    assert panel.optimizer.kind.currentData() == "sgd"
    assert panel.learning_rate.text() == "0.1"


def test_another_start_takes_the_place_of_given_parameters(
    panel: TrainingPanel, session: Session, qtbot: QtBot
) -> None:
    given = GivenParameters((((1.0, 2.0), (3.0, 4.0)), ((1.0,), (2.0,))), ((0.0, 0.0), (0.0,)))
    session.edit(replace(ARTICLE, parameters=given), "Edit")
    enter(qtbot, panel.start.scale, "2")
    assert session.experiment == replace(ARTICLE, initial=Initial(scale=2.0))


def controls(panel: TrainingPanel) -> list[QWidget]:
    """Return all that can be operated."""
    kinds = QComboBox, QLineEdit, QAbstractButton, QAbstractSlider
    return [
        widget
        for kind in kinds
        for widget in panel.findChildren(kind)
        if not widget.objectName().startswith("qt_") and "ScrollBar" not in type(widget).__name__
    ]


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(panel: TrainingPanel, session: Session) -> None:
    session.set_training("Edit", optimizer=Adam(), regularization=L2(), batch_size=2)
    found = controls(panel)
    assert len(found) > 25
    for widget in found:
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
        assert isinstance(widget, QLineEdit) or not widget.focusPolicy() & Qt.FocusPolicy.ClickFocus, widget


def test_a_turn_of_the_wheel_in_passing_changes_nothing(panel: TrainingPanel, session: Session) -> None:
    for section in (panel.rules, panel.stopping, panel.starting):
        section.head.click()
    for widget in controls(panel):
        turn_wheel(widget, widget.rect().center(), -120)
    assert session.experiment == ARTICLE


def test_rows_used_most_are_seen_in_a_low_panel(panel: TrainingPanel) -> None:
    panel.resize(300, 170)
    for widget in (panel.learning_rate, panel.slider, panel.optimizer.kind, panel.loss, panel.reduction):
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_nothing_is_cut_at_the_width_of_the_column(panel: TrainingPanel, session: Session, qtbot: QtBot) -> None:
    session.set_training("Edit", optimizer=Adam(1e-05), regularization=L2(), batch_size=2)
    for section in (panel.rules, panel.stopping, panel.starting):
        section.head.click()
    panel.resize(300, 900)
    assert panel.width() == 300
    right = panel.rect().right() - 8
    shown = [widget for widget in controls(panel) if widget.isVisible()]
    assert len(shown) > 20
    qtbot.waitUntil(lambda: all(widget.mapTo(panel, widget.rect().topRight()).x() <= right for widget in shown))
    assert panel.minimumSizeHint().width() <= 300


def test_it_goes_on_where_the_optimizer_had_an_option_typed_into(
    panel: TrainingPanel, session: Session, qtbot: QtBot
) -> None:
    session.set_training("Edit", optimizer=Momentum())
    field = panel.optimizer.options["momentum"]
    field.selectAll()
    qtbot.keyClicks(field, "0.3")
    session.undo_stack.undo()
    assert session.experiment.training.optimizer == Sgd()
    assert panel.optimizer.options == {}
