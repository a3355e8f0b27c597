import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.data import Data
from core.datasets import DATASETS, article_experiment
from core.experiment import Experiment, Layer
from core.network import Parameters, initial_parameters, predict
from core.questions.plane import MARGIN, Plane, input_ranges
from tests.core.strategies import experiments

ARTICLE = article_experiment()
THREE = Data(inputs=((0.0, 1.0, 5.0), (2.0, 3.0, 7.0)), targets=((0.0,), (1.0,)), test_inputs=((4.0, 1.0, 6.0),),
             test_targets=((1.0,),))  # fmt: skip


def of_three(*sizes: int) -> Experiment:
    return Experiment(THREE, tuple(Layer(units) for units in (*sizes, 1)))


def points_of(plane: Plane) -> list[tuple[float, ...]]:
    """Return the points of the plane, row by row, made one by one."""
    points = []
    for y in plane.y:
        for x in plane.x:
            point = plane.fixed.tolist()
            point[plane.horizontal] = float(x)
            if plane.vertical is not None:
                point[plane.vertical] = float(y)
            points.append(tuple(point))
    return points


@given(experiments(), st.data(), st.sampled_from([1, 2, 7, 16]))
def test_the_answers_are_those_of_the_network_bit_for_bit(
    experiment: Experiment, data: st.DataObject, size: int
) -> None:
    count = experiment.data.input_count
    horizontal = data.draw(st.integers(0, count - 1))
    vertical = data.draw(st.sampled_from([None, *(number for number in range(count) if number != horizontal)]))
    plane = Plane(experiment, horizontal, vertical, size=size)
    parameters = initial_parameters(experiment)
    inputs = experiment.data.network_inputs(tuple(points_of(plane)))
    expected = predict(experiment.layers, parameters, inputs)
    shown = plane.outputs(parameters)
    assert shown.shape == (experiment.data.target_count, len(plane.y), size)
    np.testing.assert_array_equal(shown, expected.T.reshape(shown.shape))
    for number, units in enumerate(plane.units(parameters)):
        layers, sizes = experiment.layers[:number], experiment.sizes[: number + 1]
        assert units.shape == (sizes[-1], len(plane.y), size)
        so_far = Parameters(experiment.sizes)
        so_far.flat[:] = parameters.flat
        so_far.weights, so_far.biases = so_far.weights[:number], so_far.biases[:number]
        np.testing.assert_array_equal(units, predict(layers, so_far, inputs).T.reshape(units.shape))


def test_the_answers_follow_the_parameters() -> None:
    plane, parameters = Plane(ARTICLE), initial_parameters(ARTICLE)
    before = plane.outputs(parameters).copy()
    parameters.biases[-1][...] += 1
    after = plane.outputs(parameters)
    assert (after > before).all()


def test_the_answer_at_a_point_is_that_of_the_network() -> None:
    plane, parameters = Plane(ARTICLE), initial_parameters(ARTICLE)
    expected = predict(ARTICLE.layers, parameters, np.array([[0.3, 0.8]]))[0]
    np.testing.assert_array_equal(plane.outputs_at(parameters, 0.3, 0.8), expected)


def test_columns_go_along_the_horizontal_input_and_rows_up_the_vertical_one() -> None:
    plane = Plane(of_three(), horizontal=2, vertical=0, fixed=(9.0, -1.0, 9.0), size=3)
    seen = plane.units(initial_parameters(of_three()))[0]
    np.testing.assert_array_equal(seen[2], np.tile(plane.x, (3, 1)))
    np.testing.assert_array_equal(seen[0], np.tile(plane.y, (3, 1)).T)
    assert (seen[1] == -1).all()


def test_the_other_inputs_have_their_mean_in_the_training_samples() -> None:
    plane = Plane(of_three(), 0, 1)
    assert plane.fixed.tolist() == [1, 2, 6]
    assert (plane.units(initial_parameters(of_three()))[0][2] == 6).all()


def test_the_plane_reaches_beyond_all_samples_also_those_of_the_test() -> None:
    ranges = input_ranges(THREE)
    np.testing.assert_allclose(ranges.low, [-4 * MARGIN, 1 - 2 * MARGIN, 5 - 2 * MARGIN])
    np.testing.assert_allclose(ranges.high, [4 + 4 * MARGIN, 3 + 2 * MARGIN, 7 + 2 * MARGIN])


def test_a_plane_has_room_on_both_sides_of_values_that_are_all_the_same() -> None:
    ranges = input_ranges(Data(inputs=((3.0,), (3.0,)), targets=((0.0,), (1.0,))))
    assert (ranges.low.item(), ranges.high.item()) == (2, 4)


def test_a_plane_has_room_also_where_all_values_are_the_same_and_huge() -> None:
    ranges = input_ranges(Data(inputs=((1e300,), (1e300,)), targets=((0.0,), (1.0,))))
    assert ranges.low < ranges.high


@pytest.mark.parametrize("size", [1e308, 1.7e308])
def test_a_plane_over_huge_values_is_finite(size: float) -> None:
    data = Data(inputs=((-size, 0.0), (size, 1.0)), targets=((0.0,), (1.0,)))
    plane = Plane(replace(ARTICLE, data=data))
    assert np.isfinite(plane.x).all()
    assert plane.x[0] < plane.x[-1]


def test_features_are_computed_of_the_points() -> None:
    data = replace(DATASETS["xor"].make(), features=("y", "x_times_y"))
    experiment = Experiment(data, (Layer(1),))
    plane = Plane(experiment, size=4)
    y, product = plane.units(initial_parameters(experiment))[0]
    np.testing.assert_array_equal(y, np.tile(plane.y, (4, 1)).T)
    np.testing.assert_array_equal(product, np.outer(plane.y, plane.x))
