import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core import notation, numerals
from core.kernels import Array
from core.operations import SAMPLES, Quantity, units
from gui.painting.color_scale import ColorScale, Hue
from gui.theme import LIGHT
from gui.widgets import matrix_view
from gui.widgets.matrix_view import MOST_COLUMNS, MOST_ROWS, NOWHERE, MatrixView
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels
from tests.gui.pointer import leave, move_to, press, release, rest_on

SCALE = ColorScale(Hue.VALUE, LIGHT, 2.0, LIGHT.card)


def quantity(values: Array) -> Quantity:
    return Quantity(notation.activation(1), values, SAMPLES, units(1))


def shown(show: Show, values: Array) -> MatrixView:
    """Return a view of `values` in the size it asks for."""
    view = MatrixView()
    view.show_quantity(quantity(values), SCALE)
    return show(view, view.sizeHint().width(), view.sizeHint().height())


def center(view: MatrixView, row: int, column: int) -> QPoint:
    return view.cell_rect(row, column).center()


def everywhere(_row: int, _column: int) -> bool:
    return True


def nowhere(_row: int, _column: int) -> bool:
    return False


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.integers(0, 99), column=st.integers(0, 39), down=st.integers(0, 3000), across=st.integers(0, 3000))
def test_a_cell_is_found_where_it_is_drawn(qapp: QApplication, row: int, column: int, down: int, across: int) -> None:  # noqa: ARG001
    view = MatrixView()
    view.show_quantity(quantity(np.zeros((100, 40))), SCALE)
    view.verticalScrollBar().setValue(down)
    view.horizontalScrollBar().setValue(across)
    rect = view.cell_rect(row, column)
    for point in (rect.topLeft(), rect.center(), rect.bottomRight()):
        assert view.cell_at(point) == (row, column)


def test_outside_the_matrix_is_no_cell(show: Show) -> None:
    view = shown(show, np.zeros((2, 3)))
    assert view.cell_at(center(view, 1, 2)) == (1, 2)
    for row, column in ((2, 0), (0, 3), (-1, 0), (0, -1)):
        assert view.cell_at(center(view, row, column)) == NOWHERE


def test_without_a_matrix_there_are_no_cells_and_no_room_is_needed(show: Show) -> None:
    view = show(MatrixView())
    assert view.cell_at(QPoint(3, 3)) == NOWHERE
    assert view.sizeHint().isEmpty()


def test_the_cell_under_the_pointer_is_told_once_and_that_it_left(show: Show) -> None:
    view = shown(show, np.zeros((2, 3)))
    told: list[tuple[int, int]] = []

    def note(row: int, column: int) -> None:
        told.append((row, column))

    view.cell_pointed.connect(note)
    for row, column in ((0, 1), (1, 2)):
        move_to(view.viewport(), center(view, row, column))
        move_to(view.viewport(), center(view, row, column) + QPoint(2, 2))
    leave(view.viewport())
    assert told == [(0, 1), (1, 2), NOWHERE]


@pytest.mark.parametrize("shape", [(1, 1), (4, 2), (8, 6), (9, 7), (10_000, 64)])
def test_it_asks_for_the_room_of_its_cells_up_to_a_limit(show: Show, shape: tuple[int, int]) -> None:
    view = shown(show, np.zeros(shape))
    seen = min(shape[0], MOST_ROWS), min(shape[1], MOST_COLUMNS)
    last = view.cell_rect(seen[0] - 1, seen[1] - 1)
    assert view.viewport().rect().contains(last.adjusted(0, 0, 0, 0))
    assert view.viewport().width() <= last.right() + 3
    assert view.viewport().height() <= last.bottom() + 3
    assert view.verticalScrollBar().isVisible() == (shape[0] > MOST_ROWS)
    assert view.horizontalScrollBar().isVisible() == (shape[1] > MOST_COLUMNS)


def test_the_last_cell_can_be_scrolled_to(show: Show) -> None:
    view = shown(show, np.zeros((10_000, 64)))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.viewport().rect().contains(view.cell_rect(9_999, 63))


