"""The plot of the data with its tools: what is done in it becomes edits of the data."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.data import Data, Row
from core.kernels import Array
from core.operations import SAMPLES
from gui.names import class_names
from gui.painting.scatter_points import points_of
from gui.session import Session
from gui.theme import Appearance, styled
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_menu import DataMenu
from gui.widgets.data_model import DataModel
from gui.widgets.data_plot import DataPlot
from gui.widgets.notice import Notice
from gui.widgets.plot_tools import SPREAD, PlotTools, sign_of

FIRST_TWO = (0, 1)  # of one input, that input and its target


class PlotPage(QWidget):
    """Shows the samples by two of their columns."""

    def __init__(
        self, session: Session, appearance: Appearance, editor: DataEditor, model: DataModel, notice: Notice
    ) -> None:
        super().__init__()
        self._session, self._editor, self._model = session, editor, model
        self._axes = FIRST_TWO
        self._shown: tuple[Data, tuple[int, int]] | None = None
        self.tools = PlotTools(notice)
        self.plot = DataPlot(appearance, model.point_text)
        self.plot.spread = SPREAD / 100
        self.legend = styled(QLabel(), "caption")
        self.legend.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tools)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.legend)
        self._connect()

    def show_data(self) -> None:
        """Show the samples as they are."""
        data = self._editor.data
        if max(self._axes) >= max(data.input_count, len(FIRST_TWO)):
            self._axes = FIRST_TWO
        if self._shown is None or self._shown[0] is not data or self._shown[1] != self._axes:
            self._shown = data, self._axes
            inputs = [self._model.title(column) for column in range(data.input_count)]
            across, up = self._axes
            self.tools.show_data(data, inputs, class_names(data), self._axes)
            self.plot.show_points(points_of(data, self._axes), (self._model.title(across), self._model.title(up)))
            self.legend.setText(self._legend(data))

    def show_sample(self, sample: int | None) -> None:
        """Show which sample is looked at; a point to test with is none, and stays selected beside it."""
        if sample is not None or all(point < self._editor.data.samples for point in self.plot.selected):
            self.plot.show_chosen(sample)

    def show_pointed(self, sample: int | None) -> None:
        """Light the sample that is pointed at elsewhere."""
        self.plot.show_pointed(sample)

    def _connect(self) -> None:
        self.tools.tool_chosen.connect(self._on_tool)
        self.tools.spread_chosen.connect(self._on_spread)
        self.tools.axes_chosen.connect(self._on_axes)
        self.plot.chosen.connect(self._on_chosen)
        self.plot.pointed.connect(self._on_pointed)
        self.plot.added.connect(self._on_added)
        self.plot.moved.connect(self._on_moved)
        self.plot.removed.connect(self._on_removed)
        self.plot.menu_wanted.connect(self._on_menu)

    def _legend(self, data: Data) -> str:
        """Return what shapes and rims mean."""
        names = class_names(data)
        text = "  ".join(f"{sign_of(number)} {name}" for number, name in enumerate(names))
        if not names:
            text = self.tr("{below} below 0, {above} above").format(below=sign_of(0), above=sign_of(1))
        return self.tr("{shapes} · bold rim: test").format(shapes=text) if data.test_inputs else text

    def _on_tool(self, tool: Any) -> None:
        self.plot.tool = tool

    def _on_spread(self, share: float) -> None:
        self.plot.spread = share

    def _on_axes(self, axes: Any) -> None:
        self._axes = axes
        self.show_data()

    def _on_chosen(self, point: int | None) -> None:
        self._session.select_sample(point if point is not None and point < self._editor.data.samples else None)

    def _on_pointed(self, point: int | None) -> None:
        self.plot.show_pointed(point)
        row = self._session.row_of(point) if point is not None and point < self._editor.data.samples else None
        self._session.point_at({} if row is None else {SAMPLES: row})

    def _on_added(self, places: list[tuple[float, float]], merge: object) -> None:
        rows = tuple(self._row(place) for place in places)
        if self._editor.add_points(rows, merge):
            self.show_data()
            if merge is None:
                data = self._editor.data
                last = self.plot.points.count - 1 if self._editor.test else data.samples - 1
                self.plot.select(frozenset({last}), last)

    def _on_moved(self, points: list[int], places: Array, merge: object) -> None:
        self._editor.move_points(points, self._axes, places, ("move", merge))
        self.show_data()

    def _on_removed(self, points: list[int]) -> None:
        self._editor.remove(points)
        self.show_data()

    def _on_menu(self, place: QPoint) -> None:
        if self.plot.selected:
            menu = DataMenu(self)
            menu.fill_for_points(self._editor, sorted(self.plot.selected))
            menu.popup(place)

    def _row(self, place: tuple[float, float]) -> Row:
        """Return a sample at a place: what is no axis is 0, what is no input the target that is chosen."""
        row = [*(0.0,) * self._editor.data.input_count, *self.tools.targets]
        for column, value in zip(self._axes, place, strict=True):
            row[column] = value
        return tuple(row)
