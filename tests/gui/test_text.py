from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from core.experiment import Layer
from core.text import RefusalError
from gui.text import core_text, count_text, refusal_text, round_text


class German(QTranslator):
    """Knows two sentences of the core, one of which has its values in another order."""

    SENTENCES: ClassVar = {
        "loss": "Verlust",
        "A layer can have 1 to {most} units, not {units}.": "{units} sind zu viele; höchstens {most}.",
    }

    def translate(self, context: str, text: str, *_: object) -> str:
        return self.SENTENCES.get(text, text) if context == "core" else text


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001
    translator = German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def refusal() -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        Layer(65)
    return caught.value


def test_without_a_translator_the_cores_english_stands(qapp: QApplication) -> None:  # noqa: ARG001
    assert core_text("loss") == "loss"
    assert core_text("δ of layer {layer}", {"layer": 2}) == "δ of layer 2"
    assert refusal_text(refusal()) == str(refusal()) == "A layer can have 1 to 64 units, not 65."


def test_whole_numbers_in_a_sentence_are_written_as_everywhere(qapp: QApplication) -> None:  # noqa: ARG001
    assert core_text("{n}", {"n": -100_000}) == "−100,000"
    assert core_text("{n}", {"n": True}) == "True"


@pytest.mark.usefixtures("german")
def test_the_cores_texts_are_translated_and_values_go_where_the_translation_wants_them() -> None:
    assert core_text("loss") == "Verlust"
    assert refusal_text(refusal()) == "65 sind zu viele; höchstens 64."


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567"), (-5, "−5")]
)
def test_thousands_are_set_apart(count: int, text: str) -> None:
    assert count_text(count) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.001, "0.001"),
        (2.0, "2"),
        (50000, "50000"),
        (1e-7, "1e−7"),
        (5e20, "5e20"),
        (5e-300, "5e−300"),
        (-0.2, "−0.2"),
    ],
)
def test_round_numbers_have_no_needless_digits(number: float, text: str) -> None:
    assert round_text(number) == text
