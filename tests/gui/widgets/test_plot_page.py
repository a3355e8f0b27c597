import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.data import Data
from core.datasets import DATASETS
from core.operations import SAMPLES
from gui.session import Session
from gui.theme import Appearance
from gui.widgets.data_editor import DataEditor
from gui.widgets.data_menu import DataMenu
from gui.widgets.data_model import DataModel
from gui.widgets.data_plot import Tool
from gui.widgets.notice import Notice
from gui.widgets.plot_page import PlotPage
from tests.gui.conftest import Show
from tests.gui.pointer import leave, move_to, press, release
from tests.gui.runs import ARTICLE

LEFT = Qt.MouseButton.LeftButton
TESTED = replace(ARTICLE.data, test_inputs=((0.5, 0.5),), test_targets=((1.0,),))


class Owner(QWidget):
    """The page, refreshed at each change as its panel does it."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        notice = Notice(self)
        self.editor = DataEditor(session, notice, self)
        self.page = PlotPage(session, appearance, self.editor, DataModel(session, appearance, self.editor), notice)
        QVBoxLayout(self).addWidget(self.page)
        self.page.show_data()
        self._session = session
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what has changed."""
        self.page.show_data()
        self.page.show_sample(self._session.sample)


@pytest.fixture
def owner(session: Session, appearance: Appearance, show: Show) -> Owner:
    return show(Owner(session, appearance), 320, 320)


@pytest.fixture
def page(owner: Owner) -> PlotPage:
    return owner.page


def at(page: PlotPage, point: int | None) -> QPoint:
    return page.plot.place_of(point).toPoint()


def choose(page: PlotPage, tool: Tool) -> None:
    page.tools.tool.button(tool).click()


def steps(session: Session) -> list[str]:
    return [session.undo_stack.text(at) for at in range(session.undo_stack.index())]


def test_a_point_is_added_with_the_class_that_is_chosen(page: PlotPage, session: Session, qtbot: QtBot) -> None:
    choose(page, Tool.ADD)
    page.tools.classes.setCurrentIndex(0)
    qtbot.mouseClick(page.plot, LEFT, pos=at(page, None))
    data = session.experiment.data
    assert data.inputs[4] == pytest.approx((0.5, 0.5), abs=0.02)
    assert data.targets[4] == (0,)
    assert session.sample == 4
    assert page.plot.selected == {4}
    assert steps(session) == ["Add a point"]


def test_a_point_is_added_to_the_samples_that_are_shown(owner: Owner, session: Session, qtbot: QtBot) -> None:
    owner.editor.test = True
    choose(owner.page, Tool.ADD)
    qtbot.mouseClick(owner.page.plot, LEFT, pos=at(owner.page, None))
    assert (session.experiment.data.samples, len(session.experiment.data.test_inputs)) == (4, 1)
    assert session.sample is None
    assert owner.page.plot.selected == {4}


def test_a_drag_is_one_edit_that_can_be_undone(page: PlotPage, session: Session) -> None:
    start = at(page, 3)
    press(page.plot, start)
    for step in range(1, 6):
        move_to(page.plot, start - QPoint(4 * step, 0), LEFT)
    release(page.plot, start - QPoint(20, 0))
    x, y = session.experiment.data.inputs[3]
    assert 0.5 < x < 1 == y
    assert steps(session) == ["Move points"]
    session.undo_stack.undo()
    assert session.experiment == ARTICLE
    assert page.plot.points.places[3].tolist() == [1, 1]


def test_two_drags_are_two_edits(page: PlotPage, session: Session) -> None:
    for _ in range(2):
        start = at(page, 3)
        press(page.plot, start)
        move_to(page.plot, start - QPoint(10, 0), LEFT)
        release(page.plot, start - QPoint(10, 0))
    assert steps(session) == ["Move points"] * 2


def test_a_stroke_of_the_brush_is_one_edit(page: PlotPage, session: Session) -> None:
    choose(page, Tool.BRUSH)
    start = at(page, None)
    press(page.plot, start)
    for step in range(1, 5):
        move_to(page.plot, start + QPoint(9 * step, 0), LEFT)
    release(page.plot, start)
    data = session.experiment.data
    assert data.samples == 4 + 5 * 3
    assert set(data.targets[4:]) == {(1,)}
    assert steps(session) == ["Brush points"]


