from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.datasets import preset_experiment
from core.experiment import Experiment, Layer
from core.given_parameters import GivenParameters
from core.numerals import format_number
from core.questions import along, layer_sizes
from core.questions.layer_sizes import DELTA, WEIGHT_GRADIENT, LayerSizes
from gui.panels.gradient_sizes import NOW, OVER_EPOCHS, GradientSizesPanel
from gui.session import Session
from gui.theme import Appearance, Mode
from gui.widgets.layer_bars import LayerBars
from gui.widgets.layer_curves import LayerCurves
from tests.gui.conftest import Show
from tests.gui.looks import pixels
from tests.gui.runs import ARTICLE, DIVERGING, diverged_session

Open = Callable[[Session], GradientSizesPanel]


@pytest.fixture
def open_panel(appearance: Appearance, show: Show) -> Open:
    def open_panel(session: Session) -> GradientSizesPanel:
        return show(GradientSizesPanel(session, appearance), 330, 150)

    return open_panel


@pytest.fixture
def panel(session: Session, open_panel: Open) -> GradientSizesPanel:
    return open_panel(session)


def rows(panel: GradientSizesPanel) -> list[list[float]]:
    """Return the panel's numbers without their heading."""
    numbers = panel.numbers()
    assert numbers is not None
    return [[float(number) for number in line.split(",")] for line in numbers.splitlines()[1:]]


def said(panel: GradientSizesPanel) -> str:
    return panel.finding.text() if panel.finding.isVisible() else ""


def linear(*weights: float) -> Experiment:
    """Return a network of one linear unit in each layer, with these weights, on a single sample."""
    data = ARTICLE.data.with_value(0, 0, 1.0)
    one = replace(data, inputs=((1.0,),), targets=((0.0,),))
    given = GivenParameters(tuple(((weight,),) for weight in weights), ((0.5,),) * len(weights))
    return Experiment(one, (Layer(1, "linear"),) * len(weights), parameters=given)


def test_the_sizes_of_now_are_told(panel: GradientSizesPanel, session: Session) -> None:
    session.seek(40)
    sizes = LayerSizes()(session.experiment, session.trainer.plan.parameters)
    first, last = (format_number(size) for size in sizes[WEIGHT_GRADIENT].tolist())
    assert panel.curves.accessibleDescription() == f"W⁽¹⁾ {first}, W⁽²⁾ {last}"
    session.step()
    assert panel.curves.accessibleDescription() == f"W⁽¹⁾ {first}, W⁽²⁾ {last}"


def test_the_curves_go_over_the_epochs_that_are_kept(panel: GradientSizesPanel, session: Session) -> None:
    session.seek(200)
    assert [row[0] for row in rows(panel)] == [0, 1, 2, 4, 8, 16, 32, 64, 128, 200]
    session.seek(8)
    eighth = LayerSizes()(session.experiment, session.trainer.plan.parameters)[WEIGHT_GRADIENT]
    assert rows(panel)[4] == [8, *eighth.tolist()]
    assert panel.bars.accessibleDescription() == panel.curves.accessibleDescription()


