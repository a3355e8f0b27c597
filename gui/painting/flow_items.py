"""What the gradient flow shows, and what its items have in common."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from core.experiment import ParameterIndex
from gui.painting.color_scale import ColorScale
from gui.painting.flow_layout import FlowLayout
from gui.painting.flow_spots import Spot
from gui.painting.flow_state import FlowState
from gui.theme import Theme, number_font, text_font

Maps = list[list[QImage]]
"""A small picture for each unit, by layer, 0 being the input."""


@dataclass(frozen=True)
class Highlights:
    """What stands out: under the pointer, under the keys, and what a finding points at."""

    pointed: Spot | None = None
    focused: Spot | None = None
    marked: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class FlowPicture:
    """All that the items draw. With `maps`, units show these in place of numbers."""

    layout: FlowLayout
    state: FlowState
    edge_scale: ColorScale
    unit_scale: ColorScale
    captions: tuple[str, ...]
    frozen: tuple[ParameterIndex, ...] = ()
    maps: Maps | None = None
    highlights: Highlights = field(default_factory=Highlights)

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.edge_scale.theme


class FlowItem(pg.GraphicsObject):
    """An item that draws a part of the picture it was given last."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: FlowPicture | None = None

    def show_picture(self, picture: FlowPicture) -> None:
        """Draw another picture from now on."""
        if self._picture is None or picture.layout is not self._picture.layout:
            self.prepareGeometryChange()
        self._picture = picture
        if self._prepare(picture):
            self.update()

    def show_highlights(self, highlights: Highlights) -> None:
        """Let other units and edges stand out."""
        if self._picture is not None:
            self.show_picture(replace(self._picture, highlights=highlights))

    def boundingRect(self) -> QRectF:
        """Return the whole field."""
        layout = self._picture.layout if self._picture else None
        return QRectF(0, 0, layout.width, layout.height) if layout else QRectF()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw."""
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, self._picture)

    def _prepare(self, picture: FlowPicture) -> bool:  # noqa: ARG002
        """Make ready what is not made anew each time it is painted; return whether the item looks otherwise now."""
        return True

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        raise NotImplementedError


class Fonts:
    """Fonts by size, each made once: asking the system for one takes longer than writing a number.

    Sizes are in pixels of the field, which as a whole is as large as the learner wants text to be.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[Callable[[], QFont], int], QFont] = {}

    def numbers(self, pixels: int) -> QFont:
        """Return the monospace font."""
        return self._font(number_font, pixels)

    def names(self, pixels: int) -> QFont:
        """Return the bold font for names."""
        return self._font(_bold_font, pixels)

    def words(self, pixels: int) -> QFont:
        """Return the font for text."""
        return self._font(text_font, pixels)

    def _font(self, kind: Callable[[], QFont], pixels: int) -> QFont:
        font = self._made.get((kind, pixels))
        if font is None:
            font = kind()
            font.setPixelSize(pixels)
            self._made[kind, pixels] = font
        return font


def _bold_font() -> QFont:
    return text_font(bold=True)