def test_delete_removes_the_selected_points(page: PlotPage, session: Session, qtbot: QtBot) -> None:
    page.plot.select(frozenset({0, 3}))
    qtbot.keyClick(page.plot, Qt.Key.Key_Delete)
    assert session.experiment.data.inputs == ((0, 1), (1, 0))
    assert page.plot.selected == {session.sample} == {0}


def test_the_selected_point_is_the_sample_that_is_looked_at(page: PlotPage, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.plot, LEFT, pos=at(page, 2))
    assert session.sample == 2
    session.select_sample(0)
    assert page.plot.selected == {0}


def test_a_point_to_test_with_is_no_sample_to_look_at(page: PlotPage, session: Session, qtbot: QtBot) -> None:
    session.use(ARTICLE.with_data(TESTED), "use")
    qtbot.mouseClick(page.plot, LEFT, pos=at(page, 4))
    assert session.sample is None
    assert page.plot.selected == {4}
    assert page.plot.accessibleDescription() == "test sample 1: x₁ = 0.5000, x₂ = 0.5000, target = 1"
    session.select_sample(1)
    assert page.plot.selected == {1}


def test_the_sample_under_the_pointer_is_pointed_at_by_its_row(page: PlotPage, session: Session) -> None:
    session.use(ARTICLE.with_data(TESTED).with_training(batch_size=3, shuffle=True), "use")
    session.step()
    for sample in range(4):
        move_to(page.plot, at(page, sample))
        row = session.row_of(sample)
        assert session.pointed == ({} if row is None else {SAMPLES: row})
    move_to(page.plot, at(page, 4))
    assert session.pointed == {}
    move_to(page.plot, at(page, 0))
    leave(page.plot)
    assert session.pointed == {}
    page.show_pointed(2)
    assert page.plot.lit == 2


def test_axes_are_two_inputs_or_one_and_its_target(page: PlotPage, session: Session) -> None:
    session.use(ARTICLE.with_data(DATASETS["parity_3"].make()), "use")
    page.tools.axes_chosen.emit((1, 2))
    np.testing.assert_array_equal(page.plot.points.places, np.array(session.experiment.data.inputs)[:, 1:])
    session.use(ARTICLE.with_data(Data(((1.0,), (2.0,)), ((0.0,), (5.0,)))), "use")
    assert page.plot.points.places.tolist() == [[1, 0], [2, 5]]


def test_of_one_input_a_click_gives_the_target_too(page: PlotPage, session: Session, qtbot: QtBot) -> None:
    session.use(ARTICLE.with_data(Data(((0.0,), (1.0,), (1.0,)), ((0.0,), (1.0,), (3.0,)))), "use")
    choose(page, Tool.ADD)
    qtbot.mouseClick(page.plot, LEFT, pos=at(page, None))
    assert session.experiment.data.rows()[3] == pytest.approx((0.5, 1.5), abs=0.03)


def test_the_legend_says_what_shapes_and_rims_mean(page: PlotPage, session: Session) -> None:
    assert page.legend.text() == "■ 0  ● 1"
    session.use(ARTICLE.with_data(TESTED), "use")
    assert page.legend.text() == "■ 0  ● 1 · bold rim: test"
    session.use(ARTICLE.with_data(DATASETS["plane"].make()), "use")
    assert page.legend.text() == "■ below 0, ● above · bold rim: test"


def test_the_menu_of_points_is_only_for_some(page: PlotPage, qtbot: QtBot) -> None:
    page.plot.menu_wanted.emit(QPoint(0, 0))
    assert QApplication.activePopupWidget() is None
    page.plot.select(frozenset({1}))
    page.plot.menu_wanted.emit(page.plot.mapToGlobal(at(page, 1)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, DataMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_the_spread_goes_to_the_brush(page: PlotPage) -> None:
    page.tools.spread.setValue(11)
    assert page.plot.spread == 0.11
