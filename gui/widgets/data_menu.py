"""What can be done with the rows and columns of the table, and with the points of the plot."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.names import class_names
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_model import DataModel
from gui.widgets.data_table import DataTable
from gui.widgets.plot_tools import sign_of


class DataMenu(QMenu):
    """Entries, each with what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """Add an entry."""
        self.addAction(text).setData(act)

    def fill_for_cell(self, table: DataTable, model: DataModel, editor: DataEditor, row: int, column: int) -> None:
        """Offer what can be done with a cell, its row and column, and the selected rows."""
        data, rows = editor.data, table.rows()
        self.offer(self.tr("Insert a row above"), partial(editor.insert, row))
        self.offer(self.tr("Insert a row below"), partial(editor.insert, row + 1))
        if data.samples > 1 or editor.test:
            self._offer_for_points(editor, editor.points(rows if row in rows else [row]))
        if column < data.input_count and data.input_count > 1:
            self.offer(self.tr("Remove this input"), partial(editor.remove_column, column))
        elif not model.is_output(column) and column >= data.input_count and data.target_count > 1:
            self.offer(self.tr("Remove this target"), partial(editor.remove_column, column))
        self.addSeparator()
        self.offer(self.tr("Copy"), table.copy)
        self.offer(self.tr("Copy the whole table"), table.copy_all)
        self.offer(self.tr("Paste"), table.paste)

    def fill_for_points(self, editor: DataEditor, points: list[int]) -> None:
        """Offer what can be done with points of the plot: their class can be another, too."""
        data = editor.data
        self._offer_for_points(editor, points)
        self.addSeparator()
        for number, (targets, name) in enumerate(zip(data.classes, class_names(data), strict=True)):
            text = self.tr("Class {name}").format(name=f"{sign_of(number)} {name}")
            self.offer(text, partial(editor.set_targets, points, targets))

    def _offer_for_points(self, editor: DataEditor, points: list[int]) -> None:
        """Offer what can be done with samples wherever they are shown."""
        count = editor.data.samples
        if any(point < count for point in points):
            self.offer(self.tr("Move to the test samples"), partial(editor.exchange, points, test=True))
        if any(point >= count for point in points):
            self.offer(self.tr("Move to the training samples"), partial(editor.exchange, points, test=False))
        self.offer(self.tr("Remove"), partial(editor.remove, points))

    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            action.data()()
