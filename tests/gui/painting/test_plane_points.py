import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from core.classes import classes_of
from core.data import Data
from core.experiment import Experiment, Layer
from core.network import initial_parameters, predict
from gui.painting.plane_points import LARGEST, MANY, MOST_DRAWN, PlaneSamples, PointPictures, points_of
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import Pixels, count_of, nearly, pixels_of
from tests.gui.runs import ARTICLE

RED = QColor("#ff0000").rgb()
pytestmark = pytest.mark.usefixtures("qapp")


def line_of(training: int, test: int = 0) -> Experiment:
    """Return an experiment in which the input of a sample is its number; those of the test are negative."""
    return Experiment(
        Data(
            inputs=tuple((float(number),) for number in range(training)),
            targets=tuple((float(number % 2),) for number in range(training)),
            test_inputs=tuple((-1.0 - number,) for number in range(test)),
            test_targets=((0.0,),) * test,
        ),
        (Layer(1),),
    )


def test_samples_of_training_and_test_are_told_apart() -> None:
    samples = PlaneSamples(line_of(3, 2))
    assert samples.inputs[:, 0].tolist() == [0, 1, 2, -1, -2]
    assert samples.is_test.tolist() == [False] * 3 + [True] * 2
    assert samples.numbers.tolist() == [0, 1, 2, 0, 1]
    assert samples.step == 1


def test_of_very_many_samples_some_are_drawn() -> None:
    samples = PlaneSamples(line_of(3 * MOST_DRAWN, 30))
    assert len(samples.inputs) <= MOST_DRAWN
    assert samples.step == 4
    training = samples.inputs[~samples.is_test, 0]
    np.testing.assert_array_equal(training, samples.numbers[~samples.is_test])
    assert (np.diff(training) == 4).all()
    assert samples.is_test.any()


def test_the_outputs_are_the_networks() -> None:
    samples, parameters = PlaneSamples(ARTICLE), initial_parameters(ARTICLE)
    np.testing.assert_array_equal(samples.outputs(parameters), predict(ARTICLE.layers, parameters, samples.inputs))


def test_features_are_made_of_the_inputs() -> None:
    experiment = replace(ARTICLE, data=replace(ARTICLE.data, features=("x_times_y",)))
    samples, parameters = PlaneSamples(experiment), initial_parameters(experiment)
    expected = predict(experiment.layers, parameters, np.prod(samples.inputs, axis=1, keepdims=True))
    np.testing.assert_array_equal(samples.outputs(parameters), expected)


def test_wrong_is_what_is_taken_for_another_class() -> None:
    samples = PlaneSamples(line_of(4))
    outputs = np.array([[0.1], [0.2], [0.9], [0.8]])
    classes = classes_of(line_of(4).data)
    assert samples.wrong(outputs, classes).tolist() == [False, True, True, False]
    assert samples.wrong(outputs, None).tolist() == [False] * 4


def test_errors_are_shares_of_the_scale() -> None:
    samples = PlaneSamples(line_of(4))
    outputs = np.array([[0.0], [0.5], [7.0], [np.nan]])
    assert samples.error_shares(outputs, 0, 0.5).tolist() == [0, 0.5, 1, 1]
    assert samples.error_shares(outputs, None, 0.5).tolist() == [0, 0.5, 1, 1]


def drawn(share: float, *, wrong: bool = False, test: bool = False, count: int = 1, theme: Theme = LIGHT) -> Pixels:
    """Return what a red point looks like on a ground of its own."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    points = points_of(
        np.array([[20.0, 20.0]]), np.array([RED], np.uint32), np.array([share]), np.array([wrong]), np.array([test])
    )
    pictures = PointPictures(theme, 1.0, count)
    for _ in range(2):
        pictures.draw(painter, points.places, points.codes)
    painter.end()
    return pixels_of(image)


def test_a_point_is_where_it_belongs_in_its_colour() -> None:
    shown = drawn(1.0)
    rows, columns = np.nonzero((shown == (255, 0, 0)).all(axis=-1))
    assert (rows.mean(), columns.mean()) == pytest.approx((19.5, 19.5), abs=0.6)
    assert np.ptp(columns) <= 2 * LARGEST


def test_the_larger_the_error_the_larger_the_point() -> None:
    areas = [count_of("#ff0000", drawn(share)) for share in (0.0, 0.4, 0.7, 1.0)]
    assert areas == sorted(set(areas))


def test_among_many_points_all_are_smaller() -> None:
    assert count_of("#ff0000", drawn(1.0, count=MANY)) < count_of("#ff0000", drawn(1.0))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_test_points_have_a_dark_rim_and_others_a_light_one(theme: Theme) -> None:
    dark, light = sorted((theme.card, theme.text), key=lambda color: QColor(color).lightnessF())
    training, test = drawn(1.0, theme=theme), drawn(1.0, test=True, theme=theme)
    assert nearly(light, training) > 5
    assert nearly(light, test) == 0
    assert nearly(dark, test) > 5


def test_a_wrong_answer_has_another_shape() -> None:
    disc, diamond = (drawn(1.0, wrong=wrong) for wrong in (False, True))
    corner = (slice(14, 17), slice(14, 17))
    assert count_of("#ff0000", disc) == pytest.approx(count_of("#ff0000", diamond), rel=0.35)
    assert not np.array_equal(disc[corner], diamond[corner])
    assert count_of("#808080", diamond[corner]) > count_of("#808080", disc[corner])
