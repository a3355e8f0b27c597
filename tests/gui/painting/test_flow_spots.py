import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.experiment import ParameterIndex
from core.operations import NOTHING, SAMPLES, units
from gui.painting.flow_spots import (
    Spot,
    exists,
    next_column,
    next_spot,
    parameter_name,
    path_name,
    spot_of,
    unit_name,
)
from gui.session import Place

networks = st.lists(st.integers(1, 5), min_size=2, max_size=5).map(tuple)


def all_spots(sizes: tuple[int, ...]) -> list[Spot]:
    """Return the units and edges of a network from left to right."""
    spots = [Spot(0, unit) for unit in range(sizes[0])]
    for layer in range(1, len(sizes)):
        spots += [Spot(layer, unit, before) for unit in range(sizes[layer]) for before in range(sizes[layer - 1])]
        spots += [Spot(layer, unit) for unit in range(sizes[layer])]
    return spots


@given(networks)
def test_one_after_another_all_units_and_edges_are_gone_through(sizes: tuple[int, ...]) -> None:
    expected, spot, walked = all_spots(sizes), None, []
    for _ in expected:
        spot = next_spot(sizes, spot, 1)
        walked.append(spot)
    assert walked == expected
    assert next_spot(sizes, expected[-1], 1) == expected[-1]
    back = [next_spot(sizes, spot, -1) for spot in expected]
    assert back == [expected[0], *expected[:-1]]


@given(networks, st.data())
def test_a_column_further_there_is_something_of_the_next_column(sizes: tuple[int, ...], data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(all_spots(sizes)))
    last = 2 * (len(sizes) - 1)
    for by in (1, -1):
        found = next_column(sizes, spot, by)
        assert exists(sizes, found)
        assert found.column == min(max(spot.column + by, 0), last)


def test_the_keys_begin_at_the_first_input() -> None:
    assert next_spot((2, 2, 1), None, -1) == next_column((2, 2, 1), None, 1) == Spot(0, 0)


@given(networks, st.data())
def test_what_is_pointed_at_is_the_same_unit_or_edge(sizes: tuple[int, ...], data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(all_spots(sizes)))
    assert spot_of(spot.place(None)) == spot_of(spot.place(3)) == spot


@pytest.mark.parametrize("place", [{}, {SAMPLES: 1}, {NOTHING: 0}, {units(0): 1, units(2): 0}])
def test_a_place_of_no_single_unit_or_edge_is_none_of_them(place: Place) -> None:
    assert spot_of(place) is None


def test_of_a_unit_the_row_of_the_sample_lights_too() -> None:
    assert Spot(1, 2).place(3) == {units(1): 2, SAMPLES: 3}
    assert Spot(1, 2, 0).place(3) == {units(0): 0, units(1): 2}


def test_a_unit_has_a_bias_an_edge_a_weight_and_an_input_nothing() -> None:
    assert Spot(2, 1).parameter == ParameterIndex(2, 1)
    assert Spot(2, 1, 0).parameter == ParameterIndex(2, 1, 0)
    assert Spot(0, 1).parameter is None


@pytest.mark.parametrize(
    ("layer", "unit", "name"), [(0, 0, "x₁"), (0, 11, "x₁₂"), (1, 0, "a₁⁽¹⁾"), (10, 63, "a₆₄⁽¹⁰⁾")]
)
def test_names_of_units(layer: int, unit: int, name: str) -> None:
    assert unit_name(layer, unit) == path_name(Spot(layer, unit)) == name


@pytest.mark.parametrize(
    ("index", "name"),
    [
        (ParameterIndex(1, 1, 0), "w₁₂⁽¹⁾"),
        (ParameterIndex(2, 0, 11), "w₁₂,₁⁽²⁾"),
        (ParameterIndex(2, 9, 0), "w₁,₁₀⁽²⁾"),
        (ParameterIndex(10, 1), "b₂⁽¹⁰⁾"),
    ],
)
def test_names_of_parameters(index: ParameterIndex, name: str) -> None:
    assert parameter_name(index) == name


def test_an_edge_is_called_by_its_ends() -> None:
    assert path_name(Spot(1, 1, 0)) == "x₁ → a₂⁽¹⁾"


@pytest.mark.parametrize("spot", [Spot(3, 0), Spot(1, 2), Spot(1, 0, 3), Spot(2, 1, 0)])
def test_what_a_smaller_network_does_not_have(spot: Spot) -> None:
    assert not exists((3, 2, 1), spot)
    assert exists((3, 2, 1), Spot(1, 1, 2))
