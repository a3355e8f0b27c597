"""Everything the registries know can be chosen by key, is explained where it is chosen, and trains."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from gui.widgets.drop_down import DropDown
from tests.journeys.learner import CONTROL, Key, Learner

EPOCHS = 3


@pytest.fixture
def training(learner: Learner) -> TrainingPanel:
    panel = learner.window.panel(TrainingPanel)
    for section in (panel.rules, panel.stopping, panel.starting):
        section.head.setChecked(True)
    return panel


def choose_each(learner: Learner, box: DropDown, names: list[str]) -> None:
    """Choose every entry of a list and train a little with it; each but the one that was there is an edit."""
    assert [box.itemData(row) for row in range(box.count())] == names
    learner.session.undo_stack.clear()
    for row, name in enumerate(names):
        learner.pick(box, row)
        assert box.currentData() == name
        learner.press(Key.Key_Right, EPOCHS, CONTROL)
        assert np.isfinite(learner.session.trainer.plan.parameters.flat).all(), name
    assert learner.session.undo_stack.count() in (len(names) - 1, len(names))


def test_every_hidden_activation(learner: Learner) -> None:
    names = [name for name, activation in ACTIVATIONS.items() if not activation.mixes_units]
    box = learner.window.panel(NetworkPanel).rows[0].activation
    assert set(names) <= {box.itemData(row) for row in range(box.count())}
    for name in names:
        learner.pick(box, box.findData(name))
        learner.press(Key.Key_Right, EPOCHS, CONTROL)
        assert learner.session.experiment.layers[0].activation == name


def test_every_optimizer(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.optimizer.kind, list(OPTIMIZERS))


def test_every_regularization(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.regularization.kind, list(REGULARIZERS))


def test_every_clipping(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.clipping.kind, list(CLIPPINGS))


def test_every_schedule(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.schedule.kind, list(SCHEDULES))


def test_every_reduction(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.reduction, list(REDUCTIONS))


def test_every_way_to_begin(learner: Learner, training: TrainingPanel) -> None:
    choose_each(learner, training.start.scheme, list(INITIALIZERS))


def test_every_loss_and_what_does_not_go_together_is_said(learner: Learner, training: TrainingPanel) -> None:
    box = training.loss
    assert [box.itemData(row) for row in range(box.count())] == list(LOSSES)
    for row, name in enumerate(LOSSES):
        before = learner.session.experiment.training.loss
        learner.pick(box, row)
        if box.currentData() == name:
            learner.press(Key.Key_Right, EPOCHS, CONTROL)
        else:
            assert LOSSES[name].for_probabilities
            assert training.notice.isVisible()
            assert box.currentData() == before
    assert learner.session.experiment.training.loss != "half_squared"


def test_options_of_a_choice_can_be_typed_in(learner: Learner, training: TrainingPanel) -> None:
    learner.pick(training.optimizer.kind, training.optimizer.kind.findData("adam"))
    assert training.optimizer.options
    name, field = next(iter(training.optimizer.options.items()))
    learner.type_into(field, "0.5")
    assert getattr(learner.session.experiment.training.optimizer, name) == 0.5
    learner.type_into(field, "-3")
    assert training.notice.isVisible()
    assert getattr(learner.session.experiment.training.optimizer, name) == 0.5


def test_an_entry_is_explained_by_formula_and_curve_while_it_is_chosen(learner: Learner) -> None:
    box = learner.window.panel(NetworkPanel).rows[0].activation
    learner.qtbot.keyClick(box, Key.Key_F4)
    learner.qtbot.waitUntil(box.view().isVisible)
    seen = set()
    for _ in range(3):
        learner.qtbot.keyClick(box.view(), Key.Key_Down)
        assert box.card.isVisible()
        texts = [label.text() for label in box.card.findChildren(QLabel) if label.isVisible()]
        assert any(texts)
        seen.add((tuple(texts), box.card.grab().toImage().constBits().tobytes()))
    assert len(seen) == 3
    learner.qtbot.keyClick(box.view(), Key.Key_Escape)
    learner.qtbot.waitUntil(lambda: not box.card.isVisible())
