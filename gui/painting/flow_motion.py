"""The dashes of the gradient flow that travel along what was computed last."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPen

from core.operations import Phase
from gui.painting.flow_edges import CROWDED, curve_paths
from gui.painting.flow_items import FlowItem, FlowPicture

FRAME_MILLISECONDS = 40
FRAMES = 25
PIXELS_A_FRAME = 3.0


class MotionItem(FlowItem):
    """Dashes that travel the way the data goes, for a second; with `reduced` set, nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.reduced = False
        self._paths: list[QPainterPath] = []
        self._frame = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._advance)
        self.hide()

    def start(self) -> None:
        """Let the dashes travel along the edges that are lit."""
        if not self.reduced and self._paths:
            self._frame = 0
            self.show()
            self._timer.start()

    def stop(self) -> None:
        """Take the dashes away."""
        self._timer.stop()
        self.hide()

    def _prepare(self, picture: FlowPicture) -> bool:
        self.stop()
        lit = [curves for edges, curves in zip(picture.state.edges, picture.layout.curves, strict=True) if edges.lit]
        self._paths = [path for curves in lit for path in curve_paths(curves.reshape(-1, *curves.shape[2:])[:CROWDED])]
        return False  # hidden, until it starts

    def _draw(self, painter: QPainter, picture: FlowPicture) -> None:
        phase = picture.state.phase
        if phase is None:
            return
        pen = QPen(picture.theme.phase(phase), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 6.0])
        against_the_path = phase is Phase.BACKWARD
        offset = self._frame * PIXELS_A_FRAME / pen.widthF()
        pen.setDashOffset(offset if against_the_path else -offset)
        painter.setPen(pen)
        for path in self._paths:
            painter.drawPath(path)

    def _advance(self) -> None:
        self._frame += 1
        if self._frame == FRAMES:
            self.stop()
        self.update()