def test_a_click_on_the_curves_goes_to_that_epoch(panel: GradientSizesPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(128)
    panel.grab()
    qtbot.mouseClick(panel.curves, Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    assert 0 <= session.trainer.epoch <= 8
    assert session.last_epoch == 128


def test_delta_is_shown_at_a_choice(panel: GradientSizesPanel, session: Session, qtbot: QtBot) -> None:
    session.seek(40)
    before = pixels(panel.curves)
    qtbot.mouseClick(panel.quantity.button(DELTA), Qt.MouseButton.LeftButton)
    sizes = LayerSizes()(session.experiment, session.trainer.plan.parameters)[DELTA]
    first, last = (format_number(size) for size in sizes.tolist())
    assert panel.curves.accessibleDescription() == f"δ⁽¹⁾ {first}, δ⁽²⁾ {last}"
    assert rows(panel)[-1][1:] == sizes.tolist()
    assert not np.array_equal(pixels(panel.curves), before)


def test_the_file_of_numbers_says_what_they_are(panel: GradientSizesPanel, qtbot: QtBot) -> None:
    assert (panel.numbers() or "").splitlines()[0] == "epoch,norm of d_loss_W1,norm of d_loss_W2"
    qtbot.mouseClick(panel.quantity.button(DELTA), Qt.MouseButton.LeftButton)
    assert (panel.numbers() or "").splitlines()[0] == "epoch,mean size of d_loss_z1,mean size of d_loss_z2"


def test_before_it_was_seen_there_are_no_numbers(session: Session, appearance: Appearance, qtbot: QtBot) -> None:
    panel = GradientSizesPanel(session, appearance)
    qtbot.addWidget(panel)
    panel.quantity.chosen.emit(DELTA)
    assert panel.numbers() is None


def test_bars_stand_for_the_moment_at_a_choice(panel: GradientSizesPanel, qtbot: QtBot) -> None:
    assert isinstance(panel.picture(), LayerCurves)
    qtbot.mouseClick(panel.view.button(NOW), Qt.MouseButton.LeftButton)
    assert isinstance(panel.picture(), LayerBars)
    assert panel.bars.isVisible()
    assert not panel.note.isVisible()
    qtbot.mouseClick(panel.view.button(OVER_EPOCHS), Qt.MouseButton.LeftButton)
    assert panel.curves.isVisible()
    assert panel.note.isVisible()


def test_before_the_first_epoch_it_says_when_the_curves_begin(panel: GradientSizesPanel, session: Session) -> None:
    assert panel.note.text() == "The curves begin with the first epoch."
    session.run_epoch()
    assert not panel.note.isVisible()


def test_a_network_that_learns_well_is_not_remarked_on(panel: GradientSizesPanel, session: Session) -> None:
    for epoch in (0, 1, 100, 1240):
        session.seek(epoch)
        assert said(panel) == ""


def test_a_gradient_that_vanishes_on_its_way_back_is_told(open_panel: Open) -> None:
    panel = open_panel(Session(linear(100.0, 0.001, 0.1)))
    assert said(panel).startswith("Vanishing: layer 1 gets ")
    assert said(panel).endswith("× less than layer 3.")
    shallow = open_panel(Session(replace(linear(1.0), parameters=None)))
    assert said(shallow) == ""


def test_how_many_times_less_it_gets_is_right(open_panel: Open) -> None:
    panel = open_panel(Session(linear(1.0, 1e-3)))
    first, last = rows(panel)[0][1:]
    assert last / first == pytest.approx(1500, rel=1e-6)
    assert said(panel) == "Vanishing: layer 1 gets 1500× less than layer 2."


def test_a_gradient_that_does_not_arrive_at_all_is_told(open_panel: Open) -> None:
    assert said(open_panel(Session(linear(1.0, 0.0)))) == "Vanishing: layer 1 gets ∞× less than layer 2."


def test_a_gradient_that_explodes_on_its_way_back_is_told(open_panel: Open) -> None:
    panel = open_panel(Session(linear(0.1, 1e4)))
    first, last = rows(panel)[0][1:]
    assert said(panel) == f"Exploding: layer 1 gets {float(f'{first / last:.2g}'):g}× more than layer 2."


def test_a_gradient_that_grows_in_the_course_of_a_run_is_told(open_panel: Open) -> None:
    session = Session(DIVERGING)
    panel = open_panel(session)
    assert said(panel) == ""
    session.run_epoch()
    session.run_epoch()
    assert "× more than at the start." in said(panel)


def test_where_nothing_is_left_to_learn_it_says_so(open_panel: Open) -> None:
    solved = replace(linear(1.0), parameters=GivenParameters((((1.0,),),), ((-1.0,),)))
    assert said(open_panel(Session(solved))) == "All gradients are 0, so nothing is learned any more."


def test_a_run_that_diverged_is_drawn_and_told(open_panel: Open) -> None:
    session = diverged_session()
    panel = open_panel(session)
    panel.grab()
    assert said(panel).startswith("The gradient is no finite number any more.")
    session.seek(1)
    assert "no finite number" not in said(panel)


def test_a_new_run_is_measured_a_few_moments_at_a_time(
    open_panel: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(along, "MOST_AT_ONCE", 2)
    session.seek(1000)
    panel = open_panel(session)
    qtbot.waitUntil(lambda: len(rows(panel)) == len(session.trainer.timeline.moments()) + 1)
    assert len(rows(panel)) == 16


def test_while_it_is_hidden_nothing_is_measured(
    open_panel: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(along, "MOST_AT_ONCE", 1)
    session.seek(1000)
    panel = open_panel(session)
    panel.hide()
    before = len(rows(panel))
    panel._more.timeout.emit()
    assert len(rows(panel)) == before
    panel.show()
    qtbot.waitUntil(lambda: len(rows(panel)) == 16)


def test_of_many_samples_it_says_how_many_were_measured(open_panel: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = preset_experiment("circle")
    monkeypatch.setattr(layer_sizes, "MOST_WORK", 100 * experiment.parameter_count)
    panel = open_panel(Session(experiment))
    assert panel.note.text() == f"Measured on 100 of {experiment.data.samples} samples."


def test_another_network_takes_the_place_of_the_old(panel: GradientSizesPanel, session: Session) -> None:
    session.seek(50)
    session.use(replace(ARTICLE, layers=(Layer(3), Layer(2), Layer(1))), "Another")
    assert panel.curves.accessibleDescription().count("W") == 3
    assert len(rows(panel)) == 1


def test_both_themes_are_taken_on(panel: GradientSizesPanel, appearance: Appearance) -> None:
    light = pixels(panel.curves)
    appearance.set_mode(Mode.DARK)
    dark = pixels(panel.curves)
    assert light.mean() > 200 > 80 > dark.mean()


@pytest.mark.parametrize("view", [OVER_EPOCHS, NOW])
def test_eleven_layers_have_room(open_panel: Open, qtbot: QtBot, view: int) -> None:
    session = Session(replace(ARTICLE, layers=(*(Layer(4, "tanh") for _ in range(10)), Layer(1))))
    session.seek(10)
    panel = open_panel(session)
    qtbot.mouseClick(panel.view.button(view), Qt.MouseButton.LeftButton)
    panel.grab()
    assert panel.minimumSizeHint().height() <= 150
    assert panel.minimumSizeHint().width() <= 330
