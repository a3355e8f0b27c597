from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from core.operations import Role
from core.training import Trainer
from gui.painting.flow_layout import LEAST_WIDTH_WITH_TARGETS, lay_out
from gui.painting.flow_state import EdgeValue
from gui.painting.flow_units import UnitsItem
from gui.theme import DARK, LIGHT, Theme
from tests.gui.looks import count_of, is_blank
from tests.gui.painting.pictures import WIDTH, drawn, picture_of
from tests.gui.runs import ARTICLE, experiment_of

pytestmark = pytest.mark.usefixtures("qapp")

MINUS = "\N{MINUS SIGN}"


def texts(trainer: Trainer, sample: int | None = 1, zoom: float = 1.0) -> list[str]:
    painter, _ = drawn(UnitsItem(), picture_of(trainer, EdgeValue.WEIGHT, sample), zoom)
    return [text for text, _ in painter.texts]


def trainer_at(role: Role, layer: int) -> Trainer:
    trainer = Trainer(ARTICLE)
    trainer.go_to((trainer.plan.place(role, layer) or 0) + 1)
    return trainer


def test_units_are_named_and_inputs_show_their_numbers() -> None:
    shown = texts(Trainer(ARTICLE))
    assert {"x₁", "x₂", "a₁⁽¹⁾", "a₂⁽¹⁾", "a₁⁽²⁾", "0", "1", "y = 1"} <= set(shown)
    assert {"layer 0", "layer 1", "layer 2"} <= set(shown)


def test_what_is_not_computed_yet_is_a_dash() -> None:
    assert texts(Trainer(ARTICLE)).count("–") == 3
    assert texts(trainer_at(Role.ACTIVATION, 1)).count("–") == 1
    assert texts(trainer_at(Role.ACTIVATION, 2)).count("–") == 0


def test_sum_and_delta_stand_below_a_unit_once_they_are_known() -> None:
    assert not [text for text in texts(Trainer(ARTICLE)) if text.startswith(("z", "δ"))]
    shown = texts(trainer_at(Role.DELTA, 1))
    assert len([text for text in shown if text.startswith("z = ")]) == 3
    assert len([text for text in shown if text.startswith("δ = ")]) == 3


def test_beside_an_output_stands_how_far_it_is_from_its_target() -> None:
    trainer = trainer_at(Role.ACTIVATION, 2)
    output = float(trainer.plan.layers[-1].activation.values[1, 0])
    assert f"y = 1\na − y = {MINUS}{1 - output:.4f}" in texts(trainer)


@pytest.mark.parametrize("sizes", [(2, 2, 1), (2, 7), (2, 14), (2, 18), (2, 40), (2, 64)])
def test_what_stands_beside_and_below_a_unit_covers_no_other(sizes: tuple[int, ...]) -> None:
    trainer = Trainer(experiment_of(*sizes))
    trainer.go_to(trainer.plan.update_index)
    picture = picture_of(trainer, sample=1)
    painter, _ = drawn(UnitsItem(), picture)
    units_fields = [
        QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        for centers, radius in zip(picture.layout.centers, picture.layout.radii, strict=True)
        for x, y in centers.tolist()
    ]
    leading = 3  # pixels of a line above and below its letters
    outside = [field.adjusted(0, leading, 0, -leading) for text, field in painter.texts if "=" in text]
    assert not any(one.intersects(other) for one, other in combinations([*outside, *units_fields], 2))
    assert bool(outside) == (sizes[-1] < 14)


def test_a_small_unit_shows_a_short_number_and_the_smallest_none() -> None:
    trainer = trainer_at(Role.ACTIVATION, 1)
    large, small, smallest = texts(trainer), texts(trainer, zoom=0.6), texts(trainer, zoom=0.3)
    assert "x₁" in large
    assert "x₁" not in small
    assert {len(text) for text in set(small) - set(large)} == {4}, "0.67 for 0.6682"
    assert set(smallest) == {"layer 0", "layer 1", "layer 2", *[text for text in large if "=" in text]}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sizes", [(2, 2, 1), (64, 64, 64), (1, *[64] * 10, 1), (3, 20, 5)])
