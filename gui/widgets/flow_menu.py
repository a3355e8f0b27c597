"""The menu of a place on the diagram."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from core.activations import ACTIVATIONS
from core.experiment import Experiment, ParameterIndex
from core.network import parameters_of_layer
from gui.painting.flow_spots import Spot, parameter_name
from gui.text import core_text
from gui.widgets.flow_editor import FlowEditor

Act = Callable[[], object]


class FlowMenu(QMenu):
    """What can be done to a unit or an edge and to its layer, at a point of `owner`; with no spot, to the column."""

    def __init__(
        self, owner: QWidget, editor: FlowEditor, experiment: Experiment, column: int, spot: Spot | None, at: QPoint
    ) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor, self._experiment = editor, experiment
        self._acts: list[Act] = []
        self.triggered.connect(self._on_triggered)
        if spot is not None and spot.parameter is not None:
            self._add_parameter(spot, spot.parameter, at)
        if column % 2 == 0:
            self._add_layer(column // 2)
        else:
            self.add_act(self.tr("Insert a hidden layer here"), partial(editor.insert_layer, (column + 1) // 2))

    def add_act(self, text: str, act: Act, *, at: QMenu | None = None, checked: bool | None = None) -> QAction:
        """Add one line; with `checked` given, it is one that is on or off."""
        action = (at or self).addAction(text)
        action.setData(len(self._acts))
        self._acts.append(act)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action

    def _add_parameter(self, spot: Spot, index: ParameterIndex, at: QPoint) -> None:
        name, frozen = parameter_name(index), self._editor.is_frozen(index)
        self.add_act(self.tr("Set {parameter}…").format(parameter=name), partial(self._editor.open, spot, at))
        text = self.tr("Freeze {parameter}").format(parameter=name)
        self.add_act(text, partial(self._editor.freeze, [index], frozen=not frozen), checked=frozen)
        self.addSeparator()

    def _add_layer(self, layer: int) -> None:
        editor, is_output = self._editor, layer == len(self._experiment.layers)
        if layer > 0:
            self._add_activations(layer, is_output=is_output)
            self._add_freezing(layer)
        if layer > 0 and not is_output:
            self.add_act(self.tr("Add a unit"), partial(editor.add_unit, layer))
            self.add_act(self.tr("Remove a unit"), partial(editor.remove_unit, layer))
            self.add_act(self.tr("Remove this layer"), partial(editor.remove_layer, layer))
        self.addSeparator()
        if layer > 0:
            self.add_act(self.tr("Insert a hidden layer before"), partial(editor.insert_layer, layer))
        if not is_output:
            self.add_act(self.tr("Insert a hidden layer after"), partial(editor.insert_layer, layer + 1))

    def _add_activations(self, layer: int, *, is_output: bool) -> None:
        menu = self.addMenu(self.tr("Activation of this layer"))
        group = QActionGroup(menu)
        for name, activation in ACTIVATIONS.items():
            if is_output or not activation.mixes_units:
                checked = name == self._experiment.layers[layer - 1].activation
                act = partial(self._editor.set_activation, layer, name)
                group.addAction(self.add_act(core_text(activation.title), act, at=menu, checked=checked))

    def _add_freezing(self, layer: int) -> None:
        indices = parameters_of_layer(self._experiment, layer)
        frozen = set(indices) <= set(self._experiment.frozen)
        act = partial(self._editor.freeze, indices, frozen=not frozen)
        self.add_act(self.tr("Freeze this layer"), act, checked=frozen)

    def _on_triggered(self, action: QAction) -> None:
        self._acts[action.data()]()
