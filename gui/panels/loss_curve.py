"""The loss curve: how the objective and the mean squared error fell."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from core.history import LOSS, MEAN_SQUARED_ERROR, Curve
from core.kernels import Array
from core.numerals import format_number
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, number_font
from gui.widgets.choice import Choice
from gui.widgets.loss_plot import LossPlot, curve_colors
from gui.widgets.panel import Panel, column

LINEAR, LOGARITHMIC = range(2)
NARROWEST = 220
SMALLEST_SHOWN = 1e-30  # a loss of 0 has no logarithm


class LossPanel(Panel):
    """Two curves over the epochs: what is made small, and the mean squared error, by which all runs can be compared."""

    cares_for = Change.HISTORY | Change.EXPERIMENT

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.scale = Choice(self.tr("Scale"), [self.tr("linear"), self.tr("log")])
        self.plot = LossPlot()
        self.legend = QLabel()
        self.legend.setFont(number_font(11))
        self.legend.setWordWrap(True)
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.legend.setToolTip(self.tr("The loss L, which training makes small, and the mean squared error"))
        self.setMinimumWidth(NARROWEST)
        self._pointed: float | None = None
        layout = column(self, self.legend, self.plot)
        layout.setStretch(1, 1)
        layout.addWidget(self.scale, alignment=Qt.AlignmentFlag.AlignRight)
        self.scale.chosen.connect(self._on_scale)
        self.plot.pointed.connect(self._on_pointed)

    def refresh(self, change: Change) -> None:
        """Draw the curves up to now."""
        history = self.session.trainer.timeline.history
        points = max(2, self.plot.width() // 2)
        if change & Change.EXPERIMENT:
            self.plot.set_colors(self.appearance.theme)
        for quantity in (LOSS, MEAN_SQUARED_ERROR):
            epochs, values = polyline(history.curve(quantity, points))
            if self.scale.index == LOGARITHMIC:
                values = np.log10(np.maximum(values, SMALLEST_SHOWN))
            self.plot.show_curve(quantity, epochs, values)
        self.plot.show_epoch(self.session.trainer.epoch)
        self.plot.show_emptiness("" if history.length else self.tr("The curve begins with the first epoch."))
        self._show_legend()

    def _show_legend(self) -> None:
        """Write the values at the epoch under the pointer, or else the latest."""
        trainer, history = self.session.trainer, self.session.trainer.timeline.history
        epoch, loss, error = trainer.epoch, "–", "–"
        if self._pointed is not None and history.length:
            epoch = int(np.clip(round(self._pointed), 0, history.length - 1))
            loss, error = (_between(*history.at(quantity, epoch)) for quantity in (LOSS, MEAN_SQUARED_ERROR))
        elif trainer.reading is not None:
            loss, error = map(format_number, trainer.reading)
        colors = curve_colors(self.appearance.theme)
        place = self.tr("epoch {epoch}").format(epoch=count_text(epoch))
        self.legend.setText(
            f'<span style="color:{self.appearance.theme.quiet}">{place}</span> '
            f'<span style="color:{colors[0]}">━ L {loss}</span> '
            f'<span style="color:{colors[1]}">━ MSE {error}</span>'
        )

    def _on_scale(self, index: int) -> None:
        self.plot.set_logarithmic(index == LOGARITHMIC)
        self.refresh(Change.HISTORY)

    def _on_pointed(self, epoch: float | None) -> None:
        self._pointed = epoch
        self._show_legend()


def polyline(curve: Curve) -> tuple[Array, Array]:
    """Return x and y of a line through a curve: up and down between low and high where these differ."""
    if np.array_equal(curve.low, curve.high):
        return curve.epochs, curve.low
    return np.repeat(curve.epochs, 2), np.column_stack([curve.low, curve.high]).ravel()


def _between(low: float, high: float) -> str:
    low_text, high_text = format_number(low), format_number(high)
    return low_text if low_text == high_text else f"{low_text}…{high_text}"
