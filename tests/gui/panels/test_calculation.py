from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from core.clipping import ClippingByNorm
from core.operations import SAMPLES, Phase, Role, units
from core.written_out import write_out
from gui.painting.color_scale import ColorScale, Hue, round_limit
from gui.painting.formulas import typeset
from gui.panels.calculation import CalculationPanel, Term
from gui.session import Session
from gui.theme import LIGHT, Appearance
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels
from tests.gui.pointer import leave, move_to
from tests.gui.runs import EVERY_CHOICE, experiment_of

POINT = "Point at a number to see how it is made."


@pytest.fixture
def panel(session: Session, appearance: Appearance, show: Show) -> CalculationPanel:
    return show(CalculationPanel(session, appearance), 900, 320)


def go_to(session: Session, role: Role, layer: int) -> None:
    place = session.trainer.plan.place(role, layer)
    assert place is not None
    session.go_to(place + 1)


def shown(panel: CalculationPanel) -> list[Term]:
    return [term for term in (*panel.operands, panel.result) if term.isVisible()]


def point_at(term: Term, row: int, column: int) -> None:
    move_to(term.view.viewport(), term.view.cell_rect(row, column).center())


def framed(term: Term) -> int:
    """Return how many pixels have the colour of frames."""
    return count_of(LIGHT.text, pixels(term.view.viewport()))


def test_at_the_start_it_says_how_to_begin(panel: CalculationPanel) -> None:
    assert panel.head.title.text() == "Nothing is computed yet in this batch"
    assert "Press → to do the first operation" in panel.sentence.text()
    assert shown(panel) == []
    assert panel.formula.sizeHint().height() == 0


def test_each_operation_is_shown_with_its_operands_result_formula_and_sentence(
    panel: CalculationPanel, session: Session
) -> None:
    for number, operation in enumerate(session.trainer.plan.operations, start=1):
        session.step()
        assert panel.head.title.text().startswith(f"Step {number} of 19 · ")
        assert panel.sentence.text() == operation.role.sentence
        quantities = [*operation.operands, operation.result]
        assert [term.view.quantity for term in shown(panel)] == quantities
        assert [term.sign.text() for term in shown(panel)] == [*operation.signs[:-1], f"{operation.signs[-1]} ="]
        rows, columns = operation.result.values.shape
        new = " (new)" if operation.phase is Phase.UPDATE else ""
        assert panel.result.name.text() == f"<b>{operation.symbol.text}</b> {rows}×{columns}{new}"
        assert panel.formula.sizeHint() == typeset(operation.formula, 20, LIGHT.text).defaultSize()


@pytest.mark.parametrize("number", range(len(EVERY_CHOICE)))
def test_every_number_of_every_operation_can_be_written_out(
    panel: CalculationPanel, session: Session, number: int
) -> None:
    session.edit(EVERY_CHOICE[number], "Edit")
    for operation in session.trainer.plan.operations:
        session.step()
        session.point_at(operation.result.place(0, 0))
        assert panel.written_out.text() == write_out(operation, 0, 0)


def test_the_number_under_the_pointer_is_written_out_and_what_it_is_made_of_is_framed(
    panel: CalculationPanel, session: Session
) -> None:
    session.step()
    operation = session.trainer.operation
    assert operation is not None
    assert panel.written_out.text() == POINT
    plain = [framed(term) for term in shown(panel)]
    point_at(panel.result, 2, 1)
    assert panel.written_out.text() == write_out(operation, 2, 1)
    assert all(now > before for now, before in zip(map(framed, shown(panel)), plain, strict=True))
    leave(panel.result.view.viewport())
    assert panel.written_out.text() == POINT
    assert [framed(term) for term in shown(panel)] == plain


def test_what_the_pointer_is_on_is_told_to_the_other_panels(panel: CalculationPanel, session: Session) -> None:
    session.step()
    inputs, weights, biases, _ = shown(panel)
    point_at(inputs, 3, 1)
    assert session.pointed == {SAMPLES: 3, units(0): 1}
    point_at(weights, 1, 0)
    assert session.pointed == {units(0): 1, units(1): 0}
    point_at(biases, 0, 1)
    assert session.pointed == {units(1): 1}
    point_at(panel.result, 0, 0)
    assert session.pointed == {SAMPLES: 0, units(1): 0}
    leave(panel.result.view.viewport())
    assert session.pointed == {}


def test_what_another_panel_points_at_is_framed_and_written_out(panel: CalculationPanel, session: Session) -> None:
    go_to(session, Role.WEIGHT_GRADIENT, 1)
    operation = session.trainer.operation
    assert operation is not None
    plain = framed(panel.result)
    session.point_at({units(0): 1, units(1): 0})
    assert panel.written_out.text() == write_out(operation, 1, 0)
    assert framed(panel.result) > plain
    session.point_at({})
    assert framed(panel.result) == plain


