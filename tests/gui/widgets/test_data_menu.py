import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from gui.session import Session
from gui.theme import Appearance
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_menu import DataMenu
from gui.widgets.data_model import DataModel
from gui.widgets.data_table import DataTable
from gui.widgets.notice import Notice
from tests.gui.conftest import Show, free_deleted
from tests.gui.runs import ARTICLE, experiment_of

TESTED = replace(ARTICLE.data, test_inputs=((0.5, 0.5),), test_targets=((1.0,),))
ROWS = ["Insert a row above", "Insert a row below", "Move to the test samples", "Remove"]
CLIPBOARD = ["", "Copy", "Copy the whole table", "Paste"]


class Owner(QWidget):
    """What a menu is about."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.editor = DataEditor(session, Notice(self), self)
        self.model = DataModel(session, appearance, self.editor)
        self.table = DataTable(self.model)
        self.table.setParent(self)
        self.model.refresh()

    def cell_menu(self, row: int, column: int) -> DataMenu:
        """Return the menu of a cell."""
        self.model.refresh()
        menu = DataMenu(self)
        menu.fill_for_cell(self.table, self.model, self.editor, row, column)
        return menu

    def points_menu(self, *points: int) -> DataMenu:
        """Return the menu of points."""
        menu = DataMenu(self)
        menu.fill_for_points(self.editor, list(points))
        return menu


@pytest.fixture
def owner(session: Session, appearance: Appearance, show: Show) -> Owner:
    return show(Owner(session, appearance))


def texts(menu: DataMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choose(menu: DataMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_cell_offers_what_can_be_done_with_its_row_and_column(owner: Owner, session: Session) -> None:
    assert texts(owner.cell_menu(0, 0)) == [*ROWS, "Remove this input", *CLIPBOARD]
    assert texts(owner.cell_menu(0, 2)) == [*ROWS, *CLIPBOARD]
    assert texts(owner.cell_menu(0, 3)) == [*ROWS, *CLIPBOARD]
    session.use(experiment_of(1, 2, samples=1), "use")
    assert texts(owner.cell_menu(0, 0)) == [*ROWS[:2], *CLIPBOARD]
    assert texts(owner.cell_menu(0, 2)) == [*ROWS[:2], "Remove this target", *CLIPBOARD]


def test_entries_do_what_they_say(owner: Owner, session: Session) -> None:
    choose(owner.cell_menu(1, 0), "Insert a row below")
    assert session.experiment.data == ARTICLE.data.with_sample(2)
    choose(owner.cell_menu(2, 0), "Remove")
    assert session.experiment.data == ARTICLE.data
    choose(owner.cell_menu(3, 0), "Move to the test samples")
    assert session.experiment.data.rows(test=True) == ((1, 1, 0),)
    choose(owner.cell_menu(0, 1), "Remove this input")
    assert session.experiment.data.input_count == 1


def test_all_selected_rows_are_meant_where_the_cell_is_among_them(owner: Owner, session: Session) -> None:
    owner.table.setCurrentIndex(owner.model.index(0, 0))
    owner.table.selectAll()
    session.use(ARTICLE.with_data(TESTED), "use")
    choose(owner.cell_menu(2, 0), "Move to the test samples")
    assert session.experiment.data == TESTED
    owner.table.setCurrentIndex(owner.model.index(1, 0))
    choose(owner.cell_menu(2, 0), "Remove")
    assert session.experiment.data == TESTED.without_samples({2})


def test_points_offer_the_other_set_and_the_classes(owner: Owner, session: Session) -> None:
    session.use(ARTICLE.with_data(TESTED), "use")
    learned, tested = "Move to the test samples", "Move to the training samples"
    classes = ["", "Class ■ 0", "Class ● 1"]
    assert texts(owner.points_menu(0)) == [learned, "Remove", *classes]
    assert texts(owner.points_menu(4)) == [tested, "Remove", *classes]
    assert texts(owner.points_menu(0, 4)) == [learned, tested, "Remove", *classes]
    choose(owner.points_menu(0, 1), "Class ● 1")
    assert session.experiment.data.targets == ((1,), (1,), (1,), (0,))
    choose(owner.points_menu(4), tested)
    assert session.experiment.data.rows()[4] == (0.5, 0.5, 1)


def test_a_menu_that_was_closed_is_freed(owner: Owner) -> None:
    menu = owner.cell_menu(0, 0)
    freed: list[bool] = []
    menu.destroyed.connect(lambda: freed.append(True))
    menu.aboutToHide.emit()
    free_deleted()
    assert freed == [True]
