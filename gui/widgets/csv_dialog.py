"""Data from a CSV file: asks which columns are the targets, and shows at once what is read, or why nothing is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.csv_files import load_text, read_csv
from core.data import COLUMNS, Data
from core.numerals import format_number
from core.text import RefusalError, translatable
from gui.names import input_name, target_name
from gui.text import count_text, refusal_text
from gui.theme import number_font, styled
from gui.widgets.count_field import CountField
from gui.widgets.notice import Notice
from gui.widgets.wrapping_row import titled

PREVIEWED = 6  # rows


class CsvDialog(QDialog):
    """Shows the beginning of a table; `read` carries its Data when the learner takes them."""

    read = Signal(object)

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self._text = ""
        self._data: Data | None = None
        self.setWindowTitle(self.tr("Data from “{file}”").format(file=path.name))
        self.targets = CountField(self.tr("Columns that are targets, the last ones"), self._set_targets, Notice(self))
        self.preview = QTableWidget()
        self.preview.setAccessibleName(self.tr("The first rows"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setFont(number_font(11))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Use these data"))
        layout = QVBoxLayout(self)
        layout.addWidget(titled(self.tr("The last columns are targets; how many:"), self.targets))
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.sentence)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.resize(420, 340)
        self._load()

    def _load(self) -> None:
        """Read the file once; how many columns are targets can then change quickly."""
        try:
            self._text = load_text(self._path)
        except OSError as error:
            self._refuse(
                RefusalError(
                    translatable("core", "“{file}” cannot be read: {reason}."),
                    file=self._path.name,
                    reason=error.strerror,
                )
            )
            self.targets.setEnabled(False)
        except RefusalError as refusal:
            self._refuse(refusal)
            self.targets.setEnabled(False)
        else:
            self._set_targets(1)

    def _set_targets(self, count: int) -> None:
        COLUMNS.require(translatable("core", "number of targets"), count, "")
        self.targets.show_count(count)
        try:
            self._show(read_csv(self._text, count))
        except RefusalError as refusal:
            self._refuse(refusal)

    def _show(self, data: Data) -> None:
        self._data = data
        inputs, targets = data.input_count, data.target_count
        names = [input_name(data, number) for number in range(inputs)]
        names += [target_name(data, number) for number in range(targets)]
        rows = data.rows()[:PREVIEWED]
        self.preview.setColumnCount(len(names))
        self.preview.setRowCount(len(rows))
        for column, name in enumerate(names):
            heading = self.tr("target {name}").format(name=name) if column >= inputs else name
            self.preview.setHorizontalHeaderItem(column, QTableWidgetItem(f" {heading} "))
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                self.preview.setItem(row, column, QTableWidgetItem(format_number(value)))
        self.preview.resizeColumnsToContents()
        sentence = self.tr("Samples: {samples}, inputs of each: {inputs}, targets: {targets}.")
        self._say(sentence.format(samples=count_text(data.samples), inputs=inputs, targets=targets), usable=True)

    def _refuse(self, refusal: RefusalError) -> None:
        self._data = None
        self.preview.setRowCount(0)
        self.preview.setColumnCount(0)
        self._say(refusal_text(refusal), usable=False)

    def _say(self, sentence: str, *, usable: bool) -> None:
        styled(self.sentence, "quiet" if usable else "notice")
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(usable)

    def _on_accepted(self) -> None:
        self.accept()
        self.read.emit(self._data)
