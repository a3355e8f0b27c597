import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from core.data import Data
from core.datasets import DATASETS, DatasetOptions
from gui.session import Session
from gui.widgets.data_editor import DataEditor
from gui.widgets.notice import Notice
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, experiment_of

XOR = ARTICLE.data
TESTED = replace(XOR, test_inputs=((5.0, 6.0), (7.0, 8.0)), test_targets=((0.0,), (1.0,)))


class Place(QWidget):
    """Where refusals are said."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.notice = Notice(self)
        self.editor = DataEditor(session, self.notice, self)


@pytest.fixture
def place(session: Session, show: Show) -> Place:
    return show(Place(session))


@pytest.fixture
def editor(place: Place) -> DataEditor:
    return place.editor


@pytest.fixture
def tested(editor: DataEditor, session: Session) -> DataEditor:
    session.use(ARTICLE.with_data(TESTED), "use")
    return editor


def steps(session: Session) -> list[str]:
    """Return the names of the edits that can be undone."""
    stack = session.undo_stack
    return [stack.text(at) for at in range(stack.index())]


def test_each_edit_is_one_step_with_a_name(editor: DataEditor, session: Session) -> None:
    editor.set_value(0, 0, "0.5")
    editor.paste(0, 0, "1\t2")
    editor.insert(4)
    editor.remove([4])
    editor.remove_column(0)
    editor.set_counts(4, 2, 1)
    editor.use_feature("x_squared", used=True)
    editor.add_points(((1.0, 1.0, 1.0),))
    editor.move_points([0], (0, 1), np.array([[9.0, 9.0]]), "key")
    editor.set_targets([0], (7.0,))
    editor.exchange([0], test=True)
    assert steps(session) == [
        "Change a value",
        "Paste cells",
        "Insert a row",
        "Remove samples",
        "Remove a column",
        "Change the size of the data",
        "Choose the features",
        "Add a point",
        "Move points",
        "Change the target of points",
        "Move to the test samples",
    ]
    for _ in range(session.undo_stack.index()):
        session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_what_is_refused_is_said_and_changes_nothing(place: Place, session: Session) -> None:
    place.editor.paste(0, 0, "1\tone")
    assert place.notice.text() == "Row 1, column 2: “one” is not a number."
    assert place.notice.isVisible()
    assert not place.editor.set_value(0, 0, "nan")
    assert session.experiment == ARTICLE
    assert steps(session) == []
    assert place.editor.set_value(0, 0, "2")
    assert place.notice.isHidden()


def test_a_block_grows_rows(editor: DataEditor) -> None:
    editor.paste(3, 1, "0.5\t1\n0.25\t0")
    assert editor.data.rows()[3:] == ((1.0, 0.5, 1.0), (0.0, 0.25, 0.0))


def test_rows_of_the_table_are_those_that_are_shown(tested: DataEditor) -> None:
    assert tested.points([0, 1]) == [0, 1]
    tested.test = True
    assert tested.points([0, 1]) == [4, 5]
    tested.set_value(1, 2, "9")
    tested.insert(0)
    assert tested.data.rows(test=True) == ((0.0, 0.0, 0.0), (5.0, 6.0, 0.0), (7.0, 8.0, 9.0))
    assert tested.data.rows() == XOR.rows()


def test_points_are_all_samples_counted_through(tested: DataEditor) -> None:
    tested.move_points([3, 4], (1, 0), np.array([[0.25, 0.5], [2.0, 3.0]]), "key")
    assert tested.data.rows()[3] == (0.5, 0.25, 0.0)
    assert tested.data.rows(test=True)[0] == (3.0, 2.0, 0.0)
    tested.set_targets([0, 5], (4.0,))
    assert (tested.data.targets[0], tested.data.test_targets[1]) == ((4.0,), (4.0,))
    tested.remove([0, 5])
    assert (tested.data.samples, len(tested.data.test_inputs)) == (3, 1)


def test_samples_are_moved_between_training_and_test(tested: DataEditor) -> None:
    tested.exchange([1, 4], test=True)
    assert tested.data.rows(test=True) == (*TESTED.rows(test=True), XOR.rows()[1])
    tested.exchange([0, 3], test=False)
    assert tested.data.rows()[-1] == (5.0, 6.0, 0.0)


def test_new_points_are_of_the_samples_that_are_shown(tested: DataEditor) -> None:
    tested.test = True
    assert tested.add_points(((1.0, 2.0, 0.0),))
    assert tested.data.rows(test=True)[-1] == (1.0, 2.0, 0.0)
    tested.test = False
    assert tested.add_points(((3.0, 4.0, 0.0),))
    assert tested.data.rows()[-1] == (3.0, 4.0, 0.0)


def test_a_stroke_of_the_brush_and_a_drag_are_one_step_each(editor: DataEditor, session: Session) -> None:
    for _ in range(3):
        editor.add_points(((0.5, 0.5, 1.0),), "stroke")
    for place in (0.1, 0.2, 0.3):
        editor.move_points([0], (0, 1), np.array([[place, place]]), "drag")
    assert steps(session) == ["Brush points", "Move points"]
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.experiment == ARTICLE


def test_it_is_said_which_rows_were_removed(tested: DataEditor, session: Session) -> None:
    said: list[str] = []
    session.announced.connect(said.append)
    tested.remove([2])
    tested.remove([3])
    tested.remove([0, 1])
    assert [sentence for sentence in said if "removed" in sentence] == [
        "Row 3 was removed.",
        "Row 1 was removed.",
        "2 rows were removed.",
    ]


def test_the_last_sample_stays(place: Place, session: Session) -> None:
    place.editor.remove(range(4))
    assert session.experiment == ARTICLE
    assert place.notice.text() == "The data needs 1 to 100,000 samples, not 0."


def test_a_data_set_keeps_the_features_where_it_has_as_many_inputs(editor: DataEditor, session: Session) -> None:
    editor.use_feature("x_squared", used=True)
    options = DatasetOptions(samples=8)
    made = editor.made_of("circle", options)
    assert made == replace(DATASETS["circle"].make(options), features=("x", "y", "x_squared"))
    assert editor.made_of("parity_3", options).features == ()
    session.use(experiment_of(3, 2, 1), "use")
    assert editor.made_of("circle", options) == DATASETS["circle"].make(options)


def test_ten_thousand_points_can_be_moved(editor: DataEditor, session: Session) -> None:
    count = 10_000
    session.use(ARTICLE.with_data(Data(((0.0, 0.0),) * count, ((1.0,),) * count)), "use")
    editor.move_points(range(count), (0, 1), np.ones((count, 2)), "drag")
    assert set(editor.data.inputs) == {(1.0, 1.0)}
