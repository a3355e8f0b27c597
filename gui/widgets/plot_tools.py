"""The tools of the plot of the data: what a click does, and what the points that it adds are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from core.data import Data, Row, Rows
from core.numerals import format_exactly, parse_number
from gui.painting.scatter_points import SHAPE_SIGNS
from gui.theme import scaled
from gui.widgets.choice import Choice
from gui.widgets.data_plot import Tool
from gui.widgets.drop_down import DropDown
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.sliders import CalmSlider
from gui.widgets.wrapping_row import WrappingRow, titled

FIELD_WIDTH, SLIDER_WIDTH = 56, 64
SPREAD, WIDEST_SPREAD = 4, 20  # percent of the field's width
FEWEST_TO_CHOOSE = 3  # inputs; of fewer, all are shown


class PlotTools(QWidget):
    """Which tool, which class or target new points have, how wide the brush is, and which two inputs are shown.

    `tool_chosen` carries the tool, `spread_chosen` a share of the width, `axes_chosen` two columns.
    """

    tool_chosen = Signal(object)
    spread_chosen = Signal(float)
    axes_chosen = Signal(object)

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._classes: Rows = ()
        self._target = 0.0
        self._count = 1
        self.tool = Choice(self.tr("Tool"), [self.tr("Select"), self.tr("Add"), self.tr("Brush")])
        self.classes = DropDown(self.tr("Class of new points"), {})
        self.classes.setToolTip(self.classes.accessibleName())
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.target = NumberField(self.tr("Target of new points"), parse_number, self._set_target, notice)
        self.target.setFixedWidth(scaled(FIELD_WIDTH))
        self.spread = _slider(self.tr("Spread of the brush in percent of the width"))
        self.across, self.up = DropDown(self.tr("Input across"), {}), DropDown(self.tr("Input up"), {})
        self._number = titled(self.tr("target"), self.target)
        self._spread = titled(self.tr("spread"), self.spread)
        self._axes = titled(self.tr("axes"), self.across, self.up)
        WrappingRow(self, self.tool, self.classes, self._number, self._spread, self._axes)
        self.target.show_text(format_exactly(self._target))
        self._show_tool()
        self.tool.chosen.connect(self._on_tool)
        self.spread.valueChanged.connect(self._on_spread)
        self.across.activated.connect(self._on_axes)
        self.up.activated.connect(self._on_axes)

    @property
    def targets(self) -> Row:
        """The targets of new points."""
        if self._classes:
            return self._classes[max(0, self.classes.currentIndex())]
        return (self._target,) + (0.0,) * (self._count - 1)

    def show_data(self, data: Data, inputs: list[str], class_names: list[str], axes: tuple[int, int]) -> None:
        """Offer what suits the data, by the names of their inputs and classes."""
        self._count = data.target_count
        self._show_classes(data.classes, class_names)
        self._axes.setVisible(len(inputs) >= FEWEST_TO_CHOOSE)
        for chooser, column in zip((self.across, self.up), axes, strict=True):
            if [chooser.itemText(index) for index in range(chooser.count())] != inputs:
                chooser.clear()
                chooser.addItems(inputs)
            chooser.setCurrentIndex(column)
        self._show_tool()

    def _show_classes(self, classes: Rows, names: list[str]) -> None:
        texts = [f"{sign_of(number)} {name}" for number, name in enumerate(names)]
        if texts != [self.classes.itemText(index) for index in range(self.classes.count())]:
            index = self.classes.currentIndex()
            self.classes.clear()
            self.classes.addItems(texts)
            self.classes.setCurrentIndex(index if 0 <= index < len(texts) else len(texts) - 1)
        self._classes = classes

    def _show_tool(self) -> None:
        adds = self.tool.index != Tool.SELECT
        self.classes.setVisible(adds and bool(self._classes))
        self._number.setVisible(adds and not self._classes)
        self._spread.setVisible(self.tool.index == Tool.BRUSH)

    def _set_target(self, target: float) -> None:
        self._target = target
        self.target.show_text(format_exactly(target))

    def _on_tool(self, index: int) -> None:
        self._show_tool()
        self.tool_chosen.emit(Tool(index))

    def _on_spread(self, percent: int) -> None:
        self.spread_chosen.emit(percent / 100)

    def _on_axes(self) -> None:
        self.axes_chosen.emit((self.across.currentIndex(), self.up.currentIndex()))


def sign_of(number: int) -> str:
    """Return how the shape of a class is written."""
    return SHAPE_SIGNS[number % len(SHAPE_SIGNS)]


def _slider(name: str) -> CalmSlider:
    slider = CalmSlider(name)
    slider.setToolTip(name)
    slider.setRange(0, WIDEST_SPREAD)
    slider.setValue(SPREAD)
    slider.setFixedWidth(scaled(SLIDER_WIDTH))
    return slider
