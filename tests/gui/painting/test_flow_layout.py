from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.painting.flow_layout import CAPTION_HEIGHT, FlowLayout, column_at, edge_at, lay_out, unit_at

FIELDS = [(640.0, 360.0), (700.0, 560.0), (1400.0, 900.0)]  # the first is less than the smallest window leaves

networks = st.lists(st.integers(1, 64), min_size=2, max_size=12).map(tuple)
fields = st.sampled_from(FIELDS)
few = st.lists(st.integers(1, 6), min_size=2, max_size=4).map(tuple)


def distances(centers: np.ndarray) -> np.ndarray:
    return np.array([np.hypot(*(first - second)) for first, second in combinations(centers, 2)] or [np.inf])


@given(networks, fields)
def test_all_units_lie_inside_the_field_and_above_the_captions(
    sizes: tuple[int, ...], field: tuple[float, float]
) -> None:
    layout = lay_out(sizes, *field)
    for centers, radius in zip(layout.centers, layout.radii, strict=True):
        assert (centers - radius >= 0).all()
        assert (centers[:, 0] + radius <= layout.width).all()
        assert (centers[:, 1] + radius <= layout.height - CAPTION_HEIGHT).all()


@given(networks, fields)
def test_no_two_units_touch(sizes: tuple[int, ...], field: tuple[float, float]) -> None:
    layout = lay_out(sizes, *field)
    for centers, radius in zip(layout.centers, layout.radii, strict=True):
        assert distances(centers).min() >= 2 * radius


@given(networks, fields)
def test_layers_stand_from_left_to_right_with_room_between_them(
    sizes: tuple[int, ...], field: tuple[float, float]
) -> None:
    layout = lay_out(sizes, *field)
    lefts = [centers[:, 0].min() - radius for centers, radius in zip(layout.centers, layout.radii, strict=True)]
    rights = [centers[:, 0].max() + radius for centers, radius in zip(layout.centers, layout.radii, strict=True)]
    assert all(right < left for right, left in zip(rights, lefts[1:], strict=False))


@given(networks, fields)
def test_edges_run_from_center_to_center(sizes: tuple[int, ...], field: tuple[float, float]) -> None:
    layout = lay_out(sizes, *field)
    for before, after, curves in zip(layout.centers, layout.centers[1:], layout.curves, strict=False):
        np.testing.assert_allclose(curves[:, :, 0], np.broadcast_to(before[:, None], curves[:, :, 0].shape))
        np.testing.assert_allclose(curves[:, :, -1], np.broadcast_to(after[None], curves[:, :, -1].shape))


@given(networks, fields)
def test_each_unit_is_found_at_its_center(sizes: tuple[int, ...], field: tuple[float, float]) -> None:
    layout = lay_out(sizes, *field)
    for layer, centers in enumerate(layout.centers):
        assert [unit_at(layout, x, y) for x, y in centers] == [(layer, unit) for unit in range(len(centers))]


@given(few, fields)
def test_each_edge_is_found_on_its_curve(sizes: tuple[int, ...], field: tuple[float, float]) -> None:
    layout = lay_out(sizes, *field)
    for layer, curves in enumerate(layout.curves, start=1):
        for unit_in, unit_out in np.ndindex(curves.shape[:2]):
            x, y = curves[unit_in, unit_out, 3]
            found = edge_at(layout, x, y, 1.0)
            assert found is not None
            assert curve_at(layout, found) == pytest.approx(curve_at(layout, (layer, unit_in, unit_out)), abs=0.01)


def curve_at(layout: FlowLayout, edge: tuple[int, int, int]) -> list[float]:
    """Return a point on an edge, as two edges may run through the same point."""
    layer, unit_in, unit_out = edge
    point: list[float] = layout.curves[layer - 1][unit_in, unit_out, 3].tolist()
    return point


def test_an_edge_is_found_within_reach_only() -> None:
    layout = lay_out((1, 1), 700, 400)
    x, y = layout.curves[0][0, 0, 8]
    assert edge_at(layout, x, y + 5, reach=6) == (1, 0, 0)
    assert edge_at(layout, x, y + 5, reach=4) is None


def test_of_two_edges_the_nearer_one_is_found() -> None:
    layout = lay_out((2, 1), 700, 400)
    upper, lower = layout.curves[0][:, 0, 4]
    assert upper[1] < lower[1]
    assert edge_at(layout, upper[0], upper[1] + 3, reach=1000) == (1, 0, 0)
    assert edge_at(layout, lower[0], lower[1] - 3, reach=1000) == (1, 1, 0)


@pytest.mark.parametrize(("aside", "layer"), [(-3, 1), (3, 2)])
def test_of_edges_into_two_layers_the_nearer_one_is_found(aside: float, layer: int) -> None:
    layout = lay_out((1, 1, 1), 700, 400)
    x, y = layout.centers[1][0]
    assert edge_at(layout, x + aside, y, reach=20) == (layer, 0, 0)


def test_nothing_is_found_where_nothing_is() -> None:
    layout = lay_out((2, 2, 1), 700, 400)
    assert unit_at(layout, 0, 0) is None
    assert edge_at(layout, 0, 0, reach=9) is None


def test_a_layer_too_tall_for_the_field_gets_several_columns() -> None:
    tall = lay_out((2, 64, 1), 1000, 400)
    short = lay_out((2, 4, 1), 1000, 400)
    assert len(np.unique(tall.centers[1][:, 0].round(6))) > 1
    assert len(np.unique(short.centers[1][:, 0].round(6))) == 1


@pytest.mark.parametrize("field", [(1.0, 1.0), (10.0, 600.0), (600.0, 10.0)])
def test_a_field_without_room_is_no_error(field: tuple[float, float]) -> None:
    layout = lay_out((2, 3, 1), *field)
    assert all(np.isfinite(centers).all() for centers in layout.centers)
    assert min(layout.radii) > 0


@given(few, fields)
def test_columns_are_layers_and_what_lies_between(sizes: tuple[int, ...], field: tuple[float, float]) -> None:
    layout = lay_out(sizes, *field)
    middles = [float(centers[:, 0].mean()) for centers in layout.centers]
    for layer, x in enumerate(middles):
        assert column_at(layout, x) == 2 * layer
        if layer:
            assert column_at(layout, (x + middles[layer - 1]) / 2) == 2 * layer - 1
    assert column_at(layout, -1000) == 0
    assert column_at(layout, 1e6) == 2 * (len(sizes) - 1)
