"""What a learner changes on the diagram itself: layers, units, and single weights and biases."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from core.activations import ACTIVATIONS
from core.experiment import Layer, ParameterIndex
from gui.painting.flow_spots import Spot, parameter_name, path_name
from gui.session import Session
from gui.text import core_text
from gui.widgets.layer_tools import LayerTools
from gui.widgets.notice import Notice
from gui.widgets.parameter_popover import ParameterPopover

NEW_LAYER_UNITS = 2
BESIDE = QPoint(14, 14)  # a spot, so that it can be seen while it is edited


class FlowEditor(QObject):
    """Makes edits of the experiment at places of the diagram, and says there what is refused.

    Layers count from 0, the input. `owner` is what the card and the buttons lie on.
    """

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._notice = Notice(owner)
        self._anchor = QWidget(owner)  # never shown; what is refused is said below it
        self._anchor.setFixedSize(1, 1)
        self._anchor.hide()
        self.popover = ParameterPopover(owner, self._notice)
        self.tools = LayerTools(owner)
        self._edited: ParameterIndex | None = None
        self._edits_before = 0
        self.popover.valued.connect(self._on_valued)
        self.popover.frozen.connect(self._on_frozen)
        self.popover.cancelled.connect(self._on_cancelled)
        self.popover.closed.connect(owner.setFocus)
        self.tools.grown.connect(self.add_unit)
        self.tools.shrunk.connect(self.remove_unit)
        self.tools.removed.connect(self.remove_layer)
        self.tools.inserted.connect(self.insert_layer)

    def refresh(self) -> None:
        """Show what the parameter is now, as long as there is one."""
        index = self._edited
        if index is None or not self.popover.isVisible():
            return
        if index.is_in(self._session.experiment.sizes):
            self.popover.show_value(self._session.parameter(index), is_frozen=self.is_frozen(index))
        else:
            self.popover.close_card()

    def is_frozen(self, index: ParameterIndex) -> bool:
        """Say whether training leaves a parameter as it is."""
        return index in self._session.experiment.frozen

    def show_tools(self, column: int, at: QPoint) -> None:
        """Offer what can be done to a column of the diagram, at a point of the owner."""
        sizes = self._session.experiment.sizes
        is_end = column in (0, 2 * (len(sizes) - 1))
        self._anchor.move(at)
        self.tools.setVisible(not is_end)
        if not is_end:
            self.tools.show_column(column, sizes[(column + 1) // 2], at)

    def hide_tools(self) -> None:
        """Let the diagram be calm."""
        self.tools.hide()

    def open(self, spot: Spot, at: QPoint) -> None:
        """Open the card of an edge's weight or a unit's bias beside a point of the owner."""
        if spot.parameter is None:
            self._say(self.tr("An input has no bias; its numbers are those of the data."), at)
            return
        index = self._edited = spot.parameter
        self._edits_before = self._session.undo_stack.index()
        value = self._session.parameter(index)
        self.popover.open(
            parameter_name(index), path_name(spot), value, is_frozen=self.is_frozen(index), at=at + BESIDE
        )

    def add_unit(self, layer: int) -> None:
        """Give a hidden layer one unit more."""
        self._change_units(layer, +1, self.tr("Add a unit to hidden {n}").format(n=layer))

    def remove_unit(self, layer: int) -> None:
        """Take one unit away from a hidden layer."""
        self._change_units(layer, -1, self.tr("Remove a unit from hidden {n}").format(n=layer))

    def insert_layer(self, before: int) -> None:
        """Put a hidden layer in front of a layer; it works like the hidden layer next to it."""
        experiment = self._session.experiment
        hidden = experiment.layers[:-1][max(0, before - 2) : before]
        layer = replace(hidden[0], units=NEW_LAYER_UNITS) if hidden else Layer(NEW_LAYER_UNITS)
        name = self.tr("Insert a hidden layer")
        self._attempt(lambda: self._session.edit(experiment.with_hidden_layer(before - 1, layer), name))

    def remove_layer(self, layer: int) -> None:
        """Take a hidden layer out."""
        experiment = self._session.experiment.without_hidden_layer(layer - 1)
        self._session.edit(experiment, self.tr("Remove hidden {n}").format(n=layer))

    def set_activation(self, layer: int, activation: str) -> None:
        """Let a layer use another activation."""
        experiment = self._session.experiment
        title = core_text(ACTIVATIONS[activation].title)
        name = self.tr("Change the activation to {activation}").format(activation=title)
        changed = replace(experiment.layers[layer - 1], activation=activation)
        self._attempt(lambda: self._session.edit(experiment.with_layer(layer - 1, changed), name))

    def freeze(self, indices: Sequence[ParameterIndex], *, frozen: bool) -> None:
        """Keep training from changing parameters, or let it change them again."""
        self._session.freeze(indices, frozen)

    def _change_units(self, layer: int, by: int, name: str) -> None:
        if layer == 0:
            self._say(self.tr("The inputs are the columns of the data; they are changed there."), self._anchor.pos())
            return
        experiment = self._session.experiment
        old = experiment.layers[layer - 1]
        self._attempt(
            lambda: self._session.edit(experiment.with_layer(layer - 1, replace(old, units=old.units + by)), name)
        )

    def _attempt(self, edit: Callable[[], object]) -> None:
        self._notice.attempt(edit, self._anchor)

    def _say(self, sentence: str, at: QPoint) -> None:
        self._anchor.move(at)
        self._notice.say(sentence, self._anchor)

    def _on_valued(self, value: float, merge: object) -> None:
        if self._edited is not None:
            self._session.set_parameter(self._edited, value, merge)

    def _on_frozen(self, frozen: bool) -> None:
        if self._edited is not None:
            self.freeze([self._edited], frozen=frozen)

    def _on_cancelled(self) -> None:
        """Take back what was done with the card."""
        while self._session.undo_stack.index() > self._edits_before:
            self._session.undo_stack.undo()
