import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction

from core.data import Data
from gui.widgets.features_button import FeaturesButton
from tests.gui.conftest import Show

TWO = Data(((0.0, 1.0),), ((1.0,),))


@pytest.fixture
def button(show: Show) -> FeaturesButton:
    button = show(FeaturesButton(), 100, 30)
    button.show_data(TWO)
    return button


def entries(button: FeaturesButton) -> list[QAction]:
    return button.menu().actions()


def test_all_features_are_offered_in_the_names_of_the_inputs(button: FeaturesButton) -> None:
    assert [entry.text() for entry in entries(button)] == ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"]


def test_those_are_ticked_that_the_network_sees(button: FeaturesButton) -> None:
    assert [entry.data() for entry in entries(button) if entry.isChecked()] == ["x", "y"]
    button.show_data(replace(TWO, features=("y", "sin_x")))
    assert [entry.data() for entry in entries(button) if entry.isChecked()] == ["y", "sin_x"]


def test_only_data_of_two_inputs_have_features(button: FeaturesButton) -> None:
    button.show_data(Data(((0.0,),), ((1.0,),)))
    assert button.isHidden()
    button.show_data(TWO)
    assert not button.isHidden()


def test_a_tick_tells_what_is_wanted(button: FeaturesButton) -> None:
    told: list[tuple[str, bool]] = []
    button.toggled_feature.connect(lambda name, used: told.append((name, used)))
    entries(button)[2].trigger()
    entries(button)[0].trigger()
    assert told == [("x_squared", True), ("x", False)]
