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
from tests.gui.looks import pixels
from tests.journeys.learner import CONTROL, Key, Learner

EPOCHS = 3


@pytest.fixture
def training(learner: Learner) -> TrainingPanel:
    panel = learner.window.panel(TrainingPanel)
    for section in (panel.rules, panel.stopping, panel.starting):
        section.head.setChecked(True)
    return panel


def test_every_hidden_activation(learner: Learner) -> None:
    names = [name for name, activation in ACTIVATIONS.items() if not activation.mixes_units]
    box = learner.window.panel(NetworkPanel).rows[0].activation
    for name in names:
        learner.pick(box, box.findData(name))
        learner.press(Key.Key_Right, EPOCHS, CONTROL)
        assert learner.session.experiment.layers[0].activation == name
        assert is_finite(learner), name


def test_every_entry_of_every_registry(learner: Learner, training: TrainingPanel) -> None:
    for box, registry, edit in (
        (training.optimizer.kind, OPTIMIZERS, "Change the optimizer"),
        (training.regularization.kind, REGULARIZERS, "Change the regularisation"),
        (training.clipping.kind, CLIPPINGS, "Change the clipping"),
        (training.schedule.kind, SCHEDULES, "Change the schedule"),
        (training.reduction, REDUCTIONS, "Change how samples are reduced to one loss"),
        (training.start.scheme, INITIALIZERS, "Change the initial weights"),
    ):
        assert [box.itemData(row) for row in range(box.count())] == list(registry)
        for row, name in enumerate(registry):
            learner.pick(box, row)
            assert box.currentData() == name
            learner.press(Key.Key_Right, EPOCHS, CONTROL)
            assert is_finite(learner), name
        assert learner.last_edit == f"Undo: {edit}"


def is_finite(learner: Learner) -> bool:
    return bool(np.isfinite(learner.session.trainer.plan.parameters.flat).all())


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
        seen.add((tuple(texts), pixels(box.card).tobytes()))
    assert len(seen) == 3
    learner.qtbot.keyClick(box.view(), Key.Key_Escape)
    learner.qtbot.waitUntil(lambda: not box.card.isVisible())
