import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.painting.plane_axes import Frame
from gui.widgets.probe import ARROWS, PROBE_SIZE, PROBE_STEPS, draw_probe, moved
from tests.gui.looks import count_of, pixels_of

FRAME = Frame(QRectF(10, 10, 80, 60), (-2.0, 2.0), (0.0, 10.0))


def test_it_begins_in_the_middle() -> None:
    assert all(moved(FRAME, None, by) == (0.0, 5.0) for by in ARROWS.values())


@given(st.lists(st.sampled_from(list(ARROWS.values())), max_size=3 * PROBE_STEPS))
def test_it_never_leaves_the_field(ways: list[tuple[int, int]]) -> None:
    point = None
    for way in ways:
        point = moved(FRAME, point, way)
        assert FRAME.x[0] <= point[0] <= FRAME.x[1]
        assert FRAME.y[0] <= point[1] <= FRAME.y[1]


@given(st.sampled_from(list(ARROWS.values())))
def test_from_border_to_border_it_takes_so_many_keys(way: tuple[int, int]) -> None:
    across, up = way
    point = (-2.0 * across, 5.0 - 5.0 * up)
    for _ in range(PROBE_STEPS):
        point = moved(FRAME, point, way)
    assert point == pytest.approx((2.0 * across, 5.0 + 5.0 * up))


def test_the_cross_is_seen_where_the_probe_is() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw_probe(painter, QPointF(20, 20))
    painter.end()
    assert image.pixelColor(20, 20) == QColor("black")
    assert count_of("black", pixels_of(image)) >= 4 * PROBE_SIZE
