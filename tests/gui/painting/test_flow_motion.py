import pytest
from PySide6.QtCore import QTimer

from core.operations import Role
from core.training import Trainer
from gui.painting.flow_edges import CROWDED
from gui.painting.flow_motion import FRAMES, MotionItem
from tests.gui.looks import is_blank
from tests.gui.painting.pictures import drawn, drawn_again, picture_of
from tests.gui.runs import experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

DEEP = experiment_of(2, 3, 2, 1)


def item_at(role: Role, layer: int) -> MotionItem:
    trainer = Trainer(DEEP)
    trainer.go_to((trainer.plan.place(role, layer) or 0) + 1)
    item = MotionItem()
    item.show_picture(picture_of(trainer))
    return item


def tick(item: MotionItem, times: int = 1) -> None:
    """Let frames go by without waiting for them."""
    timer = item.findChild(QTimer)
    assert isinstance(timer, QTimer)
    for _ in range(times):
        timer.timeout.emit()


def test_dashes_travel_for_a_while_and_are_gone() -> None:
    item = item_at(Role.PRE_ACTIVATION, 1)
    assert not item.isVisible()
    item.start()
    assert item.isVisible()
    tick(item, FRAMES - 1)
    assert item.isVisible()
    tick(item)
    assert not item.isVisible()


def test_with_reduced_motion_nothing_moves() -> None:
    item = item_at(Role.PRE_ACTIVATION, 1)
    item.reduced = True
    item.start()
    assert not item.isVisible()


def test_where_no_edge_is_computed_nothing_moves() -> None:
    item = item_at(Role.ACTIVATION, 1)
    item.start()
    assert not item.isVisible()


def test_another_picture_ends_the_motion() -> None:
    item = item_at(Role.PRE_ACTIVATION, 1)
    item.start()
    item.show_picture(picture_of(Trainer(DEEP)))
    assert not item.isVisible()


@pytest.mark.parametrize(("role", "direction"), [(Role.PRE_ACTIVATION, -1), (Role.ACTIVATION_GRADIENT, 1)])
def test_dashes_go_the_way_the_data_goes(role: Role, direction: int) -> None:
    """A growing offset moves dashes towards the start of a path, and paths begin at the input."""
    trainer = Trainer(DEEP)
    trainer.go_to((trainer.plan.place(role, 2) or 0) + 1)
    picture, item = picture_of(trainer), MotionItem()
    item.show_picture(picture)
    item.start()
    offsets = []
    for _ in range(2):
        tick(item)
        painter, seen = drawn_again(item, picture)
        offsets.append(painter.paths[0][1].dashOffset())
        assert not is_blank(seen)
    assert (offsets[1] - offsets[0]) * direction > 0


def test_of_very_many_edges_only_so_many_have_dashes() -> None:
    trainer = Trainer(experiment_of(64, 64, 1))
    trainer.step()
    painter, _ = drawn(MotionItem(), picture_of(trainer))
    assert len(painter.paths) == CROWDED
