"""The data panel: samples, their targets, and what the network answers."""

from pathlib import Path

from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.csv_files import write_csv
from core.operations import SAMPLES
from gui.session import Change, Session
from gui.text import count_text
from gui.theme import Appearance, styled
from gui.widgets.choice import Choice
from gui.widgets.count_field import CountField
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_files import DataFiles
from gui.widgets.data_model import DataModel
from gui.widgets.dataset_chooser import DatasetChooser
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column
from gui.widgets.plot_page import PlotPage
from gui.widgets.table_page import TablePage
from gui.widgets.vertical_scroll import VerticalScroll
from gui.widgets.wrapping_row import WrappingRow, titled

TABLE, PLOT = range(2)
TRAINING, TEST = range(2)


class DataPanel(Panel):
    """Data sets at a choice and how they are made, a table and a plot to edit, and counts of rows and columns."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE | Change.POINTED
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self.pages = QStackedWidget()
        self.editor = DataEditor(session, self.notice, self.pages)
        self.files = DataFiles(session, self.notice, self)
        self.model = DataModel(session, appearance, self.editor)
        self.table_page = TablePage(session, self.editor, self.model)
        self.table = self.table_page.table
        self._plot: PlotPage | None = None
        self.more = IconButton("more", self.tr("Import, export, paste"))
        self.chooser = DatasetChooser(self.editor, self.notice, self.more)
        self.dataset = self.chooser.dataset
        self.view = Choice(self.tr("Show as"), [self.tr("Table"), self.tr("Plot")])
        self.samples_of = Choice(self.tr("Samples"), ["", ""])
        self.samples = CountField(self.tr("Samples"), self._set_samples, self.notice)
        self.inputs = CountField(self.tr("Inputs"), self._set_inputs, self.notice)
        self.targets = CountField(self.tr("Targets"), self._set_targets, self.notice)
        self._lay_out()
        self._connect()

    @property
    def plot_page(self) -> PlotPage:
        """The plot with its tools, made when it is first wanted."""
        if self._plot is None:
            self._plot = PlotPage(self.session, self.appearance, self.editor, self.model, self.notice)
            self.pages.addWidget(self._plot)
        return self._plot

    def refresh(self, change: Change) -> None:
        """Show data, outputs, the selected sample and the one that is pointed at."""
        if change & Change.EXPERIMENT:
            self._show_data()
        elif change & Change.POSITION and self.view.index == TABLE:
            self.model.refresh_outputs()
        row = self.session.pointed.get(SAMPLES)
        pointed = None if row is None else self.session.sample_in(row)
        if self.view.index == PLOT:
            self.plot_page.show_sample(self.session.sample)
            self.plot_page.show_pointed(pointed)
        else:
            if change & (Change.SAMPLE | Change.EXPERIMENT):
                self.table_page.show_sample(self.session.sample)
            self.table_page.light(self.session.sample, pointed)

    def picture(self) -> QWidget:
        """Return the table or the plot."""
        return self.plot_page.plot if self.view.index == PLOT else self.table

    def numbers(self) -> str:
        """Return the samples that are shown."""
        return write_csv(self.session.experiment.data, test=self.editor.test)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the table and of the plot."""
        return [
            (self.tr("Copy the selected cells, or paste some"), "Ctrl+C, Ctrl+V"),
            (self.tr("Insert a row below the current one"), "Insert"),
            (self.tr("Remove the selected rows or points"), "Delete"),
            (self.tr("Plot: go to the next point"), "Tab"),
            (self.tr("Plot: move the selected points, or the cursor"), "←, →, ↑, ↓"),
            (self.tr("Plot: select what is between, all, or nothing"), "Shift+→, Ctrl+A, Esc"),
            (self.tr("Plot: add a point, or brush, at the cursor"), "Enter"),
        ]

    def import_csv(self, path: Path | None = None) -> None:
        """Ask which columns of a file are targets, and use its data; without a path, ask for the file, too."""
        if path is None:
            self.files.ask_for_csv()
        else:
            self.files.open_csv(path)

    def export_csv(self) -> None:
        """Ask for a file, and write the samples to learn from into it."""
        self.files.ask_where_to_export(test=False)

    def export_test_csv(self) -> None:
        """Ask for a file, and write the samples to test with into it."""
        self.files.ask_where_to_export(test=True)

    def paste_address(self) -> None:
        """Ask for an address of the Playground."""
        self.files.ask_for_address()

    def _lay_out(self) -> None:
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._more_menu())
        self.pages.addWidget(self.table_page)
        choices, self.counts = QWidget(), QWidget()
        WrappingRow(choices, self.view, self.samples_of)
        counts = ((self.tr("rows"), self.samples), (self.tr("x"), self.inputs), (self.tr("y"), self.targets))
        WrappingRow(self.counts, *(titled(title, field) for title, field in counts))
        content = styled(QWidget(), "panel")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.chooser, choices, self.pages, self.counts):
            layout.addWidget(widget)
        layout.setStretchFactor(self.pages, 1)
        column(self, VerticalScroll(content))

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Import CSV…"), self.files.ask_for_csv)
        menu.addAction(self.tr("Export training samples…"), self.export_csv)
        self.export_test = menu.addAction(self.tr("Export test samples…"), self.export_test_csv)
        menu.addAction(self.tr("Playground address…"), self.paste_address)
        return menu

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        self.samples_of.chosen.connect(self._on_samples_of)
        self.table_page.address_pasted.connect(self.files.ask_for_address)

    def _show_data(self) -> None:
        data = self.session.experiment.data
        tested = len(data.test_inputs)
        if self.editor.test and not tested:
            self.editor.test = False
            self.samples_of.show_index(TRAINING)
        texts = (self.tr("{count} train"), self.tr("{count} test"))
        for index, (text, count) in enumerate(zip(texts, (data.samples, tested), strict=True)):
            self.samples_of.button(index).setText(text.format(count=count_text(count)))
            self.samples_of.button(index).setAccessibleName(text.format(count=count_text(count)))
        self.samples_of.setVisible(tested > 0)
        self.export_test.setEnabled(tested > 0)
        self.samples.show_count(data.samples)
        self.inputs.show_count(data.input_count)
        self.targets.show_count(data.target_count)
        self.chooser.show_data()
        self.table_page.show_data()
        if self.view.index == PLOT:
            self.plot_page.show_data()

    def _on_view(self, index: int) -> None:
        self.pages.setCurrentWidget(self.plot_page if index == PLOT else self.table_page)
        self.counts.setVisible(index == TABLE)
        self.refresh(Change.EXPERIMENT)

    def _on_samples_of(self, index: int) -> None:
        self.editor.test = index == TEST
        self.table.show_row(None)
        self.refresh(Change.EXPERIMENT)

    def _set_samples(self, count: int) -> None:
        data = self.session.experiment.data
        self.editor.set_counts(count, data.input_count, data.target_count)

    def _set_inputs(self, count: int) -> None:
        data = self.session.experiment.data
        self.editor.set_counts(data.samples, count, data.target_count)

    def _set_targets(self, count: int) -> None:
        data = self.session.experiment.data
        self.editor.set_counts(data.samples, data.input_count, count)
