"""The view of the gradient flow: what is drawn, and where each unit and edge lies in it."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor

from gui.painting.flow_edges import EdgesItem
from gui.painting.flow_highlights import FrozenItem, HighlightsItem
from gui.painting.flow_items import FlowItem, FlowPicture, Highlights
from gui.painting.flow_labels import LabelsItem
from gui.painting.flow_layout import FlowLayout, column_at, edge_at, lay_out, unit_at
from gui.painting.flow_motion import MotionItem
from gui.painting.flow_spots import Spot
from gui.painting.flow_units import UnitsItem
from gui.theme import scaled
from gui.widgets.flow_view import FlowView

REACH = 9.0  # how near the pointer has to be to an edge, in pixels on the screen
BELOW_CAPTIONS = 26  # from the lower end of the field
LEAST_HEIGHT = 136  # two small units above one another, and the captions
HIGH_ENOUGH = 160  # for all that is to be read, at the usual size of text
LOOKED_AT = 0.4  # of the field's width is seen around a unit that is looked at


class FlowCanvas(FlowView):
    """Shows a picture of the network, and finds units and edges in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(LEAST_HEIGHT)
        self.layout_now: FlowLayout | None = None
        self.picture: FlowPicture | None = None
        self.motion = MotionItem()
        self._highlights = HighlightsItem()
        self._items: list[FlowItem] = [
            self._highlights, EdgesItem(), self.motion, LabelsItem(), UnitsItem(), FrozenItem()
        ]  # fmt: skip
        for item in self._items:
            self.box.addItem(item)

    def lay_out(self, sizes: tuple[int, ...]) -> FlowLayout:
        """Lay a network out in the room there is, as large as text is where there is room for that."""
        size = self.viewport().size()
        scale = min(scaled(100) / 100, max(1.0, size.height() / HIGH_ENOUGH))
        self.layout_now = lay_out(sizes, max(size.width() / scale, 1), max(size.height() / scale, 1))
        self.show_field(self.layout_now.width, self.layout_now.height)
        return self.layout_now

    def layout_for(self, sizes: tuple[int, ...]) -> FlowLayout:
        """Return the layout there is, or, for another network, a new one."""
        layout = self.layout_now
        if layout is None or tuple(len(centers) for centers in layout.centers) != sizes:
            return self.lay_out(sizes)
        return layout

    def show_picture(self, picture: FlowPicture) -> None:
        """Draw another picture from now on."""
        if self.picture is None or self.picture.theme is not picture.theme:
            self.setBackground(QColor(picture.theme.panel))
        self.picture = picture
        for item in self._items:
            item.show_picture(picture)

    def show_highlights(self, highlights: Highlights) -> None:
        """Let other units and edges stand out."""
        self._highlights.show_highlights(highlights)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the unit or edge at a point of the field, or None."""
        if self.layout_now is None:
            return None
        if unit := unit_at(self.layout_now, point.x(), point.y()):
            return Spot(*unit)
        if edge := edge_at(self.layout_now, point.x(), point.y(), REACH / self.zoom()):
            layer, unit_in, unit_out = edge
            return Spot(layer, unit_out, unit_in)
        return None

    def column_at(self, point: QPointF) -> int:
        """Return the column of units or edges at a point of the field."""
        return column_at(self.layout_now, point.x()) if self.layout_now else 0

    def point_of(self, spot: Spot) -> QPoint:
        """Return where in the view a unit is, or the middle of an edge."""
        return self.in_view(*self._place_of(spot))

    def below_column(self, column: int) -> QPoint:
        """Return the point of the view below the caption of a layer, or half-way between two."""
        if self.layout_now is None:
            return QPoint()
        layers = self.layout_now.centers[column // 2], self.layout_now.centers[(column + 1) // 2]
        x = sum(float(centers[:, 0].mean()) for centers in layers) / 2
        return self.in_view(x, self.layout_now.height - BELOW_CAPTIONS)

    def look_at(self, spot: Spot) -> None:
        """Show a unit or edge from near."""
        if self.layout_now is not None:
            self.zoom_to(*self._place_of(spot), self.layout_now.width * LOOKED_AT)

    def _place_of(self, spot: Spot) -> tuple[float, float]:
        assert self.layout_now is not None
        if spot.before is None:
            x, y = self.layout_now.centers[spot.layer][spot.unit].tolist()
        else:
            curve = self.layout_now.curves[spot.layer - 1][spot.before, spot.unit]
            x, y = curve[len(curve) // 2].tolist()
        return x, y
