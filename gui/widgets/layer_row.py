"""One layer of the network, as a row of controls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.experiment import Layer
from core.illustrations import Illustration, illustrate
from gui.theme import scaled, styled
from gui.widgets.count_field import CountField
from gui.widgets.drop_down import DropDown
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.freeze_button import FreezeButton
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice

ACTIVATION_WIDTH = 82
SMALL_BUTTON = 18, 15


class InputRow(QFrame):
    """What the network sees: how many numbers, and which."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "card")
        self.names = styled(ElidedLabel(), "quiet")
        self.count = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 8, 6)
        layout.addWidget(QLabel(self.tr("Input")))
        layout.addWidget(self.names, 1)
        layout.addWidget(self.count)
        self.setToolTip(self.tr("One unit for each input: see the data"))

    def show_inputs(self, names: list[str]) -> None:
        """Show what the inputs are called."""
        self.count.setText(str(len(names)))
        self.names.show_text(", ".join(names))


class LayerRow(QFrame):
    """One layer: its name, units and activation, and whether it is frozen; a hidden layer can be moved and removed.

    `units_chosen` and `activation_chosen` carry the layer as it is to be, `frozen` whether it is to be frozen.
    """

    units_chosen = Signal(int, Layer)
    activation_chosen = Signal(int, Layer)
    frozen = Signal(int, bool)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, index: int, layers: tuple[Layer, ...], notice: Notice) -> None:
        super().__init__()
        styled(self, "card")
        self._index, self._layer, self._notice = index, layers[index], notice
        self.is_output = index == len(layers) - 1
        self.name = self.tr("Output") if self.is_output else self.tr("Hidden {number}").format(number=index + 1)
        self.units = CountField(self.tr("Units of {layer}").format(layer=self.name), self._on_units, notice)
        titles = {key: activation.title for key, activation in ACTIVATIONS.items()}
        self.activation = DropDown(self.tr("Activation of {layer}").format(layer=self.name), titles, _illustrate)
        self.activation.setFixedWidth(scaled(ACTIVATION_WIDTH))
        self.freeze = FreezeButton(self.name)
        self.up = IconButton("up", self.tr("Move {layer} towards the input").format(layer=self.name))
        self.down = IconButton("down", self.tr("Move {layer} towards the output").format(layer=self.name))
        self.remove = IconButton("remove", self.tr("Remove {layer}").format(layer=self.name))
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < len(layers) - 2)
        self._lay_out()
        self.activation.activated.connect(self._on_activation)
        self.freeze.toggled_by_learner.connect(self._on_freeze)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.show_layer(layers[index], 0, 1)

    def show_layer(self, layer: Layer, frozen: int, parameters: int) -> None:
        """Show units, activation, and how many of the parameters are frozen."""
        self._layer = layer
        self.units.show_count(layer.units)
        self.activation.show_name(layer.activation)
        self.freeze.show_frozen(frozen, parameters)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 2, 3)
        layout.setSpacing(2)
        layout.addWidget(QLabel(self.name), 1)
        if self.is_output:
            self.units.setEnabled(False)
            self.units.setToolTip(self.tr("One unit for each target: see the data"))
        layout.addWidget(self.units)
        layout.addWidget(self.activation)
        buttons = QGridLayout()
        buttons.setSpacing(0)
        places: list[tuple[QWidget, int, int]] = [(self.freeze, 0, 1)]
        if not self.is_output:
            places += [(self.up, 0, 0), (self.down, 1, 0), (self.remove, 1, 1)]
        for button, row, column in places:
            button.setFixedSize(*map(scaled, SMALL_BUTTON))
            buttons.addWidget(button, row, column)
        buttons.setColumnMinimumWidth(0, scaled(SMALL_BUTTON[0]))
        layout.addLayout(buttons)

    def _on_units(self, units: int) -> None:
        self.units_chosen.emit(self._index, Layer(units, self._layer.activation))

    def _on_activation(self) -> None:
        self.activation_chosen.emit(self._index, Layer(self._layer.units, self.activation.currentData()))

    def _on_freeze(self, frozen: bool) -> None:
        self.frozen.emit(self._index, frozen)

    def _on_up(self) -> None:
        self.moved.emit(self._index, self._index - 1)

    def _on_down(self) -> None:
        self.moved.emit(self._index, self._index + 1)

    def _on_remove(self) -> None:
        self.removed.emit(self._index)


def _illustrate(name: str) -> Illustration:
    return illustrate(ACTIVATIONS[name])
