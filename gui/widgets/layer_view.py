"""What the drawings of a size in each layer have in common."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.painting.layer_series import LayerSeries
from gui.theme import Theme, scaled


class LayerView(QWidget):
    """Shows the sizes of a series, and tells them to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._series: LayerSeries | None = None
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_series(self, series: LayerSeries, theme: Theme) -> None:
        """Show sizes along a run."""
        self._series, self._theme = series, theme
        self.setAccessibleName(series.title)
        self.setAccessibleDescription(series.text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room enough for a few layers."""
        return QSize(300, 120)

    def minimumSizeHint(self) -> QSize:
        """Return the room in which layers can still be told apart."""
        return QSize(scaled(160), scaled(60))
