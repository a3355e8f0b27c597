"""The JSON Schema of experiment files, for editors and other programs."""

from inspect import cleandoc
from typing import Any

import msgspec

from core.files.document import VERSION, Document
from core.optimizers import Sgd

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:gyaku:experiment:{VERSION}"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file."""
    made = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(Document)))  # lists in place of tuples
    parts: dict[str, dict[str, Any]] = made["$defs"]
    for part in parts.values():
        part["description"] = cleandoc(part["description"])
    _let_name_be_left_out(parts[Sgd.__name__])
    top = parts[Document.__name__]
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "Gyaku experiment",
        "description": top["description"],
        **made,
    }


def _let_name_be_left_out(part: dict[str, Any]) -> None:
    part["required"] = [key for key in part.get("required", []) if key != "name"]
    part["properties"]["name"]["default"] = Sgd().name
