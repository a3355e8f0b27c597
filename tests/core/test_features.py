import math

import numpy as np
import pytest

from core.features import FEATURES, compute_features

POINTS = np.array([[0.5, -2.0], [-1.5, 3.0]])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("x", [0.5, -1.5]),
        ("y", [-2.0, 3.0]),
        ("x_squared", [0.25, 2.25]),
        ("y_squared", [4.0, 9.0]),
        ("x_times_y", [-1.0, -4.5]),
        ("sin_x", [math.sin(0.5), math.sin(-1.5)]),
        ("sin_y", [math.sin(-2.0), math.sin(3.0)]),
    ],
)
def test_each_feature_is_what_its_name_says(name: str, values: list[float]) -> None:
    np.testing.assert_allclose(compute_features([name], POINTS)[:, 0], values, rtol=1e-15)
    assert FEATURES[name].name == name


def test_features_stand_in_the_order_asked_for() -> None:
    assert compute_features(["y", "x_squared"], POINTS).tolist() == [[-2.0, 0.25], [3.0, 2.25]]


def test_without_names_the_inputs_are_seen_themselves() -> None:
    wide = np.arange(6.0).reshape(2, 3)
    assert compute_features([], wide) is wide


def test_texts_are_all_different() -> None:
    assert len({feature.text for feature in FEATURES.values()}) == len({f.latex for f in FEATURES.values()}) == 7
