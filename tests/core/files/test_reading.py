import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.datasets import article_experiment
from core.experiment import Experiment
from core.files import document, reading
from core.files.reading import Raw, Saved, load, loads
from core.files.writing import dumps
from core.optimizers import Momentum, Sgd
from core.text import RefusalError
from core.training import Trainer
from tests.core.files.runs import ARTICLE, experiments

SMALLEST = '{"data": {"inputs": [[0, 1]], "targets": [[1]]}, "network": {"layers": [{"units": 1}]}}'


def with_part(key: str, text: str) -> str:
    return f'{SMALLEST[:-1]}, "{key}": {text}}}'


def refusal(content: bytes | str) -> str:
    with pytest.raises(RefusalError) as refused:
        loads(content.encode() if isinstance(content, str) else content)
    return str(refused.value)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(experiments())
def test_what_is_written_is_read(experiment: Experiment) -> None:
    assert loads(dumps(experiment)) == Saved(experiment)


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n  "])
def test_data_and_layers_are_enough(mark: str) -> None:
    saved = loads((mark + SMALLEST).encode())
    assert saved.experiment.data.inputs == ((0.0, 1.0),)
    assert saved.experiment.training == ARTICLE.training
    assert saved.experiment.initial == ARTICLE.initial
    trainer = saved.trainer()
    assert (trainer.batch, trainer.cursor) == (0, 0)


@pytest.mark.parametrize(
    ("text", "optimizer"),
    [
        ("{}", Sgd()),
        ('{"learning_rate": 0.3}', Sgd(0.3)),
        ('{"name": "momentum", "momentum": 0.5}', Momentum(momentum=0.5)),
    ],
)
def test_an_optimizer_without_a_name_is_gradient_descent(text: str, optimizer: Sgd) -> None:
    assert loads(with_part("training", f'{{"optimizer": {text}}}').encode()).experiment.training.optimizer == optimizer


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0", "The file is no experiment: it does not begin like JSON."),
        (b"inputs,targets\n0,1\n", "The file is no experiment: it does not begin like JSON."),
        (SMALLEST.encode("utf-16"), "The file is no experiment: it does not begin like JSON."),
        ("[1, 2]", "$: expected an object"),
        ("null", "$: expected an object"),
        ("NaN", "$: expected a finite number, not NaN"),
        (SMALLEST[:-1], f"The file is not valid JSON at line 1, column {len(SMALLEST)}."),
        ('{\n  "data" 1}', "The file is not valid JSON at line 2, column 10."),
        (SMALLEST + "}", f"The file is not valid JSON at line 1, column {len(SMALLEST) + 1}."),
        ('{"é": x}', "The file is not valid JSON at line 1, column 7."),
        (b'{"a": "\xff"}', "The file is not valid JSON at line 1, column 8."),
        (b"[" * 100_000, "The file is nested too deeply to be an experiment."),
        ("[NaN, " + "[" * 100_000, "The file is not valid JSON at line 1, column 2."),
        (SMALLEST.replace("[[1]]", "[[NaN]]"), "$.data.targets[0][0]: expected a finite number, not NaN"),
        (SMALLEST.replace("[0, 1]", "[0, -Infinity]"), "$.data.inputs[0][1]: expected a finite number, not -Infinity"),
        (SMALLEST.replace("[0, 1]", "[0, 1e999]"), "$.data.inputs[0][1]: expected a finite number, not 1e999"),
        (
            SMALLEST.replace("[0, 1]", f"[0, {'9' * 400}]"),
            "$.data.inputs[0][1]: expected a finite number, not 999999999999999999999999…",
        ),
        (
            SMALLEST.replace("[0, 1]", f"[0, {'9' * 5000}]"),
            "$.data.inputs[0][1]: expected a finite number, not 999999999999999999999999…",
        ),
        ('{"NaN": "NaN", "a": 1-, "b": NaN}', "The file is not valid JSON at line 1, column 22."),
        ('{"format": "glyphs"}', "$.format: expected “gyaku”; the file belongs to another program"),
        ('{"version": 0}', "$.version: expected an integer from 1 on"),
        ('{"version": true}', "$.version: expected an integer from 1 on"),
        ('{"version": "1"}', "$.version: expected an integer from 1 on"),
        (
            '{"version": 2}',
            "$.version: the file was written by a later version of the program; only that can read it",
        ),
        (
            with_part("training", '{"stop": {"epochs": 1' + "0" * 400 + "}}"),
            "$.training.stop.epochs: expected a number up to 9007199254740992",
        ),
        (
            with_part("training", '{"batch_size": 9007199254740993}'),
            "$.training.batch_size: expected a number up to 9007199254740992",
        ),
    ],
)
def test_what_is_no_experiment_is_refused_in_one_sentence(content: bytes | str, sentence: str) -> None:
    assert refusal(content) == sentence


