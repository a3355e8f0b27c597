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

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "resources" / "fonts" / "GyakuSansJP.otf"
TEXTS = ROOT / "resources" / "translations" / "gyaku_ja.ts"

FAMILY = "Gyaku Sans JP"  # its own name: where the whole font is installed, neither hides the other
JAPANESE = 0  # which font of the collection

# Rows of JIS X 0208: punctuation, wide letters, hiragana and katakana, and the kanji of level 1.
ROWS = (*range(1, 6), *range(16, 48))
CELLS = 94

# What comes before is common to all scripts: ∂ and × are to be those of the font for text, not wide ones.
FIRST_JAPANESE = "\u3000"

# Per thousand of the size. The whole font leaves room for scripts that are not in the part: with it, a line with one
# kanji would be a quarter higher than its neighbours.
ASCENT, DESCENT = 930, 240


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
    from fontTools import subset  # only here: the environment of development has it not
    from fontTools.ttLib import TTFont

    font = TTFont(collection, fontNumber=JAPANESE)
    options = subset.Options(layout_features=[], name_IDs=["*"], hinting=False)
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # nothing is written from top to bottom
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters()))
    subsetter.subset(font)
    font["hhea"].ascent, font["hhea"].descent = ASCENT, -DESCENT
    table = font["OS/2"]
    table.sTypoAscender, table.sTypoDescender, table.usWinAscent, table.usWinDescent = ASCENT, -DESCENT, ASCENT, DESCENT
    for name, text in ((1, FAMILY), (3, f"{FAMILY} Regular"), (4, FAMILY), (6, FAMILY.replace(" ", ""))):
        font["name"].setName(text, name, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [FAMILY.replace(" ", "")]
    font.save(FONT)


def _character(row: int, cell: int) -> str:
    """Return the character at a place of JIS X 0208, or nothing where the place is empty."""
    return bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp", errors="ignore")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
