"""Pictures of the gradient flow, and what is drawn of them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from core.experiment import ParameterIndex
from core.training import Trainer
from gui.painting.color_scale import ColorScale, Hue
from gui.painting.flow_items import FlowItem, FlowPicture, Highlights, Maps
from gui.painting.flow_layout import lay_out
from gui.painting.flow_state import EdgeValue, flow_state
from gui.theme import LIGHT, Theme
from tests.gui.looks import Pixels, pixels_of

WIDTH, HEIGHT = 900.0, 430.0


def picture_of(
    trainer: Trainer,
    show: EdgeValue = EdgeValue.WEIGHT,
    sample: int | None = None,
    theme: Theme = LIGHT,
    frozen: tuple[ParameterIndex, ...] = (),
    maps: Maps | None = None,
    highlights: Highlights | None = None,
) -> FlowPicture:
    """Return the picture of where a trainer stands."""
    sizes = trainer.experiment.sizes
    return FlowPicture(
        layout=lay_out(sizes, WIDTH, HEIGHT),
        state=flow_state(trainer, show, sample),
        edge_scale=ColorScale(Hue.VALUE, theme, 2.0, theme.edge),
        unit_scale=ColorScale(Hue.VALUE, theme, 1.0, theme.card),
        captions=tuple(f"layer {number}" for number in range(len(sizes))),
        frozen=frozen,
        maps=maps,
        highlights=highlights or Highlights(),
    )


class WatchedPainter(QPainter):
    """A painter that keeps what it is asked to draw."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.paths: list[tuple[QPainterPath, QPen]] = []
        self.texts: list[tuple[str, QRectF]] = []

    def drawPath(self, *paths: QPainterPath) -> None:  # noqa: N802
        """Keep a path, and its pen."""
        self.paths += [(path, QPen(self.pen())) for path in paths]
        for path in paths:
            super().drawPath(path)

    def drawText(self, field: QRectF, flags: int, text: str) -> None:  # type: ignore[override]  # noqa: N802
        """Keep a text and where it stands."""
        metrics = self.fontMetrics()
        self.texts.append((text, QRectF(metrics.boundingRect(field.toRect(), int(flags), text))))
        super().drawText(field, flags, text)


def drawn(item: FlowItem, picture: FlowPicture, zoom: float = 1.0) -> tuple[WatchedPainter, Pixels]:
    """Let an item draw a picture; return the painter it drew with, and what is to be seen."""
    item.show_picture(picture)
    return drawn_again(item, picture, zoom)


def drawn_again(item: FlowItem, picture: FlowPicture, zoom: float = 1.0) -> tuple[WatchedPainter, Pixels]:
    """Let an item draw the picture it was given last."""
    image = QImage(round(WIDTH * zoom), round(HEIGHT * zoom), QImage.Format.Format_RGB32)
    image.fill(picture.theme.panel)
    painter = WatchedPainter(image)
    painter.scale(zoom, zoom)
    item.paint(painter)
    painter.end()
    return painter, pixels_of(image)
