from itertools import combinations

import numpy as np
import pytest

from core.training import Trainer
from gui.painting.flow_labels import MOST_LABELS, LabelsItem
from gui.painting.flow_state import EdgeValue
from tests.gui.looks import is_blank
from tests.gui.painting.pictures import HEIGHT, WIDTH, drawn, picture_of
from tests.gui.runs import ARTICLE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")


def test_numbers_stand_on_the_edges_where_there_are_few_of_them() -> None:
    painter, _ = drawn(LabelsItem(), picture_of(Trainer(ARTICLE)))
    assert {text for text, _ in painter.texts} >= {"+1.764", "+0.4002", "+0.9787"}


@pytest.mark.parametrize("sizes", [(2, 2, 1), (3, 4, 3), (6, 2, 6), (1, 12, 1)])
def test_no_number_covers_another_or_leaves_the_field(sizes: tuple[int, ...]) -> None:
    painter, _ = drawn(LabelsItem(), picture_of(Trainer(experiment_of(*sizes))))
    fields = [field for _, field in painter.texts]
    assert fields
    assert not any(first.intersects(second) for first, second in combinations(fields, 2))
    assert all(field.left() >= 0 and field.right() <= WIDTH and field.bottom() <= HEIGHT for field in fields)


def test_on_many_edges_stand_no_numbers() -> None:
    sizes = (4, 4, 4)
    assert MOST_LABELS < 4 * 4
    painter, _ = drawn(LabelsItem(), picture_of(Trainer(experiment_of(*sizes))))
    assert not painter.texts


def test_numbers_that_are_not_computed_yet_are_not_written() -> None:
    painter, _ = drawn(LabelsItem(), picture_of(Trainer(ARTICLE), EdgeValue.GRADIENT))
    assert not painter.texts


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_numbers_that_have_diverged_are_written_too(value: float) -> None:
    trainer = Trainer(ARTICLE)
    trainer.plan.parameters.flat[:] = value
    _, seen = drawn(LabelsItem(), picture_of(trainer))
    assert not is_blank(seen)
