"""The share of samples that are answered rightly, along a run."""

from time import perf_counter

import numpy as np
from PySide6.QtCore import QTimer

from core.evaluation import Accuracies
from core.history import Curve
from core.numerals import format_number
from core.questions.along import Along, Measurements, moments_at_once
from core.training import Trainer
from gui.painting.curve_lines import Line
from gui.theme import Theme, scaled
from gui.widgets.curve_plot import CurvePlot

MEASURED_EVERY = 0.1  # seconds, while training runs
FULL_RANGE = (0.0, 1.0)
HEIGHT = 72


class AccuracyPlot(CurvePlot):
    """Draws the accuracy on the training samples and on the test samples, measured bit by bit where much is missing.

    `read` has a column for each, with NaN where it is not known.
    """

    def __init__(self) -> None:
        super().__init__(self.tr("Accuracy"), FULL_RANGE)
        self.setFixedHeight(scaled(HEIGHT))
        self._along = Along(Accuracies())
        self._measured: Measurements | None = None
        self._when = 0.0
        self._trainer: Trainer | None = None
        self._colors = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._measure)

    def set_colors(self, theme: Theme, train: str, test: str) -> None:
        """Take on the colours of a theme, and those of the two curves."""
        self.set_theme(theme)
        self._colors = train, test

    def follow(self, trainer: Trainer, *, running: bool) -> None:
        """Show the accuracies of a run."""
        self._trainer = trainer
        if not running or perf_counter() - self._when > MEASURED_EVERY:
            self._measure()

    def curves(self) -> tuple[Curve, Curve]:
        """Return the accuracies on the training samples and on the test samples, as far as they are measured."""
        if self._measured is None:
            none = Curve(np.zeros(0), np.zeros(0), np.zeros(0))
            return none, none
        epochs, values = self._measured.epochs, self._measured.values
        return Curve(epochs, values[:, 0], values[:, 0]), Curve(epochs, values[:, 1], values[:, 1])

    def text(self, epoch: float | None) -> str:
        """Return the accuracies at an epoch, or where the run stands: of the last moment before that was measured."""
        if self._measured is None:
            return "–"
        index = self._measured.now
        if epoch is not None:
            index = max(0, int(np.searchsorted(self._measured.epochs, epoch, "right")) - 1)
        train, test = self._measured.values[index].tolist()
        if np.isnan(test):
            return format_number(train)
        return self.tr("{train} test {test}").format(train=format_number(train), test=format_number(test))

    def _measure(self) -> None:
        assert self._trainer is not None
        self._measured = self._along.update(self._trainer, moments_at_once(self._trainer.experiment))
        self._when = perf_counter()
        self.show_lines(
            [Line(each.epochs, each.low, color) for each, color in zip(self.curves(), self._colors, strict=True)]
        )
        if self._measured.missing:
            self._timer.start(0)
