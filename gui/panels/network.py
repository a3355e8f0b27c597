"""The network panel: layers, their units and activations."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.experiment import Experiment, Layer
from core.features import FEATURES
from core.network import parameters_of_layer
from gui.names import input_name
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, styled
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layer_row import InputRow, LayerRow
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column
from gui.widgets.vertical_scroll import VerticalScroll

NEW_LAYER_UNITS = 2


class NetworkPanel(Panel):
    """The layers from input to output."""

    cares_for = Change.EXPERIMENT

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.head = styled(ElidedLabel(), "quiet")
        self.notice = Notice(self)
        self.inputs = InputRow()
        self.rows: list[LayerRow] = []
        self._list = QWidget()
        self._layout = QVBoxLayout(self._list)
        self._layout.setContentsMargins(0, 0, 2, 0)  # clear of the scroll bar
        self._layout.setSpacing(4)
        self._layout.addWidget(self.inputs)
        self._layout.addStretch(1)
        self._area = VerticalScroll(self._list)
        self.add = QPushButton(self.tr("+ Hidden layer"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._on_add)
        column(self, self.head, self._area, self.add).setStretch(1, 1)

    def refresh(self, _change: Change) -> None:
        """Show the layers."""
        experiment = self.session.experiment
        sizes = "–".join(map(str, experiment.sizes))
        parameters = self.tr("{count} parameters").format(count=count_text(experiment.parameter_count))
        self.head.show_text(f"{sizes} · {parameters}")
        self.inputs.show_inputs(input_names(experiment))
        if len(self.rows) != len(experiment.layers):
            self._make_rows(experiment)
        for at, (row, layer) in enumerate(zip(self.rows, experiment.layers, strict=True)):
            frozen = sum(index.layer == at + 1 for index in experiment.frozen)
            row.show_layer(layer, frozen, (experiment.sizes[at] + 1) * layer.units)

    def _make_rows(self, experiment: Experiment) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = [LayerRow(index, experiment.layers, self.notice) for index in range(len(experiment.layers))]
        for at, row in enumerate(self.rows, start=1):
            self._layout.insertWidget(at, row)
            row.units_chosen.connect(self._on_units)
            row.activation_chosen.connect(self._on_activation)
            row.frozen.connect(self._on_frozen)
            row.moved.connect(self._on_moved)
            row.removed.connect(self._on_removed)

    def _on_units(self, index: int, layer: Layer) -> None:
        name = self.tr("Change the units of {layer}").format(layer=self.rows[index].name)
        self._put(index, layer, name, self.rows[index].units)

    def _on_activation(self, index: int, layer: Layer) -> None:
        name = self.tr("Change the activation of {layer}").format(layer=self.rows[index].name)
        self._put(index, layer, name, self.rows[index].activation)

    def _put(self, index: int, layer: Layer, name: str, at: QWidget) -> None:
        experiment = self.session.experiment
        self.notice.attempt(lambda: self.session.edit(experiment.with_layer(index, layer), name), at)
        self.refresh(Change.EXPERIMENT)

    def _on_frozen(self, index: int, frozen: bool) -> None:
        self.session.freeze(parameters_of_layer(self.session.experiment, index + 1), frozen)

    def _on_moved(self, index: int, to: int) -> None:
        name = self.tr("Move {layer}").format(layer=self.rows[index].name)
        self.session.edit(self.session.experiment.with_hidden_layer_moved(index, to), name)

    def _on_removed(self, index: int) -> None:
        name = self.tr("Remove {layer}").format(layer=self.rows[index].name)
        self.session.edit(self.session.experiment.without_hidden_layer(index), name)
        self.notice.hide()

    def _show_last_row(self) -> None:
        self._area.ensureWidgetVisible(self.rows[-1])

    def _on_add(self) -> None:
        if self.notice.attempt(self._add_layer, self.add):
            QTimer.singleShot(0, self._show_last_row)

    def _add_layer(self) -> None:
        experiment = self.session.experiment
        last = len(experiment.layers) - 1
        added = experiment.with_hidden_layer(last, Layer(NEW_LAYER_UNITS))
        self.session.edit(added, self.tr("Add a hidden layer"))


def input_names(experiment: Experiment) -> list[str]:
    """Return what the numbers the network sees are called: features, or the data's own inputs."""
    data = experiment.data
    return [FEATURES[name].text for name in data.features] or [
        input_name(data, number) for number in range(data.input_count)
    ]
