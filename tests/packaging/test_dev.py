"""The script itself, which even a Python too old for the program has to read."""

import ast
import sys
from pathlib import Path

import dev
import pytest

SCRIPT = Path(dev.__file__)


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_an_old_python_is_told_so_in_a_sentence(
    version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)

    assert dev.main(["run"]) == 2

    here = f"{version[0]}.{version[1]}"
    assert capsys.readouterr().err == f"dev.py: Gyaku needs Python 3.11 or newer, and this is Python {here}.\n"


def test_the_oldest_python_is_the_one_of_the_project() -> None:
    project = (SCRIPT.parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert 'requires-python = ">={}.{}"'.format(*dev.OLDEST_PYTHON) in project


def test_commands_are_handed_on() -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main(["no-such-command"])
    assert stopped.value.code == 2
