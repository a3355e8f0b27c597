"""The gradient's size in each layer: whether it vanishes or explodes on its way back."""

from math import inf, isfinite

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from core import notation
from core.numerals import format_number
from core.questions.along import Along, Measurements, moments_at_once
from core.questions.layer_sizes import DELTA, WEIGHT_GRADIENT, LayerSizes, samples_measured
from gui.csv_text import csv_text
from gui.painting.layer_series import LayerSeries
from gui.session import Change, Session
from gui.text import count_text, round_text
from gui.theme import Appearance, styled, text_font
from gui.widgets.choice import Choice
from gui.widgets.layer_bars import LayerBars
from gui.widgets.layer_curves import LayerCurves
from gui.widgets.panel import Panel, column

LARGE = 100.0  # times as large, or as small: worth a sentence
BREATH = 15  # milliseconds from some moments measured to the next ones
OVER_EPOCHS, NOW = range(2)


class GradientSizesPanel(Panel):
    """‖∂L/∂W‖ or the mean |δ| of each layer, over the epochs or now, and a sentence where a layer gets little or much.

    Of a run that is new here, a few moments are measured at a time, so that nothing else has to wait.
    """

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.HISTORY
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self._along = Along(LayerSizes())
        self._measured: Measurements | None = None
        self.quantity = Choice(self.tr("Size"), ["‖∂L/∂W‖", self.tr("mean |δ|")])
        self.view = Choice(self.tr("View"), [self.tr("epochs"), self.tr("now")])
        self.curves, self.bars = LayerCurves(), LayerBars()
        self.stack = QStackedWidget()
        for widget in (self.curves, self.bars):
            self.stack.addWidget(widget)
        self.finding, self.note = styled(QLabel(), "notice"), styled(QLabel(), "caption")
        for label in (self.finding, self.note):
            label.setWordWrap(True)
            label.setFont(text_font(11))
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._explain()
        column(self, self._head(), self.stack, self.finding, self.note).setStretch(1, 1)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(BREATH)
        self._more.timeout.connect(self._on_more)
        self.quantity.chosen.connect(self._show)
        self.view.chosen.connect(self._on_view)
        self.curves.chosen.connect(self.session.seek)

    def refresh(self, _change: Change) -> None:
        """Measure what is missing, or some of it, and show what is known."""
        self._measured = self._along.update(self.session.trainer, moments_at_once(self.session.experiment))
        self._show()
        if self._measured.missing:
            self._more.start()

    def picture(self) -> QWidget:
        """Return the curves or the bars."""
        return self.bars if self.view.index == NOW else self.curves

    def numbers(self) -> str | None:
        """Return the sizes over the epochs as comma-separated values."""
        if self._measured is None:
            return None
        series = self._series(self._measured)
        layers = range(1, 1 + series.layers)
        if self.quantity.index == WEIGHT_GRADIENT:
            names = [f"norm of {notation.loss_by(notation.weights(layer)).code}" for layer in layers]
        else:
            names = [f"mean size of {notation.delta(layer).code}" for layer in layers]
        return csv_text(["epoch", *names], np.column_stack([series.epochs, series.values]).tolist())

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.quantity)
        layout.addStretch(1)
        layout.addWidget(self.view)
        return head

    def _explain(self) -> None:
        self.quantity.button(WEIGHT_GRADIENT).setToolTip(
            self.tr("How long the gradient of a layer’s weights is, over all training samples")
        )
        self.quantity.button(DELTA).setToolTip(
            self.tr("How large δ = ∂L/∂z is in a layer, on average over its units and all training samples")
        )
        self.view.button(OVER_EPOCHS).setToolTip(self.tr("The sizes over the epochs, on a logarithmic scale"))
        self.view.button(NOW).setToolTip(self.tr("The sizes at the moment shown, side by side"))

    def _on_more(self) -> None:
        self._on_change(Change.HISTORY)

    def _on_view(self, view: int) -> None:
        self.stack.setCurrentIndex(view)
        self._show()

    def _show(self) -> None:
        if self._measured is None:
            return
        series = self._series(self._measured)
        for widget in (self.curves, self.bars):
            widget.show_series(series, self.appearance.theme)
        _say(self.finding, self._found(series))
        _say(self.note, self._noted(series))

    def _series(self, measured: Measurements) -> LayerSeries:
        if self.quantity.index == WEIGHT_GRADIENT:
            symbol, title = notation.weights, self.tr("‖∂L/∂W‖ by layer")
        else:
            symbol, title = notation.delta, self.tr("mean |δ| by layer")
        values = measured.values[:, self.quantity.index]
        symbols = tuple(symbol(layer).text for layer in range(1, 1 + values.shape[1]))
        return LayerSeries(title, symbols, measured.epochs, values, measured.now)

    def _found(self, series: LayerSeries) -> str:
        """Say what is wrong with the sizes of now; nothing where all is well."""
        sizes = series.sizes
        first, last = float(sizes[0]), float(sizes[-1])
        if not np.isfinite(sizes).all():
            return self.tr("The gradient is no finite number any more. Go back, or lower the learning rate.")
        if not sizes.any():
            return self.tr("All gradients are 0, so nothing is learned any more.")
        if first < last / LARGE:
            sentence = self.tr("Vanishing: layer 1 gets {ratio}× less than layer {last}.")
            return sentence.format(ratio=_ratio(last, first), last=series.layers)
        if first > last * LARGE:
            sentence = self.tr("Exploding: layer 1 gets {ratio}× more than layer {last}.")
            return sentence.format(ratio=_ratio(first, last), last=series.layers)
        return self._grown(series)

    def _grown(self, series: LayerSeries) -> str:
        """Say where a size is many times what it was at the start of the run."""
        start = series.values[0]
        with np.errstate(all="ignore"):
            growth = np.where((start > 0) & np.isfinite(start), series.sizes / start, 0.0)
        layer = int(np.argmax(growth))
        if growth[layer] <= LARGE:
            return ""
        ratio = _ratio(float(series.sizes[layer]), float(start[layer]))
        sentence = self.tr("Exploding: layer {layer} gets {ratio}× more than at the start.")
        return sentence.format(layer=layer + 1, ratio=ratio)

    def _noted(self, series: LayerSeries) -> str:
        """Say what has to be known of the picture."""
        data, measured = self.session.experiment.data, samples_measured(self.session.experiment)
        if measured < data.samples:
            return self.tr("Measured on {measured} of {samples} samples.").format(
                measured=count_text(measured), samples=count_text(data.samples)
            )
        if series.epochs[-1] == 0 and self.view.index == OVER_EPOCHS:
            return self.tr("The curves begin with the first epoch.")
        return ""


def _ratio(large: float, small: float) -> str:
    """Return a ratio in two digits."""
    ratio = float(f"{large / small:.2g}") if small else inf
    return round_text(ratio) if isfinite(ratio) else format_number(ratio)


def _say(label: QLabel, sentence: str) -> None:
    label.setText(sentence)
    label.setVisible(bool(sentence))
