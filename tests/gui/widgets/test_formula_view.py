import numpy as np
import pytest

from gui.theme import DARK, LIGHT, Appearance, Mode
from gui.widgets.formula_view import FormulaView
from tests.gui.conftest import Show
from tests.gui.looks import count_of, is_blank, pixels

LATEX = r"z^{(1)} = X\,W^{(1)} + b^{(1)}"


@pytest.fixture
def view(show: Show, appearance: Appearance) -> FormulaView:  # noqa: ARG001
    view = show(FormulaView(), 400, 60)
    view.show_formula(LATEX, "z of layer 1")
    return view


def ink(view: FormulaView) -> tuple[int, int]:
    """Return the first and the last column in which something is drawn."""
    shown = pixels(view)
    columns = np.flatnonzero((shown != shown[-1, -1]).any(axis=(0, 2)))
    return int(columns[0]), int(columns[-1])


def test_a_formula_is_drawn_at_the_left_at_its_own_size(view: FormulaView) -> None:
    first, last = ink(view)
    assert first < 10
    assert last == pytest.approx(view.sizeHint().width(), abs=8)


def test_a_formula_too_wide_for_its_room_is_made_smaller_and_not_cut(view: FormulaView) -> None:
    view.resize(view.sizeHint().width() // 2, 60)
    _, last = ink(view)
    assert view.width() * 0.8 < last < view.width()


def test_an_empty_formula_shows_nothing_and_takes_no_room(view: FormulaView) -> None:
    view.show_formula("", "")
    assert is_blank(pixels(view))
    assert view.sizeHint().height() == 0


def test_a_screen_reader_hears_it_in_words(view: FormulaView) -> None:
    assert view.accessibleName() == "z of layer 1"


def test_it_is_drawn_in_the_colour_of_text(view: FormulaView, appearance: Appearance) -> None:
    assert count_of(LIGHT.text, pixels(view)) > 20
    appearance.set_mode(Mode.DARK)
    assert count_of(DARK.text, pixels(view)) > 20


def test_it_can_be_smaller(view: FormulaView, show: Show) -> None:
    small = show(FormulaView(10), 400, 60)
    small.show_formula(LATEX, "")
    assert small.sizeHint().height() == pytest.approx(view.sizeHint().height() / 2, abs=3)
    assert ink(small)[1] < 0.6 * ink(view)[1]
