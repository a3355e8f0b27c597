import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS, DatasetOptions, preset_experiment
from core.datasets.dataset import Dataset
from gui.session import Session
from gui.widgets.data_editor import DataEditor
from gui.widgets.dataset_chooser import DatasetChooser
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE


class Owner(QWidget):
    """A chooser that is shown anew at each change, as its panel does it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.chooser = DatasetChooser(DataEditor(session, self.notice, self), self.notice, QPushButton("more"))
        QVBoxLayout(self).addWidget(self.chooser)
        self.chooser.show_data()
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what has changed."""
        self.chooser.show_data()


@pytest.fixture
def owner(session: Session, show: Show) -> Owner:
    return show(Owner(session), 320, 200)


@pytest.fixture
def chooser(owner: Owner) -> DatasetChooser:
    return owner.chooser


def choose(chooser: DatasetChooser, name: str) -> None:
    index = chooser.dataset.findData(name)
    chooser.dataset.setCurrentIndex(index)
    chooser.dataset.activated.emit(index)


def test_the_set_is_shown_and_other_data_are_the_learners_own(chooser: DatasetChooser, session: Session) -> None:
    assert chooser.dataset.currentText() == "XOR"
    session.edit(ARTICLE.with_data(ARTICLE.data.with_value(0, 0, 0.5)), "edit")
    assert chooser.dataset.currentText() == "own data"
    session.undo_stack.undo()
    assert chooser.dataset.currentText() == "XOR"


def test_a_set_is_chosen_in_one_step_and_its_options_unfold_where_it_is_random(
    chooser: DatasetChooser, session: Session
) -> None:
    choose(chooser, "circle")
    assert session.experiment.data == DATASETS["circle"].make()
    assert chooser.fields.isVisible()
    choose(chooser, "and")
    assert session.experiment.data == DATASETS["and"].make()
    assert chooser.fields.isHidden()
    assert session.undo_stack.undoText() == "Choose a data set"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_options_make_the_data_anew_and_are_found_again_by_undo(chooser: DatasetChooser, session: Session) -> None:
    choose(chooser, "circle")
    for noise in (5, 20, 30):
        chooser.fields.noise.setValue(noise)
    options = DatasetOptions(samples=500, test_share=0.5, noise=30.0)
    assert session.experiment.data == DATASETS["circle"].make(options)
    assert session.undo_stack.index() == 2
    assert chooser.dataset.currentData() == "circle"
    session.undo_stack.undo()
    assert (chooser.dataset.currentData(), chooser.fields.noise.value()) == ("circle", 0)
    session.undo_stack.redo()
    assert (chooser.dataset.currentData(), chooser.fields.noise.value()) == ("circle", 30)


def test_own_data_is_no_set_that_can_be_chosen(chooser: DatasetChooser, session: Session) -> None:
    chooser.dataset.setCurrentIndex(chooser.dataset.count() - 1)
    chooser.dataset.activated.emit(chooser.dataset.count() - 1)
    assert session.experiment == ARTICLE
    assert chooser.dataset.currentText() == "XOR"


def test_a_set_that_does_not_fit_is_refused_and_the_old_one_stays(owner: Owner, session: Session) -> None:
    moons = preset_experiment("moons")
    session.use(moons, "use")
    choose(owner.chooser, "circle")
    assert owner.notice.text() == "“binary_cross_entropy” needs targets between 0 and 1."
    assert session.experiment == moons
    assert owner.chooser.dataset.currentData() == "moons"


def test_features_are_chosen_one_by_one(owner: Owner, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(owner.chooser.unfold, Qt.MouseButton.LeftButton)
    assert owner.chooser.features.isVisible()
    x, y, squared, *_ = owner.chooser.features.menu().actions()
    squared.trigger()
    assert session.experiment.data.features == ("x", "y", "x_squared")
    assert session.experiment.sizes == (3, 2, 1)
    assert owner.chooser.dataset.currentText() == "XOR"
    for action in (squared, x, y):
        action.trigger()
    assert session.experiment.data == replace(ARTICLE.data, features=("y",))
    assert owner.notice.text() == "The network needs one input at least."
    assert y.isChecked()


def test_it_makes_no_set_that_the_data_cannot_be(session: Session, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = Dataset.make

    def counted(dataset: Dataset, options: DatasetOptions | None = None) -> object:
        made.append(dataset.name)
        return make(dataset, options)

    monkeypatch.setattr(Dataset, "make", counted)
    owner = show(Owner(session))
    owner.refresh()
    session.run_epoch()
    assert made == ["xor"]
