from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from core.experiment import ParameterIndex
from core.training import Trainer
from gui.painting.flow_highlights import FrozenItem, HighlightsItem, outline
from gui.painting.flow_items import FlowPicture, Highlights
from gui.painting.flow_spots import Spot
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import is_blank, nearly
from tests.gui.painting.pictures import drawn, picture_of
from tests.gui.runs import experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

DEEP = experiment_of(2, 3, 2, 1)
UNIT, EDGE = Spot(1, 1), Spot(1, 2, 1)


def picture_with(highlights: Highlights, theme: Theme = LIGHT) -> FlowPicture:
    return picture_of(Trainer(DEEP), highlights=highlights, theme=theme)


def changed(highlights: Highlights) -> np.ndarray:
    """Return where something is drawn, as points x, y."""
    _, seen = drawn(HighlightsItem(), picture_with(highlights))
    return np.argwhere((seen != seen[0, 0]).any(axis=-1))[:, ::-1]


def test_with_nothing_to_highlight_nothing_is_drawn() -> None:
    assert is_blank(drawn(HighlightsItem(), picture_with(Highlights()))[1])
    assert is_blank(drawn(FrozenItem(), picture_with(Highlights()))[1])


@pytest.mark.parametrize(
    "highlights", [Highlights(pointed=EDGE), Highlights(focused=EDGE), Highlights(marked=(EDGE,))], ids=str
)
def test_a_highlight_lies_along_its_edge(highlights: Highlights) -> None:
    picture = picture_with(highlights)
    curve = picture.layout.curves[0][1, 2]
    along = np.array([start + (end - start) * share for start, end in pairwise(curve) for share in (0, 0.3, 0.6)])
    points = changed(highlights)
    distances = np.linalg.norm(points[:, None] - along[None], axis=-1).min(axis=1)
    assert len(points) > 300
    assert distances.max() < 20


@pytest.mark.parametrize(
    "highlights", [Highlights(pointed=UNIT), Highlights(focused=UNIT), Highlights(marked=(UNIT,))], ids=str
)
def test_a_highlight_goes_around_its_unit(highlights: Highlights) -> None:
    layout = picture_with(highlights).layout
    (x, y), radius = layout.centers[1][1], layout.radii[1]
    distances = [hypot(px - x, py - y) for px, py in changed(highlights)]
    assert radius < max(distances) < radius + 12


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("spot", [UNIT, EDGE], ids=["unit", "edge"])
def test_what_is_marked_has_the_warning_colour_and_what_has_the_keys_its_own(theme: Theme, spot: Spot) -> None:
    _, marked = drawn(HighlightsItem(), picture_with(Highlights(marked=(spot,)), theme))
    _, focused = drawn(HighlightsItem(), picture_with(Highlights(focused=spot), theme))
    assert nearly(theme.warning, marked) > 50
    assert nearly(theme.focus, focused) > 50
    assert nearly(theme.warning, focused) < nearly(theme.warning, marked)


def test_all_three_are_seen_at_once_and_without_colour() -> None:
    """The dots of what is marked lie outside the line of what has the keys."""
    picture = picture_with(Highlights(UNIT, UNIT, (UNIT,)))
    painter, seen = drawn(HighlightsItem(), picture)
    assert len(painter.paths) == 3
    widths = [path.boundingRect().width() for path, _ in painter.paths]
    assert widths[0] > widths[1] == widths[2]
    assert nearly(LIGHT.warning, seen) > 30 < nearly(LIGHT.focus, seen)


def test_what_the_network_does_not_have_any_more_is_not_drawn() -> None:
    gone = Spot(7, 0)
    assert is_blank(drawn(HighlightsItem(), picture_with(Highlights(pointed=gone, marked=(gone,))))[1])


def test_around_a_map_the_outline_is_a_square() -> None:
    picture = picture_with(Highlights())
    squares = picture_of(Trainer(DEEP), maps=[])
    corner = 0.9 * (picture.layout.radii[1] + 5)
    from_center = outline(picture, UNIT, 5).boundingRect().center()
    point = from_center.__class__(from_center.x() + corner, from_center.y() + corner)
    assert not outline(picture, UNIT, 5).contains(point)
    assert outline(squares, UNIT, 5).contains(point)


@pytest.mark.parametrize("index", [ParameterIndex(1, 2, 1), ParameterIndex(2, 1)], ids=["weight", "bias"])
def test_bars_cross_what_is_frozen(index: ParameterIndex) -> None:
    picture = picture_of(Trainer(DEEP), frozen=(index,))
    _, seen = drawn(FrozenItem(), picture)
    points = np.argwhere((seen != seen[0, 0]).any(axis=-1))[:, ::-1]
    if index.before is None:
        line, radius = picture.layout.centers[2][1:2], picture.layout.radii[2]
    else:
        line, radius = picture.layout.curves[0][1, 2], 0.0
    distances = np.linalg.norm(points[:, None] - line[None], axis=-1).min(axis=1)
    assert len(points) > 20
    assert distances.min() < radius + 8
    assert distances.max() < radius + 24
