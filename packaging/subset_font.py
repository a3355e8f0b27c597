"""Makes the program's Japanese font anew: the part of Noto Sans CJK that Japanese texts need, small enough to carry.

Debian has the whole font in its package fonts-noto-cjk; fontTools, which takes it apart, is needed for nothing else:

    apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb noto
    python3 -m venv noto/env && noto/env/bin/pip install fonttools
    noto/env/bin/python packaging/subset_font.py noto/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

It is needed only where a text has a character that the font lacks; a test says so.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "resources" / "fonts" / "GyakuSansJP.ttf"
TEXTS = ROOT / "resources" / "translations" / "gyaku_ja.ts"

FAMILY = "Gyaku Sans JP"  # its own name: where the whole font is installed, neither hides the other
JAPANESE = 0  # which font of the collection

# Rows of JIS X 0208: punctuation, wide letters, hiragana and katakana, and the kanji of level 1.
ROWS = (*range(1, 6), *range(16, 48))
CELLS = 94

# What comes before is common to all scripts: ∂ and × are to be those of the font for text, not wide ones.
FIRST_JAPANESE = "\u3000"

# Per thousand of the size: the square a kanji fills. The whole font leaves more room, for scripts that are not in the
# part; with it, a line with one kanji would be a quarter higher than its neighbours.
ASCENT, DESCENT = 880, 120
FARTHEST_OFF = 2  # of a quadratic curve from the cubic one

# What a table of a font with quadratic curves tells; those of points are counted as it is written, the others are none.
COUNTED_ELSEWHERE = (
    *("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours", "maxTwilightPoints", "maxStorage"),
    *("maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
    "maxComponentDepth",
)


def main(arguments: list[str]) -> int:
    """Write the font; return the exit code."""
    parser = argparse.ArgumentParser(description="Make the program's Japanese font anew.")
    parser.add_argument("collection", type=Path, help="NotoSansCJK-Regular.ttc")
    write(parser.parse_args(arguments).collection)
    print(f"{FONT.relative_to(ROOT)}: {FONT.stat().st_size:,} bytes")
    return 0


def characters() -> set[str]:
    """Return what the font must have: kana and common kanji, and whatever else the Japanese texts use."""
    standard = {_character(row, cell) for row in ROWS for cell in range(1, CELLS + 1)}
    return {character for character in standard | set(TEXTS.read_text("utf-8")) if character >= FIRST_JAPANESE}


def write(collection: Path) -> None:
    """Write the part of a collection of fonts that is needed."""
    from fontTools import subset  # only here and below: the environment of development has it not
    from fontTools.ttLib import TTFont

    font = TTFont(collection, fontNumber=JAPANESE)
    options = subset.Options(layout_features=[], name_IDs=["*"], hinting=False)
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # nothing is written from top to bottom
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters()))
    subsetter.subset(font)
    _lower(font)
    _rename(font)
    _make_quadratic(font)
    font.save(FONT)


def _lower(font: Any) -> None:
    font["hhea"].ascent, font["hhea"].descent = ASCENT, -DESCENT
    table = font["OS/2"]
    table.sTypoAscender, table.sTypoDescender, table.usWinAscent, table.usWinDescent = ASCENT, -DESCENT, ASCENT, DESCENT


def _rename(font: Any) -> None:
    postscript = FAMILY.replace(" ", "")
    for name, text in ((1, FAMILY), (3, f"{FAMILY} Regular"), (4, FAMILY), (6, postscript)):
        font["name"].setName(text, name, 3, 1, 0x409)


def _make_quadratic(font: Any) -> None:
    """Put quadratic curves in place of cubic ones: FreeType draws the latter bolder, and light on dark much bolder."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    drawn, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, FARTHEST_OFF, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    counts = font["maxp"]
    counts.tableVersion, counts.maxZones = 0x00010000, 1
    for name in COUNTED_ELSEWHERE:
        setattr(counts, name, 0)
    font.sfntVersion = "\x00\x01\x00\x00"


def _character(row: int, cell: int) -> str:
    """Return the character at a place of JIS X 0208, or nothing where the place is empty."""
    return bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp", errors="ignore")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
