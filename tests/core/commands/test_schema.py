import json

from core.files import schema
from tests.core.commands.terminal import Terminal


def test_it_prints_the_schema(terminal: Terminal) -> None:
    assert json.loads(terminal.type("schema")) == schema()