def test_units_can_be_seen_at_every_operation(sizes: tuple[int, ...], theme: Theme) -> None:
    trainer = Trainer(experiment_of(*sizes))
    count = len(trainer.plan.operations)
    for cursor in {0, 1, 2, count // 2, count - 1, count}:
        trainer.go_to(cursor)
        painter, seen = drawn(UnitsItem(), picture_of(trainer, theme=theme))
        assert not is_blank(seen)
        assert all(field.left() >= 0 and field.right() <= WIDTH for _, field in painter.texts)


def test_units_that_are_computed_have_a_rim_in_the_colour_of_the_phase() -> None:
    lit, not_lit = picture_of(trainer_at(Role.ACTIVATION, 1)), picture_of(trainer_at(Role.PRE_ACTIVATION, 1))
    color = LIGHT.phase(lit.state.phase) if lit.state.phase else None
    assert color is not None
    assert count_of(color, drawn(UnitsItem(), lit)[1]) > count_of(color, drawn(UnitsItem(), not_lit)[1]) + 100


@pytest.mark.parametrize("width", [300.0, LEAST_WIDTH_WITH_TARGETS - 1, LEAST_WIDTH_WITH_TARGETS, 400.0])
def test_targets_stand_where_there_is_room_for_them(width: float) -> None:
    picture = replace(picture_of(trainer_at(Role.ACTIVATION, 2), sample=1), layout=lay_out((2, 2, 1), width, 300))
    painter, _ = drawn(UnitsItem(), picture)
    right = max(field.right() for _, field in painter.texts)
    assert right <= width
    assert any(text.startswith("y = ") for text, _ in painter.texts) is (width >= LEAST_WIDTH_WITH_TARGETS)


def test_maps_stand_in_rounded_squares_with_the_name_below() -> None:
    trainer = trainer_at(Role.ACTIVATION, 2)
    blue = QImage(4, 4, QImage.Format.Format_RGB32)
    blue.fill(QColor("#0000fe"))
    picture = picture_of(trainer, maps=[[blue] * 2, [blue] * 2, [blue]])
    painter, seen = drawn(UnitsItem(), picture)
    side = 2 * picture.layout.radii[0]
    assert 4.5 * side**2 < count_of("#0000fe", seen) < 5 * side**2
    assert {"x₁", "x₂", "a₁⁽¹⁾", "a₂⁽¹⁾", "a₁⁽²⁾"} <= {text for text, _ in painter.texts}
    assert not any(text.startswith(("z", "δ")) for text, _ in painter.texts)


def test_maps_too_small_for_names_have_none() -> None:
    maps = [[QImage(4, 4, QImage.Format.Format_RGB32)] * count for count in (2, 64, 1)]
    painter, _ = drawn(UnitsItem(), picture_of(Trainer(experiment_of(2, 64, 1)), maps=maps))
    assert not any(text.endswith("⁽¹⁾") for text, _ in painter.texts)


def test_sums_and_deltas_keep_clear_of_the_captions() -> None:
    trainer = trainer_at(Role.DELTA, 1)
    for height in range(120, 500, 20):
        picture = replace(picture_of(trainer), layout=lay_out((2, 2, 1), 400, height))
        painter, _ = drawn(UnitsItem(), picture)
        captions = [field for text, field in painter.texts if text.startswith("layer")]
        below = [field for text, field in painter.texts if text.startswith(("z", "δ"))]
        assert not any(one.intersects(other) for one in captions for other in below), height


def test_numbers_that_have_diverged_are_written_too() -> None:
    trainer = Trainer(ARTICLE)
    trainer.plan.before.flat[:] = float("nan")
    trainer.go_to(trainer.plan.loss_index)
    assert texts(trainer).count("NaN") == 3
    assert len(texts(trainer, zoom=0.6)) == len(texts(trainer)) - 5
