import numpy as np
import pytest
from PySide6.QtGui import QTextDocument

from core.operations import Operation, Quantity
from core.training import Trainer
from gui.painting.calculation_page import MOST_COLUMNS, MOST_ROWS, calculation_page, pdf_of, quantities_as_csv
from gui.painting.color_scale import ColorScale, Hue
from gui.theme import LIGHT
from tests.gui.runs import ARTICLE, EVERY_CHOICE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")


def scale(_quantity: Quantity) -> ColorScale:
    return ColorScale(Hue.VALUE, LIGHT, 1.0, LIGHT.card)


def operation_at(cursor: int, trainer: Trainer | None = None) -> Operation:
    trainer = trainer or Trainer(ARTICLE)
    trainer.go_to(cursor)
    assert trainer.operation is not None
    return trainer.operation


def page(operation: Operation) -> QTextDocument:
    return calculation_page(operation, "Step <1>", "2–2–1 · epoch 0", "z = 1·2", scale)


def test_a_page_has_all_there_is_to_say_of_an_operation() -> None:
    operation = operation_at(1)
    text = page(operation).toPlainText()
    for part in ("Step <1>", "2–2–1 · epoch 0", "z = 1·2", operation.sentence, operation.numpy, "X 4×2", "W⁽¹⁾ 2×2"):
        assert part in text
    assert "￼" in text, "the formula is a picture"


def test_every_operation_of_every_choice_has_a_page() -> None:
    for experiment in EVERY_CHOICE:
        trainer = Trainer(experiment)
        for cursor in range(1, len(trainer.plan.operations) + 1):
            operation = operation_at(cursor, trainer)
            assert operation.numpy in page(operation).toPlainText()


def test_of_a_large_matrix_the_first_numbers_are_on_paper() -> None:
    text = page(operation_at(1, Trainer(experiment_of(20, 3, 1, samples=MOST_ROWS + 5)))).toPlainText()
    assert "…" in text
    assert "⋮" in text
    assert MOST_COLUMNS < 20


def test_a_page_becomes_a_pdf() -> None:
    content = pdf_of(page(operation_at(9)))
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_numbers_are_written_in_full_below_their_names() -> None:
    operation = operation_at(1)
    lines = quantities_as_csv(operation).splitlines()
    names = [quantity.symbol.code for quantity in (*operation.operands, operation.result)]
    assert [line for line in lines if line in names] == names
    weights = lines[lines.index("W1") + 1 : lines.index("W1") + 3]
    read = np.array([[float(cell) for cell in line.split(",")] for line in weights])
    assert np.array_equal(read, operation.operands[1].values)