def test_only_the_cells_that_are_seen_are_drawn(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[float] = []

    def count(value: float, *, signed: bool = False) -> str:
        written.append(value)
        return numerals.format_number(value, signed=signed)

    view = shown(show, np.arange(640_000.0).reshape(10_000, 64))
    monkeypatch.setattr(matrix_view, "format_number", count)
    view.verticalScrollBar().setValue(5000 * matrix_view.CELL_HEIGHT)
    view.viewport().grab()
    assert 0 < len(written) <= 2 * (MOST_ROWS + 1) * (MOST_COLUMNS + 1)
    assert 5000 * 64 in written


def test_the_exact_value_is_told(show: Show) -> None:
    view = shown(show, np.array([[0.1, 1 / 3], [2.0, -1e-20]]))
    for cell, text in (((0, 1), "0.3333333333333333"), ((1, 1), "−1e−20"), ((1, 0), "2")):
        rest_on(view.viewport(), center(view, *cell))
        assert QToolTip.text() == f"a⁽¹⁾ = {text}\nrow {cell[0] + 1}, column {cell[1] + 1}"
    QToolTip.hideText()


def test_the_exact_value_covers_no_other_cell(show: Show) -> None:
    view = shown(show, np.zeros((3, 3)))
    view.move(100, 100)
    rest_on(view.viewport(), center(view, 0, 1))
    tip = next(widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel"))
    assert tip.frameGeometry().top() >= view.viewport().mapToGlobal(view.viewport().rect().bottomLeft()).y()
    QToolTip.hideText()


def test_the_arrow_keys_go_from_cell_to_cell(show: Show, qtbot: QtBot) -> None:
    view = shown(show, np.arange(200.0).reshape(20, 10))
    told: list[tuple[int, int]] = []
    view.cell_pointed.connect(lambda row, column: told.append((row, column)))
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    told.clear()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert told == [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)], "at the border it stays"
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert told[-1] == (19, 9)
    assert view.viewport().rect().contains(view.cell_rect(19, 9)), "it is scrolled to"
    assert view.accessibleDescription() == "a⁽¹⁾ = 199\nrow 20, column 10"
    assert count_of(LIGHT.text, pixels(view)) > 2 * view.cell_rect(0, 0).height(), "it is framed"
    view.clearFocus()
    assert told[-1] == NOWHERE


def test_a_click_leaves_the_arrow_keys_to_the_window(show: Show) -> None:
    view = shown(show, np.zeros((2, 2)))
    view.clearFocus()
    press(view.viewport(), center(view, 1, 1))
    release(view.viewport(), center(view, 1, 1))
    assert not view.hasFocus()


def test_numbers_have_their_colours(show: Show) -> None:
    shown_pixels = pixels(shown(show, np.array([[2.0, -2.0, 0.0]])))
    assert count_of(LIGHT.positive_value, shown_pixels) > 300
    assert count_of(LIGHT.negative_value, shown_pixels) > 300
    assert count_of(LIGHT.card, shown_pixels) > 300


def test_it_shows_the_numbers_as_they_are_when_it_is_drawn(show: Show) -> None:
    values = np.zeros((2, 2))
    view = shown(show, values)
    before = pixels(view)
    values[0, 0] = 1.5
    assert not np.array_equal(pixels(view), before)


def test_what_is_lit_or_pointed_at_is_framed(show: Show) -> None:
    view = shown(show, np.zeros((3, 3)))
    plain = count_of(LIGHT.text, pixels(view))
    view.light((slice(1, 2), slice(None)), nowhere)
    row = count_of(LIGHT.text, pixels(view))
    view.light(None, everywhere)
    all_cells = count_of(LIGHT.text, pixels(view))
    view.light(None, nowhere)
    assert plain < row < all_cells
    assert count_of(LIGHT.text, pixels(view)) == plain


def test_another_matrix_is_not_lit(show: Show) -> None:
    view = shown(show, np.zeros((3, 3)))
    plain = pixels(view)
    view.light((slice(None), slice(None)), nowhere)
    view.show_quantity(quantity(np.zeros((3, 3))), SCALE)
    assert np.array_equal(pixels(view), plain)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e308, -1.234e-5, -1.234e-155, 0.5, 7.0])
def test_a_number_stays_within_its_cell(show: Show, value: float) -> None:
    view = shown(show, np.array([[0.0, value]]))
    with_number = pixels(view)
    values = view.quantity.values if view.quantity else np.zeros((1, 2))
    values[0, 1] = 0.0
    without = pixels(view)
    cell = view.cell_rect(0, 1)
    assert np.array_equal(with_number[:, : cell.left()], without[:, : cell.left()])
    assert not np.array_equal(with_number, without)


def test_cells_are_as_wide_as_their_numbers_need(show: Show) -> None:
    narrow, wide = shown(show, np.eye(3)), shown(show, np.eye(3) * -0.12345)
    assert narrow.sizeHint().width() < wide.sizeHint().width()
    narrow.show_quantity(quantity(np.eye(3) * -0.12345), SCALE)
    assert narrow.sizeHint() == wide.sizeHint()


def test_a_screen_reader_hears_name_and_shape(show: Show) -> None:
    assert shown(show, np.zeros((4, 2))).accessibleName() == "a⁽¹⁾, 4×2"
