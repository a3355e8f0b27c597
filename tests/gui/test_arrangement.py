from collections import Counter

import pytest

from gui.arrangement import places
from gui.docks import LEFT, RIGHT
from gui.widgets.panel import Panel

pytestmark = pytest.mark.usefixtures("qapp")


def test_each_panel_has_one_place_and_a_title_of_its_own() -> None:
    all_places = places()
    names = Counter(place.name for place in all_places) + Counter(place.kind for place in all_places)
    titles = Counter(place.title for place in all_places)
    assert [each for each, count in (names + titles).items() if count > 1] == []
    assert all(titles)


def test_each_place_names_a_panel() -> None:
    assert all(issubclass(place.load(), Panel) for place in places())


def test_what_is_edited_stands_at_the_left_and_what_comes_of_it_at_the_right() -> None:
    areas = {place.name: place.area for place in places()}
    assert {areas[name] for name in ("data", "network", "training")} == {LEFT}
    assert areas["loss"] is RIGHT


def test_a_panel_stands_only_over_one_that_comes_before_it() -> None:
    known: set[str] = {""}
    for place in places():
        assert place.over in known
        known.add(place.name)
