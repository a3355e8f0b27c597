"""Histograms of the activations and of δ in each layer, for the batch that is shown."""

from itertools import chain, pairwise

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from core import notation
from core.activation import Activation
from core.kernels import Array
from core.operations import Quantity, Role
from core.plan import LayerQuantities
from core.questions.histograms import BOUNDS, histogram, saturated_share, some_of, zero_share
from gui.csv_text import csv_text
from gui.painting.color_scale import Hue, round_limit
from gui.session import Change, Session
from gui.text import core_text
from gui.theme import Appearance, styled
from gui.widgets.histogram_grid import Cell, HistogramGrid
from gui.widgets.panel import Panel, column


class HistogramsPanel(Panel):
    """A row for each layer: how its activations are distributed, and its δ, over the units and samples of the batch."""

    cares_for = Change.EXPERIMENT | Change.POSITION
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.note = styled(QLabel(), "caption")
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.grid = HistogramGrid()
        self.grid.setAccessibleName(self.tr("Histograms by layer"))
        self._cells: list[list[Cell]] = []
        area = styled(QScrollArea(), "page")
        area.setWidget(self.grid)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.grid.accessibleName())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self.grid.setAutoFillBackground(False)
        column(self, self.note, area).setStretch(1, 1)

    def refresh(self, _change: Change) -> None:
        """Count the numbers that are computed by now."""
        trainer = self.session.trainer
        self._cells = [
            [
                self._activations(number, layer, known=trainer.done(Role.ACTIVATION, number)),
                self._deltas(layer.delta, known=trainer.done(Role.DELTA, number)),
            ]
            for number, layer in enumerate(trainer.plan.layers, start=1)
        ]
        self.grid.show_rows(self._cells, self.appearance.theme)
        self._say_what_to_do()

    def picture(self) -> QWidget:
        """Return the histograms, also those that are scrolled away."""
        return self.grid

    def numbers(self) -> str | None:
        """Return all bins as comma-separated values."""
        known = [(cell.title, cell.histogram) for cell in chain.from_iterable(self._cells) if cell.histogram]
        rows = [
            (title, *ends, count)
            for title, found in known
            for ends, count in zip(pairwise(found.edges().tolist()), found.counts.tolist(), strict=True)
        ]
        return csv_text(("quantity", "from", "to", "count"), rows)

    def _say_what_to_do(self) -> None:
        sentence = ""
        if self.session.trainer.diverged:
            sentence = self.tr("The loss is no finite number any more. Go back, or lower the learning rate.")
        elif not self.session.trainer.cursor:
            sentence = self.tr("Step or run: the histograms fill as the batch is computed.")
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _activations(self, number: int, layer: LayerQuantities, *, known: bool) -> Cell:
        symbol, values = notation.activation(number).text, some_of(layer.activation.values)
        if not known:
            return Cell(symbol, core_text(layer.function.title), Hue.VALUE, None)
        low, high = BOUNDS.get(layer.function.name) or _limits(values)
        return Cell(symbol, self._words(layer.function, values), Hue.VALUE, histogram(values, low, high))

    def _deltas(self, delta: Quantity, *, known: bool) -> Cell:
        if not known:
            return Cell(delta.symbol.text, "", Hue.GRADIENT, None)
        values = some_of(delta.values)
        limit = round_limit(values)
        return Cell(delta.symbol.text, self._not_finite(values), Hue.GRADIENT, histogram(values, -limit, limit))

    def _words(self, function: Activation, values: Array) -> str:
        """Say of how many activations hardly any gradient passes, or what function they come from."""
        if not_finite := self._not_finite(values):
            return not_finite
        if (saturated := saturated_share(function, values)) is not None:
            return self.tr("{share} % saturated").format(share=_percent(saturated))
        if (zeros := zero_share(function, values)) is not None:
            return self.tr("{share} % zero").format(share=_percent(zeros))
        return core_text(function.title)

    def _not_finite(self, values: Array) -> str:
        share = 1 - float(np.mean(np.isfinite(values)))
        return self.tr("{share} % NaN or ∞").format(share=_percent(share)) if share else ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _limits(values: Array) -> tuple[float, float]:
    """Return round numbers between which all finite values lie, 0 being one of them or in the middle."""
    limit = round_limit(values)
    return (-limit if (values < 0).any() else 0.0), limit
