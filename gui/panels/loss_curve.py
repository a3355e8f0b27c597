"""The loss curve: how the objective and the mean squared error fell, beside other runs."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from core.history import CAPACITY, LOSS, MEAN_SQUARED_ERROR, TEST_LOSS, Curve, History
from core.numerals import format_number
from gui.painting.axes import Span
from gui.painting.curve_lines import SMOOTHING_SHARES, Line, curve_lines, pin_style, quantity_color
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, number_font, scaled
from gui.widgets.accuracy_plot import AccuracyPlot
from gui.widgets.choice import Choice
from gui.widgets.curve_legend import CurveLegend, Entry
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.curve_table import curve_table
from gui.widgets.figure import Figure
from gui.widgets.loss_menu import LossMenu
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column
from gui.widgets.pin_list import MOST_ROWS, PinList

LINEAR, LOGARITHMIC = range(2)
ACCURACY = max(LOSS, MEAN_SQUARED_ERROR, TEST_LOSS) + 1
NARROWEST, LOWEST = 220, 150
LOW = 240  # below, there is room for one plot and one kept run
UNKNOWN = "–"


class LossPanel(Panel):
    """Curves over the epochs: what is made small, the mean squared error, and others at a choice.

    A click goes to an epoch. Runs that are kept are drawn dashed, in the first quantity that is shown.
    """

    cares_for = Change.HISTORY | Change.POSITION | Change.EXPERIMENT | Change.PINS | Change.RUNNING

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self.epoch = Figure(quiet=True)
        self.epoch.setFont(number_font(11))
        self.scale = Choice(self.tr("Scale"), [self.tr("linear"), self.tr("log")])
        self.menu = LossMenu()
        self.legend = CurveLegend()
        self.pins = PinList(self.tr("Runs kept to compare"))
        self.plot = CurvePlot(self.tr("Loss over the epochs"))
        self.accuracy = AccuracyPlot()
        self.accuracy.hide()
        self._pointed: float | None = None
        self._lay_out()
        self._connect()

    def refresh(self, change: Change) -> None:
        """Draw the curves up to now."""
        if change & Change.EXPERIMENT:
            self._show_colors()
        if change & (Change.EXPERIMENT | Change.PINS):
            self.pins.show_pins(self.session.pins, self.session.experiment, self.appearance.theme)
        self._draw()

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the curves can be read."""
        return QSize(NARROWEST, LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def picture(self) -> QWidget:
        """Return the panel: a curve without its legend says little."""
        return self

    def numbers(self) -> str | None:
        """Return the curves that are shown, in all points that are known."""
        curves = {self._name(key): self._curve(self._history, key) for key in self._quantities}
        if ACCURACY in self.legend.shown:
            train, test = self.accuracy.curves()
            curves |= {self.tr("accuracy"): train}
            if self.session.experiment.data.test_inputs:
                curves |= {self.tr("test accuracy"): test}
        for number, pin in enumerate(self.session.pins, 1):
            curves[f"{number} {pin.name}: {self._name(self._compared)}"] = self._curve(pin.history, self._compared)
        return curve_table(self.tr("epoch"), curves, self.tr("min"), self.tr("max"))

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the plot, and of the runs that are kept."""
        return [
            (self.tr("Read the curve further on"), "←, →, PgUp, PgDown, Home, End"),
            (self.tr("Go to the epoch that is read"), "Enter"),
            (self.tr("Enlarge, make smaller, show the whole run"), "+, −, 0"),
            (self.tr("Rename the kept run, or remove it"), "F2, Delete"),
        ]

    def pin(self) -> None:
        """Keep the run's curve, to compare others with it."""
        if self.session.last_epoch:
            self.session.pin()
        else:
            self.notice.say(self.tr("There is no curve to keep yet: run an epoch first."), self.menu)

    @property
    def _history(self) -> History:
        return self.session.trainer.timeline.history

    @property
    def _quantities(self) -> list[int]:
        """What of the history is shown."""
        return [key for key in self.legend.shown if key != ACCURACY]

    @property
    def _compared(self) -> int:
        """In which quantity runs are compared."""
        return next(iter(self._quantities), LOSS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.epoch)
        head.addStretch(1)
        head.addWidget(self.scale)
        head.addWidget(self.menu)
        layout = column(self)
        layout.setSpacing(4)
        layout.addLayout(head)
        for widget in (self.legend, self.pins, self.plot, self.accuracy):
            layout.addWidget(widget)
        layout.setStretch(layout.indexOf(self.plot), 1)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `_fit` sees to it that there is room

    def _connect(self) -> None:
        self.scale.chosen.connect(self._draw)
        self.menu.chosen.connect(self._draw)
        self.menu.pin.triggered.connect(self.pin)
        self.menu.whole.triggered.connect(self._view_whole)
        self.legend.changed.connect(self._on_curves)
        self.pins.removed.connect(self._on_removed)
        self.pins.runs.renamed.connect(self._on_renamed)
        for plot in (self.plot, self.accuracy):
            plot.pointed.connect(self._on_pointed)
            plot.chosen.connect(self._on_chosen)
            plot.viewed.connect(self._on_viewed)

    def _show_colors(self) -> None:
        theme, data = self.appearance.theme, self.session.experiment.data
        colors = {key: quantity_color(theme, key) for key in (LOSS, MEAN_SQUARED_ERROR, TEST_LOSS)}
        entries = {
            LOSS: Entry("L", self.tr("The loss L, which training makes small"), colors[LOSS]),
            MEAN_SQUARED_ERROR: Entry(
                "MSE",
                self.tr("The mean squared error, by which runs with different losses can be compared"),
                colors[MEAN_SQUARED_ERROR],
            ),
        }
        if data.test_inputs:
            sentence = self.tr("The loss on the test samples, from which nothing is learned")
            entries[TEST_LOSS] = Entry(self._name(TEST_LOSS), sentence, colors[TEST_LOSS])
        if data.classes:
            sentence = self.tr("The share of samples that are answered rightly, in a plot of its own")
            entries[ACCURACY] = Entry(self._name(ACCURACY), sentence, theme.forward, shown=False)
        self.legend.set_entries(entries)
        self.plot.set_theme(theme)
        self.accuracy.set_colors(theme, colors[LOSS], colors[TEST_LOSS])
        self._fit()

    def _draw(self) -> None:
        trainer, theme = self.session.trainer, self.appearance.theme
        for plot in (self.plot, self.accuracy):
            plot.show_length(self.session.last_epoch)
            plot.show_epoch(trainer.epoch)
        lines: list[Line] = []
        for number, pin in enumerate(self.session.pins):
            lines += self._lines(pin.history, self._compared, *pin_style(theme, number))
        for key in reversed(self._quantities):
            lines += self._lines(self._history, key, quantity_color(theme, key))
        self.plot.show_lines(lines, logarithmic=self.scale.index == LOGARITHMIC)
        self.plot.say(self._sentence())
        if ACCURACY in self.legend.shown:
            self.accuracy.follow(trainer, running=self.session.running)
        self.menu.whole.setEnabled(self.plot.zoomed is not None)
        self._show_values()

    def _lines(self, history: History, key: int, color: str, dash: tuple[float, ...] = ()) -> list[Line]:
        frame = self.plot.frame
        first, end = frame.epochs
        curve = history.curve(key, max(2, int(frame.field.width())), int(first), int(end) + 2)
        return curve_lines(curve, SMOOTHING_SHARES[self.menu.smoothing], color, dash)

    def _sentence(self) -> str:
        """Return why there is no curve, if there is none."""
        if not self.legend.shown:
            return self.tr("Choose a curve above.")
        if self._history.length and self.scale.index == LOGARITHMIC and not self.plot.has_logarithms:
            return self.tr("A loss of 0 has no logarithm: look at it on the linear scale.")
        if self._history.length or self.session.pins:
            return ""
        if self.session.trainer.diverged:
            return self.tr("The loss was not finite from the start: there is no curve.")
        return self.tr("The curve begins with the first epoch.")

    def _show_values(self) -> None:
        """Write the values at the epoch under the pointer, or else the latest."""
        trainer = self.session.trainer
        if self._pointed is None or not self._history.length:
            shown, epoch = trainer.epoch, trainer.epoch - 1
        else:
            shown = epoch = int(np.clip(round(self._pointed), 0, self._history.length - 1))
        values = {key: _value(self._history, key, epoch) for key in self._quantities}
        if shown != epoch and trainer.reading is not None:
            values |= dict(zip((LOSS, MEAN_SQUARED_ERROR), map(format_number, trainer.reading), strict=True))
        values[ACCURACY] = self.accuracy.text(None if shown != epoch else epoch)
        self.epoch.setText(self.tr("epoch {epoch}").format(epoch=count_text(shown)))
        self.legend.show_values(values)
        self.pins.runs.show_values([_value(pin.history, self._compared, epoch) for pin in self.session.pins])

    def _name(self, key: int) -> str:
        return {LOSS: "L", MEAN_SQUARED_ERROR: "MSE", TEST_LOSS: self.tr("test"), ACCURACY: self.tr("accuracy")}[key]

    @staticmethod
    def _curve(history: History, key: int) -> Curve:
        return history.curve(key, CAPACITY)

    def _view_whole(self) -> None:
        self.plot.view(None)

    def _fit(self) -> None:
        is_low = self.height() < scaled(LOW)
        self.pins.show_at_most(1 if is_low else MOST_ROWS)
        self.accuracy.setVisible(ACCURACY in self.legend.shown and not is_low)

    def _on_curves(self) -> None:
        self._fit()
        self._draw()

    def _on_pointed(self, epoch: float | None) -> None:
        self._pointed = epoch
        for plot in (self.plot, self.accuracy):
            plot.point_at(epoch)
        self._show_values()

    def _on_chosen(self, epoch: int) -> None:
        self.session.seek(min(epoch, self.session.last_epoch))

    def _on_viewed(self, span: Span | None) -> None:
        for plot in (self.plot, self.accuracy):
            plot.view(span)
        self._draw()

    def _on_removed(self, row: int) -> None:
        self.session.unpin(self.session.pins[row])

    def _on_renamed(self, row: int, name: str) -> None:
        self.session.rename_pin(self.session.pins[row], name)


def _value(history: History, key: int, epoch: int) -> str:
    """Return a value at an epoch; of a bucket, from the lowest to the highest."""
    if not 0 <= epoch < history.length:
        return UNKNOWN
    low, high = map(format_number, history.at(key, epoch))
    return low if low == high else f"{low}…{high}"
