import math

import pytest

from core.given_parameters import GivenParameters
from core.text import RefusalError

WEIGHTS = (((1.0, 2.0), (3.0, 4.0), (5.0, 6.0)), ((7.0,), (8.0,)))
BIASES = ((9.0, 10.0), (11.0,))
SIZES = (3, 2, 1)


def test_parameters_of_the_networks_shapes_fit() -> None:
    GivenParameters(WEIGHTS, BIASES).require_fit(SIZES)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (GivenParameters(WEIGHTS[:1], BIASES), "weights"),
        (GivenParameters((WEIGHTS[0][:2], WEIGHTS[1]), BIASES), "weights"),
        (GivenParameters((((1.0, 2.0), (3.0,), (5.0, 6.0)), WEIGHTS[1]), BIASES), "weights"),
        (GivenParameters(WEIGHTS, BIASES[:1]), "biases"),
        (GivenParameters(WEIGHTS, ((9.0,), (11.0,))), "biases"),
    ],
)
def test_parameters_of_other_shapes_are_refused(given: GivenParameters, name: str) -> None:
    with pytest.raises(RefusalError) as refused:
        given.require_fit(SIZES)
    assert str(refused.value) == f"The given {name} do not have the shapes of this network."
    assert refused.value.place == f".parameters.{name}"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_parameters_that_are_not_finite_are_refused(value: float) -> None:
    with pytest.raises(RefusalError) as refused:
        GivenParameters(WEIGHTS, ((9.0, value), (11.0,))).require_fit(SIZES)
    assert str(refused.value) == "Every given parameter must be a finite number."
    assert refused.value.place == ".parameters.biases"
