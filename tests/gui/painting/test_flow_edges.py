from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from core.kernels import Array
from core.operations import Role
from core.training import Trainer
from gui.painting.flow_edges import MOST_EDGES, EdgesItem, curve_paths
from gui.painting.flow_state import EdgeValue, flow_state
from gui.theme import DARK
from tests.gui.looks import is_blank
from tests.gui.painting.pictures import WIDTH, drawn, picture_of
from tests.gui.runs import ARTICLE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

DEEP = experiment_of(2, 3, 2, 1)
CROWD = experiment_of(64, 64, 1)


def trainer_at(role: Role, layer: int) -> Trainer:
    trainer = Trainer(DEEP)
    trainer.go_to((trainer.plan.place(role, layer) or 0) + 1)
    return trainer


@pytest.mark.parametrize("show", EdgeValue)
@pytest.mark.parametrize("sample", [None, 2])
def test_there_is_something_to_see_at_every_operation(show: EdgeValue, sample: int | None) -> None:
    trainer = Trainer(DEEP)
    for cursor in range(len(trainer.plan.operations) + 1):
        trainer.go_to(cursor)
        _, seen = drawn(EdgesItem(), picture_of(trainer, show, sample, theme=DARK))
        assert not is_blank(seen), cursor


def test_each_edge_is_drawn_once() -> None:
    painter, _ = drawn(EdgesItem(), picture_of(Trainer(DEEP)))
    assert len(painter.paths) == 2 * 3 + 3 * 2 + 2 * 1


@pytest.mark.parametrize("show", EdgeValue)
@pytest.mark.parametrize("sizes", [(64, 64, 1), (64, 12, 1), (21, 20, 1)])
def test_of_very_many_edges_only_so_many_are_drawn(show: EdgeValue, sizes: tuple[int, ...]) -> None:
    painter, seen = drawn(EdgesItem(), picture_of(Trainer(experiment_of(*sizes)), show))
    assert len(painter.paths) == MOST_EDGES + sizes[1]
    assert not is_blank(seen)


def test_of_very_many_edges_the_strongest_are_drawn() -> None:
    trainer = Trainer(CROWD)
    weights = trainer.plan.parameters.weights[0]
    weights[:] = 0.01
    weights[7, 50] = -1.9
    picture = picture_of(trainer)
    strongest = picture.layout.curves[0][7, 50]
    painter, _ = drawn(EdgesItem(), picture)
    assert any(runs_along(path.pointAtPercent(0), path.pointAtPercent(1), strongest) for path, _ in painter.paths)


def runs_along(start: QPointF, end: QPointF, curve: Array) -> bool:
    return np.allclose([start.toTuple(), end.toTuple()], curve[[0, -1]])


def test_negative_edges_are_dashed_and_strong_ones_are_thick() -> None:
    trainer = Trainer(ARTICLE)
    trainer.plan.parameters.weights[0][:] = [[2.0, 0.0], [-2.0, 0.1]]
    picture = picture_of(trainer)
    painter, _ = drawn(EdgesItem(), picture)
    pens = {}
    for path, pen in painter.paths:
        for place in np.ndindex(2, 2):
            if runs_along(path.pointAtPercent(0), path.pointAtPercent(1), picture.layout.curves[0][place]):
                pens[place] = pen
    assert pens[1, 0].style() is Qt.PenStyle.CustomDashLine
    assert pens[0, 0].style() is Qt.PenStyle.SolidLine
    assert pens[0, 0].widthF() == pens[1, 0].widthF() > pens[1, 1].widthF() >= pens[0, 1].widthF()
    assert pens[0, 0].color() != pens[1, 0].color()


@pytest.mark.parametrize("show", EdgeValue)
def test_edges_that_are_computed_stand_out(show: EdgeValue) -> None:
    _, lit = drawn(EdgesItem(), picture_of(trainer_at(Role.WEIGHT_GRADIENT, 2), show))
    _, not_lit = drawn(EdgesItem(), picture_of(trainer_at(Role.BIAS_GRADIENT, 2), show))
    second_layer = np.s_[:, round(WIDTH * 0.35) : round(WIDTH * 0.55)]
    assert not np.array_equal(lit[second_layer], not_lit[second_layer])


def test_an_edge_is_drawn_anew_only_when_it_changes_its_colour() -> None:
    trainer, item = Trainer(ARTICLE), EdgesItem()
    weights = trainer.plan.parameters.weights[0]
    first = picture_of(trainer)
    item.show_picture(first)
    assert not item._prepare(replace(first, state=flow_state(trainer, EdgeValue.WEIGHT, None)))
    weights[0, 0] += 1e-9
    assert not item._prepare(replace(first, state=flow_state(trainer, EdgeValue.WEIGHT, None)))
    weights[0, 0] = -2.0
    assert item._prepare(replace(first, state=flow_state(trainer, EdgeValue.WEIGHT, None)))


def test_another_theme_or_layout_is_seen_at_once() -> None:
    item = EdgesItem()
    _, light = drawn(item, picture_of(Trainer(ARTICLE)))
    _, dark = drawn(item, picture_of(Trainer(ARTICLE), theme=DARK))
    _, deep = drawn(item, picture_of(Trainer(DEEP), theme=DARK))
    assert not np.array_equal(light, dark)
    assert not np.array_equal(dark, deep)


def test_a_path_is_the_curve_that_the_pointer_finds() -> None:
    curve = picture_of(Trainer(DEEP)).layout.curves[1][2, 0]
    (path,) = curve_paths(curve[None])
    found = [path.pointAtPercent(path.percentAtLength(path.length() * share)) for share in (0, 1)]
    assert runs_along(found[0], found[1], curve)
    for x, y in curve:
        nearest = min(
            np.hypot(point.x() - x, point.y() - y)
            for point in (path.pointAtPercent(share) for share in np.linspace(0, 1, 400))
        )
        assert nearest < 1


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_that_have_diverged_are_drawn_too(value: float) -> None:
    trainer = Trainer(ARTICLE)
    trainer.plan.parameters.flat[:] = value
    _, seen = drawn(EdgesItem(), picture_of(trainer))
    assert not is_blank(seen)
