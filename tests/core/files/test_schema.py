import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from core.files.document import Document
from core.files.reading import loads
from core.files.schema import DIALECT, schema
from core.files.writing import dumps
from core.optimizers import OPTIMIZERS
from core.training import Trainer
from tests.core.files.runs import ARTICLE

GUIDE = Path(__file__).parents[3] / "docs" / "file-format.md"
PARTS: dict[str, dict[str, Any]] = schema()["$defs"]
TITLES = {
    "Document": "The file",
    "Data": "`data`",
    "Network": "`network`",
    "Layer": "`network.layers[…]`",
    "Training": "`training`",
    "Sgd": "`training.optimizer`: `sgd`",
    "Momentum": "`training.optimizer`: `momentum`",
    "Nesterov": "`training.optimizer`: `nesterov`",
    "Adagrad": "`training.optimizer`: `adagrad`",
    "RmsProp": "`training.optimizer`: `rmsprop`",
    "Adam": "`training.optimizer`: `adam`",
    "NoRegularization": "`training.regularization`: `none`",
    "L1": "`training.regularization`: `l1`",
    "L2": "`training.regularization`: `l2`",
    "ConstantRate": "`training.schedule`: `constant`",
    "StepDecay": "`training.schedule`: `step`",
    "ExponentialDecay": "`training.schedule`: `exponential`",
    "CosineDecay": "`training.schedule`: `cosine`",
    "NoClipping": "`training.clipping`: `none`",
    "ClippingByValue": "`training.clipping`: `value`",
    "ClippingByNorm": "`training.clipping`: `norm`",
    "Stop": "`training.stop`",
    "Initial": "`initial`",
    "GivenParameters": "`parameters`",
    "ParameterIndex": "`frozen[…]`",
    "RunValues": "`state`",
    "ParameterValues": "`state.parameters`",
    "OptimizerValues": "`state.optimizer`",
    "VectorValues": "`state.optimizer.vectors[…]`",
    "RandomValues": "`state.random`",
    "MeasuredValues": "`state.measured`",
    "ReadingValues": "`state.reading_before`",
    "SegmentValues": "`state.segments[…]`",
    "HistoryValues": "`state.history`",
    "CurveValues": "`state.history.loss`, `mean_squared_error`, `test_loss`",
}


def default_text(part: dict[str, Any], key: str) -> str:
    """Return how the guide writes a default: objects are `{}` with their own defaults."""
    setting = part["properties"][key]
    if key in part.get("required", []):
        return "required"
    default = setting["default"] if "default" in setting else setting["enum"][0]
    if isinstance(default, dict):
        default = {"name": default["name"]} if "name" in default else {}
    return f"`{json.dumps(default)}`"


def rows(title: str) -> list[tuple[str, str]]:
    """Return key and default of each row of a table of the guide."""
    sections = dict(re.findall(r"^#+ (.+?)\n(.*?)(?=^#|\Z)", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    return re.findall(r"^\| `([^`]+)` \| ([^|]+?) \|", sections[title], re.MULTILINE)


@pytest.mark.parametrize("name", PARTS)
def test_the_guide_names_every_key_and_its_default(name: str) -> None:
    part = PARTS[name]
    assert rows(TITLES[name]) == [(key, default_text(part, key)) for key in part["properties"]]


def test_the_guide_names_every_choice() -> None:
    guide = GUIDE.read_text("utf-8")
    named = re.findall(r'"enum": \[(.*?)\]', json.dumps(PARTS))
    for name in re.findall(r'"([^"]+)"', " ".join(named)):
        assert f"`{name}`" in guide


def test_the_guide_shows_a_file_that_can_be_read() -> None:
    shown = re.findall(r"```json\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert shown
    for text in shown:
        assert isinstance(loads(text.encode()).experiment, Experiment)


def test_a_schema_says_what_it_is() -> None:
    made = schema()
    assert (made["$schema"], made["$id"]) == (DIALECT, "urn:gyaku:experiment:1")
    assert made["title"]
    assert made["description"].startswith("An experiment of Gyaku")
    assert made["$ref"] == "#/$defs/Document"
    assert json.loads(msgspec.json.encode(made)) == made


def test_a_schema_has_ranges_choices_and_defaults() -> None:
    layer = PARTS["Layer"]["properties"]
    assert (layer["units"]["minimum"], layer["units"]["maximum"]) == (1, 64)
    assert layer["activation"]["enum"] == list(ACTIVATIONS)
    assert layer["activation"]["default"] == "sigmoid"
    assert set(PARTS["Training"]["properties"]["optimizer"]["discriminator"]["mapping"]) == set(OPTIMIZERS)
    assert "name" not in PARTS["Sgd"]["required"]
    assert PARTS["Document"]["required"] == ["data", "network"]


def conforms(value: object, part: dict[str, Any]) -> bool:
    """Say whether `value` is as the schema says, for as much of JSON Schema as there is in ours."""
    if "$ref" in part:
        return conforms(value, PARTS[part["$ref"].rpartition("/")[2]])
    if "anyOf" in part:
        return any(conforms(value, one) for one in part["anyOf"])
    if "enum" in part:
        return value in part["enum"]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int}
    kind = part["type"]
    if kind == "number":
        return isinstance(value, int | float) and part.get("minimum", value) <= value
    if not isinstance(value, kinds[kind]):
        return False
    if isinstance(value, list):
        return all(conforms(inner, part["items"]) for inner in value)
    if isinstance(value, dict):
        known = part["properties"]
        return set(part.get("required", [])) <= set(value) <= set(known) and all(
            conforms(inner, known[key]) for key, inner in value.items()
        )
    return True


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
def test_what_is_written_is_as_the_schema_says(name: str) -> None:
    trainer = Trainer(ARTICLE.with_training(optimizer=OPTIMIZERS[name](), batch_size=3, shuffle=True))
    trainer.run(3)
    trainer.edit(trainer.experiment.with_learning_rate(0.5))
    trainer.step()
    assert conforms(json.loads(dumps(trainer)), PARTS[Document.__name__])
    assert not conforms({"data": {}}, PARTS[Document.__name__])
