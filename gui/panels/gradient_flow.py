"""The gradient flow: the network with what runs through it."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.kernels import Array
from gui.csv_text import csv_text
from gui.painting.color_scale import ColorScale, Hue, round_limit
from gui.painting.flow_edges import MOST_EDGES
from gui.painting.flow_items import FlowPicture, Highlights
from gui.painting.flow_maps import FlowMaps
from gui.painting.flow_spots import spot_of, unit_name
from gui.painting.flow_state import EdgeValue, flow_state
from gui.session import Change, Session
from gui.text import core_text
from gui.theme import Appearance, styled
from gui.widgets.choice import Choice
from gui.widgets.color_bar import ColorBar
from gui.widgets.flow_canvas import FlowCanvas
from gui.widgets.flow_control import FlowControl
from gui.widgets.flow_teller import EDGE_NAMES
from gui.widgets.panel import Panel, PanelHead, column
from gui.widgets.panel_menu import TakeOutButton

MOST_NAMED_LAYERS = 8
ONE_SAMPLE, ALL_SAMPLES = range(2)
NUMBERS, MAPS = range(2)
HIGHLIGHTED = Change.POINTED | Change.MARKED


class GradientFlowPanel(Panel):
    """Units with what they answer, edges by weight, gradient or update; all of it can be edited where it is."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE | Change.RUNNING | HIGHLIGHTED

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.edge_choice = Choice(self.tr("Edges show"), [self.tr("Weights"), self.tr("Gradients"), self.tr("Updates")])
        self.sample_choice = Choice(self.tr("Samples"), [self.tr("sample {n}").format(n=1), self.tr("all")])
        all_samples = self.tr("Gradients are added up as in the loss; activations, sums and δ are means")
        self.sample_choice.button(ALL_SAMPLES).setToolTip(all_samples)
        self.unit_choice = Choice(self.tr("Units show"), [self.tr("numbers"), self.tr("maps")])
        maps = self.tr("What each unit answers over the first two inputs, the others at their mean")
        self.unit_choice.button(MAPS).setToolTip(maps)
        self.edge_choice.show_index(1)
        self.sample_choice.show_index(ALL_SAMPLES)
        title = self.tr("Gradient flow")
        self.take_out = TakeOutButton(title, self.picture, self.numbers)
        self.head = PanelHead(title, self.edge_choice, self.sample_choice, self.unit_choice, self.take_out)
        self.bar = ColorBar()
        self.note = styled(QLabel(), "caption")
        self.view = FlowCanvas()
        self.view.setAccessibleName(self.tr("Gradient flow"))
        self.motion = self.view.motion
        self.control = FlowControl(session, self.view)
        self._maps = FlowMaps()
        self._captions: tuple[str, ...] = ()
        self._last_sample = 0
        self._lay_out()
        self.edge_choice.chosen.connect(self._draw)
        self.unit_choice.chosen.connect(self._draw)
        self.sample_choice.chosen.connect(self._on_sample)
        self.view.resized.connect(self.fit)
        self.control.focus_moved.connect(self._show_highlights)

    @property
    def edge_value(self) -> EdgeValue:
        """What the edges show."""
        return list(EdgeValue)[self.edge_choice.index]

    def refresh(self, change: Change) -> None:
        """Draw what is known now."""
        if not change & ~HIGHLIGHTED:
            self._show_highlights()
            return
        if change & Change.SAMPLE:
            self._show_sample()
        if change & Change.EXPERIMENT:
            self._captions = self._names_of_layers()
            self._show_condensed()
        self._draw()
        self.control.refresh()

    def picture(self) -> QWidget:
        """Return the drawing without what stands above it."""
        return self.view

    def numbers(self) -> str:
        """Return what each edge shows, as far as it is known."""
        rows = [
            (unit_name(layer, unit_in), unit_name(layer + 1, unit_out), float(value))
            for layer, edges in enumerate(flow_state(self.session.trainer, self.edge_value, self.session.row).edges)
            if edges.values is not None
            for (unit_in, unit_out), value in np.ndenumerate(edges.values)
        ]
        return csv_text((self.tr("from"), self.tr("to"), EDGE_NAMES[self.edge_value]), rows)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the drawing."""
        return [
            (self.tr("Go to the next or the previous unit or edge"), "↓, ↑"),
            (self.tr("Go to the next or the previous column"), "PgDown, PgUp"),
            (self.tr("Set the weight or bias"), "Enter"),
            (self.tr("Add a unit to the layer, or remove one"), "+, −"),
            (self.tr("Open the menu of the unit or edge"), "Menu, Shift+F10"),
            (self.tr("Leave the unit or edge"), "Esc"),
        ]

    def fit(self) -> None:
        """Show the whole network in the room there is, at zoom 1."""
        self.control.fit()
        self._draw()

    def animate(self) -> None:
        """Let dashes travel along what was computed last."""
        if not self.session.trainer.batch_complete:
            self.motion.start()

    def _lay_out(self) -> None:
        column(self, self.head, self.view).setStretch(1, 1)
        over_view = QHBoxLayout(self.view)
        left, right, bottom = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignBottom
        over_view.addWidget(self.note, alignment=left | bottom)
        over_view.addWidget(self.bar, alignment=right | bottom)

    def _draw(self) -> None:
        trainer, theme = self.session.trainer, self.appearance.theme
        state = flow_state(trainer, self.edge_value, self.session.row)
        hue = Hue.GRADIENT if self.edge_value is EdgeValue.GRADIENT else Hue.VALUE
        edge_limit = round_limit(_together([layer.values for layer in state.edges]))
        unit_limit = round_limit(_together([layer.activation for layer in state.units]))
        maps = None
        if self.unit_choice.index == MAPS:
            parameters = trainer.plan.parameters
            maps = self._maps.images(self.session.experiment, parameters, theme, running=self.session.running)
        picture = FlowPicture(
            layout=self.view.layout_for(self.session.experiment.sizes),
            state=state,
            edge_scale=ColorScale(hue, theme, edge_limit, theme.edge),
            unit_scale=ColorScale(Hue.VALUE, theme, max(1.0, unit_limit), theme.card),
            captions=self._captions,
            frozen=self.session.experiment.frozen,
            maps=maps,
            highlights=self._highlights(),
        )
        self.view.show_picture(picture)
        self.bar.show_scale(picture.edge_scale, self._unit())

    def _highlights(self) -> Highlights:
        marked = tuple(spot for place in self.session.marked if (spot := spot_of(place)))
        return Highlights(spot_of(self.session.pointed), self.control.focused, marked)

    def _show_highlights(self) -> None:
        self.view.show_highlights(self._highlights())

    def _unit(self) -> str:
        """Return what the colours of the edges stand for."""
        name = EDGE_NAMES[self.edge_value]
        is_gradient = self.edge_value is EdgeValue.GRADIENT
        if is_gradient and self.session.sample is not None and self.session.row is not None:
            return self.tr("{quantity} of sample {n}").format(quantity=name, n=self.session.sample + 1)
        return self.tr("{quantity} over all samples").format(quantity=name) if is_gradient else name

    def _names_of_layers(self) -> tuple[str, ...]:
        """Return what stands under the layers: as much as there is room for."""
        layers = self.session.experiment.layers
        if len(layers) > MOST_NAMED_LAYERS:
            return (self.tr("in"), *(str(number) for number in range(1, len(layers))), self.tr("out"))
        hidden = [self.tr("hidden {n}").format(n=number) for number in range(1, len(layers))]
        titles = [core_text(ACTIVATIONS[layer.activation].title) for layer in layers]
        names = (*hidden, self.tr("output"))
        return (self.tr("input"), *(f"{name}\n{title}" for name, title in zip(names, titles, strict=True)))

    def _show_condensed(self) -> None:
        """Say so where not all edges are drawn."""
        condensed = any(before * after > MOST_EDGES for before, after in pairwise(self.session.experiment.sizes))
        sentence = self.tr("Of more than {n} edges into a layer, the {n} strongest are drawn.")
        self.note.setText(sentence.format(n=MOST_EDGES) if condensed else "")

    def _show_sample(self) -> None:
        sample = self.session.sample
        if sample is not None:
            self._last_sample = sample
        self.sample_choice.button(ONE_SAMPLE).setText(self.tr("sample {n}").format(n=self._last_sample + 1))
        self.sample_choice.show_index(ALL_SAMPLES if sample is None else ONE_SAMPLE)

    def _on_sample(self, index: int) -> None:
        last = min(self._last_sample, self.session.experiment.data.samples - 1)
        self.session.select_sample(last if index == ONE_SAMPLE else None)


def _together(arrays: list[Array | None]) -> Array:
    """Return all numbers of those arrays that are known, in one row."""
    return np.concatenate([np.zeros(0), *(array.ravel() for array in arrays if array is not None)])
