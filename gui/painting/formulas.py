"""Typeset formulas: LaTeX to vector drawings."""

from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

CACHED = 512


@lru_cache(maxsize=CACHED)
def typeset(latex: str, pixels: int, color: str) -> QSvgRenderer:
    """Return a drawing of `latex` at a font size, in a colour; it is kept for the next time.

    Raises ValueError and the like where the LaTeX is wrong: formulas are ours, so that is an error of ours.
    """
    import ziamath  # late: it takes a quarter of a second to load

    ziamath.config.svg2 = False  # with <use> and clips, which Qt would cut the letters at
    drawing = ziamath.Latex(latex, size=pixels, color=color).svg()
    return QSvgRenderer(QByteArray(drawing.encode()))
