"""The table of the data: what is done in it becomes edits of the data."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.operations import SAMPLES
from core.playground import looks_like_address
from gui.session import Session
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_menu import DataMenu
from gui.widgets.data_model import DataModel
from gui.widgets.data_table import DataTable


class TablePage(QWidget):
    """Shows the samples to learn from, or those to test with. `address_pasted` carries an address of the Playground."""

    address_pasted = Signal(str)

    def __init__(self, session: Session, editor: DataEditor, model: DataModel) -> None:
        super().__init__()
        self._session, self._editor, self._model = session, editor, model
        self.table = DataTable(model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.row_chosen.connect(self._on_row)
        self.table.row_pointed.connect(self._on_row_pointed)
        self.table.deleted.connect(self._on_deleted)
        self.table.inserted.connect(editor.insert)
        self.table.pasted.connect(self._on_pasted)
        self.table.customContextMenuRequested.connect(self._on_menu)

    def show_data(self) -> None:
        """Show the samples and the answers to them as they are."""
        self._model.refresh()
        self.table.fit(self._editor.data.target_count)

    def show_sample(self, sample: int | None) -> None:
        """Go to the sample that is looked at; those to test with are looked at only here."""
        if not self._editor.test:
            self.table.show_row(sample)

    def light(self, sample: int | None, pointed: int | None) -> None:
        """Light the sample that is looked at and the one that is pointed at, here or elsewhere."""
        if self._editor.test:
            self._model.light(None, None)
        else:
            self._model.light(sample, pointed)

    def menu(self, row: int, column: int) -> DataMenu:
        """Return what can be done with a cell and with the selected rows."""
        menu = DataMenu(self)
        menu.fill_for_cell(self.table, self._model, self._editor, row, column)
        return menu

    def _on_row(self, row: int | None) -> None:
        if not self._editor.test:
            self._session.select_sample(row)

    def _on_row_pointed(self, row: int | None) -> None:
        place = None if row is None or self._editor.test else self._session.row_of(row)
        self._session.point_at({} if place is None else {SAMPLES: place})

    def _on_deleted(self, rows: list[int]) -> None:
        self._editor.remove(self._editor.points(rows))

    def _on_pasted(self, row: int, column: int, text: str) -> None:
        if looks_like_address(text):
            self.address_pasted.emit(text)
        else:
            self._editor.paste(row, column, text)

    def _on_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.menu(index.row(), index.column()).popup(self.table.viewport().mapToGlobal(place))
