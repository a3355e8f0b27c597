"""Colours of losses by their logarithm: from the ground, for the lowest, to the hue of the loss."""

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage

from core.kernels import Array
from gui.painting.color_scale import mix
from gui.painting.log_scale import LogScale
from gui.painting.plane_image import Pixels, image_of
from gui.text import round_text
from gui.theme import Theme

SHADES = 255  # the last of 256 entries is that of what is not finite
TEXTS = 5  # beside the legend


@lru_cache(maxsize=4)
def loss_table(theme: Theme) -> Pixels:
    """Return 256 colours as Qt's 0xffRRGGBB: from the card to the hue of the loss, then that of NaN and infinity."""
    card, hue = QColor(theme.card), QColor(theme.loss)
    steps = [mix(card, hue, shade / (SHADES - 1)).rgb() for shade in range(SHADES)]
    return np.array([*steps, QColor(theme.text).rgb()], np.uint32)


class LossColors:
    """The colours on a logarithmic scale in a theme."""

    def __init__(self, scale: LogScale, theme: Theme) -> None:
        self.scale, self.theme = scale, theme
        self._table = loss_table(theme)

    def pixels(self, losses: Array) -> Pixels:
        """Return the colour of each loss."""
        shares = self.scale.shares(losses)
        places = np.where(np.isnan(shares), SHADES, np.rint(np.nan_to_num(shares) * (SHADES - 1)))
        return np.take(self._table, places.astype(int))

    def bar(self) -> QImage:
        """Return the legend, from the highest down to the lowest."""
        return image_of(self._table[:SHADES, np.newaxis])

    def texts(self) -> list[str]:
        """Return what stands beside the legend, evenly spread from the bottom to the top."""
        powers = np.linspace(self.scale.low, self.scale.high, TEXTS)
        return [round_text(float(f"{10.0**power:.1e}")) for power in powers]
