from core.history import History
from gui.pins import MOST_PINS, Pin, free_name, with_pin
from tests.gui.runs import ARTICLE


def pin(name: str, *, automatic: bool = False) -> Pin:
    return Pin(name, ARTICLE, History(), 0, automatic)


def test_the_newest_pin_comes_last() -> None:
    assert [each.name for each in with_pin((pin("a"),), pin("b"))] == ["a", "b"]


def test_a_free_name_counts_on_past_those_that_are_taken() -> None:
    assert free_name("Run {number}", ()) == "Run 1"
    assert free_name("Run {number}", (pin("Run 2"), pin("Run 3"))) == "Run 4"
    assert free_name("Run {number}", (pin("first"),)) == "Run 2"


def test_of_too_many_the_oldest_goes() -> None:
    pins: tuple[Pin, ...] = ()
    for number in range(MOST_PINS + 2):
        pins = with_pin(pins, pin(str(number)))
    assert [each.name for each in pins] == [str(number) for number in range(2, MOST_PINS + 2)]


def test_one_that_the_learner_did_not_ask_for_goes_first() -> None:
    pins = tuple(pin(str(number), automatic=number == 3) for number in range(MOST_PINS))
    assert "3" not in [each.name for each in with_pin(pins, pin("new"))]


def test_the_new_one_stays_even_where_it_alone_is_automatic() -> None:
    pins = tuple(pin(str(number)) for number in range(MOST_PINS))
    assert [each.name for each in with_pin(pins, pin("new", automatic=True))][-1] == "new"
