from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from core.csv_files import load_csv, write_csv
from core.datasets import preset_experiment
from core.playground import read_address
from gui.session import Session
from gui.widgets.address_dialog import AddressDialog
from gui.widgets.csv_dialog import CsvDialog
from gui.widgets.data_files import DataFiles
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE


class Owner(QWidget):
    """What the dialogs stand over."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.files = DataFiles(session, self.notice, self)

    def only(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog of a kind that is open."""
        (dialog,) = [dialog for dialog in self.findChildren(kind) if dialog.isVisible()]
        return dialog


@pytest.fixture
def owner(session: Session, show: Show) -> Owner:
    return show(Owner(session))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text("a,b,c\n0,1,2\n3,4,5\n", "utf-8")
    return path


def name_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "Tables (*.csv)"))


def take(owner: Owner) -> None:
    dialog = owner.only(CsvDialog)
    assert isinstance(dialog, CsvDialog)
    dialog.buttons.accepted.emit()


def test_a_file_is_chosen_asked_about_and_used_in_one_step(owner: Owner, session: Session, table: Path) -> None:
    owner.files.ask_for_csv()
    dialog = owner.only(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(table))
    take(owner)
    assert session.experiment.data == load_csv(table)
    assert session.undo_stack.undoText() == "Import data"
    session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_data_that_the_experiment_cannot_have_are_refused(owner: Owner, session: Session, table: Path) -> None:
    moons = preset_experiment("moons")
    session.use(moons, "use")
    owner.files.open_csv(table)
    take(owner)
    assert owner.notice.text() == "“binary_cross_entropy” needs targets between 0 and 1."
    assert session.experiment == moons


@pytest.mark.parametrize("test", [False, True], ids=["training", "test"])
def test_samples_are_exported(
    owner: Owner, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, test: bool
) -> None:
    session.use(preset_experiment("circle"), "use")
    name_file(monkeypatch, tmp_path / "out")
    owner.files.ask_where_to_export(test=test)
    assert (tmp_path / "out.csv").read_text("utf-8") == write_csv(session.experiment.data, test=test)


def test_what_cannot_be_exported_is_said(owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name_file(monkeypatch, tmp_path / "missing" / "out.csv")
    owner.files.ask_where_to_export(test=True)
    assert owner.notice.text() == "There are no samples for testing."
    owner.files.ask_where_to_export(test=False)
    assert owner.notice.text() == "“out.csv” cannot be written: No such file or directory."


def test_an_address_becomes_the_experiment(owner: Owner, session: Session) -> None:
    address = "https://playground.tensorflow.org/#dataset=spiral&networkShape=8"
    owner.files.ask_for_address(address)
    dialog = owner.only(AddressDialog)
    assert isinstance(dialog, AddressDialog)
    dialog.buttons.accepted.emit()
    assert session.experiment == read_address(address)[0]
    assert session.undo_stack.undoText() == "Use a Playground experiment"
