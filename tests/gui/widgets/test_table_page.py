import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.operations import SAMPLES
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_menu import DataMenu
from gui.widgets.data_model import DataModel
from gui.widgets.notice import Notice
from gui.widgets.table_page import TablePage
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE

TESTED = replace(ARTICLE.data, test_inputs=((0.5, 0.5), (2.0, 2.0)), test_targets=((1.0,), (0.0,)))


class Owner(QWidget):
    """The page, shown anew at each change as its panel does it."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.editor = DataEditor(session, self.notice, self)
        self.model = DataModel(session, appearance, self.editor)
        self.page = TablePage(session, self.editor, self.model)
        QVBoxLayout(self).addWidget(self.page)
        session.changed.connect(self.page.show_data)
        self.page.show_data()


@pytest.fixture
def owner(session: Session, appearance: Appearance, show: Show) -> Owner:
    return show(Owner(session, appearance), 300, 300)


def show_tested(owner: Owner, session: Session) -> Owner:
    session.use(ARTICLE.with_data(TESTED), "use")
    owner.editor.test = True
    owner.page.show_data()
    return owner


def lit(owner: Owner) -> list[int]:
    """Return the rows that stand out."""
    indices = [owner.model.index(row, 0) for row in range(owner.model.rowCount())]
    return [index.row() for index in indices if index.data(Qt.ItemDataRole.BackgroundRole) is not None]


def test_a_row_is_the_sample_that_is_looked_at(owner: Owner, session: Session) -> None:
    owner.page.table.setCurrentIndex(owner.model.index(3, 0))
    assert session.sample == 3
    owner.page.show_sample(2)
    assert owner.page.table.currentIndex().row() == 2
    owner.page.light(2, 0)
    assert lit(owner) == [0, 2]


def test_a_row_under_the_pointer_is_pointed_at_by_its_row_of_the_batch(owner: Owner, session: Session) -> None:
    session.use(ARTICLE.with_training(batch_size=3, shuffle=True), "use")
    session.step()
    for sample in range(4):
        owner.page.table.row_pointed.emit(sample)
        row = session.row_of(sample)
        assert session.pointed == ({} if row is None else {SAMPLES: row})
    owner.page.table.row_pointed.emit(None)
    assert session.pointed == {}


def test_rows_to_test_with_are_neither_looked_nor_pointed_at(owner: Owner, session: Session) -> None:
    show_tested(owner, session)
    before = session.sample
    owner.page.table.setCurrentIndex(owner.model.index(0, 0))
    owner.page.table.row_pointed.emit(0)
    assert (session.sample, session.pointed) == (before, {})
    owner.page.light(0, 1)
    assert lit(owner) == []
    owner.page.show_sample(1)
    assert owner.page.table.currentIndex().row() == 0


def test_rows_are_removed_from_what_is_shown(owner: Owner, session: Session, qtbot: QtBot) -> None:
    show_tested(owner, session)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    owner.page.table.selectionModel().setCurrentIndex(owner.model.index(1, 0), flags)
    qtbot.keyClick(owner.page.table, Qt.Key.Key_Delete)
    assert session.experiment.data.rows(test=True) == ((0.5, 0.5, 1),)
    assert session.experiment.data.samples == 4


def test_a_row_is_inserted_and_cells_are_pasted(owner: Owner, session: Session) -> None:
    owner.page.table.inserted.emit(2)
    assert session.experiment.data == ARTICLE.data.with_sample(2)
    owner.page.table.pasted.emit(0, 0, "9")
    assert session.experiment.data.inputs[0] == (9, 0)
    owner.page.table.pasted.emit(0, 0, "nine")
    assert owner.notice.text() == "Row 1, column 1: “nine” is not a number."


def test_an_address_is_told_and_not_pasted(owner: Owner, session: Session) -> None:
    told: list[str] = []
    owner.page.address_pasted.connect(told.append)
    owner.page.table.pasted.emit(0, 0, "https://playground.tensorflow.org/#noise=5")
    assert told == ["https://playground.tensorflow.org/#noise=5"]
    assert session.experiment == ARTICLE


def test_a_cell_has_a_menu_and_what_is_no_cell_has_none(owner: Owner, qtbot: QtBot) -> None:
    table = owner.page.table
    table.customContextMenuRequested.emit(table.viewport().rect().bottomRight())
    assert QApplication.activePopupWidget() is None
    table.customContextMenuRequested.emit(table.visualRect(owner.model.index(1, 1)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, DataMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
