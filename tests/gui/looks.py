"""What is to be seen: pixels of a widget, and how well a colour reads on another."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

READABLE = 4.5  # to one: what WCAG 2.2 asks of text, level AA

Pixels = NDArray[np.uint8]


def pixels(widget: QWidget) -> Pixels:
    """Return what a widget looks like, shape (height, width, 3)."""
    return pixels_of(widget.grab().toImage())


def pixels_of(image: QImage) -> Pixels:
    """Return the red, green and blue of an image, shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def count_of(color: QColor | str, shown: Pixels) -> int:
    """Return how many pixels have a colour."""
    wanted = QColor(color)
    return int((shown == (wanted.red(), wanted.green(), wanted.blue())).all(axis=-1).sum())


def nearly(color: QColor | str, shown: Pixels, within: int = 60) -> int:
    """Return how many pixels have about a colour, as lines have that are drawn smoothly."""
    wanted = QColor(color)
    return int((np.abs(shown.astype(int) - (wanted.red(), wanted.green(), wanted.blue())).sum(axis=-1) <= within).sum())


def blended(color: QColor | str, ground: QColor | str, shown: Pixels) -> int:
    """Return how many pixels lie on the way from a ground to a colour, as those of thin lines and of letters do."""
    start, end = (
        np.array((each.red(), each.green(), each.blue()), np.float64) for each in (QColor(ground), QColor(color))
    )
    way, gone = end - start, shown - start
    length, together = np.linalg.norm(gone, axis=-1), gone @ way
    is_far = length > 0.3 * np.linalg.norm(way)
    return int((is_far & (together > 0.985 * length * np.linalg.norm(way))).sum())


def is_blank(shown: Pixels) -> bool:
    """Say whether all pixels are the same."""
    return bool((shown == shown[0, 0]).all())


def contrast(first: QColor | str, second: QColor | str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
