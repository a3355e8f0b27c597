import pytest
from msgspec.structs import replace

from core.datasets import preset_experiment
from core.experiment import Layer
from core.operations import Role
from gui.painting.color_scale import Hue
from gui.panels.histograms import HistogramsPanel
from gui.session import Session
from gui.theme import LIGHT, Appearance
from gui.widgets.histogram_grid import Cell
from tests.gui.conftest import Show
from tests.gui.looks import count_of, is_blank, pixels
from tests.gui.runs import ARTICLE, diverged_session, experiment_of


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> HistogramsPanel:
    return show(HistogramsPanel(session, appearance), 330, 300)


def cell(panel: HistogramsPanel, layer: int, hue: Hue = Hue.VALUE) -> Cell:
    return panel._cells[layer - 1][0 if hue is Hue.VALUE else 1]


def counts(of: Cell) -> list[int]:
    assert of.histogram is not None
    found: list[int] = of.histogram.counts.tolist()
    return found


def test_before_the_first_step_it_says_what_to_do(panel: HistogramsPanel, session: Session) -> None:
    assert panel.note.text() == "Step or run: the histograms fill as the batch is computed."
    assert all(cell(panel, layer, hue).histogram is None for layer in (1, 2) for hue in Hue)
    session.step()
    assert not panel.note.isVisible()


def test_what_is_computed_is_counted_and_nothing_else(panel: HistogramsPanel, session: Session) -> None:
    for cursor in range(1, len(session.trainer.plan.operations) + 1):
        session.go_to(cursor)
        for layer in (1, 2):
            known = cell(panel, layer).histogram is not None, cell(panel, layer, Hue.GRADIENT).histogram is not None
            assert known == (session.trainer.done(Role.ACTIVATION, layer), session.trainer.done(Role.DELTA, layer))
    session.step()
    assert cell(panel, 1).histogram is None, "those of the batch before are not shown as this one's"


def test_the_histograms_are_those_of_the_batch_that_is_shown(panel: HistogramsPanel, session: Session) -> None:
    session.seek(1240)
    layer = session.trainer.plan.layers[0]
    assert sum(counts(cell(panel, 1))) == layer.activation.values.size
    assert counts(cell(panel, 1))[-1] == (layer.activation.values > 1 - 1 / 24).sum()
    delta = cell(panel, 1, Hue.GRADIENT)
    assert delta.histogram is not None
    assert delta.histogram.low == -delta.histogram.high
    assert sum(counts(delta)[12:]) == (layer.delta.values > 0).sum()
    before = counts(delta)
    session.seek(10)
    assert counts(cell(panel, 1, Hue.GRADIENT)) != before


def test_saturation_is_said_in_words(panel: HistogramsPanel, session: Session) -> None:
    session.seek(1240)
    flat = (abs(session.trainer.plan.layers[0].slope.values) < 0.0025).mean()
    assert flat > 0
    assert cell(panel, 1).words == f"{100 * flat:.0f} % saturated"


@pytest.mark.parametrize(("activation", "words"), [("relu", " % zero"), ("linear", "linear"), ("elu", "ELU")])
def test_of_other_functions_it_says_what_there_is_to_say(
    appearance: Appearance, show: Show, activation: str, words: str
) -> None:
    session = Session(replace(ARTICLE, layers=(Layer(3, activation), Layer(1))))
    panel = show(HistogramsPanel(session, appearance), 330, 300)
    assert not cell(panel, 1).words.endswith("%")
    session.run_epoch()
    assert cell(panel, 1).words.endswith(words)


def test_the_ends_are_round_numbers_and_hold_all_activations(appearance: Appearance, show: Show) -> None:
    session = Session(
        replace(preset_experiment("circle"), layers=(Layer(6, "relu"), Layer(3, "elu"), Layer(1, "tanh")))
    )
    panel = show(HistogramsPanel(session, appearance), 330, 300)
    session.run_epoch()
    for layer, low in ((1, 0), (2, None), (3, -1)):
        found = cell(panel, layer).histogram
        assert found is not None
        assert found.low == (-found.high if low is None else low)
        values = session.trainer.plan.layers[layer - 1].activation.values
        assert found.low <= values.min() <= values.max() <= found.high
        assert f"{found.high:e}"[0] in "125"


def test_a_run_that_diverged_is_drawn_and_told(appearance: Appearance, show: Show) -> None:
    session = diverged_session()
    panel = show(HistogramsPanel(session, appearance), 330, 300)
    panel.grab()
    assert panel.note.text().startswith("The loss is no finite number any more.")
    session.trainer.plan.layers[0].activation.values[:2] = float("nan")
    session.changed.emit(HistogramsPanel.cares_for)
    assert cell(panel, 1).words == "50 % NaN or ∞"


def test_the_file_of_numbers_has_all_bins_that_are_known(panel: HistogramsPanel, session: Session) -> None:
    assert panel.numbers() == "quantity,from,to,count\n"
    session.go_to(2)
    lines = (panel.numbers() or "").splitlines()
    assert len(lines) == 1 + 24
    assert lines[1].startswith("a⁽¹⁾,0.0,0.0416")
    assert sum(int(line.split(",")[-1]) for line in lines[1:]) == 8
    session.run_epoch()
    assert len((panel.numbers() or "").splitlines()) == 1 + 4 * 24


def test_histograms_are_to_be_seen(panel: HistogramsPanel, session: Session) -> None:
    assert count_of(LIGHT.positive_value, pixels(panel)) == 0
    session.seek(100)
    for color in (LIGHT.positive_value, LIGHT.positive_gradient, LIGHT.negative_gradient):
        assert count_of(color, pixels(panel)) > 50
    assert not is_blank(pixels(panel.picture()))


def test_many_layers_are_scrolled_to(appearance: Appearance, show: Show) -> None:
    session = Session(experiment_of(2, *[4] * 10, 1, samples=50))
    session.run_epoch()
    panel = show(HistogramsPanel(session, appearance), 330, 200)
    assert panel.grid.height() > 500
    assert panel.grid.width() <= 330
    assert panel.minimumSizeHint().height() <= 150
