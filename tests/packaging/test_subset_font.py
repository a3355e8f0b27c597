"""The font the program carries has what the script says; making it takes the whole font, which is not here."""

import subset_font
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

MOST_BYTES = 900_000
TEXT_PIXELS = 100


def test_kana_and_common_kanji_are_wanted() -> None:
    wanted = subset_font.characters()
    assert set("ぁんァヶー、。「」（）：亜腕逆伝播") <= wanted
    assert len(wanted) > 3000


def test_symbols_are_those_of_the_font_for_text() -> None:
    assert not set("×∂→…“σA ") & subset_font.characters()


def test_the_font_has_all_that_is_wanted(qapp: QApplication) -> None:  # noqa: ARG001
    font = QRawFont(str(subset_font.FONT), TEXT_PIXELS)
    assert font.familyName().casefold() == subset_font.FAMILY.casefold()
    assert [each for each in sorted(subset_font.characters()) if not font.supportsCharacter(ord(each))] == []
    assert not font.supportsCharacter(ord("∂"))


def test_its_lines_are_no_higher_than_those_of_other_fonts(qapp: QApplication) -> None:  # noqa: ARG001
    font = QRawFont(str(subset_font.FONT), TEXT_PIXELS)
    assert font.ascent() + font.descent() <= 1.1 * TEXT_PIXELS


def test_it_is_small_and_has_its_licence_beside_it() -> None:
    assert subset_font.FONT.stat().st_size < MOST_BYTES
    assert "SIL OPEN FONT LICENSE Version 1.1" in subset_font.FONT.with_name("OFL.txt").read_text("utf-8")
