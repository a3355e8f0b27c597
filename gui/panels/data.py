"""The data panel: samples, their targets, and what the network answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from core.data import Data
from core.datasets import DATASETS
from core.text import RefusalError
from gui.session import Change, Session
from gui.text import refusal_text
from gui.theme import Appearance, styled
from gui.widgets.count_field import CountField
from gui.widgets.data_model import DataModel
from gui.widgets.data_table import DataTable
from gui.widgets.drop_down import DropDown
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column


class DataPanel(Panel):
    """A table to edit, data sets at a choice, and counts of samples, inputs and targets."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self._known = {name: dataset.make() for name, dataset in DATASETS.items()}
        self.dataset = DropDown(self.tr("Data set"), {name: dataset.title for name, dataset in DATASETS.items()})
        self.dataset.addItem(self.tr("own data"), None)
        self.model = DataModel(session, appearance, self._say, self)
        self.table = DataTable(self.model)
        self.samples = CountField(self.tr("Samples"), self._set_samples, self.notice)
        self.inputs = CountField(self.tr("Inputs"), self._set_inputs, self.notice)
        self.targets = CountField(self.tr("Targets"), self._set_targets, self.notice)
        column(self, self.dataset, self.table, self._counts()).setStretch(1, 1)
        self.dataset.activated.connect(self._on_dataset)
        self.table.row_chosen.connect(session.select_sample)
        self.table.deleted.connect(self._remove_sample)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def refresh(self, change: Change) -> None:
        """Show data, outputs and the selected sample."""
        if change & Change.EXPERIMENT:
            data = self.session.experiment.data
            self.model.refresh()
            self.table.fit(data.target_count)
            self.samples.show_count(data.samples)
            self.inputs.show_count(data.input_count)
            self.targets.show_count(data.target_count)
            known = next((name for name, known in self._known.items() if known == data), None)
            self.dataset.show_name(known)
        elif change & Change.POSITION:
            self.model.refresh_outputs()
        if change & (Change.SAMPLE | Change.EXPERIMENT):
            self.table.show_row(self.session.sample)

    def menu(self, row: int, column: int) -> QMenu:
        """Return what can be done with a cell's row and column."""
        menu = QMenu(self)
        data = self.session.experiment.data

        def offer(text: str, edit: Callable[[int], Data], place: int) -> None:
            menu.addAction(text).setData(partial(edit, place))

        offer(self.tr("Insert a row above"), data.with_sample, row)
        offer(self.tr("Insert a row below"), data.with_sample, row + 1)
        if data.samples > 1:
            offer(self.tr("Remove this row"), data.without_sample, row)
        if column < data.input_count and data.input_count > 1:
            offer(self.tr("Remove this input"), data.without_column, column)
        elif not self.model.is_output(column) and column >= data.input_count and data.target_count > 1:
            offer(self.tr("Remove this target"), data.without_column, column)
        return menu

    def _counts(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        titles = (self.tr("rows"), self.tr("x"), self.tr("y"))
        for title, field in zip(titles, (self.samples, self.inputs, self.targets), strict=True):
            layout.addWidget(styled(QLabel(title), "quiet"))
            layout.addWidget(field)
            layout.addStretch(1)
        return row

    def _say(self, refusal: RefusalError | None) -> None:
        if refusal is None:
            self.notice.hide()
        else:
            self.notice.say(refusal_text(refusal), self.table)

    def _on_dataset(self, index: int) -> None:
        name = self.dataset.itemData(index)
        if name is not None:
            self._try(lambda: self._known[name])
        self.refresh(Change.EXPERIMENT)

    def _show_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if index.isValid():
            menu = self.menu(index.row(), index.column())
            action = menu.exec(self.table.viewport().mapToGlobal(point))
            if action is not None:
                self._try(action.data())
            menu.deleteLater()

    def _remove_sample(self, row: int) -> None:
        if self._try(partial(self.session.experiment.data.without_sample, row)):
            self.session.announced.emit(self.tr("Row {row} was removed.").format(row=row + 1))

    def _try(self, edit: Callable[[], Data]) -> bool:
        """Use what `edit` makes of the data, or say why not; return whether it was used."""
        return self.notice.attempt(lambda: self._use(edit()), self.table)

    def _set_samples(self, count: int) -> None:
        data = self.session.experiment.data
        self._use(data.resized(count, data.input_count, data.target_count))

    def _set_inputs(self, count: int) -> None:
        data = self.session.experiment.data
        self._use(data.resized(data.samples, count, data.target_count))

    def _set_targets(self, count: int) -> None:
        data = self.session.experiment.data
        self._use(data.resized(data.samples, data.input_count, count))

    def _use(self, data: Data) -> None:
        self.session.edit(self.session.experiment.with_data(data))
