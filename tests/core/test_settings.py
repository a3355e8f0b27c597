import math
from collections.abc import Mapping

import msgspec
import pytest

from core.adaptive_optimizers import Adagrad, Adam, RmsProp
from core.clipping import CLIPPINGS
from core.optimizers import OPTIMIZERS, Momentum, Nesterov, Sgd
from core.regularizers import L1, L2, REGULARIZERS, NoRegularization
from core.schedules import SCHEDULES, ExponentialDecay, StepDecay
from core.settings import Choice, Option, Range, changed_to, name_of, one_of, options_of, require_known
from core.text import RefusalError

REGISTRIES: list[Mapping[str, type[Choice]]] = [OPTIMIZERS, REGULARIZERS, CLIPPINGS, SCHEDULES]
CHOICES = [choice for registry in REGISTRIES for choice in registry.values()]


@pytest.mark.parametrize(
    ("limits", "inside", "outside", "words"),
    [
        (Range(least=1, most=64, whole=True), [1, 64], [0, 65, 1.5], "an integer from 1 to 64"),
        (Range(above=0, most=1), [1e-300, 1.0], [0.0, 1.5], "a number above 0, up to 1"),
        (Range(least=0, below=1), [0.0, 0.999], [1.0, -0.1], "a number from 0 to below 1"),
        (Range(least=0, most=1), [0.0, 1.0], [1.001, -0.001], "a number from 0 to 1"),
        (Range(above=0), [1e-300, 1e300], [0.0, -1.0], "a number above 0"),
        (Range(least=0), [0.0, 1e300], [-1e-300], "a number of at least 0"),
        (Range(), [-1e300, 1e300], [], "a finite number"),
    ],
)
def test_a_range_says_what_is_in_it(limits: Range, inside: list[float], outside: list[float], words: str) -> None:
    assert all(value in limits for value in inside)
    assert not any(value in limits for value in (*outside, math.nan, math.inf, -math.inf))
    assert str(limits.phrase) == words
    assert limits.meta.description == words


def test_a_range_bounds_what_a_file_may_hold() -> None:
    meta = Range(least=1, most=64, whole=True).meta
    assert (meta.ge, meta.le, meta.gt, meta.lt) == (1, 64, None, None)
    assert isinstance(meta.ge, int)
    assert (Range(above=0).meta.gt, Range(below=1).meta.lt) == (0, 1)


def test_a_value_out_of_range_is_refused_at_its_place() -> None:
    Range(above=0).require("speed", 0.5, ".speed")
    with pytest.raises(RefusalError, match=r"^The speed must be a number above 0, not −2.$") as refused:
        Range(above=0).require("speed", -2.0, ".speed")
    assert refused.value.place == ".speed"


def test_an_unknown_name_is_refused_at_its_place() -> None:
    require_known("fruit", "apple", ["apple"], ".fruit")
    with pytest.raises(RefusalError, match=r"^There is no fruit called “pear”.$") as refused:
        require_known("fruit", "pear", ["apple"], ".fruit")
    assert refused.value.place == ".fruit"


def test_names_are_listed_for_a_schema() -> None:
    assert one_of(["a", "b"]).extra_json_schema == {"enum": ["a", "b"]}


@pytest.mark.parametrize("choice", CHOICES)
def test_every_choice_is_tagged_with_its_name_frozen_and_has_words(choice: type[Choice]) -> None:
    entry = choice()
    assert entry.name == name_of(choice) == msgspec.to_builtins(entry)["name"]
    assert entry == choice()
    assert choice.title
    assert choice.sentence.endswith(".")
    with pytest.raises(AttributeError):
        setattr(entry, "name", "other")  # noqa: B010
    assert any(registry.get(entry.name) is choice for registry in REGISTRIES)


def test_what_is_not_known_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"name": "sgd", "learning_rate": 0.1, "speed": 3}, Sgd)


@pytest.mark.parametrize("choice", CHOICES)
def test_every_option_is_refused_out_of_its_range(choice: type[Choice]) -> None:
    for field in choice.__struct_fields__:
        with pytest.raises(RefusalError) as refused:
            choice(**{field: -1})
        assert refused.value.place == f".{field}"
        with pytest.raises(RefusalError):
            choice(**{field: math.nan})


@pytest.mark.parametrize("choice", CHOICES)
def test_every_option_has_a_title_that_its_refusal_uses(choice: type[Choice]) -> None:
    options = options_of(choice)
    assert list(options) == list(choice.__struct_fields__)
    for name, option in options.items():
        assert getattr(choice(), name) in option.range
        with pytest.raises(RefusalError, match=f"^The {option.title} must be "):
            choice(**{name: -1})


def test_an_option_goes_into_a_file_like_any_number_of_its_range() -> None:
    option = Option("speed", Range(above=0))
    assert (option.meta.gt, option.meta.description) == (0, "a number above 0")
    assert option.meta.extra == {"range": option.range, "option": option}
    assert Range(above=0).meta.extra == {"range": Range(above=0)}


@pytest.mark.parametrize(
    ("old", "changed"),
    [
        (Sgd(learning_rate=0.5), Adam(learning_rate=0.5)),
        (Sgd(), Adam()),
        (Momentum(0.5, 0.3), Nesterov(0.5, 0.3)),
        (Adam(0.5, beta1=0.1, epsilon=0.01), RmsProp(0.5, epsilon=0.01)),
        (Adam(0.5), Adagrad(0.5)),
        (L1(rate=0.02), L2(rate=0.02)),
        (L1(rate=0.02), NoRegularization()),
        (StepDecay(factor=0.1), ExponentialDecay()),
    ],
)
def test_another_choice_keeps_what_was_set_and_means_the_same_there(old: Choice, changed: Choice) -> None:
    assert changed_to(type(changed), old) == changed
