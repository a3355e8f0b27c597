"""The network panel: layers, their units and activations."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.activations import ACTIVATIONS
from core.experiment import Experiment, Layer
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, styled
from gui.widgets.count_field import CountField
from gui.widgets.drop_down import DropDown
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column

NEW_LAYER_UNITS = 2
ACTIVATION_WIDTH = 84


class LayerRow(QFrame):
    """One layer: its name, units and activation; a hidden layer can be moved and removed."""

    edited = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, index: int, layers: tuple[Layer, ...], notice: Notice) -> None:
        super().__init__()
        self.setObjectName("card")
        self._index, self._layer, self._notice = index, layers[index], notice
        self.is_output = index == len(layers) - 1
        name = self.tr("Output") if self.is_output else self.tr("Hidden {number}").format(number=index + 1)
        self.units = CountField(self.tr("Units of {layer}").format(layer=name), self._on_units, notice)
        titles = {key: activation.title for key, activation in ACTIVATIONS.items()}
        self.activation = DropDown(self.tr("Activation of {layer}").format(layer=name), titles)
        self.activation.setFixedWidth(ACTIVATION_WIDTH)
        self.up = IconButton("up", self.tr("Move {layer} towards the input").format(layer=name))
        self.down = IconButton("down", self.tr("Move {layer} towards the output").format(layer=name))
        self.remove = IconButton("remove", self.tr("Remove {layer}").format(layer=name))
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < len(layers) - 2)
        self._lay_out(name)
        self.activation.activated.connect(self._on_activation)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.show_layer(layers[index])

    def show_layer(self, layer: Layer) -> None:
        """Show units and activation."""
        self._layer = layer
        self.units.show_count(layer.units)
        self.activation.show_name(layer.activation)

    def _lay_out(self, name: str) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 2, 3)
        layout.setSpacing(2)
        layout.addWidget(QLabel(name), 1)
        if self.is_output:
            self.units.setEnabled(False)
            self.units.setToolTip(self.tr("One unit for each target: see the data"))
        layout.addWidget(self.units)
        layout.addWidget(self.activation)
        if not self.is_output:
            order = QVBoxLayout()
            order.setSpacing(0)
            for button in (self.up, self.down):
                button.setFixedSize(16, 13)
                order.addWidget(button)
            layout.addLayout(order)
            layout.addWidget(self.remove)

    def _on_units(self, units: int) -> None:
        self.edited.emit(self._index, Layer(units, self._layer.activation))

    def _on_activation(self) -> None:
        self.edited.emit(self._index, Layer(self._layer.units, self.activation.currentData()))

    def _on_up(self) -> None:
        self.moved.emit(self._index, self._index - 1)

    def _on_down(self) -> None:
        self.moved.emit(self._index, self._index + 1)

    def _on_remove(self) -> None:
        self.removed.emit(self._index)


class NetworkPanel(Panel):
    """The layers from input to output."""

    cares_for = Change.EXPERIMENT

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.head = styled(QLabel(), "quiet")
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.notice = Notice(self)
        self.rows: list[LayerRow] = []
        self._list = QWidget()
        self._layout = QVBoxLayout(self._list)
        self._layout.setContentsMargins(0, 0, 10, 0)  # so that the scroll bar covers no button
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._list)
        self.add = QPushButton(self.tr("+ Hidden layer"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._on_add)
        column(self, self.head, self._area, self.add).setStretch(1, 1)

    def refresh(self, _change: Change) -> None:
        """Show the layers."""
        experiment = self.session.experiment
        sizes = "–".join(map(str, experiment.sizes))
        parameters = self.tr("{count} parameters").format(count=count_text(experiment.parameter_count))
        self.head.setText(f"{sizes} · {parameters}")
        self.head.setToolTip(self.head.text())
        if len(self.rows) != len(experiment.layers):
            self._make_rows(experiment)
        for row, layer in zip(self.rows, experiment.layers, strict=True):
            row.show_layer(layer)

    def _make_rows(self, experiment: Experiment) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = [LayerRow(index, experiment.layers, self.notice) for index in range(len(experiment.layers))]
        for index, row in enumerate(self.rows):
            self._layout.insertWidget(index, row)
            row.edited.connect(self._on_edited)
            row.moved.connect(self._on_moved)
            row.removed.connect(self._on_removed)
        self._area.setMinimumWidth(self._list.minimumSizeHint().width())

    def _on_edited(self, index: int, layer: Layer) -> None:
        row = self.rows[index]
        self.notice.attempt(lambda: self.session.edit(self.session.experiment.with_layer(index, layer)), row.activation)
        row.show_layer(self.session.experiment.layers[index])

    def _on_moved(self, index: int, to: int) -> None:
        self.session.edit(self.session.experiment.with_hidden_layer_moved(index, to))

    def _on_removed(self, index: int) -> None:
        self.session.edit(self.session.experiment.without_hidden_layer(index))
        self.notice.hide()

    def _show_last_row(self) -> None:
        self._area.ensureWidgetVisible(self.rows[-1])

    def _on_add(self) -> None:
        if self.notice.attempt(self._add_layer, self.add):
            QTimer.singleShot(0, self._show_last_row)

    def _add_layer(self) -> None:
        experiment = self.session.experiment
        last = len(experiment.layers) - 1
        self.session.edit(experiment.with_hidden_layer(last, Layer(NEW_LAYER_UNITS)))
