"""The command line as a test types it."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.commands.main import main
from core.datasets import article_experiment
from core.experiment import Experiment
from core.files import save


class Terminal:
    """Types commands in a folder of its own, and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def file(self, experiment: Experiment | None = None, name: str = "article.gyaku") -> str:
        """Return the path of a file that holds an experiment, by default the article's."""
        path = self.folder / name
        save(path, experiment or article_experiment())
        return str(path)

    def type(self, *words: str) -> str:
        """Do a command that succeeds; return what it printed."""
        assert main(list(words)) == 0
        return self._capsys.readouterr().out

    def type_json(self, *words: str) -> Any:
        """Do a command that succeeds and prints one JSON value."""
        return json.loads(self.type(*words, "--json"))

    def refused(self, *words: str) -> str:
        """Do a command that ends with exit code 2; return the one sentence it says."""
        try:
            code = main(list(words))
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = self._capsys.readouterr()
        assert (code, out) == (2, "")
        assert err.count("\n") == 1, err
        return err.rstrip("\n")

    def warning(self) -> str:
        """Return what was printed to those who watch."""
        return self._capsys.readouterr().err
