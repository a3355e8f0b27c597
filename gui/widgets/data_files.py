"""Data from files and into them, and whole experiments from an address: what is asked for by dialogs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from core.csv_files import write_csv
from core.data import Data
from core.disk import write_atomically
from core.experiment import Experiment
from gui.session import Session
from gui.widgets.address_dialog import AddressDialog
from gui.widgets.csv_dialog import CsvDialog
from gui.widgets.notice import Notice
from gui.widgets.saving import ask_where_to_save


class DataFiles(QObject):
    """Opens the dialogs over `owner`; what is refused is said there."""

    def __init__(self, session: Session, notice: Notice, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._notice, self._owner = session, notice, owner

    def ask_for_csv(self) -> None:
        """Ask for a file, and for which of its columns are targets."""
        dialog = QFileDialog(self._owner, self.tr("Import data"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        _open(dialog)

    def open_csv(self, path: Path) -> None:
        """Ask which columns of a file are targets, and use its data."""
        dialog = CsvDialog(path, self._owner)
        dialog.read.connect(self._on_data)
        _open(dialog)

    def ask_where_to_export(self, *, test: bool) -> None:
        """Ask for a file, and write the samples to learn from, or those to test with, into it."""
        self._notice.attempt(partial(self._export, test), self._owner)

    def ask_for_address(self, address: str = "") -> None:
        """Ask for an address of the Playground, and use the experiment it stands for."""
        dialog = AddressDialog(self._owner, address)
        dialog.read.connect(self._on_experiment)
        _open(dialog)

    def _export(self, test: bool) -> None:
        content = write_csv(self._session.experiment.data, test=test).encode()
        title = self.tr("Export the test samples") if test else self.tr("Export the training samples")
        suggested = "gyaku_test.csv" if test else "gyaku_training.csv"
        if path := ask_where_to_save(self._owner, title, suggested, self.tr("Tables (*.csv)")):
            write_atomically(path, content)

    def _on_file(self, name: str) -> None:
        self.open_csv(Path(name))

    def _on_data(self, data: Data) -> None:
        experiment = self._session.experiment
        self._notice.attempt(
            lambda: self._session.edit(experiment.with_data(data), self.tr("Import data")), self._owner
        )

    def _on_experiment(self, experiment: Experiment) -> None:
        self._session.use(experiment, self.tr("Use a Playground experiment"))


def _open(dialog: QFileDialog | CsvDialog | AddressDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
