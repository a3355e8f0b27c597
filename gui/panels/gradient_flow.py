"""The gradient flow: the network with what runs through it."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip

from core.activations import ACTIVATIONS
from core.kernels import Array
from core.numerals import format_exactly
from core.operations import SAMPLES, units
from gui.painting.color_scale import ColorScale, Hue, round_limit
from gui.painting.flow_items import MOST_EDGES, EdgesItem, FlowItem, FlowPicture
from gui.painting.flow_layout import FlowLayout, edge_at, lay_out, unit_at
from gui.painting.flow_motion import MotionItem
from gui.painting.flow_state import EdgeValue, edge_values, flow_state
from gui.painting.flow_units import UnitsItem, unit_name
from gui.session import Change, Place, Session
from gui.text import core_text
from gui.theme import Appearance, styled
from gui.widgets.choice import Choice
from gui.widgets.color_bar import ColorBar
from gui.widgets.flow_view import FlowView
from gui.widgets.panel import Panel, PanelHead, column

MOST_NAMED_LAYERS = 8
REACH = 9.0  # how near the pointer has to be to an edge, in pixels on the screen
ONE_SAMPLE, ALL_SAMPLES = range(2)
EDGE_NAMES = {EdgeValue.WEIGHT: "w", EdgeValue.GRADIENT: "∂L/∂w", EdgeValue.UPDATE: "Δw"}


class GradientFlowPanel(Panel):
    """Units as circles with what they answer; edges by weight, gradient or update."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE | Change.POINTED

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.edge_choice = Choice(self.tr("Edges show"), [self.tr("Weights"), self.tr("Gradients"), self.tr("Updates")])
        self.sample_choice = Choice(self.tr("Samples"), [self.tr("sample {n}").format(n=1), self.tr("all")])
        all_samples = self.tr("Gradients are added up as in the loss; activations, sums and δ are means")
        self.sample_choice.button(ALL_SAMPLES).setToolTip(all_samples)
        self.edge_choice.show_index(1)
        self.sample_choice.show_index(ALL_SAMPLES)
        self.bar = ColorBar()
        self.note = styled(QLabel(), "caption")
        self.head = PanelHead(self.tr("Gradient flow"), self.edge_choice, self.sample_choice)
        self.view = FlowView()
        self.view.setAccessibleName(self.tr("Gradient flow"))
        self.motion = MotionItem()
        self.items: list[FlowItem] = [EdgesItem(), self.motion, UnitsItem()]
        for item in self.items:
            self.view.box.addItem(item)
        self.layout_now: FlowLayout | None = None
        self._last_sample = 0
        column(self, self.head, self.view).setStretch(1, 1)
        over_view = QHBoxLayout(self.view)
        for widget, side in ((self.note, Qt.AlignmentFlag.AlignLeft), (self.bar, Qt.AlignmentFlag.AlignRight)):
            over_view.addWidget(widget, alignment=side | Qt.AlignmentFlag.AlignBottom)
        self.edge_choice.chosen.connect(self._draw)
        self.sample_choice.chosen.connect(self._on_sample)
        self.view.pointed.connect(self._on_pointed)
        self.view.left.connect(self._on_left)
        self.view.fit_wanted.connect(self.fit)

    @property
    def edge_value(self) -> EdgeValue:
        """What the edges show."""
        return list(EdgeValue)[self.edge_choice.index]

    def refresh(self, change: Change) -> None:
        """Draw what is known now."""
        if change & Change.SAMPLE:
            self._show_sample()
        if self._fits_experiment() and change != Change.POINTED:
            self._draw()
        elif self._fits_experiment():
            self._show_pointed()
        else:
            self.fit()

    def fit(self) -> None:
        """Lay the network out in the room there is, at zoom 1."""
        size = self.view.viewport().size()
        layout = lay_out(self.session.experiment.sizes, max(size.width(), 1), max(size.height(), 1))
        self.layout_now = layout
        self.view.show_field(layout.width, layout.height)
        self._draw()

    def animate(self) -> None:
        """Let dashes travel along what was computed last."""
        if not self.session.trainer.batch_complete:
            self.motion.start()

    def _fits_experiment(self) -> bool:
        if self.layout_now is None:
            return False
        return tuple(len(centers) for centers in self.layout_now.centers) == self.session.experiment.sizes

    def _draw(self) -> None:
        if self.layout_now is None:
            return
        theme = self.appearance.theme
        state = flow_state(self.session.trainer, self.edge_value, self.session.row)
        hue = Hue.GRADIENT if self.edge_value is EdgeValue.GRADIENT else Hue.VALUE
        edge_limit = round_limit(_together([layer.values for layer in state.edges]))
        unit_limit = round_limit(_together([layer.activation for layer in state.units]))
        picture = FlowPicture(
            layout=self.layout_now,
            state=state,
            edge_scale=ColorScale(hue, theme, edge_limit, theme.edge),
            unit_scale=ColorScale(Hue.VALUE, theme, max(1.0, unit_limit), theme.card),
            captions=self._captions(),
            pointed=self.session.pointed,
        )
        self.view.setBackground(QColor(theme.panel))
        for item in self.items:
            item.show_picture(picture)
        self.bar.show_scale(picture.edge_scale, self._unit())
        self._show_condensed()

    def _show_pointed(self) -> None:
        for item in self.items:
            item.show_pointed(self.session.pointed)

    def _unit(self) -> str:
        """Return what the colours of the edges stand for."""
        name = EDGE_NAMES[self.edge_value]
        is_gradient = self.edge_value is EdgeValue.GRADIENT
        if is_gradient and self.session.sample is not None and self.session.row is not None:
            return self.tr("{quantity} of sample {n}").format(quantity=name, n=self.session.sample + 1)
        return self.tr("{quantity} over all samples").format(quantity=name) if is_gradient else name

    def _captions(self) -> tuple[str, ...]:
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

    def _on_pointed(self, point: QPointF, on_screen: QPoint) -> None:
        place, text = self._what_is_at(point.x(), point.y())
        self.session.point_at(place)
        self.view.setCursor(Qt.CursorShape.CrossCursor if place else Qt.CursorShape.ArrowCursor)
        if text:
            QToolTip.showText(on_screen, text, self.view)
        else:
            QToolTip.hideText()

    def _on_left(self) -> None:
        self.session.point_at({})

    def _what_is_at(self, x: float, y: float) -> tuple[Place, str]:
        """Return what lies at a point of the field, and its exact values."""
        if self.layout_now is None:
            return {}, ""
        if unit := unit_at(self.layout_now, x, y):
            return self._unit_at(*unit)
        if edge := edge_at(self.layout_now, x, y, REACH / self.view.zoom()):
            return self._edge_at(*edge)
        return {}, ""

    def _unit_at(self, layer: int, unit: int) -> tuple[Place, str]:
        state = flow_state(self.session.trainer, self.edge_value, self.session.row).units[layer]
        name = unit_name(layer, unit)
        known = (("z", state.pre_activation), ("a" if layer else "x", state.activation), ("δ", state.delta))
        lines = [f"{letter} = {format_exactly(float(values[unit]))}" for letter, values in known if values is not None]
        row = self.session.row
        place = {units(layer): unit} if row is None else {units(layer): unit, SAMPLES: row}
        if row is None:
            lines.append(self.tr("mean over the samples"))
        return place, "\n".join([name, *lines])

    def _edge_at(self, layer: int, unit_in: int, unit_out: int) -> tuple[Place, str]:
        lines = [f"{unit_name(layer - 1, unit_in)} → {unit_name(layer, unit_out)}"]
        sample, row = self.session.sample, self.session.row
        for show, name in EDGE_NAMES.items():
            values = edge_values(self.session.trainer, show, layer, None)
            if values is not None:
                lines.append(f"{name} = {format_exactly(float(values[unit_in, unit_out]))}")
        share = None if row is None else edge_values(self.session.trainer, EdgeValue.GRADIENT, layer, row)
        if sample is not None and share is not None:
            line = self.tr("{quantity} of sample {n}").format(quantity=EDGE_NAMES[EdgeValue.GRADIENT], n=sample + 1)
            lines.append(f"{line} = {format_exactly(float(share[unit_in, unit_out]))}")
        return {units(layer - 1): unit_in, units(layer): unit_out}, "\n".join(lines)


def _together(arrays: list[Array | None]) -> Array:
    """Return all numbers of those arrays that are known, in one row."""
    return np.concatenate([np.zeros(0), *(array.ravel() for array in arrays if array is not None)])
