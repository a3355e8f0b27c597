import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from core.activations import ACTIVATIONS
from core.clipping import CLIPPINGS
from core.illustrations import illustrate
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.schedules import SCHEDULES
from gui.theme import DARK, LIGHT, Appearance, Mode
from gui.widgets.choice_card import ChoiceCard
from tests.gui.conftest import Show
from tests.gui.looks import count_of, pixels

CHOICES = [kind() for registry in (OPTIMIZERS, REGULARIZERS, CLIPPINGS, SCHEDULES) for kind in registry.values()]
EVERY = [*ACTIVATIONS.values(), *LOSSES.values(), *REDUCTIONS.values(), *INITIALIZERS.values(), *CHOICES]
PLACE = QRect(100, 50, 80, 20)


@pytest.fixture
def card(show: Show, appearance: Appearance) -> ChoiceCard:  # noqa: ARG001
    return ChoiceCard(show(QWidget()))


def shown_formulas(card: ChoiceCard) -> int:
    return sum(view.isVisible() for view in card.formulas)


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: f"{type(entry).__name__}-{entry.name}")
def test_every_entry_fits_on_a_small_card(card: ChoiceCard, entry: object) -> None:
    illustration = illustrate(entry)
    card.show_beside(PLACE, illustration)
    assert card.isVisible()
    assert 60 < card.height() < 420
    assert shown_formulas(card) == len(illustration.formulas)
    assert all(view.height() < 60 for view in card.formulas)
    assert card.curves.isVisible() == bool(illustration.curves)
    assert card.sentence.height() >= card.sentence.heightForWidth(card.sentence.width())


def test_it_shows_one_entry_after_another(card: ChoiceCard) -> None:
    card.show_beside(PLACE, illustrate(OPTIMIZERS["adam"]()))
    assert (card.title.text(), shown_formulas(card)) == ("Adam", 3)
    tall = card.height()
    card.show_beside(PLACE, illustrate(REDUCTIONS["sum"]))
    assert (card.title.text(), shown_formulas(card)) == ("sum (Σ)", 1)
    assert card.caption.isHidden()
    assert card.height() < tall


def test_it_lies_to_the_right_or_where_there_is_no_room_to_the_left_and_within_the_screen(card: ChoiceCard) -> None:
    illustration = illustrate(ACTIVATIONS["tanh"])
    card.show_beside(PLACE, illustration)
    assert card.x() > PLACE.right()
    screen = card.screen().availableGeometry()
    corner = QRect(screen.right() - 50, screen.bottom() - 20, 50, 20)
    card.show_beside(corner, illustration)
    assert card.geometry().right() < corner.left()
    assert card.pos().y() + card.height() == screen.bottom() + 1


def test_it_takes_neither_the_keyboard_nor_the_pointer(card: ChoiceCard) -> None:
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert card.windowType() == Qt.WindowType.ToolTip


def test_it_is_drawn_in_the_colours_of_the_theme(card: ChoiceCard, appearance: Appearance) -> None:
    for mode, theme in ((Mode.LIGHT, LIGHT), (Mode.DARK, DARK)):
        appearance.set_mode(mode)
        card.show_beside(PLACE, illustrate(LOSSES["squared_error"]))
        assert count_of(theme.card, pixels(card)) > 10_000
        assert count_of(theme.text, pixels(card)) > 100
