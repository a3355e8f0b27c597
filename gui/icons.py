"""Icons: own drawings of one colour, tinted with the theme's."""

from functools import lru_cache
from importlib.resources import as_file, files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (10, 14, 16, 20, 21, 24, 28, 32, 42, 48, 56, 64)


def icon_source(name: str) -> str:
    """Return the drawing `name` as SVG text; what it paints is `currentColor`."""
    return files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache
def tinted_icon(name: str, color: str) -> QIcon:
    """Return the drawing `name` in one colour, sharp at each size it is used in."""
    renderer = QSvgRenderer(QByteArray(icon_source(name).replace("currentColor", color).encode()))
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def icon_path(name: str) -> str:
    """Return where the drawing `name` lies, for a style sheet."""
    with as_file(files("resources").joinpath("icons", f"{name}.svg")) as path:
        return path.as_posix()
