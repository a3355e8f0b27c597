from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.csv_files import read_csv
from core.data import Data
from gui.widgets.csv_dialog import PREVIEWED, CsvDialog
from tests.gui.conftest import Show

TEXT = "age,height,label\n" + "".join(f"{row},{row}.5,{row % 2}\n" for row in range(20))


class Asking:
    """A dialog about a file, and what it read."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        self.read: list[Data] = []
        self.dialog = CsvDialog(path, parent)
        self.dialog.read.connect(self.read.append)
        self.dialog.open()

    @property
    def ok(self) -> QPushButton:
        """The button that takes the data."""
        return self.dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


@pytest.fixture
def owner(show: Show) -> QWidget:
    return show(QWidget())


def asking(owner: QWidget, folder: Path, text: str = TEXT) -> Asking:
    path = folder / "people.csv"
    path.write_text(text, "utf-8")
    return Asking(path, owner)


def headings(dialog: CsvDialog) -> list[str]:
    model = dialog.preview.model()
    columns = range(model.columnCount())
    return [str(model.headerData(at, Qt.Orientation.Horizontal)).strip() for at in columns]


def test_the_first_rows_and_what_the_file_holds_are_shown_at_once(owner: QWidget, tmp_path: Path) -> None:
    dialog = asking(owner, tmp_path).dialog
    assert dialog.windowTitle() == "Data from “people.csv”"
    assert headings(dialog) == ["age", "height", "target label"]
    assert dialog.preview.rowCount() == PREVIEWED
    assert [dialog.preview.model().index(1, at).data() for at in range(3)] == ["1", "1.500", "1"]
    assert dialog.sentence.text() == "Samples: 20, inputs of each: 2, targets: 1."


def test_the_last_columns_are_targets_as_many_as_are_wanted(owner: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    asked = asking(owner, tmp_path)
    qtbot.mouseClick(asked.dialog.targets.more, Qt.MouseButton.LeftButton)
    assert headings(asked.dialog) == ["age", "target height", "target label"]
    qtbot.mouseClick(asked.ok, Qt.MouseButton.LeftButton)
    assert asked.read == [read_csv(TEXT, 2)]
    assert asked.dialog.isHidden()


def test_columns_without_names_are_numbered(owner: QWidget, tmp_path: Path) -> None:
    assert headings(asking(owner, tmp_path, "1,2,3\n").dialog) == ["x₁", "x₂", "target y₁"]


def test_a_refusal_is_said_at_once_and_goes_with_its_cause(owner: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    asked = asking(owner, tmp_path)
    for _ in range(2):
        qtbot.mouseClick(asked.dialog.targets.more, Qt.MouseButton.LeftButton)
    assert asked.dialog.sentence.text() == "The table needs 4 columns at least, inputs first; it has 3."
    assert not asked.ok.isEnabled()
    assert asked.dialog.preview.rowCount() == 0
    qtbot.mouseClick(asked.dialog.targets.fewer, Qt.MouseButton.LeftButton)
    assert asked.ok.isEnabled()


def test_a_count_that_cannot_be_leaves_the_one_that_was(owner: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    asked = asking(owner, tmp_path)
    qtbot.mouseClick(asked.dialog.targets.fewer, Qt.MouseButton.LeftButton)
    assert asked.dialog.targets.field.text() == "1"
    assert asked.ok.isEnabled()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"1,2\n3,four\n", "Row 2, column 2: “four” is not a number."),
        (b"\x00\x01", "The file is no text; save the table as CSV."),
        (b"", "The table is empty."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    owner: QWidget, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    asked = Asking(path, owner)
    assert asked.dialog.sentence.text() == sentence
    assert not asked.ok.isEnabled()


def test_a_file_that_is_not_there_is_refused_too(owner: QWidget, tmp_path: Path) -> None:
    asked = Asking(tmp_path / "gone.csv", owner)
    assert asked.dialog.sentence.text() == "“gone.csv” cannot be read: No such file or directory."
    assert not asked.ok.isEnabled()
    assert not asked.dialog.targets.isEnabled()
    asked.dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert asked.read == []
