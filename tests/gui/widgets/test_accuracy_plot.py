import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from core.evaluation import Evaluation
from core.experiment import Experiment
from core.numerals import format_number
from core.questions import along
from core.training import Trainer
from gui.theme import LIGHT
from gui.widgets.accuracy_plot import AccuracyPlot
from tests.gui.conftest import Show
from tests.gui.looks import nearly, pixels
from tests.gui.runs import ARTICLE

TRAIN, TEST = "#0000ff", "#ff0000"
WITH_TEST = ARTICLE.with_data(
    replace(ARTICLE.data, test_inputs=ARTICLE.data.inputs[:1], test_targets=ARTICLE.data.targets[:1])
)


@pytest.fixture
def plot(show: Show) -> AccuracyPlot:
    plot = AccuracyPlot()
    plot.set_colors(LIGHT, TRAIN, TEST)
    return show(plot, 330, plot.height())


def trained(experiment: Experiment, epochs: int) -> Trainer:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


def follow(plot: AccuracyPlot, trainer: Trainer, *, running: bool = False) -> None:
    plot.show_length(trainer.epoch)
    plot.follow(trainer, running=running)


def accuracy(trainer: Trainer) -> float | None:
    evaluation = Evaluation(trainer.experiment)
    return evaluation.accuracy(evaluation.outputs(trainer.plan.parameters))


def test_nothing_is_known_before_it_was_measured(plot: AccuracyPlot) -> None:
    assert plot.text(None) == "–"
    assert all(len(curve.epochs) == 0 for curve in plot.curves())


def test_the_accuracy_of_now_is_told(plot: AccuracyPlot) -> None:
    trainer = trained(ARTICLE, 3000)
    follow(plot, trainer)
    assert plot.text(None) == format_number(accuracy(trainer) or 0.0)


def test_along_a_run_that_of_the_moment_before_is_told(plot: AccuracyPlot, qtbot: QtBot) -> None:
    follow(plot, trained(ARTICLE, 3000))
    qtbot.waitUntil(lambda: len(plot.curves()[0].epochs) > 5)
    train, _ = plot.curves()
    assert plot.text(train.epochs[2] + 0.5) == format_number(train.low[2])
    assert plot.text(0.0) == format_number(accuracy(Trainer(ARTICLE)) or 0.0)


def test_that_of_test_samples_is_told_beside_it(plot: AccuracyPlot) -> None:
    follow(plot, trained(WITH_TEST, 200))
    assert " test " in plot.text(None)
    assert nearly(TRAIN, pixels(plot), within=250) > 20
    assert nearly(TEST, pixels(plot), within=250) > 20


def test_what_is_missing_is_measured_bit_by_bit(
    plot: AccuracyPlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(along, "MOST_AT_ONCE", 1)
    trainer = trained(ARTICLE, 2000)
    follow(plot, trainer)
    first = len(plot.curves()[0].epochs)
    kept = len(trainer.timeline.moments())
    assert first < kept
    qtbot.waitUntil(lambda: len(plot.curves()[0].epochs) >= kept)


def test_while_training_runs_it_is_not_measured_with_every_picture(plot: AccuracyPlot) -> None:
    trainer = trained(ARTICLE, 10)
    follow(plot, trainer)
    before = plot.curves()[0].epochs[-1]
    plot._when = float("inf")
    trainer.run(10)
    follow(plot, trainer, running=True)
    assert plot.curves()[0].epochs[-1] == before
    plot._when = 0.0
    follow(plot, trainer, running=True)
    assert plot.curves()[0].epochs[-1] == 20
