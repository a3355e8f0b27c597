"""Every text of the program has its translation, in the source of the translation and in what the program reads.

After a text was added or changed: python3 packaging/dev.py translate
"""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from gui.language import LANGUAGES, SOURCE

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = sorted(set(LANGUAGES) - {SOURCE})

FIELD = re.compile(r"\{\w*\}")
TAG = re.compile(r"</?\w+>")
KEY = re.compile(r"\(?&(\w)\)?")
WORD = re.compile(r"[A-Za-z]{2,}")
# fmt: off
JAPANESE_NAMES = {
    "AND", "AdaGrad", "Adam", "Bengio", "CSV", "Dask", "Delete", "ELU", "English", "Enter", "Glorot", "Gyaku", "He",
    "JSON", "Language", "MB", "MIT", "MSE", "NAND", "NaN", "Nesterov", "NumPy", "OR", "PDF", "PNG", "Playground",
    "PySide", "PyTorch", "Python", "Qt", "RMSprop", "ReLU", "SGD", "SVG", "Space", "TensorFlow", "XNOR", "XOR",
    "Xavier", "al", "et", "false", "gyaku", "infinity", "leaky", "list", "new", "null", "pyqtgraph", "sigmoid", "sin",
    "softmax", "softplus", "tanh", "true", "ziamath",
}
# fmt: on
SUFFIX = re.compile(r"\*\.\w+")


@dataclass(frozen=True)
class Text:
    """One text of a .ts file."""

    context: str
    source: str
    translation: str


def texts(code: str) -> list[Text]:
    """Return all texts of a .ts file; one that is not finished is empty."""
    found = []
    for context in ElementTree.parse(FOLDER / f"gyaku_{code}.ts").getroot().iter("context"):  # noqa: S314 - our own
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = (translation.text or "") if translation.get("type") is None else ""
            found.append(Text(context.findtext("name", ""), message.findtext("source", ""), finished))
    return found


def marked_in_sources() -> set[str]:
    """Return all texts that are marked for translation, as Python itself reads them."""
    calls = [
        node
        for folder in ("core", "gui")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    return {text for call in calls if (text := _text_of(call))}


def _text_of(call: ast.Call) -> str | None:
    """Return the text of a call of tr, its first argument, or of translate or translatable, its second."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    at = {"tr": 0, "translate": 1, "translatable": 1}.get(name, len(call.args))
    text = call.args[at] if at < len(call.args) else None
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else None


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_has_its_place(code: str) -> None:
    assert marked_in_sources() == {text.source for text in texts(code)}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated(code: str) -> None:
    assert [text for text in texts(code) if not text.translation.strip()] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_the_program_reads_is_up_to_date(code: str) -> None:
    translator = QTranslator()
    assert translator.load(f"gyaku_{code}", str(FOLDER))
    assert translator.language().startswith(code)
    other = [text for text in texts(code) if translator.translate(text.context, text.source) != text.translation]
    assert other == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_put_into_a_sentence_is_put_into_its_translation(code: str) -> None:
    for text in texts(code):
        assert Counter(FIELD.findall(text.source)) == Counter(FIELD.findall(text.translation)), text
        assert Counter(TAG.findall(text.source)) == Counter(TAG.findall(text.translation)), text
        assert Counter(SUFFIX.findall(text.source)) == Counter(SUFFIX.findall(text.translation)), text


@pytest.mark.parametrize("code", TRANSLATED)
def test_keys_of_the_menus_stay(code: str) -> None:
    keys = {text.source: KEY.findall(text.translation) for text in texts(code) if KEY.search(text.source)}
    assert len(keys) == 6
    for source, found in keys.items():
        assert [key.upper() for key in KEY.findall(source)] == found


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_sentence_ends_and_a_label_does_not(code: str) -> None:
    for text in texts(code):
        asks_for_more, is_sentence = text.source.endswith("…"), text.source.endswith((".", "?"))
        assert text.translation.endswith("…") == asks_for_more, text
        assert text.translation.endswith(("。", "？", "{details}")) or not is_sentence, text


def test_japanese_has_no_english_words_but_names() -> None:
    for text in texts("ja"):
        plain = SUFFIX.sub("", FIELD.sub("", TAG.sub("", text.translation)))
        assert set(WORD.findall(plain)) <= JAPANESE_NAMES, text


def test_japanese_brings_no_symbol_that_the_font_for_text_may_lack() -> None:
    known = {character for text in texts("ja") for character in text.source}
    brought = {character for text in texts("ja") for character in text.translation if character < "\u3000"} - known
    assert brought == set()
