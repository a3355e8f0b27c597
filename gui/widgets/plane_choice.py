"""Which output is shown over which two inputs, and at which values the other inputs are held."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.data import Data
from core.kernels import Array
from core.numerals import format_exactly, parse_number
from gui.names import input_name, target_name
from gui.theme import scaled, styled
from gui.widgets.drop_down import DropDown
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField

WINNER = -1  # what stands for the largest output in the list of outputs
VALUE_WIDTH = 110


class PlaneChoice(QWidget):
    """Drop-downs that are there only where there is a choice. `changed` says that another picture is wanted.

    `held` has the values the learner gave to inputs that are not shown; `show_fixed` says what holds for all.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice(self)
        self._data: Data | None = None
        self._fixed: Array | None = None
        self.held: dict[int, float] = {}
        self.output_box = DropDown(self.tr("Output that is shown"), {})
        self.across = DropDown(self.tr("Input across"), {})
        self.up = DropDown(self.tr("Input upwards"), {})
        self.other = DropDown(self.tr("Input that is held"), {})
        self.value = NumberField(self.tr("Value it is held at"), parse_number, self._hold, self._notice)
        self.value.setMaximumWidth(scaled(VALUE_WIDTH))
        self._inputs = _row(self.across, styled(QLabel("→"), "quiet"), self.up, styled(QLabel("↑"), "quiet"))
        self._others = _row(self.other, styled(QLabel("="), "quiet"), self.value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.output_box)
        first.addWidget(self._inputs)
        first.addStretch(1)
        layout.addLayout(first)
        layout.addWidget(self._others)
        self._shown = (0, 1)
        self.hide()  # until there is a choice
        self.output_box.activated.connect(self._on_output)
        self.across.activated.connect(self._on_across)
        self.up.activated.connect(self._on_up)
        self.other.activated.connect(self._show_value)

    @property
    def horizontal(self) -> int:
        """Which input grows to the right."""
        return self._shown[0]

    @property
    def vertical(self) -> int | None:
        """Which input grows upwards; None where there is but one."""
        return self._shown[1] if self._data is not None and self._data.input_count > 1 else None

    @property
    def output(self) -> int | None:
        """Which output is shown; None for the class that wins."""
        chosen = self.output_box.currentData()
        return None if chosen == WINNER else int(chosen)

    def offer(self, data: Data, *, classes: bool) -> None:
        """Offer the inputs and outputs of the data; what was chosen stays where it still can be."""
        same = self._data is not None and _columns(self._data) == _columns(data)
        offers_winner = classes and data.target_count > 1 and data.input_count > 1
        if same and offers_winner == (self.output_box.findData(WINNER) >= 0):
            self._data = data
            return
        self._data, self._shown, self.held = data, (0, 1), {}
        self.output_box.clear()
        if offers_winner:
            self.output_box.addItem(self.tr("largest output"), WINNER)
        for output in range(data.target_count):
            self.output_box.addItem(target_name(data, output), output)
        self._fill_inputs()
        self.output_box.setVisible(data.target_count > 1)
        has_others = data.input_count > len(self._shown)
        self._inputs.setVisible(has_others)
        self._others.setVisible(has_others)
        self.setVisible(has_others or data.target_count > 1)

    def show_fixed(self, values: Array) -> None:
        """Show at which values, one for each input, those that are not shown are held."""
        self._fixed = values
        self._show_value()

    def _fill_inputs(self) -> None:
        assert self._data is not None
        names = [input_name(self._data, number) for number in range(self._data.input_count)]
        every = list(range(len(names)))
        others = [number for number in every if number not in self._shown]
        for box, numbers in ((self.across, every), (self.up, every), (self.other, others)):
            box.clear()
            for number in numbers:
                box.addItem(names[number], number)
        for box, number in zip((self.across, self.up), self._shown, strict=True):
            box.setCurrentIndex(box.findData(number))

    def _show_value(self) -> None:
        number = self.other.currentData()
        if self._fixed is not None and number is not None:
            self.value.show_text(format_exactly(float(self._fixed[number])))

    def _on_output(self) -> None:
        self.changed.emit()

    def _on_across(self) -> None:
        chosen, (horizontal, vertical) = self.across.currentData(), self._shown
        self._show_inputs(chosen, horizontal if chosen == vertical else vertical)

    def _on_up(self) -> None:
        chosen, (horizontal, vertical) = self.up.currentData(), self._shown
        self._show_inputs(vertical if chosen == horizontal else horizontal, chosen)

    def _show_inputs(self, horizontal: int, vertical: int) -> None:
        self._shown = horizontal, vertical
        self._fill_inputs()
        self.changed.emit()

    def _hold(self, value: float) -> None:
        self.held[self.other.currentData()] = value
        self.changed.emit()


def _columns(data: Data) -> tuple[object, ...]:
    return data.input_count, data.target_count, data.input_names, data.target_names


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