def test_a_result_of_one_number_is_always_written_out(panel: CalculationPanel, session: Session) -> None:
    go_to(session, Role.LOSS, 2)
    assert panel.written_out.text().startswith("L = (")


def test_while_running_no_numbers_go_by(panel: CalculationPanel, session: Session) -> None:
    session.step()
    session.set_running(True)
    session.run_epoch()
    assert panel.head.title.text() == "Running"
    assert shown(panel) == []
    session.set_running(False)
    assert len(shown(panel)) > 1


def test_at_the_end_of_a_batch_its_last_operation_stays(panel: CalculationPanel, session: Session) -> None:
    session.run_epoch()
    assert panel.head.title.text() == "Step 19 of 19 · new biases of layer 1"
    session.seek(0)
    assert shown(panel) == []


def test_gradients_have_other_colours_than_values(panel: CalculationPanel, session: Session) -> None:
    go_to(session, Role.WEIGHT_UPDATE, 2)
    for term, hue in zip(shown(panel), (Hue.VALUE, Hue.VALUE, Hue.GRADIENT, Hue.VALUE), strict=True):
        assert term.view.quantity is not None
        values = term.view.quantity.values
        color = ColorScale(hue, LIGHT, round_limit(values), LIGHT.card).color(float(values[0, 0]))
        assert count_of(color, pixels(term.view.viewport())) > 300


def test_a_large_network_can_be_scrolled_and_does_not_grow_the_panel(
    panel: CalculationPanel, session: Session, qtbot: QtBot
) -> None:
    session.edit(experiment_of(64, 64, 1, samples=1000), "Edit")
    session.step()
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert panel.minimumSizeHint().width() < 600
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    assert panel.width() == 900


def test_the_result_stands_beside_its_operands_or_where_there_is_no_room_below_them(
    panel: CalculationPanel, session: Session, qtbot: QtBot
) -> None:
    session.step()
    qtbot.waitUntil(lambda: panel.result.x() > panel.operands[2].x() and panel.result.y() == panel.operands[0].y())
    panel.resize(300, 320)
    qtbot.waitUntil(lambda: panel.result.y() >= panel.operands[0].geometry().bottom())
    content = panel.result.parentWidget()
    assert content is not None
    assert content.minimumSizeHint().width() == panel.operands[-1].geometry().right() + 1  # and no room behind them


def test_formulas_are_typeset_ahead_of_their_time(panel: CalculationPanel, session: Session, qtbot: QtBot) -> None:
    session.edit(experiment_of(2, 2, 1, activation="tanh"), "Edit")
    typeset.cache_clear()
    timer = panel.findChild(QTimer)
    assert isinstance(timer, QTimer)
    timer.setInterval(0)
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=20_000)
    misses = typeset.cache_info().misses
    for _ in session.trainer.plan.operations:
        session.step()
        panel.formula.grab()
    assert typeset.cache_info().misses == misses


def test_a_hidden_panel_typesets_nothing_for_what_is_not_seen(panel: CalculationPanel, session: Session) -> None:
    session.step()
    panel.hide()
    session.go_to(7)
    assert panel.head.title.text().startswith("Step 1 of")
    panel.show()
    assert panel.head.title.text().startswith("Step 7 of")


def test_numbers_that_have_diverged_can_be_written_out(panel: CalculationPanel, session: Session) -> None:
    session.trainer.plan.before.flat[:] = float("nan")
    session.step()
    session.point_at({SAMPLES: 0, units(1): 0})
    assert "NaN" in panel.written_out.text()
    panel.grab()


def test_any_number_of_operands_has_its_place(panel: CalculationPanel, session: Session) -> None:
    session.edit(experiment_of(2, 2, 2, 2, 1).with_training(clipping=ClippingByNorm()), "Edit")
    go_to(session, Role.GRADIENT_NORM, 0)
    operation = session.trainer.operation
    assert operation is not None
    assert len(operation.operands) == 8
    assert [term.view.quantity for term in shown(panel)] == [*operation.operands, operation.result]
    go_to(session, Role.LOSS, 4)
    assert len(shown(panel)) == 3


def test_the_numbers_are_those_of_all_matrices(panel: CalculationPanel, session: Session) -> None:
    assert panel.numbers() is None
    go_to(session, Role.PRE_ACTIVATION, 1)
    numbers = panel.numbers()
    assert numbers is not None
    assert numbers.splitlines()[0] == "X"
    assert repr(float(session.trainer.plan.before.weights[0][1, 1])) in numbers


def test_a_calculation_can_be_kept_as_pdf(
    panel: CalculationPanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    session.announced.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.pdf"), ""))
    panel.save_pdf()
    assert told == ["Do a step first: there is no calculation to be printed yet."]
    go_to(session, Role.WEIGHT_GRADIENT, 2)
    panel.save_pdf()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "b.pdf"), ""))
    panel.save_pdf()
    assert any("b.pdf" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_calculation_can_be_printed(
    panel: CalculationPanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(session, Role.LOSS, 2)

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    panel.print_page()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
