import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor

from core.classes import classes_of
from core.data import Data
from core.experiment import Experiment, Layer
from core.network import Parameters, initial_parameters
from core.questions.plane import Plane
from gui.painting.plane_image import CLASS_COLORS
from gui.painting.plane_picture import Levels, PlanePainter, levels_of
from gui.theme import LIGHT
from tests.gui.looks import count_of, pixels_of
from tests.gui.runs import ARTICLE

THREE_CLASSES = Experiment(
    Data(
        inputs=((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)),
        targets=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ),
    (Layer(3, "softmax"),),
)
NUMBERS = Experiment(
    Data(inputs=((0.0, 0.0), (1.0, 1.0), (0.5, 0.0)), targets=((-3.0,), (1.0,), (0.0,))), (Layer(1, "linear"),)
)
CURVE = Experiment(Data(inputs=((0.0,), (1.0,), (2.0,)), targets=((-1.0,), (3.0,), (1.0,))), (Layer(1, "linear"),))


def set_to(experiment: Experiment, weights: list[list[float]], biases: list[float]) -> Parameters:
    """Return the parameters of a network of one layer."""
    parameters = initial_parameters(experiment)
    parameters.weights[0][...] = weights
    parameters.biases[0][...] = biases
    return parameters


@pytest.mark.parametrize(
    ("targets", "levels"),
    [
        (((0.0,), (1.0,)), Levels(0.5, 0.5)),
        (((-1.0,), (1.0,)), Levels(0, 1)),
        (((0.0,), (1.0,), (-3.0,)), Levels(0, 5)),
        (((1.0, 0.0), (0.0, 1.0)), Levels(0.5, 0.5)),
        (((3.0, 0.0), (0.0, 70.0)), Levels(0, 5)),
    ],
)
def test_levels_go_from_one_class_to_the_other_or_around_zero(
    targets: tuple[tuple[float, ...], ...], levels: Levels
) -> None:
    data = Data(inputs=tuple((float(number),) for number in range(len(targets))), targets=targets)
    assert levels_of(data, classes_of(data), 0) == levels


def test_the_ends_of_the_levels_are_written_beside_the_bar() -> None:
    assert Levels(0.5, 0.5).texts() == ["0", "0.5", "1"]
    assert Levels(0, 5).texts() == ["−5", "0", "5"]


def test_a_class_has_its_colour_where_the_network_answers_with_it() -> None:
    experiment = replace(ARTICLE, layers=(Layer(1),))
    parameters = set_to(experiment, [[1e3], [0]], [-500.0])  # 1 right of x = ½, and 0 left of it
    picture = PlanePainter(Plane(experiment), 0, LIGHT).picture(parameters)
    assert picture.image is not None
    assert picture.image.pixelColor(39, 20) == QColor(LIGHT.positive_value)
    assert picture.image.pixelColor(0, 20) == QColor(LIGHT.negative_value)
    assert picture.texts == ["0", "0.5", "1"]


def test_the_boundary_lies_where_the_output_is_between_the_classes() -> None:
    experiment = replace(ARTICLE, layers=(Layer(1),))
    parameters = set_to(experiment, [[2.0], [0.0]], [-1.0])
    lines = PlanePainter(Plane(experiment), 0, LIGHT).picture(parameters).lines
    np.testing.assert_allclose(lines[..., 0], 0.5, atol=0.01)
    assert lines[..., 1].min() == pytest.approx(-0.15)
    assert lines[..., 1].max() == pytest.approx(1.15)


def test_numbers_have_no_boundary() -> None:
    picture = PlanePainter(Plane(NUMBERS), 0, LIGHT).picture(initial_parameters(NUMBERS))
    assert len(picture.lines) == 0
    assert picture.texts == ["−5", "0", "5"]


def winning() -> Parameters:
    return set_to(THREE_CLASSES, [[0, 9e3, 0], [0, 0, 9e3]], [4.5e3, 0, 0])