def test_a_part_that_does_not_fit_the_others_is_refused_with_its_place() -> None:
    text = SMALLEST.replace('"units": 1', '"units": 2')
    assert refusal(text) == "$.network.layers[0].units: The output layer needs one unit for each target."


def test_an_older_version_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def first(raw: Raw) -> Raw:
        return {**raw, "data": {"inputs": raw.pop("x"), "targets": [[0]]}}

    def second(raw: Raw) -> Raw:
        raw["data"]["targets"] = [[1]]
        return {key: value for key, value in raw.items() if key != "x"}

    monkeypatch.setattr(document, "VERSION", 3)
    monkeypatch.setattr(reading, "MIGRATIONS", {1: first, 2: second})
    old: dict[str, Any] = json.loads(SMALLEST)
    del old["data"]
    saved = loads(json.dumps({**old, "version": 1, "x": [[0, 1]]}).encode())
    assert saved.experiment == loads(SMALLEST.encode()).experiment


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "実験.gyaku"
    path.write_bytes(dumps(ARTICLE))
    assert load(path) == Saved(article_experiment())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("gone.gyaku", "“gone.gyaku” cannot be read: No such file or directory."), ("folder", None)],
)
def test_what_cannot_be_opened_is_refused_with_its_name(tmp_path: Path, name: str, sentence: str | None) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(RefusalError) as refused:
        load(tmp_path / name)
    assert sentence is None or str(refused.value) == sentence
    assert f"“{name}” cannot be read: " in str(refused.value)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 2**20)
    sentence = "The file is too large: up to 1 MB can be read."
    path = tmp_path / "large.gyaku"
    path.write_bytes(b" " * (2**20 + 1))
    assert refusal(b" " * (2**20 + 1)) == sentence
    with pytest.raises(RefusalError) as refused:
        load(path)
    assert str(refused.value) == sentence


def outcome(content: bytes) -> str:
    """Return the sentence with which `content` is refused, or none where it is read."""
    try:
        loads(content)
    except RefusalError as refused:
        return str(refused)
    return ""


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.just("name"), inner, max_size=3)
    ),
    max_leaves=6,
)


def _places(raw: object) -> list[tuple[Any, ...]]:
    items = raw.items() if isinstance(raw, dict) else list(enumerate(raw))[:3] if isinstance(raw, list) else ()
    return [(), *((key, *rest) for key, inner in items for rest in _places(inner))]


def _full() -> bytes:
    trainer = Trainer(ARTICLE.with_training(optimizer=Momentum(), batch_size=3, shuffle=True))
    trainer.run(2)
    trainer.edit(trainer.experiment.with_learning_rate(0.5))
    trainer.step()
    return dumps(trainer)


FULL = _full()
PLACES = [place for place in _places(msgspec.json.decode(FULL)) if place]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PLACES), anything, st.sampled_from(["put", "drop", "add"]))
def test_whatever_stands_anywhere_is_read_or_refused(place: tuple[Any, ...], value: object, how: str) -> None:
    raw = msgspec.json.decode(FULL)
    holder = raw
    for key in place[:-1]:
        holder = holder[key]
    if how == "put":
        holder[place[-1]] = value
    elif how == "drop":
        del holder[place[-1]]
    elif isinstance(holder, dict):
        holder["another"] = value
    sentence = outcome(json.dumps(raw).encode())
    assert sentence == "" or sentence.startswith("$")


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(FULL) - 1), st.binary(max_size=3), st.integers(0, 50))
def test_a_damaged_file_is_read_or_refused(at: int, bytes_: bytes, cut: int) -> None:
    sentence = outcome(FULL[:at] + bytes_ + FULL[at + cut :])
    assert sentence == "" or sentence.startswith(("$", "The file is not valid JSON at line ", "The file is no "))
