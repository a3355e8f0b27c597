import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.painting.curve_frame import Frame, field_of, paint_axes, paint_line, paint_upright
from gui.painting.curve_lines import Line
from gui.theme import LIGHT, number_font
from tests.gui.looks import Pixels, is_blank, nearly, pixels_of

FIELD = QRectF(40, 10, 200, 100)
FRAME = Frame(FIELD, (0.0, 100.0), (0.0, 1.0))
RED = "#ff0000"


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def line_of(values: list[float], **style: object) -> Line:
    return Line(np.arange(float(len(values))), np.array(values), RED, **style)  # type: ignore[arg-type]


def painted(*lines: Line, frame: Frame = FRAME) -> Pixels:
    image = QImage(260, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    for line in lines:
        paint_line(painter, frame, line)
    painter.end()
    return pixels_of(image)


def test_an_epoch_and_its_place_belong_together() -> None:
    assert FRAME.x(50) == 140
    assert FRAME.epoch(140) == 50
    assert (FRAME.epoch(0), FRAME.epoch(1000)) == (0, 100)


def test_points_lie_where_their_epochs_and_values_are() -> None:
    x, y = FRAME.places(Line(np.array([0.0, 50.0]), np.array([0.0, 0.5]), RED))
    assert (x.tolist(), y.tolist()) == ([40, 140], [110, 60])


def test_what_is_beyond_the_range_lies_at_its_edge() -> None:
    _, y = FRAME.places(line_of([-5.0, 7.0, np.finfo(float).max, np.nan]))
    np.testing.assert_array_equal(y, [110, 10, 10, np.nan])


def test_the_field_is_clear_of_the_numbers_and_never_empty() -> None:
    field = field_of(330, 260)
    assert 30 < field.left() < field.right() < 330
    assert 0 < field.top() < field.bottom() < 250
    assert min(field_of(5, 5).width(), field_of(5, 5).height()) > 0


def test_a_line_is_drawn_in_its_colour_and_broken_where_a_value_is_missing() -> None:
    whole = painted(line_of([0.5] * 101))
    assert nearly(RED, whole) > 190
    broken = painted(line_of([0.5] * 40 + [np.nan] * 20 + [0.5] * 41))
    assert 130 < nearly(RED, broken) < 180


def test_a_dashed_line_has_gaps_and_a_faint_one_is_pale() -> None:
    whole = painted(line_of([0.5] * 101))
    assert 0 < nearly(RED, painted(line_of([0.5] * 101, dash=(4.0, 4.0)))) < 0.7 * nearly(RED, whole)
    faint = painted(line_of([0.5] * 101, faint=True))
    assert nearly(RED, faint) == 0
    assert not is_blank(faint)


def test_one_point_alone_is_to_be_seen() -> None:
    assert not is_blank(painted(line_of([0.5])))


@pytest.mark.parametrize("logarithmic", [False, True])
def test_axes_are_written_beside_and_below_the_field(logarithmic: bool) -> None:
    image = QImage(260, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    painter.setFont(number_font(10))
    paint_axes(painter, Frame(FIELD, (0.0, 100.0), (-2.0, 0.0), logarithmic), LIGHT)
    paint_upright(painter, FRAME, 50, RED)
    painter.end()
    shown = pixels_of(image)
    assert nearly(LIGHT.quiet, shown[:, :38]) > 20
    assert nearly(LIGHT.quiet, shown[112:]) > 20
    assert nearly(RED, shown[:, 140:141]) == 101