def test_of_several_classes_the_one_that_wins_gives_the_colour() -> None:
    painter = PlanePainter(Plane(THREE_CLASSES), None, LIGHT)
    picture = painter.picture(winning())
    assert picture.image is not None
    first, second, third = (QColor(getattr(LIGHT, name)) for name in CLASS_COLORS[:3])
    assert picture.image.pixelColor(8, 31) == first
    assert picture.image.pixelColor(39, 31) == second
    assert picture.image.pixelColor(8, 0) == third
    assert picture.texts == ["1", "2", "3"]
    assert [picture.bar.pixelColor(0, row) for row in (2, 1, 0)] == [first, second, third]
    colors = painter.colors(np.eye(3))
    assert [QColor.fromRgb(color) for color in colors.tolist()] == [first, second, third]


def test_where_a_class_only_just_wins_its_colour_is_faint() -> None:
    shown = PlanePainter(Plane(THREE_CLASSES), None, LIGHT).picture(set_to(THREE_CLASSES, [[0] * 3] * 2, [1e-6, 0, 0]))
    assert shown.image is not None
    color, full = shown.image.pixelColor(20, 20), QColor(LIGHT.positive_value)
    assert full.lightnessF() < color.lightnessF() < QColor(LIGHT.card).lightnessF()
    assert color.hue() == pytest.approx(full.hue(), abs=5)


def test_the_boundary_of_a_class_lies_where_it_begins_to_win() -> None:
    plane, parameters = Plane(THREE_CLASSES), set_to(THREE_CLASSES, [[0, 9, 0], [0, 0, 9]], [4.5, 0, 0])
    every = PlanePainter(plane, None, LIGHT).picture(parameters).lines
    second = PlanePainter(plane, 1, LIGHT).picture(parameters).lines
    assert 0 < len(second) < len(every)
    for x, y in second.reshape(-1, 2).tolist():
        a, b, c = plane.outputs_at(parameters, x, y)
        assert b == pytest.approx(max(a, c), abs=0.05)


@pytest.mark.parametrize("output", [0, None])
def test_what_is_no_number_is_shown_as_such(output: int | None) -> None:
    parameters = initial_parameters(THREE_CLASSES)
    parameters.flat[:] = np.nan
    picture = PlanePainter(Plane(THREE_CLASSES), output, LIGHT).picture(parameters)
    assert picture.image is not None
    assert count_of(LIGHT.warning_ground, pixels_of(picture.image)) == 40 * 40
    assert len(picture.lines) == 0


def test_over_one_input_the_output_is_a_curve() -> None:
    painter = PlanePainter(Plane(CURVE, vertical=None), 0, LIGHT)
    picture = painter.picture(set_to(CURVE, [[2.0]], [-1.0]))
    assert picture.image is None
    np.testing.assert_allclose(picture.lines[..., 1], 2 * picture.lines[..., 0] - 1)
    np.testing.assert_array_equal(picture.lines[1:, 0], picture.lines[:-1, 1])
    assert picture.y == (-2, 4)


def test_a_curve_through_targets_that_are_all_the_same_has_room() -> None:
    data = replace(CURVE.data, targets=((2.0,), (2.0,), (2.0,)))
    experiment = replace(CURVE, data=data)
    low, high = PlanePainter(Plane(experiment, vertical=None), 0, LIGHT).picture(initial_parameters(experiment)).y
    assert low < 2 < high


def test_points_have_the_colours_of_the_picture() -> None:
    painter = PlanePainter(Plane(ARTICLE), 0, LIGHT)
    zero, half, one = (QColor.fromRgb(color) for color in painter.colors(np.array([[0.0], [0.5], [1.0]])).tolist())
    assert (zero, half, one) == (QColor(LIGHT.negative_value), QColor(LIGHT.card), QColor(LIGHT.positive_value))


def test_points_of_many_targets_share_few_colours() -> None:
    colors = PlanePainter(Plane(NUMBERS), 0, LIGHT).colors(np.linspace(-5, 5, 999)[:, np.newaxis])
    assert 10 < len(set(colors.tolist())) < 20
