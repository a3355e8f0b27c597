import ast
from pathlib import Path
from string import Formatter

import pytest

import core
from core.text import SHOWN_CHARACTERS, RefusalError, shortened, translatable

TREES = [ast.parse(path.read_text("utf-8")) for path in Path(core.__path__[0]).glob("*.py")]
CALLS = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)]


def calls_of(name: str) -> list[ast.Call]:
    found = [call for call in CALLS if isinstance(call.func, ast.Name) and call.func.id == name]
    assert found
    return found


def test_translatable_gives_the_text_as_it_is() -> None:
    assert translatable("core", "A {thing}.") == "A {thing}."


def test_what_a_person_typed_is_said_again_as_far_as_there_is_room() -> None:
    assert shortened("x" * SHOWN_CHARACTERS) == "x" * SHOWN_CHARACTERS
    assert shortened("x" * (SHOWN_CHARACTERS + 1)) == "x" * (SHOWN_CHARACTERS - 1) + "…"


def test_a_refusal_is_a_sentence_and_its_parts() -> None:
    refusal = RefusalError("Between {least} and {most}.", least=1, most=2)
    assert str(refusal) == "Between 1 and 2."
    assert refusal.template == "Between {least} and {most}."
    assert refusal.values == {"least": 1, "most": 2}


def test_what_a_learner_typed_may_hold_braces() -> None:
    assert str(RefusalError("“{text}” is no number.", text="{0}")) == "“{0}” is no number."


def test_a_refusal_can_be_caught_as_a_value_error() -> None:
    with pytest.raises(ValueError, match="No"):
        raise RefusalError("No.")


def test_every_translatable_text_can_be_read_from_the_source_by_the_tools() -> None:
    for call in calls_of("translatable"):
        context, text = call.args
        assert isinstance(context, ast.Constant)
        assert context.value == "core"
        assert isinstance(text, ast.Constant), f"line {call.lineno}"


def test_every_refusal_gives_the_values_its_sentence_asks_for() -> None:
    for call in calls_of("RefusalError"):
        if isinstance(call.args[0], ast.Call):
            text = call.args[0].args[1]
            assert isinstance(text, ast.Constant)
            places = {name for _, name, _, _ in Formatter().parse(str(text.value)) if name}
            assert places == {keyword.arg for keyword in call.keywords} - {"place"}, f"line {call.lineno}"
