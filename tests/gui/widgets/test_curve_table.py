import numpy as np

from core.history import Curve
from gui.widgets.curve_table import curve_table


def curve(epochs: list[float], low: list[float], high: list[float] | None = None) -> Curve:
    return Curve(np.array(epochs), np.array(low), np.array(low if high is None else high))


def table(**curves: Curve) -> list[str]:
    return curve_table("epoch", curves, "min", "max").splitlines()


def test_each_curve_has_its_column_with_all_digits() -> None:
    assert table(L=curve([0, 1], [0.1 + 0.2, 1e-300]), MSE=curve([0, 1], [2.0, 3.0])) == [
        "epoch,L,MSE",
        "0,0.30000000000000004,2.0",
        "1,1e-300,3.0",
    ]


def test_of_buckets_the_lowest_and_the_highest_value_are_told() -> None:
    assert table(L=curve([0, 8], [1.0, 0.5], [2.0, 0.75])) == ["epoch,L min,L max", "0,1.0,2.0", "8,0.5,0.75"]


def test_where_a_curve_has_no_point_or_no_number_the_place_is_empty() -> None:
    assert table(L=curve([0, 2], [1.0, np.nan]), other=curve([1.5, 2], [3.0, np.inf])) == [
        "epoch,L,other",
        "0,1.0,",
        "1.5,,3.0",
        "2,,inf",
    ]


def test_without_curves_there_is_the_first_line_alone() -> None:
    assert table() == ["epoch"]
