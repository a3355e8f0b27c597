import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from core.experiment import Experiment
from core.network import Parameters, initial_parameters
from core.questions.plane import Plane
from gui.painting.color_scale import Hue
from gui.painting.plane_image import NOT_A_NUMBER, SHADES, UnitMaps, class_table, color_table, image_of, shades
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import contrast, pixels_of
from tests.gui.runs import ARTICLE, experiment_of


def rgb(color: str) -> int:
    return QColor(color).rgb()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("hue", list(Hue))
def test_colours_go_from_the_negative_hue_through_the_card_to_the_positive_one(theme: Theme, hue: Hue) -> None:
    table = color_table(theme, hue)
    assert len(table) == 256
    assert table[0] == rgb(getattr(theme, f"negative_{hue.value}"))
    assert table[SHADES] == rgb(theme.card)
    assert table[2 * SHADES] == rgb(getattr(theme, f"positive_{hue.value}"))
    assert len(set(table.tolist())) > 200
    assert table[NOT_A_NUMBER] == rgb(theme.warning_ground)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_class_goes_from_the_card_to_a_colour_of_its_own(theme: Theme) -> None:
    table = class_table(theme, 5)
    assert table.shape == (5, 256)
    assert set(table[:, 0].tolist()) == {rgb(theme.card)}
    assert len(set(table[:, NOT_A_NUMBER - 1].tolist())) == 5
    assert set(table[:, NOT_A_NUMBER].tolist()) == {rgb(theme.warning_ground)}
    assert class_table(theme, 64).shape == (64, 256)


@given(st.floats(-1e300, 1e300), st.floats(1e-300, 1e300), st.floats(-10, 10))
def test_a_value_has_the_shade_of_its_side(value: float, limit: float, middle: float) -> None:
    (place,) = shades(np.array([value]), limit, middle)
    side = np.sign(int(place) - SHADES)
    assert side in (0, np.sign(value - middle))
    if value - middle >= limit:
        assert place == 2 * SHADES
    if middle - value >= limit:
        assert place == 0


def test_zero_has_the_colour_of_the_card_and_what_is_beyond_the_limit_that_of_the_limit() -> None:
    values = np.array([-np.inf, -5.0, -2.0, 0.0, 1.0, 2.0, 5.0, np.inf])
    half = round(1.5 * SHADES)
    assert shades(values, 2.0).tolist() == [0, 0, 0, SHADES, pytest.approx(half, abs=1), *[2 * SHADES] * 3]


def test_what_is_not_a_number_has_a_shade_of_its_own() -> None:
    assert shades(np.array([np.nan, 0.0]), 1.0).tolist() == [NOT_A_NUMBER, SHADES]


def test_rows_grow_upwards_in_an_image() -> None:
    colors = [rgb("#ff0000"), rgb("#00ff00")]
    shown = pixels_of(image_of(np.array([[colors[0]] * 3, [colors[1]] * 3], np.uint32)))
    assert shown.shape == (2, 3, 3)
    assert shown[0].tolist() == [[0, 255, 0]] * 3
    assert shown[1].tolist() == [[255, 0, 0]] * 3


@pytest.mark.parametrize("sizes", [(2, 2, 1), (1, 3, 1), (4, 3, 2, 2)], ids=str)
def test_there_is_a_picture_of_every_unit(sizes: tuple[int, ...]) -> None:
    experiment = experiment_of(*sizes)
    maps = UnitMaps(experiment, size=24).images(initial_parameters(experiment), LIGHT)
    assert [len(layer) for layer in maps] == list(sizes)
    assert {(image.width(), image.height()) for layer in maps for image in layer} == {(24, 24)}


def test_a_picture_shows_what_the_unit_answers() -> None:
    parameters = initial_parameters(ARTICLE)
    unit = Plane(ARTICLE, size=24).units(parameters)[1][0]
    shown = pixels_of(UnitMaps(ARTICLE, size=24).images(parameters, LIGHT)[1][0]).astype(int)
    strength = (255 - shown[::-1, :, 0]).ravel()  # of blue on white: its red is missing
    assert np.corrcoef(unit.ravel(), strength)[0, 1] > 0.99


def test_the_inputs_grow_to_the_right_and_upwards() -> None:
    experiment = experiment_of(2, 1)
    x, y = UnitMaps(experiment).images(initial_parameters(experiment), LIGHT)[0]
    blue, orange = LIGHT.positive_value, LIGHT.negative_value
    assert contrast(x.pixelColor(31, 16), blue) < contrast(x.pixelColor(16, 16), blue)
    assert contrast(y.pixelColor(16, 0), blue) < contrast(y.pixelColor(16, 16), blue)
    assert contrast(x.pixelColor(0, 16), orange) < contrast(x.pixelColor(0, 16), blue)


def test_over_one_input_all_rows_are_the_same() -> None:
    experiment = experiment_of(1, 2, 1)
    shown = pixels_of(UnitMaps(experiment).images(initial_parameters(experiment), DARK)[1][0])
    assert (shown == shown[0]).all()
    assert len(np.unique(shown[0], axis=0)) > 3


def diverged(experiment: Experiment) -> Parameters:
    parameters = initial_parameters(experiment)
    parameters.flat[:] = np.nan
    return parameters


def test_a_network_that_has_diverged_is_shown_as_no_number() -> None:
    shown = UnitMaps(ARTICLE).images(diverged(ARTICLE), LIGHT)[-1][0]
    assert shown.pixelColor(3, 3) == QColor(LIGHT.warning_ground)
