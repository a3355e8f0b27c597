import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from core.data import Data
from core.datasets import DATASETS
from gui.painting.color_scale import ColorScale, Hue
from gui.painting.scatter_points import CIRCLE, MANY, SHAPE_SIGNS, SQUARE, Points, draw_points, points_of
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import Pixels, count_of, nearly, pixels_of

pytestmark = pytest.mark.usefixtures("qapp")  # pixmaps need an application

XOR = DATASETS["xor"].make()


def drawn(points: Points, theme: Theme = LIGHT) -> Pixels:
    """Return what points look like on a card of 100 by 100, their places taken as pixels."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    draw_points(painter, points, points.places, ColorScale(Hue.VALUE, theme, points.limit, theme.card))
    painter.end()
    return pixels_of(image)


def one(value: float, shape: int = CIRCLE, *, test: bool = False) -> Points:
    return Points(np.array([[50.0, 50.0]]), np.array([value]), np.array([shape]), 0 if test else 1)


def test_two_classes_are_blue_and_orange_and_have_two_shapes() -> None:
    points = points_of(XOR, (0, 1))
    assert points.places.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert points.values.tolist() == [-1, 1, 1, -1]
    assert points.shapes.tolist() == [SQUARE, CIRCLE, CIRCLE, SQUARE]
    assert (points.count, points.training, points.limit) == (4, 4, 1)


def test_classes_of_several_targets_are_spread_over_the_scale() -> None:
    points = points_of(DATASETS["rings"].make(), (0, 1))
    assert set(zip(points.values.tolist(), points.shapes.tolist(), strict=True)) == {(-1, 0), (0, 1), (1, 2)}


def test_numbers_are_coloured_by_their_value_and_shaped_by_their_sign() -> None:
    points = points_of(Data(((1.0,), (2.0,), (3.0,)), ((-4.0,), (0.0,), (2.5,))), (0, 1))
    assert points.places.tolist() == [[1, -4], [2, 0], [3, 2.5]]
    assert points.values.tolist() == [-4, 0, 2.5]
    assert points.shapes.tolist() == [SQUARE, CIRCLE, CIRCLE]
    assert points.limit == 5


def test_samples_to_test_with_come_behind_those_to_learn_from() -> None:
    points = points_of(replace(XOR, test_inputs=((5.0, 6.0),), test_targets=((1.0,),)), (1, 0))
    assert points.training == 4
    assert points.places[4].tolist() == [6, 5]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_mean_the_sign(theme: Theme) -> None:
    assert count_of(theme.positive_value, drawn(one(1), theme)) > 20
    assert count_of(theme.negative_value, drawn(one(-1), theme)) > 20


def test_shapes_differ_without_colour() -> None:
    shapes = [drawn(one(1, shape)) for shape in range(len(SHAPE_SIGNS))]
    for at, shape in enumerate(shapes):
        assert all(not np.array_equal(shape, other) for other in shapes[at + 1 :])


def test_a_sample_to_test_with_has_a_bold_rim() -> None:
    assert nearly(LIGHT.text, drawn(one(0, test=True))) > 10
    assert nearly(LIGHT.text, drawn(one(0))) == 0


def test_many_points_are_smaller() -> None:
    few = Points(np.full((1, 2), 50.0), np.ones(1), np.ones(1, int), 1)
    many = Points(np.full((MANY, 2), 50.0), np.ones(MANY), np.ones(MANY, int), MANY)
    assert count_of(LIGHT.card, drawn(few)) < count_of(LIGHT.card, drawn(many))
